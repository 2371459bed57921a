/* The text of a dossier, and places in it. libxml2 counts lines in 16 bits and
 * knows no columns of a finished tree, so places are offsets into the text we keep. */
#ifndef CR_DOSSIER_TEXT_H
#define CR_DOSSIER_TEXT_H

#include <stdbool.h>

#include "engine/base/memory.h"

/* Part of the text. */
typedef struct cr_extent {
  size_t offset, length;
} cr_extent;

/* A line of the text that is no part of a file: an argument of the command, in which an
 * element is written as "name=value name=value", values with or without quotes. */
typedef struct cr_text_argument {
  const char *option; /* "--set" */
  cr_extent at;
} cr_text_argument;

typedef struct cr_text {
  const char *path;
  const char *bytes; /* after a byte order mark; a NUL follows the last */
  size_t length;
  size_t *lines; /* offset of each line's first byte, ascending */
  size_t line_count;
  const cr_text_argument *arguments; /* each a whole line, after what was read from a file */
  size_t argument_count;
} cr_text;

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

/* The argument that an offset lies in, or NULL. */
const cr_text_argument *cr_text_argument_at(const cr_text *text, size_t offset);

/* A word of an argument: "name=value", the value between quotes or brackets where it begins with
 * one, or a name alone. */
typedef struct cr_text_word {
  cr_extent whole, name, value; /* the value without its quotes */
  bool assigns;                 /* "=" follows the name */
} cr_text_word;

/* Reads the next word at or after *offset, which moves behind it. False at the end. */
bool cr_text_next_word(const cr_text *text, const cr_text_argument *argument, size_t *offset,
                       cr_text_word *out);

/* The first byte that is no UTF-8 (RFC 3629), or the length. */
size_t cr_text_first_invalid(const char *bytes, size_t length);

#endif
