/* Laying out text: rows of cells in columns, each cell wrapped in its own. All
 * that people wrote passes here, so that nothing in a name can steer the
 * terminal. */
#ifndef CR_REPORT_LAYOUT_H
#define CR_REPORT_LAYOUT_H

#include "engine/report/buffer.h"

/* Colour never says what the words do not say. */
typedef enum cr_tone { CR_PLAIN, CR_STRONG, CR_FAINT, CR_GOOD, CR_BAD, CR_OPEN } cr_tone;

typedef struct cr_layout {
  cr_buffer *out;
  int width;  /* columns */
  bool color;
} cr_layout;

typedef struct cr_cell {
  int column;       /* where it begins, from 0 */
  const char *text; /* NULL or "": nothing */
  cr_tone tone;
  int hang;         /* columns that its second and further lines are moved in by */
} cr_cell;

/* Prints cells side by side, from left to right; each is wrapped before the next one's
 * column, the last at the width. */
void cr_layout_row(cr_layout *layout, const cr_cell *cells, int count);

/* One cell to the width. */
void cr_layout_line(cr_layout *layout, int column, int hang, cr_tone tone, const char *text);

/* Text at the left, and what it rests on: at the right where the width allows, else below. */
void cr_layout_sourced(cr_layout *layout, int column, const char *text, const char *source);

void cr_layout_gap(cr_layout *layout); /* an empty line, unless one is there */

#endif
