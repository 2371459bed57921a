#include "engine/report/pdf.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/report/filter.h"

enum { SECONDS = 300, MOST_BYTES = 1 << 28 };

static crible_status tell(crible_context *context, crible_status status,
                          const cr_filter_end *end) {
  crible_status told = CRIBLE_OK;
  if (status == CRIBLE_E_UNAVAILABLE)
    told = cr_error(context, "no-weasyprint", NULL, 0, 0, NULL,
                    _("PDF is written by WeasyPrint, which is not installed; on Debian: apt "
                      "install weasyprint"));
  else if (status == CRIBLE_E_IO && end->late)
    told = cr_error(context, "pdf-late", NULL, 0, 0, NULL,
                    _("WeasyPrint was ended after %d seconds without having written the PDF"),
                    SECONDS);
  else if (status == CRIBLE_E_IO)
    told = cr_error(context, "pdf-failed", NULL, 0, 0, NULL,
                    _("WeasyPrint could not write the PDF: %s"),
                    *end->said ? end->said : _("it did not say why"));
  return told == CRIBLE_E_MEMORY ? CRIBLE_E_MEMORY : status;
}

/* Its fonts carry a date, and lists are in the order of hashes: both are fixed. */
static crible_status convert(cr_buffer *out, cr_filter_end *end, const cr_buffer *page) {
  static const char *const settings[] = {"SOURCE_DATE_EPOCH=0", "PYTHONHASHSEED=0", NULL};
  char program[] = "weasyprint", quiet[] = "--quiet", encoding[] = "--encoding", utf8[] = "utf-8",
       standard[] = "-";
  char *const arguments[] = {program, quiet, encoding, utf8, standard, standard, NULL};
  const cr_filter filter = {arguments, settings, SECONDS, MOST_BYTES};
  crible_status status = cr_filter_run(out, end, &filter, page->bytes, page->length);
  if (status == CRIBLE_OK && (out->length < 5 || memcmp(out->bytes, "%PDF-", 5) != 0))
    status = CRIBLE_E_IO;
  return status;
}

crible_status cr_pdf_of_page(cr_buffer *page) {
  if (page->failed) return CRIBLE_E_MEMORY;
  cr_buffer out;
  cr_filter_end end;
  cr_buffer_init(&out, page->context);
  crible_status status = convert(&out, &end, page);
  if (status == CRIBLE_OK) {
    cr_buffer_clear(page);
    *page = out;
    return CRIBLE_OK;
  }
  status = tell(page->context, status, &end);
  cr_buffer_clear(&out);
  return status;
}
