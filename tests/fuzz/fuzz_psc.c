/* Any bytes as a snapshot of the British register of persons with significant control. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const crible_dossier_options options = {.format = "psc", .candidate = "00000042"};
  fuzz_import(bytes, length, &options);
  return 0;
}
