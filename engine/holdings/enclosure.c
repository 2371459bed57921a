#include "engine/holdings/enclosure.h"

#include <math.h>

#include "engine/base/rational.h"
#include "engine/holdings/approximation.h"
#include "engine/holdings/problem.h"

/* Values of nodes as holders, between two machine numbers. */
typedef struct node_bounds {
  double *below, *above;
} node_bounds;

struct cr_enclosure {
  const cr_system *system;
  cr_problem base, problem; /* nobody named; one entity */
  node_bounds value, base_value;
  cr_row_sorter sorter;
  cr_machine_policy policy;
  double *middle; /* per node: approximate values */
  double *steps;  /* per node: about how long a walk stays in the component */
  int *unknown, unknown_count;
  int *counting;  /* the entity and those who count as it */
  int *queue;     /* they and companies below them */
  bool *reached;  /* per node */
  bool *taken;    /* per component: computed for the entity */
  int first_taken, last_taken;
};

/* The row's value for given values of its holders, and how far off it may be. */
static double row_value(double *error, cr_enclosure *work, int company, const double *value) {
  const cr_system *system = work->system;
  const double underflow = 0x1p-960; /* of all products together, generously */
  int first = system->edges->first[company], end = system->edges->first[company + 1];
  double result, scale = 0;
  if (system->rest[company] == 0) {
    result = scale = cr_machine_row(system, company, system->low, value);
  } else {
    cr_row_sort_near(&work->sorter, system, company, work->problem.upper, value);
    result = cr_machine_greedy(&work->sorter, system, company, value);
    for (int e = first; e < end; e++) scale = fmax(scale, value[system->edges->holder[e]]);
  }
  *error = scale > 0 ? (4.0 * (end - first) + 16) * 0x1p-52 * scale + underflow : 0;
  return result;
}

static void enclose_row(double *below, double *above, cr_enclosure *work, int company) {
  double error;
  double value = row_value(&error, work, company, work->value.below);
  *below = fmax(0, value - error);
  value = row_value(&error, work, company, work->value.above);
  *above = fmin(1, value + error);
}

/* Steps that a walk takes in the component under the policy, about. */
static void estimate_steps(cr_enclosure *work) {
  const cr_system *system = work->system;
  enum { SWEEPS = 256 };
  double change = 1;
  for (int sweep = 0; sweep < SWEEPS && change > 0x1p-6; sweep++) {
    change = 0;
    for (int i = 0; i < work->unknown_count; i++) {
      int c = work->unknown[i];
      double next = 1 + cr_machine_row(system, c, work->policy.weight, work->steps);
      change = fmax(change, (next - work->steps[c]) / next);
      work->steps[c] = next;
    }
  }
}

/* By how much the approximation may be off before the walk repeats it. */
static double doubt(cr_enclosure *work) {
  const cr_system *system = work->system;
  double most = 0;
  for (int i = 0; i < work->unknown_count; i++) {
    int c = work->unknown[i];
    double error, off = fabs(row_value(&error, work, c, work->middle) - work->middle[c]);
    for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++) {
      int h = system->edges->holder[e];
      bool unknown = h < system->view->parties && work->steps[h] > 0;
      if (!unknown) off = fmax(off, work->value.above[h] - work->value.below[h]);
    }
    most = fmax(most, off + 4 * error);
  }
  return 2 * most;
}

/* Moves the component's values away from the approximation, and checks that they
 * are above, or below, the least solution. */
static bool proves(cr_enclosure *work, bool above, double width) {
  double *value = above ? work->value.above : work->value.below;
  for (int i = 0; i < work->unknown_count; i++) {
    int c = work->unknown[i];
    double away = width * work->steps[c];
    value[c] = above ? fmin(1, work->middle[c] + away) : fmax(0, work->middle[c] - away);
  }
  for (int i = 0; i < work->unknown_count; i++) {
    int c = work->unknown[i];
    double error, image = row_value(&error, work, c, value);
    bool holds = above ? value[c] >= 1 || image + error <= value[c]
                       : value[c] <= 0 || image - error > value[c];
    if (!holds) return false;
  }
  return true;
}

/* Proves one side. Where weights tie, those that keep the walk longest count:
 * they are what the moved values choose. */
