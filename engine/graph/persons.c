#include "engine/graph/persons.h"

static cr_tristate resides_inside(const cr_snapshot *snapshot, int party) {
  const char *country = snapshot->facts->parties[party].country;
  return country ? cr_reference_inside(snapshot->reference, snapshot->reading, country,
                                       snapshot->as_of)
                 : CR_UNSTATED;
}

/* Of one member State's nationality at least. The members of a group are of its State. */
static cr_tristate has_nationality(const cr_snapshot *snapshot, int party) {
  const cr_party *told = &snapshot->facts->parties[party];
  if (told->kind == CR_GROUP)
    return told->country ? cr_reference_national(snapshot->reference, snapshot->reading,
                                                 told->country, snapshot->as_of)
                         : CR_UNSTATED;
  if (!told->nationalities || !told->nationalities[0]) return CR_UNSTATED;
  for (const char *const *code = told->nationalities; *code; code++)
    if (cr_reference_national(snapshot->reference, snapshot->reading, *code, snapshot->as_of) ==
        CR_TRUE)
      return CR_TRUE;
  return CR_FALSE;
}

/* Not third, but flagged by residence. */
static crible_status remark_residence(const cr_snapshot *snapshot, int party,
                                      const cr_notes *notes) {
  cr_tristate inside = resides_inside(snapshot, party);
  if (inside == CR_TRUE) return CRIBLE_OK;
  return cr_note_fact(notes, CR_ODDITY,
                      inside == CR_FALSE ? "person-resident-outside" : "residence-unknown", party,
                      CR_NONE, snapshot->facts->parties[party].country, CR_FACT_parties, party);
}

crible_status cr_person_judge(cr_third *third, const cr_snapshot *snapshot, int party,
                              const cr_notes *notes) {
  int option = snapshot->reading->option[CR_CHOICE_NATURAL_PERSONS];
  *third = CR_NOT_THIRD;
  if (option == CR_NATURAL_PERSONS_NEVER) return remark_residence(snapshot, party, notes);
  bool by_residence = option == CR_NATURAL_PERSONS_RESIDENCE;
  cr_tristate inside = by_residence ? resides_inside(snapshot, party)
                                    : has_nationality(snapshot, party);
  *third = cr_third_unless(inside);
  if (inside != CR_UNSTATED) {
    bool presumed = !by_residence && snapshot->facts->parties[party].kind == CR_GROUP;
    return presumed ? cr_note_fact(notes, CR_PRESUMPTION, "nationality-presumed", party, CR_NONE,
                                   NULL, CR_FACT_parties, party)
                    : CRIBLE_OK;
  }
  return cr_note_fact(notes, CR_ODDITY,
                      by_residence ? "person-residence-unknown" : "nationality-unknown", party,
                      CR_NONE, NULL, CR_FACT_parties, party);
}

crible_status cr_group_judge(cr_third *third, const cr_snapshot *snapshot, int party,
                             const cr_notes *notes) {
  if (snapshot->facts->parties[party].members_are_persons)
    return cr_person_judge(third, snapshot, party, notes);
  cr_tristate inside = resides_inside(snapshot, party);
  *third = cr_third_unless(inside);
  if (inside != CR_UNSTATED) return CRIBLE_OK;
  return cr_note_fact(notes, CR_ODDITY, "seat-unknown", party, CR_NONE, "state", CR_FACT_parties,
                      party);
}
