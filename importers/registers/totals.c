#include "importers/registers/totals.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/registers/steps.h"

typedef struct step {
  int below, above;
  cr_period period;
} step;

typedef struct chart {
  crible_context *context;
  step *steps; /* sorted by who is below */
  size_t count, capacity;
  int *first;   /* of each party's steps; one more at the end */
  int *reached; /* the search that reached each party last */
  int *queue;
  int search;
} chart;

static crible_status add_step(void *user, int below, int above, cr_period period) {
  chart *map = user;
  void *block = map->steps;
  crible_status status =
      cr_grow(map->context, &block, &map->capacity, map->count + 1, sizeof *map->steps);
  if (status != CRIBLE_OK) return status;
  map->steps = block;
  map->steps[map->count++] = (step){below, above, period};
  return CRIBLE_OK;
}

static int by_below(const void *left, const void *right) {
  int a = ((const step *)left)->below, b = ((const step *)right)->below;
  return (a > b) - (a < b);
}

static crible_status draw(chart *map, const cr_facts *facts) {
  size_t parties = facts->parties_count;
  crible_status status = cr_facts_each_step(facts, add_step, map);
  if (status != CRIBLE_OK) return status;
  if (map->count) qsort(map->steps, map->count, sizeof *map->steps, by_below);
  map->first = cr_allocate_zero(map->context, parties + 2, sizeof *map->first);
  map->reached = cr_allocate_zero(map->context, parties + 1, sizeof *map->reached);
  map->queue = cr_allocate_zero(map->context, parties + 1, sizeof *map->queue);
  if (!map->first || !map->reached || !map->queue) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < map->count; i++) map->first[map->steps[i].below + 1]++;
  for (size_t p = 0; p < parties; p++) map->first[p + 1] += map->first[p];
  return CRIBLE_OK;
}

static bool overlap(cr_period a, cr_period b) {
  bool a_first = a.to != CR_DATE_NONE && b.from != CR_DATE_NONE && a.to <= b.from;
  bool b_first = b.to != CR_DATE_NONE && a.from != CR_DATE_NONE && b.to <= a.from;
  return !a_first && !b_first;
}

/* Whether somebody else stands between a company and a holder, at some time of the total's. */
static bool chain_known(chart *map, const cr_stake *total) {
  int queued = 0;
  map->search++;
  map->queue[queued++] = total->company;
  map->reached[total->company] = map->search;
  for (int taken = 0; taken < queued; taken++) {
    int at = map->queue[taken];
    for (int i = map->first[at]; i < map->first[at + 1]; i++) {
      const step *up = &map->steps[i];
      bool itself = at == total->company && up->above == total->holder;
      if (itself || map->reached[up->above] == map->search) continue;
      if (!overlap(up->period, total->fact.period)) continue;
      if (up->above == total->holder) return true;
      map->reached[up->above] = map->search;
      map->queue[queued++] = up->above;
    }
  }
  return false;
}

static crible_status tell(const crible_dossier *dossier, const cr_stake *total,
                          const fmpq_t lower) {
  bool exact;
  const cr_facts *facts = dossier->facts;
  if (fmpq_is_zero(lower)) return CRIBLE_OK;
  char *least = cr_rational_decimal(facts->arena, &exact, lower, 2, 2);
  if (!least) return CRIBLE_E_MEMORY;
  const char *file = total->fact.source == CR_NONE ? dossier->path
                                                   : facts->sources[total->fact.source].title;
  return cr_warn(dossier->context, "total", file, total->fact.line, total->fact.column, NULL,
                 _("'%.64s' is said to hold at least %s %% of '%.64s', directly or not: a total, "
                   "whose chains are stated elsewhere"),
                 facts->parties[total->holder].name, least, facts->parties[total->company].name);
}

static crible_status loosen(const crible_dossier *dossier, cr_stake *total) {
  crible_status status = CRIBLE_OK;
  total->fact.presumption = "part-of-a-total";
  for (int p = 0; status == CRIBLE_OK && p < CR_PROPERTIES; p++) {
    if (!total->states[p]) continue;
    status = tell(dossier, total, &total->share[p].lo);
    fmpq_zero(&total->share[p].lo);
    total->share[p].lo_open = false;
  }
  return status;
}

crible_status cr_totals_settle(crible_dossier *dossier) {
  cr_facts *facts = dossier->facts;
  chart map = {.context = dossier->context};
  crible_status status = draw(&map, facts);
  for (size_t i = 0; status == CRIBLE_OK && i < facts->stakes_count; i++) {
    cr_stake *stake = &facts->stakes[i];
    const char *presumed = stake->fact.presumption;
    if (presumed && !strcmp(presumed, "direct-holding") && chain_known(&map, stake))
      status = loosen(dossier, stake);
  }
  cr_release(map.context, map.steps);
  cr_release(map.context, map.first);
  cr_release(map.context, map.reached);
  cr_release(map.context, map.queue);
  return status;
}
