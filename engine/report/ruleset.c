/* Rulesets and choices in words. */
#include <crible/ruleset.h>

#include "engine/base/words.h"
#include "engine/report/figure.h"
#include "engine/report/layout.h"
#include "engine/rulesets/choice_names.h"
#include "engine/rulesets/choice_words.h"
#include "engine/rulesets/ruleset.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40, SIDE_BY_SIDE = 80 };

/* What is being written, in words kept in `arena`. */
typedef struct ruleset_page {
  cr_arena *arena;
  cr_buffer buffer;
  cr_layout layout;
  cr_ruleset *usual, *strict;
} ruleset_page;

static const char *or_nothing(ruleset_page *page, const char *text) {
  if (!text) page->buffer.failed = true;
  return text ? text : "";
}

/* A source as a ruleset's file has it: those that are shipped are known in every language. */
static const char *source_words(const char *source) {
  (void)N_("C. com., art. L.233-3, I 1° and II"); /* stands in rulesets alone */
  return source && *source ? _(source) : "";
}

/* Name, words and source side by side, or one below the other where columns are few. */
static void put_row(ruleset_page *page, cr_cell name, const char *words, const char *source) {
  cr_layout *layout = &page->layout;
  if (layout->width >= SIDE_BY_SIDE) {
    const cr_cell cells[] = {name,
                             {layout->width * 3 / 8, words, CR_PLAIN, 2},
                             {layout->width * 7 / 10, source, CR_FAINT, 2}};
    cr_layout_row(layout, cells, 3);
    return;
  }
  cr_layout_row(layout, &name, 1);
  cr_layout_line(layout, 6, 2, CR_PLAIN, words);
  if (*source) cr_layout_line(layout, 6, 2, CR_FAINT, source);
}

static cr_cell plain(const char *name) { return (cr_cell){4, name, CR_PLAIN, 2}; }

static void put_heading(ruleset_page *page, const char *text) {
  cr_layout_gap(&page->layout);
  cr_layout_line(&page->layout, 2, 2, CR_STRONG, text);
}

static const char *share(ruleset_page *page, const fmpq_t value) {
  return or_nothing(page, cr_figure_share(page->arena, value, &(cr_marks){.count = 0}));
}

static void put_ceiling(ruleset_page *page, const char *name, fmpq *const ceilings[CR_PROPERTIES],
                        const char *source) {
  const char *words = cr_arena_printf(page->arena, _("capital %s, votes %s"),
                                      share(page, ceilings[CR_CAPITAL]),
                                      share(page, ceilings[CR_VOTES]));
  put_row(page, plain(name), or_nothing(page, words), source_words(source));
}

static void put_thresholds(ruleset_page *page, const cr_ruleset *ruleset) {
  put_heading(page, _("Ceilings: a holding above one violates it, exactly at it passes"));
  put_ceiling(page, _("one third entity alone"), ruleset->individual, ruleset->source.individual);
  put_ceiling(page, _("third entities together"), ruleset->collective, ruleset->source.collective);
  put_heading(page, _("Control of a company, by its votes"));
  const char *majority = cr_arena_printf(page->arena, _("above %s"),
                                         share(page, &ruleset->control.majority));
  const char *presumption = cr_arena_printf(page->arena, _("above %s, if nobody else has as much"),
                                            share(page, &ruleset->control.presumption));
  put_row(page, plain(_("held")), or_nothing(page, majority),
          source_words(ruleset->source.control));
  put_row(page, plain(_("presumed")), or_nothing(page, presumption), "");
}

static void put_choice(ruleset_page *page, const cr_ruleset *ruleset, const cr_choice *choice) {
  const cr_choice_kind *kind = cr_choice_kind_find(choice->id);
  const ptrdiff_t index = kind - cr_choice_kinds;
  const uint8_t option = ruleset->reading.option[index];
  const bool usual = option == page->usual->reading.option[index];
  const char *name =
      cr_arena_printf(page->arena, "%s%s=%s", usual ? "" : "* ", kind->id, choice->option);
  const cr_cell cell = {usual ? 4 : 2, or_nothing(page, name), usual ? CR_PLAIN : CR_STRONG,
                        usual ? 2 : 4};
  put_row(page, cell, _(kind->options[option].meaning), source_words(choice->source));
}

