/* Facts as the command names them to people: by their element in a dossier. */
#ifndef CR_REPORT_FACT_WORDS_H
#define CR_REPORT_FACT_WORDS_H

#include "importers/difference/difference.h"

/* "stake acme, of alpha". NULL when memory is short, here and below. */
const char *cr_fact_words(cr_arena *arena, const char *element, const char *which, const char *of);

/* A fact by its element, what tells it from others and the party that it stands in, as above. */
typedef struct cr_fact_name {
  const char *element, *which, *of; /* which: NULL when memory is short */
} cr_fact_name;
cr_fact_name cr_fact_name_of(cr_arena *arena, const cr_facts *facts, cr_fact_ref ref);

/* "capital 25 % → 30 %; votes 25 %": attributes by their names in a dossier, shares in percent. */
const char *cr_attribute_words(cr_arena *arena, const cr_fact_difference *difference);

#endif
