/* Reference data: what the law and the registries say of the world, loaded
 * from datasets/, never written in code. Shares are fractions of 1. */
#ifndef CR_FACTS_REFERENCE_H
#define CR_FACTS_REFERENCE_H

#include "engine/facts/facts.h"
#include "engine/facts/reading.h"

/* A State or territory by ISO 3166-1 alpha-2 code. */
typedef struct cr_country {
  const char *code;
  const char *state;        /* of a territory, the State's code; NULL: it is a State, or has none */
  cr_period *member;        /* State: member of the Union; territory: inside a member State (not
                               third by default) */
  int member_count;
  cr_period *union_territory; /* the Treaties apply in full; for members the same as member */
  int union_territory_count;
  cr_period *transition;    /* no longer inside, but treated so by the withdrawal agreement */
  int transition_count;
  cr_period *eea;           /* State: party to the Agreement on the European Economic Area without
                               being a member */
  int eea_count;
} cr_country;

typedef struct cr_market {
  const char *mic;
  const char *country;
  const char *name;
  bool regulated;     /* category RMKT, in whichever State: cr_reference_regulated looks at that */
  cr_period period;   /* regulated in it, by ISO 10383 */
} cr_market;

/* A majority that the law itself demands. A form of which the law is known has a row for
 * either kind of meeting; a row without fraction and unanimity says that the law leaves the
 * majority to the statutes (SAS). A form without any row: nothing is known of its law. */
typedef struct cr_legal_majority {
  cr_form form;
  cr_meeting meeting;             /* CR_MEETING_ORDINARY or _EXTRAORDINARY; for forms without
                                     meetings of two kinds both are listed */
  const char *decision;           /* only for this decision id, else NULL: every one */
  cr_period incorporated;         /* companies incorporated in it */
  cr_period in_force;
  fmpq *fraction;                 /* q, 1 for unanimity; NULL: left to the statutes */
  bool exceeded;
  cr_right_base base;             /* votes cast: CR_OF_VOTES; all parts: CR_OF_SHARES */
  cr_right_base second_base;      /* at the second call; as base unless the law says another */
  bool unanimity;
  fmpq *quorum, *second_quorum;   /* NULL: none */
  const char *article;            /* "C. com., art. L.225-96" */
} cr_legal_majority;

typedef struct cr_decision {
  const char *id;
  bool strategic, protective; /* Commission notice 2008/C 95/01, 65 to 73 and 66 */
} cr_decision;

typedef struct cr_declaration_threshold {
  fmpq *fraction;
  cr_period in_force;
} cr_declaration_threshold;

typedef struct cr_collection {
  const char *id;
  int64_t closes_at; /* instant; a filing at it is in time */
  cr_date date;      /* local date in its zone */
} cr_collection;

typedef struct cr_reference {
  cr_arena *arena;
  cr_country *countries;      int country_count;    /* sorted by code */
  cr_market *markets;         int market_count;     /* sorted by mic, then period */
  cr_legal_majority *majorities; int majority_count;
  cr_decision *decisions;     int decision_count;
  cr_declaration_threshold *thresholds; int threshold_count; /* ascending */
  cr_collection *collections; int collection_count; /* by instant */
} cr_reference;

const cr_country *cr_reference_country(const cr_reference *reference, const char *code);
/* Whether a seat in `code` lies inside the Union on `date`, as the reading's choices territory
 * and transition-2020 take it; CR_UNSTATED for an unknown code. */
cr_tristate cr_reference_inside(const cr_reference *reference, const cr_reading *reading,
                                const char *code, cr_date date);
/* Whether `code` is the State of a nationality that is a member's on `date`; of a territory, its
 * State's. CR_UNSTATED for an unknown code. */
cr_tristate cr_reference_national(const cr_reference *reference, const cr_reading *reading,
                                  const char *code, cr_date date);
/* Whether `mic` is a regulated market of an EU or EEA State on `date`. */
bool cr_reference_regulated(const cr_reference *reference, const cr_reading *reading,
                            const char *mic, cr_date date);
bool cr_reference_has_market(const cr_reference *reference, const char *mic);
const cr_decision *cr_reference_decision(const cr_reference *reference, const char *id);
/* The neighbouring declaration thresholds in force on `date`: the largest
 * below or equal to `fraction` (0 when none) and the smallest above it (1 when none). */
void cr_reference_bracket(const cr_reference *reference, cr_date date, const fmpq_t fraction,
                          fmpq_t below, fmpq_t above);
/* The collection that a filing at `instant` belongs to: the first that closes
 * at or after it; NULL after the last. */
const cr_collection *cr_reference_collection(const cr_reference *reference, int64_t instant);

void cr_reference_free(cr_reference *reference);

#endif
