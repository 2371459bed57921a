/* Every right and organ of the candidate, under either kind of meeting; the
 * graver of two findings stands. */
#include "engine/rights/rights.h"

#include "engine/rights/legal.h"
#include "engine/rights/one_right.h"
#include "engine/rights/seats.h"

static bool stated_complete(const cr_rights_input *input, cr_complete_kind of) {
  const cr_facts *facts = input->facts;
  for (size_t i = 0; i < facts->completeness_count; i++)
    if (facts->completeness[i].of == of && facts->completeness[i].company == facts->candidate &&
        cr_fact_valid(&facts->completeness[i].fact, input->as_of))
      return true;
  return false;
}

static bool appoints(const cr_right *right) {
  return right->kind == CR_RIGHT_APPOINT || right->kind == CR_RIGHT_PROPOSE;
}

/* A finding for every right of the date, in order of the facts. */
static crible_status list_findings(cr_rights *rights, const cr_rights_input *input,
                                   cr_arena *arena) {
  const cr_facts *facts = input->facts;
  rights->findings = cr_arena_alloc(arena, facts->rights_count + 1, sizeof *rights->findings);
  rights->organs = cr_arena_alloc(arena, facts->organs_count + 1, sizeof *rights->organs);
  rights->legal = cr_arena_alloc(arena, 2, sizeof *rights->legal); /* one a kind of meeting */
  if (rights->findings == NULL || rights->organs == NULL || rights->legal == NULL) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < facts->rights_count; i++)
    if (cr_fact_valid(&facts->rights[i].fact, input->as_of))
      rights->findings[rights->finding_count++] = cr_finding_new((int)i, "not-this-kind");
  for (size_t i = 0; i < facts->organs_count; i++)
    if (facts->organs[i].company == facts->candidate &&
        cr_fact_valid(&facts->organs[i].fact, input->as_of))
      rights->organs[rights->organ_count++].organ = (int)i;
  return CRIBLE_OK;
}

/* Appointments first: a majority inside an organ is blocked by seats. */
static crible_status judge_rights(cr_judge *judge, bool all) {
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < judge->finding_count; i++) {
      const cr_right *right = &judge->facts->rights[judge->findings[i].right];
      if (appoints(right) != (pass == 0) || (!all && !cr_right_of_general_meeting(right))) continue;
      crible_status status = cr_judge_right(&judge->findings[i], judge, right);
      if (status != CRIBLE_OK) return status;
    }
  return CRIBLE_OK;
}

static crible_status judge_legal(cr_rights *rights, const cr_judge *judge) {
  if (cr_judge_option(judge, CR_CHOICE_ARITHMETIC_VETO) != CR_ARITHMETIC_VETO_LEGAL_TOO)
    return CRIBLE_OK;
  bool found = false;
  crible_status status =
      cr_judge_legal_majority(&rights->legal[rights->legal_count], &found, judge);
  if (status == CRIBLE_OK && found) rights->legal_count++;
  return status;
}

static cr_status criterion(cr_effect effect, bool complete) {
  if (effect == CR_COUNTS) return CR_VIOLATED;
  return effect == CR_COUNTS_POSSIBLY || !complete ? CR_UNDETERMINED : CR_MET;
}

static void judge_organs(cr_rights *rights, const cr_judge *judge) {
  for (int i = 0; i < rights->organ_count; i++)
    rights->organs[i] = cr_judge_organ(judge, rights->organs[i].organ, rights->rights_complete);
}

/* Everything under one kind of meeting. With `others` NULL every right is judged, else those on
 * general meetings only, and the rest is taken from `others`. */
