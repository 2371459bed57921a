#include "engine/requests/requests.h"

#include <stdlib.h>
#include <string.h>

#include "engine/requests/answered_rights.h"
#include "engine/screening/passes.h"

/* One criterion and what is known of the sets that settle it. */
typedef struct cr_request_question {
  const struct crible_screening *screening;
  cr_criterion_id id;
  cr_inquiry inquiry;         /* without a figure: on the votes of third entities together */
  cr_sufficiency sufficiency;
  bool *marked;               /* its own set, per item */
  bool *settling;             /* what settles it in the letter, per item */
} cr_request_question;

typedef struct cr_request_search {
  const struct crible_screening *screening;
  cr_arena *arena;            /* scratch */
  cr_request_items of_views, all;
  int *order;                 /* of all items: those of rights first */
  cr_request_question question[CR_CRITERIA];
  cr_request_set set[CR_CRITERIA];
  bool *letter;               /* per item */
  long left[CR_CRITERIA];     /* entries of views that may still be solved for each */
} cr_request_search;

/* As many solutions of the views as take a few screenings, and enough for every small dossier. */
enum { SOLUTIONS = 5, SMALL = 120000 };

static bool without_figure(cr_criterion_id id) { return id == CR_VETO || id == CR_ORGAN_MAJORITY; }

/* Whether no answers to the items marked can settle it: the list of rights or organs is not whole
 * without being asked for, or who votes how is not asked about, and what a right says is answered as
 * well as may be. */
static bool surely_short(const cr_request_question *question, const bool *marked) {
  const cr_request_items *items = question->inquiry.items;
  const cr_request_kind whole = question->id == CR_VETO ? CR_ASK_RIGHTS : CR_ASK_ORGANS;
  bool votes = false;
  for (int i = 0; i < items->count; i++) {
    const cr_request_kind kind = items->items[i].kind;
    if (kind == whole && !marked[i]) return true;
    votes = votes || (marked[i] && kind <= CR_ASK_SEAT);
  }
  return !votes;
}

static crible_status right_settled(cr_finding *out, const void *data, const bool *marked) {
  const cr_request_question *question = data;
  cr_arena *arena;
  cr_rights *rights = NULL;
  crible_status status = cr_arena_new(&arena, question->screening->context);
  if (status != CRIBLE_OK) return status;
  status = cr_answered_rights(&rights, question->screening, &question->inquiry, marked, arena);
  if (status == CRIBLE_OK) {
    const bool veto = question->id == CR_VETO;
    const cr_status found = veto ? rights->veto : rights->organ_majority;
    *out = found == CR_MET                    ? CR_SUFFICE
           : surely_short(question, marked) ? CR_FALL_SHORT
                                            : CR_NONE_FOUND;
  }
  cr_arena_free(arena);
  return status;
}

static bool asked(const struct crible_screening *screening, cr_criterion_id id) {
  return screening->verdict == CR_UNDETERMINED &&
         cr_criterion_bearing(screening, id) == CR_UNDETERMINED;
}

/* The question of one criterion. */
static crible_status open_question(cr_request_search *search, cr_criterion_id id) {
  const struct crible_screening *screening = search->screening;
  cr_request_question *question = &search->question[id];
  const cr_property property = id <= CR_CAPITAL_COLLECTIVE ? CR_CAPITAL : CR_VOTES;
  const cr_request_items *items = without_figure(id) ? &search->all : &search->of_views;
  *question = (cr_request_question){.screening = screening, .id = id};
  question->inquiry = (cr_inquiry){
      .context = screening->context,
      .view_count = cr_screening_meetings(screening),
      .rules = &screening->ruleset->control,
      .property = property,
      .together = id != CR_CAPITAL_INDIVIDUAL && id != CR_VOTES_INDIVIDUAL,
      .ceiling = without_figure(id) ? screening->ruleset->collective[CR_VOTES]
                                    : screening->criteria[id].threshold,
      .items = items,
      .left = &search->left[id]};
  for (int meeting = 0; meeting < question->inquiry.view_count; meeting++) {
    const cr_analysis *analysis = &screening->analysis[meeting];
    question->inquiry.view[meeting] = analysis->graph.view;
    question->inquiry.against[meeting] = cr_inquiry_against(
        analysis->graph.view, analysis->holdings[property], question->inquiry.together);
  }
  question->sufficiency = (cr_sufficiency){
      .holds = without_figure(id) ? right_settled : cr_ceiling_kept,
      .data = without_figure(id) ? (const void *)question : &question->inquiry,
      .count = items->count,
      .arena = search->arena};
  question->marked = cr_arena_alloc(search->arena, (size_t)search->all.count + 1, sizeof(bool));
  return question->marked == NULL ? CRIBLE_E_MEMORY : CRIBLE_OK;
}

