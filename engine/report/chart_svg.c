/* The chart as SVG. Third entities are told by shape (cut corners) and by colour; what is
 * open by dashes; control by a thick line with a full arrow. Text and lines have a
 * contrast of 4.5 to 1 or more with what they stand on. */
#include "engine/base/words.h"
#include "engine/report/chart.h"
#include "engine/report/markup.h"

enum { CORNER = 9, LINE = 11, PADDING = 5, LEGEND_ROW = 20, SAMPLE = 26, LEGEND_COLUMN = 176 };
/* Persons, who have a shape of their own, stand after the kinds. */
enum { PERSONS = CR_CHART_KINDS, LEGEND_KINDS, LEGEND_LINES = 3 };

/* Fill and outline of each kind. */
static const char *const fills[CR_CHART_KINDS] = {"#17375e", "#fde2dd", "#fff1c9",
                                                  "#ffffff", "#ffffff", "#f0f0f0"};
static const char *const strokes[CR_CHART_KINDS] = {"#17375e", "#a5150a", "#8a5a00",
                                                    "#4a4a4a", "#8a5a00", "#4a4a4a"};
static const char *const inks[CR_CHART_KINDS] = {"#ffffff", "#1a1a1a", "#1a1a1a",
                                                 "#1a1a1a", "#1a1a1a", "#1a1a1a"};

static void put_point(cr_buffer *out, double x, double y) {
  cr_markup_number(out, x);
  cr_buffer_put(out, ",");
  cr_markup_number(out, y);
}

static void put_box(cr_buffer *out, double x, double y, double width, double height,
                    double radius) {
  cr_buffer_put(out, "<rect x=\"");
  cr_markup_number(out, x);
  cr_buffer_put(out, "\" y=\"");
  cr_markup_number(out, y);
  cr_buffer_put(out, "\" width=\"");
  cr_markup_number(out, width);
  cr_buffer_put(out, "\" height=\"");
  cr_markup_number(out, height);
  cr_buffer_put(out, "\" rx=\"");
  cr_markup_number(out, radius);
  cr_buffer_put(out, "\"");
}

/* A box without its corners: third, or perhaps. */
static void put_cut_box(cr_buffer *out, double x, double y, double width, double height) {
  const double corner = height < 3 * CORNER ? height / 3 : CORNER;
  const double right = x + width, bottom = y + height;
  const double points[8][2] = {
      {x + corner, y},          {right - corner, y},      {right, y + corner},
      {right, bottom - corner}, {right - corner, bottom}, {x + corner, bottom},
      {x, bottom - corner},     {x, y + corner}};
  cr_buffer_put(out, "<polygon points=\"");
  for (int i = 0; i < 8; i++) {
    if (i > 0) cr_buffer_put(out, " ");
    put_point(out, points[i][0], points[i][1]);
  }
  cr_buffer_put(out, "\"");
}

static void put_shape(cr_buffer *out, cr_chart_kind kind, bool person, double x, double y,
                      double width, double height) {
  const bool cut = kind == CR_CHART_THIRD || kind == CR_CHART_MAYBE;
  const bool open = kind == CR_CHART_MAYBE || kind == CR_CHART_OPEN;
  if (kind == CR_CHART_SUMMARY) { /* the edge of a second sheet behind */
    put_box(out, x + 3, y - 3, width, height, 2);
    cr_buffer_format(out, " fill=\"#ffffff\" stroke=\"%s\"/>", strokes[kind]);
  }
  if (cut) put_cut_box(out, x, y, width, height);
  else put_box(out, x, y, width, height, person || kind == CR_CHART_OPEN ? 12 : 2);
  cr_buffer_format(out, " fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>", fills[kind],
                   strokes[kind], kind == CR_CHART_THIRD ? "2" : "1.2",
                   open ? " stroke-dasharray=\"5 3\"" : "");
}

static void put_text(cr_buffer *out, double x, double y, const char *more, const char *text) {
  cr_buffer_put(out, "<text x=\"");
  cr_markup_number(out, x);
  cr_buffer_put(out, "\" y=\"");
  cr_markup_number(out, y);
  cr_buffer_format(out, "\"%s>", more);
  cr_markup_text(out, text);
  cr_buffer_put(out, "</text>");
}

