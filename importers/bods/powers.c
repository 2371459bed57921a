/* Control, appointments and rights. */
#include <string.h>

#include "importers/bods/interests.h"

static const int *one(cr_arena *arena, int party) {
  int *list = cr_arena_alloc(arena, 1, sizeof *list);
  if (list) *list = party;
  return list;
}

/* What is held indirectly is told by who holds it directly, where that is there. */
static bool told_by_components(const cr_bods_holding *held) {
  return held->interest->level != CR_BODS_DIRECT &&
         cr_bods_has_components(held->package, held->statement);
}

crible_status cr_bods_add_control(const cr_bods_holding *held, cr_control_kind kind,
                                  bool possible) {
  int index, said = held->interest->control;
  cr_facts *facts = held->package->facts;
  if (told_by_components(held)) return CRIBLE_OK;
  const int *controllers = one(facts->arena, held->holder);
  crible_status status = controllers ? cr_facts_add_controls(facts, &index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  facts->controls[index] = (cr_control_fact){.fact = cr_bods_fact(held->statement, held->period),
                                             .controllers = controllers,
                                             .controller_count = 1,
                                             .controlled = held->company,
                                             .kind = said == CR_NONE ? kind : (cr_control_kind)said,
                                             .possible = possible};
  return CRIBLE_OK;
}

/* The candidate's board, of a size that is not stated; one fact for all rights. */
static crible_status board_of(int *organ, const cr_bods_holding *held) {
  cr_facts *facts = held->package->facts;
  *organ = 0;
  if (facts->organs_count > 0) return CRIBLE_OK;
  crible_status status = cr_facts_add_organs(facts, organ);
  if (status != CRIBLE_OK) return status;
  facts->organs[*organ] = (cr_organ){
      .fact = cr_bods_fact(held->statement, (cr_period){CR_DATE_NONE, CR_DATE_NONE}),
      .id = "board", .name = "board of directors", .company = facts->candidate,
      .kind = CR_ORGAN_ADMINISTRATION, .fixed = CR_NONE, .in_office = CR_NONE, .least = CR_NONE,
      .most = CR_NONE};
  return CRIBLE_OK;
}

static crible_status add_right(int *index, const cr_bods_holding *held, cr_right_kind kind,
                               cr_right_source source) {
  cr_facts *facts = held->package->facts;
  const int *parties = one(facts->arena, held->holder);
  char *id = cr_arena_printf(facts->arena, "right-%zu", facts->rights_count + 1);
  crible_status status = parties && id ? cr_facts_add_rights(facts, index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  facts->rights[*index] = (cr_right){.fact = cr_bods_fact(held->statement, held->period),
                                     .id = id,
                                     .kind = kind,
                                     .company = held->company,
                                     .source = source,
                                     .beneficiary = CR_TO_PARTIES,
                                     .parties = parties,
                                     .party_count = 1,
                                     .share_class = CR_NONE,
                                     .lot = CR_NONE,
                                     .organ = CR_NONE,
                                     .seats = CR_NONE};
  return CRIBLE_OK;
}

/* More than half of the members: the share of an appointment is that of the seats. */
static bool of_majority(const cr_bods_interest *interest) {
  fmpq_t half;
  fmpq_init(half);
  fmpq_set_si(half, 1, 2);
  int order = fmpq_cmp(&interest->ends[0], half);
  fmpq_clear(half);
  return order > 0 || (order == 0 && interest->open[0]);
}

crible_status cr_bods_add_appointment(const cr_bods_holding *held) {
  cr_facts *facts = held->package->facts;
  bool majority = of_majority(held->interest);
  int index, organ = CR_NONE;
  if (told_by_components(held)) return CRIBLE_OK;
  if (held->company != facts->candidate)
    return cr_bods_add_control(held, CR_CONTROL_APPOINTMENTS, !majority);
  crible_status status = board_of(&organ, held);
  if (status == CRIBLE_OK) status = add_right(&index, held, CR_RIGHT_APPOINT, CR_BY_STATUTES);
  if (status != CRIBLE_OK) return status;
  facts->rights[index].organ = organ;
  facts->rights[index].majority = majority;
  return CRIBLE_OK;
}

crible_status cr_bods_add_right(const cr_bods_holding *held) {
  int index;
  cr_bods_effect effect = held->interest->type->effect;
  if (told_by_components(held)) return CRIBLE_OK;
  crible_status status =
      add_right(&index, held, CR_RIGHT_UNREADABLE,
                effect == CR_BODS_RIGHTS_STATUTES ? CR_BY_STATUTES : CR_BY_CONTRACT);
  if (status == CRIBLE_OK && effect == CR_BODS_RIGHTS_CONDITIONAL)
    held->package->facts->rights[index].condition = CR_CONDITION_UNSTATED;
  return status;
}
