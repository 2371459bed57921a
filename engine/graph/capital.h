/* A company's share capital on the date: its classes, the lots counted on them, and
 * what one lot or class is of the whole, in capital and in votes.
 *
 * Votes here are theoretical: treasury, suspended and capped votes are in the
 * total. The total is an interval when shares that no lot accounts for may have double votes. */
#ifndef CR_GRAPH_CAPITAL_H
#define CR_GRAPH_CAPITAL_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"
#include "engine/graph/view.h"

typedef struct cr_counted_lot {
  int lot;
  const cr_lot *told;
  int owner[CR_PROPERTIES]; /* a party, or a CR_VIEW_PSEUDO */
  fmpq *votes;
} cr_counted_lot;

typedef struct cr_class_count {
  int share_class;
  const cr_share_class *told;
  fmpq *unit;      /* capital of one share: its nominal value, or 1 */
  fmpq *remainder; /* shares that no lot accounts for */
  fmpq *votes;     /* two: least and most votes of the class */
  cr_counted_lot *lots;
  int lot_count;
} cr_class_count;

typedef struct cr_capital {
  int company;
  cr_class_count *classes;
  int class_count;
  fmpq *total;           /* capital, in units of the classes */
  fmpq *votes;           /* two: least and most votes of all classes */
  bool by_meeting;   /* the kind of meeting says who votes */
} cr_capital;

/* Counts. In `arena`.
 * Errors: CRIBLE_E_DATA, told: only some classes state a nominal value, lots of a class
 * exceed the shares issued. */
CRIBLE_MUST_CHECK crible_status cr_capital_count(cr_capital *out, const cr_snapshot *snapshot,
                                                 int company, cr_meeting meeting,
                                                 const cr_notes *notes, cr_arena *arena);

/* Whether nothing was issued, or nothing that votes: shares of the whole have no meaning. */
bool cr_capital_void(const cr_capital *capital, cr_property property);

/* Shares of the whole company; the total may not be void. */
void cr_capital_lot(cr_interval *out, const cr_capital *capital, const cr_class_count *count,
                    const cr_counted_lot *lot, cr_property property);
void cr_capital_class(cr_interval *out, const cr_capital *capital, const cr_class_count *count,
                      cr_property property);
/* Of the shares of a class that no lot accounts for. */
void cr_capital_remainder(cr_interval *out, const cr_capital *capital,
                          const cr_class_count *count, cr_property property);

/* The count of a class, or NULL. */
const cr_class_count *cr_capital_find(const cr_capital *capital, int share_class);

#endif