static void prove_side(cr_enclosure *work, bool above, double width) {
  enum { ATTEMPTS = 8 };
  const cr_system *system = work->system;
  double *value = above ? work->value.above : work->value.below;
  for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (proves(work, above, width)) return;
    for (int i = 0; i < work->unknown_count; i++)
      cr_machine_choose(&work->policy, &work->sorter, system, work->unknown[i],
                        work->problem.upper, value);
    estimate_steps(work);
    width *= 2;
  }
  for (int i = 0; i < work->unknown_count; i++) value[work->unknown[i]] = above ? 1 : 0;
}

static void enclose_cycle(cr_enclosure *work) {
  const cr_system *system = work->system;
  for (int i = 0; i < work->unknown_count; i++) {
    int c = work->unknown[i];
    for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++) {
      int h = system->edges->holder[e];
      work->middle[h] = work->value.below[h];
      work->steps[h] = 0;
    }
  }
  for (int i = 0; i < work->unknown_count; i++) {
    work->middle[work->unknown[i]] = 0;
    work->steps[work->unknown[i]] = 1;
  }
  cr_approximate(&work->policy, work->middle, &work->sorter, system, work->unknown,
                 work->unknown_count, work->problem.upper);
  for (int i = 0; i < work->unknown_count; i++)
    work->middle[work->unknown[i]] = fmin(1, work->middle[work->unknown[i]]);
  estimate_steps(work);
  double width = doubt(work);
  prove_side(work, false, width);
  prove_side(work, true, width);
}

static void enclose_component(cr_enclosure *work, int k) {
  const cr_condensation *condensation = work->system->condensation;
  work->unknown_count = 0;
  for (int m = condensation->first[k]; m < condensation->first[k + 1]; m++)
    if (work->problem.role[condensation->member[m]] == CR_ROLE_COMPANY)
      work->unknown[work->unknown_count++] = condensation->member[m];
  if (work->unknown_count == 1) {
    int c = work->unknown[0];
    enclose_row(&work->value.below[c], &work->value.above[c], work, c);
  } else if (work->unknown_count > 1) {
    enclose_cycle(work);
  }
}

/* A node's value of its own. */
static void set_own_value(cr_enclosure *work, int node) {
  fmpq_t value;
  fmpq_init(value);
  cr_problem_value(value, &work->problem, node);
  work->value.below[node] = cr_rational_below(value);
  work->value.above[node] = cr_rational_above(value);
  fmpq_clear(value);
}

/* Marks the components with companies below the first nodes of the queue: first_taken …
 * last_taken span them. */
static void take_below(cr_enclosure *work, int count) {
  const cr_system *system = work->system;
  const cr_condensation *condensation = system->condensation;
  work->first_taken = condensation->count;
  work->last_taken = -1;
  for (int next = 0; next < count; next++) {
    int h = work->queue[next];
    for (int i = system->column_first[h]; i < system->column_first[h + 1]; i++) {
      int c = system->company[system->column[i]], k = condensation->component[c];
      if (work->reached[c] || work->problem.role[c] != CR_ROLE_COMPANY) continue;
      work->reached[c] = work->taken[k] = true;
      work->queue[count++] = c;
      if (k < work->first_taken) work->first_taken = k;
      if (k > work->last_taken) work->last_taken = k;
    }
  }
  for (int i = 0; i < count; i++) work->reached[work->queue[i]] = false;
}

/* The entity and those who count as it, at the start of the queue; gives how many they are. */
static int take_entity(cr_enclosure *work, int entity) {
  int first, end, count = 0;
  work->problem.target = entity;
  cr_problem_set_target(&work->problem);
  cr_problem_dependents(&first, &end, &work->problem);
  work->counting[count++] = entity;
  for (int i = first; i < end; i++)
    work->counting[count++] =
        work->system->view->dependents[work->problem.upper]->party[i];
  for (int i = 0; i < count; i++) {
    set_own_value(work, work->counting[i]);
    work->queue[i] = work->counting[i];
  }
  return count;
}

/* Sets a node's values back to what they are without the entity. */
static void restore(cr_enclosure *work, int node) {
  work->value.below[node] = work->base_value.below[node];
  work->value.above[node] = work->base_value.above[node];
}

