/* The report for programs: format "crible-screening/1", datasets/schemas/screening.schema.json
 * and docs/json.md. */
#ifndef CR_REPORT_JSON_H
#define CR_REPORT_JSON_H

#include "engine/report/json_writer.h"
#include "engine/report/model.h"

void cr_json_report(cr_buffer *out, const cr_report_model *model);

/* Its parts. `arena` keeps the fractions written; what is NULL is written as null. */
void cr_json_fraction(cr_json *json, const char *key, const fmpq *value, cr_arena *arena);
void cr_json_bound(cr_json *json, const char *key, const cr_bound *bound, cr_arena *arena);
void cr_json_party(cr_json *json, const char *key, const cr_shown_party *party); /* its id */
void cr_json_parties(cr_json *json, const char *key, const cr_party_list *parties);
void cr_json_facts(cr_json *json, const cr_citations *facts);
/* How a figure comes about, as members of the open object; its lists are empty without a
 * witness. */
void cr_json_explanation(cr_json *json, const cr_shown_witness *witness, cr_arena *arena);
void cr_json_witness(cr_json *json, const cr_shown_witness *witness, cr_arena *arena);
void cr_json_rights(cr_json *json, const cr_report_model *model, bool appoints);
/* All requests, and the set of one criterion, nothing when it is not asked about. */
void cr_json_requests(cr_json *json, const cr_report_model *model);
void cr_json_request_set(cr_json *json, const cr_report_model *model, cr_criterion_id id);
/* The member "readings". */
void cr_json_readings(cr_json *json, const cr_report_model *model);
void cr_json_organs(cr_json *json, const cr_report_model *model);

#endif
