/* Random small graphs: every completion inside the bounds, the bounds met by
 * vertex completions, chains that add up, ranks that prove. */
#include <stdio.h>

#include <criterion/criterion.h>
#include <flint/fmpq_mat.h>

#include "engine/holdings/chains.h"
#include "tests/support/hand_view.h"

enum { COMPANIES = 4, MOST_PARTIES = 10, ROUNDS = 120 };

static unsigned state;

static unsigned draw(unsigned below) {
  state = state * 1664525u + 1013904223u;
  return (state >> 8) % below;
}

/* A random interval of eighths; ends open at times. */
static const char *random_interval(bool open) {
  static char text[64];
  unsigned lo = draw(4), hi = lo + draw(7);
  if (draw(3) == 0) hi = lo;
  bool band = hi > lo && open;
  snprintf(text, sizeof text, "%c%u/8,%u/8%c", band && draw(3) == 0 ? '(' : '[', lo, hi,
           band && draw(3) == 0 ? ')' : ']');
  return text;
}

/* A candidate, companies that hold each other, third parties, persons. NULL
 * when some row has no weights. */
static const cr_view *random_view(hand_view *hand, bool open) {
  int party[MOST_PARTIES], count = 0;
  for (int i = 0; i < COMPANIES; i++)
    party[count++] = i > 1 && draw(4) == 0 ? hand_foreign(hand)
                     : i > 1 && draw(5) == 0 ? hand_unknown(hand)
                                             : hand_company(hand);
  party[count++] = hand_foreign(hand);
  if (draw(2)) party[count++] = hand_party(hand, CR_GROUP, CR_THIRD, (int64_t)draw(4));
  party[count++] = hand_persons(hand);
  for (int c = 0; c < COMPANIES; c++) {
    if (c > 0 && draw(8) == 0) continue;
    for (int h = 0; h < count; h++)
      if (h != c && draw(5) < 3) hand_capital(hand, party[h], party[c], random_interval(open));
    if (draw(3) == 0)
      hand_capital(hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), party[c], random_interval(false));
    if (draw(2)) hand_capital(hand, party[count - 1], party[c], "[0,1]");
  }
  cr_view *view = NULL;
  crible_status status =
      cr_view_builder_finish(&view, hand->builder, hand->arena, party[0], NULL, NULL);
  if (status != CRIBLE_OK || view->edges[CR_CAPITAL].first[1] == 0) return NULL;
  view->re_entry = draw(3) == 0;
  return view;
}

/* Weights of one company: lower ends, then the rest in a random order. */
static void random_weights(fmpq *weight, const cr_view *view, int c) {
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  int first = edges->first[c], count = edges->first[c + 1] - first, order[2 * MOST_PARTIES];
  fmpq_t rest, room;
  fmpq_init(rest);
  fmpq_init(room);
  fmpq_one(rest);
  for (int i = 0; i < count; i++) {
    order[i] = first + i;
    fmpq_set(&weight[first + i], &edges->weight[first + i].lo);
    fmpq_sub(rest, rest, &weight[first + i]);
  }
  for (int i = count - 1; i >= 0; i--) {
    int j = (int)draw((unsigned)i + 1), e = order[j];
    order[j] = order[i];
    fmpq_sub(room, &edges->weight[e].hi, &edges->weight[e].lo);
    if (fmpq_cmp(room, rest) > 0) fmpq_set(room, rest);
    fmpq_add(&weight[e], &weight[e], room);
    fmpq_sub(rest, rest, room);
  }
  fmpq_clear(rest);
  fmpq_clear(room);
}

/* What a node is worth by itself in a completion: 1, 0, or -1 for "by its row". */
static int own_value(const cr_view *view, int node, int target, bool maybe_is_third,
                     bool undisclosed_counts) {
  if (node == view->parties + CR_UNDISCLOSED) return undisclosed_counts;
  if (node >= view->parties || (node == view->candidate && !view->re_entry)) return 0;
  if (node == target) return 1;
  bool third = view->third[node] == CR_THIRD ||
               (view->third[node] == CR_MAYBE_THIRD && maybe_is_third);
  if (target == CR_TARGET_ALL && third) return 1;
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  return edges->first[node] < edges->first[node + 1] ? -1 : 0;
}