/* Views first by their numbers; the rights' own items come first when rights are asked about. */
static void make_order(cr_request_search *search) {
  const int of_views = search->of_views.count, of_rights = search->all.count - of_views;
  for (int i = 0; i < of_rights; i++) search->order[i] = of_views + i;
  for (int i = 0; i < of_views; i++) search->order[of_rights + i] = i;
}

static crible_status find_set(cr_request_search *search, cr_criterion_id id) {
  if (!asked(search->screening, id)) return CRIBLE_OK;
  cr_request_question *question = &search->question[id];
  const bool rights = without_figure(id);
  const int *order = rights ? search->order
                            : search->order + (search->all.count - search->of_views.count);
  crible_status status = open_question(search, id);
  if (status == CRIBLE_OK)
    status = cr_request_set_find(&search->set[id], question->marked, &question->sufficiency,
                                 rights ? NULL : &question->inquiry, order, search->letter);
  for (int i = 0; status == CRIBLE_OK && i < search->all.count; i++)
    search->letter[i] = search->letter[i] || question->marked[i];
  return status;
}

static crible_status settled(bool *out, cr_request_search *search, int id) {
  *out = true;
  if (!search->set[id].sufficient) return CRIBLE_OK;
  return cr_suffices(out, &search->question[id].sufficiency, search->letter);
}

static int criteria_of(const cr_request_search *search, int item) {
  int count = 0;
  for (int id = 0; id < CR_CRITERIA; id++)
    count += search->set[id].sufficient && search->question[id].marked[item];
  return count;
}

/* Leaves out what the rest of the letter makes up for: what serves fewest criteria first. */
static crible_status spare(cr_request_search *search) {
  crible_status status = CRIBLE_OK;
  for (int serves = 0; serves <= CR_CRITERIA; serves++)
    for (int item = search->all.count - 1; item >= 0; item--) {
      if (!search->letter[item] || criteria_of(search, item) != serves) continue;
      bool enough = true;
      search->letter[item] = false;
      for (int id = 0; status == CRIBLE_OK && enough && id < CR_CRITERIA; id++)
        status = settled(&enough, search, id);
      search->letter[item] = !enough;
      if (status != CRIBLE_OK) return status;
    }
  return status;
}

/* Which requests of the letter settle a criterion: its own set, where it is among them, else the
 * first ones that suffice. */
static crible_status find_settled(cr_request_search *search, int id) {
  cr_request_question *question = &search->question[id];
  const int count = question->sufficiency.count;
  question->settling = cr_arena_alloc(search->arena, (size_t)search->all.count + 1, sizeof(bool));
  int *order = cr_arena_alloc(search->arena, (size_t)count + 1, sizeof *order), among = 0;
  if (question->settling == NULL || order == NULL) return CRIBLE_E_MEMORY;
  for (int serves = CR_CRITERIA; serves > 0; serves--)
    for (int item = 0; item < count; item++)
      if (search->letter[item] && criteria_of(search, item) == serves) order[among++] = item;
  bool found = true;
  for (int item = 0; item < count; item++) {
    question->settling[item] = question->marked[item];
    found = found && (!question->marked[item] || search->letter[item]);
  }
  if (found) return CRIBLE_OK;
  crible_status status =
      cr_set_without_spare(question->settling, &found, &question->sufficiency, order, among);
  for (int k = 0; status == CRIBLE_OK && !found && k < among; k++)
    question->settling[order[k]] = true;
  return status;
}

/* The lowest upper bound when the rest of the criterion's set is answered. */
static crible_status bound_without(fmpq *out, cr_request_question *question, int item) {
  int marks = 0;
  for (int i = 0; i < question->sufficiency.count; i++) marks += question->marked[i];
  if (marks == 1) {
    fmpq_set(out, question->screening->criteria[question->id].bound[1].value);
    return CRIBLE_OK;
  }
  question->marked[item] = false;
  crible_status status = cr_lowest_bound(out, &question->inquiry, question->marked);
  question->marked[item] = true;
  return status;
}

static crible_status find_additions(cr_request *request, cr_request_search *search, int item,
                                    cr_arena *arena) {
  crible_status status = CRIBLE_OK;
  for (int id = 0; status == CRIBLE_OK && id < CR_CRITERIA; id++) {
    cr_request_question *question = &search->question[id];
    request->in_set[id] = search->set[id].sufficient && question->marked[item];
    if (!request->in_set[id] || without_figure((cr_criterion_id)id) ||
        cr_inquiry_spent(&question->inquiry))
      continue;
    fmpq *values = cr_arena_rationals(arena, 2);
    if (values == NULL) return CRIBLE_E_MEMORY;
    status = cr_lowest_bound(values + 1, &question->inquiry, question->marked);
    if (status == CRIBLE_OK) status = bound_without(values, question, item);
    fmpq_sub(values, values, values + 1);
    if (fmpq_sgn(values) > 0) request->adds[id] = values;
  }
  return status;
}

