#include "engine/control/ballot.h"
#include "engine/control/topmost.h"
#include "engine/control/tradeoff.h"
#include "engine/control/union.h"
#include "engine/graph/seen_in.h"

typedef struct cr_figures {
  cr_holdings *out;
  cr_ballot *ballot;
  const cr_view *view;
  cr_arena *arena;
} cr_figures;

static bool may_be_third(const cr_view *view, int node) {
  return node == view->parties + CR_UNDISCLOSED ||
         (node < view->parties && view->third[node] != CR_NOT_THIRD);
}

/* Whoever need not be third has nothing at least. */
static crible_status bound_entity(cr_entity_bounds *entity, const cr_figures *figures, int node) {
  cr_bound bound[2];
  crible_status status = cr_ballot_bounds(bound, figures->ballot, node, figures->arena);
  if (status != CRIBLE_OK) {
    return status;
  }
  if (node < figures->view->parties && figures->view->third[node] == CR_MAYBE_THIRD) {
    fmpq_zero(bound[0].value);
    status = cr_bound_set(bound, bound[0].value, true, true, figures->arena);
  }
  *entity = (cr_entity_bounds){.entity = node, .lower = bound[0], .upper = bound[1]};
  return status;
}

static crible_status list_entities(const cr_figures *figures) {
  cr_holdings *out = figures->out;
  int undisclosed = figures->view->parties + CR_UNDISCLOSED;
  crible_status status = CRIBLE_OK;
  out->entities = cr_arena_alloc(figures->arena, (size_t)undisclosed + 1, sizeof *out->entities);
  if (!out->entities) {
    return CRIBLE_E_MEMORY;
  }
  for (int node = 0; status == CRIBLE_OK && node <= undisclosed; node++) {
    if (may_be_third(figures->view, node)) {
      cr_entity_bounds *entity = out->entities + out->entity_count;
      status = bound_entity(entity, figures, node);
      out->entity_count += status == CRIBLE_OK && !fmpq_is_zero(entity->upper.value);
    }
  }
  return status;
}

/* At equal values a lower bound that is not attained is the larger one, an upper bound that is. */
static int compare_bounds(const cr_bound *a, const cr_bound *b, bool upper) {
  int order = fmpq_cmp(a->value, b->value);
  if (order != 0 || a->attained == b->attained) {
    return order;
  }
  return a->attained == upper ? 1 : -1;
}

static const cr_bound *bound_of(const cr_entity_bounds *entity, bool upper) {
  return upper ? &entity->upper : &entity->lower;
}

static crible_status find_holder(const cr_figures *figures, const cr_bound *largest, bool upper) {
  cr_holdings *out = figures->out;
  out->individual_holder[upper] = CR_NONE;
  if (fmpq_is_zero(largest->value)) {
    return CRIBLE_OK;
  }
  size_t nodes = (size_t)cr_view_nodes(figures->view);
  bool *marked = cr_arena_alloc(figures->arena, nodes, sizeof *marked);
  if (!marked) {
    return CRIBLE_E_MEMORY;
  }
  for (int i = 0; i < out->entity_count; i++) {
    const cr_bound *bound = bound_of(out->entities + i, upper);
    marked[out->entities[i].entity] = compare_bounds(bound, largest, upper) == 0;
  }
  return cr_topmost(out->individual_holder + upper, figures->view, marked,
                    cr_arena_context(figures->arena));
}

/* The largest of the entities' upper bounds is tight if one that reaches it is. */
static bool upper_is_tight(const cr_figures *figures, const cr_bound *largest) {
  const cr_holdings *out = figures->out;
  bool tight = out->entity_count == 0;
  for (int i = 0; i < out->entity_count; i++) {
    tight |= compare_bounds(&out->entities[i].upper, largest, true) == 0 &&
             out->entities[i].upper.tight;
  }
  return tight;
}

static crible_status bound_individual(const cr_figures *figures, bool upper) {
  cr_holdings *out = figures->out;
  fmpq_t nothing;
  fmpq_init(nothing);
  crible_status status = cr_bound_set(out->individual + upper, nothing, true, true, figures->arena);
  fmpq_clear(nothing);
  if (status != CRIBLE_OK) {
    return status;
  }
  cr_bound *largest = out->individual + upper;
  for (int i = 0; i < out->entity_count; i++) {
    const cr_bound *bound = bound_of(out->entities + i, upper);
    if (i == 0 || compare_bounds(bound, largest, upper) > 0) {
      *largest = *bound;
    }
  }
  if (upper) {
    largest->tight = upper_is_tight(figures, largest);
  } else {
    status = cr_tradeoff_free(&largest->tight, figures->ballot, out->entities, out->entity_count,
                              largest->value);
  }
  return status == CRIBLE_OK ? find_holder(figures, largest, upper) : status;
}

