/* The report of a what-if. */
#include "engine/base/words.h"
#include "engine/report/comparison.h"
#include "engine/alternatives/whatif.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40 };

static void put_text(cr_layout *layout, const crible_whatif *whatif,
                     const cr_comparison *comparison, bool exact) {
  cr_layout_line(layout, 0, 2, CR_STRONG, comparison->after->heading);
  cr_layout_line(layout, 0, 2, CR_FAINT, comparison->after->subtitle);
  cr_layout_gap(layout);
  for (size_t i = 0; i < whatif->change_count; i++) {
    cr_cell cells[] = {{2, i ? "" : _("what if"), CR_FAINT, 0},
                       {13, whatif->changes[i], CR_PLAIN, 2}};
    cr_layout_row(layout, cells, 2);
  }
  cr_text_verdicts(layout, comparison, _("before"), _("after"));
  cr_text_compared(layout, comparison, _("before"), _("after"), exact);
  cr_text_new_remarks(layout, comparison, _("Presumed, or odd, since the change"));
  cr_layout_gap(layout);
  if (!comparison->differs && !comparison->robustness_differs)
    cr_layout_line(layout, 2, 2, CR_PLAIN, _("Nothing moves."));
  cr_layout_line(layout, 2, 2, CR_FAINT, comparison->after->not_examined);
}

static void put_json(cr_buffer *out, const crible_whatif *whatif,
                     const cr_comparison *comparison) {
  cr_json json = {.out = out};
  cr_json_open(&json, NULL, '{');
  cr_json_string(&json, "format", "crible-whatif/1");
  cr_json_subject(&json, comparison->after);
  cr_json_open(&json, "changes", '[');
  for (size_t i = 0; i < whatif->change_count; i++)
    cr_json_string(&json, NULL, whatif->changes[i]);
  cr_json_close(&json, ']');
  cr_json_compared(&json, comparison);
  cr_json_close(&json, '}');
  cr_buffer_put(out, "\n");
}

crible_status crible_whatif_report(char **out, size_t *length, const crible_whatif *whatif,
                                   const crible_report_options *options) {
  const crible_format format = options ? options->format : CRIBLE_TEXT;
  if (format != CRIBLE_TEXT && format != CRIBLE_JSON) return CRIBLE_E_USAGE;
  const int asked = options && options->width > 0 ? options->width : USUAL_WIDTH;
  cr_arena *arena = NULL;
  cr_comparison *comparison = NULL;
  crible_readings *readings[2] = {NULL, NULL};
  cr_buffer buffer;
  cr_buffer_init(&buffer, whatif->context);
  crible_status status = cr_arena_new(&arena, whatif->context);
  if (status != CRIBLE_OK) goto cleanup;
  status = cr_readings_beside_verdict(&readings[0], whatif->before);
  if (status == CRIBLE_OK) status = cr_readings_beside_verdict(&readings[1], whatif->after);
  if (status != CRIBLE_OK) goto cleanup;
  status = cr_comparison_of(&comparison, whatif->before, whatif->after, readings, arena);
  if (status != CRIBLE_OK) goto cleanup;
  cr_layout layout = {&buffer, asked < LEAST_WIDTH ? LEAST_WIDTH : asked,
                      options && options->color};
  if (format == CRIBLE_JSON) put_json(&buffer, whatif, comparison);
  else put_text(&layout, whatif, comparison, options && options->exact);
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  crible_readings_free(readings[1]);
  crible_readings_free(readings[0]);
  return status;
}
