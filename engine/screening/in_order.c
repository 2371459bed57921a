#include "engine/screening/in_order.h"

#include "importers/change/change.h"

crible_status cr_screening_day(cr_date *out, const crible_dossier *dossier,
                               const crible_screening_options *options) {
  struct crible_screening *screening = NULL;
  crible_status status = crible_screen(&screening, dossier, options);
  if (status == CRIBLE_OK) *out = screening->as_of;
  crible_screening_free(screening);
  return status;
}

crible_status cr_screen_on(struct crible_screening **out, const crible_dossier *dossier,
                           const crible_screening_options *options, cr_date day) {
  char text[16];
  cr_date_format(text, day);
  const crible_screening_options on_day = {.ruleset = options ? options->ruleset : NULL,
                                           .as_of = text};
  return crible_screen(out, dossier, &on_day);
}

crible_status cr_dossier_in_order(crible_dossier **out, const crible_dossier *dossier) {
  return cr_dossier_change(out, dossier, NULL, 0, 0);
}