static void put_ruleset(ruleset_page *page, const cr_ruleset *ruleset) {
  const bool titled = ruleset->title && *ruleset->title;
  cr_layout_line(&page->layout, 0, 2, CR_STRONG, ruleset->id);
  if (titled) cr_layout_line(&page->layout, 0, 2, CR_PLAIN, ruleset->title);
  cr_layout_line(&page->layout, 0, 2, CR_FAINT,
                 or_nothing(page, cr_arena_printf(page->arena, "SHA-256 %s", ruleset->sha256)));
  put_thresholds(page, ruleset);
  put_heading(page, or_nothing(page, cr_arena_printf(page->arena,
                                                     _("Choices; * not made so by %s"),
                                                     page->usual->id)));
  for (int i = 0; i < ruleset->choice_count; i++) put_choice(page, ruleset, &ruleset->choices[i]);
}

/* "greater (strict)". */
static const char *option_words(ruleset_page *page, ptrdiff_t choice, uint8_t option, const char *id) {
  const bool usual = page->usual->reading.option[choice] == option;
  const bool strict = page->strict->reading.option[choice] == option;
  const char *whose = usual && strict ? _("default, strict")
                      : usual         ? _("default")
                      : strict        ? _("strict")
                                      : NULL;
  return whose ? or_nothing(page, cr_arena_printf(page->arena, "%s (%s)", id, whose)) : id;
}

static void explain(ruleset_page *page, const cr_choice_kind *kind) {
  const ptrdiff_t choice = kind - cr_choice_kinds;
  cr_layout_gap(&page->layout);
  cr_layout_line(&page->layout, 0, 2, CR_STRONG, kind->id);
  cr_layout_line(&page->layout, 2, 2, CR_PLAIN, _(cr_choice_words_of[choice].subject));
  for (uint8_t i = 0; kind->options[i].id; i++) {
    const cr_choice_option *option = &kind->options[i];
    put_row(page, plain(option_words(page, choice, i, option->id)), _(option->meaning),
            _(cr_choice_source(kind, option)));
  }
}

static crible_status page_open(ruleset_page *page, crible_context *context,
                               const crible_report_options *options) {
  const int width = options && options->width > 0 ? options->width : USUAL_WIDTH;
  cr_buffer_init(&page->buffer, context);
  page->layout = (cr_layout){&page->buffer, width < LEAST_WIDTH ? LEAST_WIDTH : width,
                             options && options->color};
  crible_status status = cr_arena_new(&page->arena, context);
  if (status == CRIBLE_OK) status = cr_ruleset_read(&page->usual, context, cr_default_ruleset);
  if (status == CRIBLE_OK) status = cr_ruleset_read(&page->strict, context, cr_strict_ruleset);
  return status;
}

static void page_close(ruleset_page *page) {
  cr_ruleset_free(page->strict);
  cr_ruleset_free(page->usual);
  cr_buffer_clear(&page->buffer);
  cr_arena_free(page->arena);
}

crible_status crible_ruleset_text(char **out, size_t *length, crible_context *context,
                                  const char *name, const crible_report_options *options) {
  ruleset_page page = {.arena = NULL};
  cr_ruleset *ruleset = NULL;
  crible_status status = page_open(&page, context, options);
  if (status == CRIBLE_OK)
    status = cr_ruleset_read(&ruleset, context, name ? name : cr_default_ruleset);
  if (status == CRIBLE_OK) {
    put_ruleset(&page, ruleset);
    status = cr_buffer_take(out, length, &page.buffer);
  }
  cr_ruleset_free(ruleset);
  page_close(&page);
  return status;
}

crible_status crible_choice_text(char **out, size_t *length, crible_context *context,
                                 const char *choice, const crible_report_options *options) {
  ruleset_page page = {.arena = NULL};
  const cr_choice_kind *kind = NULL;
  crible_status status = page_open(&page, context, options);
  if (status == CRIBLE_OK && choice) status = cr_choice_named(&kind, page.arena, choice);
  if (status == CRIBLE_OK) {
    for (size_t i = 0; i < cr_choice_kind_count; i++)
      if (!kind || kind == &cr_choice_kinds[i]) explain(&page, &cr_choice_kinds[i]);
    status = cr_buffer_take(out, length, &page.buffer);
  }
  page_close(&page);
  return status;
}
