#include "engine/report/tables.h"

#include <crible/crible.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/rulesets/ruleset.h"

static const char *kept(cr_report_table *table, const char *text) {
  if (!text) table->failed = true;
  return text;
}

void cr_share_cells(cr_report_table *table, const char *cells[2], const fmpq *value,
                    const cr_marks *marks) {
  cells[0] = kept(table, cr_figure_decimal(table->arena, value, marks));
  cells[1] = kept(table, cr_rational_text(table->arena, value));
}

void cr_bound_cells(cr_report_table *table, const char *cells[2], const cr_bound *bound, int side,
                    const cr_marks *marks) {
  cells[0] = kept(table, cr_figure_bound_decimal(table->arena, bound, side, marks));
  if (!bound->exact) return;
  cells[1] = kept(table, cr_rational_text(table->arena, bound->value));
  if (!bound->attained && cells[1])
    cells[1] = kept(table, cr_arena_printf(table->arena, side ? "< %s" : "> %s", cells[1]));
}

void cr_bound_columns(cr_report_table *table, const char *what) {
  static const char *const titles[] = {N_("%s: lowest (%%)"), N_("%s: lowest, exact"),
                                       N_("%s: highest (%%)"), N_("%s: highest, exact")};
  for (int i = 0; i < 4; i++)
    cr_report_table_column(table, i % 2 ? CR_COLUMN_TEXT : CR_COLUMN_PERCENT,
                    kept(table, cr_arena_printf(table->arena, _(titles[i]), what)));
}

const char *cr_places_cell(cr_report_table *table, const cr_citations *facts) {
  return kept(table, cr_citation_places(table->arena, facts));
}

static void put_line(cr_report_table *table, const char *what, const char *text) {
  const char **cells = cr_report_table_row(table);
  if (!cells) return;
  cells[0] = what;
  cells[1] = text;
}

void cr_report_table_of_verdict(cr_report_table *out, const cr_report_model *model) {
  cr_report_table_init(out, model->arena, _("Verdict"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("What"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Result"));
  put_line(out, _("candidate"), model->heading);
  put_line(out, _("verdict"), model->verdict);
  for (int i = 0; i < model->headline_count; i++)
    put_line(out, i ? NULL : _("because"), model->headlines[i]);
  if (model->robustness) put_line(out, _("other readings"), model->robustness);
  put_line(out, _("not examined"), model->not_examined);
  put_line(out, _("date of the facts"), model->date_iso);
  put_line(out, _("ruleset"), model->screening->ruleset->id);
  put_line(out, _("engine"), "crible " CRIBLE_VERSION);
}

static void put_criterion(cr_report_table *table, const cr_shown_criterion *shown,
                          const cr_report_model *model) {
  const cr_criterion *criterion = shown->criterion;
  const char **cells = cr_report_table_row(table);
  if (!cells) return;
  cells[0] = shown->id;
  cells[1] = shown->subject;
  cells[2] = shown->whose;
  cells[3] = shown->status;
  if (criterion->numeric) {
    cr_share_cells(table, &cells[4], criterion->threshold, &model->marks);
    for (int side = 0; side < 2; side++) {
      cr_bound_cells(table, &cells[6 + 2 * side], &criterion->bound[side], side, &model->marks);
      if (shown->holder[side]) cells[10 + side] = shown->holder[side]->label;
    }
  }
  cells[12] = shown->note;
}

void cr_report_table_of_criteria(cr_report_table *out, const cr_report_model *model) {
  cr_report_table_init(out, model->arena, _("Criteria"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Criterion"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Subject"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Third entities"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Status"));
  cr_report_table_column(out, CR_COLUMN_PERCENT, _("Ceiling (%)"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Ceiling, exact"));
  cr_bound_columns(out, _("Figure"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Holder at the lowest"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Holder at the highest"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Note"));
  for (int id = 0; id < CR_CRITERIA; id++) put_criterion(out, &model->criteria[id], model);
}

void cr_report_tables_of(cr_report_table out[CR_TABLES], const cr_report_model *model) {
  cr_report_table_of_verdict(&out[CR_VERDICT_TABLE], model);
  cr_report_table_of_criteria(&out[CR_CRITERIA_TABLE], model);
  cr_report_table_of_holders(&out[CR_HOLDERS_TABLE], model);
  cr_report_table_of_chains(&out[CR_CHAINS_TABLE], model);
  cr_report_table_of_sources(&out[CR_SOURCES_TABLE], model);
}
