/* Passages of a document's body: found by their ids, cited by their numbers, quoted. */
#ifndef CR_AKN_PASSAGES_H
#define CR_AKN_PASSAGES_H

#include "importers/akn/akn.h"

/* An element of the standard's namespace. */
bool cr_akn_is(const xmlNode *node, const char *name);

/* The next node of a walk through `top`, parents first; NULL at its end. */
const xmlNode *cr_akn_next(const xmlNode *node, const xmlNode *top);

/* The element with an eId, or NULL. */
const xmlNode *cr_akn_find(const xmlNode *top, const char *id);

/* "14.2": the passage's own number, after its article's where it does not begin with it; ""
 * without any. NULL when memory is short, here and below. */
const char *cr_akn_number(cr_arena *arena, const xmlNode *passage);
const char *cr_akn_heading(cr_arena *arena, const xmlNode *passage);

/* The words, without numbers and headings, blanks run together. */
const char *cr_akn_words(cr_arena *arena, const xmlNode *passage);

#endif
