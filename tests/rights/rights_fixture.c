#include "tests/rights/rights_fixture.h"

#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "importers/reference/reference_reader.h"
#include "tests/support/data_folder.h"
#include "tests/support/hand_view.h"

#define OK(expression) cr_assert_eq((expression), CRIBLE_OK)

static cr_fact always(void) {
  return (cr_fact){.period = {CR_DATE_NONE, CR_DATE_NONE}, .recorded = CR_DATE_NONE,
                   .source = CR_NONE};
}

static fmpq *number(rights_case *c, const char *text) {
  fmpq *value = cr_arena_rationals(c->arena, 1);
  cr_assert_not_null(value);
  OK(cr_rational_parse(value, NULL, text));
  return value;
}

int rights_party(rights_case *c, cr_party_kind kind, cr_third third, int64_t members) {
  int index, node;
  OK(cr_facts_add_parties(c->facts, &index));
  c->facts->parties[index] = (cr_party){.fact = always(), .kind = kind, .members = members,
                                        .incorporated = CR_DATE_NONE};
  c->facts->parties[index].id = cr_arena_printf(c->arena, "p%d", index);
  OK(cr_view_builder_party(c->builder, &node, kind, third, members, index));
  cr_assert_eq(node, index);
  return index;
}

static void add_edge(rights_case *c, cr_property property, int holder, int company,
                     const cr_interval *weight) {
  OK(cr_view_builder_edge(c->builder, property, holder, company, weight, 0, NULL, NULL, 0));
}

static void hold_both(rights_case *c, int holder, int company, const char *share) {
  cr_interval weight;
  cr_interval_init(&weight);
  hand_interval(&weight, share);
  for (int p = 0; p < CR_PROPERTIES; p++)
    add_edge(c, (cr_property)p, holder, company, &weight);
  cr_interval_clear(&weight);
}

int rights_french(rights_case *c) {
  int company = rights_party(c, CR_COMPANY, CR_NOT_THIRD, 1);
  hold_both(c, c->persons, company, "1");
  return company;
}

int rights_foreign(rights_case *c) {
  int company = rights_party(c, CR_COMPANY, CR_THIRD, 1);
  hold_both(c, c->persons, company, "1");
  return company;
}

int rights_held(rights_case *c, int holder, const char *share, cr_third third) {
  int company = rights_party(c, CR_COMPANY, third, 1);
  hold_both(c, holder, company, share);
  hold_both(c, c->persons, company, "[0,1]");
  return company;
}

void rights_controls(rights_case *c, int controller, int controlled) {
  OK(cr_view_builder_control(c->builder, controller, controlled, false, true,
                             (cr_fact_ref){CR_FACT_controls, 0}));
}

static void complete(rights_case *c, cr_complete_kind of) {
  int index;
  OK(cr_facts_add_completeness(c->facts, &index));
  c->facts->completeness[index] = (cr_completeness){
      .fact = always(), .of = of, .company = c->candidate, .property = {true, true}};
}

void rights_incomplete(rights_case *c, cr_complete_kind of) {
  for (size_t i = 0; i < c->facts->completeness_count; i++)
    if (c->facts->completeness[i].of == of)
      c->facts->completeness[i].fact.period.to = cr_date_make(2020, 1, 1);
}

int rights_class(rights_case *c, const char *id, const char *issued, const char *votes) {
  int index;
  OK(cr_facts_add_classes(c->facts, &index));
  c->facts->classes[index] = (cr_share_class){
      .fact = always(), .id = cr_arena_string(c->arena, id), .company = c->candidate,
      .issued = number(c, issued), .votes_per_share = number(c, votes),
      .double_after_years = CR_NONE};
  return index;
}

