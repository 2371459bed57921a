#include "engine/control/cast.h"

#include "engine/control/caps.h"
#include "engine/control/clusters.h"

/* A row whose capped lots may be cut. Places are those of the row. */
typedef struct cr_cutting {
  const cr_poll *poll;
  int first, count;
  cr_interval *unit; /* per lot: what its holder has under the cap, at the first of its lots */
  cr_interval *cast;
} cr_cutting;

static bool counts(const cr_poll *poll, int entry) {
  return poll->network->kind[entry] != CR_LOT_IDLE && cr_poll_fate(poll, entry) != CR_SUPPRESSED;
}

static const fmpq *cap_of(const cr_cutting *cutting, int place) {
  const cr_network *network = cutting->poll->network;
  int entry = cutting->first + place, cap = network->votes->cap[entry];
  bool capped = cap != CR_NONE && network->kind[entry] == CR_LOT_NAMED;
  return capped && counts(cutting->poll, entry) ? network->view->caps + cap : NULL;
}

static bool same_cap(const cr_cutting *cutting, int a, int b) {
  const fmpq *one = cap_of(cutting, a), *other = cap_of(cutting, b);
  return one && other && fmpq_equal(one, other);
}

static bool same_unit(const cr_cutting *cutting, int a, int b) {
  const int *holder = cutting->poll->network->votes->holder + cutting->first;
  return holder[a] == holder[b] && (a == b || same_cap(cutting, a, b));
}

/* Each lot with those of the same holder under the same cap, at the first of them. */
static void gather_units(cr_cutting *cutting) {
  const cr_interval *weight = cutting->poll->network->votes->weight + cutting->first;
  for (int i = 0; i < cutting->count; i++) {
    int unit = i;
    for (int j = i - 1; counts(cutting->poll, cutting->first + i) && j >= 0; j--) {
      unit = same_unit(cutting, i, j) ? j : unit;
    }
    if (counts(cutting->poll, cutting->first + i)) {
      cr_interval_add(cutting->unit + unit, cutting->unit + unit, weight + i);
    }
  }
}

/* What others that may be cut together with a unit have at most. */
static void beside(fmpq_t out, const cr_cutting *cutting, int place) {
  const int *cluster = cutting->poll->caps->cluster;
  fmpq_zero(out);
  for (int i = 0; i < cutting->count; i++) {
    if (i != place && same_cap(cutting, i, place) && cluster[i] == cluster[place]) {
      fmpq_add(out, out, &cutting->unit[i].hi);
    }
  }
}

/* At most the cap; at least what the cap leaves beside the others. True when something is cut. */
static bool cut_unit(cr_cutting *cutting, int place) {
  const fmpq *cap = cap_of(cutting, place);
  cr_interval *cast = cutting->cast + place;
  cr_interval_set(cast, cutting->unit + place);
  if (!cap) {
    return false;
  }
  fmpq_t others, left;
  fmpq_init(others);
  fmpq_init(left);
  beside(others, cutting, place);
  fmpq_add(left, others, &cast->hi);
  bool cuts = fmpq_cmp(left, cap) > 0;
  fmpq_sub(left, cap, others);
  if (cuts && fmpq_cmp(left, &cast->lo) < 0) {
    fmpq_set(&cast->lo, left);
  }
  if (fmpq_sgn(&cast->lo) < 0) {
    fmpq_zero(&cast->lo);
  }
  if (fmpq_cmp(&cast->hi, cap) > 0) {
    fmpq_set(&cast->hi, cap);
  }
  fmpq_clear(others);
  fmpq_clear(left);
  return cuts;
}

static cr_interval *intervals(size_t count, cr_arena *arena) {
  cr_interval *made = cr_arena_alloc(arena, count, sizeof *made);
  for (size_t i = 0; made && i < count; i++) {
    cr_interval_init(made + i);
  }
  return made;
}

