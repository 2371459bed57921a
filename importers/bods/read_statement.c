/* What every statement has. */
#include <string.h>

#include "importers/bods/statement.h"

crible_status cr_bods_copy_text(const char **out, const cr_json_value *text, cr_arena *arena) {
  *out = NULL;
  if (!cr_json_text(text)) return CRIBLE_OK;
  *out = cr_arena_text(arena, text->text, text->length);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_bods_copy(const char **out, const cr_json_value *object, const char *member,
                           cr_arena *arena) {
  return cr_bods_copy_text(out, cr_json_member(object, member), arena);
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

static const cr_json_value *text_member(const cr_json_value *object, const char *member) {
  const cr_json_value *value = cr_json_member(object, member);
  return cr_json_text(value) ? value : NULL;
}

bool cr_bods_head_of(cr_bods_head *out, const cr_json_value *value) {
  const cr_json_value *type = cr_json_member(value, "statementType");
  *out = (cr_bods_head){.flat = type != NULL};
  if (!type) type = cr_json_member(value, "recordType");
  if (!kind_of(&out->kind, cr_json_text(type))) return false;
  out->details = out->flat ? value : cr_json_member(value, "recordDetails");
  out->id = text_member(value, out->flat ? "statementID" : "statementId");
  out->record = out->flat ? out->id : text_member(value, "recordId");
  return out->details && out->details->kind == CR_JSON_OBJECT;
}

static crible_status read_head(cr_bods_statement *out, const cr_bods_head *head,
                               const cr_json_value *value, cr_arena *arena) {
  crible_status status = cr_bods_copy_text(&out->id, head->id, arena);
  if (status != CRIBLE_OK) return status;
  out->record = out->id;
  if (!out->flat) status = cr_bods_copy_text(&out->record, head->record, arena);
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
  cr_bods_head head;
  bool whole = cr_bods_head_of(&head, value);
  const cr_json_value *details = head.details;
  cr_bods_statement read = {.window = {CR_DATE_NONE, CR_DATE_NONE},
                            .kind = head.kind,
                            .flat = head.flat,
                            .index = cr_json_index(reader),
                            .in_array = cr_json_in_array(reader),
                            .line = (int)value->line,
                            .column = (int)value->column};
  *out = read;
  if (!whole) return CRIBLE_OK;
  crible_status status = read_head(&read, &head, value, arena);
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
