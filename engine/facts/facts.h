/* The fact store: what a dossier or a register says, nothing computed.
 *
 * One array a kind of fact. Facts refer to parties, classes and organs by
 * their index in those arrays. Texts and rationals belong to the store's
 * arena. All shares are fractions of 1. The fields and what their absence
 * means follow the contract's table of facts; a field that was not stated
 * holds the value that its comment calls "not stated". */
#ifndef CR_FACTS_FACTS_H
#define CR_FACTS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/base/interval.h"
#include "engine/base/memory.h"

#define CR_NONE (-1) /* an index that is not stated */

typedef enum cr_tristate { CR_UNSTATED, CR_FALSE, CR_TRUE } cr_tristate;

typedef enum cr_property { CR_CAPITAL, CR_VOTES, CR_PROPERTIES } cr_property;

/* A document facts were read from. */
typedef struct cr_source {
  const char *id;       /* local to the dossier */
  const char *title;    /* as a reader would cite it */
  const char *kind;     /* kbis, statutes, register, agreement… or NULL */
  const char *file;     /* path inside the dossier, or NULL */
  const char *sha256;   /* 64 hex digits, or NULL when the document is not attached */
  cr_date date;         /* of the document */
  bool gathered;        /* by others from many declarations, as registers are: that its
                           facts contradict each other does not make them unusable */
  bool of_aliases;      /* says which parties are one, and no other fact */
  int line, column;     /* where it is declared */
} cr_source;

/* What every fact carries. */
typedef struct cr_fact {
  cr_period period;       /* validity */
  cr_date recorded;       /* when it became known; CR_DATE_NONE: not stated */
  int source;             /* index into sources, or CR_NONE */
  const char *locator;    /* where in the source ("folio 7", "art. 14, para. 2"), or NULL */
  const char *presumption;/* its name when the fact was not read but presumed, else NULL */
  int line, column;       /* in the file it was read from; 0 unknown */
} cr_fact;

typedef enum cr_party_kind {
  CR_COMPANY, CR_FUND, CR_ARRANGEMENT, CR_PERSON, CR_PUBLIC_BODY, CR_GROUP
} cr_party_kind;

/* Legal forms with rules of their own; every other form is CR_FORM_OTHER
 * (no legal baseline known). */
typedef enum cr_form {
  CR_FORM_UNSTATED, CR_FORM_SAS, CR_FORM_SA, CR_FORM_SARL, CR_FORM_SCA,
  CR_FORM_SNC, CR_FORM_SC, CR_FORM_FOREIGN, CR_FORM_OTHER
} cr_form;

typedef struct cr_identifier {
  const char *scheme; /* "lei", "siren", or the register's code */
  const char *value;
} cr_identifier;

typedef struct cr_party {
  cr_fact fact;
  const char *id;   /* local to the dossier */
  const char *name;
  cr_party_kind kind;
  const cr_identifier *identifiers;
  int identifier_count;
  bool named_only;           /* referred to, and described nowhere: its kind is supposed */
  cr_form form;              /* companies */
  cr_date incorporated;      /* companies */
  const char *country;       /* public body: its State; fund, arrangement: country of
                                its law; group: State of its members; person:
                                State of residence. ISO 3166-1 alpha-2; NULL not stated */
  const char *const *nationalities; /* persons; NULL-terminated or NULL */
  bool members_are_persons;  /* group: natural persons, else entities */
  int64_t members;           /* group: how many; 0: several, number unknown */
} cr_party;

typedef enum cr_seat_kind { CR_SEAT_REGISTERED, CR_SEAT_ADMINISTRATION, CR_SEAT_ESTABLISHMENT, CR_SEAT_KINDS } cr_seat_kind;

typedef struct cr_seat {
  cr_fact fact;
  int party;
  cr_seat_kind kind;
  const char *country; /* ISO 3166-1 alpha-2, territories included */
} cr_seat;

