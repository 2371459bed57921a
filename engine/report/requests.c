#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"

typedef struct cr_words_of {
  const char *code, *words;
} cr_words_of;

/* Documents, by the codes of cr_request_evidence. */
static const cr_words_of documents[] = {
    {"register-of-transfers", N_("register of transfers and individual accounts")},
    {"cap-table", N_("certified capitalisation table")},
    {"declarations", N_("declarations to the market authority")},
    {"registration-document", N_("universal registration document")},
    {"register-extract", N_("extract of the register of its State")},
    {"seat-attestation", N_("attestation of the three seats")},
    {"statutes", N_("statutes")},
    {"agreement", N_("shareholders' agreement with all riders")},
    {"contract", N_("contract with all riders")},
    {"minutes", N_("minutes")},
    {"kbis", N_("Kbis extract of less than three months")},
    {NULL, NULL}};

/* What is not stated of a right, by the reason for which it possibly counts. */
static const cr_words_of of_rights[] = {
    {"class-undisclosed", N_("owners of the class in {right}")},
    {"condition-unstated", N_("whether the condition has come true of {right}")},
    {"meeting-unstated", N_("which meeting decides, in {right}")},
    {"incorporation-unstated", N_("date of incorporation of {company}, for {right}")},
    {"no-legal-baseline", N_("legal form of {company}, for {right}")},
    {"beneficiary-unstated", N_("who has the right in {right}")},
    {"seats-unstated", N_("how many seats are filled by {right}")},
    {NULL, N_("what is said by {right}")}};

static const char *words_of(const cr_words_of *list, const char *code) {
  while (list->code && strcmp(list->code, code) != 0) list++;
  return list->words ? _(list->words) : code;
}

/* The entry that is open, of the capital or else of the votes; CR_NONE without one. */
static int open_entry(const cr_view *view, const cr_edges *edges, int company, int holder) {
  for (int i = edges->first[company]; i < edges->first[company + 1]; i++)
    if (edges->holder[i] == holder && !fmpq_is_zero(&edges->weight[i].hi) &&
        (holder == view->parties + CR_UNDISCLOSED || !cr_interval_point(&edges->weight[i])))
      return i;
  return CR_NONE;
}

static void build_entry(cr_builder *builder, cr_shown_request *out, const cr_request_item *item) {
  const cr_graph *graph = &builder->screening->analysis[0].graph;
  const cr_view *view = graph->view;
  const int company = graph->node_of[item->party];
  const int holder = item->holder == CR_NONE ? view->parties + CR_UNDISCLOSED
                                             : graph->node_of[item->holder];
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  const char *share = "";
  int entry = company == CR_NONE ? CR_NONE : open_entry(view, edges, company, holder);
  if (company != CR_NONE && entry == CR_NONE) {
    edges = &view->edges[CR_VOTES];
    entry = open_entry(view, edges, company, holder);
  }
  if (entry != CR_NONE) {
    share = cr_kept(builder, cr_figure_interval(builder->arena, &edges->weight[entry],
                                                &builder->model->marks));
    out->facts = cr_cite_edge(builder, edges, entry);
  }
  out->share = share;
  const cr_slot slots[] = {{"share", share},
                           {"company", out->party->name},
                           {"holder", out->holder ? out->holder->name : ""},
                           {NULL, NULL}};
  out->sentence = cr_sentence(
      builder,
      item->kind == CR_ASK_SHARE  ? _("exact share of {holder} in {company}, stated as {share}")
      : entry == CR_NONE          ? _("holders of {company} who are not disclosed")
                                  : _("holders of the undisclosed {share} of {company}"),
      slots);
}

static const cr_shown_finding *finding_of(const cr_report_model *model, int right) {
  for (int i = 0; i < model->finding_count; i++)
    if (model->findings[i].finding->right == right) return &model->findings[i];
  return NULL;
}

static void build_right(cr_builder *builder, cr_shown_request *out, int right) {
  const cr_shown_finding *found = finding_of(builder->model, right);
  const cr_slot slots[] = {{"right", found ? found->title : ""},
                           {"company", out->party->name},
                           {NULL, NULL}};
  out->name = found ? found->title : "";
  out->reason = found ? found->finding->reason : "";
  out->sentence = cr_sentence(
      builder, words_of(of_rights, found ? found->finding->reason : ""), slots);
  if (found) out->facts = found->facts;
}

static void build_organ(cr_builder *builder, cr_shown_request *out, int organ) {
  const cr_organ *asked = &builder->facts->organs[organ];
  const cr_fact_ref ref = {CR_FACT_organs, organ};
  out->name = asked->name ? asked->name : asked->id;
  out->sentence = cr_words(builder, _("how many members there are in: %s"), out->name);
  out->facts = cr_cite(builder, &ref, 1);
}

