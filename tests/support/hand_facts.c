#include "tests/support/hand_facts.h"

#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "tests/support/hand_view.h"

static const cr_fact always = {.period = {CR_DATE_NONE, CR_DATE_NONE},
                               .recorded = CR_DATE_NONE, .source = CR_NONE};

#define ADD(name, index) cr_assert_eq(cr_facts_add_##name(hand->facts, &(index)), CRIBLE_OK)

static cr_period one_period(cr_date from, cr_date to) { return (cr_period){from, to}; }

static void add_country(hand_facts *hand, const char *code, const char *state, bool member,
                        cr_date until) {
  cr_country *country = &hand->reference.countries[hand->reference.country_count++];
  *country = (cr_country){.code = code, .state = state};
  country->member = cr_arena_alloc(hand->arena, 1, sizeof *country->member);
  country->member[0] = one_period(CR_DATE_NONE, until);
  country->member_count = member;
  country->union_territory = country->member;
  country->union_territory_count = member && !state;
}

static void add_market(hand_facts *hand, const char *mic, const char *country, bool regulated) {
  cr_market *market = &hand->reference.markets[hand->reference.market_count++];
  *market = (cr_market){.mic = mic, .country = country, .name = mic, .regulated = regulated,
                        .period = {CR_DATE_NONE, CR_DATE_NONE}};
}

static void add_threshold(hand_facts *hand, const char *fraction) {
  cr_declaration_threshold *threshold =
      &hand->reference.thresholds[hand->reference.threshold_count++];
  threshold->fraction = facts_number(hand, fraction);
  threshold->in_force = one_period(CR_DATE_NONE, CR_DATE_NONE);
}

static void fill_reference(hand_facts *hand) {
  static const char *const thresholds[] = {"1/20", "1/10", "3/20", "1/5",  "1/4",  "3/10",
                                           "1/3",  "1/2",  "2/3",  "9/10", "19/20"};
  hand->reference.countries = cr_arena_alloc(hand->arena, 16, sizeof(cr_country));
  hand->reference.markets = cr_arena_alloc(hand->arena, 4, sizeof(cr_market));
  hand->reference.thresholds = cr_arena_alloc(hand->arena, 16, sizeof(cr_declaration_threshold));
  add_country(hand, "CH", NULL, false, CR_DATE_NONE);
  add_country(hand, "DE", NULL, true, CR_DATE_NONE);
  add_country(hand, "FR", NULL, true, CR_DATE_NONE);
  add_country(hand, "GB", NULL, true, cr_date_make(2020, 2, 1));
  add_country(hand, "KY", "GB", false, CR_DATE_NONE);
  add_country(hand, "NC", "FR", true, CR_DATE_NONE);
  add_country(hand, "NO", NULL, false, CR_DATE_NONE);
  add_country(hand, "RE", "FR", true, CR_DATE_NONE);
  add_country(hand, "US", NULL, false, CR_DATE_NONE);
  add_market(hand, "ALXP", "FR", false);
  add_market(hand, "XNYS", "US", true);
  add_market(hand, "XPAR", "FR", true);
  for (size_t i = 0; i < sizeof thresholds / sizeof *thresholds; i++)
    add_threshold(hand, thresholds[i]);
}

void facts_open(hand_facts *hand) {
  *hand = (hand_facts){.leave_out = CR_NONE};
  cr_assert_eq(crible_context_new(&hand->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&hand->arena, hand->context), CRIBLE_OK);
  cr_assert_eq(cr_facts_new(&hand->facts, hand->context), CRIBLE_OK);
  hand->facts->file = "dossier.xml";
  hand->options = (cr_graph_options){.as_of = cr_date_make(2023, 2, 15),
                                     .meeting = CR_MEETING_EXTRAORDINARY};
  hand->reference.arena = hand->arena;
  fill_reference(hand);
}

void facts_close(hand_facts *hand) {
  cr_graph_clear(&hand->graph, hand->context);
  cr_facts_free(hand->facts);
  cr_arena_free(hand->arena);
  crible_context_free(hand->context);
  flint_cleanup();
}

fmpq *facts_number(hand_facts *hand, const char *text) {
  fmpq *number = cr_arena_rationals(hand->arena, 1);
  cr_assert_not_null(number);
  cr_assert_eq(cr_rational_parse(number, NULL, text), CRIBLE_OK, "not a number: %s", text);
  return number;
}

/* Facts own the ends of their intervals through the arena. */
static void set_share(hand_facts *hand, cr_interval *out, const char *text) {
  cr_interval read;
  cr_interval_init(&read);
  hand_interval(&read, text);
  fmpq *ends = cr_arena_rationals(hand->arena, 2);
  cr_assert_not_null(ends);
  fmpq_swap(&ends[0], &read.lo);
  fmpq_swap(&ends[1], &read.hi);
  *out = (cr_interval){.lo = ends[0], .hi = ends[1], .lo_open = read.lo_open,
                       .hi_open = read.hi_open};
  cr_interval_clear(&read);
}

