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
