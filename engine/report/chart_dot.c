/* The chart in the language of Graphviz, for whoever wants to draw it otherwise. */
#include "engine/report/chart.h"
#include "engine/report/display.h"

/* Between double quotes; what would steer its neighbours is U+FFFD. */
static void put_string(cr_buffer *out, const char *text) {
  for (int bytes; *text; text += bytes) {
    const uint32_t point = cr_display_decode(text, &bytes);
    if (point == '"' || point == '\\') cr_buffer_put(out, "\\");
    /* "&" begins a character's name inside labels. */
    if (point == '&') cr_buffer_put(out, "&amp;");
    else if (cr_display_unsafe(point) || point == 0xFFFD) cr_buffer_put(out, "\xEF\xBF\xBD");
    else cr_buffer_add(out, text, (size_t)bytes);
  }
}

static void put_lines(cr_buffer *out, const char *name, const char *const *lines, int count) {
  cr_buffer_format(out, "%s=\"", name);
  for (int i = 0; i < count; i++) {
    if (i > 0) cr_buffer_put(out, "\\n");
    put_string(out, lines[i]);
  }
  cr_buffer_put(out, "\"");
}

static void put_node(cr_buffer *out, const cr_chart_node *node, int index) {
  static const char *const styles[CR_CHART_KINDS] = {
      "shape=box, style=filled, fillcolor=\"#17375e\", fontcolor=\"#ffffff\"",
      "shape=octagon, style=filled, fillcolor=\"#fde2dd\", color=\"#a5150a\", penwidth=2",
      "shape=octagon, style=\"filled,dashed\", fillcolor=\"#fff1c9\", color=\"#8a5a00\"",
      "shape=box",
      "shape=box, style=\"rounded,dashed\", color=\"#8a5a00\"",
      "shape=folder, style=filled, fillcolor=\"#f0f0f0\""};
  cr_buffer_format(out, "  n%d [%s, ", index, styles[node->kind]);
  put_lines(out, "label", node->lines, node->line_count);
  cr_buffer_put(out, ", ");
  put_lines(out, "tooltip", &node->title, 1);
  cr_buffer_put(out, "];\n");
}

static void put_edge(cr_buffer *out, const cr_chart_edge *edge) {
  cr_buffer_format(out, "  n%d -> n%d [", edge->holder, edge->company);
  put_lines(out, "label", edge->labels, edge->label_count);
  if (edge->rows > 1) cr_buffer_format(out, ", minlen=%d", edge->rows);
  if (edge->controls) cr_buffer_put(out, ", color=\"#5b2a86\", penwidth=2.4");
  if (edge->open || !edge->holds)
    cr_buffer_format(out, ", style=%s", edge->holds ? "dashed" : "dotted");
  if (edge->upwards) cr_buffer_put(out, ", constraint=false");
  cr_buffer_put(out, "];\n");
}

void cr_chart_dot(cr_buffer *out, const cr_chart *chart) {
  cr_buffer_put(out, "digraph chart {\n  charset=\"UTF-8\";\n  labelloc=t;\n  ");
  put_lines(out, "label", &chart->title, 1);
  cr_buffer_put(out, ";\n  node [fontname=\"sans-serif\", fontsize=9];\n"
                     "  edge [fontname=\"sans-serif\", fontsize=8];\n");
  for (int i = 0; i < chart->node_count; i++) put_node(out, &chart->nodes[i], i);
  for (int i = 0; i < chart->edge_count; i++) put_edge(out, &chart->edges[i]);
  cr_buffer_put(out, "}\n");
}
