/* The text of a dossier to complete. */
#ifndef CR_DRAFT_DRAFT_H
#define CR_DRAFT_DRAFT_H

#include "importers/tables/write_table.h"

/* A table of holders to start from. */
typedef struct cr_draft_table {
  const char *name;   /* of its file, in the dossier's folder */
  const char *digest; /* SHA-256 */
  const cr_cap_table *rows;
  cr_table_ids ids;
} cr_draft_table;

/* Writes it; `table` may be NULL. `out->status` tells short memory. */
void cr_draft_write(cr_xml_text *out, const char *id, const char *candidate,
                    const cr_draft_table *table);

#endif
