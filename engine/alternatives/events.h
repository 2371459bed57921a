/* Days on which what is true changes: facts begin and end, votes double, the law changes. */
#ifndef CR_ALTERNATIVES_EVENTS_H
#define CR_ALTERNATIVES_EVENTS_H

#include "engine/facts/facts.h"
#include "engine/facts/reference.h"

/* What a date of a fact says. */
typedef enum cr_event { CR_BEGINS, CR_ENDS, CR_DOUBLE_VOTES, CR_SUSPENSION, CR_EXERCISE, CR_TOLD } cr_event;

/* The dates of a fact that screenings look at. A double vote is dated by its lot's registration:
 * `years` later. */
typedef struct cr_fact_date {
  cr_event event;
  cr_date *date; /* inside the fact */
  int years;
} cr_fact_date;

enum { CR_MOST_FACT_DATES = 6 };

/* How many dates the fact has, those not stated left out. */
int cr_fact_dates(cr_fact_date out[CR_MOST_FACT_DATES], const cr_facts *facts, cr_fact_ref ref);
cr_date cr_fact_date_day(const cr_fact_date *date);

/* What the law changes on a day, of the countries and markets that facts name. */
typedef enum cr_law_event { CR_MEMBERSHIP, CR_TERRITORY, CR_TRANSITION, CR_EEA, CR_MARKET, CR_MAJORITY, CR_THRESHOLD } cr_law_event;

typedef struct cr_law_change {
  cr_law_event what;
  bool begins;      /* else ends */
  const char *code; /* of the country or market, the article of a majority; "" for thresholds */
} cr_law_change;

/* Calls `each` for every change of the law on any day. */
void cr_law_changes(const cr_reference *reference,
                    void (*each)(void *user, cr_date day, const cr_law_change *change), void *user);

/* Whether the facts name the country or market of a change. */
bool cr_law_concerns(const cr_facts *facts, const cr_law_change *change);

#endif
