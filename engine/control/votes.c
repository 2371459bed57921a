#include "engine/base/rational.h"
#include "engine/control/ballot.h"

crible_status cr_bound_set(cr_bound *bound, const fmpq_t value, bool attained, bool tight,
                           cr_arena *arena) {
  fmpq *kept = cr_arena_rationals(arena, 1);
  if (!kept) {
    return CRIBLE_E_MEMORY;
  }
  fmpq_set(kept, value);
  *bound = (cr_bound){.exact = true, .value = kept, .attained = attained, .tight = tight,
                      .below = cr_rational_below(value), .above = cr_rational_above(value)};
  return CRIBLE_OK;
}

/* One end as it is computed. */
typedef struct cr_end {
  fmpq_t value;
  bool attained;
} cr_end;

static void set_end(cr_end *end, slong value) {
  fmpq_set_si(end->value, value, 1);
  end->attained = true;
}

static void take_share(cr_end *end, const cr_ballot *ballot) {
  cr_share_value(end->value, &ballot->share);
  end->attained = !ballot->share.open;
}

/* The largest of n members has at least the n-th part; of several, something. */
static void member_lower(cr_end *end, cr_ballot *ballot, int group) {
  int64_t members = ballot->view->members[group];
  cr_ballot_group(ballot, group, false, true, false);
  take_share(end, ballot);
  if (members <= 0) {
    end->attained &= fmpq_is_zero(end->value) != 0;
    fmpq_zero(end->value);
  } else {
    fmpz_t divisor;
    fmpz_init_set_si(divisor, members);
    fmpq_div_fmpz(end->value, end->value, divisor);
    fmpz_clear(divisor);
  }
}

/* It has less than the whole group, unless it is alone; but all of the remainder, maybe. */
static void member_upper(cr_end *end, cr_ballot *ballot, int group) {
  fmpq_t whole;
  fmpq_init(whole);
  cr_ballot_group(ballot, group, true, true, true);
  take_share(end, ballot);
  if (ballot->view->members[group] != 1) {
    fmpq_set(whole, end->value);
    cr_ballot_group(ballot, group, true, false, true);
    take_share(end, ballot);
    end->attained &= fmpq_equal(end->value, whole) != 0;
    fmpq_set(end->value, whole);
  }
  fmpq_clear(whole);
}

static void compute_end(cr_end *end, cr_ballot *ballot, int node, bool upper) {
  if (ballot->poll.no_vote || !ballot->counts) {
    set_end(end, upper && ballot->poll.no_vote);
  } else if (!cr_view_group(ballot->view, node)) {
    cr_ballot_side(ballot, node, upper);
    take_share(end, ballot);
  } else if (upper) {
    member_upper(end, ballot, node);
  } else {
    member_lower(end, ballot, node);
  }
}

/* Bounds that meet are tight whatever made them; a cap that may cut makes them only sound. */
static bool tight(const cr_ballot *ballot, bool pairs_settled, bool meet) {
  bool cut = ballot->poll.caps && ballot->poll.caps->cuts;
  return meet || (ballot->settled && pairs_settled && !cut);
}

static void nothing_cut_yet(cr_ballot *ballot) {
  if (ballot->poll.caps) {
    ballot->poll.caps->cuts = false;
  }
}

crible_status cr_ballot_bounds(cr_bound bound[2], cr_ballot *ballot, int node, cr_arena *arena) {
  cr_end end[2];
  crible_status status = CRIBLE_OK;
  nothing_cut_yet(ballot);
  for (int upper = 0; upper < 2; upper++) {
    fmpq_init(end[upper].value);
    compute_end(end + upper, ballot, node, upper);
  }
  bool settled = cr_view_group(ballot->view, node) || cr_ballot_side_settled(ballot, node);
  bool is_tight = tight(ballot, settled, fmpq_equal(end[0].value, end[1].value));
  for (int upper = 0; upper < 2; upper++) {
    if (status == CRIBLE_OK) {
      status = cr_bound_set(bound + upper, end[upper].value, end[upper].attained, is_tight, arena);
    }
    fmpq_clear(end[upper].value);
  }
  return status;
}

static bool any(const bool *set, int nodes) {
  for (int i = 0; i < nodes; i++) {
    if (set[i]) {
      return true;
    }
  }
  return false;
}

crible_status cr_ballot_bounds_together(cr_bound bound[2], cr_ballot *ballot, const bool *definite,
                                        const bool *possible, cr_arena *arena) {
  const bool *set[2] = {definite, possible};
  cr_end end[2];
  crible_status status = CRIBLE_OK;
  nothing_cut_yet(ballot);
  for (int upper = 0; upper < 2; upper++) {
    fmpq_init(end[upper].value);
    if (ballot->poll.no_vote || !ballot->counts) {
      bool somebody = any(possible, cr_view_nodes(ballot->view));
      set_end(end + upper, upper && ballot->poll.no_vote && somebody);
    } else {
      cr_ballot_together(ballot, set[upper], upper);
      take_share(end + upper, ballot);
    }
  }
  bool meet = fmpq_equal(end[0].value, end[1].value) != 0;
  for (int upper = 0; upper < 2; upper++) {
    bool is_tight = tight(ballot, cr_ballot_set_settled(ballot, set[upper]), meet);
    if (status == CRIBLE_OK) {
      status = cr_bound_set(bound + upper, end[upper].value, end[upper].attained, is_tight, arena);
    }
    fmpq_clear(end[upper].value);
  }
  return status;
}

crible_status cr_control_votes(cr_bound bound[2], const cr_control *control, const cr_view *view,
                               int x, int y, cr_arena *arena) {
  cr_ballot ballot;
  cr_bound found[2];
  crible_status status = cr_ballot_open(&ballot, control, view, y);
  if (status != CRIBLE_OK) {
    return status;
  }
  status = cr_ballot_bounds(found, &ballot, x, arena);
  cr_ballot_close(&ballot);
  if (status == CRIBLE_OK) {
    bound[0] = found[0];
    bound[1] = found[1];
  }
  return status;
}

crible_status cr_control_votes_together(cr_bound bound[2], const cr_control *control,
                                        const cr_view *view, const bool *definite,
                                        const bool *possible, int y, cr_arena *arena) {
  cr_ballot ballot;
  cr_bound found[2];
  crible_status status = cr_ballot_open(&ballot, control, view, y);
  if (status != CRIBLE_OK) {
    return status;
  }
  status = cr_ballot_bounds_together(found, &ballot, definite, possible, arena);
  cr_ballot_close(&ballot);
  if (status == CRIBLE_OK) {
    bound[0] = found[0];
    bound[1] = found[1];
  }
  return status;
}
