#include "engine/graph/ownership.h"

#include "engine/graph/view_builder.h"

/* A party as an owner: the company's own shares are treasury stock, a party that is not
 * named is undisclosed. */
static int owner_of(int party, int company) {
  if (party == company) return CR_VIEW_PSEUDO(CR_TREASURY);
  return party == CR_NONE ? CR_VIEW_PSEUDO(CR_UNDISCLOSED) : party;
}

static int option_of(const cr_snapshot *snapshot) {
  return snapshot->reading->option[CR_CHOICE_USUFRUCT];
}

/* Whether the kind of meeting says who votes. */
static bool decided_by_meeting(const cr_snapshot *snapshot, int company) {
  return option_of(snapshot) == CR_USUFRUCT_WORST ||
         (option_of(snapshot) == CR_USUFRUCT_LAW &&
          snapshot->facts->parties[company].form == CR_FORM_SA);
}

bool cr_usufructuary_votes(const cr_snapshot *snapshot, int company, cr_meeting meeting) {
  if (decided_by_meeting(snapshot, company)) return meeting == CR_MEETING_ORDINARY;
  return option_of(snapshot) == CR_USUFRUCT_ORDINARY;
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
  lot->owner[CR_CAPITAL] = lot->owner[CR_VOTES] = owner_of(bare, company);
  if (cr_usufructuary_votes(snapshot, company, meeting))
    lot->owner[CR_VOTES] = owner_of(usufructuary, company);
  *by_meeting = *by_meeting || decided_by_meeting(snapshot, company);
  bool by_law = option_of(snapshot) == CR_USUFRUCT_LAW;
  return cr_note_fact(notes, CR_PRESUMPTION, by_law ? "usufruct-by-form" : "usufruct-by-ruleset",
                      told->holder, company, NULL, CR_FACT_lots, lot->lot);
}
