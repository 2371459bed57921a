/* Pages as PDF, by WeasyPrint: it lays out the same HTML and CSS that a browser is given, with
 * bookmarks and boxes in the margins, and is in Debian. */
#ifndef CR_REPORT_PDF_H
#define CR_REPORT_PDF_H

#include "engine/report/buffer.h"

/* Makes of a page (page.h) the PDF of it, in its place; the same page gives the same bytes. What
 * is wrong is told in a diagnostic.
 * Errors: CRIBLE_E_UNAVAILABLE (WeasyPrint is not installed), CRIBLE_E_IO (it failed),
 * CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_pdf_of_page(cr_buffer *page);

#endif
