/* A ruleset read with memory that runs out at each place in turn. */
#include <criterion/criterion.h>

#include "engine/rulesets/ruleset.h"
#include "tests/support/data_folder.h"
#include "tests/support/scarce_memory.h"

static crible_status read_ruleset(crible_context *context) {
  cr_ruleset *ruleset = NULL;
  crible_status status = cr_ruleset_read(&ruleset, context, "secnumcloud-2023");
  cr_assert((status == CRIBLE_OK) == (ruleset != NULL));
  cr_ruleset_free(ruleset);
  return status;
}

Test(ruleset_memory, running_out_is_told_and_leaves_nothing) {
  scarce_memory_try(read_ruleset, data_folder());
}