typedef struct cr_share_class {
  cr_fact fact;
  const char *id;
  const char *name;         /* or NULL */
  int company;
  fmpq *issued;             /* shares */
  fmpq *nominal;            /* per share; NULL: equal for all classes */
  fmpq *votes_per_share;    /* never NULL; 1 when not stated */
  int double_after_years;   /* CR_NONE: not stated; 0: excluded by the statutes */
  fmpq *cap;                /* most votes one holder may cast, a fraction of all
                               votes; NULL: none */
  bool votes_suspended;     /* of the whole class */
} cr_share_class;

/* A share class admitted to trading on a market. */
typedef struct cr_admission {
  cr_fact fact;
  int share_class;
  const char *mic; /* ISO 10383 */
} cr_admission;

typedef enum cr_nature { CR_FULL, CR_BARE, CR_USUFRUCT } cr_nature;

typedef struct cr_lot {
  cr_fact fact;
  const char *id;       /* or NULL; rights may name it */
  int holder;           /* the company itself: treasury stock */
  int share_class;
  fmpq *quantity;       /* shares, above 0 */
  cr_date since;        /* registered in this name since; CR_DATE_NONE: unknown */
  cr_tristate registered, paid_up; /* unstated: yes */
  cr_nature nature;
  int bare_owner;       /* usufruct: the party that owns bare; the lot is then one
                           lot with two parties. The holder of a CR_BARE lot owns
                           bare; its usufructuary is not known */
  const char *suspended;/* article under which its votes are suspended, or NULL */
  cr_period suspension; /* when suspended */
} cr_lot;

/* A holding known only as a share of the whole. */
typedef struct cr_stake {
  cr_fact fact;
  int holder, company;
  int share_class;               /* of that class only; CR_NONE: of the company */
  bool states[CR_PROPERTIES];    /* which of capital and votes the source states */
  cr_interval share[CR_PROPERTIES];
  int decimals[CR_PROPERTIES];   /* most decimals written (as a fraction of 1 or percent), for the warning */
  bool rounded[CR_PROPERTIES];   /* widened from a rounded figure */
} cr_stake;

typedef struct cr_option {
  cr_fact fact;
  int holder, share_class;
  fmpq *quantity;   /* shares, or NULL when a ratio is given */
  fmpq *ratio;      /* of the shares issued, or NULL */
  int from_holder;  /* whose shares; CR_NONE: new shares */
  cr_period exercisable;
} cr_option;

typedef enum cr_vote_base { CR_BASE_THEORETICAL, CR_BASE_EXERCISABLE } cr_vote_base;

typedef struct cr_declared_row {
  int declarant;
  bool states[CR_PROPERTIES];
  cr_interval share[CR_PROPERTIES];
  int line, column;
} cr_declared_row;

/* A document that reports all declared holders of a listed company. */
typedef struct cr_declared_table {
  cr_fact fact;
  int company;
  cr_date date;
  cr_vote_base base; /* theoretical when not stated */
  const cr_declared_row *rows;
  int row_count;
} cr_declared_table;

typedef struct cr_declaration {
  cr_fact fact;
  int declarant, company;
  bool crosses[CR_PROPERTIES];   /* properties in which the threshold was crossed */
  fmpq *threshold;               /* fraction */
  bool upwards;
  cr_date date;                  /* of the crossing */
  fmpq *held[CR_PROPERTIES];     /* fraction held after it, or NULL */
  const int *included;           /* controlled companies that the declaration names */
  int included_count;
} cr_declaration;

typedef enum cr_control_kind {
  CR_CONTROL_AGREEMENT, CR_CONTROL_IN_FACT, CR_CONTROL_APPOINTMENTS,
  CR_CONTROL_MANAGER, CR_CONTROL_TRUSTEE
} cr_control_kind;

/* Somebody controls somebody (L.233-3 I 2° to 4°, III), or manages a fund. */
typedef struct cr_control_fact {
  cr_fact fact;
  const int *controllers; /* more than one: joint control, each controls */
  int controller_count;
  int controlled;
  cr_control_kind kind;
  bool possible;          /* the source does not say that it is control, only that it may be */
} cr_control_fact;

