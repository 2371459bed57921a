/* Validation against the shipped RELAX NG schema. */
#ifndef CR_DOSSIER_SCHEMA_H
#define CR_DOSSIER_SCHEMA_H

#include "importers/dossier/tree.h"

/* What the schema has against a tree; the first objection only, since
 * libxml2's later ones echo it. */
typedef struct cr_objection {
  bool raised;
  size_t tag;        /* of the element concerned */
  char message[256]; /* in libxml2's words */
} cr_objection;

/* Validates against schemas/dossier.rng of the context's data folder.
 * Errors: those of cr_file_read; CRIBLE_E_INTERNAL when the schema itself cannot be
 * compiled; CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_schema_validate(cr_objection *out, crible_context *context,
                                                   xmlDoc *tree);

#endif
