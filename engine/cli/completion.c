/* crible completion bash|zsh|fish */
#include "engine/cli/completion.h"

#include <string.h>

#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

static const char *const shells[] = {"bash", "zsh", "fish"};
static void (*const scripts[])(void) = {cr_completion_bash, cr_completion_zsh, cr_completion_fish};
enum { SHELLS = sizeof shells / sizeof *shells };

static int run(const char *const *values, const char *const *operands, int operand_count) {
  (void)values, (void)operand_count;
  for (int i = 0; i < SHELLS; i++) {
    if (strcmp(operands[0], shells[i]) != 0) continue;
    scripts[i]();
    return CR_EXIT_OK;
  }
  const char *meant = cr_cli_suggest(operands[0], shells, SHELLS);
  if (meant)
    cr_terminal_complain(_("no completion for '%s'; did you mean '%s'?"), operands[0], meant);
  else
    cr_terminal_complain(_("no completion for '%s'; there are bash, zsh and fish"), operands[0]);
  return CR_EXIT_USAGE;
}

const cr_verb cr_verb_completion = {
    .name = "completion",
    .operands = "bash|zsh|fish",
    .summary = N_("Print a script by which a shell completes verbs, options and values."),
    .page = N_("Installing crible puts these scripts where the shells look for them. To load one by\n"
               "hand, in the language chosen:\n"
               "\n"
               "  bash   eval \"$(crible completion bash)\"\n"
               "  zsh    crible completion zsh >~/.zfunc/_crible, that folder being in fpath\n"
               "  fish   crible completion fish | source\n"
               "\n"
               "Exit status: 0, or 64 when the shell is another one.\n"),
    .operand_least = 1,
    .operand_most = 1,
    .run = run};
