#include "tests/oracle/reference_control.h"

#include <string.h>

#include <criterion/criterion.h>

typedef enum side { COUNTED, OTHERS, LEFT_OUT } side;

typedef struct sums {
  fmpq_t lo[3], hi[3];
  bool lo_open[3], hi_open[3];
} sums;

static void init_sums(sums *s) {
  memset(s, 0, sizeof *s);
  for (int k = 0; k < 3; k++) {
    fmpq_init(s->lo[k]);
    fmpq_init(s->hi[k]);
  }
}

static void clear_sums(sums *s) {
  for (int k = 0; k < 3; k++) {
    fmpq_clear(s->lo[k]);
    fmpq_clear(s->hi[k]);
  }
}

static bool controls(const reference_control *r, bool possibly, int actor, int party) {
  return party < r->parties && r->relation[possibly][actor][party];
}

/* Whether an entry's holder is on the side of the actor, or of the set. */
static bool own_side(const reference_control *r, int actor, const bool *set, int holder, bool upper) {
  if (holder == r->parties + CR_UNDISCLOSED) {
    return upper && (actor >= 0 || set[r->parties]);
  }
  if (holder >= r->parties) {
    return false;
  }
  if (actor >= 0) {
    return holder == r->self[actor] || controls(r, upper, actor, holder);
  }
  for (int member = 0; member <= r->parties; member++) {
    if (set[member] && (holder == member || controls(r, upper, member, holder))) {
      return true;
    }
  }
  return false;
}

static side side_of(const reference_control *r, int actor, const bool *set, int y, int entry,
                    bool upper) {
  const cr_edges *votes = r->view->edges + CR_VOTES;
  int holder = votes->holder[entry];
  bool own = own_side(r, actor, set, holder, upper);
  if (r->view->declared[y]) {
    return own ? COUNTED : OTHERS;
  }
  if (holder == r->parties + CR_TREASURY || votes->flags[entry] & CR_EDGE_SUSPENDED) {
    return LEFT_OUT;
  }
  bool definitely = controls(r, false, y, holder), possibly = controls(r, true, y, holder);
  bool suppressed = own == upper ? definitely : possibly;
  return suppressed ? LEFT_OUT : own ? COUNTED : OTHERS;
}

static void add_entry(sums *s, side k, const cr_interval *weight) {
  fmpq_add(s->lo[k], s->lo[k], &weight->lo);
  fmpq_add(s->hi[k], s->hi[k], &weight->hi);
  s->lo_open[k] |= weight->lo_open;
  s->hi_open[k] |= weight->hi_open;
}

/* Least (or most) of a sum: its own ends, or what the others' ends leave of 1. */
static void extreme(fmpq_t out, bool *open, const sums *s, side k, bool least) {
  const fmpq *own = least ? s->lo[k] : s->hi[k];
  fmpq_t rest;
  fmpq_init(rest);
  fmpq_one(rest);
  bool own_open = least ? s->lo_open[k] : s->hi_open[k], rest_open = false;
  for (int j = 0; j < 3; j++) {
    if (j != (int)k) {
      fmpq_sub(rest, rest, least ? s->hi[j] : s->lo[j]);
      rest_open |= least ? s->hi_open[j] : s->lo_open[j];
    }
  }
  int order = fmpq_cmp(own, rest);
  bool own_binds = least ? order > 0 : order < 0;
  *open = order == 0 ? own_open || rest_open : own_binds ? own_open : rest_open;
  fmpq_set(out, order == 0 || own_binds ? own : rest);
  fmpq_clear(rest);
}

/* Whether the exercisable votes of y can come down to nothing. */
static bool none_surely_exercisable(const reference_control *r, int y) {
  const cr_edges *votes = r->view->edges + CR_VOTES;
  if (r->view->empty[CR_VOTES][y]) {
    return true;
  }
  if (r->view->declared[y]) {
    return false;
  }
  sums s;
  fmpq_t least;
  bool open;
  init_sums(&s);
  fmpq_init(least);
  for (int i = votes->first[y]; i < votes->first[y + 1]; i++) {
    int holder = votes->holder[i];
    bool out = holder == r->parties + CR_TREASURY || votes->flags[i] & CR_EDGE_SUSPENDED ||
               controls(r, true, y, holder);
    add_entry(&s, out ? LEFT_OUT : COUNTED, votes->weight + i);
  }
  extreme(least, &open, &s, COUNTED, true);
  bool none = fmpq_sgn(least) <= 0 && !open;
  fmpq_clear(least);
  clear_sums(&s);
  return none;
}

void reference_votes(reference_end *out, const reference_control *r, int actor, const bool *set,
                     int y, bool upper) {
  const cr_edges *votes = r->view->edges + CR_VOTES;
  fmpq_init(&out->value);
  out->open = false;
  if (none_surely_exercisable(r, y)) {
    fmpq_set_si(&out->value, upper, 1);
    return;
  }
  sums s;
  fmpq_t counted, others;
  bool counted_open, others_open;
  init_sums(&s);
  fmpq_init(counted);
  fmpq_init(others);
  for (int i = votes->first[y]; i < votes->first[y + 1]; i++) {
    add_entry(&s, side_of(r, actor, set, y, i, upper), votes->weight + i);
  }
  extreme(counted, &counted_open, &s, COUNTED, !upper);
  extreme(others, &others_open, &s, OTHERS, upper);
  fmpq_add(others, others, counted);
  if (!fmpq_is_zero(others)) {
    fmpq_div(&out->value, counted, others);
  }
  bool zero = fmpq_is_zero(counted), whole = fmpq_is_one(&out->value);
  out->open = zero ? counted_open : whole ? others_open : counted_open || others_open;
  fmpq_clear(counted);
  fmpq_clear(others);
  clear_sums(&s);
}

