#include "engine/graph/capital.h"

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/graph/double_votes.h"
#include "engine/graph/faults.h"
#include "engine/graph/ownership.h"

static crible_status allocate_class(cr_class_count *count, const cr_snapshot *snapshot,
                                    int share_class, cr_arena *arena) {
  int lots = cr_buckets_count(&snapshot->lots, share_class);
  fmpq *numbers = cr_arena_rationals(arena, 4 + (size_t)lots);
  *count = (cr_class_count){.share_class = share_class,
                            .told = &snapshot->facts->classes[share_class]};
  count->lots = cr_arena_alloc(arena, (size_t)lots, sizeof *count->lots);
  if (!numbers || !count->lots) return CRIBLE_E_MEMORY;
  count->unit = numbers;
  count->remainder = numbers + 1;
  count->votes = numbers + 2;
  count->lot_count = lots;
  for (int i = 0; i < lots; i++) {
    count->lots[i].lot = snapshot->lots.item[snapshot->lots.first[share_class] + i];
    count->lots[i].told = &snapshot->facts->lots[count->lots[i].lot];
    count->lots[i].votes = numbers + 4 + i;
  }
  return CRIBLE_OK;
}

static crible_status allocate(cr_capital *capital, const cr_snapshot *snapshot, int company,
                              cr_arena *arena) {
  int classes = cr_buckets_count(&snapshot->classes, company);
  fmpq *totals = cr_arena_rationals(arena, 3);
  *capital = (cr_capital){.company = company, .class_count = classes};
  capital->classes = cr_arena_alloc(arena, (size_t)classes, sizeof *capital->classes);
  if (!totals || !capital->classes) return CRIBLE_E_MEMORY;
  capital->total = totals;
  capital->votes = totals + 1;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < classes; i++)
    status = allocate_class(&capital->classes[i], snapshot,
                            snapshot->classes.item[snapshot->classes.first[company] + i], arena);
  return status;
}

/* Capital is weighed by nominal value, or by number when no class states one. */
static crible_status weigh_classes(cr_capital *capital, const cr_snapshot *snapshot,
                                   cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  cr_fact_ref *silent = cr_arena_alloc(arena, (size_t)capital->class_count, sizeof *silent);
  if (!silent) return CRIBLE_E_MEMORY;
  int silent_count = 0;
  for (int i = 0; i < capital->class_count; i++) {
    cr_class_count *count = &capital->classes[i];
    const cr_share_class *told = count->told;
    if (told->nominal && capital->class_count > 1) fmpq_set(count->unit, told->nominal);
    else fmpq_one(count->unit);
    if (!told->nominal)
      silent[silent_count++] = (cr_fact_ref){CR_FACT_classes, count->share_class};
    fmpq_addmul(capital->total, told->issued, count->unit);
  }
  if (silent_count == 0 || silent_count == capital->class_count) return CRIBLE_OK;
  const char *message = cr_arena_printf(
      arena, _("only some share classes of company '%s' state a nominal value"),
      facts->parties[capital->company].id);
  if (!message) return CRIBLE_E_MEMORY;
  return cr_fault(facts, "nominal-partly-stated", message,
                  _("state the nominal value of every class, or of none"), silent, silent_count);
}

static crible_status tell_excess(const cr_class_count *count, const cr_snapshot *snapshot,
                                 const fmpq_t counted, cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  const cr_share_class *told = count->told;
  char *lots = cr_rational_text(arena, counted), *issued = cr_rational_text(arena, told->issued);
  cr_fact_ref *concerned = cr_arena_alloc(arena, (size_t)count->lot_count, sizeof *concerned);
  if (!lots || !issued || !concerned) return CRIBLE_E_MEMORY;
  for (int i = 0; i < count->lot_count; i++)
    concerned[i] = (cr_fact_ref){CR_FACT_lots, count->lots[i].lot};
  const char *message = cr_arena_printf(
      arena, _("lots of company '%s' add up to %s shares of class '%s', %s are issued"),
      facts->parties[told->company].id, lots, told->id, issued);
  const char *advice = cr_arena_printf(
      arena, _("correct one of the quantities, or the class's issued=\"%s\" (line %d)"), issued,
      told->fact.line);
  if (!message || !advice) return CRIBLE_E_MEMORY;
  return cr_fault(facts, "lots-exceed-issued", message, advice, concerned, count->lot_count);
}

