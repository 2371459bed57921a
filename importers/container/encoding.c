#include "importers/container/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/memory.h"
#include "engine/base/words.h"
#include "importers/dossier/text.h"

typedef struct encoding {
  const char *charset; /* iconv's name; NULL: UTF-8 already */
  size_t mark;         /* bytes of the byte order mark */
} encoding;

static encoding detect(const char *bytes, size_t length) {
  if (length >= 2 && !memcmp(bytes, "\xFF\xFE", 2)) return (encoding){"UTF-16LE", 2};
  if (length >= 2 && !memcmp(bytes, "\xFE\xFF", 2)) return (encoding){"UTF-16BE", 2};
  size_t mark = length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
  bool utf8 = cr_text_first_invalid(bytes, length) == length;
  return (encoding){mark || utf8 ? NULL : "CP1252", mark};
}

static int line_of(const char *bytes, size_t offset) {
  int line = 1;
  for (const char *c = bytes; (c = memchr(c, '\n', offset - (size_t)(c - bytes))); c++) line++;
  return line;
}

static crible_status no_text(crible_context *context, const char *name, const char *bytes,
                             size_t at) {
  return cr_error(context, "not-text", name, line_of(bytes, at), 0,
                  _("save it as UTF-8 from the program that made it"),
                  _("byte %zu, 0x%02X, belongs to no text that can be read"), at,
                  (unsigned char)bytes[at]);
}

static crible_status say(crible_context *context, const char *name, const char *charset) {
  const char *advice = _("look at accented letters in names, or save it as UTF-8");
  if (!strcmp(charset, "CP1252")) {
    return cr_warn(context, "encoding-windows-1252", name, 0, 0, advice,
                   _("this is no UTF-8: it is read as Windows-1252"));
  }
  return cr_warn(context, "encoding-utf-16", name, 0, 0, NULL,
                 _("this is UTF-16, as its first two bytes say"));
}

/* A byte of Windows-1252 becomes at most three of UTF-8, two of UTF-16 as well. */
static crible_status convert(char **out, size_t *out_length, crible_context *context,
                             const char *name, const char *bytes, size_t length, encoding from) {
  size_t left = length - from.mark, room = 3 * left;
  char *text = cr_allocate(context, room + 1), *next = text;
  char *in = (char *)(size_t)(bytes + from.mark); /* iconv does not write there */
  iconv_t turn = iconv_open("UTF-8", from.charset);
  crible_status status = text && turn != (iconv_t)-1 ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK && iconv(turn, &in, &left, &next, &room) == (size_t)-1) {
    status = no_text(context, name, bytes, length - left);
  }
  if (turn != (iconv_t)-1) iconv_close(turn);
  if (status == CRIBLE_OK && memchr(text, '\0', (size_t)(next - text))) {
    status = no_text(context, name, bytes, from.mark);
  }
  if (status == CRIBLE_OK) status = say(context, name, from.charset);
  if (status != CRIBLE_OK) {
    cr_release(context, text);
    return status;
  }
  *next = '\0';
  *out = text;
  *out_length = (size_t)(next - text);
  return CRIBLE_OK;
}

static crible_status copy(char **out, size_t *out_length, crible_context *context, const char *name,
                          const char *bytes, size_t length, size_t mark) {
  size_t invalid = cr_text_first_invalid(bytes, length);
  if (invalid < length) return no_text(context, name, bytes, invalid);
  char *text = cr_allocate(context, length - mark + 1);
  if (!text) return CRIBLE_E_MEMORY;
  if (length > mark) memcpy(text, bytes + mark, length - mark);
  text[length - mark] = '\0';
  *out = text;
  *out_length = length - mark;
  return CRIBLE_OK;
}

crible_status cr_encoding_to_utf8(char **out, size_t *out_length, crible_context *context,
                                  const char *name, const char *bytes, size_t length) {
  encoding from = detect(bytes, length);
  const char *zero = from.charset && from.charset[0] == 'U' ? NULL : memchr(bytes, '\0', length);
  if (zero) return no_text(context, name, bytes, (size_t)(zero - bytes));
  return from.charset ? convert(out, out_length, context, name, bytes, length, from)
                      : copy(out, out_length, context, name, bytes, length, from.mark);
}
