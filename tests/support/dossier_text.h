/* Dossiers given as text, and what is said of them. */
#ifndef TESTS_SUPPORT_DOSSIER_TEXT_H
#define TESTS_SUPPORT_DOSSIER_TEXT_H

#include <crible/diagnostic.h>

#include "importers/dossier/dossier.h"

/* A context on the datasets under test. Fails the test when there is no memory. */
crible_context *dossier_context(void);

/* Reads a whole dossier.xml given as text. */
crible_status dossier_from(crible_dossier **out, crible_context *context, const char *text);

/* Reads a dossier that holds a company "C", candidate, with `inside` inside it, and
 * `outside` beside it. Fails the test, telling the errors, when it cannot be read. */
crible_dossier *dossier_with(crible_context *context, const char *inside, const char *outside);

/* The diagnostics of a context, as a compiler would print them, without colours. The
 * caller frees it. */
char *dossier_diagnostics(const crible_context *context);

/* Canonical form; the caller frees it with crible_text_free. Fails the test when there
 * is none. */
char *dossier_canonical(const crible_dossier *dossier);

/* Whether a value is numerator/denominator; a date written YYYY-MM-DD. */
bool dossier_is(const fmpq *value, long numerator, unsigned long denominator);
cr_date dossier_day(const char *text);

/* A file's text; the caller frees it. Fails the test when it cannot be read. */
char *dossier_file(const char *path);

#endif
