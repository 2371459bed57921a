/* Any bytes as a file of the Global LEI Foundation. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const crible_dossier_options options = {.format = "gleif", .candidate = "529900CRIBLETEST0198"};
  fuzz_import(bytes, length, &options);
  return 0;
}
