/* crible help [VERB] */
#include "engine/cli/usage.h"
#include "engine/cli/words.h"

static int run(const char *const *values, const char *const *operands, int operand_count) {
  (void)values;
  if (operand_count == 0) {
    cr_usage_verbs(stdout);
    return CR_EXIT_OK;
  }
  const cr_verb *verb = cr_usage_find(operands[0]);
  if (!verb) return cr_usage_unknown(operands[0]);
  cr_usage_page(verb);
  return CR_EXIT_OK;
}

const cr_verb cr_verb_help = {.name = "help",
                              .operands = N_("[VERB]"),
                              .summary = N_("List the verbs, or explain one."),
                              .page = N_("The manual page crible(1) says the same in one place.\n"),
                              .operand_most = 1,
                              .run = run};
