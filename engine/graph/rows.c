#include "engine/graph/rows.h"

#include "engine/graph/dilute.h"
#include "engine/graph/feasibility.h"
#include "engine/graph/issuer_row.h"
#include "engine/graph/net.h"
#include "engine/graph/remainder.h"
#include "engine/graph/void_row.h"

typedef struct row_maker {
  const cr_rows_input *input;
  cr_row row;
  cr_evidence_list evidence;
} row_maker;

static int option_of(const cr_rows_input *input, cr_choice_index choice) {
  return input->snapshot->reading->option[choice];
}

/* Who stands behind what is not disclosed: nobody is presumed behind a third company, unless the
 * ruleset says so (choice above-third). A fund that is held is nobody itself. */
static int behind(const cr_rows_input *input, int company) {
  if (cr_is_fund(input->snapshot->facts, company)) return CR_UNDISCLOSED;
  bool known = option_of(input, CR_CHOICE_ABOVE_THIRD) == CR_ABOVE_THIRD_KNOWN;
  return known && input->third[company] == CR_THIRD ? CR_NOBODY : CR_UNDISCLOSED;
}

/* The issuer that is left out: nobody is presumed to hold it, or all of what it controls
 * would possibly be everybody's. */
static crible_status add_left_out(cr_row *row) {
  cr_part *part;
  crible_status status = cr_row_add(&part, row, CR_VIEW_PSEUDO(CR_NOBODY), CR_NONE, 0, NULL);
  if (status != CRIBLE_OK) return status;
  cr_interval_set_unit(&part->weight);
  fmpq_one(&part->weight.lo);
  return CRIBLE_OK;
}

static crible_status add_ordinary(row_maker *maker, const cr_merge_input *merge) {
  bool of_company = false;
  crible_status status = cr_evidence_gather(&maker->evidence, merge->snapshot, merge->capital,
                                            merge->property, CR_ALL_CLASSES);
  if (status == CRIBLE_OK) status = cr_merge(&maker->row, &of_company, &maker->evidence, merge);
  if (status != CRIBLE_OK || cr_capital_void(merge->capital, merge->property)) return status;
  return cr_remainder_add(&maker->row, behind(maker->input, merge->capital->company), of_company,
                          &maker->evidence, merge, maker->input->scratch);
}

static bool gathered(const cr_facts *facts, cr_fact_ref cited) {
  const cr_fact *fact = cr_facts_common(facts, cited);
  return fact && fact->source != CR_NONE && facts->sources[fact->source].gathered;
}

/* Declarations that a register gathered may contradict each other: each holding may then be less
 * than stated. In what people state themselves it is an error. */
static crible_status loosen(bool *loosened, row_maker *maker, const cr_merge_input *merge) {
  cr_row *row = &maker->row;
  const cr_facts *facts = merge->snapshot->facts;
  *loosened = false;
  for (size_t i = 0; i < row->cite_count; i++)
    *loosened = *loosened || gathered(facts, row->cites[i]);
  if (!*loosened) return CRIBLE_OK;
  for (size_t i = 0; i < row->count; i++) {
    fmpq_zero(&row->parts[i].weight.lo);
    row->parts[i].weight.lo_open = false;
  }
  return cr_note(merge->notes, CR_CONTRADICTION, "holders-exceed-whole", merge->capital->company,
                 CR_NONE, (int)merge->property, NULL, row->cites, (int)row->cite_count);
}

/* Checks that the holdings can be all there is; what lower ends use up leaves nothing else. */
static crible_status fit(row_maker *maker, const cr_merge_input *merge) {
  fmpq_t whole;
  cr_interval sum;
  fmpq_init(whole);
  fmpq_one(whole);
  cr_interval_init(&sum);
  cr_fit fit = cr_row_fit(&sum, &maker->row, CR_NONE, whole);
  crible_status status = CRIBLE_OK;
  bool loosened = false;
  if (fit == CR_TOO_MUCH) status = loosen(&loosened, maker, merge);
  if (status != CRIBLE_OK || loosened) goto cleanup;
  if (fit != CR_FITS)
    status = cr_row_fault(&maker->row, CR_NONE, fit, &sum, whole, merge, maker->input->scratch);
  else if (fmpq_equal(&sum.lo, whole))
    for (size_t i = 0; i < maker->row.count; i++)
      cr_interval_set_point(&maker->row.parts[i].weight, &maker->row.parts[i].weight.lo);
cleanup:
  cr_interval_clear(&sum);
  fmpq_clear(whole);
  return status;
}