/* The candidate's value under given weights, by Gaussian elimination; companies
 * from which the walk never ends are worth `closed`. */
static void value_of(fmpq_t out, const cr_view *view, const fmpq *weight, int target,
                     bool maybe_is_third, bool undisclosed_counts, bool closed) {
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  bool ends[MOST_PARTIES + CR_PSEUDO_NODES];
  int nodes = cr_view_nodes(view);
  for (int v = 0; v < nodes; v++)
    ends[v] = own_value(view, v, target, maybe_is_third, undisclosed_counts) >= 0;
  for (int round = 0; round < nodes; round++)
    for (int c = 0; c < view->parties; c++)
      for (int e = edges->first[c]; e < edges->first[c + 1]; e++)
        if (!fmpq_is_zero(&weight[e]) && ends[edges->holder[e]]) ends[c] = true;
  fmpq_mat_t matrix, right, solution;
  fmpq_mat_init(matrix, nodes, nodes);
  fmpq_mat_init(right, nodes, 1);
  fmpq_mat_init(solution, nodes, 1);
  for (int v = 0; v < nodes; v++) {
    int own = own_value(view, v, target, maybe_is_third, undisclosed_counts);
    fmpq_one(fmpq_mat_entry(matrix, v, v));
    if (own >= 0 || !ends[v]) {
      fmpq_set_si(fmpq_mat_entry(right, v, 0), own >= 0 ? own : closed, 1);
      continue;
    }
    for (int e = edges->first[v]; e < edges->first[v + 1]; e++) {
      fmpq *entry = fmpq_mat_entry(matrix, v, edges->holder[e]);
      fmpq_sub(entry, entry, &weight[e]);
    }
  }
  cr_assert(fmpq_mat_solve(solution, matrix, right));
  fmpq_zero(out);
  for (int e = edges->first[view->candidate]; e < edges->first[view->candidate + 1]; e++)
    fmpq_addmul(out, &weight[e], fmpq_mat_entry(solution, edges->holder[e], 0));
  fmpq_mat_clear(matrix);
  fmpq_mat_clear(right);
  fmpq_mat_clear(solution);
}

static void check_completions(const cr_holdings *holdings, const cr_view *view, unsigned seed,
                              bool open) {
  int entries = view->edges[CR_CAPITAL].count;
  fmpq *weight = flint_calloc((size_t)entries, sizeof *weight);
  fmpq_t low, high, largest, least, most;
  fmpq *all[] = {low, high, largest, least, most};
  for (int i = 0; i < 5; i++) fmpq_init(all[i]);
  fmpq_one(least);
  for (int trial = 0; trial < 400; trial++) {
    for (int c = 0; c < view->parties; c++) random_weights(weight, view, c);
    value_of(low, view, weight, CR_TARGET_ALL, false, false, false);
    value_of(high, view, weight, CR_TARGET_ALL, true, true, true);
    cr_expect(fmpq_cmp(low, holdings->collective_bound[0].value) >= 0, "seed %u", seed);
    if (!open)
      cr_expect(fmpq_cmp(high, holdings->collective_bound[1].value) <= 0, "seed %u", seed);
    if (fmpq_cmp(low, least) < 0) fmpq_set(least, low);
    if (fmpq_cmp(high, most) > 0) fmpq_set(most, high);
    for (int i = 0; i < holdings->entity_count; i++) {
      int entity = holdings->entities[i].entity;
      if (entity >= view->parties || view->third[entity] != CR_THIRD ||
          cr_view_group(view, entity))
        continue;
      value_of(largest, view, weight, entity, false, false, false);
      cr_expect(fmpq_cmp(largest, holdings->entities[i].lower.value) >= 0, "seed %u", seed);
      cr_expect(fmpq_cmp(largest, holdings->entities[i].upper.value) <= 0, "seed %u", seed);
    }
  }
  cr_expect(fmpq_equal(least, holdings->collective_bound[0].value), "seed %u: lower", seed);
  if (!open && holdings->closed_group[view->candidate] == CR_NONE)
    cr_expect(fmpq_equal(most, holdings->collective_bound[1].value), "seed %u: upper", seed);
  for (int i = 0; i < 5; i++) fmpq_clear(all[i]);
  for (int e = 0; e < entries; e++) fmpq_clear(&weight[e]);
  flint_free(weight);
}

