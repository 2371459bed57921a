#include "importers/dossier/text.h"

#include <string.h>

crible_status cr_text_open(cr_text *out, cr_arena *arena, const char *path, const char *bytes,
                           size_t length) {
  size_t count = 1, line = 0;
  for (size_t i = 0; i < length; i++) count += bytes[i] == '\n';
  size_t *lines = cr_arena_alloc(arena, count, sizeof *lines);
  if (!lines) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == '\n') lines[++line] = i + 1;
  }
  *out = (cr_text){.path = path, .bytes = bytes, .length = length, .lines = lines,
                   .line_count = count};
  return CRIBLE_OK;
}

typedef struct cr_text_document {
  struct cr_text_document *next;
  cr_text text;
  size_t base, cited;
} cr_text_document;

/* The document that an offset is in, or NULL: the text itself. */
static const cr_text_document *document_at(const cr_text *text, size_t offset) {
  const cr_text_document *at = text->documents ? text->documents->first : NULL;
  while (at && at->base > offset) at = at->next; /* the last taken in comes first */
  return at;
}

crible_status cr_text_take_in(size_t *base, const cr_text *text, cr_arena *arena,
                              const cr_text *document, size_t cited) {
  cr_text_documents *all = text->documents;
  cr_text_document *added = cr_arena_alloc(arena, 1, sizeof *added);
  const char *path = cr_arena_string(arena, document->path);
  const char *bytes = cr_arena_text(arena, document->bytes, document->length);
  if (!added || !path || !bytes) return CRIBLE_E_MEMORY;
  *added = (cr_text_document){.next = all->first, .base = all->end, .cited = cited};
  crible_status status = cr_text_open(&added->text, arena, path, bytes, document->length);
  if (status != CRIBLE_OK) return status;
  *base = added->base;
  all->first = added;
  all->end += document->length + 1;
  return CRIBLE_OK;
}

size_t cr_text_own_tag(const cr_text *text, size_t tag) {
  const cr_text_document *document = document_at(text, tag);
  return document ? document->cited : tag;
}

const char *cr_text_path(const cr_text *text, size_t offset) {
  const cr_text_document *document = document_at(text, offset);
  return document ? document->text.path : text->path;
}

const char *cr_text_bytes(const cr_text *text, size_t offset) {
  const cr_text_document *document = document_at(text, offset);
  return document ? document->text.bytes + (offset - document->base) : text->bytes + offset;
}

static cr_extent moved(cr_extent extent, size_t base) {
  return (cr_extent){extent.offset + base, extent.length};
}

