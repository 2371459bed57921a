/* The text of a dossier, and places in it. libxml2 counts lines in 16 bits and
 * knows no columns of a finished tree, so places are offsets into the text we keep. */
#ifndef CR_DOSSIER_TEXT_H
#define CR_DOSSIER_TEXT_H

#include "engine/base/memory.h"

typedef struct cr_text {
  const char *path;
  const char *bytes; /* after a byte order mark; a NUL follows the last */
  size_t length;
  size_t *lines; /* offset of each line's first byte, ascending */
  size_t line_count;
} cr_text;

/* Part of the text. */
typedef struct cr_extent {
  size_t offset, length;
} cr_extent;

/* Borrows path and bytes; the line table is in `arena`.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_text_open(cr_text *out, cr_arena *arena, const char *path,
                                             const char *bytes, size_t length);

/* Line and column, both from 1; the column counts bytes. */
void cr_text_place(const cr_text *text, size_t offset, int *line, int *column);
size_t cr_text_offset(const cr_text *text, int line, int column);

/* The whole line around an offset, without its end. */
cr_extent cr_text_line(const cr_text *text, size_t offset);

/* "<name" of the tag that begins at an offset. */
cr_extent cr_text_tag(const cr_text *text, size_t tag);

/* name="value" in the tag that begins at an offset; the tag's own extent when
 * it has no such attribute. */
cr_extent cr_text_attribute(const cr_text *text, size_t tag, const char *name);

/* The first byte that is no UTF-8 (RFC 3629), or the length. */
size_t cr_text_first_invalid(const char *bytes, size_t length);

#endif
