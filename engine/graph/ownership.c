#include "engine/graph/ownership.h"

#include "engine/graph/view_builder.h"

/* A party as an owner: the company's own shares are treasury stock, a party that is not
 * named is undisclosed. */
static int owner_of(int party, int company) {
  if (party == company) return CR_VIEW_PSEUDO(CR_TREASURY);
  return party == CR_NONE ? CR_VIEW_PSEUDO(CR_UNDISCLOSED) : party;
}

crible_status cr_owners_find(cr_counted_lot *lot, bool *by_meeting, const cr_snapshot *snapshot,
                             cr_meeting meeting, const cr_notes *notes) {
  const cr_facts *facts = snapshot->facts;
  const cr_lot *told = lot->told;
  int company = facts->classes[told->share_class].company;
  int holder = owner_of(told->holder, company);
  if (told->nature == CR_FULL) {
    lot->owner[CR_CAPITAL] = lot->owner[CR_VOTES] = holder;
    return CRIBLE_OK;
  }
  int usufructuary = told->nature == CR_USUFRUCT ? told->holder : CR_NONE;
  int bare = told->nature == CR_USUFRUCT ? told->bare_owner : told->holder;
  bool sa = facts->parties[company].form == CR_FORM_SA;
  lot->owner[CR_CAPITAL] = lot->owner[CR_VOTES] = owner_of(bare, company);
  if (sa && meeting == CR_MEETING_ORDINARY)
    lot->owner[CR_VOTES] = owner_of(usufructuary, company);
  *by_meeting = *by_meeting || sa;
  return cr_note_fact(notes, CR_PRESUMPTION, "usufruct-by-form", told->holder, company, NULL,
                      CR_FACT_lots, lot->lot);
}
