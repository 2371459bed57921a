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

/* Documents whose elements were put into the dossier's tree: their places are offsets too, from the
 * dossier's end on. */
typedef struct cr_text_documents {
  struct cr_text_document *first;
  size_t end; /* no offset is here or beyond */
} cr_text_documents;

typedef struct cr_text {
  const char *path;
  const char *bytes; /* after a byte order mark; a NUL follows the last */
  size_t length;
  size_t *lines; /* offset of each line's first byte, ascending */
  size_t line_count;
  const cr_text_argument *arguments; /* each a whole line, after what was read from a file */
  size_t argument_count;
  cr_text_documents *documents; /* or NULL: none is taken in */
} cr_text;

/* Borrows path and bytes; the line table is in `arena`.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_text_open(cr_text *out, cr_arena *arena, const char *path,
                                             const char *bytes, size_t length);

/* Takes a document in, a copy, cited by the tag at an offset; *base is added to offsets in it.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_text_take_in(size_t *base, const cr_text *text, cr_arena *arena,
                                                const cr_text *document, size_t cited);
/* The tag of the dossier itself that an offset is in or comes from. */
size_t cr_text_own_tag(const cr_text *text, size_t tag);
/* The file that an offset is in, and the text there. */
const char *cr_text_path(const cr_text *text, size_t offset);
const char *cr_text_bytes(const cr_text *text, size_t offset);

/* Line and column in that file, both from 1; the column counts bytes. */
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
