#include "engine/report/page.h"

#include "engine/base/words.h"

#define CR_PAGE_FONT "\"Noto Sans\",\"Segoe UI\",Roboto,\"DejaVu Sans\",sans-serif"

/* Colours have a contrast of 7 and more with white. Names are broken anywhere rather than run
 * out of the page. */
static const char style[] =
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:2rem 1.25rem;max-width:48rem;color:#1a2530;background:#fff;"
    "font:1rem/1.5 " CR_PAGE_FONT ";overflow-wrap:anywhere}\n"
    "h1{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 1rem}\n"
    "h2{font-size:1.15rem;line-height:1.3;margin:2rem 0 .75rem;color:#1b4a75}\n"
    "p{margin:.5rem 0}\n"
    ".dim{color:#465462}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border:1px solid #8a97a5;padding:.4rem .5rem;text-align:left;vertical-align:top}\n"
    "thead th{background:#e8edf2}\n"
    "@media print{\n"
    "body{max-width:none;padding:0;font-size:10pt;line-height:1.4}\n"
    "h1{font-size:15pt}\n"
    "h2{font-size:12pt}\n"
    "h1,h2{break-after:avoid}\n"
    "li,tr{break-inside:avoid}\n"
    "}\n";

/* Boxes in the margins of each sheet. */
static const char paper[] =
    ".dossier{string-set:dossier content()}\n"
    ".reference{string-set:reference content()}\n"
    "@page{size:A4;margin:24mm 18mm 20mm;font:8pt/1.3 " CR_PAGE_FONT ";color:#465462;"
    "@top-left{content:string(dossier);width:100%;vertical-align:bottom;padding-bottom:4mm;"
    "overflow-wrap:anywhere}"
    "@bottom-left{content:string(reference);width:75%;overflow-wrap:anywhere}"
    "@bottom-right{content:\"";

static void put_style(cr_buffer *out, const char *own) {
  cr_buffer_put(out, "\n<style>\n");
  cr_buffer_put(out, style);
  cr_buffer_put(out, paper);
  /* Translators: at the foot of a page, its number and how many there are. */
  cr_buffer_format(out, _("Page %s of %s"), "\" counter(page) \"", "\" counter(pages) \"");
  cr_buffer_put(out, "\"}}\n");
  cr_buffer_put(out, own);
  cr_buffer_put(out, "</style>\n");
}

void cr_page_open(cr_buffer *out, const cr_page *page) {
  cr_buffer_put(out, "<!DOCTYPE html>\n<html lang=\"");
  /* Translators: the code of the language. */
  cr_markup_text(out, _("en"));
  cr_buffer_put(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                     "<meta name=\"generator\" content=\"crible\">\n"
                     "<meta name=\"dcterms.created\" content=\"");
  cr_markup_text(out, page->date);
  cr_buffer_put(out, "\">\n");
  cr_markup_element(out, "title", "", page->title);
  put_style(out, page->style);
  cr_buffer_put(out, "</head>\n<body>\n");
}

void cr_page_close(cr_buffer *out) { cr_buffer_put(out, "</body>\n</html>\n"); }
