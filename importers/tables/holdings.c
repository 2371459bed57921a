/* What a row says that its holder holds. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

static const char *folded_cell(cr_cap_table *table, int row, const cr_column *column) {
  const cr_cell *cell = column ? cr_sheet_cell(table->sheet, row, column->number) : NULL;
  const char *folded = cell ? cr_fold(table->arena, cell->text) : NULL;
  if (cell && !folded) table->status = CRIBLE_E_MEMORY;
  return folded;
}

static cr_tristate read_double(cr_cap_table *table, int row) {
  const cr_column *column = cr_columns_of(&table->columns, CR_FIELD_DOUBLE, NULL);
  const char *folded = folded_cell(table, row, column);
  static const char *const yes[] = {"oui", "yes", "o", "y", "x", "vrai", "true", "1", "double", NULL};
  static const char *const no[] = {"non", "no", "n", "faux", "false", "0", "simple", "", NULL};
  if (!folded) return CR_UNSTATED;
  for (int i = 0; yes[i]; i++) {
    if (!strcmp(folded, yes[i])) return CR_TRUE;
  }
  for (int i = 0; no[i]; i++) {
    if (!strcmp(folded, no[i])) return CR_FALSE;
  }
  cr_table_error(table, row, column, "bad-word", _("write yes or no"),
                 _("whether the votes are double cannot be told from '%s'"), folded);
  return CR_UNSTATED;
}

static cr_nature read_nature(cr_cap_table *table, int row) {
  const cr_column *column = cr_columns_of(&table->columns, CR_FIELD_NATURE, NULL);
  const char *folded = folded_cell(table, row, column);
  static const struct {
    const char *word;
    cr_nature nature;
  } words[] = {{"usufruit", CR_USUFRUCT}, {"usufruct", CR_USUFRUCT}, {"usufruitier", CR_USUFRUCT},
               {"us", CR_USUFRUCT},       {"uf", CR_USUFRUCT},       {"nue propriete", CR_BARE},
               {"bare", CR_BARE},         {"np", CR_BARE},           {"nu proprietaire", CR_BARE},
               {"pleine propriete", CR_FULL}, {"full", CR_FULL},     {"pp", CR_FULL},
               {"pleine", CR_FULL},       {"plein", CR_FULL}};
  if (!folded || !*folded) return CR_FULL;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (cr_has_words(folded, words[i].word)) return words[i].nature;
  }
  cr_table_error(table, row, column, "bad-word",
                 _("write full ownership, bare ownership or usufruct"),
                 _("the nature of the holding cannot be told from '%s'"), folded);
  return CR_FULL;
}

/* The class of a row's cell, or the group of a column; *option when it is of rights to shares. */
static const char *class_name(cr_cap_table *table, int row, const cr_column *quantity, bool several,
                              bool *option) {
  const cr_column *column = cr_columns_of(&table->columns, CR_FIELD_CLASS, NULL);
  const cr_cell *cell = column ? cr_sheet_cell(table->sheet, row, column->number) : NULL;
  const char *name = several ? quantity->group : cell ? cell->text : NULL;
  const char *folded = name ? cr_fold(table->arena, name) : "";
  if (!folded) table->status = CRIBLE_E_MEMORY;
  *option = folded && cr_is_option(folded);
  return name;
}

static cr_table_holding *add(cr_cap_table *table, int row, int party) {
  void *block = table->holdings;
  if (table->status == CRIBLE_OK) {
    table->status = cr_grow(table->context, &block, &table->holding_capacity,
                            table->holding_count + 1, sizeof *table->holdings);
  }
  if (table->status != CRIBLE_OK) return NULL;
  table->holdings = block;
  cr_table_holding *holding = &table->holdings[table->holding_count++];
  *holding = (cr_table_holding){.row = row, .party = party, .share_class = CR_NONE,
                                .since = CR_DATE_NONE, .bare_owner = CR_NONE};
  return holding;
}

