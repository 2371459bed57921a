#include "engine/graph/net.h"

/* A row as weights that sum to 1: those of others, then the treasury stock. */
typedef struct netting {
  cr_interval *weights; /* a part each */
  size_t count;
  cr_interval treasury;
  cr_interval others;   /* the sum of all others */
  int lo_open, hi_open; /* open ends among these */
} netting;

static bool is_treasury(const cr_part *part) {
  return part->holder == CR_VIEW_PSEUDO(CR_TREASURY);
}

/* What stands beside a holding at its most or least, the holding being at the other end: the sum
 * of the other others, as far as the treasury stock leaves it. */
typedef struct beside {
  fmpq_t sum;
  bool open;
} beside;

static void find_beside(beside *out, const netting *work, const cr_interval *own, bool most) {
  const cr_interval *others = &work->others, *treasury = &work->treasury;
  fmpq_t left;
  fmpq_init(left);
  if (most) fmpq_sub(out->sum, &others->hi, &own->hi);
  else fmpq_sub(out->sum, &others->lo, &own->lo);
  fmpq_one(left);
  fmpq_sub(left, left, most ? &own->lo : &own->hi);
  fmpq_sub(left, left, most ? &treasury->lo : &treasury->hi);
  int order = fmpq_cmp(left, out->sum);
  bool by_treasury = most ? order < 0 : order > 0;
  bool sum_open = most ? work->hi_open > own->hi_open : work->lo_open > own->lo_open;
  bool treasury_open = most ? treasury->lo_open : treasury->hi_open;
  out->open = by_treasury ? treasury_open : sum_open || (order == 0 && treasury_open);
  if (by_treasury) fmpq_set(out->sum, left);
  fmpq_clear(left);
}

/* end / (end + beside), and whether that is not attained. Nothing beside: all, whatever the end. */
static void divide(fmpq_t end, bool *open, const beside *by) {
  fmpq_t whole;
  fmpq_init(whole);
  fmpq_add(whole, end, by->sum);
  if (!fmpq_is_zero(end)) {
    fmpq_div(end, end, whole);
    *open = !fmpq_is_zero(by->sum) && (*open || by->open);
  }
  fmpq_clear(whole);
}

/* The least has the least of its own beside the most of the others. */
static void net_one(cr_interval *out, const netting *work, const cr_interval *own) {
  beside most, least;
  fmpq_init(most.sum);
  fmpq_init(least.sum);
  find_beside(&most, work, own, true);
  find_beside(&least, work, own, false);
  cr_interval_set(out, own);
  divide(&out->lo, &out->lo_open, &most);
  divide(&out->hi, &out->hi_open, &least);
  fmpq_clear(most.sum);
  fmpq_clear(least.sum);
}

static void take_weights(netting *work, const cr_row *row, bool *possible) {
  for (size_t i = 0; i < work->count; i++)
    cr_interval_set(&work->weights[i], &row->parts[i].weight);
  *possible = cr_tighten(work->weights, (int)work->count);
  cr_interval_set_zero(&work->treasury);
  cr_interval_set_zero(&work->others);
  for (size_t i = 0; i < work->count; i++) {
    bool treasury = is_treasury(&row->parts[i]);
    cr_interval *sum = treasury ? &work->treasury : &work->others;
    cr_interval_add(sum, sum, &work->weights[i]);
    work->lo_open += !treasury && work->weights[i].lo_open;
    work->hi_open += !treasury && work->weights[i].hi_open;
  }
}

static void give_weights(cr_row *row, const netting *work) {
  for (size_t i = 0; i < work->count; i++) {
    cr_part *part = &row->parts[i];
    if (is_treasury(part)) cr_interval_set_zero(&part->weight);
    else net_one(&part->weight, work, &work->weights[i]);
  }
}

crible_status cr_row_make_net(bool *nothing, cr_row *row) {
  netting work = {.count = row->count};
  *nothing = false;
  bool any = false, possible = false;
  for (size_t i = 0; i < row->count; i++) any = any || is_treasury(&row->parts[i]);
  if (!any) return CRIBLE_OK;
  work.weights = cr_allocate(row->context, row->count * sizeof *work.weights);
  if (!work.weights) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < work.count; i++) cr_interval_init(&work.weights[i]);
  cr_interval_init(&work.treasury);
  cr_interval_init(&work.others);
  take_weights(&work, row, &possible);
  *nothing = fmpq_is_zero(&work.others.hi);
  if (possible && !*nothing) give_weights(row, &work);
  for (size_t i = 0; i < work.count; i++) cr_interval_clear(&work.weights[i]);
  cr_interval_clear(&work.treasury);
  cr_interval_clear(&work.others);
  cr_release(row->context, work.weights);
  return possible ? CRIBLE_OK : CRIBLE_E_INTERNAL;
}
