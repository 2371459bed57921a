#include "engine/requests/answered_view.h"

#include "engine/graph/view_builder.h"

typedef struct cr_answering {
  const cr_view *view;
  const cr_answers *answers;
  cr_view_builder *builder;
  int third_newcomer;
  const fmpq **points;
} cr_answering;

static int if_answered(const cr_answers *answers, int item) {
  const bool asked = item != CR_NONE && answers->asked[item];
  return asked == (answers->against == CR_AGAINST_NOBODY) ? item : CR_NONE;
}

int cr_answered_entry(const cr_answers *answers, cr_property property, int entry) {
  return if_answered(answers, answers->places->entry[property][entry]);
}

int cr_answered_seat(const cr_answers *answers, int party) {
  return if_answered(answers, answers->places->seat[party]);
}

static cr_third seat_of(const cr_answering *work, int node) {
  const int item = cr_answered_seat(work->answers, node);
  if (item == CR_NONE) return work->view->third[node];
  const int against = work->answers->against;
  if (against != CR_AGAINST_NOBODY)
    return against == CR_AGAINST_ALL || against == node ? CR_THIRD : CR_NOT_THIRD;
  return work->view->third[node] == CR_MAYBE_THIRD ? CR_NOT_THIRD : work->view->third[node];
}

static crible_status add_parties(cr_answering *work) {
  const cr_view *view = work->view;
  crible_status status = CRIBLE_OK;
  for (int node = 0, same; status == CRIBLE_OK && node < view->parties; node++) {
    status = cr_view_builder_party(work->builder, &same, view->kind[node], seat_of(work, node),
                                   view->members[node], view->party[node]);
    if (status == CRIBLE_OK)
      status = cr_view_builder_flags(work->builder, node, view->empty[CR_CAPITAL][node],
                                     view->empty[CR_VOTES][node], view->declared[node]);
  }
  return status;
}

/* The same third entity everywhere. */
static crible_status somebody_new(int *holder, cr_answering *work) {
  crible_status status = CRIBLE_OK;
  if (work->third_newcomer == CR_NONE)
    status = cr_view_builder_party(work->builder, &work->third_newcomer, CR_PUBLIC_BODY, CR_THIRD, 1,
                                   CR_NONE);
  *holder = work->third_newcomer;
  return status;
}

/* The worst who may stand behind a remainder; nobody else does behind a third company, and where
 * the answer may be that it is one, nobody in particular is supposed. */
static crible_status against(int *holder, cr_answering *work, int company) {
  const int node = work->answers->against;
  const bool open_seat = work->view->third[company] == CR_MAYBE_THIRD;
  if (open_seat && cr_answered_seat(work->answers, company) == CR_NONE) return CRIBLE_OK;
  if (seat_of(work, company) == CR_THIRD) {
    if (cr_answered_seat(work->answers, company) != CR_NONE) *holder = CR_VIEW_PSEUDO(CR_NOBODY);
    return CRIBLE_OK;
  }
  if (work->view->undisclosed == CR_NOT_THIRD) return CRIBLE_OK;
  if (node >= 0 && node != company && !cr_view_group(work->view, node)) {
    *holder = node;
    return CRIBLE_OK;
  }
  return somebody_new(holder, work);
}

static crible_status answer_remainder(int *holder, cr_answering *work, int company, int item) {
  if (item != CR_NONE && work->answers->against != CR_AGAINST_NOBODY)
    return against(holder, work, company);
  if (item != CR_NONE) *holder = CR_VIEW_PSEUDO(CR_FLOAT);
  return CRIBLE_OK;
}

/* Against somebody, weights are supposed only where no answer changes what they may be: those of
 * one company share out the same whole. */
static bool takes_points(const cr_answering *work, cr_property property, int company) {
  const cr_edges *edges = &work->view->edges[property];
  if (work->points[property] == NULL) return false;
  if (work->answers->against == CR_AGAINST_NOBODY) return true;
  for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
    if (work->answers->places->entry[property][e] != CR_NONE &&
        cr_answered_entry(work->answers, property, e) == CR_NONE &&
        !cr_interval_point(&edges->weight[e]))
      return false;
  return true;
}

static crible_status add_entry(cr_answering *work, cr_property property, int company, int entry) {
  const cr_view *view = work->view;
  const cr_edges *edges = &view->edges[property];
  const int item = cr_answered_entry(work->answers, property, entry);
  int holder = edges->holder[entry];
  if (holder >= view->parties) holder = CR_VIEW_PSEUDO(holder - view->parties);
  crible_status status = CRIBLE_OK;
  if (holder == CR_VIEW_PSEUDO(CR_UNDISCLOSED))
    status = answer_remainder(&holder, work, company, item);
  if (status != CRIBLE_OK) return status;
  cr_interval weight = edges->weight[entry];
  const fmpq *points = work->points[property];
  if (item != CR_NONE && takes_points(work, property, company))
    weight = (cr_interval){.lo = points[entry], .hi = points[entry]};
  const int cites = edges->cites[entry];
  return cr_view_builder_edge(work->builder, property, holder, company, &weight,
                              edges->flags[entry],
                              edges->cap[entry] == CR_NONE ? NULL : &view->caps[edges->cap[entry]],
                              &edges->cited[cites], edges->cites[entry + 1] - cites);
}

static crible_status add_all(cr_answering *work) {
  const cr_view *view = work->view;
  crible_status status = add_parties(work);
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const cr_edges *edges = &view->edges[property];
    for (int company = 0; company < view->parties; company++)
      for (int e = edges->first[company]; status == CRIBLE_OK && e < edges->first[company + 1]; e++)
        status = add_entry(work, (cr_property)property, company, e);
  }
  for (int i = 0; status == CRIBLE_OK && i < view->control_count; i++) {
    const cr_control_edge *edge = &view->controls[i];
    status = cr_view_builder_control(work->builder, edge->controller, edge->controlled,
                                     edge->manager, edge->definite, edge->cited);
  }
  return status;
}

crible_status cr_keep_readings(cr_view *made, const cr_view *view, cr_arena *arena) {
  made->undisclosed = view->undisclosed;
  made->re_entry = view->re_entry;
  made->concerts = view->concerts;
  made->concert_count = view->concert_count;
  if (view->third_in_capital == NULL) return CRIBLE_OK;
  made->third_in_capital =
      cr_arena_alloc(arena, (size_t)made->parties, sizeof *made->third_in_capital);
  if (made->third_in_capital == NULL) return CRIBLE_E_MEMORY;
  for (int node = 0; node < made->parties; node++) {
    const bool same = node < view->parties && view->third_in_capital[node] != view->third[node];
    made->third_in_capital[node] = same ? view->third_in_capital[node] : made->third[node];
  }
  return CRIBLE_OK;
}

crible_status cr_answered_view(cr_view **out, const cr_view *view, const cr_answers *answers,
                               const fmpq *points[CR_PROPERTIES], cr_arena *arena) {
  cr_view *made = NULL;
  cr_answering work = {
      .view = view, .answers = answers, .third_newcomer = CR_NONE, .points = points};
  crible_status status = cr_view_builder_new(&work.builder, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  status = add_all(&work);
  if (status == CRIBLE_OK)
    status = cr_view_builder_finish(&made, work.builder, arena, view->candidate, NULL, NULL);
  if (status == CRIBLE_OK) status = cr_keep_readings(made, view, arena);
  cr_view_builder_free(work.builder);
  if (status == CRIBLE_OK) *out = made;
  return status;
}
