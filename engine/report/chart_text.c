#include "engine/report/chart_text.h"

#include <string.h>

#include "engine/report/display.h"

enum { MARKS_KEPT = 3 }; /* combining marks on one letter: more would cover other lines */

/* In parts of the font's size, from the widths of common sans-serif fonts. */
static double letter_width(const char *letter, int bytes, uint32_t point) {
  char one[8] = "";
  memcpy(one, letter, (size_t)bytes);
  if (point >= 0x80) return 0.62 * cr_display_width(one);
  if (strchr("MW@%&mw", one[0])) return 0.95;
  if (strchr(" .,:;!|'ijlIft()[]-/", one[0])) return 0.36;
  return point >= 'A' && point <= 'Z' ? 0.72 : 0.61;
}

double cr_chart_text_width(const char *text, double size) {
  double width = 0;
  for (int bytes; *text; text += bytes) {
    const uint32_t point = cr_display_decode(text, &bytes);
    width += letter_width(text, bytes, point);
  }
  return width * size;
}

/* Bytes of the longest beginning that fits, and of the longest that ends before a space. */
static size_t fitting(const char *text, double size, double width, size_t *words) {
  const char *at = text;
  double used = 0;
  *words = 0;
  for (int bytes; *at; at += bytes) {
    const uint32_t point = cr_display_decode(at, &bytes);
    used += letter_width(at, bytes, point) * size;
    if (used > width && at > text) break;
    if (point == ' ') *words = (size_t)(at - text);
  }
  if (!*at) *words = (size_t)(at - text);
  return (size_t)(at - text);
}

/* The text without the marks that pile up on one letter. */
static const char *without_piles(cr_builder *builder, const char *text) {
  char *kept = cr_arena_alloc(builder->arena, strlen(text) + 1, 1);
  if (!kept) return cr_kept(builder, NULL);
  char *end = kept;
  int marks = 0;
  for (int bytes; *text; text += bytes) {
    const uint32_t point = cr_display_decode(text, &bytes);
    marks = point >= 0x300 && letter_width(text, bytes, point) <= 0 ? marks + 1 : 0;
    if (marks > MARKS_KEPT) continue;
    memcpy(end, text, (size_t)bytes);
    end += bytes;
  }
  return kept;
}

int cr_chart_wrap(cr_builder *builder, const char *lines[], int most, const char *text,
                  double size, double width) {
  int count = 0;
  text = without_piles(builder, text);
  while (*text && count < most) {
    size_t words, length = fitting(text, size, width, &words);
    const bool last = count + 1 == most;
    if (last && text[length]) {
      length = fitting(text, size, width - size, &words);
      lines[count++] = cr_words(builder, "%.*s…", (int)length, text);
      break;
    }
    if (words > length / 5) length = words;
    lines[count++] = cr_words(builder, "%.*s", (int)length, text);
    text += length;
    while (*text == ' ') text++;
  }
  return count;
}
