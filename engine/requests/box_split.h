/* Which choice or band of a box of answers is split next, and where. */
#ifndef CR_REQUESTS_BOX_SPLIT_H
#define CR_REQUESTS_BOX_SPLIT_H

#include "engine/requests/answer_box.h"

/* *tiny: its widest band is too small to be split any further. */
CRIBLE_MUST_CHECK crible_status cr_box_split_next(cr_box_split *out, bool *tiny,
    const cr_answer_spaces *spaces, const cr_answer_box *box, cr_arena *arena);

/* The split by an item's choice. */
cr_box_split cr_box_split_choice(const cr_answer_spaces *spaces, int item);

/* Where a band of that width is split: where something may begin to be decided otherwise, else in
 * the middle. */
CRIBLE_MUST_CHECK crible_status cr_box_split_place(cr_box_split *split,
    const cr_answer_spaces *spaces, const cr_answer_box *box, const fmpq *width, cr_arena *arena);

#endif
