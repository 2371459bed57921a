/* The first pass over a file of the Global LEI Foundation: who stands above whom, found without
 * parsing what says nothing of it. */
#ifndef CR_GLEIF_SURVEY_H
#define CR_GLEIF_SURVEY_H

#include "importers/container/container.h"
#include "importers/registers/selection.h"

/* Ties parents above children, and an LEI to the number that its national register gave.
 *
 * In well-formed XML a '<' begins a tag, or is inside a comment, CDATA or an instruction, so that tags
 * are found exactly. Whether the file is well-formed, the second pass checks. *whole is false where
 * the file is not UTF-8, not closed, or written as no file of the Foundation is (a comment
 * or CDATA inside an identifier, one prefix for two namespaces): what was tied is true then, but not
 * all, and a parser has to read the stream again.
 * Errors: CRIBLE_E_MEMORY, those of the stream. */
CRIBLE_MUST_CHECK crible_status cr_gleif_survey(bool *whole, cr_stream *stream,
                                                cr_selection *selection);

#endif
