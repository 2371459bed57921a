/* Registers beside a dossier, or alone: two passes over each, and one store in the end. */
#ifndef CR_FORMATS_GATHER_H
#define CR_FORMATS_GATHER_H

#include "importers/formats/format.h"

/* One file and its format; `path` is the caller's. */
typedef struct cr_register_file {
  const char *path;
  const cr_format *format;
} cr_register_file;

/* Adds to a dossier what registers say of whoever stands above its parties, or above the
 * `candidate` (NULL: the dossier has one). `subject` is whose answer a file is that does not say
 * it, or NULL. What is wrong is told.
 * Errors: those of the formats; CRIBLE_E_DATA when nobody is the candidate. */
CRIBLE_MUST_CHECK crible_status cr_registers_gather(crible_dossier *dossier,
                                                    const cr_register_file *files, size_t count,
                                                    const char *candidate, const char *subject);

#endif
