#include "engine/graph/issuer_row.h"

#include "engine/graph/declared.h"

/* What becomes of a holding beside the declaration of another. */
typedef enum holding_fate {
  KEPT,
  LOOSE, /* perhaps included in the other's: from 0 to what it holds */
  LOST   /* included in the other's */
} holding_fate;

typedef struct issuer_row {
  cr_row *row;
  const cr_declared *declared;
  const cr_declared_relation *relation;
  const cr_merge_input *input;
  int company;
} issuer_row;

static bool names(const cr_declared_holding *holding, int party) {
  for (int i = 0; i < holding->included_count; i++)
    if (holding->included[i] == party) return true;
  return false;
}

static bool controls(const issuer_row *making, int x, int y, bool definitely) {
  const cr_declared_relation *relation = making->relation;
  return relation && relation->controls(relation->data, making->company, x, y, definitely);
}

/* Of two declarants that control each other the first one's declaration includes both. */
static holding_fate fate_beside(const issuer_row *making, const cr_declared_holding *declarant,
                                int party, bool party_declared) {
  int other = declarant->declarant;
  if (other == party) return KEPT;
  if (names(declarant, party)) return LOST;
  if (controls(making, other, party, true)) {
    bool mutual = party_declared && controls(making, party, other, true);
    return mutual && party < other ? KEPT : LOST;
  }
  return controls(making, other, party, false) ? LOOSE : KEPT;
}

/* The worst that any declarant makes of a holding; *other is that declarant. */
static holding_fate fate_of(const issuer_row *making, int party, int *other) {
  holding_fate worst = KEPT;
  bool party_declared = cr_declared_of(making->declared, party) != CR_NONE;
  for (int i = 0; i < making->declared->count && worst != LOST; i++) {
    holding_fate one = fate_beside(making, &making->declared->items[i], party, party_declared);
    if (one <= worst) continue;
    worst = one;
    *other = i;
  }
  return worst;
}

/* The split of a declared figure is shown. */
static crible_status note_split(const issuer_row *making, int party, holding_fate fate,
                                int other) {
  if (fate == KEPT) return CRIBLE_OK;
  const cr_declared_holding *by = &making->declared->items[other];
  return cr_note(making->input->notes, CR_PRESUMPTION, "declared-split", party, by->declarant,
                 CR_NONE, fate == LOST ? "included" : "possibly-included", by->facts,
                 by->fact_count);
}

static void loosen(cr_interval *weight) {
  fmpq_zero(&weight->lo);
  weight->lo_open = false;
}

/* Own shares are treasury stock in capital; in votes, which stay over all theoretical votes,
 * they are like any share that nobody declared. */
static int owner_of(const issuer_row *making, int party) {
  if (party != making->company) return party;
  return CR_VIEW_PSEUDO(making->input->property == CR_CAPITAL ? CR_TREASURY : CR_FLOAT);
}

static crible_status add_declared(const issuer_row *making, const cr_declared_holding *holding) {
  const cr_merge_input *input = making->input;
  int other = 0, owner = owner_of(making, holding->declarant);
  holding_fate fate = fate_of(making, holding->declarant, &other);
  crible_status status = note_split(making, holding->declarant, fate, other);
  if (status != CRIBLE_OK || fate == LOST) return status;
  cr_part *part;
  status = cr_row_add(&part, making->row, owner, CR_NONE, owner < 0 ? 0 : CR_EDGE_DECLARED,
                      owner < 0 ? NULL : cr_merge_cap(input, CR_NONE));
  if (status != CRIBLE_OK) return status;
  cr_interval_set(&part->weight, &holding->share[input->property]);
  if (fate == LOOSE) loosen(&part->weight);
  return cr_row_cite_more(making->row, making->row->count - 1, holding->facts,
                          (size_t)holding->fact_count);
}

