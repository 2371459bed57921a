#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"

enum { SHOWN_AT_MOST = 12 };

typedef struct open_search {
  cr_builder *builder;
  const cr_view *view;
  bool asked[CR_PROPERTIES]; /* a criterion of the property is undetermined */
  bool *seen;                /* per party: in the queue */
  int *queue;
  int queued;
  int left_out;
} open_search;

static void add_open(open_search *search, const char *sentence, cr_citations facts) {
  cr_note_list *unknown = &search->builder->model->unknown;
  if (unknown->items && unknown->count < SHOWN_AT_MOST)
    unknown->items[unknown->count++] = (cr_shown_note){sentence, facts};
  else search->left_out++;
}

/* Whether votes say the same of a holder as the capital's entry does. */
static bool same_in_votes(const cr_view *view, int company, int entry) {
  const cr_edges *capital = &view->edges[CR_CAPITAL], *votes = &view->edges[CR_VOTES];
  for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
    int stand_in = capital->holder[entry] - view->parties;
    bool same_holder = votes->holder[i] == capital->holder[entry] && stand_in != CR_FLOAT;
    if (same_holder && cr_interval_equal(&votes->weight[i], &capital->weight[entry])) return true;
  }
  return false;
}

/* Whether capital said it before, for an entry of the votes. */
static bool told_of_capital(const open_search *search, int company, int entry) {
  const cr_edges *capital = &search->view->edges[CR_CAPITAL],
                 *votes = &search->view->edges[CR_VOTES];
  if (!search->asked[CR_CAPITAL]) return false;
  for (int i = capital->first[company]; i < capital->first[company + 1]; i++)
    if (capital->holder[i] == votes->holder[entry] &&
        cr_interval_equal(&capital->weight[i], &votes->weight[entry]))
      return true;
  return false;
}

static void tell_entry(open_search *search, cr_property property, int company, int entry) {
  cr_builder *builder = search->builder;
  const cr_edges *edges = &search->view->edges[property];
  const bool undisclosed = edges->holder[entry] == search->view->parties + CR_UNDISCLOSED;
  const bool both = property == CR_CAPITAL && search->asked[CR_VOTES] &&
                    same_in_votes(search->view, company, entry);
  const char *share = cr_kept(
      builder, cr_figure_interval(builder->arena, &edges->weight[entry], &builder->model->marks));
  const cr_slot slots[] = {
      {"share", share},
      {"company", cr_node_at(builder, search->view, company)->name},
      {"holder", cr_node_at(builder, search->view, edges->holder[entry])->label},
      {"property", both                     ? _("capital and votes")
                   : property == CR_CAPITAL ? _("capital")
                                            : _("votes")},
      {NULL, NULL}};
  const char *template =
      undisclosed
          ? _("{share} of the {property} of {company}: the holders are not disclosed")
          : _("{share} of the {property} of {company}, held by {holder}: not known exactly");
  add_open(search, cr_sentence(builder, template, slots), cr_cite_edge(builder, edges, entry));
}

static void tell_seat(open_search *search, int node) {
  cr_builder *builder = search->builder;
  const cr_shown_party *party = cr_node_at(builder, search->view, node);
  const cr_fact_ref ref = {CR_FACT_parties, search->view->party[node]};
  add_open(search,
           cr_words(builder, _("where %s is seated: not stated, or contradicted"), party->name),
           cr_cite(builder, &ref, 1));
}

/* A company that may be held entirely from inside a closed group: nobody knows who is behind. */
static void tell_closed_group(open_search *search, int company, cr_property property) {
  cr_builder *builder = search->builder;
  const cr_holdings *holdings = builder->screening->analysis[0].holdings[property];
  if (!holdings || !holdings->closed_group || holdings->closed_group[company] == CR_NONE) return;
  const cr_shown_party *party = cr_node_at(builder, search->view, company);
  const cr_fact_ref ref = {CR_FACT_parties, search->view->party[company]};
  add_open(search,
           cr_words(builder,
                    _("who stands behind %s: it and its holders may hold each other entirely"),
                    party->name),
           cr_cite(builder, &ref, 1));
}

