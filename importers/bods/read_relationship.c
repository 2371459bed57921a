/* Who has which interest in whom. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/bods/statement.h"

/* The id of a record in 0.4; before, a member of an object says where it is described. */
const cr_json_value *cr_bods_party_id(bool *person, const cr_json_value *details,
                                      const char *member) {
  const cr_json_value *value = cr_json_member(details, member);
  if (value && value->kind == CR_JSON_OBJECT) {
    const cr_json_value *described = cr_json_member(value, "describedByPersonStatement");
    *person = described != NULL;
    value = described ? described : cr_json_member(value, "describedByEntityStatement");
  }
  return cr_json_text(value) ? value : NULL;
}

static cr_bods_level read_level(const cr_json_value *interest) {
  const char *word = cr_json_text(cr_json_member(interest, "directOrIndirect"));
  if (!word) word = cr_json_text(cr_json_member(interest, "interestLevel"));
  if (!word) return CR_BODS_UNSTATED;
  if (!strcmp(word, "direct")) return CR_BODS_DIRECT;
  return !strcmp(word, "indirect") ? CR_BODS_INDIRECT : CR_BODS_EITHER;
}

/* In 0.4 a code that is none was told when the statement was checked. */
static crible_status read_type(cr_bods_interest *out, cr_json_reader *reader,
                               const cr_json_value *value, bool flat) {
  const char *code = cr_json_text(cr_json_member(value, "type"));
  if (!code) {
    return cr_json_warn(reader, value, NULL, "bods-no-type", NULL,
                        _("an interest of a type that is not stated says nothing of what it is"));
  }
  out->type = cr_bods_type_of(code);
  if (out->type || !flat) return CRIBLE_OK;
  return cr_json_warn(reader, value, "type", "bods-code", NULL,
                      _("'%.64s' is no type of interest of BODS"), code);
}

static crible_status read_interest(cr_bods_interest *out, cr_json_reader *reader,
                                   const cr_json_value *value, bool flat, cr_arena *arena) {
  cr_bods_interest read = {.control = CR_NONE,
                           .level = read_level(value),
                           .period = {cr_bods_day(cr_json_member(value, "startDate")),
                                      cr_bods_day(cr_json_member(value, "endDate"))}};
  read.ends = cr_arena_rationals(arena, 2);
  if (!read.ends) return CRIBLE_E_MEMORY;
  fmpq_one(&read.ends[1]);
  crible_status status = read_type(&read, reader, value, flat);
  if (status == CRIBLE_OK) status = cr_bods_read_share(&read, reader, value);
  *out = read;
  return status;
}

static crible_status read_interests(cr_bods_relationship *out, cr_json_reader *reader,
                                    const cr_json_value *list, bool flat, cr_arena *arena) {
  if (!list || list->kind != CR_JSON_ARRAY || list->count == 0) return CRIBLE_OK;
  out->interests = cr_arena_alloc(arena, list->count, sizeof *out->interests);
  if (!out->interests) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (element, list) {
    if (element->kind != CR_JSON_OBJECT) continue;
    crible_status status =
        read_interest(&out->interests[out->interest_count++], reader, element, flat, arena);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

crible_status cr_bods_read_relationship(cr_bods_relationship **out, cr_json_reader *reader,
                                        const cr_json_value *details, cr_arena *arena) {
  cr_bods_relationship *read = cr_arena_alloc(arena, 1, sizeof *read);
  if (!read) return CRIBLE_E_MEMORY;
  bool person = false, flat = cr_json_member(details, "statementType") != NULL;
  const cr_json_value *components = cr_json_member(details, "componentRecords");
  if (!components) components = cr_json_member(details, "componentStatementIDs");
  crible_status status =
      cr_bods_copy_text(&read->subject, cr_bods_party_id(&person, details, "subject"), arena);
  if (status == CRIBLE_OK)
    status = cr_bods_copy_text(
        &read->party, cr_bods_party_id(&read->party_is_person, details, "interestedParty"), arena);
  if (status == CRIBLE_OK)
    status = cr_bods_copy_list(&read->components, &read->component_count, components, arena);
  if (status == CRIBLE_OK)
    status = read_interests(read, reader, cr_json_member(details, "interests"), flat, arena);
  if (status == CRIBLE_OK) *out = read;
  return status;
}
