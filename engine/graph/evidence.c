#include "engine/graph/evidence.h"

#include <stdlib.h>

#include "engine/graph/reported.h"
#include "engine/graph/view_builder.h"

void cr_evidence_init(cr_evidence_list *list, crible_context *context) {
  *list = (cr_evidence_list){.context = context};
}

void cr_evidence_clear(cr_evidence_list *list) {
  for (size_t i = 0; i < list->ready; i++) cr_interval_clear(&list->items[i].share);
  cr_release(list->context, list->items);
  *list = (cr_evidence_list){.context = list->context};
}

crible_status cr_evidence_add(cr_evidence **item, cr_evidence_list *list, int holder,
                              int share_class, cr_fact_ref fact) {
  void *items = list->items;
  crible_status status =
      cr_grow(list->context, &items, &list->capacity, list->count + 1, sizeof *list->items);
  if (status != CRIBLE_OK) return status;
  list->items = items;
  cr_evidence *added = &list->items[list->count++];
  if (list->ready < list->count) {
    cr_interval_init(&added->share);
    list->ready = list->count;
  }
  added->holder = holder;
  added->share_class = share_class;
  added->lot = added->presumed = false;
  added->flags = 0;
  added->fact = fact;
  *item = added;
  return CRIBLE_OK;
}

bool cr_lot_suspended(const cr_lot *lot, const cr_share_class *told, cr_date date) {
  return told->votes_suspended || (lot->suspended && cr_period_contains(lot->suspension, date));
}

static crible_status gather_lots(cr_evidence_list *list, const cr_snapshot *snapshot,
                                 const cr_capital *capital, const cr_class_count *count,
                                 cr_property property) {
  for (int i = 0; i < count->lot_count; i++) {
    const cr_counted_lot *lot = &count->lots[i];
    cr_evidence *item;
    crible_status status = cr_evidence_add(&item, list, lot->owner[property],
                                           count->share_class,
                                           (cr_fact_ref){CR_FACT_lots, lot->lot});
    if (status != CRIBLE_OK) return status;
    item->lot = true;
    if (property == CR_VOTES && cr_lot_suspended(lot->told, count->told, snapshot->as_of))
      item->flags = CR_EDGE_SUSPENDED;
    if (cr_capital_void(capital, property)) cr_interval_set_unit(&item->share);
    else cr_capital_lot(&item->share, capital, count, lot, property);
  }
  return CRIBLE_OK;
}

/* A share of a class, as a share of the company. */
static void scale_to_company(cr_interval *share, const cr_capital *capital,
                             const cr_class_count *count, cr_property property) {
  cr_interval whole;
  cr_interval_init(&whole);
  cr_capital_class(&whole, capital, count, property);
  fmpq_mul(&share->lo, &share->lo, &whole.lo);
  fmpq_mul(&share->hi, &share->hi, &whole.hi);
  share->lo_open = share->lo_open && !fmpq_is_zero(&whole.lo);
  share->hi_open = share->hi_open && !fmpq_is_zero(&whole.hi);
  cr_interval_clear(&whole);
}

void cr_evidence_presume(cr_evidence *item, const cr_interval *capital,
                         const cr_snapshot *snapshot) {
  item->presumed = true;
  if (cr_votes_unknown(snapshot) && item->holder >= 0) cr_interval_set_unit(&item->share);
  else cr_interval_set(&item->share, capital);
}

crible_status cr_note_unstated_votes(const cr_snapshot *snapshot, const cr_notes *notes,
                                     int holder, int company, const cr_fact_ref *facts,
                                     int fact_count) {
  bool unknown = cr_votes_unknown(snapshot);
  return cr_note(notes, unknown ? CR_ODDITY : CR_PRESUMPTION,
                 unknown ? "votes-unstated" : "votes-as-capital", holder, company, CR_VOTES, NULL,
                 facts, fact_count);
}

