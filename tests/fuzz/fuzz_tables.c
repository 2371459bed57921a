/* Any bytes as a table of holders: CSV, or the members of an XLSX or ODS. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const crible_dossier_options options = {.format = "table", .candidate = "Crible"};
  fuzz_import(bytes, length, &options);
  return 0;
}
