/* Editing the tree of a dossier in its canonical form: facts end, begin or are others from one
 * day on. What was true before that day stays written.
 *
 * As in reading, a mistake is complained about and the edit goes on; only short memory stops it,
 * in the complaints' status. */
#ifndef CR_CHANGE_EDIT_H
#define CR_CHANGE_EDIT_H

#include "engine/base/date.h"
#include "engine/base/interval.h"
#include "importers/dossier/tree.h"

enum { CR_MOST_PAIRS = 24 };

/* "name=value" of an argument; value NULL for a word alone. */
typedef struct cr_pair {
  const char *name, *value;
  cr_extent at;
  bool used;
} cr_pair;

typedef struct cr_edit {
  cr_complaints *complaints;
  const cr_text *text;
  xmlNode *root; /* the dossier */
  const char *candidate;
  cr_date day;
  const cr_text_argument *argument; /* being applied */
  cr_pair pairs[CR_MOST_PAIRS];     /* its words */
  int pair_count;
} cr_edit;

/* False once something is wrong with the argument being applied, or memory is short. */
bool cr_edit_goes_on(const cr_edit *edit);

/* Cuts the argument into its pairs. */
void cr_edit_read_pairs(cr_edit *edit);
/* The pair of a name, which counts as used then; NULL when there is none. */
cr_pair *cr_edit_pair(cr_edit *edit, const char *name);
/* Its value, or NULL. */
const char *cr_edit_value(cr_edit *edit, const char *name);
/* Where the pair stands, for complaints; the whole argument when there is none. */
cr_extent cr_edit_at(const cr_edit *edit, const char *name);
/* Complains of every pair that nothing has used. `known` are the words that are, for
 * "did you mean", separated by blanks. */
void cr_edit_unused(cr_edit *edit, const char *known);

/* Complains with the first of the pairs named as the place. */
#define CR_REFUSE(edit, name, code, ...) \
  cr_complain((edit)->complaints, CR_CAUSE_SENSE, code, cr_edit_at(edit, name), __VA_ARGS__)

/* The element of a party, or NULL. */
xmlNode *cr_edit_party(const cr_edit *edit, const char *id);
/* As above, with a complaint and what was meant when there is none. */
xmlNode *cr_edit_party_named(cr_edit *edit, const char *pair);
/* What the pair "of" names, the candidate when it is silent. NULL after a complaint. */
xmlNode *cr_edit_of(cr_edit *edit);
const char *cr_edit_id(const xmlNode *element);

/* The first child of `parent` after `after` (NULL: from the beginning) with this name that is in
 * force on the day. */
xmlNode *cr_edit_next(const cr_edit *edit, const xmlNode *parent, const xmlNode *after,
                      const char *name);
bool cr_edit_is(const xmlNode *element, const char *attribute, const char *value);

/* A new fact from the day on, last in `parent`. NULL when memory is short, here and below. */
xmlNode *cr_edit_add(cr_edit *edit, xmlNode *parent, const char *name);
/* Leaves what the fact was before the day as a fact of its own, so that the element can be
 * changed from the day on. */
void cr_edit_begin_today(cr_edit *edit, xmlNode *element);
/* The fact is not true any more from the day on. */
void cr_edit_end_today(cr_edit *edit, xmlNode *element);
/* A NULL value takes the attribute away. */
void cr_edit_put(cr_edit *edit, xmlNode *element, const char *attribute, const char *value);
void cr_edit_put_rational(cr_edit *edit, xmlNode *element, const char *attribute, const fmpq_t value);

/* What an attribute says; false when it is not there. */
bool cr_edit_get_rational(fmpq_t out, const xmlNode *element, const char *attribute);
bool cr_edit_get_interval(cr_interval *out, const cr_edit *edit, const xmlNode *element,
                          const char *attribute);
void cr_edit_put_interval(cr_edit *edit, xmlNode *element, const char *attribute,
                          const cr_interval *value);

/* A number for a reader: "500", "5 %". */
const char *cr_edit_count_words(const cr_edit *edit, const fmpq_t value);
const char *cr_edit_share_words(const cr_edit *edit, const fmpq_t value);

#endif
