/* Securities admitted to markets. */
#include "engine/base/words.h"
#include "importers/bods/package.h"

/* All shares of a listed company are one class, admitted: BODS tells neither classes nor how many
 * shares there are, and shares of the whole do not depend on it. */
static crible_status add_class(int *index, cr_bods_package *package,
                               const cr_bods_statement *statement, int party) {
  cr_facts *facts = package->facts;
  fmpq *numbers = cr_arena_rationals(facts->arena, 2);
  crible_status status = numbers ? cr_facts_add_classes(facts, index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  fmpq_one(&numbers[0]);
  fmpq_one(&numbers[1]);
  cr_fact fact = cr_bods_fact(statement, (cr_period){CR_DATE_NONE, CR_DATE_NONE});
  fact.presumption = "one-class";
  facts->classes[*index] = (cr_share_class){.fact = fact, .id = "shares", .company = party,
                                            .issued = &numbers[0], .votes_per_share = &numbers[1],
                                            .double_after_years = CR_NONE};
  return CRIBLE_OK;
}

/* The next market that a statement names, in the listings of the standard and then in notes; NULL at
 * the end. *at begins at 0. */
static const char *next_market(const cr_bods_statement *statement, int *at) {
  const cr_bods_identity *identity = statement->identity;
  int count = 0;
  if (!identity->listed) return NULL;
  for (; identity->markets && identity->markets[count]; count++)
    if (count == *at) return identity->markets[(*at)++];
  for (; *at - count < statement->note_count; (*at)++) {
    const char *mic = cr_bods_note_says(&statement->notes[*at - count], "admission");
    if (!mic) continue;
    (*at)++;
    return mic;
  }
  return NULL;
}

static crible_status add_admissions(cr_bods_package *package, const cr_bods_statement *statement,
                                    int share_class) {
  int at = 0;
  for (const char *mic; (mic = next_market(statement, &at));) {
    int index;
    if (!cr_reference_has_market(package->places.reference, mic)) continue;
    crible_status status = cr_facts_add_admissions(package->facts, &index);
    if (status != CRIBLE_OK) return status;
    package->facts->admissions[index] =
        (cr_admission){cr_bods_fact(statement, statement->window), share_class, mic};
  }
  return CRIBLE_OK;
}

/* A market that is not known, or not stated, is not taken for a regulated one. */
static crible_status warn_of_market(cr_bods_package *package, const cr_bods_statement *statement,
                                    bool known) {
  int at = 0;
  if (statement->identity->listed && !known)
    return cr_bods_warn(package, statement, "publicListing", "bods-market",
                        _("listed on a market that is not stated: full evidence is asked for"));
  for (const char *mic; (mic = next_market(statement, &at));) {
    if (cr_reference_has_market(package->places.reference, mic)) continue;
    crible_status status = cr_bods_warn(package, statement, "publicListing", "bods-market",
                                        _("no market has the code '%.64s'"), mic);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

crible_status cr_bods_add_listings(cr_bods_package *package, const cr_bods_record *record) {
  int share_class = CR_NONE;
  for (int s = record->first; s < record->last; s++) {
    const cr_bods_statement *statement = &package->statements[package->order[s]];
    int at = 0;
    const bool listed = next_market(statement, &at) != NULL;
    crible_status status = warn_of_market(package, statement, listed);
    if (status == CRIBLE_OK && listed && share_class == CR_NONE)
      status = add_class(&share_class, package, statement, record->party);
    if (status == CRIBLE_OK && listed) status = add_admissions(package, statement, share_class);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}
