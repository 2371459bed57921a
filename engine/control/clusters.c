#include "engine/control/clusters.h"

typedef struct cr_row_span {
  int first, count;
} cr_row_span;

static cr_row_span span_of(const cr_poll *poll) {
  const cr_edges *votes = poll->network->votes;
  int first = votes->first[poll->company];
  return (cr_row_span){first, votes->first[poll->company + 1] - first};
}

static bool cuttable(const cr_poll *poll, int entry) {
  return poll->network->kind[entry] == CR_LOT_NAMED && poll->network->votes->cap[entry] != CR_NONE;
}

/* Calls `visit` for the holder of a lot and for each of its controllers in a relation. */
static void visit_controllers(const cr_relation *relation, int holder, int *weight,
                              void (*visit)(int *weight, int actor)) {
  visit(weight, holder);
  for (int i = relation->column[holder]; i != CR_NONE; i = relation->pairs[i].next_in_column) {
    if (relation->pairs[i].actor < relation->network->view->parties) {
      visit(weight, relation->pairs[i].actor);
    }
  }
}

static void forget(int *weight, int actor) { weight[actor] = 0; }
static void count(int *weight, int actor) { weight[actor]++; }

/* The controller with most lots, the first of several. */
static int heaviest(const cr_relation *relation, int holder, const int *weight) {
  int best = holder;
  for (int i = relation->column[holder]; i != CR_NONE; i = relation->pairs[i].next_in_column) {
    int actor = relation->pairs[i].actor;
    if (actor < relation->network->view->parties &&
        (weight[actor] > weight[best] || (weight[actor] == weight[best] && actor < best))) {
      best = actor;
    }
  }
  return best;
}

void cr_clusters_sure(int *cluster, const cr_poll *poll) {
  const cr_edges *votes = poll->network->votes;
  cr_row_span row = span_of(poll);
  int *weight = poll->caps->weight;
  for (int i = 0; i < row.count; i++) {
    if (cuttable(poll, row.first + i)) {
      visit_controllers(poll->definite, votes->holder[row.first + i], weight, forget);
    }
  }
  for (int i = 0; i < row.count; i++) {
    if (cuttable(poll, row.first + i)) {
      visit_controllers(poll->definite, votes->holder[row.first + i], weight, count);
    }
  }
  for (int i = 0; i < row.count; i++) {
    cluster[i] = cuttable(poll, row.first + i)
                     ? heaviest(poll->definite, votes->holder[row.first + i], weight)
                     : CR_NONE;
  }
}

static int representative(int *joined, int actor) {
  while (joined[actor] != actor) {
    joined[actor] = joined[joined[actor]];
    actor = joined[actor];
  }
  return actor;
}

static void join(int *joined, int a, int b) {
  joined[representative(joined, a)] = representative(joined, b);
}

static void join_controllers(int *joined, const cr_relation *relation, int party) {
  for (int i = relation->column[party]; i != CR_NONE; i = relation->pairs[i].next_in_column) {
    if (relation->pairs[i].actor < relation->network->view->parties) {
      join(joined, party, relation->pairs[i].actor);
    }
  }
}

/* Whether somebody in question may be controlled by anybody, so by each of the others. */
static bool anybody_joins(const cr_poll *poll, cr_row_span row, int party) {
  const bool *anybody = poll->possible->anybody;
  bool found = party != CR_NONE && anybody[party];
  for (int i = 0; i < row.count; i++) {
    found |= cuttable(poll, row.first + i) && anybody[poll->network->votes->holder[row.first + i]];
  }
  return found;
}

int cr_clusters_possible(int *cluster, const cr_poll *poll, int party) {
  const cr_edges *votes = poll->network->votes;
  cr_row_span row = span_of(poll);
  int *joined = poll->caps->joined, undisclosed = poll->network->undisclosed;
  for (int actor = 0; actor <= undisclosed; actor++) {
    joined[actor] = actor;
  }
  bool all = anybody_joins(poll, row, party);
  for (int i = 0; i < row.count; i++) {
    if (cuttable(poll, row.first + i)) {
      join_controllers(joined, poll->possible, votes->holder[row.first + i]);
      if (all) {
        join(joined, votes->holder[row.first + i], undisclosed);
      }
    }
  }
  if (party != CR_NONE) {
    join_controllers(joined, poll->possible, party);
    if (all) {
      join(joined, party, undisclosed);
    }
  }
  for (int i = 0; i < row.count; i++) {
    cluster[i] = cuttable(poll, row.first + i)
                     ? representative(joined, votes->holder[row.first + i])
                     : CR_NONE;
  }
  return party == CR_NONE ? CR_NONE : representative(joined, party);
}
