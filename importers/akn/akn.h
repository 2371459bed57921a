/* Statutes and agreements in Akoma Ntoso 3.0 (OASIS LegalDocML), with the rights that are encoded
 * in them: elements `right` of the namespace urn:crible:clauses:1 in meta/proprietary, each
 * about="#ID" of the article or paragraph that grants it (docs/clauses.md). */
#ifndef CR_AKN_AKN_H
#define CR_AKN_AKN_H

#include "importers/dossier/complaint.h"
#include "importers/dossier/tree.h"

#define CR_AKN_NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#define CR_CLAUSES_NAMESPACE "urn:crible:clauses:1"

/* An encoded right for one interval of its validity. */
typedef struct cr_akn_right {
  const xmlNode *element;
  const xmlNode *passage;   /* what it is about */
  const char *article;      /* "14.2", or "" where nothing is numbered */
  const char *sentence;     /* the passage's words */
  const char *from, *to;    /* dates as written, or NULL: open */
} cr_akn_right;

/* An article of the body. */
typedef struct cr_akn_article {
  const xmlNode *element;
  const char *number, *heading; /* "14", "Décisions importantes"; or "" */
  int rights;                   /* encoded in it */
} cr_akn_article;

typedef struct cr_akn {
  crible_context *context;
  cr_arena *arena;
  cr_text text;
  cr_complaints complaints;
  xmlDoc *tree;
  const xmlNode *meta, *body;
  cr_akn_right *rights;     size_t right_count;
  cr_akn_article *articles; size_t article_count;
  const xmlNode **foreign;  size_t foreign_count; /* of other vocabularies: not understood */
} cr_akn;

/* Reads a document whose bytes are in memory, with a NUL after them; `name` names it in
 * diagnostics. What is wrong is kept in `complaints` until cr_akn_tell; then there may be no tree.
 * cr_akn_clear frees it, also after an error. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_akn_read(cr_akn *out, crible_context *context, const char *name,
                                            const char *bytes, size_t length);
/* Reports the complaints to the context: CRIBLE_E_DATA when one is an error. */
CRIBLE_MUST_CHECK crible_status cr_akn_tell(cr_akn *akn);
void cr_akn_clear(cr_akn *akn);

/* The href of the reference that "#ID" names (meta/references), or NULL. */
const char *cr_akn_reference(const cr_akn *akn, const char *id, const char **shown);

#endif
