#include "engine/report/markup.h"

#include <math.h>

#include "engine/report/display.h"

static const char *entity_of(const char *letter, uint32_t point) {
  switch (*letter) {
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '&': return "&amp;";
  case '"': return "&quot;";
  case '\'': return "&#39;";
  case '\t':
  case '\n': return " ";
  default: break;
  }
  /* U+FFFE and U+FFFF are no characters of XML. */
  const bool unsafe =
      cr_display_unsafe(point) || point == 0xFFFD || (point & 0xFFFE) == 0xFFFE;
  return unsafe ? "\xEF\xBF\xBD" : NULL;
}

void cr_markup_text(cr_buffer *out, const char *text) {
  for (int bytes; *text; text += bytes) {
    const uint32_t point = cr_display_decode(text, &bytes);
    const char *entity = entity_of(text, point);
    if (entity) cr_buffer_put(out, entity);
    else cr_buffer_add(out, text, (size_t)bytes);
  }
}

void cr_markup_element(cr_buffer *out, const char *tag, const char *attributes,
                       const char *text) {
  cr_buffer_format(out, "<%s%s%s>", tag, *attributes ? " " : "", attributes);
  cr_markup_text(out, text);
  cr_buffer_format(out, "</%s>", tag);
}

void cr_markup_number(cr_buffer *out, double value) {
  const long tenths = lround(value * 10);
  const long size = tenths < 0 ? -tenths : tenths;
  cr_buffer_format(out, "%s%ld.%ld", tenths < 0 ? "-" : "", size / 10, size % 10);
}
