/* Trusts, nominations and joint holdings. Whoever decides for an arrangement is its trustee: it
 * is third by that party's seats, and that party casts its votes. */
#include <string.h>

#include "importers/bods/interests.h"

static const char *subtype_of(const cr_bods_holding *held) {
  const cr_bods_package *package = held->package;
  int found = cr_bods_record_find(package, held->statement->relationship->subject);
  const cr_bods_statement *latest = cr_bods_latest(package, &package->records[found]);
  return latest->identity->subtype ? latest->identity->subtype : "";
}

/* A nominee follows whoever nominated it, so the nominator decides; of a joint holding each holder
 * does. Settlors, protectors and beneficiaries of a trust do not. */
crible_status cr_bods_add_to_arrangement(const cr_bods_holding *held) {
  const char *subtype = subtype_of(held);
  bool trust = !strcmp(subtype, "trust"), nomination = !strcmp(subtype, "nomination");
  switch (held->interest->type->effect) {
  case CR_BODS_TRUSTEE: return cr_bods_add_control(held, CR_CONTROL_TRUSTEE, false);
  case CR_BODS_CAPITAL:
  case CR_BODS_VOTES:
    if (trust || nomination) break;
    return cr_bods_add_control(held, CR_CONTROL_TRUSTEE, false);
  case CR_BODS_CONTROLS: return cr_bods_add_control(held, CR_CONTROL_IN_FACT, false);
  case CR_BODS_APPOINTS:
  case CR_BODS_MAY_CONTROL:
  case CR_BODS_RIGHTS_STATUTES:
  case CR_BODS_RIGHTS_CONTRACT:
  case CR_BODS_RIGHTS_CONDITIONAL:
    return cr_bods_add_control(held, CR_CONTROL_IN_FACT, true);
  case CR_BODS_NO_EFFECT:
  case CR_BODS_NOMINEE:
  case CR_BODS_UNKNOWN: break;
  }
  return CRIBLE_OK;
}

/* What the holders of a joint holding are known to have of it, and whether it has any. */
typedef struct joint {
  bool any;
  fmpq_t least;
} joint;

static void count_interests(joint *all, const cr_bods_package *package,
                            const cr_bods_statement *statement) {
  const cr_bods_relationship *relationship = statement->relationship;
  if (!relationship || !relationship->subject || statement->closed || statement->superseded) return;
  int record = cr_bods_record_find(package, relationship->subject);
  for (int i = 0; record != CR_NONE && i < relationship->interest_count; i++) {
    const cr_bods_interest *interest = &relationship->interests[i];
    if (!interest->type || interest->type->effect != CR_BODS_CAPITAL) continue;
    all[record].any = true;
    fmpq_add(all[record].least, all[record].least, &interest->ends[0]);
  }
}

/* Somebody of whom nothing is known decides too, when those known do not have all of it. */
static crible_status add_others(cr_bods_package *package, const cr_bods_record *record) {
  int others, index;
  cr_facts *facts = package->facts;
  const cr_bods_statement *statement = cr_bods_latest(package, record);
  int *controllers = cr_arena_alloc(facts->arena, 1, sizeof *controllers);
  const char *id = cr_arena_printf(facts->arena, "%s-others", record->id);
  crible_status status =
      controllers && id ? cr_facts_add_parties(facts, &others) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = cr_facts_add_controls(facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_fact fact = cr_bods_fact(statement, (cr_period){CR_DATE_NONE, CR_DATE_NONE});
  fact.presumption = "others-of-a-joint-holding";
  *controllers = others;
  facts->parties[others] = (cr_party){.fact = fact, .id = id, .name = id, .kind = CR_COMPANY,
                                      .incorporated = CR_DATE_NONE};
  facts->controls[index] = (cr_control_fact){.fact = fact, .controllers = controllers,
                                             .controller_count = 1, .controlled = record->party,
                                             .kind = CR_CONTROL_TRUSTEE};
  return CRIBLE_OK;
}

static bool is_joint(const cr_bods_package *package, const cr_bods_record *record) {
  if (record->party == CR_NONE || package->facts->parties[record->party].kind != CR_ARRANGEMENT)
    return false;
  const char *subtype = cr_bods_latest(package, record)->identity->subtype;
  return !subtype || (strcmp(subtype, "trust") != 0 && strcmp(subtype, "nomination") != 0);
}

crible_status cr_bods_complete_joint(cr_bods_package *package) {
  crible_status status = CRIBLE_OK;
  joint *all = cr_allocate_zero(package->context, package->record_count + 1, sizeof *all);
  if (!all) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < package->record_count; i++) fmpq_init(all[i].least);
  for (size_t i = 0; i < package->count; i++)
    count_interests(all, package, &package->statements[i]);
  for (size_t i = 0; status == CRIBLE_OK && i < package->record_count; i++) {
    bool whole = fmpq_cmp_ui(all[i].least, 1) >= 0;
    if (all[i].any && !whole && is_joint(package, &package->records[i]))
      status = add_others(package, &package->records[i]);
  }
  for (size_t i = 0; i < package->record_count; i++) fmpq_clear(all[i].least);
  cr_release(package->context, all);
  return status;
}
