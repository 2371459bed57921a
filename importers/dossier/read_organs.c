/* Organs and their seats. */
#include "engine/base/words.h"
#include "importers/dossier/references.h"
#include "importers/dossier/values.h"
#include "importers/dossier/vocabulary.h"

/* `name` may not exceed what `limit` says. */
static void check_at_most(cr_reader *reader, const xmlNode *element, const char *name, int value,
                          const char *limit, int most) {
  if (value == CR_NONE || most == CR_NONE || value <= most) return;
  cr_complain(&reader->complaints, CR_CAUSE_SENSE, "too-many-seats", cr_at(reader, element, name),
              _("'%s' is %d, more than '%s', %d"), name, value, limit, most);
}

void cr_read_organ(cr_reader *reader, const xmlNode *element) {
  cr_organ organ = {
      .fact = cr_read_fact(reader, element),
      .id = cr_read_id(reader, element),
      .name = cr_read_text(reader, element, "name"),
      .company = reader->company,
      .kind = (cr_organ_kind)cr_read_word(reader, element, "kind", cr_organ_words, CR_ORGAN_OTHER),
      .fixed = cr_read_count(reader, element, "seats", 1),
      .in_office = cr_read_count(reader, element, "in-office", 0),
      .least = cr_read_count(reader, element, "least", 0),
      .most = cr_read_count(reader, element, "most", 1)};
  int index;
  if (!organ.id) organ.id = "";
  if (!organ.name) organ.name = organ.id;
  check_at_most(reader, element, "in-office", organ.in_office, "seats", organ.fixed);
  check_at_most(reader, element, "in-office", organ.in_office, "most", organ.most);
  check_at_most(reader, element, "least", organ.least, "most", organ.most);
  check_at_most(reader, element, "seats", organ.fixed, "most", organ.most);
  check_at_most(reader, element, "least", organ.least, "seats", organ.fixed);
  CR_APPEND(reader, organs, organ, &index);
  cr_name_fact(reader, element, CR_NAME_ORGAN, organ.id, index, organ.fact.period);
}