/* The shares that no lot accounts for. */
static crible_status count_shares(cr_class_count *count, const cr_snapshot *snapshot,
                                  cr_arena *arena) {
  const cr_share_class *told = count->told;
  fmpq *counted = cr_arena_rationals(arena, 1);
  if (!counted) return CRIBLE_E_MEMORY;
  for (int i = 0; i < count->lot_count; i++)
    fmpq_add(counted, counted, count->lots[i].told->quantity);
  if (fmpq_cmp(counted, told->issued) > 0) return tell_excess(count, snapshot, counted, arena);
  fmpq_sub(count->remainder, told->issued, counted);
  return CRIBLE_OK;
}

/* Shares that no lot accounts for may have double votes. An issuer's are told by declarations. */
static crible_status note_unknown(const cr_class_count *count, const cr_snapshot *snapshot,
                                  const cr_notes *notes) {
  int company = count->told->company;
  if (fmpq_equal(&count->votes[0], &count->votes[1]) || snapshot->issuer[company])
    return CRIBLE_OK;
  return cr_note_fact(notes, CR_ODDITY, "double-votes-unknown", company, CR_NONE, count->told->id,
                      CR_FACT_classes, count->share_class);
}

/* Votes of each lot, and least and most votes of the class. */
static crible_status count_votes(cr_class_count *count, const cr_snapshot *snapshot,
                                 const cr_notes *notes) {
  const cr_share_class *told = count->told;
  int years = cr_double_vote_years(snapshot, count->share_class);
  fmpq *least = &count->votes[0], *most = &count->votes[1];
  fmpq_mul(least, count->remainder, told->votes_per_share);
  fmpq_mul_si(most, least, years > 0 ? 2 : 1);
  for (int i = 0; i < count->lot_count; i++) {
    cr_counted_lot *lot = &count->lots[i];
    bool twice = false;
    crible_status status = cr_double_vote(&twice, snapshot, lot->lot, years, notes);
    if (status != CRIBLE_OK) return status;
    fmpq_mul(lot->votes, lot->told->quantity, told->votes_per_share);
    if (twice) fmpq_mul_si(lot->votes, lot->votes, 2);
    fmpq_add(least, least, lot->votes);
    fmpq_add(most, most, lot->votes);
  }
  return note_unknown(count, snapshot, notes);
}

static crible_status count_class(cr_capital *capital, cr_class_count *count,
                                 const cr_snapshot *snapshot, cr_meeting meeting,
                                 const cr_notes *notes, cr_arena *arena) {
  crible_status status = count_shares(count, snapshot, arena);
  if (status == CRIBLE_OK) status = count_votes(count, snapshot, notes);
  if (status != CRIBLE_OK) return status;
  for (int i = 0; status == CRIBLE_OK && i < count->lot_count; i++)
    status = cr_owners_find(&count->lots[i], &capital->by_meeting, snapshot, meeting, notes);
  for (int end = 0; end < 2; end++)
    fmpq_add(&capital->votes[end], &capital->votes[end], &count->votes[end]);
  return status;
}

crible_status cr_capital_count(cr_capital *out, const cr_snapshot *snapshot, int company,
                               cr_meeting meeting, const cr_notes *notes, cr_arena *arena) {
  cr_capital capital;
  crible_status status = allocate(&capital, snapshot, company, arena);
  if (status == CRIBLE_OK) status = weigh_classes(&capital, snapshot, arena);
  /* Every class is counted, so that every fault is told. */
  for (int i = 0; i < capital.class_count; i++) {
    if (status != CRIBLE_OK && status != CRIBLE_E_DATA) break;
    crible_status one =
        count_class(&capital, &capital.classes[i], snapshot, meeting, notes, arena);
    if (one != CRIBLE_OK) status = one;
  }
  if (status == CRIBLE_OK) *out = capital;
  return status;
}

bool cr_capital_void(const cr_capital *capital, cr_property property) {
  if (capital->class_count == 0) return false;
  return fmpq_is_zero(capital->total) ||
         (property == CR_VOTES && fmpq_is_zero(&capital->votes[1]));
}

const cr_class_count *cr_capital_find(const cr_capital *capital, int share_class) {
  for (int i = 0; i < capital->class_count; i++)
    if (capital->classes[i].share_class == share_class) return &capital->classes[i];
  return NULL;
}
