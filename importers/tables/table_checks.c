/* What the rows of a table say together. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

static bool same_shares(const cr_table_holding *a, const cr_table_holding *b) {
  return a->share_class == b->share_class && a->count && b->count && fmpq_equal(a->count, b->count);
}

/* The bare rows that may be the other side of a usufruct. */
static int candidates(const cr_cap_table *table, const cr_table_holding *usufruct, size_t *found) {
  int count = 0;
  for (size_t i = 0; i < table->holding_count; i++) {
    const cr_table_holding *bare = &table->holdings[i];
    if (bare->nature != CR_BARE || bare->paired || !same_shares(usufruct, bare)) continue;
    if (usufruct->bare_owner != CR_NONE && bare->party != usufruct->bare_owner) continue;
    *found = i;
    count++;
  }
  return count;
}

/* A usufruct and a bare ownership of as many shares are the two sides of one lot. */
static void pair(cr_cap_table *table, cr_table_holding *usufruct) {
  size_t found = 0;
  if (usufruct->bare_owner_name) {
    usufruct->bare_owner = cr_table_party_of(table, usufruct->bare_owner_name, usufruct->row);
    if (usufruct->bare_owner == CR_NONE) return;
  }
  int count = candidates(table, usufruct, &found);
  if (count == 1 || (count > 1 && usufruct->bare_owner != CR_NONE)) {
    table->holdings[found].paired = true;
    usufruct->bare_owner = table->holdings[found].party;
  } else if (usufruct->bare_owner == CR_NONE) {
    cr_table_error(table, usufruct->row, NULL, "no-bare-owner",
                   _("add a column 'Bare owner' that names who owns them bare"),
                   count ? _("several rows own as many shares bare: whose usufruct it is cannot be told")
                         : _("no row owns as many shares bare: whose usufruct it is cannot be told"));
  }
}

static void take_from_listed(cr_cap_table *table, const cr_table_holding *holding) {
  cr_table_class *class = &table->classes[holding->share_class];
  if (holding->double_vote == CR_TRUE) class->doubled = true;
  if (!holding->paired) fmpq_add(class->listed, class->listed, holding->count);
}

void cr_table_pair(cr_cap_table *table) {
  for (size_t i = 0; i < table->holding_count && table->status == CRIBLE_OK; i++) {
    if (table->holdings[i].nature == CR_USUFRUCT && table->holdings[i].count) {
      pair(table, &table->holdings[i]);
    }
  }
  for (size_t i = 0; i < table->holding_count && table->status == CRIBLE_OK; i++) {
    if (table->holdings[i].share_class != CR_NONE) take_from_listed(table, &table->holdings[i]);
  }
}

static bool has_class_table(const cr_cap_table *table) {
  for (size_t i = 0; i < table->class_count; i++) {
    if (table->classes[i].row) return true;
  }
  return false;
}

static void check_class(cr_cap_table *table, cr_table_class *class, bool listed) {
  const char *name = class->name ? class->name : "";
  const char *sum = cr_rational_text(table->arena, class->listed);
  if (!sum) table->status = CRIBLE_E_MEMORY;
  if (table->status != CRIBLE_OK) return;
  if (!class->issued) {
    if (listed && !class->row) {
      cr_table_error(table, table->columns.last_row, NULL, "unknown-class", NULL,
                     _("the class '%s' is not in the table of classes"), name);
    }
    if ((!table->complete || table->options) && !table->errors) {
      cr_table_warn(table, table->columns.last_row, NULL, "issued-not-stated",
                    _("add a total below the rows, or a table of classes with the shares issued"),
                    _("how many shares are issued is not stated: taken to be the %s of the rows"), sum);
    }
    class->issued = sum;
    return;
  }
  const fmpq *issued = cr_table_number(table, class->issued);
  if (issued && fmpq_cmp(class->listed, issued) > 0) {
    cr_table_error(table, class->row, NULL, "lots-exceed-issued", NULL,
                   _("of class '%s' %s shares are issued, but the holders have %s"), name,
                   class->issued, sum);
  }
}

/* A nominal value of one class asks for those of all (they weigh the capital). */
static void check_nominals(cr_cap_table *table) {
  size_t stated = 0;
  for (size_t i = 0; i < table->class_count; i++) stated += table->classes[i].nominal != NULL;
  if (stated && stated < table->class_count) {
    cr_table_error(table, table->columns.last_row, NULL, "nominal-missing", NULL,
                   _("some classes state a nominal value, others do not"));
  }
}

