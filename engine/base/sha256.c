#include "engine/base/sha256.h"

#include <stdint.h>
#include <stdio.h>

#include <nettle/sha2.h>

static void write_digest(char out[CR_SHA256_TEXT], struct sha256_ctx *hash) {
  static const char hexadecimal[] = "0123456789abcdef";
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(hash, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    out[2 * i] = hexadecimal[digest[i] >> 4];
    out[2 * i + 1] = hexadecimal[digest[i] & 15];
  }
  out[CR_SHA256_TEXT - 1] = '\0';
}

void cr_sha256(char out[CR_SHA256_TEXT], const void *data, size_t length) {
  struct sha256_ctx hash;
  sha256_init(&hash);
  sha256_update(&hash, length, data);
  write_digest(out, &hash);
}

crible_status cr_sha256_file(char out[CR_SHA256_TEXT], const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    return CRIBLE_E_NO_INPUT;
  }
  struct sha256_ctx hash;
  uint8_t piece[16384];
  size_t length;
  sha256_init(&hash);
  while ((length = fread(piece, 1, sizeof piece, file)) > 0) {
    sha256_update(&hash, length, piece);
  }
  int failed = ferror(file);
  fclose(file);
  if (failed) {
    return CRIBLE_E_IO;
  }
  write_digest(out, &hash);
  return CRIBLE_OK;
}
