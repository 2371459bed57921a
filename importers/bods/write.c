/* Facts as statements: one a line, in one array. */
#include "importers/bods/write.h"

#include <string.h>

#include "engine/base/sha256.h"
#include "importers/bods/notes.h"
#include "importers/bods/writer.h"

/* Where a fact was read, as a reader would cite it. */
static void put_source(cr_bods_writer *writer, const cr_fact *fact) {
  if (fact->source == CR_NONE) return;
  const cr_source *source = &writer->facts->sources[fact->source];
  const char *words = source->title ? source->title : source->id;
  if (fact->locator) words = cr_arena_printf(writer->arena, "%s, %s", words, fact->locator);
  if (!words) writer->out.status = CRIBLE_E_MEMORY;
  cr_json_put_open(&writer->out, "source", '{');
  cr_json_put_string(&writer->out, "description", words);
  cr_json_put_close(&writer->out, '}');
}

void cr_bods_put_day(cr_bods_writer *writer, const char *key, cr_date day) {
  char text[16];
  if (day == CR_DATE_NONE) return;
  cr_date_format(text, day);
  cr_json_put_string(&writer->out, key, text);
}

/* The id of a statement follows from what it says of what, so that equal facts give equal bytes. */
static void put_statement_id(cr_bods_writer *writer, const char *kind, const char *record) {
  char day[16], digest[65];
  cr_date_format(day, writer->in->as_of);
  char *key = cr_arena_printf(writer->arena, "%s %s %s", kind, day, record);
  if (!key) {
    writer->out.status = CRIBLE_E_MEMORY;
    return;
  }
  cr_sha256_text(digest, key, strlen(key));
  cr_json_put_string(&writer->out, "statementId", digest);
}

void cr_bods_begin(cr_bods_writer *writer, cr_bods_written kind, const char *record,
                   const cr_fact *fact) {
  static const char *const kinds[] = {"entity", "person", "relationship"};
  cr_json_text_out *out = &writer->out;
  if (out->length) cr_json_put(out, ",\n");
  cr_json_put(out, "{");
  put_statement_id(writer, kinds[kind], record);
  cr_json_put_string(out, "declarationSubject",
                     writer->facts->parties[writer->facts->candidate].id);
  cr_bods_put_day(writer, "statementDate",
                  fact->recorded == CR_DATE_NONE ? writer->in->as_of : fact->recorded);
  cr_json_put_string(out, "recordId", record);
  cr_json_put_string(out, "recordStatus", "new");
  cr_json_put_string(out, "recordType", kinds[kind]);
  put_source(writer, fact);
}

void cr_bods_begin_notes(cr_bods_writer *writer) {
  cr_json_put_open(&writer->out, "annotations", '[');
}

void cr_bods_put_note(cr_bods_writer *writer, const char *part, const char *words) {
  if (!words) return;
  const char *description = cr_arena_printf(writer->arena, CR_BODS_NOTE "%s", words);
  if (!description) writer->out.status = CRIBLE_E_MEMORY;
  cr_json_put_open(&writer->out, NULL, '{');
  cr_json_put_string(&writer->out, "statementPointerTarget", part);
  cr_json_put_string(&writer->out, "motivation", "commenting");
  cr_json_put_string(&writer->out, "description", description);
  cr_json_put_close(&writer->out, '}');
}

void cr_bods_begin_details(cr_bods_writer *writer) {
  cr_json_put_close(&writer->out, ']');
  cr_json_put_open(&writer->out, "recordDetails", '{');
  cr_json_put_literal(&writer->out, "isComponent", "false");
}

void cr_bods_end(cr_bods_writer *writer) { cr_json_put(&writer->out, "}}"); }

/* A statement stands behind those that it refers to; but whether a list of rights is complete is
 * known when the rights have been written. */
static void put_parties_first(cr_bods_writer *writer) {
  cr_json_text_out relationships = writer->out;
  writer->out = (cr_json_text_out){.context = relationships.context,
                                   .status = relationships.status};
  cr_bods_write_parties(writer);
  cr_json_text_out parties = writer->out;
  writer->out = (cr_json_text_out){.context = parties.context, .status = parties.status};
  cr_json_put(&writer->out, "[\n");
  if (parties.bytes) cr_json_put(&writer->out, parties.bytes);
  if (relationships.bytes) cr_json_put(&writer->out, ",\n");
  if (relationships.bytes) cr_json_put(&writer->out, relationships.bytes);
  cr_json_put(&writer->out, "\n]\n");
  cr_release(relationships.context, relationships.bytes);
  cr_release(relationships.context, parties.bytes);
}

crible_status cr_bods_write(char **out, size_t *length, const cr_bods_facts *in) {
  crible_context *context = cr_arena_context(in->facts->arena);
  cr_bods_writer writer = {.in = in, .facts = in->facts, .out = {.context = context}};
  crible_status status = cr_arena_new(&writer.arena, context);
  if (status != CRIBLE_OK) return status;
  cr_bods_write_stakes(&writer);
  cr_bods_write_controls(&writer);
  cr_bods_write_rights(&writer);
  cr_bods_tell_unsaid(&writer);
  put_parties_first(&writer);
  cr_arena_free(writer.arena);
  if (writer.out.status != CRIBLE_OK) {
    cr_release(context, writer.out.bytes);
    return writer.out.status;
  }
  *out = writer.out.bytes;
  *length = writer.out.length;
  return CRIBLE_OK;
}
