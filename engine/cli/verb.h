/* A verb of the command: one file each. To add one, write its file and list it
 * in verbs.c. */
#ifndef CR_CLI_VERB_H
#define CR_CLI_VERB_H

#include <stdbool.h>
#include <stddef.h>

/* Exit statuses beside those of crible_status_exit. */
enum { CR_EXIT_OK = 0, CR_EXIT_USAGE = 64, CR_EXIT_INTERNAL = 70, CR_EXIT_IO = 74 };

/* An option; `value` receives its argument, or "" for one that takes none. */
typedef struct cr_cli_option {
  const char *name;    /* without the dashes */
  char letter;         /* or 0 */
  const char *operand; /* its argument in help, words marked with N_; NULL: takes none; in
                          brackets, "[=all]": may be left out, and stands after "=" */
  const char *help;    /* marked with N_ */
  bool repeats;        /* may be given several times: read it from the options as given */
} cr_cli_option;

/* A repeating option as it was given. */
typedef struct cr_given {
  int option; /* index into the verb's options */
  const char *value;
} cr_given;

typedef struct cr_verb {
  const char *name;
  const char *operands;                  /* "DOSSIER" marked with N_, or "" */
  const char *summary;                   /* one line, marked with N_ */
  const char *page;                      /* the longer help, marked with N_ */
  const cr_cli_option *options;
  int option_count;
  int operand_least, operand_most;
  /* Runs with parsed arguments and gives the exit status. values[i] belongs to
   * options[i] and is NULL when it was not given. */
  int (*run)(const char *const *values, const char *const *operands, int operand_count);
  /* Instead of `run`, for a verb with repeating options: those, in the order given. */
  int (*run_given)(const char *const *values, const char *const *operands, const cr_given *given,
                   int given_count);
} cr_verb;

extern const cr_verb cr_verb_screen;
extern const cr_verb cr_verb_explain;
extern const cr_verb cr_verb_requests;
extern const cr_verb cr_verb_chart;
extern const cr_verb cr_verb_whatif;
extern const cr_verb cr_verb_diff;
extern const cr_verb cr_verb_check;
extern const cr_verb cr_verb_convert;
extern const cr_verb cr_verb_new;
extern const cr_verb cr_verb_ruleset;
extern const cr_verb cr_verb_clauses;
extern const cr_verb cr_verb_match;
extern const cr_verb cr_verb_serve;
extern const cr_verb cr_verb_completion;
extern const cr_verb cr_verb_help;
extern const cr_verb cr_verb_version;
extern const cr_verb *const cr_verbs[];
extern const int cr_verb_count;

#endif
