/* Any bytes as a dossier: read or refused, never a crash; what is read has a canonical form
 * that is read again as the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <crible/crible.h>

#include "importers/dossier/dossier.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void need(bool holds) {
  if (!holds) abort();
}

static char *canonical(size_t *length, crible_context *context, const char *bytes, size_t count) {
  crible_dossier *dossier = NULL;
  char *text = NULL;
  if (cr_dossier_read_bytes(&dossier, context, "dossier.xml", bytes, count) == CRIBLE_OK) {
    need(crible_dossier_canonical(&text, length, dossier) == CRIBLE_OK);
    crible_status status = crible_dossier_check(dossier);
    need(status == CRIBLE_OK || status == CRIBLE_E_DATA);
  } else {
    need(dossier == NULL && crible_diagnostic_count(context) > 0);
  }
  crible_dossier_free(dossier);
  return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  crible_context *context = NULL;
  size_t first = 0, second = 0;
  char *text = malloc(length + 1); /* as long as what is read: ASan sees a step beyond */
  need(text != NULL);
  if (length > 0) memcpy(text, bytes, length);
  text[length] = '\0';
  need(crible_context_new(&context, NULL) == CRIBLE_OK);
  char *once = canonical(&first, context, text, length);
  if (once != NULL) {
    char *twice = canonical(&second, context, once, first);
    need(twice != NULL && first == second && memcmp(once, twice, first) == 0);
    crible_text_free(context, twice);
  }
  crible_text_free(context, once);
  crible_context_free(context);
  free(text);
  return 0;
}
