/* Nominal values: of all classes of a company, or of none. */
#include "engine/base/words.h"
#include "importers/dossier/values.h"

void cr_check_nominals(cr_reader *reader) {
  const cr_facts *facts = reader->facts;
  int first = CR_NONE; /* class of the company at hand; a company's classes stand together */
  for (size_t i = 0; i < facts->classes_count; i++) {
    const cr_share_class *class = &facts->classes[i];
    if (first == CR_NONE || facts->classes[first].company != class->company) first = (int)i;
    const cr_share_class *other = &facts->classes[first];
    if (!class->nominal == !other->nominal) continue;
    const cr_share_class *without = class->nominal ? other : class;
    const cr_share_class *with = class->nominal ? class : other;
    size_t tag = cr_text_offset(reader->text, without->fact.line, without->fact.column);
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "nominal-missing",
                cr_text_tag(reader->text, tag),
                _("class '%s' has no nominal value, class '%s' has"), without->id, with->id);
    cr_relate(&reader->complaints, _("with the class at line %d"), with->fact.line);
    cr_advise(&reader->complaints, "%s",
              _("state 'nominal' for every class of the company, or none"));
    while (i + 1 < facts->classes_count && facts->classes[i + 1].company == class->company) i++;
  }
}
