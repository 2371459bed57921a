/* Answers to what is open in one company's holders that leave the least to whoever counts. */
#ifndef CR_REQUESTS_FAVOURABLE_ROW_H
#define CR_REQUESTS_FAVOURABLE_ROW_H

#include "engine/base/interval.h"
#include "engine/base/memory.h"

/* One row, its weights tightened. Gives every asked entry a point such that the most that the
 * others can then make of Σ weight × value is least. Next to an open end the point lies inside,
 * by a very small part of the width. Unchanged when nothing is asked. */
typedef struct cr_row_question {
  int count;
  const cr_interval *weight;
  const bool *asked;
  const fmpq *const *value; /* per entry */
} cr_row_question;

CRIBLE_MUST_CHECK crible_status cr_row_answer(fmpq *points, const cr_row_question *row,
                                              crible_context *context);

#endif
