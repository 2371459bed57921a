#include "engine/alternatives/whatif.h"

#include <string.h>

#include "engine/screening/in_order.h"
#include "importers/change/change.h"
#include "importers/dossier/dossier.h"

static crible_status keep_changes(crible_whatif *whatif, const crible_change *changes,
                                  size_t count) {
  static const char *const options[] = {"--add ", "--sell ", "--set "};
  whatif->changes = cr_allocate_zero(whatif->context, count + 1, sizeof *whatif->changes);
  if (!whatif->changes) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < count; i++) {
    const char *option = options[changes[i].kind];
    size_t head = strlen(option), length = strlen(changes[i].text);
    char *text = cr_allocate(whatif->context, head + length + 1);
    if (!text) return CRIBLE_E_MEMORY;
    memcpy(text, option, head);
    memcpy(text + head, changes[i].text, length + 1);
    whatif->changes[whatif->change_count++] = text;
  }
  return CRIBLE_OK;
}

/* Before and after are of the same day, whatever it was taken from. */
static crible_status screen_both(crible_whatif *whatif, const crible_screening_options *options,
                                 cr_date day) {
  crible_status status = cr_screen_on(&whatif->before, whatif->unchanged, options, day);
  if (status != CRIBLE_OK) return status;
  return cr_screen_on(&whatif->after, whatif->changed, options, day);
}

crible_status crible_whatif_run(crible_whatif **out, const crible_dossier *dossier,
                                const crible_screening_options *options,
                                const crible_change *changes, size_t count) {
  crible_whatif *whatif = cr_allocate_zero(dossier->context, 1, sizeof *whatif);
  if (!whatif) return CRIBLE_E_MEMORY;
  whatif->context = dossier->context;
  cr_date day = CR_DATE_NONE;
  crible_status status = cr_screening_day(&day, dossier, options);
  if (status == CRIBLE_OK)
    status = cr_dossier_change(&whatif->changed, dossier, changes, count, day);
  if (status == CRIBLE_OK) status = cr_dossier_in_order(&whatif->unchanged, dossier);
  if (status == CRIBLE_OK) status = keep_changes(whatif, changes, count);
  if (status == CRIBLE_OK) status = screen_both(whatif, options, day);
  if (status == CRIBLE_OK) *out = whatif;
  else crible_whatif_free(whatif);
  return status;
}

void crible_whatif_free(crible_whatif *whatif) {
  if (!whatif) return;
  for (size_t i = 0; i < whatif->change_count; i++) cr_release(whatif->context, whatif->changes[i]);
  cr_release(whatif->context, whatif->changes);
  crible_screening_free(whatif->after);
  crible_dossier_free(whatif->changed);
  crible_screening_free(whatif->before);
  crible_dossier_free(whatif->unchanged);
  cr_release(whatif->context, whatif);
}

crible_screening *crible_whatif_before(const crible_whatif *whatif) { return whatif->before; }
crible_screening *crible_whatif_after(const crible_whatif *whatif) { return whatif->after; }
