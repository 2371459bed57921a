/* The report model: what is shown of a screening, in the reader's words and with its
 * sources. Every report format lays out this and decides nothing.
 *
 * All of it is in one arena. Lists and texts are never NULL unless a comment says so. */
#ifndef CR_REPORT_MODEL_H
#define CR_REPORT_MODEL_H

#include "engine/report/figure.h"
#include "engine/requests/requests.h"
#include "engine/alternatives/readings.h"

/* A party, or a stand-in: "undisclosed", "float", "nobody", "treasury". */
typedef struct cr_shown_party {
  const char *id;
  const char *name;
  const char *place; /* what makes it third, "United States, registered office", or "" */
  const char *brief; /* "Acme Inc. (United States)" */
  bool stand_in;     /* nobody in particular */
  const char *label; /* "Acme Inc. (United States, registered office)" */
} cr_shown_party;

typedef struct cr_party_list {
  const cr_shown_party **items;
  int count;
} cr_party_list;

/* A fact and the document it was read in. */
typedef struct cr_citation {
  const char *kind;        /* "lot", "stake", … */
  const char *id;          /* of the fact, or NULL */
  int line;                /* in the dossier; 0 unknown */
  const char *presumption; /* or NULL */
  const char *source, *title, *locator, *sha256; /* NULL when not stated */
  const char *words;       /* for a reader: the document, else the line of the dossier, or "" */
} cr_citation;

typedef struct cr_citations {
  cr_citation *items;
  int count;
} cr_citations;

typedef struct cr_shown_note { /* a sentence and what it rests on */
  const char *sentence;
  cr_citations facts;
} cr_shown_note;

typedef struct cr_note_list {
  cr_shown_note *items;
  int count;
} cr_note_list;

typedef struct cr_shown_step { /* of a chain by multiplication */
  const cr_shown_party *holder, *company;
  const fmpq *factor;
  bool through_cycle;
  const char *share;    /* "60 %" */
  const char *sentence; /* "Acme Inc. (…): 60 % of the capital of Alpha SAS", then "which has …" */
  cr_citations facts;
} cr_shown_step;

typedef struct cr_shown_chain {
  const cr_shown_party *owner; /* for whom the topmost holder counts: itself, or who controls it */
  cr_shown_step *steps; /* from the holder that counts down to the candidate */
  int step_count;
  const fmpq *product;
  const char *calculation; /* "60 % × 30 % = 18 %" */
} cr_shown_chain;

typedef struct cr_shown_equation { /* value(company) = constant + Σ factor × value(holder) */
  const cr_shown_party *company;
  const cr_cycle_equation *equation;
  cr_party_list holders;
  const char *sentence;
} cr_shown_equation;

typedef struct cr_shown_control { /* why votes are counted together */
  const cr_shown_party *controller, *controlled;
  const cr_control_pair *pair;
  const char *reason;   /* "majority", "fact", "presumption", "no-vote", "transitivity" */
  const char *sentence;
  cr_citations facts;
} cr_shown_control;

typedef struct cr_shown_part { /* votes counted */
  const cr_shown_party *holder, *owner;
  const fmpq *share;
  const char *sentence;
  cr_citations facts;
} cr_shown_part;

/* How a bound comes about: chains by multiplication, or votes and control. */
typedef struct cr_shown_witness {
  const cr_shown_party *entity; /* NULL: third entities together */
  cr_property property;
  bool upper;
  cr_method method;
  cr_shown_chain *chains;       int chain_count;
  const fmpq *rest;             /* further chains add up to it; NULL by control */
  const char *rest_sentence;    /* or NULL when there is no rest */
  cr_shown_equation *equations; int equation_count;
  cr_shown_control *controls;   int control_count;
  cr_shown_part *parts;         int part_count;
  cr_note_list left_out;        /* votes that cannot be exercised */
} cr_shown_witness;

typedef struct cr_shown_finding { /* a right */
  const cr_right_finding *finding;
  const char *right;    /* its id */
  const char *title;    /* what it says: "statutes, art. 14.2, prior consent" */
  const char *why;      /* it counts, or does not */
  const char *sentence; /* both */
  const char *quote;    /* the clause's own words, as the dossier has them, or NULL */
  cr_party_list third;
  cr_citations facts;
  bool appoints;        /* bears on organs, not on vetoes */
} cr_shown_finding;

typedef struct cr_shown_organ {
  const cr_organ_finding *finding;
  const char *id, *name;
  const char *sentence; /* "board: 1 of 5 seats" */
  cr_citations facts;
} cr_shown_organ;

typedef struct cr_shown_criterion {
  const cr_criterion *criterion;
  const char *id;
  const char *subject;  /* "capital": criteria that follow each other share it */
  const char *whose;    /* "one third entity"; "" without a figure */
  const char *status;   /* "VIOLATED" */
  const char *figure, *ceiling; /* "21.25 %", "24 %"; "" without a figure */
  const char *exact;            /* "17/80", or NULL */
  const char *note;     /* who holds it, or what was examined */
  const char *sentence; /* what was found, for the headline; "" when met */
  const char *title;    /* of its reasons: "Why: capital, Acme Inc. (…): 25.5 %" */
  const cr_shown_party *holder[2]; /* or NULL */
  const cr_shown_witness *witness; /* or NULL */
  const cr_shown_witness *bound[2]; /* of each bound, when the screening explains them; or NULL */
  const struct cr_explanation *explanation; /* then, how the status comes about, in prose */
} cr_shown_criterion;

