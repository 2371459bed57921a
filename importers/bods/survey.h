/* What a large package is asked before it is read: who stands above whom, so that of a file of
 * gigabytes only what stands above those that matter is kept.
 *
 * Keys are of records, told apart by the file. What is tied:
 * - the subject of a relationship to its record, and that to the interested party and to the
 *   records of its components, so that all versions of what binds one who matters are there;
 * - a statement to those that it replaces, both ways;
 * - an entity to its identifiers, both ways, where other files may know them. */
#ifndef CR_BODS_SURVEY_H
#define CR_BODS_SURVEY_H

#include "importers/bods/statement.h"
#include "importers/registers/selection.h"

typedef struct cr_bods_survey {
  cr_selection *selection;
  uint64_t file;         /* tells several files apart */
  const char *candidate; /* of this file, or NULL: others say who matters, by identifiers */
} cr_bods_survey;

/* Keeps the record of the candidate's id. */
CRIBLE_MUST_CHECK crible_status cr_bods_survey_begin(const cr_bods_survey *survey);
/* Ties what a statement says; an element that is none says nothing. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_bods_survey_add(const cr_bods_survey *survey,
                                                   const cr_json_value *value);

/* Whether the record of an id is kept, once the selection is closed. */
bool cr_bods_survey_keeps(const cr_bods_survey *survey, const char *id, size_t length);

#endif
