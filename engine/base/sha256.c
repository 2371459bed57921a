#include "engine/base/sha256.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

void cr_sha256_text(char out[65], const void *bytes, size_t length) {
  struct sha256_ctx digest;
  uint8_t sum[SHA256_DIGEST_SIZE];
  sha256_init(&digest);
  sha256_update(&digest, length, bytes);
  sha256_digest(&digest, sizeof sum, sum);
  base16_encode_update(out, sizeof sum, sum);
  out[64] = '\0';
}
