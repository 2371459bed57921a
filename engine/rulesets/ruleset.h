/* A ruleset: thresholds, dates and every choice that the law leaves open, by
 * name, read from a data file. */
#ifndef CR_RULESETS_RULESET_H
#define CR_RULESETS_RULESET_H

#include "engine/control/control.h"
#include "engine/facts/reading.h"

typedef struct cr_choice { const char *id, *option, *source; int line; } cr_choice;

/* The rules of the call, and those of them that are hardest on a candidate. */
extern const char cr_default_ruleset[], cr_strict_ruleset[];

typedef struct cr_ruleset {
  cr_arena *arena;
  const char *id;
  const char *title;      /* as a report prints it, or NULL */
  const char *file;
  char sha256[65];        /* of the file's bytes */
  fmpq *individual[CR_PROPERTIES];  /* ceilings: violated above */
  fmpq *collective[CR_PROPERTIES];
  cr_control_rules control;
  struct { const char *individual, *collective, *control; } source; /* as stated, or NULL */
  cr_choice *choices; int choice_count; /* every choice of the contract, in the order of the file */
  cr_reading reading;                   /* the same, by index */
} cr_ruleset;

/* Reads and validates a ruleset file. `name` is an id of the datasets folder, or a
 * path when it contains a slash or ends in ".xml".
 * Errors: CRIBLE_E_NO_INPUT; CRIBLE_E_DATA for a file that is not valid, lacks or
 * repeats a choice, names an unknown choice or option. */
CRIBLE_MUST_CHECK crible_status cr_ruleset_read(cr_ruleset **out, crible_context *context, const char *name);
void cr_ruleset_free(cr_ruleset *ruleset);

#endif
