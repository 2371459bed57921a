/* From a package of statements to facts on a candidate. */
#include "importers/bods/bods.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/progress.h"
#include "engine/base/words.h"
#include "importers/bods/package.h"

/* The keys that every statement has. */
static bool recognises(const char *head) {
  return strstr(head, "\"statementId\"") || strstr(head, "\"statementID\"");
}

static bool has_identifier(const cr_party *party, const char *value) {
  for (int i = 0; i < party->identifier_count; i++)
    if (!strcmp(party->identifiers[i].value, value)) return true;
  return false;
}

/* By the id of a record or statement, else by an identifier that one party alone has. */
static crible_status find_candidate(int *out, cr_bods_package *package, const char *id) {
  const cr_facts *facts = package->facts;
  int record = cr_bods_record_find(package, id), found = CR_NONE;
  if (record != CR_NONE) found = package->records[record].party;
  for (size_t i = 0; found == CR_NONE && i < package->count; i++)
    if (package->statements[i].id && !strcmp(package->statements[i].id, id))
      found = package->records[package->record_of[i]].party;
  for (size_t i = 0, first = 1; found == CR_NONE || !first; i++) {
    if (i == facts->parties_count) break;
    if (!has_identifier(&facts->parties[i], id)) continue;
    if (!first) {
      return cr_error(package->context, "candidate-not-one", package->file, 0, 0,
                      _("name it by its recordId"), _("several entities have the identifier '%s'"),
                      id);
    }
    found = (int)i;
    first = 0;
  }
  if (found == CR_NONE) {
    return cr_error(package->context, "candidate-unknown", package->file, 0, 0,
                    _("--candidate takes a recordId, a statementId or an identifier of the file"),
                    _("no entity has the id or identifier '%s'"), id);
  }
  if (facts->parties[found].kind != CR_COMPANY) {
    return cr_error(package->context, "candidate-not-a-company", package->file, 0, 0, NULL,
                    _("the candidate '%s' is not a company"), id);
  }
  *out = found;
  return CRIBLE_OK;
}

/* The file is the source of every fact; which statement, each fact's locator says. */
static crible_status add_source(cr_facts *facts, const char *path) {
  int index;
  const char *slash = strrchr(path, '/'), *name = slash && slash[1] ? slash + 1 : path;
  crible_status status = cr_facts_add_sources(facts, &index);
  if (status != CRIBLE_OK) return status;
  char *title = cr_arena_string(facts->arena, name);
  facts->sources[index] =
      (cr_source){.id = "bods", .title = title, .kind = "register", .date = CR_DATE_NONE,
                  .gathered = true};
  return title ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static crible_status make_facts(cr_bods_package *package, const char *candidate) {
  crible_status status = cr_bods_order(package);
  if (status == CRIBLE_OK) status = cr_bods_name_dangling(package);
  if (status == CRIBLE_OK) status = cr_bods_add_parties(package);
  if (status == CRIBLE_OK && candidate)
    status = find_candidate(&package->facts->candidate, package, candidate);
  if (status == CRIBLE_OK) status = cr_bods_add_relationships(package);
  if (status == CRIBLE_OK) status = cr_bods_complete_joint(package);
  return status;
}

/* One pass over an input: a survey into `surveyed`, or into the package. */
static crible_status read_input(cr_bods_package *package, const cr_bods_survey *surveyed,
                                const cr_json_input *input) {
  cr_json_reader *reader = NULL;
  crible_status status = cr_json_reader_new(&reader, package->context, input);
  if (status == CRIBLE_OK)
    status = surveyed ? cr_bods_package_survey(surveyed, reader)
                      : cr_bods_package_read(package, reader);
  cr_json_reader_free(reader);
  return status;
}

/* Several files of a zip are one package. */
static crible_status each_member(cr_bods_package *package, const cr_bods_survey *surveyed,
                                 cr_container *container) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < cr_container_count(container); i++) {
    cr_stream *stream = NULL;
    status = cr_stream_open(&stream, container, i);
    if (status != CRIBLE_OK) return status;
    const cr_json_input input = {cr_stream_read, stream, cr_stream_name(stream)};
    status = read_input(package, surveyed, &input);
    cr_stream_close(stream);
  }
  return status;
}