static void put_node(cr_buffer *out, const cr_chart_node *node) {
  const double x = node->x - node->width / 2, y = node->y - node->height / 2;
  cr_buffer_put(out, "<g class=\"node\"><title>");
  cr_markup_text(out, node->title);
  cr_buffer_put(out, "</title>");
  put_shape(out, node->kind, node->person, x, y, node->width, node->height);
  cr_buffer_format(out, "<g fill=\"%s\" text-anchor=\"middle\">", inks[node->kind]);
  for (int i = 0; i < node->line_count; i++)
    put_text(out, node->x, y + PADDING + (i + 0.8) * LINE,
             i < node->name_lines ? " font-size=\"9\" font-weight=\"bold\"" : " font-size=\"8\"",
             node->lines[i]);
  cr_buffer_put(out, "</g></g>\n");
}

/* Stroke of a line: control by votes and by facts, holdings, what is not known for sure. */
static const char *line_style(const cr_chart_edge *edge) {
  if (edge->controls && !edge->holds)
    return " stroke=\"#5b2a86\" stroke-width=\"2\" stroke-dasharray=\"9 3 2 3\"";
  if (edge->controls)
    return edge->open ? " stroke=\"#5b2a86\" stroke-width=\"2.4\" stroke-dasharray=\"5 3\""
                      : " stroke=\"#5b2a86\" stroke-width=\"2.4\"";
  return edge->open ? " stroke=\"#4a4a4a\" stroke-width=\"1.1\" stroke-dasharray=\"5 3\""
                    : " stroke=\"#4a4a4a\" stroke-width=\"1.1\"";
}

static void put_line(cr_buffer *out, const cr_chart_edge *edge) {
  if (edge->point_count < 2) return;
  cr_buffer_put(out, "<g class=\"edge\"><title>");
  cr_markup_text(out, edge->title);
  cr_buffer_put(out, "</title><path d=\"M");
  for (int i = 0; i < edge->point_count; i++) {
    if (i > 0) cr_buffer_put(out, i == 1 ? " C" : " ");
    put_point(out, edge->curve[i].x, edge->curve[i].y);
  }
  cr_buffer_format(out, "\" fill=\"none\"%s marker-end=\"url(#%s)\"/></g>\n", line_style(edge),
                   edge->controls ? "control" : "holding");
}

/* On white, so that lines behind do not cross the figures. */
static void put_label(cr_buffer *out, const cr_chart_edge *edge) {
  const double top = edge->label_y - edge->label_height / 2;
  if (edge->label_count == 0) return;
  put_box(out, edge->label_x - edge->label_width / 2 + 3, top, edge->label_width - 6,
          edge->label_height, 2);
  cr_buffer_put(out, " fill=\"#ffffff\" fill-opacity=\"0.9\"/>");
  for (int i = 0; i < edge->label_count; i++)
    put_text(out, edge->label_x, top + (i + 0.8) * LINE,
             " font-size=\"8\" text-anchor=\"middle\" fill=\"#1a1a1a\"", edge->labels[i]);
  cr_buffer_put(out, "\n");
}

static void put_line_sample(cr_buffer *out, double x, double y, int which) {
  static const cr_chart_edge samples[LEGEND_LINES] = {
      {.holds = true}, {.holds = true, .open = true}, {.holds = true, .controls = true}};
  const char *const words[LEGEND_LINES] = {_("holding"), _("holding not known exactly"),
                                           _("control (dash-dotted: without a holding)")};
  cr_buffer_put(out, "<path d=\"M");
  put_point(out, x, y + 6);
  cr_buffer_put(out, " L");
  put_point(out, x + SAMPLE, y + 6);
  cr_buffer_format(out, "\" fill=\"none\"%s marker-end=\"url(#%s)\"/>",
                   line_style(&samples[which]), samples[which].controls ? "control" : "holding");
  put_text(out, x + SAMPLE + 6, y + 9, " font-size=\"8\" fill=\"#1a1a1a\"", words[which]);
}

static bool has_line(const cr_chart *chart, int which) {
  for (int i = 0; i < chart->edge_count; i++) {
    const cr_chart_edge *edge = &chart->edges[i];
    if (which == 0 || (which == 1 ? edge->open : edge->controls)) return true;
  }
  return false;
}

