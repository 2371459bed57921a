/* Choices and options as people write their ids: looked up, and what to say of a slip. */
#ifndef CR_RULESETS_CHOICE_NAMES_H
#define CR_RULESETS_CHOICE_NAMES_H

#include "engine/base/memory.h"
#include "engine/rulesets/choices.h"

/* The nearest id to one that does not exist, or NULL. */
const char *cr_choice_nearest(const char *id);
const char *cr_option_nearest(const cr_choice_kind *kind, const char *id);

/* "a, b, c" of a choice's options; "" when memory is short. */
const char *cr_options_listed(const cr_choice_kind *kind, cr_arena *arena);

/* Errors: CRIBLE_E_USAGE, told with the nearest, when there is none; CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_choice_named(const cr_choice_kind **out, cr_arena *arena,
                                                const char *id);
CRIBLE_MUST_CHECK crible_status cr_option_named(const cr_choice_option **out, cr_arena *arena,
                                                const cr_choice_kind *kind, const char *id);

#endif