/* Whether a row can be held wholly without the nodes marked. */
static bool can_do_without(const cr_view *view, int c, const bool *marked, bool strict) {
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  fmpq_t reach;
  fmpq_init(reach);
  bool can = true, open = false;
  for (int e = edges->first[c]; e < edges->first[c + 1]; e++) {
    const cr_interval *weight = &edges->weight[e];
    if (marked[edges->holder[e]]) {
      can = can && fmpq_is_zero(&weight->lo) && !(strict && weight->lo_open);
      continue;
    }
    fmpq_add(reach, reach, &weight->hi);
    open = open || weight->hi_open;
  }
  int order = fmpq_cmp_si(reach, 1);
  fmpq_clear(reach);
  return can && (order > 0 || (order == 0 && !(strict && open)));
}

/* Contract, section 10: what ranks prove. */
static void check_ranks(const cr_vector *vector, const cr_view *view, unsigned seed) {
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  bool lower_rank[MOST_PARTIES + CR_PSEUDO_NODES];
  for (int c = 0; c < view->parties; c++) {
    bool row = edges->first[c] < edges->first[c + 1];
    bool needs = vector->upper ? row && !vector->fixed[c] && view->third[c] != CR_THIRD
                               : vector->rank[c] > 0;
    if (!vector->upper && row && !vector->fixed[c] && !fmpq_is_zero(&vector->value[c]) &&
        c != vector->target && !(vector->target == CR_TARGET_ALL && view->third[c] == CR_THIRD))
      cr_expect_gt(vector->rank[c], 0, "seed %u company %d", seed, c);
    if (!needs) continue;
    cr_expect_gt(vector->rank[c], 0, "seed %u company %d", seed, c);
    for (int h = 0; h < cr_view_nodes(view); h++) {
      int rank = h < view->parties ? vector->rank[h] : 0;
      if (!vector->upper && h == view->candidate && !view->re_entry) rank = 0;
      bool closed = vector->upper && h < view->parties && vector->fixed[h];
      lower_rank[h] = !closed && rank < vector->rank[c];
    }
    cr_expect_not(can_do_without(view, c, lower_rank, vector->upper), "seed %u company %d", seed,
                  c);
  }
}

static void check_chains(const cr_holdings *holdings, const cr_view *view, hand_view *hand,
                         unsigned seed) {
  for (int upper = 0; upper < 4; upper++) {
    const cr_vector *vector =
        upper < 2 ? &holdings->collective[upper] : &holdings->individual_vector[upper - 2];
    if (vector->value == NULL) continue;
    check_ranks(vector, view, seed);
    cr_chains *chains = NULL;
    cr_assert_eq(cr_chains_of(&chains, view, holdings->condensation, CR_CAPITAL, vector, 5000,
                              hand->arena),
                 CRIBLE_OK);
    bool fixed = vector->upper && vector->fixed[view->candidate];
    cr_expect(fixed || fmpq_is_zero(chains->rest), "seed %u vector %d", seed, upper);
    for (int i = 1; i < chains->chain_count; i++)
      cr_expect(fmpq_cmp(chains->chains[i - 1].product, chains->chains[i].product) >= 0);
  }
}

static void run(bool open) {
  int solved = 0;
  for (unsigned seed = 1; seed <= ROUNDS; seed++) {
    hand_view hand;
    hand_open(&hand);
    state = seed * 2654435761u;
    const cr_view *view = random_view(&hand, open);
    cr_holdings *holdings = NULL;
    if (view != NULL) {
      solved++;
      cr_assert_eq(cr_holdings_solve(&holdings, view, CR_CAPITAL, NULL, 0, hand.arena),
                   CRIBLE_OK, "seed %u", seed);
      check_completions(holdings, view, seed, open);
      check_chains(holdings, view, &hand, seed);
    }
    hand_close(&hand);
  }
  cr_expect_gt(solved, ROUNDS / 4, "only %d graphs had weights", solved);
}

Test(random, closed_intervals) { run(false); }
Test(random, open_intervals) { run(true); }
