#include "engine/control/caps.h"

#include <string.h>

#include "engine/control/clusters.h"

/* One computation. Places are those of the company's row. */
typedef struct cr_cut {
  const cr_poll *poll;
  const cr_caps_work *work;
  int first, count;
  bool upper, one_holder;
  int own_number; /* upper share of one holder: the cluster it may belong to itself */
} cr_cut;

/* A sum of capped votes: by the ends of its lots, and how much less than their sum it is at
 * least (of a largest sum) or at most (of a least one). */
typedef struct cr_cut_sum {
  fmpq_t ends, loss;
  bool open;
  bool cuts; /* something may be cut */
} cr_cut_sum;

typedef enum cr_lot_side { CR_COUNTED, CR_AGAINST, CR_LEFT_OUT } cr_lot_side;

crible_status cr_caps_prepare(cr_caps_work **out, const cr_network *network, int lots,
                              cr_arena *arena) {
  size_t places = (size_t)lots, actors = (size_t)network->actors;
  cr_caps_work *work = cr_arena_alloc(arena, 1, sizeof *work);
  if (!work) {
    return CRIBLE_E_MEMORY;
  }
  work->own = cr_arena_alloc(arena, places, sizeof *work->own);
  work->done = cr_arena_alloc(arena, places, sizeof *work->done);
  work->own_cluster = cr_arena_alloc(arena, places, sizeof *work->own_cluster);
  work->cluster = cr_arena_alloc(arena, places, sizeof *work->cluster);
  work->joined = cr_arena_alloc(arena, actors, sizeof *work->joined);
  work->weight = cr_arena_alloc(arena, actors, sizeof *work->weight);
  if (!work->own || !work->done || !work->own_cluster || !work->cluster || !work->joined ||
      !work->weight) {
    return CRIBLE_E_MEMORY;
  }
  work->party = CR_NONE;
  *out = work;
  return CRIBLE_OK;
}

void cr_caps_mark_strangers(const cr_poll *poll) {
  const cr_network *network = poll->network;
  int first = network->votes->first[poll->company];
  for (int i = first; i < network->votes->first[poll->company + 1]; i++) {
    if (network->kind[i] == CR_LOT_STRANGERS) {
      poll->caps->own[i - first] = true;
    }
  }
}

void cr_caps_mark_side(const cr_poll *poll, const cr_relation *relation, int side) {
  const cr_network *network = poll->network;
  int first = network->votes->first[poll->company];
  int count = network->votes->first[poll->company + 1] - first;
  for (int i = 0; i < count; i++) {
    int holder = network->votes->holder[first + i];
    poll->caps->own[i] = relation == poll->possible &&
                         (network->kind[first + i] == CR_LOT_UNDISCLOSED ||
                          (network->kind[first + i] == CR_LOT_NAMED && relation->anybody[holder]));
  }
  poll->caps->party = CR_NONE;
  if (side == CR_NONE) {
    return;
  }
  int party = network->party[relation->sides[side].actor];
  poll->caps->party = party < network->view->parties ? party : CR_NONE;
  for (int lot = relation->sides[side].first; lot != CR_NONE;
       lot = relation->side_lots[lot].next) {
    poll->caps->own[relation->side_lots[lot].entry - first] = true;
  }
}

static const cr_interval *weight_of(const cr_cut *cut, int place) {
  return cut->poll->network->votes->weight + cut->first + place;
}

static cr_lot_side side_of(const cr_cut *cut, int place) {
  if (cut->poll->network->kind[cut->first + place] == CR_LOT_IDLE) {
    return CR_LEFT_OUT;
  }
  cr_fate fate = (cr_fate)cut->poll->fate[place];
  bool own = cut->work->own[place];
  cr_fate worst = own == cut->upper ? CR_DOUBTFUL : CR_KEPT;
  return fate > worst ? CR_LEFT_OUT : own ? CR_COUNTED : CR_AGAINST;
}

/* The cap of a lot that one holder casts, or NULL. */
static const fmpq *cap_of(const cr_cut *cut, int place) {
  int cap = cut->poll->network->votes->cap[cut->first + place];
  bool of_one = cut->poll->network->kind[cut->first + place] == CR_LOT_NAMED ||
                (cut->one_holder && cut->work->own[place]);
  return cap != CR_NONE && of_one ? cut->poll->network->view->caps + cap : NULL;
}

