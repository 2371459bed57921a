/* Documents whose content a dossier takes in: tables of holders, clauses. The element that cites
 * one names a `source`, which states the document's file and digest. */
#ifndef CR_DOSSIER_CITED_H
#define CR_DOSSIER_CITED_H

#include "importers/dossier/reader.h"

typedef struct cr_cited {
  cr_reader *reader;
  xmlNode *root, *company, *element; /* the dossier's, whose it is, what cites the document */
  const char *file;                  /* as the dossier writes it */
  const char *name;                  /* as diagnostics name it: beside the dossier's file */
} cr_cited;

bool cr_cited_is(const xmlNode *node, const char *name);
bool cr_cited_is_party(const xmlNode *node);

/* Finds the source and its file, and reads the bytes, with a NUL after them (cr_release frees
 * them). False after a complaint, or with the reader's status set. */
bool cr_cited_read(char **bytes, size_t *length, cr_cited *cited);

#endif
