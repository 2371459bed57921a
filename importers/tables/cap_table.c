#include "importers/tables/cap_table.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

int cr_table_class_of(cr_cap_table *table, const char *name, int row) {
  const char *folded = name ? cr_fold(table->arena, name) : "";
  void *block = table->classes;
  for (size_t i = 0; folded && i < table->class_count; i++) {
    if (!strcmp(table->classes[i].folded, folded)) return (int)i;
  }
  if (!folded) table->status = CRIBLE_E_MEMORY;
  if (table->status != CRIBLE_OK) return CR_NONE;
  table->status = cr_grow(table->context, &block, &table->class_capacity, table->class_count + 1,
                          sizeof *table->classes);
  if (table->status != CRIBLE_OK) return CR_NONE;
  table->classes = block;
  cr_table_class *class = &table->classes[table->class_count++];
  *class = (cr_table_class){.name = name, .folded = folded, .row = row,
                           .listed = cr_table_number(table, "0")};
  return (int)table->class_count - 1;
}

int cr_table_party_of(cr_cap_table *table, const char *name, int row) {
  void *block = table->parties;
  for (size_t i = 0; i < table->party_count; i++) {
    if (!strcmp(table->parties[i].name, name)) return (int)i;
  }
  table->status = cr_grow(table->context, &block, &table->party_capacity, table->party_count + 1,
                          sizeof *table->parties);
  if (table->status != CRIBLE_OK) return CR_NONE;
  table->parties = block;
  table->parties[table->party_count++] = (cr_table_party){.name = name, .row = row};
  return (int)table->party_count - 1;
}

static bool has_table(const cr_columns *columns) { return columns->first_row > 0; }

/* The sheet of a name, or the only one with a table of holders. */
static crible_status choose_sheet(cr_cap_table *table, const cr_grid *grid, const char *sheet) {
  const char *found = NULL, *both = NULL;
  bool named = false;
  for (size_t i = 0; i < grid->count; i++) {
    cr_columns columns;
    const cr_sheet *one = &grid->sheets[i];
    if (sheet && (!one->name || strcmp(one->name, sheet) != 0)) continue;
    named = true;
    crible_status status = cr_columns_find(&columns, table->arena, one, 1, false);
    if (status != CRIBLE_OK) return status;
    if (!has_table(&columns)) continue;
    both = found;
    found = one->name ? one->name : "";
    table->sheet = one;
    table->columns = columns;
    if (both) break;
  }
  if (found && !both) return CRIBLE_OK;
  if (sheet && !named) {
    return cr_error(table->context, "no-sheet", table->file, 0, 0, NULL, _("no sheet is called '%s'"),
                    sheet);
  }
  if (both) {
    return cr_error(table->context, "several-tables", table->file, 0, 0,
                    _("name the sheet in dossier.xml, or keep one of them in the file"),
                    _("the sheets \"%s\" and \"%s\" both have a table of holders"), both, found);
  }
  return cr_error(table->context, "no-table", table->file, 0, 0,
                  _("name the columns in the first row, such as: Holder, Class, Quantity, Country"),
                  _("no row names a column of holders and one of shares, capital or votes"));
}

static const char *holder_name(cr_cap_table *table, int row) {
  const char *name = NULL;
  const cr_column *c = cr_columns_of(&table->columns, CR_FIELD_HOLDER, NULL);
  for (; c; c = cr_columns_of(&table->columns, CR_FIELD_HOLDER, c)) {
    const cr_cell *cell = cr_sheet_cell(table->sheet, row, c->number);
    if (!cell || (name && !strcmp(name, cell->text))) continue;
    name = name ? cr_arena_printf(table->arena, "%s %s", name, cell->text) : cell->text;
    if (!name) table->status = CRIBLE_E_MEMORY;
  }
  return name;
}

static bool has_amounts(const cr_cap_table *table, int row) {
  for (int i = 0; i < table->columns.count; i++) {
    cr_field field = table->columns.items[i].field;
    bool amount = field == CR_FIELD_QUANTITY || field == CR_FIELD_CAPITAL || field == CR_FIELD_VOTES;
    if (amount && cr_sheet_cell(table->sheet, row, table->columns.items[i].number)) return true;
  }
  return false;
}

static cr_row_word word_of(cr_cap_table *table, const char *name) {
  const char *folded = name ? cr_fold(table->arena, name) : "";
  if (!folded) table->status = CRIBLE_E_MEMORY;
  return folded ? cr_row_of(folded) : CR_ROW_PLAIN;
}

