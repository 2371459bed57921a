#include "importers/registers/steps.h"

typedef struct walk {
  crible_status (*visit)(void *user, int below, int above, cr_period period);
  void *user;
  crible_status status;
} walk;

static void take(walk *all, int below, int above, const cr_fact *fact) {
  if (all->status == CRIBLE_OK && below != CR_NONE && above != CR_NONE && below != above)
    all->status = all->visit(all->user, below, above, fact->period);
}

crible_status cr_facts_each_step(
    const cr_facts *facts,
    crible_status (*visit)(void *user, int below, int above, cr_period period), void *user) {
  walk all = {visit, user, CRIBLE_OK};
  for (size_t i = 0; i < facts->stakes_count; i++)
    take(&all, facts->stakes[i].company, facts->stakes[i].holder, &facts->stakes[i].fact);
  for (size_t i = 0; i < facts->lots_count; i++)
    take(&all, facts->classes[facts->lots[i].share_class].company, facts->lots[i].holder,
         &facts->lots[i].fact);
  for (size_t i = 0; i < facts->unit_holdings_count; i++)
    take(&all, facts->unit_holdings[i].fund, facts->unit_holdings[i].holder,
         &facts->unit_holdings[i].fact);
  for (size_t i = 0; i < facts->controls_count; i++)
    for (int c = 0; c < facts->controls[i].controller_count; c++)
      take(&all, facts->controls[i].controlled, facts->controls[i].controllers[c],
           &facts->controls[i].fact);
  return all.status;
}
