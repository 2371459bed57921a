/* Facts as the command names them to people: by their element in a dossier. */
#ifndef CR_REPORT_FACT_WORDS_H
#define CR_REPORT_FACT_WORDS_H

#include "importers/difference/difference.h"

/* "stake acme, of alpha". NULL when memory is short, here and below. */
const char *cr_fact_words(cr_arena *arena, const char *element, const char *which, const char *of);

/* "capital 25 % → 30 %; votes 25 %": attributes by their names in a dossier, shares in percent. */
const char *cr_attribute_words(cr_arena *arena, const cr_fact_difference *difference);

#endif