static crible_status judge_meeting(cr_rights *out, const cr_rights_input *input, int meeting,
                                   const cr_rights *others, cr_remarks *remarks,
                                   cr_arena *arena) {
  cr_rights made = {.rights_complete = stated_complete(input, CR_COMPLETE_RIGHTS),
                    .organs_complete = stated_complete(input, CR_COMPLETE_ORGANS)};
  cr_judge judge;
  crible_status status = list_findings(&made, input, arena);
  if (status == CRIBLE_OK) status = cr_judge_init(&judge, input, meeting, remarks, arena);
  if (status != CRIBLE_OK) return status;
  for (int i = 0; others != NULL && i < made.finding_count; i++)
    made.findings[i] = others->findings[i];
  judge.findings = made.findings;
  judge.finding_count = made.finding_count;
  status = judge_rights(&judge, others == NULL);
  if (status == CRIBLE_OK) status = judge_legal(&made, &judge);
  if (status != CRIBLE_OK) return status;
  judge_organs(&made, &judge);
  *out = made;
  return CRIBLE_OK;
}

/* Findings of the extraordinary meeting name nodes of its own view. */
static void rename_nodes(cr_right_finding *finding, const cr_rights_input *input) {
  const cr_view *from = input->graph[1]->view, *to = input->graph[0]->view;
  int kept = 0;
  for (int i = 0; i < finding->third_count; i++) {
    int node = finding->third[i];
    int renamed = node >= from->parties ? node - from->parties + to->parties
                                        : input->graph[0]->node_of[from->party[node]];
    if (renamed != CR_NONE) finding->third[kept++] = renamed;
  }
  finding->third_count = kept;
}

static void merge(cr_rights *rights, const cr_rights *extraordinary,
                  const cr_rights_input *input) {
  bool same = input->graph[0] == input->graph[1];
  for (int i = 0; i < rights->finding_count; i++) {
    cr_right_finding *finding = &extraordinary->findings[i];
    const cr_right *right = &input->facts->rights[finding->right];
    if (same && !cr_right_of_general_meeting(right)) continue;
    if (!same) rename_nodes(finding, input);
    rights->findings[i] = cr_right_of_meetings(right, &rights->findings[i], finding);
  }
  for (int i = 0; i < extraordinary->legal_count; i++) {
    if (!same) rename_nodes(&extraordinary->legal[i], input);
    rights->legal[rights->legal_count++] = extraordinary->legal[i];
  }
  for (int i = 0; i < rights->organ_count; i++) {
    const cr_organ_finding *a = &rights->organs[i], *b = &extraordinary->organs[i];
    if (b->status > a->status || (b->status == a->status && b->seats[1] > a->seats[1]))
      rights->organs[i] = *b;
  }
}

static void decide(cr_rights *rights, const cr_facts *facts) {
  cr_effect veto = CR_COUNTS_NOT;
  for (int i = 0; i < rights->finding_count; i++) {
    const cr_right_finding *finding = &rights->findings[i];
    if (!appoints(&facts->rights[finding->right]) && finding->effect > veto)
      veto = finding->effect;
  }
  for (int i = 0; i < rights->legal_count; i++)
    if (rights->legal[i].effect > veto) veto = rights->legal[i].effect;
  rights->veto = criterion(veto, rights->rights_complete);
  rights->organ_majority =
      criterion(CR_COUNTS_NOT, rights->rights_complete && rights->organs_complete);
  for (int i = 0; i < rights->organ_count; i++)
    if (rights->organs[i].status > rights->organ_majority)
      rights->organ_majority = rights->organs[i].status;
}

crible_status cr_rights_judge(cr_rights **out, const cr_rights_input *input, cr_remarks *remarks,
                              cr_arena *arena) {
  bool same = input->graph[0] == input->graph[1];
  cr_rights ordinary, extraordinary;
  crible_status status = judge_meeting(&ordinary, input, 0, NULL, remarks, arena);
  if (status == CRIBLE_OK)
    status = judge_meeting(&extraordinary, input, 1, same ? &ordinary : NULL, remarks, arena);
  cr_rights *rights = cr_arena_alloc(arena, 1, sizeof *rights);
  if (status == CRIBLE_OK && rights == NULL) status = CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  merge(&ordinary, &extraordinary, input);
  decide(&ordinary, input->facts);
  *rights = ordinary;
  *out = rights;
  return CRIBLE_OK;
}
