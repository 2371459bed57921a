#include "engine/report/fact_words.h"

#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/report/figure.h"

static const struct {
  const char *element, *noun;
} nouns[] = {{"company", N_("company")},
             {"public-body", N_("public body")},
             {"fund", N_("fund")},
             {"arrangement", N_("arrangement")},
             {"person", N_("person")},
             {"group", N_("group")},
             {"identifier", N_("identifier")},
             {"seat", N_("seat")},
             {"share-class", N_("share class")},
             {"admission", N_("admission to trading")},
             {"lot", N_("lot")},
             {"stake", N_("stake")},
             {"option", N_("option")},
             {"declared-holders", N_("table of declared holders")},
             {"declaration", N_("declaration")},
             {"organ", N_("organ")},
             {"right", N_("right")},
             {"complete", N_("complete list")},
             {"unit-holder", N_("unit-holder")},
             {"source", N_("source")},
             {"control", N_("control")},
             {"concert", N_("concert")},
             {"match", N_("confirmed match")},
             {"submission", N_("submission")},
             {"dossier", N_("dossier")}};

static const char *noun_of(const char *element) {
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (strcmp(nouns[i].element, element) == 0) return _(nouns[i].noun);
  return element;
}

const char *cr_fact_words(cr_arena *arena, const char *element, const char *which, const char *of) {
  const char *noun = noun_of(element);
  if (of && *which) return cr_arena_printf(arena, _("%s %s, of %s"), noun, which, of);
  if (of) return cr_arena_printf(arena, _("%s, of %s"), noun, of);
  return *which ? cr_arena_printf(arena, "%s %s", noun, which) : noun;
}

static bool is_share(const char *name) {
  static const char *const shares[] = {"capital",  "votes",     "share",    "ratio",
                                       "vote-cap", "threshold", "at-least", "more-than"};
  for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
    if (strcmp(name, shares[i]) == 0) return true;
  return false;
}

/* "1/4" or "(1/4,1/2]" of the canonical form. */
static bool read_share(cr_interval *out, cr_arena *arena, const char *written) {
  char *text = cr_arena_string(arena, written), *comma = text ? strchr(text, ',') : NULL;
  if (!text) return false;
  if (!comma) {
    if (cr_rational_parse(&out->lo, NULL, text) != CRIBLE_OK) return false;
    fmpq_set(&out->hi, &out->lo);
    return true;
  }
  size_t length = strlen(text);
  out->lo_open = text[0] == '(';
  out->hi_open = text[length - 1] == ')';
  text[length - 1] = *comma = '\0';
  return cr_rational_parse(&out->lo, NULL, text + 1) == CRIBLE_OK &&
         cr_rational_parse(&out->hi, NULL, comma + 1) == CRIBLE_OK;
}

/* Of a share class, "votes" are those of one share. */
static const char *value_words(cr_arena *arena, const char *element, const char *name,
                               const char *value) {
  const cr_marks none = {.count = 0};
  if (!is_share(name) || strcmp(element, "share-class") == 0) return value;
  cr_interval share;
  cr_interval_init(&share);
  const char *words =
      read_share(&share, arena, value) ? cr_figure_interval(arena, &share, &none) : value;
  cr_interval_clear(&share);
  return words;
}

/* Whether what tells the fact from others says the attribute already. */
static bool is_told(const cr_fact_difference *difference, const cr_attribute_difference *one) {
  static const char *const telling[] = {"id",   "kind",      "holder", "class",      "of",
                                        "date", "declarant", "scheme", "controlled", "controllers",
                                        "members"};
  const char *value = one->after ? one->after : one->before, *at;
  for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
    if (strcmp(one->name, telling[i])) continue;
    at = value ? strstr(difference->which, value) : NULL;
    return at && (at == difference->which || at[-1] == ' ');
  }
  return false;
}

const char *cr_attribute_words(cr_arena *arena, const cr_fact_difference *difference) {
  const char *words = "";
  for (int i = 0; words && i < difference->attribute_count; i++) {
    const cr_attribute_difference *one = &difference->attributes[i];
    const char *name = one->name, *element = difference->element;
    const char *was = one->before ? value_words(arena, element, name, one->before) : _("nothing");
    const char *is = one->after ? value_words(arena, element, name, one->after) : _("nothing");
    if (difference->kind != CR_CHANGED && is_told(difference, one)) continue;
    const char *comma = *words ? "; " : "";
    if (!was || !is) return NULL;
    words = difference->kind == CR_CHANGED
                ? cr_arena_printf(arena, "%s%s%s %s → %s", words, comma, name, was, is)
                : cr_arena_printf(arena, "%s%s%s %s", words, comma, name,
                                  difference->kind == CR_ADDED ? is : was);
  }
  return words;
}
