#include "engine/report/html_parts.h"

void cr_html_section(cr_buffer *out, const char *id, const char *heading) {
  cr_buffer_format(out, "<section id=\"%s\" aria-labelledby=\"%s-heading\">\n", id, id);
  cr_buffer_format(out, "<h2 id=\"%s-heading\">", id);
  cr_markup_text(out, heading);
  cr_buffer_put(out, "</h2>\n");
}

void cr_html_section_end(cr_buffer *out) { cr_buffer_put(out, "</section>\n"); }

void cr_html_heading(cr_buffer *out, const char *text) {
  cr_markup_element(out, "h3", "", text);
  cr_buffer_put(out, "\n");
}

static void open_with_class(cr_buffer *out, const char *tag, const char *class) {
  cr_buffer_format(out, *class ? "<%s class=\"%s\">" : "<%s>", tag, class);
}

void cr_html_paragraph(cr_buffer *out, const char *class, const char *text) {
  if (!*text) return;
  open_with_class(out, "p", class);
  cr_markup_text(out, text);
  cr_buffer_put(out, "</p>\n");
}

/* A table too wide for a small screen is scrolled by itself, with the keyboard too. */
void cr_html_table(cr_buffer *out, const char *caption, const char *const *titles) {
  cr_buffer_put(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  cr_markup_text(out, caption);
  cr_buffer_put(out, "\">\n<table>\n");
  cr_markup_element(out, "caption", "", caption);
  cr_buffer_put(out, "\n<thead><tr>");
  for (; *titles; titles++) cr_markup_element(out, "th", "scope=\"col\"", *titles);
  cr_buffer_put(out, "</tr></thead>\n<tbody>\n");
}

void cr_html_table_end(cr_buffer *out) { cr_buffer_put(out, "</tbody>\n</table>\n</div>\n"); }

void cr_html_row_title(cr_buffer *out, const char *text) {
  cr_markup_element(out, "th", "scope=\"row\"", text);
}

void cr_html_cell(cr_buffer *out, const char *class, const char *text) {
  open_with_class(out, "td", class);
  cr_markup_text(out, text);
  cr_buffer_put(out, "</td>");
}