void cr_enclosure_of(double *below, double *above, cr_enclosure *work, int entity) {
  const cr_system *system = work->system;
  const cr_condensation *condensation = system->condensation;
  int candidate = system->view->candidate;
  if (work->problem.upper && system->closed[candidate]) {
    *below = *above = 1;
    return;
  }
  int counting = take_entity(work, entity);
  take_below(work, counting);
  for (int k = work->first_taken; k <= work->last_taken; k++)
    if (work->taken[k]) enclose_component(work, k);
  enclose_row(below, above, work, candidate);
  for (int i = 0; i < counting; i++) {
    work->problem.role[work->counting[i]] = work->base.role[work->counting[i]];
    restore(work, work->counting[i]);
  }
  for (int k = work->first_taken; k <= work->last_taken; k++) {
    for (int m = condensation->first[k]; work->taken[k] && m < condensation->first[k + 1]; m++)
      restore(work, condensation->member[m]);
    work->taken[k] = false;
  }
}

static crible_status allocate_bounds(node_bounds *out, size_t nodes, cr_arena *arena) {
  out->below = cr_arena_alloc(arena, nodes, sizeof *out->below);
  out->above = cr_arena_alloc(arena, nodes, sizeof *out->above);
  return out->below && out->above ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static crible_status allocate(cr_enclosure *work, cr_arena *arena) {
  const cr_system *system = work->system;
  size_t nodes = (size_t)cr_view_nodes(system->view), dependents = 0;
  if (system->view->dependents[work->problem.upper])
    dependents = (size_t)system->view->dependents[work->problem.upper]->first[system->view->parties];
  work->base.role = cr_arena_alloc(arena, nodes, sizeof *work->base.role);
  work->problem.role = cr_arena_alloc(arena, nodes, sizeof *work->problem.role);
  work->problem.part = cr_arena_rationals(arena, 1);
  work->middle = cr_arena_alloc(arena, nodes, sizeof *work->middle);
  work->steps = cr_arena_alloc(arena, nodes, sizeof *work->steps);
  work->unknown = cr_arena_alloc(arena, nodes, sizeof *work->unknown);
  work->counting = cr_arena_alloc(arena, nodes + dependents, sizeof *work->counting);
  work->queue = cr_arena_alloc(arena, nodes + dependents, sizeof *work->queue);
  work->reached = cr_arena_alloc(arena, nodes, sizeof *work->reached);
  work->taken = cr_arena_alloc(arena, nodes, sizeof *work->taken);
  if (!work->base.role || !work->problem.role || !work->problem.part || !work->middle ||
      !work->steps || !work->unknown || !work->counting || !work->queue || !work->reached ||
      !work->taken)
    return CRIBLE_E_MEMORY;
  crible_status status = allocate_bounds(&work->value, nodes, arena);
  if (status == CRIBLE_OK) status = allocate_bounds(&work->base_value, nodes, arena);
  if (status == CRIBLE_OK) status = cr_row_sorter_new(&work->sorter, system, arena);
  if (status == CRIBLE_OK) status = cr_machine_policy_new(&work->policy, system, arena);
  return status;
}

crible_status cr_enclosure_new(cr_enclosure **out, const cr_system *system, bool upper,
                               cr_arena *arena) {
  int nodes = cr_view_nodes(system->view);
  cr_enclosure *work = cr_arena_alloc(arena, 1, sizeof *work);
  if (work == NULL) return CRIBLE_E_MEMORY;
  work->system = system;
  work->base.system = work->problem.system = system;
  work->base.upper = work->problem.upper = upper;
  work->base.target = work->problem.target = system->view->parties + CR_UNDISCLOSED;
  crible_status status = allocate(work, arena);
  if (status != CRIBLE_OK) return status;
  cr_problem_roles(&work->base);
  cr_problem_roles(&work->problem);
  for (int v = 0; v < nodes; v++) set_own_value(work, v);
  for (int k = 0; upper && k < system->condensation->count; k++) enclose_component(work, k);
  for (int v = 0; v < nodes; v++) {
    work->base_value.below[v] = work->value.below[v];
    work->base_value.above[v] = work->value.above[v];
  }
  *out = work;
  return CRIBLE_OK;
}
