#include "importers/bods/survey.h"

#include <string.h>

#include "engine/facts/party_index.h"

static uint64_t key_of(const cr_bods_survey *survey, const char *id, size_t length) {
  uint64_t hash = cr_hash_bytes(CR_HASH_START, &survey->file, sizeof survey->file);
  hash = cr_hash_bytes(hash, id, length);
  return hash ? hash : 1;
}

static uint64_t key_of_text(const cr_bods_survey *survey, const cr_json_value *text) {
  return key_of(survey, text->text, text->length);
}

crible_status cr_bods_survey_begin(const cr_bods_survey *survey) {
  const char *candidate = survey->candidate;
  return candidate ? cr_selection_keep(survey->selection,
                                       key_of(survey, candidate, strlen(candidate)))
                   : CRIBLE_OK;
}

/* Whether a text is what the caller calls the candidate. */
static bool meant(const cr_bods_survey *survey, const cr_json_value *text) {
  return survey->candidate && text && !strcmp(text->text, survey->candidate);
}

static crible_status add_relationship(const cr_bods_survey *survey, const cr_bods_head *head,
                                      uint64_t own) {
  bool person;
  cr_selection *selection = survey->selection;
  const cr_json_value *details = head->details;
  const cr_json_value *subject = cr_bods_party_id(&person, details, "subject");
  const cr_json_value *party = cr_bods_party_id(&person, details, "interestedParty");
  const cr_json_value *components = cr_json_member(details, "componentRecords");
  if (!components) components = cr_json_member(details, "componentStatementIDs");
  crible_status status = CRIBLE_OK;
  if (subject) status = cr_selection_tie(selection, key_of_text(survey, subject), own);
  if (status == CRIBLE_OK && party)
    status = cr_selection_tie(selection, own, key_of_text(survey, party));
  if (status == CRIBLE_OK && meant(survey, party)) status = cr_selection_keep(selection, own);
  for CR_JSON_EACH (component, components)
    if (status == CRIBLE_OK && cr_json_text(component))
      status = cr_selection_tie(selection, own, key_of_text(survey, component));
  return status;
}

/* The candidate may be named by its number in a register; other files may know any party so. */
static crible_status add_identifiers(const cr_bods_survey *survey, const cr_json_value *details,
                                     uint64_t own) {
  crible_status status = CRIBLE_OK;
  for CR_JSON_EACH (element, cr_json_member(details, "identifiers")) {
    const char *scheme = cr_json_text(cr_json_member(element, "scheme"));
    const cr_json_value *value = cr_json_member(element, "id");
    const char *text = cr_json_text(value);
    if (!scheme) scheme = cr_json_text(cr_json_member(element, "schemeName"));
    if (!scheme || !text || !*text) continue;
    if (meant(survey, value)) status = cr_selection_keep(survey->selection, own);
    else if (!survey->candidate)
      status = cr_selection_same(survey->selection, own,
                                 cr_key_of(cr_bods_scheme_of(scheme, text), text));
    if (status != CRIBLE_OK) return status;
  }
  return status;
}

crible_status cr_bods_survey_add(const cr_bods_survey *survey, const cr_json_value *value) {
  cr_bods_head head;
  crible_status status = CRIBLE_OK;
  if (!cr_bods_head_of(&head, value) || !head.record) return CRIBLE_OK;
  uint64_t own = key_of_text(survey, head.record);
  if (meant(survey, head.id)) status = cr_selection_keep(survey->selection, own);
  for CR_JSON_EACH (replaced, cr_json_member(value, "replacesStatements"))
    if (status == CRIBLE_OK && cr_json_text(replaced))
      status = cr_selection_same(survey->selection, own, key_of_text(survey, replaced));
  if (status != CRIBLE_OK) return status;
  return head.kind == CR_BODS_RELATIONSHIP ? add_relationship(survey, &head, own)
                                           : add_identifiers(survey, head.details, own);
}

bool cr_bods_survey_keeps(const cr_bods_survey *survey, const char *id, size_t length) {
  return cr_selection_keeps(survey->selection, key_of(survey, id, length));
}