static int settled_count(const cr_request *request) {
  int count = 0;
  for (int id = 0; id < CR_CRITERIA; id++) count += request->settles[id];
  return count;
}

/* How much it adds, where it adds most. */
static int compare_additions(const cr_request *a, const cr_request *b) {
  const fmpq *most[2] = {NULL, NULL};
  for (int id = 0; id < CR_CRITERIA; id++) {
    if (a->adds[id] && (!most[0] || fmpq_cmp(a->adds[id], most[0]) > 0)) most[0] = a->adds[id];
    if (b->adds[id] && (!most[1] || fmpq_cmp(b->adds[id], most[1]) > 0)) most[1] = b->adds[id];
  }
  if (most[0] == NULL || most[1] == NULL) return (most[1] != NULL) - (most[0] != NULL);
  return fmpq_cmp(most[1], most[0]);
}

/* The most useful first: what settles most criteria, then what adds most. */
static bool comes_before(const cr_request *a, const cr_request *b) {
  if (a->in_letter != b->in_letter) return a->in_letter;
  const int order = settled_count(b) - settled_count(a);
  return order != 0 ? order < 0 : compare_additions(a, b) < 0;
}

static void insert(cr_requests *requests, const cr_request *request) {
  int at = requests->count++;
  for (; at > 0 && comes_before(request, &requests->items[at - 1]); at--)
    requests->items[at] = requests->items[at - 1];
  requests->items[at] = *request;
  requests->letter_count += request->in_letter;
}

static crible_status gather(cr_requests **out, cr_request_search *search, cr_arena *arena) {
  cr_requests *requests = cr_arena_alloc(arena, 1, sizeof *requests);
  int count = 0;
  for (int item = 0; item < search->all.count; item++) count += criteria_of(search, item) > 0;
  if (requests == NULL) return CRIBLE_E_MEMORY;
  requests->items = cr_arena_alloc(arena, (size_t)count + 1, sizeof *requests->items);
  if (requests->items == NULL) return CRIBLE_E_MEMORY;
  memcpy(requests->set, search->set, sizeof requests->set);
  for (int item = 0; item < search->all.count; item++) {
    if (criteria_of(search, item) == 0) continue;
    cr_request request = {.item = search->all.items[item]};
    request.in_letter = search->letter[item];
    for (int id = 0; id < CR_CRITERIA; id++)
      request.settles[id] = search->set[id].sufficient && search->question[id].settling[item];
    crible_status status = find_additions(&request, search, item, arena);
    if (status != CRIBLE_OK) return status;
    insert(requests, &request);
  }
  *out = requests;
  return CRIBLE_OK;
}

static crible_status find_items(cr_request_search *search) {
  const struct crible_screening *screening = search->screening;
  const cr_view *const views[] = {screening->analysis[0].graph.view,
                                  screening->analysis[1].graph.view};
  crible_status status = cr_request_items_of_views(
      &search->of_views, views, cr_screening_meetings(screening), search->arena);
  if (status == CRIBLE_OK)
    status = cr_request_items_of_rights(&search->all, &search->of_views, screening->rights,
                                        screening->facts, search->arena);
  if (status != CRIBLE_OK) return status;
  const size_t count = (size_t)search->all.count + 1;
  search->order = cr_arena_alloc(search->arena, count, sizeof *search->order);
  search->letter = cr_arena_alloc(search->arena, count, sizeof *search->letter);
  if (search->order == NULL || search->letter == NULL) return CRIBLE_E_MEMORY;
  make_order(search);
  for (int id = 0; id < CR_CRITERIA; id++) {
    for (int property = 0; property < CR_PROPERTIES; property++)
      search->left[id] += views[0]->edges[property].count;
    search->left[id] *= SOLUTIONS;
    if (search->left[id] < SMALL) search->left[id] = SMALL;
  }
  return CRIBLE_OK;
}

crible_status cr_requests_find(cr_requests **out, const struct crible_screening *screening,
                               cr_arena *arena) {
  cr_request_search search = {.screening = screening};
  crible_status status = cr_arena_new(&search.arena, screening->context);
  if (status != CRIBLE_OK) return status;
  if (screening->verdict == CR_UNDETERMINED) status = find_items(&search);
  for (int id = 0; status == CRIBLE_OK && id < CR_CRITERIA; id++)
    status = find_set(&search, (cr_criterion_id)id);
  if (status == CRIBLE_OK) status = spare(&search);
  for (int id = 0; status == CRIBLE_OK && id < CR_CRITERIA; id++)
    if (search.set[id].sufficient) status = find_settled(&search, id);
  if (status == CRIBLE_OK) status = gather(out, &search, arena);
  cr_arena_free(search.arena);
  return status;
}
