/* The facts of a dossier in another format. */
#include <crible/conversion.h>

#include "importers/canonical/canonical.h"
#include "importers/dossier/dossier.h"

crible_status crible_convert(char **out, size_t *length, const crible_dossier *dossier,
                             const crible_conversion_options *options) {
  switch (options->to) {
  case CRIBLE_TO_DOSSIER: return cr_canonical_write(out, length, dossier->facts);
  }
  return CRIBLE_E_USAGE;
}
