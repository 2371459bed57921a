#include "engine/requests/answered_rights.h"

#include <string.h>

#include "engine/requests/view_trial.h"

enum { MANY_MEMBERS = 1000 }; /* of an organ whose size nothing limits */

static void complete(cr_facts *facts, cr_complete_kind of) {
  facts->completeness[facts->completeness_count++] =
      (cr_completeness){.fact = {.period = {CR_DATE_NONE, CR_DATE_NONE},
                                 .recorded = CR_DATE_NONE,
                                 .source = CR_NONE},
                        .of = of,
                        .company = facts->candidate};
}

/* A right that turns out to give nothing, an organ as large as it may be, lists that are whole. */
static void answer(cr_facts *facts, const cr_request_item *item) {
  switch (item->kind) {
  case CR_ASK_RIGHT: facts->rights[item->fact].kind = CR_RIGHT_OBSERVER; return;
  case CR_ASK_ORGAN: {
    cr_organ *organ = &facts->organs[item->fact];
    organ->fixed = organ->most != CR_NONE ? organ->most : MANY_MEMBERS;
    return;
  }
  case CR_ASK_RIGHTS: complete(facts, CR_COMPLETE_RIGHTS); return;
  case CR_ASK_ORGANS: complete(facts, CR_COMPLETE_ORGANS); return;
  case CR_ASK_HOLDERS:
  case CR_ASK_SHARE:
  case CR_ASK_SEAT: return; /* answered in the view */
  }
}

/* A copy of `count` elements with room for two more. */
static void *copy_of(const void *array, size_t count, size_t size, cr_arena *arena) {
  void *copy = cr_arena_alloc(arena, count + 2, size);
  if (copy != NULL && count > 0) memcpy(copy, array, count * size);
  return copy;
}

static crible_status answer_facts(cr_facts *facts, const cr_facts *stated,
                                  const cr_request_items *items, const bool *asked,
                                  cr_arena *arena) {
  *facts = *stated;
  facts->rights = copy_of(stated->rights, stated->rights_count, sizeof *facts->rights, arena);
  facts->organs = copy_of(stated->organs, stated->organs_count, sizeof *facts->organs, arena);
  facts->completeness = copy_of(stated->completeness, stated->completeness_count,
                                sizeof *facts->completeness, arena);
  if (facts->rights == NULL || facts->organs == NULL || facts->completeness == NULL)
    return CRIBLE_E_MEMORY;
  for (int i = 0; i < items->count; i++)
    if (asked[i]) answer(facts, &items->items[i]);
  return CRIBLE_OK;
}

/* One meeting's view with the usual answers, bands answered so that third entities together have
 * least of the votes, and control on it. */
static crible_status favourable_view(cr_view **out, cr_control **control,
                                     const cr_inquiry *inquiry, int meeting,
                                     const cr_answers *answers, cr_arena *arena) {
  cr_view_trial trial = {
      .inquiry = inquiry, .view = inquiry->view[meeting], .answers = answers, .arena = arena};
  fmpq *points = NULL;
  crible_status status = cr_view_trial_solve(&trial, NULL);
  if (status == CRIBLE_OK) status = cr_view_trial_answer_rows(&points, &trial, CR_TARGET_ALL);
  if (status == CRIBLE_OK) status = cr_view_trial_solve(&trial, points);
  if (status != CRIBLE_OK) return status;
  *out = trial.answered;
  *control = trial.control;
  return CRIBLE_OK;
}

crible_status cr_answered_rights(cr_rights **out, const struct crible_screening *screening,
                                 const cr_inquiry *inquiry, const bool *asked, cr_arena *arena) {
  const int meetings = inquiry->view_count;
  cr_facts facts;
  cr_graph graph[2];
  cr_control *control[2] = {NULL, NULL};
  cr_remarks remarks = {.items = NULL};
  crible_status status = answer_facts(&facts, screening->facts, inquiry->items, asked, arena);
  for (int meeting = 0; status == CRIBLE_OK && meeting < meetings; meeting++) {
    const cr_answers answers = {&inquiry->items->places[meeting], asked, CR_AGAINST_NOBODY};
    graph[meeting] = screening->analysis[meeting].graph;
    status = favourable_view(&graph[meeting].view, &control[meeting], inquiry, meeting, &answers,
                             arena);
  }
  if (status != CRIBLE_OK) return status;
  const cr_rights_input input = {.facts = &facts,
                                 .reference = screening->reference,
                                 .as_of = screening->as_of,
                                 .reading = screening->ruleset->reading,
                                 .graph = {&graph[0], &graph[meetings - 1]},
                                 .control = {control[0], control[meetings - 1]}};
  status = cr_rights_judge(out, &input, &remarks, arena);
  cr_remarks_clear(&remarks, screening->context);
  return status;
}