static crible_status no_candidate(const cr_import *import, const char *path) {
  crible_status status = cr_error(import->context, "no-candidate", path, 0, 0,
                                  _("name it with --candidate ID"),
                                  _("a file of BODS does not say who the candidate is"));
  return status == CRIBLE_E_DATA ? CRIBLE_E_USAGE : status;
}

static cr_bods_package package_for(const crible_dossier *dossier) {
  return (cr_bods_package){.context = dossier->context,
                           .facts = dossier->facts,
                           .places = {dossier->context, dossier->reference, NULL},
                           .file = dossier->path,
                           .index = {.context = dossier->context}};
}

static bool whole(const cr_container *container) {
  return cr_container_size(container) <= CR_BODS_WHOLE;
}

/* The first pass over a file beside others. */
static crible_status survey(const cr_import *import) {
  cr_bods_package package = {.context = import->context};
  const cr_bods_survey survey = {import->selection, import->file, NULL};
  return each_member(&package, &survey, import->container);
}

/* The first pass over a file that is read by itself, for its candidate. */
static crible_status survey_alone(const cr_bods_survey *survey, cr_container *container) {
  cr_bods_package package = {.context = survey->selection->context};
  cr_progress_pass(package.context, 1, 2);
  crible_status status = cr_bods_survey_begin(survey);
  if (status == CRIBLE_OK) status = each_member(&package, survey, container);
  cr_progress_pass(package.context, 2, 2);
  return status == CRIBLE_OK ? cr_selection_close(survey->selection) : status;
}

static crible_status read(crible_dossier *dossier, const cr_import *import) {
  cr_bods_package package = package_for(dossier);
  cr_selection own = {.context = import->context};
  const cr_bods_survey survey = {import->selection ? import->selection : &own, import->file,
                                 import->candidate};
  if (!import->candidate && !import->selection) return no_candidate(import, dossier->path);
  crible_status status = CRIBLE_OK;
  if (!whole(import->container) && !import->joined) package.survey = &survey;
  if (package.survey && !import->selection) status = survey_alone(&survey, import->container);
  if (status == CRIBLE_OK) status = add_source(dossier->facts, dossier->path);
  if (status == CRIBLE_OK) status = each_member(&package, NULL, import->container);
  if (status == CRIBLE_OK) status = make_facts(&package, import->candidate);
  cr_bods_package_clear(&package);
  cr_selection_clear(&own);
  return status;
}

typedef struct block {
  const char *bytes;
  size_t left;
} block;

static crible_status read_block(void *user, char *out, size_t room, size_t *got) {
  block *from = user;
  *got = from->left < room ? from->left : room;
  if (*got) memcpy(out, from->bytes, *got);
  from->bytes += *got;
  from->left -= *got;
  return CRIBLE_OK;
}

static crible_status survey_block(cr_bods_package *package, const cr_bods_survey *survey,
                                  const cr_json_input *input) {
  crible_status status = cr_bods_survey_begin(survey);
  if (status == CRIBLE_OK) status = read_input(package, survey, input);
  if (status == CRIBLE_OK) status = cr_selection_close(survey->selection);
  if (status == CRIBLE_OK) package->survey = survey;
  return status;
}

crible_status cr_bods_read_bytes(crible_dossier **out, crible_context *context, const char *path,
                                 const char *bytes, size_t length, const char *candidate,
                                 bool above_only) {
  crible_dossier *dossier = NULL;
  block from = {bytes, length};
  const cr_json_input input = {read_block, &from, path};
  cr_selection selection = {.context = context};
  const cr_bods_survey survey = {&selection, 0, candidate};
  crible_status status = cr_dossier_new(&dossier, context, path);
  if (status != CRIBLE_OK) return status;
  cr_bods_package package = package_for(dossier);
  status = add_source(dossier->facts, dossier->path);
  if (status == CRIBLE_OK && above_only) status = survey_block(&package, &survey, &input);
  from = (block){bytes, length};
  if (status == CRIBLE_OK) status = read_input(&package, NULL, &input);
  if (status == CRIBLE_OK) status = make_facts(&package, candidate);
  cr_bods_package_clear(&package);
  cr_selection_clear(&selection);
  if (status == CRIBLE_OK) *out = dossier;
  else crible_dossier_free(dossier);
  return status;
}

const cr_format cr_format_bods = {.name = "bods", .recognises = recognises, .survey = survey,
                                  .whole = whole, .read = read};