void reference_capital(reference_end *out, const reference_control *r, int actor, const bool *set,
                       int y, bool upper) {
  const cr_edges *capital = r->view->edges + CR_CAPITAL;
  sums s;
  fmpq_init(&out->value);
  init_sums(&s);
  for (int i = capital->first[y]; i < capital->first[y + 1]; i++) {
    bool own = own_side(r, actor, set, capital->holder[i], upper);
    add_entry(&s, own ? COUNTED : OTHERS, capital->weight + i);
  }
  extreme(&out->value, &out->open, &s, COUNTED, !upper);
  clear_sums(&s);
}

static int against(const reference_end *end, slong p, ulong q) {
  fmpq_t limit;
  fmpq_init(limit);
  fmpq_set_si(limit, p, q);
  int order = fmpq_cmp(&end->value, limit);
  fmpq_clear(limit);
  return order;
}

/* More than a limit in every completion (L), or in some (U). */
static bool exceeds(const reference_end *end, slong p, ulong q, bool upper) {
  int order = against(end, p, q);
  return order > 0 || (order == 0 && !upper && end->open);
}

static bool related(const reference_control *r, bool possibly, int actor, int z) {
  return controls(r, possibly, actor, z) ||
         (r->self[actor] < r->parties && controls(r, possibly, z, r->self[actor]));
}

/* Whether z stands in the way of the actor's presumption over y. */
static bool defeats(const reference_control *r, bool possibly, const reference_end *own, int z, int y) {
  reference_end other;
  reference_votes(&other, r, z, NULL, y, !possibly);
  int order = fmpq_cmp(&other.value, &own->value);
  bool stands = possibly ? order >= 0 : order > 0 || (order == 0 && !other.open && !own->open);
  fmpq_clear(&other.value);
  return stands;
}

static bool presumed(const reference_control *r, bool possibly, int actor, int y,
                     const reference_end *own) {
  if (!exceeds(own, 2, 5, possibly)) {
    return false;
  }
  for (int z = 0; z <= r->parties; z++) {
    bool rival = z == r->parties || r->view->kind[z] != CR_GROUP;
    if (rival && r->self[z] != r->self[actor] && !related(r, possibly, actor, z) &&
        defeats(r, possibly, own, z, y)) {
      return false;
    }
  }
  return true;
}

static bool stated(const reference_control *r, bool possibly, int actor, int y) {
  for (int i = 0; i < r->view->control_count; i++) {
    const cr_control_edge *edge = r->view->controls + i;
    bool whose = edge->manager ? actor == edge->controller : r->self[actor] == edge->controller;
    if (whose && edge->controlled == y && (possibly || edge->definite)) {
      return true;
    }
  }
  return false;
}

static bool through_another(const reference_control *r, bool possibly, int actor, int y) {
  for (int h = 0; h < r->parties; h++) {
    if (r->relation[possibly][actor][h] && r->relation[possibly][r->row[h]][y]) {
      return true;
    }
  }
  return false;
}

static bool by_votes(const reference_control *r, bool possibly, int actor, int y) {
  if (r->view->edges[CR_VOTES].first[y] == r->view->edges[CR_VOTES].first[y + 1]) {
    return false;
  }
  reference_end own;
  reference_votes(&own, r, actor, NULL, y, possibly);
  bool yes = exceeds(&own, 1, 2, possibly) || presumed(r, possibly, actor, y, &own);
  fmpq_clear(&own.value);
  return yes;
}

static bool is_actor(const reference_control *r, int actor) {
  return r->self[actor] >= r->parties || r->view->kind[r->self[actor]] != CR_GROUP;
}

/* The least relation closed under (i) to (iv), the other one being fixed. */
static void build(reference_control *r, bool possibly) {
  memset(r->relation[possibly], 0, sizeof r->relation[possibly]);
  for (bool changed = true; changed;) {
    changed = false;
    for (int actor = 0; actor < r->actors; actor++) {
      for (int y = 0; is_actor(r, actor) && y < r->parties; y++) {
        if (y != r->self[actor] && !r->relation[possibly][actor][y] &&
            (stated(r, possibly, actor, y) || through_another(r, possibly, actor, y) ||
             by_votes(r, possibly, actor, y))) {
          r->relation[possibly][actor][y] = changed = true;
        }
      }
    }
  }
}

static void list_actors(reference_control *r, const cr_view *view) {
  r->view = view;
  r->parties = view->parties;
  r->actors = view->parties + 1;
  for (int p = 0; p <= view->parties; p++) {
    r->self[p] = r->row[p] = p;
  }
  for (int i = 0; i < view->control_count; i++) {
    int manager = view->controls[i].controller;
    if (view->controls[i].manager && r->row[manager] == manager) {
      cr_assert_lt(r->actors, REFERENCE_ACTORS);
      r->self[r->actors] = manager;
      r->row[manager] = r->actors++;
    }
  }
}

void reference_control_solve(reference_control *r, const cr_view *view) {
  static bool before[2][REFERENCE_ACTORS][REFERENCE_ACTORS];
  memset(r, 0, sizeof *r);
  list_actors(r, view);
  do {
    memcpy(before, r->relation, sizeof before);
    build(r, true);
    build(r, false);
    r->rounds++;
    cr_assert_lt(r->rounds, 1000, "the alternation does not end");
  } while (memcmp(before, r->relation, sizeof before));
}