static bool same_cap(const cr_cut *cut, int a, int b) {
  const fmpq *first = cap_of(cut, a), *second = cap_of(cut, b);
  return first && second && fmpq_equal(first, second);
}

static int cluster_of(const cr_cut *cut, cr_lot_side side, int place) {
  return side == CR_COUNTED ? cut->work->own_cluster[place] : cut->work->cluster[place];
}

static bool same_group(const cr_cut *cut, cr_lot_side side, int a, int b) {
  return side_of(cut, b) == side && same_cap(cut, a, b) &&
         cluster_of(cut, side, a) == cluster_of(cut, side, b);
}

static void sum_group(cr_tally *sum, const cr_cut *cut, cr_lot_side side, int place) {
  cr_tally_empty(sum);
  for (int i = 0; i < cut->count; i++) {
    if (same_group(cut, side, place, i)) {
      cr_tally_add(sum, weight_of(cut, i));
    }
  }
}

/* Whether an own lot is cut together with the lots against it of the group at `place`. */
static bool joined(const cr_cut *cut, int place, int own) {
  if (side_of(cut, own) != CR_COUNTED || !same_cap(cut, place, own)) {
    return false;
  }
  int number = cut->work->cluster[own];
  return number == cut->work->cluster[place] ||
         (cut->upper && cut->one_holder && cut->own_number == cut->work->cluster[place]);
}

/* In a lower share one's own lots lessen what their controller casts beside them only if all
 * that may be cut together of them is surely cut with it. */
static bool wholly_joined(const cr_cut *cut, int place, int own) {
  for (int i = 0; i < cut->count; i++) {
    if (same_group(cut, CR_COUNTED, own, i) && !joined(cut, place, i)) {
      return false;
    }
  }
  return true;
}

static bool first_of_group(const cr_cut *cut, int place) {
  for (int i = 0; i < place; i++) {
    if (same_group(cut, CR_COUNTED, place, i)) {
      return false;
    }
  }
  return true;
}

/* What the cap leaves to the group at `place`, one's own lots being served first. */
static void limit_against(fmpq_t limit, const cr_cut *cut, int place) {
  const fmpq *cap = cap_of(cut, place);
  cr_tally own;
  cr_tally_init(&own);
  fmpq_set(limit, cap);
  for (int i = 0; i < cut->count; i++) {
    bool asked = side_of(cut, i) == CR_COUNTED && same_cap(cut, place, i) && first_of_group(cut, i);
    bool touches = false;
    for (int j = 0; asked && j < cut->count; j++) {
      touches |= same_group(cut, CR_COUNTED, i, j) && joined(cut, place, j);
    }
    if (touches && (cut->upper || wholly_joined(cut, place, i))) {
      sum_group(&own, cut, CR_COUNTED, i);
      const fmpq *cast = cut->upper ? &own.hi : &own.lo;
      fmpq_sub(limit, limit, fmpq_cmp(cast, cap) < 0 ? cast : cap);
    }
  }
  if (fmpq_sgn(limit) < 0) {
    fmpq_zero(limit);
  }
  cr_tally_clear(&own);
}

/* Adds min(sum, limit) by its lower ends (or upper), and what the other end says of the loss. */
static void add_group(cr_cut_sum *out, const cr_tally *sum, const fmpq_t limit, bool least) {
  const fmpq *near = least ? &sum->lo : &sum->hi, *far = least ? &sum->hi : &sum->lo;
  int order = fmpq_cmp(near, limit);
  if (least ? order < 0 : order <= 0) {
    out->open |= (least ? sum->lo_open : sum->hi_open) > 0;
  }
  fmpq_add(out->ends, out->ends, order < 0 ? near : limit);
  if (fmpq_cmp(far, limit) > 0) {
    fmpq_add(out->loss, out->loss, far);
    fmpq_sub(out->loss, out->loss, limit);
  }
  out->cuts |= fmpq_cmp(&sum->hi, limit) > 0;
}

static void add_uncut(cr_cut_sum *out, const cr_interval *weight, bool least) {
  fmpq_add(out->ends, out->ends, least ? &weight->lo : &weight->hi);
  out->open |= least ? weight->lo_open : weight->hi_open;
}