/* A right to shares to come is no holding: the facts have options for it. */
static void leave_out_option(cr_cap_table *table, int row, const cr_column *column,
                             const char *name) {
  table->options = true;
  cr_table_warn(table, row, column, "option-left-out",
                _("say it with an 'option' in dossier.xml, if the ruleset counts dilution"),
                _("'%s' gives a right to shares, and is none yet: left out"), name);
}

static void add_lot(cr_cap_table *table, int row, int party, const cr_column *column,
                    const cr_amount *amount, bool several) {
  bool option = false;
  fmpq *count = cr_table_number(table, amount->text);
  const char *name = class_name(table, row, column, several, &option);
  if (!count || fmpq_is_zero(count)) return;
  if (option) {
    leave_out_option(table, row, column, name);
    return;
  }
  int class = cr_table_class_of(table, name, 0);
  cr_table_holding *holding = class == CR_NONE ? NULL : add(table, row, party);
  if (!holding) return;
  const cr_column *since = cr_columns_of(&table->columns, CR_FIELD_SINCE, NULL);
  const cr_column *bare = cr_columns_of(&table->columns, CR_FIELD_BARE_OWNER, NULL);
  const cr_cell *owner = bare ? cr_sheet_cell(table->sheet, row, bare->number) : NULL;
  holding->share_class = class;
  holding->quantity = amount->text;
  holding->count = count;
  holding->since = cr_table_date(table, row, since);
  holding->nature = read_nature(table, row);
  holding->bare_owner_name = owner ? owner->text : NULL;
  holding->double_vote = read_double(table, row);
}

/* A share of a whole by percentages, where no number of shares is given. */
static void add_stake(cr_cap_table *table, int row, int party, cr_amount *const shares[]) {
  cr_table_holding *holding = add(table, row, party);
  if (!holding) return;
  for (int p = 0; p < CR_PROPERTIES; p++) holding->share[p] = shares[p];
  holding->nature = read_nature(table, row);
  if (holding->nature != CR_FULL) {
    cr_table_error(table, row, cr_columns_of(&table->columns, CR_FIELD_NATURE, NULL),
                   "usufruct-of-percentages", _("add a column of numbers of shares"),
                   _("usufruct and bare ownership are of numbers of shares, not of percentages"));
  }
}

static bool within_whole(cr_cap_table *table, int row, const cr_column *column,
                         const cr_amount *amount) {
  const fmpq *value = amount ? cr_table_number(table, amount->text) : NULL;
  if (!value || fmpq_cmp_ui(value, 100) <= 0) return value != NULL;
  cr_table_error(table, row, column, "share-outside", NULL, _("%s %% is more than the whole"),
                 amount->text);
  return false;
}

void cr_table_read_holdings(cr_cap_table *table, int row, int party) {
  static const cr_field fields[CR_PROPERTIES] = {CR_FIELD_CAPITAL, CR_FIELD_VOTES};
  cr_amount *shares[CR_PROPERTIES];
  bool counted = false, stated = false;
  int columns = 0;
  const cr_column *c = NULL;
  while ((c = cr_columns_of(&table->columns, CR_FIELD_QUANTITY, c))) columns += !c->total;
  while ((c = cr_columns_of(&table->columns, CR_FIELD_QUANTITY, c))) {
    cr_amount *amount = cr_table_amount(table, row, c, true);
    if (!amount || (c->total && columns)) continue;
    counted = true;
    add_lot(table, row, party, c, amount, columns > 1);
  }
  for (int p = 0; p < CR_PROPERTIES; p++) {
    const cr_column *column = cr_columns_of(&table->columns, fields[p], NULL);
    shares[p] = column ? cr_table_amount(table, row, column, true) : NULL;
    if (!within_whole(table, row, column, shares[p])) shares[p] = NULL;
    stated = stated || shares[p];
  }
  if (!counted && stated && table->status == CRIBLE_OK) add_stake(table, row, party, shares);
}
