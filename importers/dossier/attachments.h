/* Where a dossier's attached documents are: beside its file, or in the same zip. */
#ifndef CR_DOSSIER_ATTACHMENTS_H
#define CR_DOSSIER_ATTACHMENTS_H

#include "importers/container/container.h"

typedef struct cr_attachments {
  cr_container *zip;  /* NULL: in the folder of the dossier's file */
  const char *folder; /* in the zip: "" or "top/" */
} cr_attachments;

/* Finds the dossier.xml of a zip, at its root or in its one top folder. `folder` has
 * room for `size` bytes. Errors: CRIBLE_E_DATA, told. */
CRIBLE_MUST_CHECK crible_status cr_attachments_find(size_t *dossier, cr_attachments *out,
                                                    char *folder, size_t size,
                                                    crible_context *context, const char *path,
                                                    cr_container *zip);

/* The member that a path written in the dossier names; false when there is none. */
bool cr_attachments_member(size_t *out, const cr_attachments *in, const char *file);

#endif
