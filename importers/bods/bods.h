/* BODS, the Beneficial Ownership Data Standard, 0.2 to 0.4: a package of statements as facts. */
#ifndef CR_BODS_BODS_H
#define CR_BODS_BODS_H

#include "importers/formats/format.h"

/* Of a larger file only what stands above those that matter is kept; in bytes. */
enum { CR_BODS_WHOLE = 4 << 20 };

extern const cr_format cr_format_bods;

/* Reads a package whose text is already in memory; `path` names it in diagnostics. `above_only`:
 * as a large file is, in two passes.
 * Errors: as crible_dossier_read_with. */
CRIBLE_MUST_CHECK crible_status cr_bods_read_bytes(crible_dossier **out, crible_context *context,
                                                   const char *path, const char *bytes,
                                                   size_t length, const char *candidate,
                                                   bool above_only);

#endif
