#include "engine/graph/double_votes.h"

/* Where statutes are silent: C. com., art. L.225-123 and L.22-10-46. */
enum { legal_years = 2 };

int cr_double_vote_years(const cr_snapshot *snapshot, int share_class) {
  const cr_share_class *told = &snapshot->facts->classes[share_class];
  if (told->double_after_years != CR_NONE) return told->double_after_years;
  bool sa = snapshot->facts->parties[told->company].form == CR_FORM_SA;
  return sa && cr_on_regulated_market(snapshot, told->company) ? legal_years : 0;
}

crible_status cr_double_vote(bool *twice, const cr_snapshot *snapshot, int lot, int years,
                             const cr_notes *notes) {
  const cr_facts *facts = snapshot->facts;
  const cr_lot *told = &facts->lots[lot];
  int company = facts->classes[told->share_class].company;
  *twice = false;
  if (years <= 0 || told->registered == CR_FALSE || told->paid_up == CR_FALSE ||
      told->holder == company)
    return CRIBLE_OK;
  if (told->since == CR_DATE_NONE)
    return cr_note_fact(notes, CR_PRESUMPTION, "since-unknown", told->holder, company, NULL,
                        CR_FACT_lots, lot);
  *twice = cr_date_add_years(told->since, years) <= snapshot->as_of;
  return CRIBLE_OK;
}
