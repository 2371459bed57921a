#include "tests/support/chart_marks.h"

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The attribute, or that of the nearest element around that has it. */
static void inherited(char *out, size_t room, xmlNode *node, const char *name) {
  *out = 0;
  for (; node && node->type == XML_ELEMENT_NODE && !*out; node = node->parent) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    if (value) snprintf(out, room, "%s", (const char *)value);
    xmlFree(value);
  }
}

static double number(xmlNode *node, const char *name) {
  char text[32];
  inherited(text, sizeof text, node, name);
  cr_assert(*text, "no %s", name);
  return strtod(text, NULL);
}

static void stretch(chart_box *box, double x, double y) {
  box->left = fmin(box->left, x);
  box->right = fmax(box->right, x);
  box->top = fmin(box->top, y);
  box->bottom = fmax(box->bottom, y);
}

static void read_shape(chart_box *box, xmlNode *shape) {
  if (is(shape, "rect")) {
    const double x = number(shape, "x"), y = number(shape, "y");
    stretch(box, x, y);
    stretch(box, x + number(shape, "width"), y + number(shape, "height"));
  } else {
    char points[400];
    inherited(points, sizeof points, shape, "points");
    for (char *at = points; *at;) {
      const double x = strtod(at, &at), y = strtod(at + 1, &at);
      stretch(box, x, y);
      while (*at == ' ') at++;
    }
  }
  inherited(box->fill, sizeof box->fill, shape, "fill");
  inherited(box->stroke, sizeof box->stroke, shape, "stroke");
}

static void read_box(chart_marks *out, xmlNode *group) {
  cr_assert_lt(out->box_count, CHART_BOXES);
  chart_box *box = &out->boxes[out->box_count++];
  *box = (chart_box){INFINITY, INFINITY, -INFINITY, -INFINITY, "", "", ""};
  for (xmlNode *child = group->children; child; child = child->next) {
    if (is(child, "rect") || is(child, "polygon")) read_shape(box, child);
    if (is(child, "g")) inherited(box->ink, sizeof box->ink, child, "fill");
  }
}

static void read_node(chart_marks *out, xmlNode *node) {
  char kind[16] = "";
  if (is(node, "g")) inherited(kind, sizeof kind, node, "class");
  if (strcmp(kind, "node") == 0) read_box(out, node);
  if (strcmp(kind, "edge") == 0) out->edges++;
  if (is(node, "text")) out->least_font = fmin(out->least_font, number(node, "font-size"));
  for (xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp(kind, "node") != 0) read_node(out, child);
    else if (is(child, "g")) read_node(out, child->children);
}

void chart_marks_read(chart_marks *out, const char *svg, size_t length) {
  out->box_count = out->edges = 0;
  out->least_font = INFINITY;
  xmlDoc *document = xmlReadMemory(svg, (int)length, "chart.svg", NULL, XML_PARSE_HUGE);
  cr_assert_not_null(document);
  xmlNode *root = xmlDocGetRootElement(document);
  out->width = number(root, "width");
  out->height = number(root, "height");
  read_node(out, root);
  xmlFreeDoc(document);
}

double chart_marks_fit(const chart_marks *chart) {
  const double millimetre = 72 / 25.4, across = 182 * millimetre, along = 269 * millimetre;
  const double upright = fmin(across / chart->width, along / chart->height),
               turned = fmin(along / chart->width, across / chart->height);
  return fmin(1, fmax(upright, turned));
}

static double luminance(const char *color) {
  static const double weights[3] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (int i = 0; i < 3; i++) {
    const char digits[3] = {color[1 + 2 * i], color[2 + 2 * i], 0};
    const double value = (double)strtol(digits, NULL, 16) / 255;
    sum += weights[i] * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double chart_contrast(const char *a, const char *b) {
  const double x = luminance(a), y = luminance(b);
  return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}
