/* Any bytes as a file of the Global LEI Foundation. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  fuzz_import(bytes, length, "gleif", "529900CRIBLETEST0198");
  return 0;
}
