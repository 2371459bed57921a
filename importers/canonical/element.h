/* Elements of canonical XML: attributes in the order given, children in one order
 * whatever order they came in. */
#ifndef CR_CANONICAL_ELEMENT_H
#define CR_CANONICAL_ELEMENT_H

#include "engine/facts/facts.h"
#include "importers/dossier/vocabulary.h"

/* Texts being written; `status` stays CRIBLE_E_MEMORY once memory was short, and what
 * is written then is of no use. */
typedef struct cr_writer {
  const cr_facts *facts;
  crible_context *context;
  cr_arena *arena;
  crible_status status;
} cr_writer;

/* Finished elements that will be children of one parent. */
typedef struct cr_children {
  struct cr_child *items;
  size_t count, capacity;
} cr_children;

typedef struct cr_element {
  cr_writer *writer;
  const char *name;
  int depth;  /* of the root: 0 */
  char *text; /* the start tag so far */
  size_t length, capacity;
} cr_element;

cr_element cr_element_begin(cr_writer *writer, const char *name, int depth);

/* An attribute; not written when its value is NULL, CR_NONE, CR_DATE_NONE, or a word
 * without text. */
void cr_put_text(cr_element *element, const char *name, const char *value);
void cr_put_number(cr_element *element, const char *name, int value);
void cr_put_date(cr_element *element, const char *name, cr_date value);
void cr_put_rational(cr_element *element, const char *name, const fmpq *value);
void cr_put_interval(cr_element *element, const char *name, const cr_interval *value);
void cr_put_word(cr_element *element, const char *name, const cr_word *words, int value);
void cr_put_yes_no(cr_element *element, const char *name, cr_tristate value);
/* Words in alphabetical order, separated by blanks. */
void cr_put_list(cr_element *element, const char *name, const char *const *words, size_t count);
void cr_put_party(cr_element *element, const char *name, int party);
/* The id of a party as a dossier can have it: other formats have ids with blanks, for which "%20"
 * and the like stand then. NULL when memory was short. */
const char *cr_party_word(cr_writer *writer, int party);
void cr_put_parties(cr_element *element, const char *name, const int *parties, int count);
/* What every fact carries. */
void cr_put_fact(cr_element *element, const cr_fact *fact);

/* Finishes an element and files it among its parent's children, which are put in
 * order by rank, then by their text. `content` (words) and `children` may be NULL; both are
 * used up. */
void cr_element_end(cr_element *element, cr_children *siblings, int rank, const char *content,
                    cr_children *children);
/* Finishes the root. NULL when memory was short. */
char *cr_element_root(cr_element *element, cr_children *children, size_t *length);

void cr_children_clear(cr_children *children, crible_context *context);

#endif
