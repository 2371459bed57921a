#include "engine/rights/electorate.h"

#include "engine/base/rational.h"
#include "engine/rights/thirds.h"

crible_status cr_electorate_init(cr_electorate *out, const cr_judge *judge, int capacity) {
  cr_voter *voters = cr_arena_alloc(judge->arena, (size_t)capacity + 1, sizeof *voters);
  fmpq *parts = cr_arena_rationals(judge->arena, 2 * (size_t)capacity + 2);
  if (voters == NULL || parts == NULL) return CRIBLE_E_MEMORY;
  for (int i = 0; i <= capacity; i++) voters[i].part = parts + 2 * i;
  *out = (cr_electorate){.voters = voters, .capacity = capacity};
  return CRIBLE_OK;
}

cr_voter *cr_electorate_voter(cr_electorate *electorate, int node) {
  for (int i = 0; i < electorate->count; i++)
    if (electorate->voters[i].node == node) return &electorate->voters[i];
  cr_voter *voter = &electorate->voters[electorate->count++];
  voter->node = node;
  return voter;
}

/* How many holders a node stands for, least and most; 0 for no known most. */
static void heads_of(const cr_judge *judge, int node, int64_t heads[2]) {
  const cr_view *view = judge->view;
  heads[0] = heads[1] = 1;
  if (node >= view->parties) {
    heads[0] = node == view->parties + CR_TREASURY ? 0 : 1;
    heads[1] = 0;
  } else if (cr_view_group(view, node)) {
    heads[0] = view->members[node] > 0 ? view->members[node] : 2;
    heads[1] = view->members[node];
  }
}

void cr_electorate_count_heads(cr_electorate *electorate, const cr_judge *judge) {
  int kept = 0;
  for (int i = 0; i < electorate->count; i++) {
    cr_voter *voter = &electorate->voters[i];
    int64_t heads[2];
    heads_of(judge, voter->node, heads);
    bool treasury = voter->node == judge->view->parties + CR_TREASURY;
    if (treasury || (fmpq_is_zero(voter->part + 1) && !voter->unbounded)) continue;
    bool surely = fmpq_sgn(voter->part) > 0 || voter->open[0];
    fmpq_set_si(voter->part, surely ? heads[0] : 0, 1);
    fmpq_set_si(voter->part + 1, heads[1], 1);
    voter->unbounded = heads[1] == 0;
    voter->open[0] = voter->open[1] = false;
    cr_voter swap = electorate->voters[kept];
    electorate->voters[kept++] = *voter;
    *voter = swap;
  }
  electorate->count = kept;
  electorate->whole = false;
}

/* Sums of the ends of those counted and of the others. */
typedef struct sums {
  fmpq_t counted, others;
  bool counted_open, others_open;
  bool counted_unbounded, others_unbounded;
} sums;

static bool counts(const cr_judge *judge, const cr_voter *voter, int who, bool surely) {
  return who == CR_TARGET_ALL ? cr_third_union_over(judge, voter->node, surely)
                              : cr_stands_over(judge, who, voter->node, surely);
}

/* For the lower bound, the least parts of who surely counts and the most of
 * all others; for the upper, the most of who possibly counts and the least of the others. */
static void add_up(sums *s, const cr_judge *judge, const cr_electorate *electorate, int who,
                   bool upper) {
  for (int i = 0; i < electorate->count; i++) {
    const cr_voter *voter = &electorate->voters[i];
    if (counts(judge, voter, who, !upper)) {
      fmpq_add(s->counted, s->counted, voter->part + upper);
      s->counted_open = s->counted_open || voter->open[upper];
      s->counted_unbounded = s->counted_unbounded || (upper && voter->unbounded);
    } else {
      fmpq_add(s->others, s->others, voter->part + !upper);
      s->others_open = s->others_open || voter->open[!upper];
      s->others_unbounded = s->others_unbounded || (!upper && voter->unbounded);
    }
  }
}

/* Parts that add up to 1: what is counted is also what the others leave. */
static void bound_whole(cr_bound *bound, const sums *s, bool upper) {
  fmpq_t left;
  fmpq_init(left);
  fmpq_one(left);
  fmpq_sub(left, left, s->others);
  int order = fmpq_cmp(left, s->counted) * (upper ? -1 : 1);
  fmpq_set(bound->value, order > 0 ? left : s->counted);
  bound->attained = !(order >= 0 && s->others_open) && !(order <= 0 && s->counted_open);
  fmpq_clear(left);
}

/* counted / (counted + others), 0 where nobody has a part. */
static void bound_ratio(cr_bound *bound, const sums *s, bool upper) {
  bool none = fmpq_is_zero(s->counted) && !s->counted_unbounded;
  bool all = fmpq_is_zero(s->others) && !s->others_unbounded;
  bool unbounded = s->counted_unbounded || s->others_unbounded;
  bound->attained = !s->counted_open && !s->others_open && !unbounded;
  if (none) {
    bound->attained = !s->counted_open;
  } else if (all) {
    fmpq_one(bound->value);
    bound->attained = !s->others_open;
  } else if (unbounded) {
    if (upper) fmpq_one(bound->value);
  } else {
    fmpq_add(bound->value, s->counted, s->others);
    fmpq_div(bound->value, s->counted, bound->value);
  }
}

static crible_status bound_of(cr_bound *out, const cr_judge *judge,
                              const cr_electorate *electorate, int who, bool upper) {
  fmpq *value = cr_arena_rationals(judge->arena, 1);
  if (value == NULL) return CRIBLE_E_MEMORY;
  cr_bound bound = {.exact = true, .value = value, .tight = true};
  sums s = {.counted_open = false};
  fmpq_init(s.counted);
  fmpq_init(s.others);
  add_up(&s, judge, electorate, who, upper);
  (electorate->whole ? bound_whole : bound_ratio)(&bound, &s, upper);
  fmpq_clear(s.others);
  fmpq_clear(s.counted);
  bound.below = cr_rational_below(value);
  bound.above = cr_rational_above(value);
  *out = bound;
  return CRIBLE_OK;
}

static crible_status share_by_control(cr_bound bound[2], const cr_judge *judge, int who) {
  const cr_view *view = judge->view;
  if (who == CR_TARGET_ALL)
    return cr_control_votes_together(bound, judge->control, view, judge->together[1],
                                     judge->together[0], view->candidate, judge->arena);
  return cr_control_votes(bound, judge->control, view, who, view->candidate, judge->arena);
}

crible_status cr_electorate_share(cr_bound bound[2], const cr_judge *judge,
                                  const cr_electorate *electorate, int who) {
  if (electorate->by_control) return share_by_control(bound, judge, who);
  cr_bound made[2];
  crible_status status = bound_of(&made[0], judge, electorate, who, false);
  if (status == CRIBLE_OK) status = bound_of(&made[1], judge, electorate, who, true);
  if (status != CRIBLE_OK) return status;
  bound[0] = made[0];
  bound[1] = made[1];
  return CRIBLE_OK;
}
