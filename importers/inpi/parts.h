/* One beneficial owner of the subject, and what is declared of it. */
#ifndef CR_INPI_PARTS_H
#define CR_INPI_PARTS_H

#include "importers/payload/payload.h"

/* The two spellings of the same register: the State's interface, and the register's own. */
typedef enum cr_inpi_spelling { CR_INPI_NESTED, CR_INPI_FLAT } cr_inpi_spelling;

typedef struct cr_inpi_owner {
  cr_payload *payload;
  cr_inpi_spelling spelling;
  const cr_json_value *modes; /* modalites, or modalite */
  int party;
} cr_inpi_owner;

/* A person; `number` counts from 1. */
CRIBLE_MUST_CHECK crible_status cr_inpi_add_person(int *out, cr_payload *payload,
                                                   const cr_json_value *value,
                                                   cr_inpi_spelling spelling, int number);
/* What it holds of the capital or of the votes: totals beside details. */
CRIBLE_MUST_CHECK crible_status cr_inpi_add_holding(const cr_inpi_owner *owner,
                                                    cr_property property);
/* How it controls the company otherwise, and what it may come to hold. */
CRIBLE_MUST_CHECK crible_status cr_inpi_add_powers(const cr_inpi_owner *owner);

#endif
