#include "engine/report/layout.h"

#include <string.h>

#include "engine/report/display.h"

enum { CELLS_AT_MOST = 8, LEAST_CELL = 8, SIDE_BY_SIDE = 80 };

static const char *tone_code(cr_tone tone) {
  switch (tone) {
  case CR_STRONG: return "\033[1m";
  case CR_FAINT: return "\033[2m";
  case CR_GOOD: return "\033[32m";
  case CR_BAD: return "\033[1;31m";
  case CR_OPEN: return "\033[1;33m";
  case CR_PLAIN: break;
  }
  return "";
}

/* Adds text made safe, and gives its width. */
static int put_safe(cr_buffer *out, const char *text, size_t length) {
  int bytes, start = (int)out->length;
  for (size_t i = 0; i < length; i += (size_t)bytes) {
    uint32_t point = cr_display_decode(text + i, &bytes);
    if (point == 0xFFFD || cr_display_unsafe(point)) cr_buffer_put(out, "\xEF\xBF\xBD");
    else cr_buffer_add(out, text + i, (size_t)bytes);
  }
  return out->failed ? 0 : cr_display_width(out->bytes + start);
}

/* Prints the next line of a cell; gives what is left of its text and moves *position. */
static const char *put_piece(cr_layout *layout, const char *text, cr_tone tone, int columns,
                             int *position) {
  size_t length = cr_display_fit(text, columns), shown = length;
  while (shown > 0 && text[shown - 1] == ' ') shown--;
  bool toned = layout->color && tone != CR_PLAIN;
  if (toned) cr_buffer_put(layout->out, tone_code(tone));
  *position += put_safe(layout->out, text, shown);
  if (toned) cr_buffer_put(layout->out, "\033[0m");
  return text + length;
}

void cr_layout_row(cr_layout *layout, const cr_cell *cells, int count) {
  const char *left[CELLS_AT_MOST];
  for (int i = 0; i < count; i++) left[i] = cells[i].text ? cells[i].text : "";
  bool more = true;
  for (int line = 0; more; line++) {
    int position = 0;
    more = false;
    for (int i = 0; i < count; i++) {
      if (!*left[i]) continue;
      int start = cells[i].column + (line ? cells[i].hang : 0);
      int end = i + 1 < count ? cells[i + 1].column - 1 : layout->width;
      int columns = end - start < LEAST_CELL ? LEAST_CELL : end - start;
      cr_buffer_fill(layout->out, ' ', position ? start - position : start);
      if (position < start) position = start;
      left[i] = put_piece(layout, left[i], cells[i].tone, columns, &position);
      more = more || *left[i];
    }
    cr_buffer_put(layout->out, "\n");
  }
}

void cr_layout_line(cr_layout *layout, int column, int hang, cr_tone tone, const char *text) {
  cr_cell cell = {column, text, tone, hang};
  cr_layout_row(layout, &cell, 1);
}

void cr_layout_sourced(cr_layout *layout, int column, const char *text, const char *source) {
  if (!source || !*source) {
    cr_layout_line(layout, column, 2, CR_PLAIN, text);
    return;
  }
  int beside = layout->width * 3 / 5;
  if (layout->width < SIDE_BY_SIDE || column > beside - 24) {
    cr_layout_line(layout, column, 2, CR_PLAIN, text);
    cr_layout_line(layout, column + 2, 2, CR_FAINT, source);
    return;
  }
  cr_cell cells[] = {{column, text, CR_PLAIN, 2}, {beside, source, CR_FAINT, 2}};
  cr_layout_row(layout, cells, 2);
}

void cr_layout_gap(cr_layout *layout) {
  const cr_buffer *out = layout->out;
  bool there = out->length < 2 || memcmp(out->bytes + out->length - 2, "\n\n", 2) == 0;
  if (!there) cr_buffer_put(layout->out, "\n");
}
