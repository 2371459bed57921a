#include "importers/identity/join.h"

#include <string.h>

crible_status cr_joining_new(cr_joining *out, cr_facts *facts, cr_arena *arena) {
  cr_joining joining = {facts, cr_arena_alloc(arena, facts->parties_count + 1, sizeof(int))};
  if (!joining.stands_for) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < facts->parties_count; i++) joining.stands_for[i] = (int)i;
  *out = joining;
  return CRIBLE_OK;
}

int cr_joining_one(const cr_joining *joining, int party) {
  while (party != CR_NONE && joining->stands_for[party] != party)
    party = joining->stands_for[party];
  return party;
}

void cr_joining_add(cr_joining *joining, int a, int b) {
  const int candidate = cr_joining_one(joining, joining->facts->candidate);
  a = cr_joining_one(joining, a);
  b = cr_joining_one(joining, b);
  const bool keeps_a = a == candidate || (b != candidate && a < b);
  joining->stands_for[keeps_a ? b : a] = keeps_a ? a : b;
}

/* The two groups that would become one. */
typedef struct pair {
  const cr_joining *joining;
  int a, b;
} pair;

static bool are_the_two(const pair *two, int x, int y) {
  x = cr_joining_one(two->joining, x);
  y = cr_joining_one(two->joining, y);
  return (x == two->a && y == two->b) || (x == two->b && y == two->a);
}

static int as_joined(const pair *two, int party) {
  party = cr_joining_one(two->joining, party);
  return party == two->b ? two->a : party;
}

static bool kinds_differ(const pair *two) {
  const cr_party *parties = two->joining->facts->parties;
  const cr_party *a = &parties[two->a], *b = &parties[two->b];
  if (a->kind == CR_GROUP || b->kind == CR_GROUP) return true;
  const bool bodies = a->kind == CR_PUBLIC_BODY && b->kind == CR_PUBLIC_BODY;
  if (bodies && a->country && b->country && strcmp(a->country, b->country)) return true;
  return a->kind != b->kind && !a->named_only && !b->named_only;
}

static bool controls_other(const pair *two) {
  const cr_facts *facts = two->joining->facts;
  for (size_t i = 0; i < facts->controls_count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    for (int j = 0; j < control->controller_count; j++)
      if (are_the_two(two, control->controllers[j], control->controlled)) return true;
  }
  return false;
}

static bool declared_by_other(const pair *two) {
  const cr_facts *facts = two->joining->facts;
  for (size_t i = 0; i < facts->declarations_count; i++)
    if (are_the_two(two, facts->declarations[i].declarant, facts->declarations[i].company))
      return true;
  for (size_t i = 0; i < facts->declared_tables_count; i++) {
    const cr_declared_table *table = &facts->declared_tables[i];
    for (int row = 0; row < table->row_count; row++)
      if (are_the_two(two, table->rows[row].declarant, table->company)) return true;
  }
  return false;
}

static bool holds_other(const pair *two) {
  const cr_facts *facts = two->joining->facts;
  for (size_t i = 0; i < facts->lots_count; i++) {
    const cr_lot *lot = &facts->lots[i];
    if (are_the_two(two, lot->holder, facts->classes[lot->share_class].company)) return true;
  }
  for (size_t i = 0; i < facts->stakes_count; i++)
    if (are_the_two(two, facts->stakes[i].holder, facts->stakes[i].company)) return true;
  for (size_t i = 0; i < facts->options_count; i++) {
    const cr_option *option = &facts->options[i];
    if (are_the_two(two, option->holder, facts->classes[option->share_class].company)) return true;
  }
  for (size_t i = 0; i < facts->unit_holdings_count; i++)
    if (are_the_two(two, facts->unit_holdings[i].holder, facts->unit_holdings[i].fund)) return true;
  return controls_other(two) || declared_by_other(two);
}

static bool has_classes(const pair *two, int group) {
  const cr_facts *facts = two->joining->facts;
  for (size_t i = 0; i < facts->classes_count; i++)
    if (cr_joining_one(two->joining, facts->classes[i].company) == group) return true;
  return false;
}

static bool overlap(cr_period a, cr_period b) {
  const cr_date begin = a.from == CR_DATE_NONE || (b.from != CR_DATE_NONE && b.from > a.from)
                            ? b.from : a.from;
  const cr_date end = a.to == CR_DATE_NONE || (b.to != CR_DATE_NONE && b.to < a.to) ? b.to : a.to;
  return begin == CR_DATE_NONE || end == CR_DATE_NONE || begin < end;
}

/* Two statements of one source on one day on what would be one holding. */
static bool stakes_apart(const pair *two, const cr_stake *x, const cr_stake *y) {
  if (x->fact.source != y->fact.source || x->share_class != y->share_class) return false;
  if (!overlap(x->fact.period, y->fact.period)) return false;
  if (!are_the_two(two, x->holder, y->holder) && !are_the_two(two, x->company, y->company))
    return false;
  return as_joined(two, x->holder) == as_joined(two, y->holder) &&
         as_joined(two, x->company) == as_joined(two, y->company);
}

static bool concerns(const pair *two, const cr_stake *stake) {
  return as_joined(two, stake->holder) == two->a || as_joined(two, stake->company) == two->a;
}

static bool rows_apart(const pair *two, const cr_declared_table *table) {
  for (int i = 0; i < table->row_count; i++)
    for (int j = i + 1; j < table->row_count; j++)
      if (are_the_two(two, table->rows[i].declarant, table->rows[j].declarant)) return true;
  return false;
}

static bool units_apart(const pair *two) {
  const cr_facts *facts = two->joining->facts;
  for (size_t i = 0; i < facts->unit_holdings_count; i++)
    for (size_t j = i + 1; j < facts->unit_holdings_count; j++) {
      const cr_unit_holding *x = &facts->unit_holdings[i], *y = &facts->unit_holdings[j];
      if (x->fact.source == y->fact.source && as_joined(two, x->fund) == as_joined(two, y->fund) &&
          are_the_two(two, x->holder, y->holder))
        return true;
    }
  return false;
}

static bool said_apart(const pair *two) {
  const cr_facts *facts = two->joining->facts;
  for (size_t i = 0; i < facts->stakes_count; i++) {
    if (!concerns(two, &facts->stakes[i])) continue;
    for (size_t j = i + 1; j < facts->stakes_count; j++)
      if (stakes_apart(two, &facts->stakes[i], &facts->stakes[j])) return true;
  }
  for (size_t i = 0; i < facts->declared_tables_count; i++)
    if (rows_apart(two, &facts->declared_tables[i])) return true;
  return units_apart(two);
}

cr_obstacle cr_joining_obstacle(const cr_joining *joining, int a, int b) {
  const pair two = {joining, cr_joining_one(joining, a), cr_joining_one(joining, b)};
  if (two.a == two.b) return CR_NO_OBSTACLE;
  if (kinds_differ(&two)) return CR_KINDS_DIFFER;
  if (holds_other(&two)) return CR_ONE_HOLDS_OTHER;
  if (has_classes(&two, two.a) && has_classes(&two, two.b)) return CR_TWO_CAPITALS;
  return said_apart(&two) ? CR_SAID_APART : CR_NO_OBSTACLE;
}
