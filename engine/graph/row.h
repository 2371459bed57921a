/* One row of the view in the making: the holdings in one company, of one property. */
#ifndef CR_GRAPH_ROW_H
#define CR_GRAPH_ROW_H

#include "engine/graph/view_builder.h"

typedef struct cr_part {
  int holder;       /* a party of the facts, or a CR_VIEW_PSEUDO */
  int share_class;  /* known to be of this class; CR_NONE: of the company */
  uint8_t flags;
  const fmpq *cap;  /* or NULL */
  cr_interval weight;
  size_t first_cite, cite_count;
} cr_part;

/* Reused from row to row: parts beyond `count` keep their rationals. */
typedef struct cr_row {
  crible_context *context;
  cr_part *parts;
  size_t count, ready, capacity;
  cr_fact_ref *cites;
  size_t cite_count, cite_capacity;
} cr_row;

void cr_row_init(cr_row *row, crible_context *context);
void cr_row_clear(cr_row *row);
void cr_row_reset(cr_row *row);

/* Appends a part that cites nothing, weight [0, 0], and gives it; the pointer is good until
 * the next addition. */
CRIBLE_MUST_CHECK crible_status cr_row_add(cr_part **part, cr_row *row, int holder,
                                           int share_class, uint8_t flags, const fmpq *cap);

/* The last part cites one more fact. */
CRIBLE_MUST_CHECK crible_status cr_row_cite(cr_row *row, cr_fact_ref fact);
/* Part `index` cites `count` more facts. */
CRIBLE_MUST_CHECK crible_status cr_row_cite_more(cr_row *row, size_t index,
                                                 const cr_fact_ref *facts, size_t count);

/* Adds up neighbouring parts of one holder that differ only in their class. */
CRIBLE_MUST_CHECK crible_status cr_row_join(cr_row *row);

/* Removes parts of weight exactly 0. */
void cr_row_drop_zeros(cr_row *row);

#endif