/* A paragraph of an explanation: a sentence with what it rests on, or a calculation. */
typedef struct cr_explained {
  const char *text;
  cr_citations facts;
  bool calculation; /* every factor and result exact: "60 % × 30 % = 18 %" */
} cr_explained;

/* How a criterion's status comes about, for somebody with a pocket calculator. */
typedef struct cr_explanation {
  const char *title;
  cr_explained *items;
  int count, capacity;
} cr_explanation;

enum { CR_PATHS_SHOWN = 4 };

typedef struct cr_shown_entity {
  const cr_entity *entity;
  const cr_shown_party *party;
  const char *name; /* its label, and that it may not be third */
  const char *figure[CR_PROPERTIES];
  const char *figures; /* both in one line */
  const char *paths[CR_PATHS_SHOWN]; /* through whom, when not directly; the largest first */
  int path_count;
  const cr_shown_witness *witness[CR_PROPERTIES]; /* of the upper bound, or NULL */
} cr_shown_entity;

/* Who holds of the candidate: a third entity in total, anybody directly, or both. */
typedef struct cr_shown_holder {
  const cr_shown_party *party;
  cr_third third;
  int node;
  cr_bound direct[CR_PROPERTIES][2]; /* itself, of the candidate; of the votes, of all votes. The
                                        value is NULL where it holds nothing */
  cr_citations facts[CR_PROPERTIES];
  const cr_shown_entity *entity; /* with its totals, or NULL when it is surely not third */
} cr_shown_holder;

typedef struct cr_shown_remark {
  const cr_remark *remark;
  const char *message;
  cr_party_list parties;
  cr_citations facts;
} cr_shown_remark;

typedef struct cr_shown_request { /* something to be sent */
  const cr_request *request;
  const cr_shown_party *party, *holder; /* the second may be NULL */
  const char *subject;          /* id of a right or organ, or NULL */
  const char *sentence;         /* "holders of the undisclosed 30 % of C" */
  const char *share;            /* undisclosed, or stated in a band: "30 %", "> 25 … 50 %"; or "" */
  const char *name;             /* of the right or organ, or "" */
  const char *reason;           /* why a right possibly counts, a code, or "" */
  const char *const *evidence;  /* codes, ends with NULL */
  const char *documents;        /* the same in words */
  const char *settles;          /* "settles capital and votes", or "" outside the letter */
  cr_citations facts;           /* what is stated already */
} cr_shown_request;
/* How much a reading changes, the most first. */
typedef enum cr_reading_effect {
  CR_FLIPS_VERDICT, CR_FLIPS_CRITERION, CR_MOVES_FIGURE, CR_CHANGES_NOTHING, CR_NO_ANSWER,
  CR_READING_EFFECTS
} cr_reading_effect;

typedef struct cr_shown_reading {
  const cr_reading_result *reading;
  cr_reading_effect effect;
  const char *choice;   /* "vote-chain=multiplication" */
  const char *sentence; /* "ELIGIBLE: votes are multiplied along chains of holdings (vote-…)" */
  const char *source;   /* where the law supports it */
  const char *changes;  /* "votes, one alone: 30 % → 18 %, VIOLATED → met; …", or "" */
} cr_shown_reading;

typedef struct cr_report_model {
  cr_arena *arena;
  const struct crible_screening *screening;
  cr_marks marks;
  const cr_shown_party *candidate;
  const char *heading;     /* "Nuage de Montagne · SIREN 900 000 001" */
  const char *subtitle;    /* date in words and ruleset */
  char date_iso[16];
  const char *verdict_id;  /* "ineligible" */
  const char *verdict;     /* "INELIGIBLE" */
  const char *robustness;  /* beside the verdict: what other readings make of it; NULL: not run */
  const char **headlines;  int headline_count; /* what the verdict rests on */
  cr_shown_criterion criteria[CR_CRITERIA];
  const char *not_examined; /* the criteria that the verdict does not rest on */
  const char *split[CR_PROPERTIES]; /* surely third, surely not, unknown; NULL: nothing unknown,
                                       or said of the capital already */
  cr_shown_entity *entities;  int entity_count;
  cr_shown_holder *holders; int holder_count; /* third entities as above, then the others by what
                                                 they hold */
  cr_shown_finding *findings; int finding_count;
  cr_shown_organ *organs;     int organ_count;
  cr_note_list unknown;     /* what leaves criteria open, nearest to the candidate first */
  const char *unknown_more; /* how much more there is, or NULL */
  const cr_requests *requests;
  cr_shown_request *asked; int asked_count; /* those of the letter first, as in `requests` */
  const char *unsettled;    /* criteria that no answers settle, or NULL */
  cr_shown_remark *presumptions; int presumption_count;
  cr_shown_remark *warnings;     int warning_count;
  const struct crible_readings *readings; /* or NULL: not run */
  const char *idle_readings; /* those that change nothing: "ceilings=both, scope=both…" */
  cr_shown_reading *other_readings; int other_reading_count; /* by effect, then by choice */
  cr_note_list presumed, warned; /* the same, those of one code in one sentence */
} cr_report_model;

/* What the clause asks and this version does not examine: ids and words, the list ends
 * with a NULL id. */
typedef struct cr_not_examined {
  const char *id, *words;
} cr_not_examined;
extern const cr_not_examined cr_report_not_examined[];

/* Places for a reader, each once, joined by "; "; "" when none is stated, NULL when memory
 * is short. */
const char *cr_citation_places(cr_arena *arena, const cr_citations *facts);

/* In `arena`. `readings` of the screening, or NULL. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_report_model_of(cr_report_model **out,
    const struct crible_screening *screening, const struct crible_readings *readings,
    cr_arena *arena);

#endif
