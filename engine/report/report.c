#include <crible/report.h>

#include "engine/report/json.h"
#include "engine/report/text.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40 };

static int layout_width(const crible_report_options *options) {
  int width = options && options->width > 0 ? options->width : USUAL_WIDTH;
  return width < LEAST_WIDTH ? LEAST_WIDTH : width;
}

crible_status crible_report(char **out, size_t *length, const crible_screening *screening,
                            const crible_report_options *options) {
  const crible_format format = options ? options->format : CRIBLE_TEXT;
  if (format != CRIBLE_TEXT && format != CRIBLE_JSON) return CRIBLE_E_USAGE;
  cr_arena *arena = NULL;
  cr_report_model *model = NULL;
  cr_buffer buffer;
  crible_readings *own = NULL; /* run here */
  const crible_readings *readings = options ? options->readings : NULL;
  cr_buffer_init(&buffer, screening->context);
  crible_status status = cr_arena_new(&arena, screening->context);
  if (status != CRIBLE_OK) goto cleanup;
  if (!readings) {
    status = cr_readings_beside_verdict(&own, screening);
    if (status != CRIBLE_OK) goto cleanup;
    readings = own;
  }
  status = cr_report_model_of(&model, screening, readings, arena);
  if (status != CRIBLE_OK) goto cleanup;
  cr_layout layout = {&buffer, layout_width(options), options && options->color};
  if (format == CRIBLE_JSON) cr_json_report(&buffer, model);
  else
    cr_text_report(&layout, model, options && options->exact,
                   options ? options->readings_shown : CRIBLE_READINGS_FLIPPING);
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  crible_readings_free(own);
  return status;
}
