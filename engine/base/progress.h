/* Inside of progress: who reads says so here. Nothing of it costs when nobody listens. */
#ifndef CR_BASE_PROGRESS_H
#define CR_BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include <crible/progress.h>

typedef struct cr_progress {
  crible_progress_listener listener; /* tell NULL: nobody listens */
  crible_progress now;
  bool reading, told;
  uint64_t began, pass_began, last; /* milliseconds of a clock */
} cr_progress;

/* A reading begins, if none is under way, and a pass over a file. */
void cr_progress_pass(crible_context *context, int pass, int passes);
/* It is `after` bytes from the beginning of the file, packed as it is; `bytes` unpacked. */
void cr_progress_at(crible_context *context, const char *file, uint64_t bytes, uint64_t after,
                    uint64_t total);
/* One record more. */
void cr_progress_record(crible_context *context);
/* The reading has ended, well or not. */
void cr_progress_end(crible_context *context);

#endif
