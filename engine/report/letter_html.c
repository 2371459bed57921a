/* The letter as a page, for a browser or paper. */
#include "engine/base/words.h"
#include "engine/report/letter.h"
#include "engine/report/page.h"

static const char style[] =
    ".to,.what{font-weight:bold}\n"
    ".asked{padding-left:1.75rem}\n"
    ".asked li{margin:1rem 0}\n"
    ".asked p{margin:.2rem 0}\n"
    ".answers{table-layout:fixed}\n"
    ".number{width:8%}.answer{width:34%}.document{width:18%}.place{width:13%}\n"
    ".answers tbody th{font-weight:normal}\n"
    ".room{height:6rem}\n"
    ".room span{font-size:.85em}\n"
    "@media print{\n"
    ".sheet{break-before:page}\n" /* what is sent back */
    ".room{height:32mm}\n"
    "}\n";

static void put_line(cr_buffer *out, const char *tag, const char *attributes, const char *text) {
  cr_markup_element(out, tag, attributes, text);
  cr_buffer_put(out, "\n");
}

/* Nothing, and it is told, when memory was short for the text. */
static void put_made(cr_buffer *out, const char *attributes, const char *text) {
  if (text) put_line(out, "p", attributes, text);
  else out->failed = true;
}

static void put_items(cr_buffer *out, const cr_letter *letter) {
  cr_buffer_put(out, "<ol class=\"asked\">\n");
  for (int i = 0; i < letter->count; i++) {
    const cr_letter_item *item = &letter->items[i];
    cr_buffer_put(out, "<li>\n");
    put_line(out, "p", "class=\"what\"", item->what);
    put_made(out, "class=\"dim\"", cr_arena_printf(letter->arena, _("Why: %s"), item->why));
    put_made(out, "class=\"dim\"",
             cr_arena_printf(letter->arena, _("Accepted: %s."), item->accepted));
    cr_buffer_put(out, "</li>\n");
  }
  cr_buffer_put(out, "</ol>\n");
}

static void put_row(cr_buffer *out, const cr_letter_item *item, int number) {
  cr_buffer_format(out, "<tr><th scope=\"row\">%d</th>", number);
  cr_markup_element(out, "td", "", item->brief);
  cr_buffer_put(out, "<td class=\"room\">");
  cr_markup_element(out, "span", "class=\"dim\"", item->answer);
  cr_buffer_put(out, "</td><td></td><td></td></tr>\n");
}

static void put_table(cr_buffer *out, const cr_letter *letter) {
  cr_buffer_put(out, "<table class=\"answers\" aria-labelledby=\"answers\">\n<thead>\n<tr>");
  cr_markup_element(out, "th", "scope=\"col\" class=\"number\"", _("No."));
  cr_markup_element(out, "th", "scope=\"col\"", _("What is asked"));
  cr_markup_element(out, "th", "scope=\"col\" class=\"answer\"", _("Your answer"));
  cr_markup_element(out, "th", "scope=\"col\" class=\"document\"", _("Document enclosed"));
  cr_markup_element(out, "th", "scope=\"col\" class=\"place\"", _("Page or folio"));
  cr_buffer_put(out, "</tr>\n</thead>\n<tbody>\n");
  for (int i = 0; i < letter->count; i++) put_row(out, &letter->items[i], i + 1);
  cr_buffer_put(out, "</tbody>\n</table>\n");
}

void cr_letter_html(cr_buffer *out, const cr_letter *letter) {
  const cr_page page = {letter->subject, letter->date, style};
  cr_page_open(out, &page);
  cr_buffer_put(out, "<main>\n<header>\n");
  put_line(out, "p", "class=\"to dossier\"", letter->candidate);
  if (letter->reference) put_line(out, "p", "class=\"reference\"", letter->reference);
  if (letter->reply_by) put_line(out, "p", "", letter->reply_by);
  cr_buffer_put(out, "</header>\n");
  put_line(out, "h1", "", letter->subject);
  put_line(out, "p", "", letter->opening);
  put_line(out, "h2", "", letter->items_title);
  put_items(out, letter);
  put_line(out, "h2", "class=\"sheet\" id=\"answers\"", letter->table_title);
  put_line(out, "p", "", letter->closing);
  put_table(out, letter);
  cr_buffer_put(out, "</main>\n");
  cr_page_close(out);
}
