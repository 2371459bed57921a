/* A context whose memory runs out after a given number of allocations. */
#ifndef TESTS_SUPPORT_SCARCE_MEMORY_H
#define TESTS_SUPPORT_SCARCE_MEMORY_H

#include <crible/context.h>

typedef struct scarce_memory {
  int allowed; /* allocations until one fails */
  int alive;   /* blocks not yet freed */
} scarce_memory;

/* Runs `task` with one more allocation allowed each time, from none until it succeeds; past
 * the first thousand, which reach into every part but the readings, in steps of a prime. Fails the test unless each failure is CRIBLE_E_MEMORY and leaves no block behind. `task` frees what it made. */
void scarce_memory_try(crible_status (*task)(crible_context *context), const char *data_folder);

#endif
