/* Interests as facts. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/bods/interests.h"

static crible_status name_one(cr_bods_package *package, const cr_bods_statement *statement,
                              const char *id, bool person, const char *member) {
  int record = id ? cr_bods_record_find(package, id) : CR_NONE;
  if (!id || (record != CR_NONE && package->records[record].kind != CR_BODS_RELATIONSHIP))
    return CRIBLE_OK;
  crible_status status =
      record == CR_NONE
          ? cr_bods_record_add(&record, package, id, person ? CR_BODS_PERSON : CR_BODS_ENTITY)
          : CRIBLE_OK;
  if (status != CRIBLE_OK) return status;
  return cr_bods_warn(package, statement, member, "bods-dangling",
                      _("no statement describes '%.64s': nothing is known of it"), id);
}

crible_status cr_bods_name_dangling(cr_bods_package *package) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < package->count; i++) {
    const cr_bods_statement *statement = &package->statements[i];
    const cr_bods_relationship *relationship = statement->relationship;
    if (!relationship) continue;
    status = name_one(package, statement, relationship->subject, false, "subject");
    if (status == CRIBLE_OK)
      status = name_one(package, statement, relationship->party, relationship->party_is_person,
                        "interestedParty");
  }
  return status;
}

static crible_status add_stake(const cr_bods_holding *held, cr_property property,
                               const char *presumption, bool from_zero) {
  int index;
  cr_facts *facts = held->package->facts;
  const cr_bods_interest *interest = held->interest;
  crible_status status = cr_facts_add_stakes(facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_stake *stake = &facts->stakes[index];
  *stake = (cr_stake){.fact = cr_bods_fact(held->statement, held->period),
                      .holder = held->holder,
                      .company = held->company,
                      .share_class = CR_NONE};
  stake->fact.presumption = presumption;
  for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_init(&stake->share[p]);
  cr_interval *share = &stake->share[property];
  stake->states[property] = true;
  stake->decimals[property] = interest->decimals;
  fmpq_set(&share->hi, &interest->ends[1]);
  share->hi_open = interest->open[1];
  if (from_zero) return CRIBLE_OK;
  fmpq_set(&share->lo, &interest->ends[0]);
  share->lo_open = interest->open[0];
  return CRIBLE_OK;
}

static crible_status warn_total(const cr_bods_holding *held) {
  bool exact;
  cr_bods_package *package = held->package;
  const cr_bods_interest *interest = held->interest;
  if (fmpq_is_zero(&interest->ends[0])) return CRIBLE_OK;
  char *least = cr_rational_decimal(package->facts->arena, &exact, &interest->ends[0], 2, 2);
  if (!least) return CRIBLE_E_MEMORY;
  return cr_bods_warn(package, held->statement, "interests", "bods-total",
                      _("'%.64s' is said to hold at least %s %% of '%.64s', directly or not: a "
                        "total, whose chains are stated elsewhere"),
                      package->facts->parties[held->holder].name, least,
                      package->facts->parties[held->company].name);
}

/* A holding said to be direct, or a total: what is held through others too. Where its
 * components are there, they say it; where another chain is known, it only bounds the link;
 * where none is, it is presumed to be the link. */
static crible_status add_holding(const cr_bods_holding *held, cr_property property) {
  const cr_bods_statement *statement = held->statement;
  cr_bods_level level = held->interest->level;
  if (level == CR_BODS_UNSTATED)
    level = statement->relationship->component_count ? CR_BODS_INDIRECT : CR_BODS_DIRECT;
  if (level == CR_BODS_DIRECT) return add_stake(held, property, NULL, false);
  if (cr_bods_has_components(held->package, statement)) return CRIBLE_OK;
  bool known;
  crible_status status = cr_bods_chain_known(&known, held->package, statement);
  if (status != CRIBLE_OK) return status;
  if (!known) return add_stake(held, property, "direct-holding", false);
  status = add_stake(held, property, "part-of-a-total", true);
  return status == CRIBLE_OK ? warn_total(held) : status;
}

/* Holdings of one who acts for somebody else are somebody else's, who is not known: they stay in
 * what is undisclosed. */
static bool acts_for_another(const cr_bods_relationship *relationship) {
  for (int i = 0; i < relationship->interest_count; i++) {
    const cr_bods_type *type = relationship->interests[i].type;
    if (type && type->effect == CR_BODS_NOMINEE) return true;
  }
  return false;
}

static crible_status add_interest(const cr_bods_holding *held) {
  const cr_bods_type *type = held->interest->type;
  const cr_party *company = &held->package->facts->parties[held->company];
  if (!type || company->kind == CR_PERSON) return CRIBLE_OK;
  if (company->kind == CR_ARRANGEMENT) return cr_bods_add_to_arrangement(held);
  bool another = acts_for_another(held->statement->relationship);
  switch (type->effect) {
  case CR_BODS_CAPITAL: return another ? CRIBLE_OK : add_holding(held, CR_CAPITAL);
  case CR_BODS_VOTES: return another ? CRIBLE_OK : add_holding(held, CR_VOTES);
  case CR_BODS_APPOINTS: return cr_bods_add_appointment(held);
  case CR_BODS_CONTROLS: return cr_bods_add_control(held, CR_CONTROL_IN_FACT, false);
  case CR_BODS_MAY_CONTROL: return cr_bods_add_control(held, CR_CONTROL_IN_FACT, true);
  case CR_BODS_RIGHTS_STATUTES:
  case CR_BODS_RIGHTS_CONTRACT:
  case CR_BODS_RIGHTS_CONDITIONAL: return cr_bods_add_right(held);
  case CR_BODS_TRUSTEE:
  case CR_BODS_NOMINEE:
  case CR_BODS_UNKNOWN:
    return cr_bods_warn(held->package, held->statement, "interests", "bods-no-figure",
                        _("an interest of type '%s' may be a holding, or none: it is left out"),
                        type->code);
  case CR_BODS_NO_EFFECT: break;
  }
  return CRIBLE_OK;
}

/* The party of an id, or CR_NONE when nobody is known. */
static int party_of(const cr_bods_package *package, const char *id) {
  int record = id ? cr_bods_record_find(package, id) : CR_NONE;
  return record == CR_NONE ? CR_NONE : package->records[record].party;
}

static crible_status add_relationship(cr_bods_package *package,
                                      const cr_bods_statement *statement) {
  const cr_bods_relationship *relationship = statement->relationship;
  cr_bods_holding held = {package, statement, NULL, party_of(package, relationship->party),
                  party_of(package, relationship->subject), {CR_DATE_NONE, CR_DATE_NONE}};
  if (held.holder == CR_NONE || held.company == CR_NONE || statement->superseded)
    return CRIBLE_OK;
  for (int i = 0; i < relationship->interest_count; i++) {
    held.interest = &relationship->interests[i];
    held.period = cr_bods_overlap(statement->window, held.interest->period);
    if (!cr_bods_lasts(held.period)) continue;
    if (held.holder == held.company && held.interest->type &&
        held.interest->type->effect != CR_BODS_CAPITAL)
      continue; /* own shares are treasury stock; nothing else of oneself has a meaning */
    crible_status status = add_interest(&held);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

crible_status cr_bods_add_relationships(cr_bods_package *package) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < package->count; i++)
    if (package->statements[i].relationship)
      status = add_relationship(package, &package->statements[i]);
  return status;
}
