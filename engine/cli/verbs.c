#include "engine/cli/verb.h"

const cr_verb *const cr_verbs[] = {
    &cr_verb_screen,
    &cr_verb_explain,
    &cr_verb_requests,
    &cr_verb_chart,
    &cr_verb_whatif,
    &cr_verb_diff,
    &cr_verb_check,
    &cr_verb_convert,
    &cr_verb_new,
    &cr_verb_clauses,
    &cr_verb_ruleset,
    &cr_verb_match,
    &cr_verb_serve,
    &cr_verb_completion,
    &cr_verb_help,
    &cr_verb_version,
};
const int cr_verb_count = sizeof cr_verbs / sizeof *cr_verbs;