void rights_open(rights_case *c, cr_form form) {
  *c = (rights_case){.context = data_context(data_folder())};
  OK(cr_arena_new(&c->arena, c->context));
  OK(cr_facts_new(&c->facts, c->context));
  OK(cr_reference_read(&c->reference, c->context));
  OK(cr_view_builder_new(&c->builder, c->context));
  c->candidate = rights_party(c, CR_COMPANY, CR_NOT_THIRD, 1);
  c->facts->candidate = c->candidate;
  c->facts->parties[c->candidate].form = form;
  c->persons = rights_party(c, CR_GROUP, CR_NOT_THIRD, 0);
  c->ordinary = rights_class(c, "O", "10000", "1");
  complete(c, CR_COMPLETE_HOLDERS);
  complete(c, CR_COMPLETE_RIGHTS);
  complete(c, CR_COMPLETE_ORGANS);
}

void rights_close(rights_case *c) {
  cr_remarks_clear(&c->remarks, c->context);
  cr_view_builder_free(c->builder);
  cr_reference_free(c->reference);
  cr_facts_free(c->facts);
  cr_arena_free(c->arena);
  crible_context_free(c->context);
  flint_cleanup();
}

int rights_lot(rights_case *c, int holder, int share_class, const char *quantity) {
  int index;
  OK(cr_facts_add_lots(c->facts, &index));
  c->facts->lots[index] = (cr_lot){.fact = always(), .holder = holder,
                                   .share_class = share_class, .quantity = number(c, quantity),
                                   .since = CR_DATE_NONE, .bare_owner = CR_NONE};
  return index;
}

void rights_stake(rights_case *c, int holder, const char *share) {
  int index;
  OK(cr_facts_add_stakes(c->facts, &index));
  cr_stake *stake = &c->facts->stakes[index];
  *stake = (cr_stake){.fact = always(), .holder = holder, .company = c->candidate,
                      .share_class = CR_NONE, .states = {true, true}};
  fmpq *ends = cr_arena_rationals(c->arena, 2);
  cr_interval read;
  cr_interval_init(&read);
  hand_interval(&read, share);
  fmpq_set(ends, &read.lo);
  fmpq_set(ends + 1, &read.hi);
  for (int p = 0; p < CR_PROPERTIES; p++)
    stake->share[p] = (cr_interval){ends[0], ends[1], read.lo_open, read.hi_open};
  hold_both(c, holder, c->candidate, share);
  cr_interval_clear(&read);
}

int rights_organ(rights_case *c, cr_organ_kind kind, int fixed) {
  int index;
  OK(cr_facts_add_organs(c->facts, &index));
  c->facts->organs[index] = (cr_organ){.fact = always(), .id = "board", .company = c->candidate,
                                       .kind = kind, .fixed = fixed, .in_office = CR_NONE,
                                       .least = CR_NONE, .most = CR_NONE};
  return index;
}

cr_right *rights_add(rights_case *c, cr_right_kind kind) {
  int index;
  OK(cr_facts_add_rights(c->facts, &index));
  cr_right *right = &c->facts->rights[index];
  *right = (cr_right){.fact = always(), .kind = kind, .company = c->candidate,
                      .source = CR_BY_STATUTES, .share_class = CR_NONE, .lot = CR_NONE,
                      .organ = CR_NONE, .seats = CR_NONE};
  return right;
}

void rights_to(rights_case *c, cr_right *right, int party) {
  int *parties = cr_arena_alloc(c->arena, 1, sizeof *parties);
  parties[0] = party;
  right->beneficiary = CR_TO_PARTIES;
  right->parties = parties;
  right->party_count = 1;
}

void rights_to_two(rights_case *c, cr_right *right, int first, int second) {
  int *parties = cr_arena_alloc(c->arena, 2, sizeof *parties);
  parties[0] = first;
  parties[1] = second;
  right->beneficiary = CR_TO_PARTIES;
  right->parties = parties;
  right->party_count = 2;
}

void rights_to_class(cr_right *right, int share_class) {
  right->beneficiary = CR_TO_CLASS;
  right->share_class = share_class;
}

