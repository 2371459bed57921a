/* What every statement has. */
#include <string.h>

#include "importers/bods/statement.h"

crible_status cr_bods_copy(const char **out, const cr_json_value *object, const char *member,
                           cr_arena *arena) {
  const cr_json_value *value = cr_json_member(object, member);
  *out = NULL;
  if (!cr_json_text(value)) return CRIBLE_OK;
  *out = cr_arena_text(arena, value->text, value->length);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_bods_copy_list(const char *const **out, int *count, const cr_json_value *list,
                                cr_arena *arena) {
  int copied = 0;
  *out = NULL;
  if (count) *count = 0;
  if (!list || list->kind != CR_JSON_ARRAY || list->count == 0) return CRIBLE_OK;
  const char **copies = cr_arena_alloc(arena, list->count + 1, sizeof *copies);
  if (!copies) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (element, list) {
    if (!cr_json_text(element)) continue;
    copies[copied] = cr_arena_text(arena, element->text, element->length);
    if (!copies[copied++]) return CRIBLE_E_MEMORY;
  }
  *out = copies;
  if (count) *count = copied;
  return CRIBLE_OK;
}

cr_date cr_bods_day(const cr_json_value *value) {
  char day[11];
  cr_date date;
  if (!cr_json_text(value) || value->length < 10) return CR_DATE_NONE;
  memcpy(day, value->text, 10);
  day[10] = '\0';
  return cr_date_parse(&date, day) == CRIBLE_OK ? date : CR_DATE_NONE;
}

/* "entity" and "entityStatement", and so on. */
static bool kind_of(cr_bods_record_kind *out, const char *type) {
  static const char *const words[] = {"entity", "person", "relationship", "entityStatement",
                                      "personStatement", "ownershipOrControlStatement"};
  for (int i = 0; type && i < 6; i++) {
    if (strcmp(type, words[i])) continue;
    *out = (cr_bods_record_kind)(i % 3);
    return true;
  }
  return false;
}

static crible_status read_head(cr_bods_statement *out, const cr_json_value *value,
                               cr_arena *arena) {
  crible_status status =
      cr_bods_copy(&out->id, value, out->flat ? "statementID" : "statementId", arena);
  if (status != CRIBLE_OK) return status;
  out->record = out->id;
  if (!out->flat) status = cr_bods_copy(&out->record, value, "recordId", arena);
  if (status == CRIBLE_OK)
    status = cr_bods_copy_list(&out->replaces, NULL, cr_json_member(value, "replacesStatements"),
                               arena);
  const char *record_status = cr_json_text(cr_json_member(value, "recordStatus"));
  out->closed = record_status && !strcmp(record_status, "closed");
  out->date = cr_bods_day(cr_json_member(value, "statementDate"));
  return status;
}

crible_status cr_bods_read_statement(cr_bods_statement *out, cr_json_reader *reader,
                                     const cr_json_value *value, cr_bods_places *places,
                                     cr_arena *arena) {
  cr_bods_statement read = {.window = {CR_DATE_NONE, CR_DATE_NONE},
                            .flat = cr_json_member(value, "statementType") != NULL,
                            .index = cr_json_index(reader),
                            .in_array = cr_json_in_array(reader),
                            .line = (int)value->line,
                            .column = (int)value->column};
  const char *type =
      cr_json_text(cr_json_member(value, read.flat ? "statementType" : "recordType"));
  const cr_json_value *details = read.flat ? value : cr_json_member(value, "recordDetails");
  *out = read;
  if (!kind_of(&read.kind, type) || !details || details->kind != CR_JSON_OBJECT) return CRIBLE_OK;
  crible_status status = read_head(&read, value, arena);
  if (status == CRIBLE_OK && read.kind == CR_BODS_RELATIONSHIP)
    status = cr_bods_read_relationship(&read.relationship, reader, details, arena);
  else if (status == CRIBLE_OK)
    status = cr_bods_read_identity(&read.identity, reader, details, places, arena);
  if (status == CRIBLE_OK)
    status = cr_bods_read_notes(&read.notes, &read.note_count, value, arena);
  if (status == CRIBLE_OK) status = cr_bods_apply_notes(&read, reader, value);
  if (status == CRIBLE_OK) *out = read;
  return status;
}
