#include "importers/registers/totals.h"

/* The candidate's board: the one body of administration that the facts have of it, else one
 * of a size that is not stated. */
static crible_status board_of(int *organ, cr_facts *facts, const cr_fact *fact) {
  *organ = CR_NONE;
  for (int i = 0; i < (int)facts->organs_count && *organ == CR_NONE; i++)
    if (facts->organs[i].company == facts->candidate &&
        facts->organs[i].kind == CR_ORGAN_ADMINISTRATION)
      *organ = i;
  if (*organ != CR_NONE) return CRIBLE_OK;
  crible_status status = cr_facts_add_organs(facts, organ);
  if (status != CRIBLE_OK) return status;
  facts->organs[*organ] =
      (cr_organ){.fact = *fact, .id = "board", .name = "board of directors",
                 .company = facts->candidate, .kind = CR_ORGAN_ADMINISTRATION, .fixed = CR_NONE,
                 .in_office = CR_NONE, .least = CR_NONE, .most = CR_NONE};
  facts->organs[*organ].fact.period = (cr_period){CR_DATE_NONE, CR_DATE_NONE};
  return CRIBLE_OK;
}

static crible_status add_right(cr_facts *facts, const cr_control_fact *control) {
  int index, organ;
  char *id = cr_arena_printf(facts->arena, "appointments-%zu", facts->rights_count + 1);
  crible_status status = id ? board_of(&organ, facts, &control->fact) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = cr_facts_add_rights(facts, &index);
  if (status != CRIBLE_OK) return status;
  facts->rights[index] = (cr_right){.fact = control->fact,
                                    .id = id,
                                    .kind = CR_RIGHT_APPOINT,
                                    .company = facts->candidate,
                                    .source = CR_BY_STATUTES,
                                    .beneficiary = CR_TO_PARTIES,
                                    .parties = control->controllers,
                                    .party_count = control->controller_count,
                                    .share_class = CR_NONE,
                                    .lot = CR_NONE,
                                    .organ = organ,
                                    .seats = CR_NONE,
                                    .majority = true};
  return CRIBLE_OK;
}

crible_status cr_appointments_settle(cr_facts *facts) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < facts->controls_count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    bool gathered =
        control->fact.source != CR_NONE && facts->sources[control->fact.source].gathered;
    if (gathered && control->kind == CR_CONTROL_APPOINTMENTS && !control->possible &&
        control->controlled == facts->candidate)
      status = add_right(facts, control);
  }
  return status;
}