/* Treasury lots of admitted classes, which no declaration tells. */
static crible_status add_treasury(const issuer_row *making) {
  const cr_merge_input *input = making->input;
  const cr_capital *capital = input->capital;
  bool told = cr_declared_of(making->declared, making->company) != CR_NONE;
  if (told || input->property != CR_CAPITAL) return CRIBLE_OK;
  for (int i = 0; i < capital->class_count; i++) {
    const cr_class_count *count = &capital->classes[i];
    if (!cr_admitted(input->snapshot, count->share_class)) continue;
    for (int l = 0; l < count->lot_count; l++) {
      if (count->lots[l].told->holder != making->company) continue;
      cr_part *part;
      crible_status status = cr_row_add(&part, making->row, CR_VIEW_PSEUDO(CR_TREASURY),
                                        count->share_class, 0, NULL);
      if (status != CRIBLE_OK) return status;
      cr_capital_lot(&part->weight, capital, count, &count->lots[l], input->property);
      status = cr_row_cite(making->row, (cr_fact_ref){CR_FACT_lots, count->lots[l].lot});
      if (status != CRIBLE_OK) return status;
    }
  }
  return CRIBLE_OK;
}

/* A holding in a class that is not admitted, beside the declarations: a declarant's own
 * declaration includes it. */
static crible_status settle(const issuer_row *making, cr_part *part) {
  int other = 0;
  if (part->holder < 0) {
    bool treasury = part->holder == CR_VIEW_PSEUDO(CR_TREASURY);
    if (treasury && making->input->property == CR_VOTES) part->holder = CR_VIEW_PSEUDO(CR_FLOAT);
    return CRIBLE_OK;
  }
  if (cr_declared_of(making->declared, part->holder) != CR_NONE) {
    cr_interval_set_zero(&part->weight);
    return CRIBLE_OK;
  }
  holding_fate fate = fate_of(making, part->holder, &other);
  if (fate == LOST) cr_interval_set_zero(&part->weight);
  if (fate == LOOSE) loosen(&part->weight);
  return note_split(making, part->holder, fate, other);
}

/* *known sums what is known of the holders of these classes, before it is settled. */
static crible_status add_not_admitted(const issuer_row *making, cr_evidence_list *evidence,
                                      cr_interval *known) {
  const cr_merge_input *input = making->input;
  size_t first = making->row->count;
  bool of_company;
  crible_status status = cr_evidence_gather(evidence, input->snapshot, input->capital,
                                            input->property, CR_CLASSES_NOT_ADMITTED);
  if (status == CRIBLE_OK) status = cr_merge(making->row, &of_company, evidence, input);
  for (size_t i = first; status == CRIBLE_OK && i < making->row->count; i++) {
    cr_interval_add(known, known, &making->row->parts[i].weight);
    status = settle(making, &making->row->parts[i]);
  }
  return status;
}

/* What the classes that are not admitted are of the company. */
static void weigh_not_admitted(cr_interval *out, const cr_merge_input *input) {
  cr_interval one;
  cr_interval_init(&one);
  cr_interval_set_zero(out);
  for (int i = 0; i < input->capital->class_count; i++) {
    const cr_class_count *count = &input->capital->classes[i];
    if (cr_admitted(input->snapshot, count->share_class)) continue;
    cr_capital_class(&one, input->capital, count, input->property);
    cr_interval_add(out, out, &one);
  }
  cr_interval_clear(&one);
}

/* max(0, end − the sum), in place. */
static void take_off(fmpq_t end, const fmpq_t sum) {
  fmpq_sub(end, end, sum);
  if (fmpq_sgn(end) < 0) fmpq_zero(end);
}

/* Of these classes nobody may be known to hold what their lots leave; some of it may be
 * within what the declarants declared. */
static crible_status add_undisclosed(const issuer_row *making, int behind,
                                     const cr_interval *classes, const cr_interval *known) {
  const cr_merge_input *input = making->input;
  cr_interval sum;
  cr_interval_init(&sum);
  for (size_t i = 0; i < making->row->count; i++)
    cr_interval_add(&sum, &sum, &making->row->parts[i].weight);
  cr_part *part;
  crible_status status =
      cr_row_add(&part, making->row, CR_VIEW_PSEUDO(behind), CR_NONE, 0, NULL);
  if (status == CRIBLE_OK) {
    fmpq_set(&part->weight.lo, &classes->lo);
    take_off(&part->weight.lo, &sum.hi);
    fmpq_set(&part->weight.hi, &classes->hi);
    take_off(&part->weight.hi, &known->lo);
    if (cr_complete(input->snapshot, making->company, input->property))
      cr_interval_set_zero(&part->weight);
  }
  cr_interval_clear(&sum);
  return status;
}