int facts_party(hand_facts *hand, cr_party_kind kind, const char *id, const char *country) {
  int party = CR_NONE;
  ADD(parties, party);
  cr_party *told = &hand->facts->parties[party];
  *told = (cr_party){.fact = always, .id = id, .name = id, .kind = kind,
                     .incorporated = CR_DATE_NONE, .members = kind == CR_GROUP ? 0 : 1};
  told->fact.line = party + 1;
  if (kind != CR_COMPANY) told->country = country;
  return party;
}

int facts_seat(hand_facts *hand, int party, cr_seat_kind kind, const char *country) {
  int seat = CR_NONE;
  ADD(seats, seat);
  hand->facts->seats[seat] =
      (cr_seat){.fact = always, .party = party, .kind = kind, .country = country};
  return seat;
}

int facts_company(hand_facts *hand, const char *id, const char *country) {
  int party = facts_party(hand, CR_COMPANY, id, NULL);
  if (hand->facts->candidate == CR_NONE) hand->facts->candidate = party;
  for (int kind = 0; country && kind < CR_SEAT_KINDS; kind++)
    facts_seat(hand, party, (cr_seat_kind)kind, country);
  return party;
}

int facts_persons(hand_facts *hand, const char *id) {
  int party = facts_party(hand, CR_GROUP, id, "FR");
  hand->facts->parties[party].members_are_persons = true;
  return party;
}

int facts_class(hand_facts *hand, int company, const char *id, const char *issued) {
  int added = CR_NONE;
  ADD(classes, added);
  hand->facts->classes[added] =
      (cr_share_class){.fact = always, .id = id, .company = company,
                       .issued = facts_number(hand, issued),
                       .votes_per_share = facts_number(hand, "1"),
                       .double_after_years = CR_NONE};
  return added;
}

int facts_lot(hand_facts *hand, int holder, int share_class, const char *quantity) {
  int lot = CR_NONE;
  ADD(lots, lot);
  hand->facts->lots[lot] =
      (cr_lot){.fact = always, .holder = holder, .share_class = share_class,
               .quantity = facts_number(hand, quantity), .since = CR_DATE_NONE,
               .bare_owner = CR_NONE, .suspension = {CR_DATE_NONE, CR_DATE_NONE}};
  hand->facts->lots[lot].fact.line = 100 + lot;
  return lot;
}

int facts_stake(hand_facts *hand, int holder, int company, const char *capital,
                const char *votes) {
  const char *texts[CR_PROPERTIES] = {capital, votes};
  int stake = CR_NONE;
  ADD(stakes, stake);
  cr_stake *told = &hand->facts->stakes[stake];
  *told = (cr_stake){.fact = always, .holder = holder, .company = company,
                     .share_class = CR_NONE};
  told->fact.line = 200 + stake;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    told->states[p] = texts[p] != NULL;
    if (texts[p]) set_share(hand, &told->share[p], texts[p]);
  }
  return stake;
}

void facts_complete(hand_facts *hand, int company) {
  int added = CR_NONE;
  ADD(completeness, added);
  hand->facts->completeness[added] =
      (cr_completeness){.fact = always, .of = CR_COMPLETE_HOLDERS, .company = company,
                        .property = {true, true}};
  hand->facts->completeness[added].fact.line = 300 + added;
}

int facts_admit(hand_facts *hand, int share_class, const char *mic) {
  int added = CR_NONE;
  ADD(admissions, added);
  hand->facts->admissions[added] =
      (cr_admission){.fact = always, .share_class = share_class, .mic = mic};
  return added;
}

static int *party_list(hand_facts *hand, int party) {
  int *list = cr_arena_alloc(hand->arena, 1, sizeof *list);
  cr_assert_not_null(list);
  *list = party;
  return list;
}

int facts_control(hand_facts *hand, int controller, int controlled, cr_control_kind kind) {
  int added = CR_NONE;
  ADD(controls, added);
  hand->facts->controls[added] =
      (cr_control_fact){.fact = always, .controllers = party_list(hand, controller),
                        .controller_count = 1, .controlled = controlled, .kind = kind};
  return added;
}

int facts_table(hand_facts *hand, int company, cr_date date) {
  int added = CR_NONE;
  ADD(declared_tables, added);
  hand->facts->declared_tables[added] =
      (cr_declared_table){.fact = always, .company = company, .date = date};
  return added;
}

