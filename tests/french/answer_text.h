/* Answers of French registers, and the facts that they become, in a few words. */
#ifndef TESTS_FRENCH_ANSWER_TEXT_H
#define TESTS_FRENCH_ANSWER_TEXT_H

#include "importers/dossier/dossier.h"

#define SUBJECT "552 100 554" /* whose answer it is, unless said */

/* What an answer becomes, a line each: parties but the subject ("c ALPHA 732829320"), seats
 * ("@ ALPHA FR"), stakes ("ALPHA > 552100554 capital [1/3,1/3]", rounded ones with "~"), controls,
 * rights, then the codes of what was told with their paths. The caller frees it. */
char *answer_facts(const char *text);
/* The codes alone, when reading fails with `expected`. */
char *answer_refused(const char *text, const crible_dossier_options *options,
                     crible_status expected);
/* "[0,1/2] …": the figures of the four criteria on 15 February 2023. */
char *answer_figures(const char *text, const crible_dossier_options *options);

/* Reads a text as a file. */
crible_status answer_read(crible_dossier **out, crible_context *context, const char *text,
                          const crible_dossier_options *options);

/* Fails when a text, which it frees, is not the expected one. */
void expect_text(char *found, const char *expected);

#endif
