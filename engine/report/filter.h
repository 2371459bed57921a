/* Another program as a filter: bytes in, bytes out. No shell takes part. */
#ifndef CR_REPORT_FILTER_H
#define CR_REPORT_FILTER_H

#include "engine/report/buffer.h"

typedef struct cr_filter {
  char *const *arguments; /* the program's name, looked for in PATH, and its arguments; ends with
                             NULL */
  const char *const *settings; /* "NAME=value", set in its environment; ends with NULL */
  int seconds;            /* after which it is ended */
  size_t most;            /* bytes that it may write */
} cr_filter;

/* What became of it; texts are its own. */
typedef struct cr_filter_end {
  bool absent;     /* there is no such program */
  bool late;       /* it was ended */
  char said[256];  /* the last line that it wrote on standard error, or "" */
} cr_filter_end;

/* Runs the program on `length` bytes and appends what it writes to `out`. It must end with status
 * 0; `end` tells what went wrong.
 * Errors: CRIBLE_E_UNAVAILABLE (absent), CRIBLE_E_IO (it failed, was late, or wrote too much),
 * CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_filter_run(cr_buffer *out, cr_filter_end *end,
                                              const cr_filter *filter, const char *bytes,
                                              size_t length);

#endif
