#include "engine/holdings/approximation.h"

#include <math.h>
#include <string.h>

enum { MOST_POLICIES = 64, MOST_SWEEPS = 2000 };

/* Changes below these are not worth another sweep, or policy. */
static const double STILL = 0x1p-60, BETTER = 0x1p-42;

crible_status cr_machine_policy_new(cr_machine_policy *out, const cr_system *system,
                                    cr_arena *arena) {
  cr_machine_policy policy;
  size_t count = (size_t)system->edges->count;
  policy.weight = cr_arena_alloc(arena, count, sizeof *policy.weight);
  policy.order = cr_arena_alloc(arena, count, sizeof *policy.order);
  if (!policy.weight || !policy.order) return CRIBLE_E_MEMORY;
  *out = policy;
  return CRIBLE_OK;
}

static void fill(double *weight, const cr_system *system, int company, const int *order) {
  int first = system->edges->first[company], end = system->edges->first[company + 1];
  double rest = system->rest[company];
  for (int i = 0; i < end - first; i++) {
    int e = order[i];
    double taken = fmin(system->spread[e], rest);
    weight[e] = system->low[e] + taken;
    rest -= taken;
  }
}

void cr_machine_choose(cr_machine_policy *policy, cr_row_sorter *sorter, const cr_system *system,
                       int company, bool upper, const double *value) {
  int first = system->edges->first[company], count = system->edges->first[company + 1] - first;
  cr_row_sort_near(sorter, system, company, upper, value);
  memcpy(policy->order + first, sorter->order, (size_t)count * sizeof *policy->order);
  fill(policy->weight, system, company, policy->order + first);
}

double cr_machine_row(const cr_system *system, int company, const double *weight,
                      const double *value) {
  double sum = 0;
  for (int e = system->edges->first[company]; e < system->edges->first[company + 1]; e++)
    sum += weight[e] * value[system->edges->holder[e]];
  return sum;
}

static void evaluate(const cr_machine_policy *policy, double *value, const cr_system *system,
                     const int *companies, int count) {
  for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    double change = 0;
    for (int i = 0; i < count; i++) {
      double next = cr_machine_row(system, companies[i], policy->weight, value);
      change = fmax(change, fabs(next - value[companies[i]]));
      value[companies[i]] = next;
    }
    if (change <= STILL) return;
  }
}

double cr_machine_greedy(const cr_row_sorter *sorter, const cr_system *system, int company,
                         const double *value) {
  double rest = system->rest[company], sum = 0;
  int count = system->edges->first[company + 1] - system->edges->first[company];
  for (int i = 0; i < count; i++) {
    int e = sorter->order[i];
    double taken = fmin(system->spread[e], rest);
    sum += (system->low[e] + taken) * value[system->edges->holder[e]];
    rest -= taken;
  }
  return sum;
}

static bool improve(cr_machine_policy *policy, cr_row_sorter *sorter, const cr_system *system,
                    int company, bool upper, const double *value) {
  if (system->rest[company] == 0) return false;
  cr_row_sort_near(sorter, system, company, upper, value);
  double gain = cr_machine_greedy(sorter, system, company, value) - value[company];
  if ((upper ? gain : -gain) <= BETTER) return false;
  cr_machine_choose(policy, sorter, system, company, upper, value);
  return true;
}

void cr_approximate(cr_machine_policy *policy, double *value, cr_row_sorter *sorter,
                    const cr_system *system, const int *companies, int count, bool upper) {
  for (int i = 0; i < count; i++)
    cr_machine_choose(policy, sorter, system, companies[i], upper, value);
  bool changed = true;
  for (int round = 0; changed && round < MOST_POLICIES; round++) {
    evaluate(policy, value, system, companies, count);
    changed = false;
    for (int i = 0; i < count; i++)
      changed = improve(policy, sorter, system, companies[i], upper, value) || changed;
  }
}