static void build_sentence(cr_builder *builder, cr_shown_request *out,
                           const cr_request_item *item) {
  switch (item->kind) {
  case CR_ASK_HOLDERS:
  case CR_ASK_SHARE: build_entry(builder, out, item); return;
  case CR_ASK_SEAT:
    out->sentence = cr_words(
        builder, _("registered office, central administration and principal establishment of %s"),
        out->party->name);
    return;
  case CR_ASK_RIGHT: build_right(builder, out, item->fact); return;
  case CR_ASK_ORGAN: build_organ(builder, out, item->fact); return;
  case CR_ASK_RIGHTS:
    out->sentence = cr_words(builder, _("statement that the rights listed are all that bind %s"),
                             out->party->name);
    return;
  case CR_ASK_ORGANS:
    out->sentence = cr_words(builder, _("statement that the organs listed are all that %s has"),
                             out->party->name);
    return;
  }
}

static const char *evidence_words(cr_builder *builder, const char *const *evidence) {
  const char *names[4];
  int count = 0;
  for (; evidence[count] && count < 4; count++) names[count] = words_of(documents, evidence[count]);
  return cr_listed(builder, names, count);
}

/* Whether no other request is needed for the criterion. */
static bool alone(const cr_requests *requests, const cr_request *request, int id) {
  for (int i = 0; i < requests->letter_count; i++)
    if (&requests->items[i] != request && requests->items[i].settles[id]) return false;
  return true;
}

/* Subjects of the criteria that it settles, each once: those that it settles alone, or the others. */
static int settled_subjects(const char **out, cr_builder *builder, const cr_requests *requests,
                            const cr_request *request, bool by_itself) {
  int count = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const char *subject = builder->model->criteria[id].subject;
    bool whole = true;
    for (int same = 0; same < CR_CRITERIA; same++)
      if (request->settles[same] && builder->model->criteria[same].subject == subject)
        whole = whole && alone(requests, request, same);
    if (request->settles[id] && whole == by_itself && (count == 0 || out[count - 1] != subject))
      out[count++] = subject;
  }
  return count;
}

/* "settles capital and votes". */
static const char *settles_words(cr_builder *builder, const cr_requests *requests,
                                 const cr_request *request) {
  const char *subjects[2][CR_CRITERIA], *words[2];
  int count[2];
  for (int others = 0; others < 2; others++) {
    count[others] = settled_subjects(subjects[others], builder, requests, request, !others);
    words[others] = cr_enumerated(builder, subjects[others], count[others]);
  }
  if (count[0] > 0 && count[1] > 0)
    return cr_words(builder, _("settles %s; with others, %s"), words[0], words[1]);
  if (count[0] > 0) return cr_words(builder, _("settles %s"), words[0]);
  return count[1] > 0 ? cr_words(builder, _("settles, with others, %s"), words[1]) : "";
}

static void build_request(cr_builder *builder, cr_shown_request *out, const cr_requests *requests,
                          const cr_request *request) {
  const cr_request_item *item = &request->item;
  out->request = request;
  out->party = cr_party_at(builder, item->party);
  out->holder = item->holder == CR_NONE ? NULL : cr_party_at(builder, item->holder);
  out->subject = cr_request_subject(builder->facts, item);
  out->evidence = cr_request_evidence(builder->screening, item);
  out->share = out->name = out->reason = "";
  build_sentence(builder, out, item);
  out->documents = evidence_words(builder, out->evidence);
  out->settles = settles_words(builder, requests, request);
}

/* Criteria that no answers settle. */
static const char *unsettled_words(cr_builder *builder) {
  const char *names[CR_CRITERIA];
  int count = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_request_set *set = &builder->model->requests->set[id];
    const cr_shown_criterion *shown = &builder->model->criteria[id];
    if (!set->asked || set->sufficient) continue;
    names[count++] = *shown->whose ? cr_words(builder, "%s (%s)", shown->subject, shown->whose)
                                   : shown->subject;
  }
  if (count == 0) return NULL;
  return cr_words(builder, _("No answers to what is open were found that settle: %s"),
                  cr_listed(builder, names, count));
}

void cr_build_requests(cr_builder *builder) {
  cr_report_model *model = builder->model;
  const cr_requests *requests = model->requests;
  model->asked = cr_elements(builder, requests->count, sizeof *model->asked);
  if (model->asked) model->asked_count = requests->count;
  for (int i = 0; i < model->asked_count; i++)
    build_request(builder, &model->asked[i], requests, &requests->items[i]);
  model->unsettled = unsettled_words(builder);
}
