#include "engine/rulesets/choice_names.h"

#include "engine/base/diagnostic.h"
#include "engine/base/nearest.h"
#include "engine/base/words.h"

const char *cr_choice_nearest(const char *id) {
  const char *ids[CR_MOST_CHOICES];
  for (size_t i = 0; i < cr_choice_kind_count; i++) ids[i] = cr_choice_kinds[i].id;
  return cr_nearest(id, ids, cr_choice_kind_count);
}

const char *cr_option_nearest(const cr_choice_kind *kind, const char *id) {
  const char *ids[CR_MOST_OPTIONS];
  size_t count = 0;
  for (; kind->options[count].id; count++) ids[count] = kind->options[count].id;
  return cr_nearest(id, ids, count);
}

const char *cr_options_listed(const cr_choice_kind *kind, cr_arena *arena) {
  const char *list = NULL;
  for (const cr_choice_option *option = kind->options; option->id; option++) {
    list = list ? cr_arena_printf(arena, "%s, %s", list, option->id)
                : cr_arena_string(arena, option->id);
  }
  return list ? list : "";
}

static crible_status usage(crible_status told) {
  return told == CRIBLE_E_DATA ? CRIBLE_E_USAGE : told;
}

crible_status cr_choice_named(const cr_choice_kind **out, cr_arena *arena, const char *id) {
  *out = cr_choice_kind_find(id);
  if (*out) return CRIBLE_OK;
  const char *near = cr_choice_nearest(id);
  const char *advice = near ? cr_arena_printf(arena, _("did you mean '%s'?"), near)
                            : _("'crible ruleset explain' lists them");
  return usage(cr_error(cr_arena_context(arena), "choice-unknown", NULL, 0, 0, advice,
                        _("there is no choice '%.64s'"), id));
}

crible_status cr_option_named(const cr_choice_option **out, cr_arena *arena,
                              const cr_choice_kind *kind, const char *id) {
  *out = cr_choice_option_find(kind, id);
  if (*out) return CRIBLE_OK;
  const char *near = cr_option_nearest(kind, id);
  const char *advice =
      near ? cr_arena_printf(arena, _("did you mean '%s'?"), near)
           : cr_arena_printf(arena, _("its options: %s"), cr_options_listed(kind, arena));
  return usage(cr_error(cr_arena_context(arena), "option-unknown", NULL, 0, 0, advice,
                        _("choice '%s' has no option '%.64s'"), kind->id, id));
}