/* Gathers the row of one property. *is_void: shares of the whole have no meaning. */
static crible_status make_row(row_maker *maker, bool *is_void, const cr_merge_input *merge) {
  const cr_rows_input *input = maker->input;
  int company = merge->capital->company;
  bool issuer = merge->snapshot->issuer[company];
  bool nothing = cr_capital_void(merge->capital, merge->property);
  *is_void = false;
  cr_row_reset(&maker->row);
  if (company == input->leave_out) return add_left_out(&maker->row);
  crible_status status = issuer && !nothing
                             ? cr_issuer_row(&maker->row, &maker->evidence,
                                             behind(input, company), input->relation, merge)
                             : add_ordinary(maker, merge);
  if (status == CRIBLE_OK) status = cr_row_join(&maker->row);
  if (status == CRIBLE_OK && !nothing) status = fit(maker, merge);
  if (status != CRIBLE_OK) return status;
  if (option_of(input, CR_CHOICE_DILUTION) == CR_DILUTION_DILUTED)
    status = cr_row_dilute(&maker->row, &nothing, merge, input->scratch);
  if (status == CRIBLE_OK && !nothing && merge->property == CR_CAPITAL &&
      option_of(input, CR_CHOICE_CAPITAL_BASE) == CR_CAPITAL_BASE_NET)
    status = cr_row_make_net(&nothing, &maker->row);
  if (status != CRIBLE_OK) return status;
  bool castable = issuer || option_of(input, CR_CHOICE_VOTE_BASE) == CR_VOTE_BASE_THEORETICAL;
  *is_void = nothing || (!castable && cr_row_without_votes(&maker->row, merge->property));
  if (*is_void) status = cr_row_make_void(&maker->row, behind(input, company), merge);
  cr_row_drop_zeros(&maker->row);
  return status;
}

static crible_status emit(const row_maker *maker, cr_property property, int node) {
  const cr_rows_input *input = maker->input;
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < maker->row.count; i++) {
    const cr_part *part = &maker->row.parts[i];
    int holder = part->holder < 0 ? part->holder : input->node_of[part->holder];
    status = cr_view_builder_edge(input->builder, property, holder, node, &part->weight,
                                  part->flags, part->cap, maker->row.cites + part->first_cite,
                                  (int)part->cite_count);
  }
  return status;
}

/* Votes are not looked at when the capital is at fault: the cause is most often the same. */
static crible_status make_rows(row_maker *maker, const cr_capital *capital,
                               const cr_notes *notes) {
  const cr_rows_input *input = maker->input;
  int node = input->node_of[capital->company];
  bool is_void[CR_PROPERTIES] = {false};
  crible_status status = CRIBLE_OK;
  /* A fund's votes are its manager's, by a control fact. */
  int properties = cr_is_fund(input->snapshot->facts, capital->company) ? 1 : CR_PROPERTIES;
  for (int p = 0; status == CRIBLE_OK && p < properties; p++) {
    cr_merge_input merge = {.snapshot = input->snapshot, .capital = capital,
                            .property = (cr_property)p, .notes = notes};
    status = make_row(maker, &is_void[p], &merge);
    if (status == CRIBLE_OK && node != CR_NONE) status = emit(maker, (cr_property)p, node);
  }
  if (status != CRIBLE_OK || node == CR_NONE) return status;
  return cr_view_builder_flags(input->builder, node, is_void[CR_CAPITAL], is_void[CR_VOTES],
                               input->snapshot->issuer[capital->company] &&
                                   capital->company != input->leave_out && !is_void[CR_VOTES]);
}

static crible_status add_company(row_maker *maker, int company, bool *by_meeting) {
  const cr_rows_input *input = maker->input;
  bool in_view = input->node_of[company] != CR_NONE;
  cr_notes notes = *input->notes;
  if (!in_view) notes.remarks = NULL;
  cr_capital capital;
  crible_status status = cr_capital_count(&capital, input->snapshot, company,
                                          input->options->meeting, &notes, input->scratch);
  if (status == CRIBLE_OK) status = make_rows(maker, &capital, &notes);
  if (status == CRIBLE_OK && in_view) *by_meeting |= capital.by_meeting;
  return status;
}

/* Whether anything is said of the holders; a company of which nothing is said and that is not
 * in the view needs no row. */
static bool spoken_of(const cr_snapshot *snapshot, int company) {
  return cr_buckets_count(&snapshot->classes, company) > 0 ||
         cr_buckets_count(&snapshot->units, company) > 0 ||
         cr_buckets_count(&snapshot->stakes, company) > 0 ||
         cr_buckets_count(&snapshot->completeness, company) > 0;
}

crible_status cr_rows_add(const cr_rows_input *input, bool *by_meeting) {
  crible_context *context = cr_arena_context(input->scratch);
  row_maker maker = {.input = input};
  cr_row_init(&maker.row, context);
  cr_evidence_init(&maker.evidence, context);
  crible_status status = CRIBLE_OK;
  *by_meeting = false;
  for (int party = 0; party < (int)input->snapshot->facts->parties_count; party++) {
    if (!cr_held(input->snapshot, party)) continue;
    if (input->node_of[party] == CR_NONE && !spoken_of(input->snapshot, party)) continue;
    crible_status one = add_company(&maker, party, by_meeting);
    if (one != CRIBLE_OK) status = one;
    if (one != CRIBLE_OK && one != CRIBLE_E_DATA) break;
  }
  cr_row_clear(&maker.row);
  cr_evidence_clear(&maker.evidence);
  return status;
}
