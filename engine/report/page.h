/* The frame of HTML pages: one self-contained file for screen, print and PDF. Nothing is fetched
 * and no script runs. */
#ifndef CR_REPORT_PAGE_H
#define CR_REPORT_PAGE_H

#include "engine/report/markup.h"

typedef struct cr_page {
  const char *title; /* of the window and of the document */
  const char *date;  /* "2023-02-15", of the document */
  const char *style; /* further rules of CSS, or "" */
} cr_page;

/* Up to the beginning of the body. On paper the text of the element of class "dossier" stands at
 * the head of each page, that of class "reference", if there is one, at its foot with the number
 * of the page; headings are its bookmarks. */
void cr_page_open(cr_buffer *out, const cr_page *page);
void cr_page_close(cr_buffer *out);

#endif
