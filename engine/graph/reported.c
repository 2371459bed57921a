#include "engine/graph/reported.h"

#include "engine/graph/declared.h"
#include "engine/graph/view_builder.h"

static bool spoken_of(const cr_evidence_list *list, size_t count, int holder) {
  for (size_t i = 0; i < count; i++)
    if (list->items[i].holder == holder) return true;
  return false;
}

static bool declared_since(const cr_snapshot *snapshot, const cr_declared_table *table,
                           int declarant) {
  for CR_EACH (i, &snapshot->declarations, table->company) {
    const cr_declaration *told = &snapshot->facts->declarations[snapshot->declarations.item[i]];
    if (told->declarant == declarant && told->date > table->date) return true;
  }
  return false;
}

static crible_status add_row(cr_evidence_list *list, const cr_snapshot *snapshot,
                             const cr_capital *capital, const cr_declared_row *row, int holder,
                             cr_fact_ref fact, cr_property property) {
  bool as_capital = property == CR_VOTES && !row->states[CR_VOTES];
  cr_property stated = as_capital ? CR_CAPITAL : property;
  if (!row->states[stated]) return CRIBLE_OK;
  cr_evidence *item;
  crible_status status = cr_evidence_add(&item, list, holder, CR_NONE, fact);
  if (status != CRIBLE_OK) return status;
  if (as_capital) cr_evidence_presume(item, &row->share[stated], snapshot);
  else cr_interval_set(&item->share, &row->share[stated]);
  if (cr_capital_void(capital, property)) cr_interval_set_unit(&item->share);
  return CRIBLE_OK;
}

crible_status cr_reported_add(cr_evidence_list *list, const cr_snapshot *snapshot,
                              const cr_capital *capital, cr_property property) {
  int index = cr_declared_table_of(snapshot, capital->company);
  if (index == CR_NONE || snapshot->issuer[capital->company]) return CRIBLE_OK;
  const cr_declared_table *table = &snapshot->facts->declared_tables[index];
  size_t registered = list->count;
  for (int r = 0; r < table->row_count; r++) {
    const cr_declared_row *row = &table->rows[r];
    int holder = row->declarant == capital->company ? CR_VIEW_PSEUDO(CR_TREASURY)
                                                    : row->declarant;
    if (spoken_of(list, registered, holder) || declared_since(snapshot, table, row->declarant))
      continue;
    crible_status status = add_row(list, snapshot, capital, row, holder,
                                   (cr_fact_ref){CR_FACT_declared_tables, index}, property);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}
