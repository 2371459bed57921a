/* Any bytes as a package of BODS: read or refused, never a crash; what is read has a canonical
 * form and can be checked. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <crible/crible.h>

#include "importers/bods/bods.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void need(bool holds) {
  if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  char *text = malloc(length ? length : 1); /* as long as what is read: ASan sees a step beyond */
  need(text != NULL);
  if (length > 0) memcpy(text, bytes, length);
  need(crible_context_new(&context, NULL) == CRIBLE_OK);
  bool above_only = length % 2 == 1; /* as a large file is */
  if (cr_bods_read_bytes(&dossier, context, "bods.json", text, length, "C", above_only) ==
      CRIBLE_OK) {
    char *canonical = NULL;
    size_t size = 0;
    need(crible_dossier_canonical(&canonical, &size, dossier) == CRIBLE_OK);
    crible_text_free(context, canonical);
    crible_status status = crible_dossier_check(dossier);
    need(status == CRIBLE_OK || status == CRIBLE_E_DATA);
  } else {
    need(dossier == NULL && crible_diagnostic_count(context) > 0);
  }
  crible_dossier_free(dossier);
  crible_context_free(context);
  free(text);
  return 0;
}
