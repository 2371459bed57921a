#include "engine/alternatives/trial.h"

#include "engine/graph/same_view.h"
#include "engine/screening/passes.h"

crible_status cr_trial_begin(cr_trial *out, const struct crible_screening *first,
                             const cr_reading *reading) {
  *out = (cr_trial){.first = first, .ruleset = *first->ruleset};
  out->ruleset.reading = *reading;
  out->ruleset.control.reading = *reading;
  out->screening = (struct crible_screening){.context = first->context,
                                             .facts = first->facts,
                                             .reference = first->reference,
                                             .as_of = first->as_of,
                                             .as_of_given = first->as_of_given};
  return cr_arena_new(&out->screening.arena, first->context);
}

static void clear_graph(cr_trial *trial, int meeting) {
  cr_graph *graph = &trial->screening.analysis[meeting].graph;
  if (graph->view != trial->first->analysis[meeting].graph.view)
    cr_graph_clear(graph, trial->screening.context);
}

void cr_trial_end(cr_trial *trial) {
  for (int meeting = 0; meeting < 2; meeting++) clear_graph(trial, meeting);
  cr_remarks_clear(&trial->screening.remarks, trial->screening.context);
  cr_arena_free(trial->screening.arena);
}

static void share_analysis(cr_trial *trial) {
  for (int meeting = 0; meeting < 2; meeting++)
    trial->screening.analysis[meeting] = trial->first->analysis[meeting];
}

/* Whether the graph of one kind of meeting comes out as in the first screening: the analysis,
 * which reads nothing else of the law that this change touches, then does too. */
static crible_status same_graph(bool *out, cr_trial *trial, int meeting) {
  static const cr_meeting meetings[] = {CR_MEETING_ORDINARY, CR_MEETING_EXTRAORDINARY};
  struct crible_screening *screening = &trial->screening;
  const cr_graph_options options = {.as_of = screening->as_of,
                                    .meeting = meetings[meeting],
                                    .reading = screening->ruleset->reading};
  cr_graph graph;
  crible_status status =
      cr_graph_with_declared(&graph, screening->facts, screening->reference, &options,
                             &screening->ruleset->control, screening->arena);
  if (status != CRIBLE_OK) return status;
  *out = cr_graph_same(&graph, &trial->first->analysis[meeting].graph);
  cr_graph_clear(&graph, screening->context);
  return CRIBLE_OK;
}

static crible_status same_graphs(bool *out, cr_trial *trial) {
  crible_status status = same_graph(out, trial, 0);
  if (status == CRIBLE_OK && *out && cr_screening_meetings(trial->first) > 1)
    status = same_graph(out, trial, 1);
  return status;
}

static crible_status take_rights(cr_trial *trial) {
  share_analysis(trial);
  return cr_pass_rights(&trial->screening);
}

static crible_status analyse(cr_trial *trial) {
  crible_status status = cr_pass_analysis(&trial->screening);
  return status == CRIBLE_OK ? cr_pass_rights(&trial->screening) : status;
}

static crible_status analyse_if_changed(cr_trial *trial) {
  bool same = false;
  crible_status status = same_graphs(&same, trial);
  if (status != CRIBLE_OK) return status;
  return same ? take_rights(trial) : analyse(trial);
}

/* What all changes together reach, the date apart. */
static cr_reach farthest(const cr_trial *trial) {
  cr_reach farthest = CR_REACHES_NOTHING;
  for (int choice = 0; choice < CR_CHOICES; choice++) {
    if (trial->ruleset.reading.option[choice] == trial->first->ruleset->reading.option[choice])
      continue;
    const cr_reach reach = cr_reading_reach(trial->first, (cr_choice_index)choice);
    if (reach != CR_REACHES_DATE && reach > farthest) farthest = reach;
  }
  return farthest;
}

/* A date that the caller gave holds under every reading. */
static crible_status take_date(bool *moved, cr_trial *trial) {
  *moved = false;
  if (trial->first->as_of_given) return CRIBLE_OK;
  crible_status status = cr_pass_date(&trial->screening, NULL);
  if (status == CRIBLE_OK) *moved = trial->screening.as_of != trial->first->as_of;
  return status;
}

/* Everything before the criteria. */
static crible_status prepare(cr_trial *trial, cr_reach reach) {
  switch (reach) {
  case CR_REACHES_RIGHTS: return take_rights(trial);
  case CR_REACHES_GRAPH: return analyse_if_changed(trial);
  case CR_REACHES_ANALYSIS: return analyse(trial);
  default:
    share_analysis(trial);
    trial->screening.rights = trial->first->rights;
    return CRIBLE_OK;
  }
}

crible_status cr_trial_run(cr_trial *trial) {
  bool moved = false;
  trial->screening.ruleset = &trial->ruleset;
  crible_status status = take_date(&moved, trial);
  if (status == CRIBLE_OK) status = prepare(trial, moved ? CR_REACHES_ANALYSIS : farthest(trial));
  return status == CRIBLE_OK ? cr_pass_criteria(&trial->screening) : status;
}
