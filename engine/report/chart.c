#include <crible/chart.h>

#include "engine/report/chart.h"
#include "engine/report/chart_png.h"

enum { LEAST_NODES = 12 }; /* so few are drawn even when the page must be larger */

static crible_status draw(cr_chart *chart, cr_builder *builder, int most) {
  cr_chart_scope scope;
  *chart = (cr_chart){.width = 0};
  cr_chart_reach(&scope, builder);
  if (builder->failed) return CRIBLE_E_MEMORY;
  if (most > 0) cr_chart_fold(&scope, builder, most);
  cr_chart_draw(chart, builder, &scope);
  if (builder->failed) return CRIBLE_E_MEMORY;
  cr_chart_label(chart, builder, &scope);
  if (builder->failed) return CRIBLE_E_MEMORY;
  return cr_chart_lay_out(chart, builder->arena);
}

crible_status cr_chart_of(cr_chart **out, cr_builder *builder, bool full) {
  cr_chart *chart = cr_elements(builder, 1, sizeof *chart);
  if (!chart) return CRIBLE_E_MEMORY;
  crible_status status = draw(chart, builder, full ? 0 : CR_CHART_NODES);
  while (status == CRIBLE_OK && !full && chart->node_count > LEAST_NODES &&
         cr_chart_fit(chart) < CR_CHART_LEAST_FIT)
    status = draw(chart, builder, chart->node_count * 7 / 8);
  if (status == CRIBLE_OK) *out = chart;
  return status;
}

static crible_status write_as(cr_buffer *out, const cr_chart *chart, crible_chart_format format) {
  if (format == CRIBLE_CHART_SVG) cr_chart_svg(out, chart, true);
  else cr_chart_dot(out, chart);
  return format == CRIBLE_CHART_PNG ? cr_chart_png(out) : CRIBLE_OK;
}

crible_status crible_chart(char **out, size_t *length, const crible_screening *screening,
                           const crible_chart_options *options) {
  static const crible_chart_options usual = {CRIBLE_CHART_SVG, 0};
  if (!options) options = &usual;
  if ((unsigned)options->format > CRIBLE_CHART_PNG) return CRIBLE_E_USAGE;
  cr_chart *chart = NULL;
  cr_report_model model = {.screening = screening};
  cr_builder builder = {.model = &model, .screening = screening, .facts = screening->facts};
  cr_buffer buffer;
  cr_buffer_init(&buffer, screening->context);
  crible_status status = cr_arena_new(&builder.arena, screening->context);
  if (status != CRIBLE_OK) goto cleanup;
  model.arena = builder.arena;
  cr_build_names(&builder);
  if (!builder.failed) cr_build_head(&builder);
  status = builder.failed ? CRIBLE_E_MEMORY : cr_chart_of(&chart, &builder, options->full);
  if (status == CRIBLE_OK) status = write_as(&buffer, chart, options->format);
  if (status == CRIBLE_OK) status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_builder_clear(&builder);
  cr_buffer_clear(&buffer);
  cr_arena_free(builder.arena);
  return status;
}
