/* Control that votes do not show, and concerts. */
#include "engine/base/words.h"
#include "importers/dossier/references.h"
#include "importers/dossier/values.h"
#include "importers/dossier/vocabulary.h"

void cr_read_control(cr_reader *reader, const xmlNode *element) {
  cr_control_fact control = {.fact = cr_read_fact(reader, element),
                             .controlled = cr_read_party_id(reader, element, "controlled"),
                             .kind = (cr_control_kind)cr_read_word(
                                 reader, element, "kind", cr_control_words, CR_CONTROL_IN_FACT),
                             .possible =
                                 cr_read_yes_no(reader, element, "possible") == CR_TRUE};
  int index;
  control.controllers =
      cr_read_party_ids(reader, element, "controllers", &control.controller_count);
  for (int i = 0; i < control.controller_count; i++) {
    if (control.controllers[i] != control.controlled) continue;
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "controls-itself",
                cr_at(reader, element, "controllers"), _("'%s' cannot control itself"),
                reader->facts->parties[control.controlled].id);
  }
  CR_APPEND(reader, controls, control, &index);
}

void cr_read_concert(cr_reader *reader, const xmlNode *element) {
  cr_concert concert = {.fact = cr_read_fact(reader, element),
                        .subject = cr_read_text(reader, element, "subject")};
  size_t before = cr_complaint_count(&reader->complaints, CR_CAUSE_REFERENCE);
  int index;
  concert.members = cr_read_party_ids(reader, element, "members", &concert.member_count);
  if (concert.member_count < 2 &&
      cr_complaint_count(&reader->complaints, CR_CAUSE_REFERENCE) == before) {
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "concert-of-one",
                cr_at(reader, element, "members"), _("a concert has two members or more"));
  }
  CR_APPEND(reader, concerts, concert, &index);
}
