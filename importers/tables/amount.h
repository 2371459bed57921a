/* Numbers as people write them: "10 000", "10.000,50", "33,33 %". */
#ifndef CR_TABLES_AMOUNT_H
#define CR_TABLES_AMOUNT_H

#include "importers/tables/grid.h"

typedef struct cr_amount {
  const char *text; /* plain decimal, "10000.5", in the arena */
  int decimals;     /* digits after the point, as written */
  bool percent;     /* "%" stands behind it, or its cell is a percentage: `text` is then what
                       stands before the sign, 33.33 */
  bool ambiguous;   /* one mark before three digits, in a table that does not tell which it is */
} cr_amount;

/* Which marks a table uses; 0: not known. */
typedef struct cr_marks {
  char decimal; /* '.' or ',' */
} cr_marks;

/* Learns from all cells that only one reading fits. */
cr_marks cr_marks_of(const cr_sheet *sheet);

/* Reads a cell. Where the marks leave both open, "1.234" is 1234 for a count and 1.234 for a share.
 * False when it is no number, a negative one too; *status is then CRIBLE_E_MEMORY when memory was short. */
bool cr_amount_read(cr_amount *out, cr_arena *arena, const cr_cell *cell, cr_marks marks,
                    bool count, crible_status *status);

#endif
