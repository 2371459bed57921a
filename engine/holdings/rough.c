#include "engine/holdings/rough.h"

#include "engine/holdings/approximation.h"
#include "engine/holdings/problem.h"

/* The pass over the components, holders first. */
typedef struct rough_pass {
  const cr_system *system;
  const uint8_t *role;
  cr_row_sorter sorter;
  cr_machine_policy policy;
  double *value;
  int *companies;
} rough_pass;

static void pass_component(rough_pass *pass, int k) {
  const cr_condensation *condensation = pass->system->condensation;
  int count = 0;
  for (int m = condensation->first[k]; m < condensation->first[k + 1]; m++) {
    int v = condensation->member[m];
    if (pass->role[v] == CR_ROLE_COMPANY) pass->companies[count++] = v;
  }
  if (count > 1) {
    cr_approximate(&pass->policy, pass->value, &pass->sorter, pass->system, pass->companies,
                   count, false);
  } else if (count == 1) {
    int c = pass->companies[0];
    cr_machine_choose(&pass->policy, &pass->sorter, pass->system, c, false, pass->value);
    pass->value[c] = cr_machine_row(pass->system, c, pass->policy.weight, pass->value);
  }
}

static void run(rough_pass *pass, fmpq *weight, const cr_problem *problem) {
  const cr_system *system = pass->system;
  fmpq_t value;
  fmpq_init(value);
  for (int v = 0; v < cr_view_nodes(system->view); v++) {
    cr_problem_value(value, problem, v);
    pass->value[v] = fmpq_get_d(value);
  }
  fmpq_clear(value);
  for (int k = 0; k < system->condensation->count; k++) pass_component(pass, k);
  for (int c = 0; c < system->view->parties; c++) {
    if (!cr_system_has_row(system, c)) continue;
    if (pass->role[c] != CR_ROLE_COMPANY)
      cr_machine_choose(&pass->policy, &pass->sorter, system, c, false, pass->value);
    cr_row_fill(weight, system, c, pass->policy.order + system->edges->first[c]);
  }
}

crible_status cr_rough_weights(fmpq **out, const cr_system *system, int target,
                               cr_arena *arena) {
  size_t nodes = (size_t)cr_view_nodes(system->view);
  cr_arena *scratch = NULL;
  fmpq *weight = cr_arena_rationals(arena, (size_t)system->edges->count);
  if (weight == NULL) return CRIBLE_E_MEMORY;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  uint8_t *role = cr_arena_alloc(scratch, nodes, sizeof *role);
  cr_problem problem = {.system = system, .target = target, .role = role,
                        .part = cr_arena_rationals(scratch, 1)};
  rough_pass pass = {.system = system, .role = role,
                     .value = cr_arena_alloc(scratch, nodes, sizeof *pass.value),
                     .companies = cr_arena_alloc(scratch, nodes, sizeof *pass.companies)};
  if (!role || !problem.part || !pass.value || !pass.companies) status = CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = cr_row_sorter_new(&pass.sorter, system, scratch);
  if (status == CRIBLE_OK) status = cr_machine_policy_new(&pass.policy, system, scratch);
  if (status == CRIBLE_OK) {
    cr_problem_roles(&problem);
    run(&pass, weight, &problem);
    *out = weight;
  }
  cr_arena_free(scratch);
  return status;
}
