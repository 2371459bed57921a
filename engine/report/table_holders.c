/* Holders of the candidate as a table: directly and in total. */
#include <string.h>

#include "engine/base/words.h"
#include "engine/report/tables.h"

enum { PARTY, NAME, PLACE, THIRD, DIRECT, TOTAL = DIRECT + 8, THROUGH = TOTAL + 8, SOURCES };

static const char *third_words(cr_third third) {
  static const char *const words[] = {
      [CR_NOT_THIRD] = N_("no"), [CR_MAYBE_THIRD] = N_("perhaps"), [CR_THIRD] = N_("yes")};
  return _(words[third]);
}

static void put_bounds(cr_report_table *table, const char **cells, const cr_bound bound[2],
                       const cr_marks *marks) {
  for (int side = 0; side < 2; side++)
    cr_bound_cells(table, &cells[2 * side], &bound[side], side, marks);
}

/* "capital through Alpha SAS: …; votes through …", or NULL for who holds directly only. */
static const char *paths_cell(cr_report_table *table, const cr_shown_entity *entity) {
  const char *paths = NULL;
  for (int i = 0; i < entity->path_count; i++) {
    paths = paths ? cr_arena_printf(table->arena, _("%s; %s"), paths, entity->paths[i])
                  : entity->paths[i];
    if (!paths) table->failed = true;
  }
  return paths;
}

/* Of capital and votes, each document once where both stand in one. */
static const char *sources_cell(cr_report_table *table, const cr_shown_holder *holder) {
  const char *capital = cr_places_cell(table, &holder->facts[CR_CAPITAL]);
  const char *votes = cr_places_cell(table, &holder->facts[CR_VOTES]);
  if (!capital || !votes || !*votes || strcmp(capital, votes) == 0) return capital;
  if (!*capital) return votes;
  const char *both = cr_arena_printf(table->arena, _("%s; %s"), capital, votes);
  if (!both) table->failed = true;
  return both;
}

static void put_holder(cr_report_table *table, const cr_shown_holder *holder,
                       const cr_report_model *model) {
  const char **cells = cr_report_table_row(table);
  if (!cells) return;
  cells[PARTY] = holder->party->id;
  cells[NAME] = holder->party->name;
  cells[PLACE] = holder->party->place;
  cells[THIRD] = third_words(holder->third);
  for (int property = 0; property < CR_PROPERTIES; property++) {
    if (holder->direct[property][1].value)
      put_bounds(table, &cells[DIRECT + 4 * property], holder->direct[property], &model->marks);
    if (holder->entity)
      put_bounds(table, &cells[TOTAL + 4 * property], holder->entity->entity->bound[property],
                 &model->marks);
  }
  if (holder->entity) cells[THROUGH] = paths_cell(table, holder->entity);
  cells[SOURCES] = sources_cell(table, holder);
}

static void put_together(cr_report_table *table, const cr_report_model *model) {
  const char **cells = cr_report_table_row(table);
  if (!cells) return;
  cells[NAME] = _("third entities together");
  put_bounds(table, &cells[TOTAL], model->criteria[CR_CAPITAL_COLLECTIVE].criterion->bound,
             &model->marks);
  put_bounds(table, &cells[TOTAL + 4], model->criteria[CR_VOTES_COLLECTIVE].criterion->bound,
             &model->marks);
}

void cr_report_table_of_holders(cr_report_table *out, const cr_report_model *model) {
  cr_report_table_init(out, model->arena, _("Holders"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Party"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Name"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Third by"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Third"));
  cr_bound_columns(out, _("Direct capital"));
  cr_bound_columns(out, _("Direct votes"));
  cr_bound_columns(out, _("Capital in total"));
  cr_bound_columns(out, _("Votes in total"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Through"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Sources of direct holdings"));
  for (int i = 0; i < model->holder_count; i++) put_holder(out, &model->holders[i], model);
  put_together(out, model);
}