/* Index of the line that contains an offset. */
static size_t line_of(const cr_text *text, size_t offset) {
  size_t low = 0, high = text->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (text->lines[middle] <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

void cr_text_place(const cr_text *text, size_t offset, int *line, int *column) {
  const cr_text_document *document = document_at(text, offset);
  if (document) {
    cr_text_place(&document->text, offset - document->base, line, column);
    return;
  }
  size_t index = line_of(text, offset);
  *line = (int)index + 1;
  *column = (int)(offset - text->lines[index]) + 1;
}

size_t cr_text_offset(const cr_text *text, int line, int column) {
  return line < 1 ? 0 : text->lines[line - 1] + (size_t)column - 1;
}

cr_extent cr_text_line(const cr_text *text, size_t offset) {
  const cr_text_document *document = document_at(text, offset);
  if (document)
    return moved(cr_text_line(&document->text, offset - document->base), document->base);
  size_t start = text->lines[line_of(text, offset)];
  size_t length = strcspn(text->bytes + start, "\r\n");
  return (cr_extent){start, length};
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/* End of the word at an offset: a name of an element or attribute. */
static size_t word_end(const cr_text *text, size_t offset) {
  while (offset < text->length && !is_blank(text->bytes[offset]) &&
         !strchr("=/>\"'", text->bytes[offset])) {
    offset++;
  }
  return offset;
}

/* End of the quoted value at or after an offset, the closing quote included. */
static size_t value_end(const cr_text *text, size_t offset) {
  size_t quote = offset + strcspn(text->bytes + offset, "\"'");
  if (quote >= text->length) return text->length;
  const char *end = memchr(text->bytes + quote + 1, text->bytes[quote], text->length - quote - 1);
  return end ? (size_t)(end - text->bytes) + 1 : text->length;
}

const cr_text_argument *cr_text_argument_at(const cr_text *text, size_t offset) {
  for (size_t i = 0; i < text->argument_count; i++) {
    const cr_text_argument *argument = &text->arguments[i];
    if (offset >= argument->at.offset && offset <= argument->at.offset + argument->at.length)
      return argument;
  }
  return NULL;
}

/* Past the value that begins at `at`; without its quotes in *value. */
static size_t read_value(const cr_text *text, size_t at, size_t end, cr_extent *value) {
  const char *bytes = text->bytes;
  bool quoted = at < end && (bytes[at] == '"' || bytes[at] == '\'');
  bool interval = at < end && (bytes[at] == '[' || bytes[at] == '(');
  size_t start = at + quoted, stop = start;
  while (stop < end) {
    if (quoted && bytes[stop] == bytes[at]) break;
    if (interval && (bytes[stop] == ']' || bytes[stop] == ')')) break;
    if (!quoted && !interval && is_blank(bytes[stop])) break;
    stop++;
  }
  bool closed = stop < end;
  *value = (cr_extent){start, stop - start + (interval && closed)};
  return stop + ((quoted || interval) && closed);
}

bool cr_text_next_word(const cr_text *text, const cr_text_argument *argument, size_t *offset,
                       cr_text_word *out) {
  size_t end = argument->at.offset + argument->at.length, at = *offset;
  while (at < end && is_blank(text->bytes[at])) at++;
  if (at >= end) return false;
  size_t stop = at;
  while (stop < end && !is_blank(text->bytes[stop]) && text->bytes[stop] != '=') stop++;
  *out = (cr_text_word){.name = {at, stop - at}, .assigns = stop < end && text->bytes[stop] == '='};
  if (out->assigns) stop = read_value(text, stop + 1, end, &out->value);
  out->whole = (cr_extent){at, stop - at};
  *offset = stop;
  return true;
}

static bool is_named(const cr_text *text, cr_extent name, const char *wanted) {
  return name.length == strlen(wanted) && !memcmp(text->bytes + name.offset, wanted, name.length);
}

/* An argument says "country" of somebody new, whatever its kind calls that. */
static bool is_country(const char *attribute) {
  static const char *const called[] = {"seats", "residence", "state", "law"};
  for (size_t i = 0; i < sizeof called / sizeof *called; i++)
    if (!strcmp(attribute, called[i])) return true;
  return false;
}

/* The word of an argument that gives an attribute; the first word when none does. */
static cr_extent argument_attribute(const cr_text *text, const cr_text_argument *argument,
                                    const char *name) {
  cr_text_word word;
  cr_extent found = {argument->at.offset, 1};
  size_t at = argument->at.offset;
  for (bool begun = false; cr_text_next_word(text, argument, &at, &word); begun = true) {
    if (is_named(text, word.name, name)) return word.whole;
    if (!begun || (is_country(name) && is_named(text, word.name, "country"))) found = word.whole;
  }
  return found;
}

cr_extent cr_text_tag(const cr_text *text, size_t tag) {
  const cr_text_document *document = document_at(text, tag);
  if (document) return moved(cr_text_tag(&document->text, tag - document->base), document->base);
  const cr_text_argument *argument = cr_text_argument_at(text, tag);
  if (argument) return argument_attribute(text, argument, "");
  return (cr_extent){tag, word_end(text, tag) - tag};
}

cr_extent cr_text_attribute(const cr_text *text, size_t tag, const char *name) {
  const cr_text_document *document = document_at(text, tag);
  if (document)
    return moved(cr_text_attribute(&document->text, tag - document->base, name), document->base);
  const cr_text_argument *argument = cr_text_argument_at(text, tag);
  if (argument) return argument_attribute(text, argument, name);
  cr_extent whole = cr_text_tag(text, tag);
  size_t at = tag + whole.length, wanted = strlen(name);
  while (at < text->length) {
    while (at < text->length && is_blank(text->bytes[at])) at++;
    size_t end = word_end(text, at);
    if (end == at) break;
    size_t after = value_end(text, end);
    if (end - at == wanted && !memcmp(text->bytes + at, name, wanted)) {
      return (cr_extent){at, after - at};
    }
    at = after;
  }
  return whole;
}

/* Bytes of the sequence that a lead byte announces, 0 for none; the least code
 * point of that length forbids longer spellings than need be. */
static size_t sequence(unsigned char lead, unsigned long *bits, unsigned long *least) {
  static const struct {
    unsigned char mask, pattern;
    unsigned long least;
  } forms[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};
  for (size_t i = 0; i < 4; i++) {
    if ((lead & forms[i].mask) == forms[i].pattern) {
      *bits = lead & (unsigned char)~forms[i].mask;
      *least = forms[i].least;
      return i + 1;
    }
  }
  return 0;
}

size_t cr_text_first_invalid(const char *bytes, size_t length) {
  for (size_t i = 0; i < length;) {
    unsigned long code = 0, least = 0;
    size_t count = sequence((unsigned char)bytes[i], &code, &least);
    if (!count || count > length - i) return i;
    for (size_t k = 1; k < count; k++) {
      unsigned char next = (unsigned char)bytes[i + k];
      if ((next & 0xC0) != 0x80) return i;
      code = code << 6 | (next & 0x3F);
    }
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return i;
    i += count;
  }
  return length;
}