typedef struct cr_concert {
  cr_fact fact;
  const int *members;
  int member_count;
  const char *subject; /* or NULL */
} cr_concert;

typedef enum cr_organ_kind { CR_ORGAN_ADMINISTRATION, CR_ORGAN_DIRECTION, CR_ORGAN_SUPERVISION, CR_ORGAN_OTHER } cr_organ_kind;

typedef struct cr_organ {
  cr_fact fact;
  const char *id;
  const char *name;
  int company;
  cr_organ_kind kind;
  int fixed;          /* seats fixed by the statutes; CR_NONE */
  int in_office;      /* members in office; CR_NONE */
  int least, most;    /* range the statutes allow; CR_NONE */
} cr_organ;

typedef enum cr_right_kind {
  CR_RIGHT_CONSENT, CR_RIGHT_OPPOSITION, CR_RIGHT_GOLDEN_SHARE, CR_RIGHT_CLASS_CONSENT,
  CR_RIGHT_MAJORITY, CR_RIGHT_QUORUM, CR_RIGHT_APPOINT, CR_RIGHT_PROPOSE,
  CR_RIGHT_CASTING_VOTE, CR_RIGHT_OBSERVER, CR_RIGHT_VOTING_UNDERTAKING,
  CR_RIGHT_UNREADABLE /* a clause known to exist whose content is not known */
} cr_right_kind;

typedef enum cr_right_source { CR_BY_STATUTES, CR_BY_AGREEMENT, CR_BY_CONTRACT, CR_BY_LAW } cr_right_source;
typedef enum cr_beneficiary_kind { CR_TO_NOBODY, CR_TO_PARTIES, CR_TO_CLASS, CR_TO_LOT } cr_beneficiary_kind;
typedef enum cr_meeting { CR_MEETING_NONE, CR_MEETING_ORDINARY, CR_MEETING_EXTRAORDINARY, CR_MEETING_CLASS, CR_MEETING_ORGAN } cr_meeting;
typedef enum cr_right_base { CR_OF_VOTES, CR_OF_SHARES, CR_OF_HEADS } cr_right_base;
typedef enum cr_condition { CR_UNCONDITIONAL, CR_CONDITION_TRUE, CR_CONDITION_FALSE, CR_CONDITION_UNSTATED } cr_condition;
typedef enum cr_second_call { CR_SECOND_SAME, CR_SECOND_NONE, CR_SECOND_FRACTION } cr_second_call;

typedef struct cr_right {
  cr_fact fact;             /* its locator names the article */
  const char *id;
  cr_right_kind kind;
  int company;              /* bound by it */
  cr_right_source source;
  const char *article;      /* "14.2", or NULL */
  const char *sentence;     /* the clause's own words, or NULL */
  cr_beneficiary_kind beneficiary;
  const int *parties;       /* CR_TO_PARTIES: one, or a group listed in the right */
  int party_count;
  int share_class;          /* CR_TO_CLASS, and the class of a class meeting */
  int lot;                  /* CR_TO_LOT */
  const char *const *decisions; /* ids of the decisions dataset, NULL-terminated; empty: all */
  const char *decision_words;   /* for `other`, or NULL */
  cr_meeting meeting;
  int organ;                /* CR_MEETING_ORGAN, appoint, propose: index; else CR_NONE */
  bool exercised_in_seat;   /* consent inside an organ: the veto belongs to who
                               appoints the beneficiary's seat */
  cr_condition condition;
  const char *condition_words;
  fmpq *fraction;           /* q, r or the quorum, a fraction; NULL: not stated */
  bool exceeded;            /* "more than", else "at least" */
  bool unanimity;           /* q = 1 */
  cr_right_base base;
  int seats;                /* appoint, propose; CR_NONE when `majority` */
  bool majority;            /* appoint: "the majority of the members" */
  cr_second_call second_call;
  fmpq *second_fraction;
  const int *undertakers;   /* propose, voting undertaking: who undertook to vote */
  int undertaker_count;
} cr_right;

typedef enum cr_complete_kind { CR_COMPLETE_HOLDERS, CR_COMPLETE_RIGHTS, CR_COMPLETE_ORGANS } cr_complete_kind;

