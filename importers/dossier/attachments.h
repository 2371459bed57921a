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

/* Whether a path stays in its folder, and means the same on every system. */
bool cr_path_stays(const char *path);

typedef enum cr_attached { CR_ATTACHED, CR_ATTACHED_NOT_THERE, CR_ATTACHED_OUTSIDE } cr_attached;

/* Where the file is that a dossier at `dossier` names, a path that stays in its folder. In a folder
 * links are followed, but not out of it. */
cr_attached cr_attachments_look(const cr_attachments *in, const char *dossier, const char *file);
/* Its bytes (cr_release frees them), after CR_ATTACHED.
 * Errors: CRIBLE_E_DATA, CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_attachments_read(char **out, size_t *length,
                                                    const cr_attachments *in,
                                                    crible_context *context, const char *dossier,
                                                    const char *file);

#endif