static void sum_side(cr_cut_sum *out, const cr_cut *cut, cr_lot_side side, bool least) {
  fmpq_t limit;
  cr_tally sum;
  fmpq_init(limit);
  cr_tally_init(&sum);
  memset(cut->work->done, 0, (size_t)cut->count * sizeof *cut->work->done);
  for (int i = 0; i < cut->count; i++) {
    if (side_of(cut, i) != side || cut->work->done[i]) {
      continue;
    }
    if (!cap_of(cut, i)) {
      add_uncut(out, weight_of(cut, i), least);
      continue;
    }
    for (int j = i; j < cut->count; j++) {
      cut->work->done[j] |= same_group(cut, side, i, j);
    }
    sum_group(&sum, cut, side, i);
    if (side == CR_COUNTED) {
      fmpq_set(limit, cap_of(cut, i));
    } else {
      limit_against(limit, cut, i);
    }
    add_group(out, &sum, limit, least);
  }
  fmpq_clear(limit);
  cr_tally_clear(&sum);
}

/* Least (or most) of what is counted and, the other way, of what is against it, before any cut. */
static void uncut_sums(cr_share *out, bool open[2], const cr_cut *cut) {
  cr_tally sums[3];
  for (int side = CR_COUNTED; side <= CR_LEFT_OUT; side++) {
    cr_tally_init(sums + side);
  }
  for (int i = 0; i < cut->count; i++) {
    cr_tally_add(sums + side_of(cut, i), weight_of(cut, i));
  }
  open[0] = cr_tally_extreme(&out->counted, sums + CR_COUNTED, sums + CR_AGAINST,
                             sums + CR_LEFT_OUT, !cut->upper);
  open[1] = cr_tally_extreme(&out->others, sums + CR_AGAINST, sums + CR_COUNTED,
                             sums + CR_LEFT_OUT, cut->upper);
  for (int side = CR_COUNTED; side <= CR_LEFT_OUT; side++) {
    cr_tally_clear(sums + side);
  }
}

/* The better of what the ends say and what the uncut sum says; whether it is open. */
static bool combine(fmpq_t sum, bool sum_open, const cr_cut_sum *cut, bool least) {
  fmpq_sub(sum, sum, cut->loss);
  int order = fmpq_cmp(cut->ends, sum);
  if (order == 0) {
    return sum_open || cut->open;
  }
  if ((order > 0) != least) {
    return sum_open;
  }
  fmpq_set(sum, cut->ends);
  return cut->open;
}

static void cluster_lots(cr_cut *cut) {
  const cr_poll *poll = cut->poll;
  if (cut->upper) {
    cut->own_number = cr_clusters_possible(cut->work->cluster, poll, cut->work->party);
    cr_clusters_sure(cut->work->own_cluster, poll);
  } else {
    cr_clusters_sure(cut->work->cluster, poll);
    (void)cr_clusters_possible(cut->work->own_cluster, poll, CR_NONE);
  }
  for (int i = 0; cut->one_holder && i < cut->count; i++) {
    cut->work->own_cluster[i] = 0;
  }
}

void cr_caps_share(cr_share *out, const cr_poll *poll, bool upper, bool one_holder) {
  int first = poll->network->votes->first[poll->company];
  cr_cut cut = {.poll = poll, .work = poll->caps, .first = first, .upper = upper,
                .one_holder = one_holder, .own_number = CR_NONE,
                .count = poll->network->votes->first[poll->company + 1] - first};
  cr_cut_sum counted = {.open = false}, against = {.open = false};
  fmpq_init(counted.ends);
  fmpq_init(counted.loss);
  fmpq_init(against.ends);
  fmpq_init(against.loss);
  cluster_lots(&cut);
  sum_side(&counted, &cut, CR_COUNTED, !upper);
  sum_side(&against, &cut, CR_AGAINST, upper);
  bool open[2];
  uncut_sums(out, open, &cut);
  if (counted.cuts || against.cuts) {
    poll->caps->cuts = true;
    open[0] = combine(&out->counted, open[0], &counted, !upper);
    open[1] = combine(&out->others, open[1], &against, upper);
  }
  cr_share_settle(out, open[0], open[1]);
  fmpq_clear(counted.ends);
  fmpq_clear(counted.loss);
  fmpq_clear(against.ends);
  fmpq_clear(against.loss);
}
