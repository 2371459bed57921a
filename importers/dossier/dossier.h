/* Inside of a dossier: its facts, and the reference data they were checked against. */
#ifndef CR_DOSSIER_DOSSIER_H
#define CR_DOSSIER_DOSSIER_H

#include <crible/dossier.h>

#include "engine/facts/facts.h"
#include "engine/facts/reference.h"
#include "importers/dossier/attachments.h"
#include "importers/dossier/tree.h"

struct crible_dossier {
  crible_context *context;
  cr_facts *facts;
  const char *path; /* of dossier.xml, in the facts' arena */
  cr_reference *reference;
  struct crible_dossier **parts; /* registers whose facts it took over, and whose texts they are */
  size_t part_count;
};

/* A dossier without facts, with the reference data; `path` names it in diagnostics.
 * Errors: those of cr_reference_read. */
CRIBLE_MUST_CHECK crible_status cr_dossier_new(crible_dossier **out, crible_context *context,
                                               const char *path);

/* Reads and checks a dossier whose text is already in memory, with a NUL after its
 * `length` bytes; `path` names it in diagnostics, and its folder is where attached
 * documents are looked for.
 * Errors: as crible_dossier_read. */
CRIBLE_MUST_CHECK crible_status cr_dossier_read_bytes(crible_dossier **out, crible_context *context,
                                                      const char *path, const char *bytes,
                                                      size_t length);
/* The same with attached documents looked for elsewhere. */
CRIBLE_MUST_CHECK crible_status cr_dossier_read_attached(crible_dossier **out,
                                                         crible_context *context, const char *path,
                                                         const char *bytes, size_t length,
                                                         const cr_attachments *attachments);

/* Reads and checks a dossier that is a tree already, each element of which knows its place in
 * `text`, whose path is the dossier's. Tells the complaints made so far with those of the
 * reading. `attachments` is NULL when attached documents were checked already. Errors: as
 * crible_dossier_read. */
CRIBLE_MUST_CHECK crible_status cr_dossier_read_tree(crible_dossier **out,
                                                     cr_complaints *complaints,
                                                     const cr_text *text, xmlDoc *tree,
                                                     const cr_attachments *attachments);

/* Reads a table of holders by itself: CSV, XLSX or ODS. `candidate` is the name of the company
 * whose holders it lists. Errors: as crible_dossier_read; CRIBLE_E_USAGE for an empty name. */
CRIBLE_MUST_CHECK crible_status cr_dossier_read_table(crible_dossier **out, crible_context *context,
                                                      const char *path, const char *candidate);

#endif