static crible_status gather_stake(cr_evidence_list *list, const cr_snapshot *snapshot,
                                  const cr_capital *capital, int index, cr_property property) {
  const cr_stake *stake = &snapshot->facts->stakes[index];
  int share_class =
      stake->share_class == CR_NONE ? CR_NONE : snapshot->class_now[stake->share_class];
  bool as_capital = property == CR_VOTES && !stake->states[CR_VOTES];
  cr_property stated = as_capital ? CR_CAPITAL : property;
  bool unknown = !stake->states[stated]; /* votes alone are stated: the capital may be anything */
  int holder = stake->holder == stake->company ? CR_VIEW_PSEUDO(CR_TREASURY) : stake->holder;
  cr_evidence *item;
  crible_status status =
      cr_evidence_add(&item, list, holder, share_class, (cr_fact_ref){CR_FACT_stakes, index});
  if (status != CRIBLE_OK) return status;
  if (unknown) cr_interval_set_unit(&item->share);
  else if (as_capital) cr_evidence_presume(item, &stake->share[stated], snapshot);
  else cr_interval_set(&item->share, &stake->share[stated]);
  if (cr_capital_void(capital, property))
    cr_interval_set_unit(&item->share);
  else if (share_class != CR_NONE)
    scale_to_company(&item->share, capital, cr_capital_find(capital, share_class), property);
  return CRIBLE_OK;
}

/* Investors hold a fund's capital in proportion; its votes are its manager's. */
static crible_status gather_units(cr_evidence_list *list, const cr_snapshot *snapshot, int fund,
                                  cr_property property) {
  if (property != CR_CAPITAL) return CRIBLE_OK;
  for CR_EACH (i, &snapshot->units, fund) {
    int index = snapshot->units.item[i];
    const cr_unit_holding *units = &snapshot->facts->unit_holdings[index];
    cr_evidence *item;
    crible_status status = cr_evidence_add(&item, list, units->holder, CR_NONE,
                                           (cr_fact_ref){CR_FACT_unit_holdings, index});
    if (status != CRIBLE_OK) return status;
    cr_interval_set(&item->share, &units->share);
  }
  return CRIBLE_OK;
}

/* Of an issuer's admitted classes only declared holdings count. */
static bool in_scope(const cr_snapshot *snapshot, int share_class, cr_scope scope) {
  return scope == CR_ALL_CLASSES ||
         (share_class != CR_NONE && !cr_admitted(snapshot, share_class));
}

static int order_of_class(int share_class) {
  return share_class == CR_NONE ? INT32_MAX : share_class;
}

static int compare(const void *left, const void *right) {
  const cr_evidence *a = left, *b = right;
  if (a->holder != b->holder) return a->holder < b->holder ? -1 : 1;
  if (a->share_class != b->share_class)
    return order_of_class(a->share_class) < order_of_class(b->share_class) ? -1 : 1;
  if (a->lot != b->lot) return a->lot ? -1 : 1;
  if (a->flags != b->flags) return a->flags < b->flags ? -1 : 1;
  return a->fact.index < b->fact.index ? -1 : a->fact.index > b->fact.index;
}

crible_status cr_evidence_gather(cr_evidence_list *list, const cr_snapshot *snapshot,
                                 const cr_capital *capital, cr_property property,
                                 cr_scope scope) {
  crible_status status = CRIBLE_OK;
  list->count = 0;
  for (int i = 0; status == CRIBLE_OK && i < capital->class_count; i++)
    if (in_scope(snapshot, capital->classes[i].share_class, scope))
      status = gather_lots(list, snapshot, capital, &capital->classes[i], property);
  for CR_EACH (i, &snapshot->stakes, capital->company) {
    int index = snapshot->stakes.item[i], told = snapshot->facts->stakes[index].share_class;
    int now = told == CR_NONE ? CR_NONE : snapshot->class_now[told];
    if (status == CRIBLE_OK && in_scope(snapshot, now, scope))
      status = gather_stake(list, snapshot, capital, index, property);
  }
  if (status == CRIBLE_OK)
    status = gather_units(list, snapshot, capital->company, property);
  if (status == CRIBLE_OK && scope == CR_ALL_CLASSES)
    status = cr_reported_add(list, snapshot, capital, property);
  if (status == CRIBLE_OK && list->count > 1)
    qsort(list->items, list->count, sizeof *list->items, compare);
  return status;
}
