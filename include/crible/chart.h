/* The ownership chart of a screening: the candidate, and who stands above it. */
#ifndef CRIBLE_CHART_H
#define CRIBLE_CHART_H

#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_chart_format {
  CRIBLE_CHART_SVG, /* text that can be searched and selected, nothing outside it needed */
  CRIBLE_CHART_DOT, /* the language of Graphviz */
  CRIBLE_CHART_PNG  /* drawn by Graphviz and its module of Cairo */
} crible_chart_format;

typedef struct crible_chart_options {
  crible_chart_format format;
  int full; /* draw every party; else at most 60 nodes, the others in summaries */
} crible_chart_options;

/* The chart as *length bytes, with a NUL after them; the caller frees it with
 * crible_text_free. `options` may be NULL: SVG, not full. The same bytes for the same screening
 * (PNG: with the same fonts). Errors: CRIBLE_E_USAGE for an unknown format, CRIBLE_E_NO_INPUT when
 * PNG needs a module of Graphviz that is not installed, CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_chart(char **out, size_t *length,
                                                        const crible_screening *screening,
                                                        const crible_chart_options *options);

#ifdef __cplusplus
}
#endif
#endif
