/* What if: a dossier's facts changed in memory, and the verdict before and after. */
#ifndef CRIBLE_WHATIF_H
#define CRIBLE_WHATIF_H

#include <stddef.h>

#include <crible/report.h>
#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_change_kind {
  CRIBLE_ADD,  /* "holder=acme country=US capital=5% from=bonnet": somebody comes in */
  CRIBLE_SELL, /* "holder=bonnet shares=500 to=acme": somebody sells */
  CRIBLE_SET   /* "seat=registered-office of=acme country=DE": a fact is another */
} crible_change_kind;

/* One change; the manual page crible(1) has the grammar of its text. */
typedef struct crible_change {
  crible_change_kind kind;
  const char *text; /* UTF-8 */
} crible_change;

/* A copy of the dossier in which the changes, one after the other, have come true on `day`
 * ("YYYY-MM-DD"): until then its facts are those of the dossier. The facts so made pass the checks
 * of a dossier that is read. The caller frees *out with crible_dossier_free, before the context.
 * Errors: CRIBLE_E_USAGE (the day is none; a change cannot be read or cannot be: each is told in
 * the diagnostics, "--add", "--sell" or "--set" being the file and the change the line),
 * CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_dossier_change(
    crible_dossier **out, const crible_dossier *dossier, const crible_change *changes,
    size_t count, const char *day);

typedef struct crible_whatif crible_whatif;

/* Changes the dossier on the day that a screening of it takes, and screens it as it is and as
 * changed. `options` may be NULL. The dossier must outlive *out, which the caller frees with crible_whatif_free.
 * Errors: those of crible_screen and crible_dossier_change. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_whatif_run(
    crible_whatif **out, const crible_dossier *dossier, const crible_screening_options *options,
    const crible_change *changes, size_t count);

/* NULL is allowed. */
CRIBLE_API void crible_whatif_free(crible_whatif *whatif);

/* Owned by the what-if. */
CRIBLE_API crible_screening *crible_whatif_before(const crible_whatif *whatif);
CRIBLE_API crible_screening *crible_whatif_after(const crible_whatif *whatif);

/* Verdicts and figures side by side, as text of *length bytes, NUL-terminated; the caller frees it
 * with crible_text_free. JSON is that of datasets/schemas/whatif.schema.json. `options` as for
 * crible_report; readings are run, whatever they say, beside an eligible verdict only. Errors: CRIBLE_E_USAGE for an unknown format, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_whatif_report(
    char **out, size_t *length, const crible_whatif *whatif, const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
