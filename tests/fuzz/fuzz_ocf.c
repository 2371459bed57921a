/* Any bytes as a ledger in Open Cap Format: a file, or a zip of files written as text. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const crible_dossier_options options = {.format = "ocf"};
  fuzz_import(bytes, length, &options);
  return 0;
}
