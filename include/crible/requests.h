/* What to ask the candidate when the verdict is undetermined. */
#ifndef CRIBLE_REQUESTS_H
#define CRIBLE_REQUESTS_H

#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Something to be sent. Texts are owned by the screening. */
typedef struct crible_request {
  const char *kind;    /* "holders" of what is not disclosed of `party`, "share" of `holder` in
                          `party`, "seat" of `party`, what a "right" says, size of an "organ";
                          that the "rights" or "organs" listed are all */
  const char *party;   /* local id; the candidate for rights and organs */
  const char *holder;  /* local id, or NULL */
  const char *subject; /* id of the right or organ, or NULL */
  const char *const *evidence; /* documents accepted, stable codes, ends with NULL */
  const char *const *settles;  /* ids of the criteria that it settles, alone or with other requests, ends with NULL */
} crible_request;

/* The requests, the most useful first; none can be spared. Found when first asked for; *count is 0
 * when the verdict is not undetermined, or no answers would settle anything.
 * Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_screening_request_count(
    size_t *count, crible_screening *screening);

/* Errors: CRIBLE_E_USAGE past the end, else as above. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_screening_request(
    crible_request *out, crible_screening *screening, size_t index);

/* What is asked for one criterion. */
typedef struct crible_request_set {
  int asked;      /* the criterion is open, and the verdict with it */
  int sufficient; /* some answers make the criterion met; 0: none were found */
  int minimum;    /* no smaller set does, which is proven */
} crible_request_set;

/* Fills *out for the criterion at `index` of crible_screening_criterion.
 * Errors: CRIBLE_E_USAGE past the end, else as above. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_screening_request_set(
    crible_request_set *out, crible_screening *screening, size_t index);

#ifdef __cplusplus
}
#endif
#endif
