#include "engine/graph/dilute.h"

/* What one exercised option does, in units of the property: nominal value, or votes. */
typedef struct exercise {
  const cr_option *told;
  int index, share_class;
  fmpq *gained, *lost; /* by its holder; by who sells, 0 for new shares */
} exercise;

typedef struct dilution {
  cr_row *row;
  const cr_merge_input *input;
  exercise *exercises;
  int count;
  const fmpq *before;  /* two: least and most units there are */
  fmpq *more;          /* what all together add to them */
  fmpq *change;        /* per part of the row */
} dilution;

bool cr_option_exercised(const cr_snapshot *snapshot, int option) {
  if (snapshot->reading->option[CR_CHOICE_DILUTION] != CR_DILUTION_DILUTED) return false;
  cr_date end = snapshot->facts->options[option].exercisable.to;
  return end == CR_DATE_NONE || end > snapshot->as_of;
}

/* Votes that `quantity` shares cast in the seller's hands: those without double votes, which pass
 * with the shares, are sold first (C. com., art. L.225-124). */
static void count_lost_votes(fmpq_t lost, const cr_class_count *count, int seller,
                             const fmpq_t quantity) {
  fmpq_t left, one;
  fmpq_init(left);
  fmpq_init(one);
  fmpq_set(left, quantity);
  for (int twice = 0; twice < 2; twice++) {
    for (int l = 0; l < count->lot_count; l++) {
      const cr_counted_lot *lot = &count->lots[l];
      fmpq_mul(one, lot->told->quantity, count->told->votes_per_share);
      if (lot->owner[CR_VOTES] != seller || (fmpq_cmp(lot->votes, one) > 0) != twice) continue;
      const fmpq *taken = fmpq_cmp(left, lot->told->quantity) < 0 ? left : lot->told->quantity;
      fmpq_div(one, lot->votes, lot->told->quantity);
      fmpq_addmul(lost, one, taken);
      fmpq_sub(left, left, taken);
    }
  }
  fmpq_addmul(lost, left, count->told->votes_per_share);
  fmpq_clear(left);
  fmpq_clear(one);
}

static int party_or_treasury(const cr_merge_input *input, int party) {
  return party == input->capital->company ? CR_VIEW_PSEUDO(CR_TREASURY) : party;
}

static void measure(exercise *out, const cr_class_count *count, const cr_merge_input *input) {
  const cr_option *told = out->told;
  fmpq_t quantity;
  fmpq_init(quantity);
  if (told->quantity) fmpq_set(quantity, told->quantity);
  else fmpq_mul(quantity, told->ratio, count->told->issued);
  bool votes = input->property == CR_VOTES;
  fmpq_mul(out->gained, quantity, votes ? count->told->votes_per_share : count->unit);
  if (told->from_holder != CR_NONE && votes)
    count_lost_votes(out->lost, count, party_or_treasury(input, told->from_holder), quantity);
  else if (told->from_holder != CR_NONE)
    fmpq_set(out->lost, out->gained);
  fmpq_clear(quantity);
}

static crible_status find_before(dilution *work, cr_arena *scratch) {
  const cr_capital *capital = work->input->capital;
  fmpq *totals = cr_arena_rationals(scratch, 2);
  if (!totals) return CRIBLE_E_MEMORY;
  for (int end = 0; end < 2; end++)
    fmpq_set(&totals[end],
             work->input->property == CR_VOTES ? &capital->votes[end] : capital->total);
  work->before = totals;
  return CRIBLE_OK;
}

static crible_status list_exercises(dilution *work, cr_arena *scratch) {
  const cr_snapshot *snapshot = work->input->snapshot;
  int company = work->input->capital->company;
  int most = cr_buckets_count(&snapshot->options, company);
  work->exercises = cr_arena_alloc(scratch, (size_t)most, sizeof *work->exercises);
  fmpq *numbers = cr_arena_rationals(scratch, 2 * (size_t)most + 1);
  work->change = cr_arena_rationals(scratch, work->row->count + 2 * (size_t)most);
  if (!work->exercises || !numbers || !work->change) return CRIBLE_E_MEMORY;
  work->more = numbers + 2 * most;
  for CR_EACH (i, &snapshot->options, company) {
    int index = snapshot->options.item[i];
    if (!cr_option_exercised(snapshot, index)) continue;
    exercise *one = &work->exercises[work->count++];
    const cr_option *told = &snapshot->facts->options[index];
    *one = (exercise){.told = told, .index = index,
                      .share_class = snapshot->class_now[told->share_class],
                      .gained = numbers, .lost = numbers + 1};
    numbers += 2;
    measure(one, cr_capital_find(work->input->capital, one->share_class), work->input);
  }
  return CRIBLE_OK;
}

static bool has_part(const cr_row *row, int holder) {
  for (size_t i = 0; i < row->count; i++)
    if (row->parts[i].holder == holder) return true;
  return false;
}

/* In an admitted class only declared holders count, and own shares as treasury stock in capital
 * alone. */
static int counted_holder(const dilution *work, const exercise *one, int party) {
  int holder = party_or_treasury(work->input, party);
  if (!cr_admitted(work->input->snapshot, one->share_class)) return holder;
  bool counted = holder < 0 ? work->input->property == CR_CAPITAL : has_part(work->row, holder);
  return counted ? holder : CR_VIEW_PSEUDO(CR_FLOAT);
}

/* Takes up to what the part has at most; *left is what remains to be taken. */
static void take_from_part(dilution *work, size_t i, fmpq_t left) {
  fmpq_t there;
  fmpq_init(there);
  fmpq_mul(there, &work->row->parts[i].weight.hi, &work->before[1]);
  fmpq_add(there, there, &work->change[i]);
  if (fmpq_cmp(there, left) > 0) fmpq_set(there, left);
  if (fmpq_sgn(there) > 0) {
    fmpq_sub(&work->change[i], &work->change[i], there);
    fmpq_sub(left, left, there);
  }
  fmpq_clear(there);
}

