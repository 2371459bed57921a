#include "engine/graph/declared.h"

#include <stdlib.h>

#include "engine/graph/brackets.h"
#include "engine/graph/evidence.h"

void cr_declared_clear(cr_declared *declared) {
  for (int i = 0; i < declared->count; i++)
    for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_clear(&declared->items[i].share[p]);
  cr_release(declared->context, declared->items);
  *declared = (cr_declared){0};
}

int cr_declared_of(const cr_declared *declared, int party) {
  for (int i = 0; i < declared->count; i++)
    if (declared->items[i].declarant == party) return i;
  return CR_NONE;
}

/* The holding of a declarant, made if need be; there is room. */
static cr_declared_holding *holding_of(cr_declared *declared, int declarant) {
  int found = cr_declared_of(declared, declarant);
  if (found != CR_NONE) return &declared->items[found];
  cr_declared_holding *made = &declared->items[declared->count++];
  *made = (cr_declared_holding){.declarant = declarant};
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_interval_init(&made->share[p]);
    cr_interval_set_unit(&made->share[p]);
  }
  return made;
}

int cr_declared_table_of(const cr_snapshot *snapshot, int company) {
  const cr_declared_table *tables = snapshot->facts->declared_tables;
  int latest = CR_NONE;
  for CR_EACH (i, &snapshot->tables, company) {
    int index = snapshot->tables.item[i];
    if (latest == CR_NONE || tables[index].date >= tables[latest].date) latest = index;
  }
  return latest;
}

static crible_status take_table(cr_declared *declared, const cr_snapshot *snapshot, int index,
                                const cr_notes *notes) {
  const cr_declared_table *table = &snapshot->facts->declared_tables[index];
  cr_fact_ref fact = {CR_FACT_declared_tables, index};
  for (int r = 0; r < table->row_count; r++) {
    const cr_declared_row *row = &table->rows[r];
    cr_declared_holding *holding = holding_of(declared, row->declarant);
    bool as_capital = !row->states[CR_VOTES] && row->states[CR_CAPITAL];
    if (row->states[CR_CAPITAL])
      cr_interval_set(&holding->share[CR_CAPITAL], &row->share[CR_CAPITAL]);
    if (row->states[CR_VOTES])
      cr_interval_set(&holding->share[CR_VOTES], &row->share[CR_VOTES]);
    else if (as_capital && !cr_votes_unknown(snapshot))
      cr_interval_set(&holding->share[CR_VOTES], &row->share[CR_CAPITAL]);
    holding->facts[0] = fact;
    holding->fact_count = 1;
    if (!as_capital) continue;
    crible_status status =
        cr_note_unstated_votes(snapshot, notes, row->declarant, table->company, &fact, 1);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* What one more declaration tells. Of a property that it does not speak of, that no threshold was
 * crossed; with nothing known before, nothing. */
static void take_declaration(cr_declared *declared, const cr_snapshot *snapshot, int index) {
  const cr_declaration *told = &snapshot->facts->declarations[index];
  const cr_reference *reference = snapshot->reference;
  cr_declared_holding *holding = holding_of(declared, told->declarant);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_interval *share = &holding->share[p];
    if (told->crosses[p]) {
      cr_bracket_crossed(share, reference, told, (cr_property)p);
    } else if (told->held[p]) {
      cr_interval_set_point(share, told->held[p]);
      cr_bracket_around(share, reference, told->date);
    } else if (holding->fact_count == 1 && holding->facts[0].kind == CR_FACT_declared_tables) {
      cr_bracket_around(share, reference, told->date); /* a table is exact only until now */
    }
  }
  bool replaces = (told->crosses[CR_CAPITAL] || told->held[CR_CAPITAL]) &&
                  (told->crosses[CR_VOTES] || told->held[CR_VOTES]);
  int at = replaces || holding->fact_count == 0 ? 0 : 1;
  holding->facts[at] = (cr_fact_ref){CR_FACT_declarations, index};
  holding->fact_count = at + 1;
  holding->included = told->included;
  holding->included_count = told->included_count;
}

/* By date; crossings of one day in the order in which they happened on the way. */
static int compare(const void *left, const void *right) {
  const cr_declaration *a = *(const cr_declaration *const *)left;
  const cr_declaration *b = *(const cr_declaration *const *)right;
  if (a->date != b->date) return a->date < b->date ? -1 : 1;
  if (a->upwards != b->upwards) return a->upwards ? 1 : -1;
  int order = fmpq_cmp(a->threshold, b->threshold);
  if (order != 0) return a->upwards ? order : -order;
  return a < b ? -1 : a > b;
}

static crible_status take_declarations(cr_declared *declared, const cr_snapshot *snapshot,
                                       int company, cr_date since) {
  const cr_declaration *all = snapshot->facts->declarations;
  int most = cr_buckets_count(&snapshot->declarations, company), count = 0;
  const cr_declaration **told = cr_allocate(declared->context, ((size_t)most + 1) * sizeof *told);
  if (!told) return CRIBLE_E_MEMORY;
  for CR_EACH (i, &snapshot->declarations, company) {
    const cr_declaration *one = &all[snapshot->declarations.item[i]];
    if (since == CR_DATE_NONE || one->date > since) told[count++] = one;
  }
  qsort(told, (size_t)count, sizeof *told, compare);
  for (int i = 0; i < count; i++) take_declaration(declared, snapshot, (int)(told[i] - all));
  cr_release(declared->context, told);
  return CRIBLE_OK;
}

crible_status cr_declared_find(cr_declared *out, const cr_snapshot *snapshot, int company,
                               const cr_notes *notes, crible_context *context) {
  cr_declared found = {.context = context};
  int table = cr_declared_table_of(snapshot, company);
  const cr_declared_table *tables = snapshot->facts->declared_tables;
  size_t most = 1 + (size_t)cr_buckets_count(&snapshot->declarations, company) +
                (table == CR_NONE ? 0 : (size_t)tables[table].row_count);
  found.items = cr_allocate(context, most * sizeof *found.items);
  crible_status status = found.items ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK && table != CR_NONE)
    status = take_table(&found, snapshot, table, notes);
  if (status == CRIBLE_OK)
    status = take_declarations(&found, snapshot, company,
                               table == CR_NONE ? CR_DATE_NONE : tables[table].date);
  if (status == CRIBLE_OK) *out = found;
  else cr_declared_clear(&found);
  return status;
}
