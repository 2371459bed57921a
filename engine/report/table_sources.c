/* The documents that a dossier cites, as a table. */
#include "engine/base/words.h"
#include "engine/report/tables.h"

static const char *date_cell(cr_report_table *table, cr_date date) {
  char iso[16];
  if (date == CR_DATE_NONE) return NULL;
  cr_date_format(iso, date);
  const char *text = cr_arena_string(table->arena, iso);
  if (!text) table->failed = true;
  return text;
}

void cr_report_table_of_sources(cr_report_table *out, const cr_report_model *model) {
  const cr_facts *facts = model->screening->facts;
  cr_report_table_init(out, model->arena, _("Sources"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Source"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Title"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Type"));
  cr_report_table_column(out, CR_COLUMN_DATE, _("Date"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("File"));
  cr_report_table_column(out, CR_COLUMN_TEXT, "SHA-256");
  for (size_t i = 0; i < facts->sources_count; i++) {
    const cr_source *source = &facts->sources[i];
    const char **cells = cr_report_table_row(out);
    if (!cells) return;
    cells[0] = source->id;
    cells[1] = source->title;
    cells[2] = source->kind;
    cells[3] = date_cell(out, source->date);
    cells[4] = source->file;
    cells[5] = source->sha256;
  }
}
