/* crible VERB …: finds the verb, reads its arguments, runs it. */
#include <stdio.h>
#include <string.h>

#include <crible/context.h>

#include "engine/cli/language.h"
#include "engine/cli/options.h"
#include "engine/cli/output.h"
#include "engine/cli/usage.h"
#include "engine/cli/words.h"

static int run_verb(const cr_verb *verb, int count, char **words) {
  cr_arguments arguments;
  if (!cr_arguments_read(&arguments, verb, count, words)) return CR_EXIT_USAGE;
  if (arguments.long_help) cr_usage_page(verb);
  else if (arguments.short_help) cr_usage_short(verb);
  else if (verb->run_given)
    return verb->run_given(arguments.values, arguments.operands, arguments.given,
                           arguments.given_count);
  else return verb->run(arguments.values, arguments.operands, arguments.operand_count);
  return CR_EXIT_OK;
}

static int run(int count, char **words) {
  if (count < 2) {
    cr_usage_verbs(stderr);
    return CR_EXIT_USAGE;
  }
  if (strcmp(words[1], "-h") == 0 || strcmp(words[1], "--help") == 0) {
    cr_usage_verbs(stdout);
    return CR_EXIT_OK;
  }
  const cr_verb *verb =
      strcmp(words[1], "--version") == 0 ? &cr_verb_version : cr_usage_find(words[1]);
  return verb ? run_verb(verb, count - 2, words + 2) : cr_usage_unknown(words[1]);
}

int main(int count, char **words) {
  crible_exit_when_numbers_lack_memory();
  int status = cr_language_choose(&count, words) ? run(count, words) : CR_EXIT_USAGE;
  return cr_output_finish() ? status : CR_EXIT_IO;
}
