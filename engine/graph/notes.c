#include "engine/graph/notes.h"

crible_status cr_note(const cr_notes *notes, cr_remark_kind kind, const char *code, int party,
                      int other, int property, const char *detail, const cr_fact_ref *facts,
                      int fact_count) {
  if (!notes->remarks) return CRIBLE_OK;
  cr_remark remark = {.kind = kind, .code = code, .party = party, .other = other,
                      .property = property, .detail = detail, .facts = facts,
                      .fact_count = fact_count};
  return cr_remarks_add(notes->remarks, notes->arena, &remark);
}

crible_status cr_note_fact(const cr_notes *notes, cr_remark_kind kind, const char *code, int party,
                           int other, const char *detail, cr_fact_kind fact, int index) {
  cr_fact_ref ref = {fact, index};
  return cr_note(notes, kind, code, party, other, CR_NONE, detail, &ref, 1);
}
