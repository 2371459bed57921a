/* Help on a verb: a few lines for -h, the page for --help. */
#ifndef CR_CLI_USAGE_H
#define CR_CLI_USAGE_H

#include <stdio.h>

#include "engine/cli/verb.h"

void cr_usage_short(const cr_verb *verb);
void cr_usage_page(const cr_verb *verb);
/* The verbs, one a line. */
void cr_usage_verbs(FILE *stream);
const cr_verb *cr_usage_find(const char *name);
/* Complains of a verb that does not exist, and gives the exit status. */
int cr_usage_unknown(const char *name);

#endif