static void clear(cr_interval *made, int count) {
  for (int i = 0; made && i < count; i++) {
    cr_interval_clear(made + i);
  }
}

crible_status cr_cast_of(cr_cast *out, const cr_poll *poll, cr_arena *arena) {
  const cr_edges *votes = poll->network->votes;
  cr_cutting cutting = {.poll = poll, .first = votes->first[poll->company]};
  cutting.count = votes->first[poll->company + 1] - cutting.first;
  *out = (cr_cast){.cuts = false, .count = cutting.count};
  if (!poll->caps) {
    return CRIBLE_OK;
  }
  cutting.unit = intervals((size_t)cutting.count, arena);
  cutting.cast = intervals((size_t)cutting.count, arena);
  crible_status status = cutting.unit && cutting.cast ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) {
    (void)cr_clusters_possible(poll->caps->cluster, poll, CR_NONE);
    gather_units(&cutting);
    for (int i = 0; i < cutting.count; i++) {
      out->cuts |= cut_unit(&cutting, i);
    }
  }
  if (status != CRIBLE_OK || !out->cuts) {
    clear(cutting.unit, cutting.count);
    clear(cutting.cast, cutting.count);
    return status;
  }
  out->unit = cutting.unit;
  out->weight = cutting.cast;
  return CRIBLE_OK;
}

void cr_cast_clear(cr_cast *cast) {
  clear(cast->unit, cast->count);
  clear(cast->weight, cast->count);
}

/* Ends of what all others cast, when something may be cut. */
static void cast_by_others(fmpq_t out, const cr_cast *cast, const cr_poll *poll, int entry,
                           bool most) {
  int first = poll->network->votes->first[poll->company];
  for (int i = 0; i < cast->count; i++) {
    cr_fate fate = cr_poll_fate(poll, first + i);
    if (first + i != entry && counts(poll, first + i) && (most || fate == CR_KEPT)) {
      fmpq_add(out, out, most ? &cast->weight[i].hi : &cast->weight[i].lo);
    }
  }
}

/* What the others have at most by what is left of all votes. */
static void limit_others(fmpq_t others, const cr_cast *cast, const cr_poll *poll, int place) {
  fmpq_t left;
  fmpq_init(left);
  fmpq_one(left);
  fmpq_sub(left, left, &cast->unit[place].lo);
  fmpq_sub(left, left, &poll->idle.lo);
  fmpq_sub(left, left, &poll->suppressed.lo);
  if (fmpq_cmp(left, others) < 0) {
    fmpq_set(others, left);
  }
  fmpq_clear(left);
}

static void share_of_cut(cr_share *out, const cr_cast *cast, const cr_poll *poll, int entry,
                         bool upper) {
  int place = entry - poll->network->votes->first[poll->company];
  fmpq_set(&out->counted, upper ? &cast->weight[place].hi : &cast->weight[place].lo);
  fmpq_zero(&out->others);
  cast_by_others(&out->others, cast, poll, entry, !upper);
  if (!upper) {
    limit_others(&out->others, cast, poll, place);
  }
  cr_share_settle(out, false, false);
}

bool cr_cast_share(cr_share *out, const cr_cast *cast, const cr_poll *poll, int entry, bool upper) {
  cr_fate fate = cr_poll_fate(poll, entry);
  if (!counts(poll, entry) || (fate == CR_DOUBTFUL && !upper)) {
    return false;
  }
  if (cast->cuts) {
    share_of_cut(out, cast, poll, entry, upper);
    return true;
  }
  cr_tally own[2];
  cr_tally_init(own);
  cr_tally_init(own + 1);
  cr_tally_add(own + fate, poll->network->votes->weight + entry);
  if (upper) {
    cr_poll_upper(out, poll, own);
  } else {
    cr_poll_lower(out, poll, own);
  }
  cr_tally_clear(own);
  cr_tally_clear(own + 1);
  return true;
}