/* Bounds that meet are tight. */
static void settle_meeting(cr_bound bound[2]) {
  if (fmpq_equal(bound[0].value, bound[1].value)) {
    bound[0].tight = bound[1].tight = true;
  }
}

/* Whether a party brings anything with it to who holds it. */
static bool brings(const cr_ballot *ballot, int party) {
  const cr_network *network = ballot->network;
  return network->held_first[party] < network->held_first[party + 1] ||
         ballot->possible->row[party] != CR_NONE;
}

/* Bounds that rest on different unions meet, or are only sound: what makes a company be held
 * together may be what would have counted for it. */
static void settle_union(cr_bound bound[2], const cr_third_union *thirds,
                         const cr_figures *figures) {
  const cr_view *view = figures->view;
  bool same = fmpq_equal(bound[0].value, bound[1].value) != 0;
  for (int p = 0; !same && p < view->parties; p++) {
    if (cr_held_together(thirds->possible, view, p) && !thirds->definite[p] &&
        brings(figures->ballot, p)) {
      bound[0].tight = bound[1].tight = false;
    }
  }
}

static crible_status bound_collective(const cr_figures *figures, const cr_control *control) {
  cr_third_union thirds;
  crible_status status = cr_third_union_of(&thirds, control, figures->view, figures->arena);
  if (status == CRIBLE_OK) {
    status = cr_ballot_bounds_together(figures->out->collective_bound, figures->ballot,
                                       thirds.definite, thirds.possible, figures->arena);
  }
  if (status == CRIBLE_OK) {
    settle_union(figures->out->collective_bound, &thirds, figures);
  }
  return status;
}

/* Of rows that leave more than the facts do. */
static void loosen(cr_bound *lower, cr_bound *upper) {
  if (!fmpq_equal(lower->value, upper->value)) {
    lower->tight = upper->tight = false;
  }
}

static void loosen_all(cr_holdings *holdings) {
  loosen(holdings->individual, holdings->individual + 1);
  loosen(holdings->collective_bound, holdings->collective_bound + 1);
  for (int i = 0; i < holdings->entity_count; i++) {
    loosen(&holdings->entities[i].lower, &holdings->entities[i].upper);
  }
}

static crible_status prepare(cr_holdings **out, cr_property property, const cr_view *view,
                             cr_arena *arena) {
  cr_holdings *holdings = cr_arena_alloc(arena, 1, sizeof *holdings);
  int *group = cr_arena_alloc(arena, (size_t)view->parties, sizeof *group);
  if (!holdings || !group) {
    return CRIBLE_E_MEMORY;
  }
  for (int p = 0; p < view->parties; p++) {
    group[p] = CR_NONE;
  }
  holdings->property = property;
  holdings->closed_group = group;
  *out = holdings;
  return CRIBLE_OK;
}

crible_status cr_control_holdings(cr_holdings **out, const cr_control *control,
                                  const cr_view *view, cr_arena *arena) {
  cr_ballot ballot;
  const cr_property property = cr_solved_of(control)->network->property;
  cr_figures figures = {.ballot = &ballot, .arena = arena};
  figures.view = cr_view_seen_in(view, property, arena);
  if (!figures.view) {
    return CRIBLE_E_MEMORY;
  }
  crible_status status = prepare(&figures.out, property, view, arena);
  if (status == CRIBLE_OK) {
    status = cr_ballot_open(&ballot, control, figures.view, view->candidate);
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  status = list_entities(&figures);
  for (int upper = 0; upper < 2 && status == CRIBLE_OK; upper++) {
    status = bound_individual(&figures, upper);
    figures.out->individual_vector[upper].upper = upper;
    figures.out->individual_vector[upper].target = figures.out->individual_holder[upper];
  }
  if (status == CRIBLE_OK) {
    settle_meeting(figures.out->individual);
    status = bound_collective(&figures, control);
  }
  cr_ballot_close(&ballot);
  if (status == CRIBLE_OK && view->relaxed) {
    loosen_all(figures.out);
  }
  if (status == CRIBLE_OK) {
    *out = figures.out;
  }
  return status;
}
