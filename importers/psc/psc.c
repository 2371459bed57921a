/* From a snapshot of the British register to facts, in two passes. */
#include "importers/psc/psc.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/psc/package.h"
#include "importers/registers/register.h"

static bool recognises(const char *head) {
  static const char *const words[] = {"with-significant-control", "beneficial-owner",
                                      "\"natures_of_control\"", "\"exemptions\""};
  if (strstr(head, "\"totals#persons-of-significant-control-snapshot\"")) return true;
  for (size_t i = 0; strstr(head, "\"company_number\"") && i < sizeof words / sizeof *words; i++)
    if (strstr(head, words[i])) return true;
  return false;
}

typedef crible_status (*visitor)(cr_psc_package *package, const cr_psc_record *record);

/* The first pass: entities with an identifier stand above the company. */
static crible_status survey_record(cr_psc_package *package, const cr_psc_record *record) {
  cr_spelling holder;
  if (!cr_psc_is_person(record) || !cr_psc_identifier(&holder, record, package->words))
    return CRIBLE_OK;
  return cr_selection_tie(package->selection, record->key, cr_key_of(holder.scheme, holder.value));
}

static bool protected_person(const cr_psc_record *record) {
  return !strncmp(record->kind, "super-secure", sizeof "super-secure" - 1);
}

static crible_status add_record(cr_psc_package *package, const cr_psc_record *record) {
  cr_period period;
  int company, holder;
  bool lasts = cr_psc_period(&period, record);
  crible_status status = cr_psc_company(&company, package, record);
  if (status != CRIBLE_OK || !lasts) return status;
  bool silent = protected_person(record) && !cr_json_member(record->data, "natures_of_control");
  bool over = period.to != CR_DATE_NONE;
  if (!cr_psc_is_person(record) || silent) return over ? CRIBLE_OK : cr_psc_tell(package, record);
  status = cr_psc_holder(&holder, package, record);
  if (status == CRIBLE_OK)
    status = cr_psc_add_natures(package, record, company, holder, period);
  return status;
}

/* The second pass. */
static crible_status read_record(cr_psc_package *package, const cr_psc_record *record) {
  if (!*record->number) return cr_psc_check_totals(package, record);
  if (cr_psc_is_person(record)) package->persons++;
  else if (!strcmp(record->kind, "exemptions")) package->exemptions++;
  else package->statements++;
  return cr_selection_keeps(package->selection, record->key) ? add_record(package, record)
                                                             : CRIBLE_OK;
}

static crible_status no_record(cr_json_reader *reader, const cr_json_value *element) {
  crible_status status = cr_json_error(reader, element, NULL, "psc-record", NULL,
                                       _("this is no record of the register of persons with "
                                         "significant control"));
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

static crible_status each_record(cr_psc_package *package, cr_json_reader *reader, visitor visit) {
  const cr_json_value *element = NULL;
  crible_status status = cr_json_next(&element, reader);
  while (status == CRIBLE_OK && element) {
    cr_psc_record record;
    status = cr_psc_record_of(&record, reader, element) ? visit(package, &record)
                                                        : no_record(reader, element);
    if (status == CRIBLE_OK) status = cr_json_next(&element, reader);
  }
  if (status == CRIBLE_OK && cr_json_told(reader, true) > 0) status = CRIBLE_E_DATA;
  return status;
}

static crible_status each_member(cr_psc_package *package, const cr_import *import, visitor visit) {
  crible_status status = cr_country_words_read(&package->words, package->context);
  for (size_t i = 0; status == CRIBLE_OK && i < cr_container_count(import->container); i++) {
    cr_stream *stream = NULL;
    cr_json_reader *reader = NULL;
    status = cr_stream_open(&stream, import->container, i);
    if (status != CRIBLE_OK) break;
    const cr_json_input input = {cr_stream_read, stream, cr_stream_name(stream)};
    status = cr_json_reader_new(&reader, package->context, &input);
    if (status == CRIBLE_OK) status = each_record(package, reader, visit);
    cr_json_reader_free(reader);
    cr_stream_close(stream);
  }
  cr_country_words_free(package->words);
  return status;
}

static crible_status survey(const cr_import *import) {
  cr_psc_package package = {.context = import->context, .selection = import->selection};
  return each_member(&package, import, survey_record);
}

static crible_status read(crible_dossier *dossier, const cr_import *import) {
  cr_psc_package package = {.context = import->context,
                            .facts = dossier->facts,
                            .reference = dossier->reference,
                            .selection = import->selection};
  crible_status status = cr_register_source(&package.source, dossier, "psc");
  return status == CRIBLE_OK ? each_member(&package, import, read_record) : status;
}

const cr_format cr_format_psc = {
    .name = "psc", .recognises = recognises, .survey = survey, .read = read};
