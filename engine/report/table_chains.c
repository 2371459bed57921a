/* How figures come about, as a table: each link of a chain with its factor, votes counted and who
 * controls whom. */
#include "engine/base/words.h"
#include "engine/report/tables.h"

enum {
  OF, PROPERTY, BOUND, CHAIN, STEP, KIND, HOLDER, HOLDER_ID, COMPANY, COMPANY_ID, SHARE,
  PRODUCT = SHARE + 2, SENTENCE = PRODUCT + 2, SOURCES
};

typedef struct cr_chain_rows {
  cr_report_table *table;
  const cr_report_model *model;
  const cr_shown_witness *witness;
} cr_chain_rows;

/* A row of the witness; NULL when memory is short. */
static const char **new_row(const cr_chain_rows *rows, const char *kind, const char *sentence,
                            const cr_citations *facts) {
  const cr_shown_witness *witness = rows->witness;
  const char **cells = cr_report_table_row(rows->table);
  if (!cells) return NULL;
  cells[OF] = witness->entity ? witness->entity->label : _("third entities together");
  cells[PROPERTY] = witness->property == CR_CAPITAL ? _("capital") : _("votes");
  cells[BOUND] = witness->upper ? _("at most") : _("at least");
  cells[KIND] = kind;
  cells[SENTENCE] = sentence;
  if (facts) cells[SOURCES] = cr_places_cell(rows->table, facts);
  return cells;
}

static void put_parties(const char **cells, const cr_shown_party *holder,
                        const cr_shown_party *company) {
  cells[HOLDER] = holder->name;
  cells[HOLDER_ID] = holder->id;
  cells[COMPANY] = company->name;
  cells[COMPANY_ID] = company->id;
}

static void put_chain(const cr_chain_rows *rows, int number, const cr_shown_chain *chain) {
  const cr_marks *marks = &rows->model->marks;
  for (int i = 0; i < chain->step_count; i++) {
    const cr_shown_step *step = &chain->steps[i];
    const char **cells = new_row(rows, _("share in a chain"), step->sentence, &step->facts);
    if (!cells) return;
    cells[CHAIN] = cr_report_table_count(rows->table, number);
    cells[STEP] = cr_report_table_count(rows->table, i + 1);
    put_parties(cells, step->holder, step->company);
    cr_share_cells(rows->table, &cells[SHARE], step->factor, marks);
    if (i + 1 == chain->step_count)
      cr_share_cells(rows->table, &cells[PRODUCT], chain->product, marks);
  }
}

static void put_multiplied(const cr_chain_rows *rows) {
  const cr_shown_witness *witness = rows->witness;
  const cr_marks *marks = &rows->model->marks;
  for (int i = 0; i < witness->chain_count; i++) put_chain(rows, i + 1, &witness->chains[i]);
  if (witness->rest_sentence) {
    const char **cells = new_row(rows, _("further chains"), witness->rest_sentence, NULL);
    if (cells) cr_share_cells(rows->table, &cells[PRODUCT], witness->rest, marks);
  }
  for (int i = 0; i < witness->equation_count; i++) {
    const cr_shown_equation *shown = &witness->equations[i];
    const char **cells = new_row(rows, _("cross-holdings"), shown->sentence, NULL);
    if (!cells) return;
    cells[COMPANY] = shown->company->name;
    cells[COMPANY_ID] = shown->company->id;
    cr_share_cells(rows->table, &cells[PRODUCT], shown->equation->value, marks);
  }
}

static void put_counted(const cr_chain_rows *rows) {
  const cr_shown_witness *witness = rows->witness;
  const char *kind = witness->property == CR_CAPITAL ? _("capital counted") : _("votes counted");
  for (int i = 0; i < witness->control_count; i++) {
    const cr_shown_control *control = &witness->controls[i];
    const char **cells = new_row(rows, _("control"), control->sentence, &control->facts);
    if (!cells) return;
    put_parties(cells, control->controller, control->controlled);
    if (control->pair->share)
      cr_share_cells(rows->table, &cells[SHARE], control->pair->share, &rows->model->marks);
  }
  for (int i = 0; i < witness->part_count; i++) {
    const cr_shown_part *part = &witness->parts[i];
    const char **cells = new_row(rows, kind, part->sentence, &part->facts);
    if (!cells) return;
    put_parties(cells, part->holder, rows->model->candidate);
    cr_share_cells(rows->table, &cells[SHARE], part->share, &rows->model->marks);
  }
  for (int i = 0; i < witness->left_out.count; i++)
    new_row(rows, _("left out"), witness->left_out.items[i].sentence,
            &witness->left_out.items[i].facts);
}

static void put_witness(cr_report_table *table, const cr_report_model *model,
                        const cr_shown_witness *witness) {
  const cr_chain_rows rows = {table, model, witness};
  put_multiplied(&rows);
  put_counted(&rows);
}

/* Whether a criterion's witness says the same. */
static bool told(const cr_report_model *model, const cr_shown_witness *witness) {
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_shown_witness *other = model->criteria[id].witness;
    if (other && other->entity == witness->entity && other->property == witness->property &&
        other->upper == witness->upper)
      return true;
  }
  return false;
}

void cr_report_table_of_chains(cr_report_table *out, const cr_report_model *model) {
  cr_report_table_init(out, model->arena, _("Chains"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Figure of"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Property"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Bound"));
  cr_report_table_column(out, CR_COLUMN_COUNT, _("Chain"));
  cr_report_table_column(out, CR_COLUMN_COUNT, _("Step"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Kind"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Holder"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Holder's id"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Company"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Company's id"));
  cr_report_table_column(out, CR_COLUMN_PERCENT, _("Share (%)"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Share, exact"));
  cr_report_table_column(out, CR_COLUMN_PERCENT, _("Product (%)"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Product, exact"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("In words"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Sources"));
  for (int id = 0; id < CR_CRITERIA; id++)
    if (model->criteria[id].witness) put_witness(out, model, model->criteria[id].witness);
  for (int i = 0; i < model->entity_count; i++)
    for (int property = 0; property < CR_PROPERTIES; property++) {
      const cr_shown_witness *witness = model->entities[i].witness[property];
      if (witness && !told(model, witness)) put_witness(out, model, witness);
    }
}