/* From what the seller is known to hold, then from what nobody is known to hold. */
static void take(dilution *work, const exercise *one) {
  const int sellers[] = {counted_holder(work, one, one->told->from_holder),
                         CR_VIEW_PSEUDO(CR_FLOAT), CR_VIEW_PSEUDO(CR_UNDISCLOSED),
                         CR_VIEW_PSEUDO(CR_NOBODY)};
  fmpq_t left, share;
  fmpq_init(left);
  fmpq_init(share);
  fmpq_set(left, one->lost);
  for (size_t s = 0; s < sizeof sellers / sizeof *sellers; s++)
    for (size_t i = 0; i < work->row->count; i++)
      if (work->row->parts[i].holder == sellers[s]) take_from_part(work, i, left);
  if (!fmpq_is_zero(left)) { /* more than there is: only what there is changes hands */
    fmpq_sub(share, one->lost, left);
    fmpq_div(share, share, one->lost);
    fmpq_mul(one->gained, one->gained, share);
    fmpq_sub(one->lost, one->lost, left);
  }
  fmpq_clear(left);
  fmpq_clear(share);
}

/* The part of a holder whose votes are cast as those of the class are, or the row's end. */
static size_t part_for(const dilution *work, int holder, int share_class) {
  const fmpq *cap = cr_merge_cap(work->input, share_class);
  uint8_t flags = cr_merge_flags(work->input, share_class);
  size_t i = 0;
  for (; i < work->row->count; i++) {
    const cr_part *part = &work->row->parts[i];
    bool same_cap = part->cap == cap || (part->cap && cap && fmpq_equal(part->cap, cap));
    bool listed = holder == CR_VIEW_PSEUDO(CR_FLOAT) || (part->flags & CR_EDGE_DECLARED);
    bool alike = same_cap && (part->flags & CR_EDGE_SUSPENDED) == flags;
    if (part->holder == holder && (listed || alike)) break;
  }
  return i;
}

static crible_status give(dilution *work, const exercise *one) {
  cr_row *row = work->row;
  int holder = counted_holder(work, one, one->told->holder);
  size_t i = part_for(work, holder, one->share_class);
  crible_status status = CRIBLE_OK;
  if (i == row->count) {
    cr_part *part;
    status = cr_row_add(&part, row, holder, one->share_class,
                        cr_merge_flags(work->input, one->share_class),
                        cr_merge_cap(work->input, one->share_class));
  }
  if (status != CRIBLE_OK) return status;
  fmpq_add(&work->change[i], &work->change[i], one->gained);
  fmpq_add(work->more, work->more, one->gained);
  fmpq_sub(work->more, work->more, one->lost);
  return cr_row_cite_more(row, i, &(cr_fact_ref){CR_FACT_options, one->index}, 1);
}

/* (end · before + change) / (before + more), the least or the most of it. */
static void weigh_end(fmpq_t end, const dilution *work, const fmpq_t change, bool most) {
  fmpq_t share, whole, best;
  fmpq_init(share);
  fmpq_init(whole);
  fmpq_init(best);
  for (int b = 0; b < 2; b++) {
    fmpq_mul(share, end, &work->before[b]);
    fmpq_add(share, share, change);
    fmpq_add(whole, &work->before[b], work->more);
    if (fmpq_sgn(share) < 0) fmpq_zero(share);
    fmpq_div(share, share, whole);
    if (b == 0 || (fmpq_cmp(share, best) > 0) == most) fmpq_set(best, share);
  }
  fmpq_set(end, best);
  fmpq_clear(share);
  fmpq_clear(whole);
  fmpq_clear(best);
}

static void weigh(dilution *work) {
  for (size_t i = 0; i < work->row->count; i++) {
    cr_interval *weight = &work->row->parts[i].weight;
    weigh_end(&weight->lo, work, &work->change[i], false);
    weigh_end(&weight->hi, work, &work->change[i], true);
    if (fmpq_is_zero(&weight->lo) && fmpq_sgn(&work->change[i]) < 0) weight->lo_open = false;
    if (fmpq_equal(&weight->lo, &weight->hi)) weight->lo_open = weight->hi_open = false;
  }
}

/* New shares first: who gets some may sell them at once. */
static crible_status exercise_all(dilution *work) {
  crible_status status = CRIBLE_OK;
  for (int sold = 0; sold < 2; sold++) {
    for (int i = 0; status == CRIBLE_OK && i < work->count; i++) {
      const exercise *one = &work->exercises[i];
      if ((one->told->from_holder != CR_NONE) != sold) continue;
      if (sold) take(work, one);
      status = give(work, one);
    }
  }
  return status;
}

crible_status cr_row_dilute(cr_row *row, bool *nothing, const cr_merge_input *input,
                            cr_arena *scratch) {
  const cr_capital *capital = input->capital;
  if (cr_buckets_count(&input->snapshot->options, capital->company) == 0) return CRIBLE_OK;
  dilution work = {.row = row, .input = input};
  crible_status status = find_before(&work, scratch);
  if (status == CRIBLE_OK) status = list_exercises(&work, scratch);
  if (status == CRIBLE_OK) status = exercise_all(&work);
  if (status != CRIBLE_OK || work.count == 0) return status;
  fmpq_t after;
  fmpq_init(after);
  fmpq_add(after, &work.before[0], work.more);
  if (fmpq_sgn(after) > 0) {
    weigh(&work);
    *nothing = false;
  }
  fmpq_clear(after);
  return CRIBLE_OK;
}
