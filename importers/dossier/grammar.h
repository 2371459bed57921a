/* The grammar of dossiers, as their RELAX NG schema states it: which elements stand
 * where, with which attributes. libxml2 would validate too, but keeps a state for each subset of
 * the optional attributes that an element has, and cannot say what was meant. Values
 * are left to the readers, which know more of them than a schema can say. */
#ifndef CR_DOSSIER_GRAMMAR_H
#define CR_DOSSIER_GRAMMAR_H

#include "importers/dossier/tree.h"

#define CR_DOSSIER_NAMESPACE "urn:crible:dossier:1"

/* What the schema says of one element; lists are words separated by blanks. */
typedef struct cr_element_rule {
  const char *name;
  const char *required, *optional; /* attributes */
  const char *children;
  bool has_text;
} cr_element_rule;

typedef struct cr_grammar {
  cr_arena *arena;
  cr_element_rule *rules;
  size_t count;
  const cr_element_rule *root;
} cr_grammar;

/* Reads schemas/dossier.rng of the context's data folder into `arena`.
 * Errors: those of cr_file_read; CRIBLE_E_INTERNAL, told, when it is no schema of
 * the kind that this reader knows; CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_grammar_read(cr_grammar *out, cr_arena *arena);

const cr_element_rule *cr_grammar_rule(const cr_grammar *grammar, const char *name);

/* Complains about elements and attributes that the grammar does not have, has
 * elsewhere, or requires. False when the root is not a dossier's, and nothing more can be said. */
bool cr_grammar_check(const cr_grammar *grammar, cr_complaints *complaints, const cr_text *text,
                      const xmlDoc *tree);

#endif
