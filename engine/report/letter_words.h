/* What is asked, said to a candidate. */
#ifndef CR_REPORT_LETTER_WORDS_H
#define CR_REPORT_LETTER_WORDS_H

#include "engine/report/builder.h"
#include "engine/report/letter.h"

void cr_letter_item_of(cr_builder *builder, cr_letter_item *out, const cr_shown_request *request);

#endif
