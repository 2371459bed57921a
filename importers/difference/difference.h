/* What differs between the facts of two dossiers. */
#ifndef CR_DIFFERENCE_DIFFERENCE_H
#define CR_DIFFERENCE_DIFFERENCE_H

#include "engine/facts/facts.h"

typedef enum cr_difference_kind { CR_ADDED, CR_REMOVED, CR_CHANGED } cr_difference_kind;

/* An attribute of the fact's element; NULL on the side that does not have it. The words of a
 * clause are the attribute "sentence"; an admission or a declared holder inside the fact is one
 * named after it, "admission XPAR". */
typedef struct cr_attribute_difference {
  const char *name, *before, *after;
} cr_attribute_difference;

typedef struct cr_fact_difference {
  cr_difference_kind kind;
  const char *element; /* "stake" */
  const char *of;      /* id of the party that it stands in, NULL: of the dossier */
  const char *which;   /* what tells it from others: "acme", "registered-office"; "" when nothing */
  cr_attribute_difference *attributes; /* added, removed: all of them */
  int attribute_count;
} cr_fact_difference;

typedef struct cr_facts_difference {
  cr_fact_difference *items;
  size_t count;
} cr_facts_difference;

/* Parties are the same by their id; failing that, by an identifier (LEI, SIREN, register) that both
 * have: what refers to them is then the same too, and they have the id of `before`. Facts are those of
 * the canonical form. In `arena`. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_facts_differ(cr_facts_difference *out, const cr_facts *before,
                                                const cr_facts *after, cr_arena *arena);

#endif
