/* Rows that add up others: compared, never added. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

static bool adds_up(const cr_column *column) {
  return column->field == CR_FIELD_QUANTITY || column->field == CR_FIELD_CAPITAL ||
         column->field == CR_FIELD_VOTES;
}

/* Half a unit of the last digit of a percentage; counts are exact. */
static void slack_of(fmpq_t out, const cr_column *column, const cr_amount *amount) {
  fmpz_t power;
  fmpq_zero(out);
  if (column->field == CR_FIELD_QUANTITY) return;
  fmpz_init(power);
  fmpz_set_ui(power, 10);
  fmpz_pow_ui(power, power, (ulong)amount->decimals);
  fmpz_mul_ui(power, power, 2);
  fmpz_one(fmpq_numref(out));
  fmpz_set(fmpq_denref(out), power);
  fmpz_clear(power);
}

void cr_table_add_up(cr_cap_table *table, int row) {
  fmpq_t slack;
  fmpq_init(slack);
  for (int i = 0; i < table->columns.count && table->status == CRIBLE_OK; i++) {
    const cr_column *column = &table->columns.items[i];
    const cr_amount *amount = adds_up(column) ? cr_table_amount(table, row, column, false) : NULL;
    const fmpq *value = amount ? cr_table_number(table, amount->text) : NULL;
    cr_column_sum *sum = &table->sums[i];
    if (!value) continue;
    slack_of(slack, column, amount);
    fmpq_add(sum->all, sum->all, value);
    fmpq_add(sum->part, sum->part, value);
    fmpq_add(sum->all_slack, sum->all_slack, slack);
    fmpq_add(sum->part_slack, sum->part_slack, slack);
  }
  fmpq_clear(slack);
}

static void differ(cr_cap_table *table, int row, const cr_column *column, const char *stated,
                   const fmpq_t sum) {
  const char *words = cr_rational_text(table->arena, sum);
  bool exact;
  if (words && !fmpz_is_one(fmpq_denref(sum))) {
    char *decimal = cr_rational_decimal(table->arena, &exact, sum, 0, 4);
    size_t length = decimal ? strlen(decimal) : 0;
    while (length && decimal[length - 1] == '0') decimal[--length] = '\0';
    words = decimal;
  }
  cr_table_error(table, row, column, "total-differs",
                 _("a row is missing, there twice, or mistyped; or the total is"),
                 _("the total is %s, but the rows add up to %s"), stated, words ? words : "?");
}

bool cr_table_check_total(cr_cap_table *table, int row, bool all, bool tell) {
  fmpq_t gap, slack;
  bool same = true, any = false, echo = table->errors > 0; /* of an amount that cannot be read */
  fmpq_init(gap);
  fmpq_init(slack);
  for (int i = 0; i < table->columns.count && table->status == CRIBLE_OK; i++) {
    const cr_column *column = &table->columns.items[i];
    const cr_amount *amount = adds_up(column) ? cr_table_amount(table, row, column, tell) : NULL;
    const fmpq *value = amount ? cr_table_number(table, amount->text) : NULL;
    cr_column_sum *sum = &table->sums[i];
    if (!value) continue;
    any = true;
    slack_of(slack, column, amount);
    fmpq_add(slack, slack, all ? sum->all_slack : sum->part_slack);
    fmpq_sub(gap, value, all ? sum->all : sum->part);
    fmpq_abs(gap, gap);
    if (fmpq_cmp(gap, slack) <= 0) continue;
    same = false;
    if (tell && !echo) differ(table, row, column, amount->text, all ? sum->all : sum->part);
  }
  for (int i = 0; i < table->columns.count; i++) {
    fmpq_zero(table->sums[i].part);
    fmpq_zero(table->sums[i].part_slack);
  }
  fmpq_clear(gap);
  fmpq_clear(slack);
  return same && any;
}
