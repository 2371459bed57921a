/* Reading the arguments of a verb. */
#ifndef CR_CLI_OPTIONS_H
#define CR_CLI_OPTIONS_H

#include <stdbool.h>

#include "engine/cli/verb.h"

enum { CR_MOST_OPTIONS = 16, CR_MOST_OPERANDS = 16, CR_MOST_GIVEN = 64 };

typedef struct cr_arguments {
  const char *values[CR_MOST_OPTIONS];
  const char *operands[CR_MOST_OPERANDS];
  int operand_count;
  cr_given given[CR_MOST_GIVEN]; /* of options that repeat */
  int given_count;
  bool short_help, long_help;
} cr_arguments;

/* Reads "--name value", "--name=value", "-x value", "-xvalue", "--". False after a complaint. */
bool cr_arguments_read(cr_arguments *out, const cr_verb *verb, int count, char **words);

#endif
