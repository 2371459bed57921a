/* Any bytes as a snapshot of the British register of persons with significant control. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  fuzz_import(bytes, length, "psc", "00000042");
  return 0;
}
