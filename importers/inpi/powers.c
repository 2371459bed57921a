/* Control by other means than shares, and shares to come. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/inpi/parts.h"

/* Where each power stands: the group in the State's interface, and the names in both spellings. */
static const struct power {
  const char *names[2];
  cr_control_kind kind;
  bool possible;
} powers[] = {
    /* decides at general meetings in fact: C. com., art. L.233-3 I 3°, as C. mon. fin., art. R.561-1
     * has it */
    {{"decision_ag", "detentionPouvoirDecisionAG"}, CR_CONTROL_IN_FACT, false},
    /* that the members appointed are a majority is not stated */
    {{"nommage_membres_conseil_administratif", "detentionPouvoirNommageMembresConseilAdmin"},
     CR_CONTROL_APPOINTMENTS, true},
    {{"autres", "detentionAutresMoyensControle"}, CR_CONTROL_IN_FACT, true}};

static crible_status add_control(const cr_inpi_owner *owner, const cr_json_value *at,
                                 const struct power *power) {
  int index;
  cr_fact fact;
  cr_facts *facts = owner->payload->facts;
  int *controllers = cr_arena_alloc(facts->arena, 1, sizeof *controllers);
  crible_status status = controllers ? cr_payload_fact(&fact, owner->payload, at) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = cr_facts_add_controls(facts, &index);
  if (status != CRIBLE_OK) return status;
  *controllers = owner->party;
  facts->controls[index] = (cr_control_fact){.fact = fact,
                                             .controllers = controllers,
                                             .controller_count = 1,
                                             .controlled = owner->payload->subject,
                                             .kind = power->kind,
                                             .possible = power->possible};
  return CRIBLE_OK;
}

/* The company's board, of a size that is not stated. */
static crible_status board_of(int *organ, const cr_inpi_owner *owner, const cr_json_value *at) {
  cr_fact fact;
  cr_facts *facts = owner->payload->facts;
  *organ = 0;
  if (facts->organs_count > 0) return CRIBLE_OK;
  crible_status status = cr_payload_fact(&fact, owner->payload, at);
  if (status == CRIBLE_OK) status = cr_facts_add_organs(facts, organ);
  if (status != CRIBLE_OK) return status;
  facts->organs[*organ] = (cr_organ){.fact = fact, .id = "board", .name = "board",
                                     .company = owner->payload->subject,
                                     .kind = CR_ORGAN_ADMINISTRATION, .fixed = CR_NONE,
                                     .in_office = CR_NONE, .least = CR_NONE, .most = CR_NONE};
  return CRIBLE_OK;
}

/* A right to appoint members, a number of which is not stated, is one on the subject's own organs. */
static crible_status add_right(const cr_inpi_owner *owner, const cr_json_value *at) {
  int index, organ;
  cr_fact fact;
  cr_facts *facts = owner->payload->facts;
  int *parties = cr_arena_alloc(facts->arena, 1, sizeof *parties);
  char *id = cr_arena_printf(facts->arena, "right-%zu", facts->rights_count + 1);
  crible_status status = parties && id ? board_of(&organ, owner, at) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = cr_payload_fact(&fact, owner->payload, at);
  if (status == CRIBLE_OK) status = cr_facts_add_rights(facts, &index);
  if (status != CRIBLE_OK) return status;
  *parties = owner->party;
  facts->rights[index] = (cr_right){.fact = fact, .id = id, .kind = CR_RIGHT_APPOINT,
                                    .company = owner->payload->subject, .source = CR_BY_STATUTES,
                                    .beneficiary = CR_TO_PARTIES, .parties = parties,
                                    .party_count = 1, .share_class = CR_NONE, .lot = CR_NONE,
                                    .organ = organ, .seats = CR_NONE};
  return CRIBLE_OK;
}

static bool positive(const cr_json_value *number) {
  for (uint32_t i = 0; number->kind == CR_JSON_NUMBER && i < number->length; i++) {
    if (number->text[i] == 'e' || number->text[i] == 'E') return false;
    if (number->text[i] >= '1' && number->text[i] <= '9') return true;
  }
  return false;
}

/* Shares that it is entitled to become the holder of: no fact, as neither when nor whose they are
 * is said. */
static crible_status warn_to_come(const cr_inpi_owner *owner) {
  static const char group[] = "vocation_a_devenir_titulaire_de_parts", flat[] = "vocationTitulaire";
  const cr_json_value *inside = cr_json_member(owner->modes, group);
  const cr_json_value *at = inside ? inside : owner->modes;
  for (uint32_t i = 0; i < at->span; i++) {
    const cr_json_value *value = at + i;
    bool its = inside || (value->key && !strncmp(value->key, flat, sizeof flat - 1));
    if (!its || !positive(value)) continue;
    return cr_json_warn(owner->payload->reader, value, NULL, "shares-to-come", NULL,
                        _("'%.64s' may come to hold shares, when and whose is not stated: they are "
                          "not counted"),
                        owner->payload->facts->parties[owner->party].name);
  }
  return CRIBLE_OK;
}

crible_status cr_inpi_add_powers(const cr_inpi_owner *owner) {
  const cr_json_value *group = owner->modes;
  crible_status status = CRIBLE_OK;
  if (owner->spelling == CR_INPI_NESTED)
    status = cr_payload_member(&group, owner->payload, owner->modes, "pouvoirs_de_controle",
                               CR_JSON_OBJECT);
  for (size_t i = 0; status == CRIBLE_OK && group && i < sizeof powers / sizeof *powers; i++) {
    bool has;
    status = cr_payload_true(&has, owner->payload, group, powers[i].names[owner->spelling]);
    if (status != CRIBLE_OK || !has) continue;
    status = powers[i].kind == CR_CONTROL_APPOINTMENTS ? add_right(owner, group)
                                                       : add_control(owner, group, &powers[i]);
  }
  return status == CRIBLE_OK ? warn_to_come(owner) : status;
}