/* Shares of all, of the classes together, in percent. */
static void check_percentage(cr_cap_table *table, int party, const fmpq_t all) {
  fmpq_t held, half;
  const cr_column *column = cr_columns_of(&table->columns, CR_FIELD_CAPITAL, NULL);
  const cr_amount *stated = NULL;
  int row = 0, rows = 0;
  fmpq_init(held);
  fmpq_init(half);
  for (size_t i = 0; i < table->holding_count; i++) {
    const cr_table_holding *holding = &table->holdings[i];
    if (holding->party != party || !holding->count || holding->nature != CR_FULL) continue;
    fmpq_add(held, held, holding->count);
    rows += holding->row != row;
    row = holding->row;
  }
  if (rows == 1) stated = cr_table_amount(table, row, column, false);
  const fmpq *value = stated ? cr_table_number(table, stated->text) : NULL;
  if (value) {
    fmpz_set_ui(fmpq_denref(half), 10);
    fmpz_pow_ui(fmpq_denref(half), fmpq_denref(half), (ulong)stated->decimals);
    fmpz_mul_ui(fmpq_denref(half), fmpq_denref(half), 2);
    fmpz_one(fmpq_numref(half));
    fmpq_div(held, held, all);
    fmpq_mul_ui(held, held, 100);
    fmpq_sub(held, held, value);
    fmpq_abs(held, held);
    if (fmpq_cmp(held, half) > 0) {
      cr_table_warn(table, row, column, "percentage-differs", NULL,
                    _("%s %% is not what the number of shares gives: the shares count"), stated->text);
    }
  }
  fmpq_clear(held);
  fmpq_clear(half);
}

/* Where nominal values may differ, shares of capital are not shares of all shares. */
static void check_percentages(cr_cap_table *table) {
  fmpq_t all;
  bool equal = true;
  if (!cr_columns_of(&table->columns, CR_FIELD_CAPITAL, NULL)) return;
  fmpq_init(all);
  for (size_t i = 0; i < table->class_count && table->status == CRIBLE_OK; i++) {
    const fmpq *issued = table->classes[i].issued ? cr_table_number(table, table->classes[i].issued)
                                                  : NULL;
    equal = equal && !table->classes[i].nominal;
    if (issued) fmpq_add(all, all, issued);
  }
  for (size_t i = 0; equal && !fmpq_is_zero(all) && i < table->party_count && i < 2000; i++) {
    check_percentage(table, (int)i, all);
  }
  fmpq_clear(all);
}

/* Shares counted and shares by percentages of the same whole cannot be put together. */
static void check_mixture(cr_cap_table *table) {
  bool counted = false;
  for (size_t i = 0; i < table->holding_count; i++) counted = counted || table->holdings[i].count;
  for (size_t i = 0; counted && i < table->holding_count; i++) {
    if (table->holdings[i].count) continue;
    cr_table_error(table, table->holdings[i].row, NULL, "quantity-missing", NULL,
                   _("a percentage without number of shares, where other rows have one"));
  }
}

/* The least that rounded percentages allow is more than the whole. */
static void check_whole(cr_cap_table *table) {
  for (int i = 0; i < table->columns.count && table->status == CRIBLE_OK; i++) {
    const cr_column *column = &table->columns.items[i];
    if (column->field != CR_FIELD_CAPITAL && column->field != CR_FIELD_VOTES) continue;
    fmpq_t least;
    fmpq_init(least);
    fmpq_sub(least, table->sums[i].all, table->sums[i].all_slack);
    if (fmpq_cmp_ui(least, 100) > 0) {
      cr_table_error(table, table->columns.last_row, column, "more-than-whole", NULL,
                     _("the rows add up to more than 100 %%"));
    }
    fmpq_clear(least);
  }
}

void cr_table_check(cr_cap_table *table) {
  bool listed = has_class_table(table);
  for (size_t i = 0; i < table->class_count && table->status == CRIBLE_OK; i++) {
    check_class(table, &table->classes[i], listed);
  }
  check_nominals(table);
  check_whole(table);
  if (table->errors) return; /* what cannot be read would be told again */
  check_mixture(table);
  check_percentages(table);
}