static bool has_kind(const cr_chart *chart, int kind) {
  for (int i = 0; i < chart->node_count; i++)
    if (kind == PERSONS ? chart->nodes[i].person : (int)chart->nodes[i].kind == kind) return true;
  return false;
}

/* Samples of what is drawn, in columns as the width allows. Gives the height that they take. */
static double put_legend(cr_buffer *out, const cr_chart *chart, double top, double width) {
  const int columns = (int)(width / LEGEND_COLUMN);
  int count = 0;
  if (out) cr_buffer_put(out, "<g class=\"legend\">\n");
  for (int i = 0; i < LEGEND_KINDS + LEGEND_LINES; i++) {
    const int column = count % columns, row = count / columns;
    const double x = 8 + column * LEGEND_COLUMN, y = top + 8 + row * LEGEND_ROW;
    const bool line = i >= LEGEND_KINDS;
    if (!(line ? has_line(chart, i - LEGEND_KINDS) : has_kind(chart, i))) continue;
    count++;
    if (!out) continue;
    if (line) {
      put_line_sample(out, x, y, i - LEGEND_KINDS);
      continue;
    }
    const bool persons = i == PERSONS;
    put_shape(out, persons ? CR_CHART_OTHER : (cr_chart_kind)i, persons, x, y, SAMPLE, 12);
    put_text(out, x + SAMPLE + 6, y + 9, " font-size=\"8\" fill=\"#1a1a1a\"",
             persons ? _("natural persons") : cr_chart_kind_words((cr_chart_kind)i));
  }
  if (out) cr_buffer_put(out, "</g>\n");
  const int rows = (count + columns - 1) / columns;
  return 12.0 + rows * LEGEND_ROW;
}

static void put_head(cr_buffer *out, const cr_chart *chart, double width, double height) {
  cr_buffer_put(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
  cr_markup_number(out, width);
  cr_buffer_put(out, " ");
  cr_markup_number(out, height);
  cr_buffer_put(out, "\" width=\"");
  cr_markup_number(out, width);
  cr_buffer_put(out, "pt\" height=\"");
  cr_markup_number(out, height);
  cr_buffer_put(out, "pt\" role=\"img\" aria-labelledby=\"chart-title chart-words\" "
                     "font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\">\n");
  cr_markup_element(out, "title", "id=\"chart-title\"", chart->title);
  cr_buffer_put(out, "\n");
  cr_markup_element(out, "desc", "id=\"chart-words\"", chart->summary);
  /* Visible beyond their box: WeasyPrint 57 draws the box of a marker that is cut to it. */
  cr_buffer_put(
      out, "\n<defs><marker id=\"holding\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" "
           "markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\" "
           "overflow=\"visible\">"
           "<path d=\"M0,0.5 L8,4 L0,7.5\" fill=\"none\" stroke=\"#4a4a4a\"/></marker>"
           "<marker id=\"control\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" "
           "markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" "
           "orient=\"auto\" overflow=\"visible\">"
           "<path d=\"M0,0 L10,5 L0,10 z\" fill=\"#5b2a86\"/></marker></defs>\n");
}

void cr_chart_svg(cr_buffer *out, const cr_chart *chart, bool alone) {
  const double least = 3 * LEGEND_COLUMN + 16;
  const double width = chart->width > least ? chart->width : least;
  const double note = chart->note ? LEGEND_ROW : 0;
  const double height = chart->height + note + put_legend(NULL, chart, 0, width);
  if (alone) cr_buffer_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  put_head(out, chart, width, height);
  put_box(out, 0, 0, width, height, 0);
  cr_buffer_put(out, " fill=\"#ffffff\"/>\n<g transform=\"translate(");
  put_point(out, (width - chart->width) / 2, 0);
  cr_buffer_put(out, ")\">\n");
  for (int i = 0; i < chart->edge_count; i++) put_line(out, &chart->edges[i]);
  for (int i = 0; i < chart->node_count; i++) put_node(out, &chart->nodes[i]);
  for (int i = 0; i < chart->edge_count; i++) put_label(out, &chart->edges[i]);
  cr_buffer_put(out, "</g>\n");
  if (chart->note)
    put_text(out, 8, chart->height + 12, " font-size=\"8\" fill=\"#1a1a1a\"", chart->note);
  put_legend(out, chart, chart->height + note, width);
  cr_buffer_put(out, "</svg>\n");
}