void facts_table_row(hand_facts *hand, int table, int declarant, const char *capital,
                     const char *votes) {
  const char *texts[CR_PROPERTIES] = {capital, votes};
  cr_declared_table *told = &hand->facts->declared_tables[table];
  cr_declared_row *rows =
      cr_arena_alloc(hand->arena, (size_t)told->row_count + 1, sizeof *rows);
  cr_assert_not_null(rows);
  if (told->row_count > 0) memcpy(rows, told->rows, (size_t)told->row_count * sizeof *rows);
  cr_declared_row *row = &rows[told->row_count++];
  row->declarant = declarant;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    row->states[p] = texts[p] != NULL;
    if (texts[p]) set_share(hand, &row->share[p], texts[p]);
  }
  told->rows = rows;
}

int facts_declare(hand_facts *hand, int declarant, int company, const char *threshold,
                  bool upwards, cr_date date) {
  int added = CR_NONE;
  ADD(declarations, added);
  hand->facts->declarations[added] =
      (cr_declaration){.fact = always, .declarant = declarant, .company = company,
                       .crosses = {true, true}, .threshold = facts_number(hand, threshold),
                       .upwards = upwards, .date = date};
  return added;
}

static bool controls(const void *data, int issuer, int x, int y, bool definitely) {
  (void)issuer;
  const hand_facts *hand = data;
  for (const int(*pair)[3] = hand->controls; pair && (*pair)[0] >= 0; pair++)
    if ((*pair)[0] == x && (*pair)[1] == y) return !definitely || (*pair)[2];
  return false;
}

crible_status facts_try(hand_facts *hand) {
  cr_declared_relation relation = {.controls = controls, .data = hand};
  cr_graph_clear(&hand->graph, hand->context);
  hand->graph = (cr_graph){0};
  return cr_graph_build(&hand->graph, hand->facts, &hand->reference, &hand->options, &relation,
                        hand->leave_out, hand->arena);
}

void facts_build(hand_facts *hand) {
  crible_status status = facts_try(hand);
  const crible_diagnostic *first = crible_diagnostic_at(hand->context, 0);
  cr_assert_eq(status, CRIBLE_OK, "%s", first ? first->message : "no diagnostic");
}

static char *interval_text(const hand_facts *hand, const cr_interval *interval) {
  char *lo = cr_rational_text(hand->arena, &interval->lo);
  char *hi = cr_rational_text(hand->arena, &interval->hi);
  if (cr_interval_point(interval)) return lo;
  return cr_arena_printf(hand->arena, "%c%s,%s%c", interval->lo_open ? '(' : '[', lo, hi,
                         interval->hi_open ? ')' : ']');
}

static const char *holder_text(const hand_facts *hand, int node) {
  static const char *const pseudo[] = {"undisclosed", "float", "nobody", "treasury"};
  const cr_view *view = hand->graph.view;
  if (node >= view->parties) return pseudo[node - view->parties];
  return hand->facts->parties[view->party[node]].id;
}

static char *edge_text(const hand_facts *hand, const cr_edges *edges, int e) {
  const char *cap = "";
  if (edges->cap[e] != CR_NONE)
    cap = cr_arena_printf(hand->arena, " cap %s",
                          cr_rational_text(hand->arena, &hand->graph.view->caps[edges->cap[e]]));
  return cr_arena_printf(hand->arena, "%s %s%s%s%s", holder_text(hand, edges->holder[e]),
                         interval_text(hand, &edges->weight[e]),
                         edges->flags[e] & CR_EDGE_SUSPENDED ? " suspended" : "",
                         edges->flags[e] & CR_EDGE_DECLARED ? " declared" : "", cap);
}

const char *facts_row(const hand_facts *hand, cr_property property, int company) {
  const cr_edges *edges = &hand->graph.view->edges[property];
  int node = hand->graph.node_of[company];
  cr_assert_neq(node, CR_NONE, "not in the view: %s", hand->facts->parties[company].id);
  const char *text = "";
  for (int e = edges->first[node]; e < edges->first[node + 1]; e++)
    text = cr_arena_printf(hand->arena, "%s%s%s", text, *text ? "; " : "",
                           edge_text(hand, edges, e));
  return text;
}

cr_third facts_third(const hand_facts *hand, int party) {
  cr_assert(facts_in_view(hand, party));
  return hand->graph.view->third[hand->graph.node_of[party]];
}

bool facts_in_view(const hand_facts *hand, int party) {
  return hand->graph.node_of[party] != CR_NONE;
}

int facts_remarks(const hand_facts *hand, const char *code, int party, const char *detail) {
  int count = 0;
  for (size_t i = 0; i < hand->graph.remarks.count; i++) {
    const cr_remark *remark = &hand->graph.remarks.items[i];
    if (strcmp(remark->code, code) != 0 || (party != CR_NONE && remark->party != party)) continue;
    if (detail && (!remark->detail || strcmp(remark->detail, detail) != 0)) continue;
    count++;
  }
  return count;
}

const crible_diagnostic *facts_complaint(const hand_facts *hand) {
  const crible_diagnostic *first = crible_diagnostic_at(hand->context, 0);
  cr_assert_not_null(first);
  return first;
}
