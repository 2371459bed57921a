/* The words of the format: which elements stand where, with which attributes.
 * The schema says the same; here it is said so that a mistake can be explained. */
#ifndef CR_DOSSIER_GRAMMAR_H
#define CR_DOSSIER_GRAMMAR_H

#include "importers/dossier/tree.h"

#define CR_DOSSIER_NAMESPACE "urn:crible:dossier:1"

/* Lists are words separated by blanks. */
typedef struct cr_element_rule {
  const char *name;
  const char *parents;
  const char *required, *optional; /* attributes */
  bool is_fact;                    /* takes those of every fact too */
  bool has_text;
} cr_element_rule;

extern const cr_element_rule cr_element_rules[];
extern const size_t cr_element_rule_count;
extern const char cr_fact_attributes[];

/* Whether a list contains a word. */
bool cr_list_contains(const char *list, const char *word);
/* Takes the next word of a list: its length, 0 at the end; *list moves behind it. */
size_t cr_list_next(const char **list, const char **word);

/* Complains about elements and attributes that the format does not have, has
 * elsewhere, or requires. False when the root is not a dossier's, and nothing more can be said. */
bool cr_grammar_check(cr_complaints *complaints, const cr_text *text, const xmlDoc *tree);

#endif
