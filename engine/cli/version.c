/* crible version */
#include <stdio.h>

#include <crible/crible.h>

#include "engine/cli/verb.h"
#include "engine/cli/words.h"

static int run(const char *const *values, const char *const *operands, int operand_count) {
  (void)values;
  (void)operands;
  (void)operand_count;
  printf("crible %s\n", CRIBLE_VERSION);
  return CR_EXIT_OK;
}

const cr_verb cr_verb_version = {.name = "version",
                                 .operands = "",
                                 .summary = N_("Print the version."),
                                 .page = N_("A result names the version that computed it.\n"),
                                 .run = run};
