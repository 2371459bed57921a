/* The report of a difference between two dossiers. */
#include "engine/alternatives/difference.h"

#include <string.h>

#include "engine/base/words.h"
#include "engine/report/comparison.h"
#include "engine/report/fact_words.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40, MARK = 2, FACT = 4, DETAILS = 40 };

static bool same_text(const char *a, const char *b) {
  return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether three facts are the three seats of one party, that differ in the same way. */
static bool three_seats(const cr_fact_difference *facts) {
  for (int k = 0; k < 3; k++) {
    const cr_fact_difference *one = &facts[k];
    if (strcmp(one->element, "seat") || one->kind != facts->kind || !same_text(one->of, facts->of) ||
        one->attribute_count != facts->attribute_count)
      return false;
    for (int i = 0; i < one->attribute_count; i++) {
      const cr_attribute_difference *a = &one->attributes[i], *b = &facts->attributes[i];
      if (strcmp(a->name, b->name)) return false;
      if (strcmp(a->name, "kind") == 0) continue;
      if (!same_text(a->before, b->before) || !same_text(a->after, b->after)) return false;
    }
  }
  return true;
}

static void put_fact(cr_layout *layout, const cr_comparison *comparison,
                     const cr_fact_difference *fact, const char *which) {
  static const char *const marks[] = {"+", "−", "~"};
  cr_arena *arena = comparison->arena;
  const char *words = cr_fact_words(arena, fact->element, which, fact->of);
  const char *details = cr_attribute_words(arena, fact);
  if (!words || !details) {
    layout->out->failed = true;
    return;
  }
  cr_cell cells[] = {{MARK, marks[fact->kind], CR_STRONG, 0},
                     {FACT, words, CR_PLAIN, 2},
                     {DETAILS, details, CR_PLAIN, 2}};
  cr_layout_row(layout, cells, 3);
}

static void put_facts(cr_layout *layout, const crible_difference *difference,
                      const cr_comparison *comparison) {
  cr_layout_gap(layout);
  if (difference->facts.count == 0) {
    cr_layout_line(layout, 2, 2, CR_PLAIN, _("The facts are the same."));
    return;
  }
  cr_layout_line(layout, 2, 2, CR_STRONG, _("Facts added (+), removed (−) and changed (~)"));
  const cr_facts_difference *facts = &difference->facts;
  for (size_t i = 0; i < facts->count; i++) {
    const bool all = i + 2 < facts->count && three_seats(&facts->items[i]);
    put_fact(layout, comparison, &facts->items[i], all ? _("(all three)") : facts->items[i].which);
    if (all) i += 2;
  }
}

static void put_side(cr_layout *layout, const cr_comparison *comparison,
                     const cr_report_model *model, const char *name, const char *path) {
  const char *words = cr_arena_printf(comparison->arena, "%s, %s", path, model->subtitle);
  cr_cell cells[] = {{2, name, CR_FAINT, 0}, {13, words, CR_PLAIN, 2}};
  if (!words) layout->out->failed = true;
  cr_layout_row(layout, cells, 2);
}

static void put_text(cr_layout *layout, const crible_difference *difference,
                     const cr_comparison *comparison, bool exact) {
  cr_layout_line(layout, 0, 2, CR_STRONG, comparison->after->heading);
  cr_layout_gap(layout);
  put_side(layout, comparison, comparison->before, _("before"), difference->path[0]);
  put_side(layout, comparison, comparison->after, _("after"), difference->path[1]);
  put_facts(layout, difference, comparison);
  cr_text_verdicts(layout, comparison, _("before"), _("after"));
  cr_text_compared(layout, comparison, _("before"), _("after"), exact);
  cr_layout_gap(layout);
  if (!comparison->differs)
    cr_layout_line(layout, 2, 2, CR_PLAIN, _("Verdict and figures are the same."));
  cr_layout_line(layout, 2, 2, CR_FAINT, comparison->after->not_examined);
}

static void put_json_fact(cr_json *json, const cr_fact_difference *fact) {
  static const char *const kinds[] = {"added", "removed", "changed"};
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "change", kinds[fact->kind]);
  cr_json_string(json, "fact", fact->element);
  cr_json_string(json, "which", fact->which);
  cr_json_string(json, "of", fact->of);
  cr_json_open(json, "attributes", '[');
  for (int i = 0; i < fact->attribute_count; i++) {
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "name", fact->attributes[i].name);
    cr_json_string(json, "before", fact->attributes[i].before);
    cr_json_string(json, "after", fact->attributes[i].after);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
  cr_json_close(json, '}');
}

static void put_json(cr_buffer *out, const crible_difference *difference,
                     const cr_comparison *comparison) {
  cr_json json = {.out = out};
  cr_json_open(&json, NULL, '{');
  cr_json_string(&json, "format", "crible-difference/1");
  cr_json_subject(&json, comparison->after);
  cr_json_bool(&json, "facts_differ", difference->facts.count > 0);
  cr_json_bool(&json, "result_differs", comparison->differs);
  cr_json_open(&json, "facts", '[');
  for (size_t i = 0; i < difference->facts.count; i++)
    put_json_fact(&json, &difference->facts.items[i]);
  cr_json_close(&json, ']');
  cr_json_compared(&json, comparison);
  cr_json_close(&json, '}');
  cr_buffer_put(out, "\n");
}

crible_status crible_difference_report(char **out, size_t *length,
                                       const crible_difference *difference,
                                       const crible_report_options *options) {
  const crible_format format = options ? options->format : CRIBLE_TEXT;
  if (format != CRIBLE_TEXT && format != CRIBLE_JSON) return CRIBLE_E_USAGE;
  const int asked = options && options->width > 0 ? options->width : USUAL_WIDTH;
  cr_arena *arena = NULL;
  cr_comparison *comparison = NULL;
  crible_readings *readings[2] = {NULL, NULL};
  cr_buffer buffer;
  cr_buffer_init(&buffer, difference->context);
  crible_status status = cr_arena_new(&arena, difference->context);
  if (status != CRIBLE_OK) goto cleanup;
  status = cr_readings_beside_verdict(&readings[0], difference->screening[0]);
  if (status == CRIBLE_OK) status = cr_readings_beside_verdict(&readings[1], difference->screening[1]);
  if (status != CRIBLE_OK) goto cleanup;
  status = cr_comparison_of(&comparison, difference->screening[0], difference->screening[1],
                            readings, arena);
  if (status != CRIBLE_OK) goto cleanup;
  cr_layout layout = {&buffer, asked < LEAST_WIDTH ? LEAST_WIDTH : asked,
                      options && options->color};
  if (format == CRIBLE_JSON) put_json(&buffer, difference, comparison);
  else put_text(&layout, difference, comparison, options && options->exact);
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  crible_readings_free(readings[1]);
  crible_readings_free(readings[0]);
  return status;
}
