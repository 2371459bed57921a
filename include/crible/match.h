/* Likely same parties: proposed by the engine, confirmed by a person, never joined without. */
#ifndef CRIBLE_MATCH_H
#define CRIBLE_MATCH_H

#include <crible/dossier.h>
#include <crible/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_matches crible_matches;

/* Compares the parties of `count` dossiers with each other and among themselves. The caller
 * frees *out with crible_matches_free, before the dossiers.
 * Errors: CRIBLE_E_NO_INPUT, CRIBLE_E_DATA and CRIBLE_E_IO of the list of legal forms in the
 * data folder; CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_matches_find(
    crible_matches **out, crible_context *context, const crible_dossier *const *dossiers,
    int count);
/* NULL is allowed. */
CRIBLE_API void crible_matches_free(crible_matches *matches);

/* Pairs that may be the same. */
CRIBLE_API size_t crible_matches_count(const crible_matches *matches);

/* The pairs with what speaks for and against each, most likely first, as text of *length bytes,
 * NUL-terminated; the caller frees it with crible_text_free. `options` may be NULL; text is the only
 * format. Errors: CRIBLE_E_USAGE for another one, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_matches_report(
    char **out, size_t *length, const crible_matches *matches,
    const crible_report_options *options);

/* The same as XML for a person to complete: schemas/matches.rng. The caller frees it with
 * crible_text_free. Errors: CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_matches_xml(char **out, size_t *length,
                                                              const crible_matches *matches);

/* Makes one party of each pair that a person confirmed in such a file with same="yes". What both
 * state becomes evidence on one party: what differs is a contradiction, as between two sources.
 * On an error the dossier is as before. Pairs of which one party is not in the dossier are told in a
 * warning. Errors: CRIBLE_E_NO_INPUT, CRIBLE_E_IO, CRIBLE_E_DATA (told: not such a file, or two parties that
 * cannot be one), CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_matches_take(crible_dossier *dossier,
                                                               const char *path);

#ifdef __cplusplus
}
#endif
#endif
