/* Any bytes as an answer of the French register of companies on beneficial owners. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const crible_dossier_options options = {.format = "inpi", .subject = "552100554"};
  fuzz_import(bytes, length, &options);
  return 0;
}
