#include "engine/cli/serve/escape.h"

/* How many bytes the character takes that begins here; 0 when it is none (RFC 3629: neither longer than
 * need be, nor a surrogate, nor above U+10FFFF). */
static size_t character(const char *text, size_t length) {
  const unsigned char *b = (const unsigned char *)text;
  const size_t size = b[0] < 0x80 ? 1 : b[0] < 0xC2 ? 0 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3
                    : b[0] < 0xF5 ? 4 : 0;
  if (size > length) return 0;
  for (size_t i = 1; i < size; i++)
    if ((b[i] & 0xC0) != 0x80) return 0;
  if (size > 2 && ((b[0] == 0xE0 && b[1] < 0xA0) || (b[0] == 0xED && b[1] > 0x9F) ||
                   (b[0] == 0xF0 && b[1] < 0x90) || (b[0] == 0xF4 && b[1] > 0x8F)))
    return 0;
  return size;
}

static void put_byte(FILE *out, unsigned char byte) {
  switch (byte) {
  case '"': fputs("\\\"", out); break;
  case '\\': fputs("\\\\", out); break;
  case '\n': fputs("\\n", out); break;
  default:
    if (byte < 0x20 || byte == 0x7F) fprintf(out, "\\u%04x", byte);
    else fputc(byte, out);
  }
}

void cr_escape_part(FILE *out, const char *text, size_t length) {
  for (size_t i = 0; i < length;) {
    const size_t size = character(text + i, length - i);
    if (size == 0) fputs("\\ufffd", out);
    else if (size == 1) put_byte(out, (unsigned char)text[i]);
    else fwrite(text + i, 1, size, out);
    i += size ? size : 1;
  }
}

void cr_escape_text(FILE *out, const char *text, size_t length) {
  fputc('"', out);
  cr_escape_part(out, text, length);
  fputc('"', out);
}

void cr_escape_markup(FILE *out, const char *text) {
  for (; *text; text++) {
    switch (*text) {
    case '&': fputs("&amp;", out); break;
    case '<': fputs("&lt;", out); break;
    case '>': fputs("&gt;", out); break;
    case '"': fputs("&quot;", out); break;
    default: fputc(*text, out);
    }
  }
}
