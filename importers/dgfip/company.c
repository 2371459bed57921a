/* Companies and percentages, as either half writes them. */
#include "engine/base/words.h"
#include "importers/dgfip/parts.h"

/* The return asks for the address of the registered office. */
static crible_status add_seat(cr_payload *payload, const cr_json_value *at, int party) {
  const cr_json_value *address;
  const char *country = NULL;
  cr_fact fact;
  int index;
  crible_status status = cr_payload_member(&address, payload, at, "adresse", CR_JSON_OBJECT);
  if (status == CRIBLE_OK && address)
    status = cr_payload_country(&country, payload, address, "pays");
  if (status != CRIBLE_OK || !country) return status;
  status = cr_payload_fact(&fact, payload, address);
  if (status == CRIBLE_OK) status = cr_facts_add_seats(payload->facts, &index);
  if (status != CRIBLE_OK) return status;
  payload->facts->seats[index] = (cr_seat){fact, party, CR_SEAT_REGISTERED, country};
  return CRIBLE_OK;
}

crible_status cr_dgfip_add_company(int *out, bool *is_new, cr_payload *payload,
                                   const cr_json_value *company, const cr_json_value *at,
                                   const char *id) {
  cr_payload_party party = {.kind = CR_COMPANY, .id = id};
  crible_status status = cr_payload_text(&party.siren, payload, company, "siren");
  if (status == CRIBLE_OK) status = cr_payload_text(&party.name, payload, company, "denomination");
  if (status == CRIBLE_OK)
    status = cr_payload_text(&party.form, payload, company, "forme_juridique");
  if (status == CRIBLE_OK) status = cr_payload_add_party(out, is_new, payload, at, &party);
  return status == CRIBLE_OK ? add_seat(payload, at, *out) : status;
}

/* The percentage that was read before of the same holder and company. */
static cr_stake *stake_before(cr_facts *facts, int holder, int company) {
  for (size_t i = facts->stakes_count; i-- > 0;) {
    cr_stake *stake = &facts->stakes[i];
    if (stake->holder == holder && stake->company == company && stake->rounded[CR_CAPITAL])
      return stake;
  }
  return NULL;
}

static crible_status add_to(cr_payload *payload, const cr_json_value *at, cr_stake *stake,
                            const cr_percentage *more) {
  cr_interval *share = &stake->share[CR_CAPITAL];
  if (fmpq_cmp(&share->lo, &more->share.lo) < 0) fmpq_set(&share->lo, &more->share.lo);
  fmpq_add(&share->hi, &share->hi, &more->share.hi);
  if (fmpq_cmp_ui(&share->hi, 1) > 0) fmpq_one(&share->hi);
  return cr_json_warn(payload->reader, at, NULL, "listed-twice", NULL,
                      _("'%.64s' is listed twice: it is not said whether the two add up"),
                      payload->facts->parties[stake->holder].name);
}

static crible_status state(cr_payload *payload, const cr_json_value *at,
                           const cr_percentage *percentage, int holder, int company) {
  cr_stake *stake;
  crible_status status =
      cr_payload_add_stake(&stake, payload, at, holder, company, CR_CAPITAL);
  if (status != CRIBLE_OK) return status;
  cr_interval_set(&stake->share[CR_CAPITAL], &percentage->share);
  stake->decimals[CR_CAPITAL] = percentage->decimals;
  stake->rounded[CR_CAPITAL] = true;
  return CRIBLE_OK;
}

crible_status cr_dgfip_add_percentage(cr_payload *payload, const cr_json_value *at,
                                      const char *member, int holder, int company, bool twice) {
  cr_percentage percentage;
  cr_percentage_init(&percentage);
  crible_status status = cr_payload_percentage(&percentage, payload, at, member);
  cr_stake *before = twice ? stake_before(payload->facts, holder, company) : NULL;
  if (status == CRIBLE_OK && !percentage.stated) {
    cr_interval_set_unit(&percentage.share); /* a holder all the same */
    status = cr_json_warn(payload->reader, at, member, "no-percentage", NULL,
                          _("how much '%.64s' holds is not stated: it may be any part"),
                          payload->facts->parties[holder].name);
  }
  if (status == CRIBLE_OK)
    status = before ? add_to(payload, at, before, &percentage)
                    : state(payload, at, &percentage, holder, company);
  cr_percentage_clear(&percentage);
  return status;
}