/* All else of the admitted classes. */
static crible_status add_float(const issuer_row *making, const cr_interval *not_admitted) {
  const cr_snapshot *snapshot = making->input->snapshot;
  cr_part *part;
  crible_status status =
      cr_row_add(&part, making->row, CR_VIEW_PSEUDO(CR_FLOAT), CR_NONE, 0, NULL);
  if (status != CRIBLE_OK) return status;
  fmpq_one(&part->weight.hi);
  take_off(&part->weight.hi, &not_admitted->lo);
  for CR_EACH (c, &snapshot->classes, making->company) {
    int share_class = snapshot->classes.item[c];
    for CR_EACH (i, &snapshot->admissions, share_class) {
      status = cr_row_cite(making->row,
                           (cr_fact_ref){CR_FACT_admissions, snapshot->admissions.item[i]});
      if (status != CRIBLE_OK) return status;
    }
  }
  return CRIBLE_OK;
}

/* A holder known by a register but by no declaration of its own: what it holds is in the
 * declaration of who controls it, or else does not count. Either is shown. */
static crible_status note_undeclared(const issuer_row *making, int holder, cr_fact_kind kind,
                                     int fact) {
  int other = 0;
  if (holder == making->company || cr_declared_of(making->declared, holder) != CR_NONE)
    return CRIBLE_OK;
  holding_fate fate = fate_of(making, holder, &other);
  if (fate != KEPT) return note_split(making, holder, fate, other);
  return cr_note_fact(making->input->notes, CR_PRESUMPTION, "undeclared-holder", holder,
                      making->company, NULL, kind, fact);
}

static crible_status note_all_undeclared(const issuer_row *making) {
  const cr_snapshot *snapshot = making->input->snapshot;
  crible_status status = CRIBLE_OK;
  for CR_EACH (c, &snapshot->classes, making->company) {
    int share_class = snapshot->classes.item[c];
    if (!cr_admitted(snapshot, share_class)) continue;
    for CR_EACH (i, &snapshot->lots, share_class) {
      int lot = snapshot->lots.item[i];
      status = note_undeclared(making, snapshot->facts->lots[lot].holder, CR_FACT_lots, lot);
      if (status != CRIBLE_OK) return status;
    }
  }
  for CR_EACH (i, &snapshot->stakes, making->company) {
    int stake = snapshot->stakes.item[i];
    status = note_undeclared(making, snapshot->facts->stakes[stake].holder, CR_FACT_stakes, stake);
    if (status != CRIBLE_OK) return status;
  }
  return status;
}

static crible_status add_holdings(const issuer_row *making, cr_evidence_list *evidence,
                                  int behind) {
  crible_status status = CRIBLE_OK;
  cr_interval classes, known;
  cr_interval_init(&classes);
  cr_interval_init(&known);
  weigh_not_admitted(&classes, making->input);
  for (int i = 0; status == CRIBLE_OK && i < making->declared->count; i++)
    status = add_declared(making, &making->declared->items[i]);
  if (status == CRIBLE_OK && !fmpq_is_zero(&classes.hi)) {
    status = add_not_admitted(making, evidence, &known);
    if (status == CRIBLE_OK) status = add_undisclosed(making, behind, &classes, &known);
  }
  if (status == CRIBLE_OK) status = add_treasury(making);
  if (status == CRIBLE_OK) status = add_float(making, &classes);
  if (status == CRIBLE_OK) status = note_all_undeclared(making);
  cr_interval_clear(&classes);
  cr_interval_clear(&known);
  return status;
}

crible_status cr_issuer_row(cr_row *row, cr_evidence_list *evidence, int behind,
                            const cr_declared_relation *relation, const cr_merge_input *input) {
  cr_declared declared;
  int company = input->capital->company;
  crible_status status =
      cr_declared_find(&declared, input->snapshot, company, input->notes, row->context);
  if (status != CRIBLE_OK) return status;
  issuer_row making = {.row = row, .declared = &declared, .relation = relation, .input = input,
                       .company = company};
  status = add_holdings(&making, evidence, behind);
  cr_declared_clear(&declared);
  return status;
}
