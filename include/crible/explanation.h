/* Explanations: how each status comes about, step by step, in prose. */
#ifndef CRIBLE_EXPLANATION_H
#define CRIBLE_EXPLANATION_H

#include <crible/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The explanation of one criterion, of "capital" or "votes" (alone and together), or of
 * all (`criterion` NULL), as text of *length bytes, NUL-terminated; the caller frees
 * it with crible_text_free. Each figure stands with its source and article, each sum and
 * product with exact factors, so that somebody with a pocket calculator can do it again.
 * Of `options` (may be NULL) colour and width count. What is found is kept in the
 * screening. Errors: CRIBLE_E_USAGE when there is no such criterion, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_explain(
    char **out, size_t *length, crible_screening *screening, const char *criterion,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
