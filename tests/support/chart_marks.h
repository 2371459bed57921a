/* What a chart in SVG shows, read from its marks. */
#ifndef TESTS_SUPPORT_CHART_MARKS_H
#define TESTS_SUPPORT_CHART_MARKS_H

#include <stddef.h>

enum { CHART_BOXES = 4000 };

typedef struct chart_box {
  double left, top, right, bottom;
  char fill[8], stroke[8], ink[8];
} chart_box;

typedef struct chart_marks {
  double width, height;   /* points */
  double least_font;
  int edges;
  chart_box boxes[CHART_BOXES]; int box_count;
} chart_marks;

/* Fails the test when the text is not well-formed XML, or a text says neither its size nor who
 * does. */
void chart_marks_read(chart_marks *out, const char *svg, size_t length);

/* By how much the chart is made smaller to stand on A4 within margins of 14 mm, upright or across,
 * whichever is better; at most 1. */
double chart_marks_fit(const chart_marks *chart);

/* WCAG 2: from 1 to 21, of two colours written "#rrggbb". */
double chart_contrast(const char *a, const char *b);

#endif
