/* A package: all statements of a file, the records they are on, and the facts they become. */
#ifndef CR_BODS_PACKAGE_H
#define CR_BODS_PACKAGE_H

#include "importers/bods/index.h"
#include "importers/bods/statement.h"
#include "importers/bods/survey.h"

/* What the statements of one recordId are about. */
typedef struct cr_bods_record {
  const char *id;
  cr_bods_record_kind kind;
  int party;       /* index in the facts; CR_NONE: a relationship, or nobody known */
  int first, last; /* its statements in `order`; last is one past */
} cr_bods_record;

typedef struct cr_bods_package {
  crible_context *context;
  cr_facts *facts;
  cr_bods_places places;
  const char *file;
  const cr_bods_survey *survey; /* of a first pass, which keeps some; NULL: every statement is */
  cr_bods_statement *statements;
  size_t count, capacity;
  int *record_of; /* of each statement */
  int *order;     /* statements by record, then date, then place */
  cr_bods_record *records;
  size_t record_count, record_capacity;
  cr_bods_index index; /* ids to records */
  int *above;          /* statements of relationships by their subject's record, see chains.c */
  int *first_above;
  bool *reached;
  uint64_t warned;
} cr_bods_package;

/* The first pass: what is wrong in any statement is told. Errors: as cr_bods_package_read. */
CRIBLE_MUST_CHECK crible_status cr_bods_package_survey(const cr_bods_survey *survey,
                                                       cr_json_reader *reader);
/* Reads every statement, or those that are kept; what is wrong is told, once.
 * Errors: CRIBLE_E_DATA, those of the input. */
CRIBLE_MUST_CHECK crible_status cr_bods_package_read(cr_bods_package *package,
                                                     cr_json_reader *reader);
void cr_bods_package_clear(cr_bods_package *package);

/* Groups statements into records and finds when each statement is its record's word. */
CRIBLE_MUST_CHECK crible_status cr_bods_order(cr_bods_package *package);

/* The record of an id, or CR_NONE. */
int cr_bods_record_find(const cr_bods_package *package, const char *id);
CRIBLE_MUST_CHECK crible_status cr_bods_record_add(int *out, cr_bods_package *package,
                                                   const char *id, cr_bods_record_kind kind);
/* The statement that says most recently who a record is. */
const cr_bods_statement *cr_bods_latest(const cr_bods_package *package,
                                        const cr_bods_record *record);

/* Facts. */
CRIBLE_MUST_CHECK crible_status cr_bods_name_dangling(cr_bods_package *package);
CRIBLE_MUST_CHECK crible_status cr_bods_add_parties(cr_bods_package *package);
CRIBLE_MUST_CHECK crible_status cr_bods_add_listings(cr_bods_package *package,
                                                     const cr_bods_record *record);
CRIBLE_MUST_CHECK crible_status cr_bods_add_relationships(cr_bods_package *package);
/* What notes say of a party, before its facts are added: kind and form. */
void cr_bods_note_party(cr_party *party, const cr_bods_statement *statement,
                        const char *country);
/* What they say besides: seats, lists that are complete. */
CRIBLE_MUST_CHECK crible_status cr_bods_add_noted(cr_bods_package *package,
                                                  const cr_bods_record *record);

/* Joint holdings of which not all holders are known. */
CRIBLE_MUST_CHECK crible_status cr_bods_complete_joint(cr_bods_package *package);

/* The common part of a fact that a statement states during a part of its window. */
cr_fact cr_bods_fact(const cr_bods_statement *statement, cr_period period);
/* A warning at a statement, with the path of a member of its details. */
crible_status cr_bods_warn(cr_bods_package *package, const cr_bods_statement *statement,
                           const char *member, const char *code, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* The days in both; whether there are any. */
cr_period cr_bods_overlap(cr_period a, cr_period b);
bool cr_bods_lasts(cr_period period);

/* Whether a relationship's components are there, so that they say what it says. */
bool cr_bods_has_components(const cr_bods_package *package, const cr_bods_statement *statement);
/* Whether a chain of other relationships leads from a company up to a holder. */
CRIBLE_MUST_CHECK crible_status cr_bods_chain_known(bool *out, cr_bods_package *package,
                                                    const cr_bods_statement *total);

#endif
