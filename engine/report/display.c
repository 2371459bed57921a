#define _XOPEN_SOURCE 700 /* wcwidth */
#include "engine/report/display.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

static int tail_length(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  if (lead >= 0xF0 && lead <= 0xF4) return 3;
  return -1;
}

uint32_t cr_display_decode(const char *text, int *bytes) {
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  unsigned char lead = (unsigned char)text[0];
  *bytes = 1;
  if (lead < 0x80) return lead;
  int tail = tail_length(lead);
  if (tail < 0) return 0xFFFD;
  uint32_t point = lead & (0x3Fu >> tail);
  for (int i = 1; i <= tail; i++) {
    unsigned char next = (unsigned char)text[i];
    if ((next & 0xC0) != 0x80) return 0xFFFD;
    point = point << 6 | (next & 0x3Fu);
  }
  if (point < least[tail] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
    return 0xFFFD;
  *bytes = tail + 1;
  return point;
}

bool cr_display_unsafe(uint32_t point) {
  static const uint32_t ranges[][2] = {
      {0x00, 0x1F},     {0x7F, 0x9F},     /* controls */
      {0x61C, 0x61C},   {0x200E, 0x200F}, /* direction marks */
      {0x200B, 0x200B}, {0x2028, 0x202E}, /* zero-width space, separators, overrides */
      {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, /* isolates, invisible operators, byte order mark */
      {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (point >= ranges[i][0] && point <= ranges[i][1]) return true;
  return false;
}

static int point_width(uint32_t point) {
  if (cr_display_unsafe(point)) return 1;
  if (point < 0x7F) return 1;
  int width = wcwidth((wchar_t)point);
  return width < 0 ? 1 : width;
}

/* The C library knows widths by locale; this one does not depend on the user's. */
static locale_t unicode_begin(locale_t *before) {
  locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  *before = unicode ? uselocale(unicode) : (locale_t)0;
  return unicode;
}

static void unicode_end(locale_t unicode, locale_t before) {
  if (!unicode) return;
  uselocale(before);
  freelocale(unicode);
}

int cr_display_width(const char *text) {
  locale_t before, unicode = unicode_begin(&before);
  int width = 0, bytes;
  for (; *text; text += bytes) width += point_width(cr_display_decode(text, &bytes));
  unicode_end(unicode, before);
  return width;
}

/* Whether a line may end after text[end - 1]: after a space, but not inside a figure such as
 * "> 24 %". */
static bool may_break(const char *text, size_t end) {
  if (text[end - 1] != ' ' || text[end] == '%') return false;
  return end < 2 || (text[end - 2] != '>' && text[end - 2] != '<');
}

size_t cr_display_fit(const char *text, int columns) {
  locale_t before, unicode = unicode_begin(&before);
  size_t end = 0, after_space = 0;
  int used = 0, bytes;
  while (text[end]) {
    int width = point_width(cr_display_decode(text + end, &bytes));
    if (end > 0 && used + width > columns && text[end] != ' ') break;
    used += width;
    end += (size_t)bytes;
    if (may_break(text, end)) after_space = end;
  }
  unicode_end(unicode, before);
  return text[end] && after_space ? after_space : end;
}