/* Whether a name is that of the company itself. */
static bool is_company(cr_cap_table *table, const char *name, const char *company) {
  const char *one = cr_fold(table->arena, name), *other = company ? cr_fold(table->arena, company) : "";
  return one && other && *other && !strcmp(one, other);
}

static void read_holder(cr_cap_table *table, int row, const char *name, cr_row_word word,
                        const char *company) {
  int party = cr_table_party_of(table, name, row);
  if (party == CR_NONE) return;
  if (is_company(table, name, company)) word = CR_ROW_TREASURY;
  table->parties[party].row_word = word;
  cr_table_read_party(table, row, party);
  cr_table_read_holdings(table, row, party);
}

/* True when the row ends the table: a total of everything. */
static bool read_row(cr_cap_table *table, int row, const char *company) {
  const char *name = holder_name(table, row);
  cr_row_word word = word_of(table, name);
  if (!has_amounts(table, row)) {
    if (name && word == CR_ROW_PLAIN && table->holding_count) {
      cr_table_warn(table, row, NULL, "row-not-read", NULL,
                    _("nothing is stated of what '%s' holds"), name);
    }
    return false;
  }
  if (!name) { /* sums often stand there without a word */
    if (cr_table_check_total(table, row, true, false)) return true;
    cr_table_error(table, row, NULL, "no-holder", _("name the holder, or call the row 'Total'"),
                   _("no holder is named"));
    return false;
  }
  if (word == CR_ROW_TOTAL || word == CR_ROW_SUBTOTAL) {
    bool same = cr_table_check_total(table, row, word == CR_ROW_TOTAL, true);
    if (word == CR_ROW_TOTAL) table->complete = same;
    return word == CR_ROW_TOTAL;
  }
  cr_table_add_up(table, row);
  read_holder(table, row, name, word, company);
  return false;
}

static void read_rows(cr_cap_table *table, const char *company) {
  int last = table->last_row, row = table->columns.last_row + 1;
  for (bool ended = false; row <= last && !ended && table->status == CRIBLE_OK; row++) {
    ended = read_row(table, row, company);
  }
  for (; row <= last && table->status == CRIBLE_OK; row++) {
    if (!has_amounts(table, row) || !holder_name(table, row)) continue;
    cr_table_warn(table, row, NULL, "rows-below-total", NULL,
                  _("rows below the total are not read"));
    return;
  }
}

static void make_sums(cr_cap_table *table) {
  size_t count = (size_t)table->columns.count;
  fmpq *values = cr_arena_rationals(table->arena, 4 * count + 1);
  table->sums = cr_arena_alloc(table->arena, count + 1, sizeof *table->sums);
  if (!values || !table->sums) {
    table->status = CRIBLE_E_MEMORY;
    return;
  }
  for (size_t i = 0; i < count; i++) {
    fmpq *own = values + 4 * i;
    table->sums[i] = (cr_column_sum){own, own + 1, own + 2, own + 3};
  }
}

crible_status cr_cap_table_read(cr_cap_table *out, cr_arena *arena, const cr_grid *grid,
                                const char *sheet, const char *company,
                                const cr_country_words *countries) {
  *out = (cr_cap_table){.arena = arena, .context = cr_arena_context(arena), .file = grid->file,
                        .countries = countries};
  crible_status status = choose_sheet(out, grid, sheet);
  if (status != CRIBLE_OK) return status;
  out->marks = cr_marks_of(out->sheet);
  out->last_row = cr_sheet_last_row(out->sheet);
  cr_table_settle_columns(out);
  make_sums(out);
  if (out->status == CRIBLE_OK) cr_table_read_classes(out, grid);
  if (out->status == CRIBLE_OK) read_rows(out, company);
  if (out->status == CRIBLE_OK && !out->holding_count && !out->errors) {
    cr_table_error(out, out->columns.last_row, NULL, "no-holder", NULL, _("no holder stands below it"));
  }
  if (out->status == CRIBLE_OK) cr_table_pair(out);
  if (out->status == CRIBLE_OK) cr_table_check(out);
  if (out->status != CRIBLE_OK) return out->status;
  return out->errors ? CRIBLE_E_DATA : CRIBLE_OK;
}

void cr_cap_table_clear(cr_cap_table *table) {
  if (!table->context) return;
  cr_release(table->context, table->parties);
  cr_release(table->context, table->classes);
  cr_release(table->context, table->holdings);
  *table = (cr_cap_table){.arena = NULL};
}