typedef struct cr_completeness {
  cr_fact fact;
  cr_complete_kind of;
  int company;                  /* the candidate for rights and organs */
  bool property[CR_PROPERTIES]; /* holders: of which property */
} cr_completeness;

typedef struct cr_unit_holding { /* investors of a fund, in proportion */
  cr_fact fact;
  int fund, holder;
  cr_interval share;
} cr_unit_holding;

/* A person confirmed that what a source says of somebody is said of this party. */
typedef struct cr_alias {
  cr_fact fact;
  int party;
  const char *id, *name; /* as that source has them */
} cr_alias;

/* Arrays with their counts. */
#define CR_FACT_KINDS(X)                                                       \
  X(cr_source, sources)                                                        \
  X(cr_party, parties)                                                         \
  X(cr_seat, seats)                                                            \
  X(cr_share_class, classes)                                                   \
  X(cr_admission, admissions)                                                  \
  X(cr_lot, lots)                                                              \
  X(cr_stake, stakes)                                                          \
  X(cr_option, options)                                                        \
  X(cr_declared_table, declared_tables)                                        \
  X(cr_declaration, declarations)                                              \
  X(cr_control_fact, controls)                                                 \
  X(cr_concert, concerts)                                                      \
  X(cr_organ, organs)                                                          \
  X(cr_right, rights)                                                          \
  X(cr_completeness, completeness)                                             \
  X(cr_unit_holding, unit_holdings)                                            \
  X(cr_alias, aliases)

typedef struct cr_facts {
  cr_arena *arena;
  const char *file;      /* the dossier's main file, for diagnostics */
  int candidate;         /* index of the party, or CR_NONE */
  const char *filed_at_text; /* as written, or NULL */
  int64_t filed_at;      /* seconds since 1970 UTC; INT64_MIN: not stated */
  cr_date decided;       /* CR_DATE_NONE: not stated */
  struct cr_party_index *party_index; /* of cr_facts_party, private; NULL: searched one by one */
  const int *concert_party; /* per concert: the party that stands for it (concert_parties.h), or
                               NULL where none does */
#define CR_FACT_ARRAY(type, name) \
  type *name;                     \
  size_t name##_count, name##_capacity;
  CR_FACT_KINDS(CR_FACT_ARRAY)
#undef CR_FACT_ARRAY
} cr_facts;

/* Which array a reference to a fact points into. */
typedef enum cr_fact_kind {
#define CR_FACT_ENUM(type, name) CR_FACT_##name,
  CR_FACT_KINDS(CR_FACT_ENUM)
#undef CR_FACT_ENUM
  CR_FACT_KIND_COUNT
} cr_fact_kind;

typedef struct cr_fact_ref {
  cr_fact_kind kind;
  int index;
} cr_fact_ref;

/* An empty store. cr_facts_free frees it with its arena; NULL is allowed. */
CRIBLE_MUST_CHECK crible_status cr_facts_new(cr_facts **out, crible_context *context);
void cr_facts_free(cr_facts *facts);

/* cr_facts_add_parties(facts, &index) and the like append one zeroed fact (its indices
 * CR_NONE and dates CR_DATE_NONE where the comments above say "not stated" is
 * for the caller to set) and give its index. Pointers into the array are
 * invalid afterwards. */
#define CR_FACT_ADD(type, name) \
  CRIBLE_MUST_CHECK crible_status cr_facts_add_##name(cr_facts *facts, int *index);
CR_FACT_KINDS(CR_FACT_ADD)
#undef CR_FACT_ADD

/* The common part of a fact, or NULL for a source. */
const cr_fact *cr_facts_common(const cr_facts *facts, cr_fact_ref ref);

/* Whether a fact exists on a date (its period contains it). */
bool cr_fact_valid(const cr_fact *fact, cr_date date);

/* Party by local id, or CR_NONE; the first one when several have it. Hashed: cheap to ask
 * between two additions too. */
int cr_facts_party(const cr_facts *facts, const char *id);

#endif
