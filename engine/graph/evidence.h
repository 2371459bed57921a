/* What the facts say of the holders of one company, of one property, before it is put
 * together: lots and stakes as shares of the company. */
#ifndef CR_GRAPH_EVIDENCE_H
#define CR_GRAPH_EVIDENCE_H

#include "engine/graph/capital.h"

typedef struct cr_evidence {
  int holder;       /* a party, or a CR_VIEW_PSEUDO */
  int share_class;  /* CR_NONE: of the company */
  bool lot;         /* lots of one holder add up; stakes are evidence on one holding */
  bool presumed;    /* votes that are not stated: as the capital, or any */
  uint8_t flags;
  cr_interval share;
  cr_fact_ref fact;
} cr_evidence;

/* Reused: items beyond `count` keep their rationals. */
typedef struct cr_evidence_list {
  crible_context *context;
  cr_evidence *items;
  size_t count, ready, capacity;
} cr_evidence_list;

void cr_evidence_init(cr_evidence_list *list, crible_context *context);
void cr_evidence_clear(cr_evidence_list *list);

/* Which classes of an issuer evidence is gathered on. */
typedef enum cr_scope { CR_ALL_CLASSES, CR_CLASSES_NOT_ADMITTED } cr_scope;

/* Replaces the list by the evidence on the holders of a company. Sorted by holder, then by
 * class with the company last, lots before stakes. */
CRIBLE_MUST_CHECK crible_status cr_evidence_gather(cr_evidence_list *list,
                                                   const cr_snapshot *snapshot,
                                                   const cr_capital *capital,
                                                   cr_property property, cr_scope scope);

/* Appends evidence of a share that the caller sets; the pointer is good until the next. */
CRIBLE_MUST_CHECK crible_status cr_evidence_add(cr_evidence **item, cr_evidence_list *list,
                                                int holder, int share_class, cr_fact_ref fact);

/* Whether votes that are not stated may be any, or are as the capital. */
static inline bool cr_votes_unknown(const cr_snapshot *snapshot) {
  return snapshot->reading->option[CR_CHOICE_VOTES_UNSTATED] == CR_VOTES_UNSTATED_UNKNOWN;
}

/* Votes of which only the capital is stated: as the capital, or any (choice votes-unstated).
 * A company's own shares cast none, and are the same part of all votes. */
void cr_evidence_presume(cr_evidence *item, const cr_interval *capital,
                         const cr_snapshot *snapshot);

CRIBLE_MUST_CHECK crible_status cr_note_unstated_votes(const cr_snapshot *snapshot,
                                                       const cr_notes *notes, int holder,
                                                       int company, const cr_fact_ref *facts,
                                                       int fact_count);

/* Whether votes of the class, or of a lot, are suspended on the date. */
bool cr_lot_suspended(const cr_lot *lot, const cr_share_class *told, cr_date date);

#endif
