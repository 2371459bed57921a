/* The 23 interest types of BODS. docs/bods.md says why each has the effect it has. */
#include "importers/bods/codes.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

static const cr_bods_type types[] = {
    {"shareholding", {NULL}, CR_BODS_CAPITAL},
    {"votingRights", {NULL}, CR_BODS_VOTES},
    {"appointmentOfBoard", {NULL}, CR_BODS_APPOINTS},
    {"otherInfluenceOrControl", {"influence-or-control", "other-influence-or-control-of-trust"},
     CR_BODS_MAY_CONTROL},
    {"seniorManagingOfficial", {NULL}, CR_BODS_NO_EFFECT},
    {"settlor", {"settlor-of-trust", NULL}, CR_BODS_NO_EFFECT},
    {"trustee", {"trustee-of-trust", NULL}, CR_BODS_TRUSTEE},
    {"protector", {"protector-of-trust", NULL}, CR_BODS_NO_EFFECT},
    {"beneficiaryOfLegalArrangement", {"beneficiary-of-trust", NULL}, CR_BODS_NO_EFFECT},
    {"rightsToSurplusAssetsOnDissolution", {"rights-to-surplus-assets", NULL}, CR_BODS_NO_EFFECT},
    {"rightsToProfitOrIncome", {NULL}, CR_BODS_NO_EFFECT},
    {"rightsGrantedByContract", {NULL}, CR_BODS_RIGHTS_CONTRACT},
    {"conditionalRightsGrantedByContract", {NULL}, CR_BODS_RIGHTS_CONDITIONAL},
    {"controlViaCompanyRulesOrArticles", {NULL}, CR_BODS_RIGHTS_STATUTES},
    {"controlByLegalFramework", {NULL}, CR_BODS_CONTROLS},
    {"boardMember", {NULL}, CR_BODS_NO_EFFECT},
    {"boardChair", {NULL}, CR_BODS_NO_EFFECT},
    {"unknownInterest", {NULL}, CR_BODS_UNKNOWN},
    {"unpublishedInterest", {NULL}, CR_BODS_UNKNOWN},
    {"enjoymentAndUseOfAssets", {NULL}, CR_BODS_NO_EFFECT},
    {"rightToProfitOrIncomeFromAssets", {NULL}, CR_BODS_NO_EFFECT},
    {"nominee", {NULL}, CR_BODS_NOMINEE},
    {"nominator", {NULL}, CR_BODS_TRUSTEE}};

bool cr_bods_is(const char *code, const char *word) {
  for (; *word; word++) {
    if (isupper((unsigned char)*word) && *code == '-') {
      if (code[1] != tolower((unsigned char)*word)) return false;
      code += 2;
    } else if (*code++ != *word) {
      return false;
    }
  }
  return !*code;
}

const cr_bods_type *cr_bods_type_of(const char *code) {
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    const cr_bods_type *type = &types[i];
    if (cr_bods_is(code, type->code)) return type;
    for (int k = 0; k < 2 && type->old[k]; k++)
      if (!strcmp(code, type->old[k])) return type;
  }
  return NULL;
}
