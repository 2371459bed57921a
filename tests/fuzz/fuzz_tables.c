/* Any bytes as a table of holders: CSV, or the members of an XLSX or ODS. */
#include "tests/fuzz/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  fuzz_import(bytes, length, "table", "Crible");
  return 0;
}
