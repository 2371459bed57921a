#include <crible/report.h>

#include "engine/report/html.h"
#include "engine/report/json.h"
#include "engine/report/pdf.h"
#include "engine/report/tables.h"
#include "engine/report/text.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40 };

static int layout_width(const crible_report_options *options) {
  int width = options->width > 0 ? options->width : USUAL_WIDTH;
  return width < LEAST_WIDTH ? LEAST_WIDTH : width;
}

static bool known(const crible_report_options *options) {
  return (unsigned)options->format <= CRIBLE_PDF && (unsigned)options->table <= CRIBLE_TABLES_ALL;
}

static crible_status write_tables(cr_buffer *out, const cr_report_model *model,
                                  const crible_report_options *options) {
  static const int of_table[] = {[CRIBLE_TABLE_CRITERIA] = CR_CRITERIA_TABLE,
                                 [CRIBLE_TABLE_HOLDERS] = CR_HOLDERS_TABLE,
                                 [CRIBLE_TABLE_CHAINS] = CR_CHAINS_TABLE,
                                 [CRIBLE_TABLE_SOURCES] = CR_SOURCES_TABLE,
                                 [CRIBLE_TABLE_VERDICT] = CR_VERDICT_TABLE};
  cr_report_table tables[CR_TABLES];
  cr_report_tables_of(tables, model);
  if (options->format == CRIBLE_XLSX)
    return cr_xlsx_tables(out, tables, CR_TABLES, model->screening->as_of);
  if (options->table == CRIBLE_TABLES_ALL) cr_csv_tables(out, tables, CR_TABLES);
  else cr_csv_tables(out, &tables[of_table[options->table]], 1);
  return CRIBLE_OK;
}

static crible_status write_report(cr_buffer *out, const cr_report_model *model,
                                  const crible_report_options *options) {
  cr_layout layout = {out, layout_width(options), options->color};
  switch (options->format) {
  case CRIBLE_TEXT:
    cr_text_report(&layout, model, options->exact, options->readings_shown);
    return CRIBLE_OK;
  case CRIBLE_JSON: cr_json_report(out, model); return CRIBLE_OK;
  case CRIBLE_HTML: return cr_html_report(out, model);
  case CRIBLE_PDF: {
    crible_status status = cr_html_report(out, model);
    return status == CRIBLE_OK ? cr_pdf_of_page(out) : status;
  }
  case CRIBLE_CSV:
  case CRIBLE_XLSX: return write_tables(out, model, options);
  }
  return CRIBLE_E_USAGE;
}

crible_status crible_report(char **out, size_t *length, const crible_screening *screening,
                            const crible_report_options *options) {
  static const crible_report_options plain = {.format = CRIBLE_TEXT};
  if (!options) options = &plain;
  if (!known(options)) return CRIBLE_E_USAGE;
  cr_arena *arena = NULL;
  cr_report_model *model = NULL;
  cr_buffer buffer;
  crible_readings *own = NULL; /* run here */
  const crible_readings *readings = options->readings;
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
  status = write_report(&buffer, model, options);
  if (status != CRIBLE_OK) goto cleanup;
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  crible_readings_free(own);
  return status;
}
