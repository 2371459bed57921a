/* Datasets read with memory that runs out at each place in turn. */
#include <criterion/criterion.h>

#include "importers/reference/country_names.h"
#include "importers/reference/reference_reader.h"
#include "tests/support/data_folder.h"
#include "tests/support/scarce_memory.h"

static crible_status read_reference(crible_context *context) {
  cr_reference *reference = NULL;
  crible_status status = cr_reference_read(&reference, context);
  cr_assert((status == CRIBLE_OK) == (reference != NULL));
  cr_reference_free(reference);
  return status;
}

static crible_status read_names(crible_context *context) {
  cr_country_names *names = NULL;
  crible_status status = cr_country_names_read(&names, context);
  cr_country_names_free(names);
  return status;
}

Test(reference_memory, running_out_is_told_and_leaves_nothing) {
  scarce_memory_try(read_reference, data_folder());
  scarce_memory_try(read_names, data_folder());
}
