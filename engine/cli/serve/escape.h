/* Text as JSON and markup want it, written to a stream. */
#ifndef CR_SERVE_ESCAPE_H
#define CR_SERVE_ESCAPE_H

#include <stddef.h>
#include <stdio.h>

/* Text as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD. */
void cr_escape_text(FILE *out, const char *text, size_t length);

/* The same without the quotes: a piece of such a string, whole characters. */
void cr_escape_part(FILE *out, const char *text, size_t length);

/* Text of HTML or XML, or of an attribute between double quotes. */
void cr_escape_markup(FILE *out, const char *text);

#endif
