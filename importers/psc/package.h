/* A snapshot on its way to facts. */
#ifndef CR_PSC_PACKAGE_H
#define CR_PSC_PACKAGE_H

#include "engine/facts/facts.h"
#include "engine/facts/reference.h"
#include "importers/json/json.h"
#include "importers/psc/natures.h"
#include "importers/reference/country_words.h"
#include "importers/registers/identifier.h"
#include "importers/registers/selection.h"

typedef struct cr_psc_package {
  crible_context *context;
  cr_facts *facts;
  const cr_reference *reference;
  cr_country_words *words;
  cr_selection *selection;
  int source;
  uint64_t persons, statements, exemptions; /* records read of each kind */
} cr_psc_package;

/* One element of a snapshot. */
typedef struct cr_psc_record {
  cr_json_reader *reader;
  const cr_json_value *element, *data;
  const char *kind;
  char number[CR_VALUE_ROOM]; /* of the company, its zeros back; "" in the closing record */
  uint64_t key;               /* of it */
} cr_psc_record;

/* False when it is no record of the register. */
bool cr_psc_record_of(cr_psc_record *out, cr_json_reader *reader, const cr_json_value *element);
/* The period of a record; false when it lasts no day. */
bool cr_psc_period(cr_period *out, const cr_psc_record *record);
bool cr_psc_is_person(const cr_psc_record *record);

/* The identifier of an entity that holds, in one spelling; false when there is none that says its
 * register. */
bool cr_psc_identifier(cr_spelling *out, const cr_psc_record *record,
                       const cr_country_words *words);

/* Facts. */
CRIBLE_MUST_CHECK crible_status cr_psc_company(int *party, cr_psc_package *package,
                                               const cr_psc_record *record);
CRIBLE_MUST_CHECK crible_status cr_psc_holder(int *party, cr_psc_package *package,
                                              const cr_psc_record *record);
CRIBLE_MUST_CHECK crible_status cr_psc_add_natures(cr_psc_package *package,
                                                   const cr_psc_record *record, int company,
                                                   int holder, cr_period period);
/* Statements, exemptions, super-secure persons: told, no facts. */
CRIBLE_MUST_CHECK crible_status cr_psc_tell(cr_psc_package *package, const cr_psc_record *record);
/* The closing record's counts against what was read. */
CRIBLE_MUST_CHECK crible_status cr_psc_check_totals(const cr_psc_package *package,
                                                    const cr_psc_record *record);

CRIBLE_MUST_CHECK crible_status cr_psc_fact(cr_fact *out, cr_psc_package *package,
                                            const cr_psc_record *record, cr_period period);
/* The code of a country as it is written, or NULL: England and the like lie in GB. */
const char *cr_psc_country(const cr_country_words *words, const char *written);

#endif
