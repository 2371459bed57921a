/* Parts of a page: sections, paragraphs, tables. All texts are plain text, and escaped here.
 *
 * Classes that the style knows: faint, figure (numbers), mono, calculation, met, violated,
 * undetermined, wide (what is printed across pages of its own), fill (a box to be
 * written in). */
#ifndef CR_REPORT_HTML_PARTS_H
#define CR_REPORT_HTML_PARTS_H

#include "engine/report/markup.h"

/* A part with a heading of the second level; `id` is a word of letters and hyphens. */
void cr_html_section(cr_buffer *out, const char *id, const char *heading);
void cr_html_section_end(cr_buffer *out);
void cr_html_heading(cr_buffer *out, const char *text); /* of the third level */

/* <p class="…">; `class` may be "". Nothing for an empty text. */
void cr_html_paragraph(cr_buffer *out, const char *class, const char *text);

/* Tables: titles of columns, ended by NULL; then rows of cells between <tr> and </tr>. */
void cr_html_table(cr_buffer *out, const char *caption, const char *const *titles);
void cr_html_table_end(cr_buffer *out);
void cr_html_row_title(cr_buffer *out, const char *text); /* the first cell of a row */
void cr_html_cell(cr_buffer *out, const char *class, const char *text);

/* The report's rules of CSS, beside those of every page. */
extern const char cr_html_style[];

#endif
