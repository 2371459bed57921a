#include "engine/base/file.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/memory.h"
#include "engine/base/words.h"

/* Reads to the end, or to the first byte beyond `most`: the size is not asked for, so that
 * pipes can be read. */
static crible_status read_all(char **block, size_t *length, crible_context *context, FILE *file,
                              size_t most) {
  size_t capacity = 0;
  for (;;) {
    void *grown = *block;
    crible_status status = cr_grow(context, &grown, &capacity, *length + 32 * 1024, 1);
    if (status != CRIBLE_OK) {
      return status;
    }
    *block = grown;
    *length += fread(*block + *length, 1, capacity - *length - 1, file);
    if (ferror(file)) {
      return CRIBLE_E_IO;
    }
    if (feof(file) || *length > most) {
      (*block)[*length] = '\0';
      return CRIBLE_OK;
    }
  }
}

/* Tells why a file was not read; memory that is short tells itself. */
static crible_status tell(crible_context *context, const char *path, crible_status status,
                          int reason) {
  const char *code = status == CRIBLE_E_NO_INPUT ? "no-input" : "not-readable";
  if (status == CRIBLE_E_MEMORY) {
    return status;
  }
  crible_status told = cr_error(context, code, path, 0, 0, NULL, _("cannot read '%s': %s"), path,
                                cr_failure_words(reason ? reason : EIO));
  return told == CRIBLE_E_DATA ? status : told;
}

crible_status cr_file_read(char **out, size_t *length, crible_context *context, const char *path) {
  return cr_file_read_most(out, length, context, path, SIZE_MAX);
}

crible_status cr_file_read_most(char **out, size_t *length, crible_context *context,
                                const char *path, size_t most) {
  crible_status status = CRIBLE_OK;
  char *block = NULL;
  size_t read = 0;
  FILE *file = fopen(path, "rb");
  if (!file) {
    return tell(context, path, CRIBLE_E_NO_INPUT, errno);
  }
  errno = 0;
  status = read_all(&block, &read, context, file, most);
  if (status != CRIBLE_OK) {
    status = tell(context, path, errno == EISDIR ? CRIBLE_E_NO_INPUT : status, errno);
    goto cleanup;
  }
  if (read > most) {
    status = cr_error(context, "too-large", path, 0, 0, NULL,
                      _("'%s' has more than %zu MB, the most that is read"), path, most >> 20);
    goto cleanup;
  }
  *out = block;
  *length = read;
  block = NULL;
cleanup:
  cr_release(context, block);
  fclose(file);
  return status;
}