/* What is open in one company's holders; holders that are companies are queued. */
static void look_at_holders(open_search *search, int company, cr_property property) {
  const cr_view *view = search->view;
  const cr_edges *edges = &view->edges[property];
  for (int i = edges->first[company]; i < edges->first[company + 1]; i++) {
    int holder = edges->holder[i];
    bool undisclosed = holder == view->parties + CR_UNDISCLOSED;
    bool band = holder < view->parties && !cr_interval_point(&edges->weight[i]) &&
                edges->cites[i + 1] > edges->cites[i];
    if (fmpq_is_zero(&edges->weight[i].hi)) continue;
    if ((undisclosed || band) && (property == CR_CAPITAL || !told_of_capital(search, company, i)))
      tell_entry(search, property, company, i);
    if (holder >= view->parties || search->seen[holder]) continue;
    search->seen[holder] = true;
    if (view->third[holder] == CR_MAYBE_THIRD) tell_seat(search, holder);
    tell_closed_group(search, holder, property);
    if (view->third[holder] != CR_THIRD) search->queue[search->queued++] = holder;
  }
}

static void look_at_chain(open_search *search) {
  int candidate = search->view->candidate;
  search->seen = cr_elements(search->builder, search->view->parties, sizeof *search->seen);
  search->queue = cr_elements(search->builder, search->view->parties, sizeof *search->queue);
  if (!search->seen || !search->queue) return;
  search->seen[candidate] = true;
  search->queue[search->queued++] = candidate;
  for (int i = 0; i < search->queued; i++)
    for (int property = 0; property < CR_PROPERTIES; property++)
      if (search->asked[property]) look_at_holders(search, search->queue[i], (cr_property)property);
}

/* Bounds that hold, and may be wider than what is possible. */
static void look_at_tightness(open_search *search) {
  const cr_report_model *model = search->builder->model;
  const cr_citations none = {NULL, 0};
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_criterion *criterion = model->criteria[id].criterion;
    if (!criterion->numeric || criterion->status != CR_UNDETERMINED) continue;
    if (criterion->bound[0].tight && criterion->bound[1].tight) continue;
    add_open(search,
             cr_words(search->builder,
                      _("%s, %s: no figure lies outside %s, though not every one inside may occur"),
                      model->criteria[id].subject, model->criteria[id].whose,
                      model->criteria[id].figure),
             none);
  }
}

static void look_at_rights(open_search *search) {
  cr_builder *builder = search->builder;
  const struct crible_screening *screening = builder->screening;
  const cr_report_model *model = builder->model;
  const cr_citations none = {NULL, 0};
  bool veto = screening->criteria[CR_VETO].status == CR_UNDETERMINED;
  bool organs = screening->criteria[CR_ORGAN_MAJORITY].status == CR_UNDETERMINED;
  for (int i = 0; i < model->finding_count; i++) {
    const cr_shown_finding *found = &model->findings[i];
    if (found->finding->effect != CR_COUNTS_POSSIBLY || !(found->appoints ? organs : veto))
      continue;
    add_open(search, found->sentence, found->facts);
  }
  if ((veto || organs) && !screening->rights->rights_complete)
    add_open(search, _("whether the rights listed are all that bind the candidate: not stated"),
             none);
  if (organs && !screening->rights->organs_complete)
    add_open(search, _("whether the organs listed are all that the candidate has: not stated"),
             none);
}

static bool undetermined(const cr_builder *builder, cr_criterion_id id) {
  return builder->screening->criteria[id].status == CR_UNDETERMINED;
}

void cr_build_open(cr_builder *builder) {
  open_search search = {.builder = builder, .view = builder->screening->analysis[0].graph.view};
  search.asked[CR_CAPITAL] =
      undetermined(builder, CR_CAPITAL_INDIVIDUAL) || undetermined(builder, CR_CAPITAL_COLLECTIVE);
  search.asked[CR_VOTES] =
      undetermined(builder, CR_VOTES_INDIVIDUAL) || undetermined(builder, CR_VOTES_COLLECTIVE);
  builder->model->unknown.items = cr_elements(builder, SHOWN_AT_MOST, sizeof(cr_shown_note));
  if (search.asked[CR_CAPITAL] || search.asked[CR_VOTES]) look_at_chain(&search);
  look_at_rights(&search);
  look_at_tightness(&search);
  if (search.left_out > 0)
    builder->model->unknown_more = cr_words(
        builder, cr_plural("and %d more", "and %d more", search.left_out), search.left_out);
}