void rights_fraction(rights_case *c, cr_right *right, const char *fraction, bool exceeded) {
  right->fraction = number(c, fraction);
  right->exceeded = exceeded;
}

void rights_decision(rights_case *c, cr_right *right, const char *decision) {
  const char **decisions = cr_arena_alloc(c->arena, 2, sizeof *decisions);
  decisions[0] = decision;
  right->decisions = decisions;
}

/* Shares and votes of all classes of the candidate. */
static void find_totals(const rights_case *c, fmpq_t shares, fmpq_t votes) {
  fmpq_t product;
  fmpq_init(product);
  for (size_t i = 0; i < c->facts->classes_count; i++) {
    const cr_share_class *class = &c->facts->classes[i];
    fmpq_add(shares, shares, class->issued);
    fmpq_mul(product, class->issued, class->votes_per_share);
    fmpq_add(votes, votes, product);
  }
  fmpq_clear(product);
}

static void add_lot_edges(rights_case *c, const cr_lot *lot, const fmpq_t shares,
                          const fmpq_t votes) {
  fmpq_t part;
  fmpq_init(part);
  cr_interval weight;
  cr_interval_init(&weight);
  int holder = lot->holder == c->candidate ? CR_VIEW_PSEUDO(CR_TREASURY) : lot->holder;
  fmpq_div(part, lot->quantity, shares);
  cr_interval_set_point(&weight, part);
  add_edge(c, CR_CAPITAL, holder, c->candidate, &weight);
  fmpq_mul(part, lot->quantity, c->facts->classes[lot->share_class].votes_per_share);
  fmpq_div(part, part, votes);
  cr_interval_set_point(&weight, part);
  add_edge(c, CR_VOTES, holder, c->candidate, &weight);
  cr_interval_clear(&weight);
  fmpq_clear(part);
}

static void build_view(rights_case *c) {
  fmpq_t shares, votes;
  fmpq_init(shares);
  fmpq_init(votes);
  find_totals(c, shares, votes);
  for (size_t i = 0; i < c->facts->lots_count; i++)
    add_lot_edges(c, &c->facts->lots[i], shares, votes);
  bool holders_complete = c->facts->completeness[0].fact.period.to == CR_DATE_NONE;
  if (!holders_complete) hold_both(c, CR_VIEW_PSEUDO(CR_UNDISCLOSED), c->candidate, "[0,1]");
  fmpq_clear(votes);
  fmpq_clear(shares);
  OK(cr_view_builder_finish(&c->graph.view, c->builder, c->arena, c->candidate, NULL, NULL));
  c->graph.node_of = cr_arena_alloc(c->arena, c->facts->parties_count, sizeof(int));
  for (int i = 0; i < (int)c->facts->parties_count; i++) c->graph.node_of[i] = i;
}

void rights_judge(rights_case *c) {
  build_view(c);
  fmpq *half = number(c, "1/2"), *presumption = number(c, "2/5");
  const cr_control_rules rules = {.majority = *half, .presumption = *presumption};
  OK(cr_control_solve(&c->control, c->graph.view, &rules, c->arena));
  const cr_rights_input input = {.facts = c->facts, .reference = c->reference,
                                 .as_of = cr_date_make(2023, 2, 15),
                                 .graph = {&c->graph, &c->graph},
                                 .control = {c->control, c->control}};
  OK(cr_rights_judge(&c->rights, &input, &c->remarks, c->arena));
}

const cr_right_finding *rights_last(const rights_case *c) {
  cr_assert_gt(c->rights->finding_count, 0);
  return &c->rights->findings[c->rights->finding_count - 1];
}

void rights_expect(const rights_case *c, cr_effect effect, const char *reason) {
  const cr_right_finding *finding = rights_last(c);
  cr_expect_eq(finding->effect, effect, "effect %d, expected %d (%s)", (int)finding->effect,
               (int)effect, finding->reason);
  cr_expect_str_eq(finding->reason, reason);
}
