/* From files of the Global LEI Foundation to facts, in two passes. */
#include "importers/gleif/gleif.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/progress.h"
#include "engine/base/words.h"
#include "importers/gleif/package.h"
#include "importers/gleif/survey.h"
#include "importers/registers/register.h"

enum { LONGEST = 512, MOST_WARNED = 20 };

bool cr_gleif_any(const char *word, const char *const *list) {
  for (; word && *list; list++)
    if (!strcmp(*list, word)) return true;
  return false;
}

crible_status cr_gleif_keep(const char **out, cr_gleif_package *package, const char *text) {
  char *copy = text ? cr_arena_string(package->facts->arena, text) : NULL;
  if (text && !copy) return CRIBLE_E_MEMORY;
  *out = copy;
  return CRIBLE_OK;
}

cr_fact cr_gleif_fact(const cr_gleif_package *package, const cr_gleif_record *record,
                      const char *locator, cr_period period) {
  return (cr_fact){.period = period,
                   .recorded = cr_gleif_day(record->text[CR_GLEIF_UPDATED]),
                   .source = package->source,
                   .locator = locator,
                   .line = record->line};
}

crible_status cr_gleif_warn(cr_gleif_package *package, const cr_gleif_record *record,
                            const char *code, const char *format, ...) {
  char message[LONGEST];
  if (package->warned++ >= MOST_WARNED) return CRIBLE_OK;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  return cr_warn(package->context, code, package->file, record->line, 0, NULL, "%s", message);
}

static uint64_t key_of_lei(const char *lei) { return cr_key_of("lei", lei); }

/* What only a parser can read: parents above children, and the number that the national register
 * gave. */
static crible_status survey_record(void *user, const cr_gleif_record *record) {
  cr_gleif_package *package = user;
  const char *const *text = record->text;
  if (record->kind == CR_GLEIF_RELATIONSHIP && text[CR_GLEIF_CHILD] && text[CR_GLEIF_PARENT])
    return cr_selection_tie(package->selection, key_of_lei(text[CR_GLEIF_CHILD]),
                            key_of_lei(text[CR_GLEIF_PARENT]));
  if (record->kind == CR_GLEIF_ENTITY && text[CR_GLEIF_LEI] && text[CR_GLEIF_AUTHORITY] &&
      text[CR_GLEIF_AUTHORITY_NUMBER])
    return cr_selection_same(package->selection, key_of_lei(text[CR_GLEIF_LEI]),
                             cr_key_of(text[CR_GLEIF_AUTHORITY], text[CR_GLEIF_AUTHORITY_NUMBER]));
  return CRIBLE_OK;
}

static crible_status read_header(cr_gleif_package *package, const cr_gleif_record *record) {
  cr_source *source = &package->facts->sources[package->source];
  if (source->date == CR_DATE_NONE)
    source->date = cr_gleif_day(record->text[CR_GLEIF_CONTENT_DATE]);
  return cr_gleif_keep(&package->stated, package, record->text[CR_GLEIF_RECORD_COUNT]);
}

/* The second pass. */
static crible_status read_record(void *user, const cr_gleif_record *record) {
  cr_gleif_package *package = user;
  if (record->kind == CR_GLEIF_HEADER) return read_header(package, record);
  package->count++;
  const char *lei =
      record->text[record->kind == CR_GLEIF_RELATIONSHIP ? CR_GLEIF_CHILD : CR_GLEIF_LEI];
  if (!lei || !cr_selection_keeps(package->selection, key_of_lei(lei))) return CRIBLE_OK;
  switch (record->kind) {
  case CR_GLEIF_ENTITY: return cr_gleif_add_entity(package, record);
  case CR_GLEIF_RELATIONSHIP: return cr_gleif_add_relationship(package, record);
  case CR_GLEIF_EXCEPTION: return cr_gleif_tell_exception(package, record);
  case CR_GLEIF_HEADER: break;
  }
  return CRIBLE_OK;
}

/* An extract keeps the header of the whole file. */
static crible_status check_count(const cr_gleif_package *package) {
  if (!package->stated || strtoull(package->stated, NULL, 10) == package->count) return CRIBLE_OK;
  return cr_warn(package->context, "gleif-count", package->file, 0, 0,
                 _("if it should be the whole file, take it again"),
                 _("the header tells of %.32s records and %llu are there"), package->stated,
                 (unsigned long long)package->count);
}

/* One pass over a member by the parser. */
static crible_status parse_member(cr_gleif_package *package, cr_container *container, size_t member,
                                  crible_status (*visit)(void *user, const cr_gleif_record *)) {
  cr_stream *stream = NULL;
  crible_status status = cr_stream_open(&stream, container, member);
  if (status != CRIBLE_OK) return status;
  package->file = cr_stream_name(stream);
  package->stated = NULL;
  package->count = 0;
  status = cr_gleif_each(stream, package->context, visit, package);
  if (status == CRIBLE_OK && visit == read_record) status = check_count(package);
  cr_stream_close(stream);
  return status;
}

static crible_status survey_member(cr_gleif_package *package, cr_container *container,
                                   size_t member) {
  bool whole = false;
  cr_stream *stream = NULL;
  crible_status status = cr_stream_open(&stream, container, member);
  if (status != CRIBLE_OK) return status;
  status = cr_gleif_survey(&whole, stream, package->selection);
  cr_stream_close(stream);
  if (status != CRIBLE_OK || whole) return status;
  cr_progress_pass(package->context, 1, 2);
  return parse_member(package, container, member, survey_record);
}

static crible_status survey(const cr_import *import) {
  cr_gleif_package package = {.context = import->context, .selection = import->selection};
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < cr_container_count(import->container); i++)
    status = survey_member(&package, import->container, i);
  return status;
}

static crible_status read(crible_dossier *dossier, const cr_import *import) {
  cr_gleif_package package = {.context = import->context,
                              .facts = dossier->facts,
                              .reference = dossier->reference,
                              .selection = import->selection};
  crible_status status = cr_register_source(&package.source, dossier, "gleif");
  for (size_t i = 0; status == CRIBLE_OK && i < cr_container_count(import->container); i++)
    status = parse_member(&package, import->container, i, read_record);
  if (status == CRIBLE_OK) status = cr_gleif_add_asides(&package);
  cr_release(package.context, package.asides);
  return status;
}

const cr_format cr_format_gleif = {
    .name = "gleif", .recognises = cr_gleif_recognises, .survey = survey, .read = read};
