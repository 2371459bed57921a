/* Text inside HTML and SVG: nothing in a name can end an element, steer the direction of
 * what follows, or be a character that XML forbids. */
#ifndef CR_REPORT_MARKUP_H
#define CR_REPORT_MARKUP_H

#include "engine/report/buffer.h"

/* Escaped for text and for attributes between double quotes. */
void cr_markup_text(cr_buffer *out, const char *text);

/* <tag attributes>text</tag>; `attributes` is markup, "" for none. */
void cr_markup_element(cr_buffer *out, const char *tag, const char *attributes, const char *text);

/* A length with one decimal, a point in every language. */
void cr_markup_number(cr_buffer *out, double value);

#endif
