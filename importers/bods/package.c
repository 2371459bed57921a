/* All statements of a file. */
#include "importers/bods/package.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/bods/grammar.h"

enum { LONGEST = 512, MOST_WARNED = 20 };

static crible_status check(cr_json_reader *reader, const cr_json_value *value) {
  bool flat = cr_json_member(value, "statementType") != NULL;
  return cr_bods_check(reader, value, flat ? &cr_bods_flat_statement : &cr_bods_statement_shape);
}

static bool keeps(const cr_bods_package *package, const cr_json_value *value) {
  cr_bods_head head;
  return cr_bods_head_of(&head, value) && head.record &&
         cr_bods_survey_keeps(package->survey, head.record->text, head.record->length);
}

/* A relationship may be kept as a component or another version of one: what it says of a company
 * that does not matter is left out. */
static void forget_subject(const cr_bods_package *package, cr_bods_relationship *relationship) {
  const char *subject = relationship->subject;
  if (subject && !cr_bods_survey_keeps(package->survey, subject, strlen(subject)))
    relationship->subject = NULL;
}

static crible_status add_statement(cr_bods_package *package, cr_json_reader *reader,
                                   const cr_json_value *value) {
  cr_bods_statement statement;
  crible_status status = package->survey ? CRIBLE_OK : check(reader, value);
  if (status != CRIBLE_OK || (package->survey && !keeps(package, value))) return status;
  status = cr_bods_read_statement(&statement, reader, value, &package->places,
                                  package->facts->arena);
  bool whole = statement.relationship || statement.identity;
  if (status != CRIBLE_OK || !whole || !statement.record) return status;
  if (package->survey && statement.relationship)
    forget_subject(package, statement.relationship);
  void *block = package->statements;
  status = cr_grow(package->context, &block, &package->capacity, package->count + 1,
                   sizeof statement);
  if (status != CRIBLE_OK) return status;
  package->statements = block;
  package->statements[package->count++] = statement;
  return CRIBLE_OK;
}

crible_status cr_bods_package_survey(const cr_bods_survey *survey, cr_json_reader *reader) {
  const cr_json_value *value = NULL;
  crible_status status = cr_json_next(&value, reader);
  while (status == CRIBLE_OK && value) {
    status = check(reader, value);
    if (status == CRIBLE_OK) status = cr_bods_survey_add(survey, value);
    if (status == CRIBLE_OK) status = cr_json_next(&value, reader);
  }
  if (status == CRIBLE_OK && cr_json_told(reader, true) > 0) status = CRIBLE_E_DATA;
  return status;
}

crible_status cr_bods_package_read(cr_bods_package *package, cr_json_reader *reader) {
  const cr_json_value *value = NULL;
  crible_status status = cr_json_next(&value, reader);
  while (status == CRIBLE_OK && value) {
    status = add_statement(package, reader, value);
    if (status == CRIBLE_OK) status = cr_json_next(&value, reader);
  }
  if (status == CRIBLE_OK && cr_json_told(reader, true) > 0) status = CRIBLE_E_DATA;
  return status;
}

void cr_bods_package_clear(cr_bods_package *package) {
  cr_country_words_free(package->places.words);
  cr_release(package->context, package->statements);
  cr_release(package->context, package->record_of);
  cr_release(package->context, package->order);
  cr_release(package->context, package->records);
  cr_release(package->context, package->above);
  cr_release(package->context, package->first_above);
  cr_release(package->context, package->reached);
  cr_bods_index_clear(&package->index);
}

cr_fact cr_bods_fact(const cr_bods_statement *statement, cr_period period) {
  return (cr_fact){.period = period,
                   .recorded = statement->date,
                   .source = 0,
                   .locator = statement->id,
                   .line = statement->line,
                   .column = statement->column};
}

cr_period cr_bods_overlap(cr_period a, cr_period b) {
  if (a.from == CR_DATE_NONE || (b.from != CR_DATE_NONE && b.from > a.from)) a.from = b.from;
  if (a.to == CR_DATE_NONE || (b.to != CR_DATE_NONE && b.to < a.to)) a.to = b.to;
  return a;
}

bool cr_bods_lasts(cr_period period) {
  return period.from == CR_DATE_NONE || period.to == CR_DATE_NONE || period.from < period.to;
}

crible_status cr_bods_warn(cr_bods_package *package, const cr_bods_statement *statement,
                           const char *member, const char *code, const char *format, ...) {
  char path[LONGEST] = "$", message[LONGEST];
  size_t used = 1;
  if (package->warned++ >= MOST_WARNED) return CRIBLE_OK;
  if (statement->in_array)
    used += (size_t)snprintf(path + 1, sizeof path - 1, "[%llu]",
                             (unsigned long long)statement->index);
  snprintf(path + used, sizeof path - used, "%s%s%s", statement->flat ? "" : ".recordDetails",
           member ? "." : "", member ? member : "");
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  crible_diagnostic diagnostic = {.severity = CRIBLE_WARNING, .code = code,
                                  .file = package->file, .path = path, .message = message,
                                  .line = statement->line, .column = statement->column};
  return cr_report(package->context, &diagnostic);
}
