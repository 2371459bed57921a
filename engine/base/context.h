/* Inside of a context. */
#ifndef CR_BASE_CONTEXT_H
#define CR_BASE_CONTEXT_H

#include <crible/context.h>
#include <crible/diagnostic.h>

#include "engine/base/memory.h"
#include "engine/base/progress.h"

struct crible_context {
  crible_allocator allocator;
  char *data_folder;
  cr_arena *texts;   /* of the context itself */
  cr_arena *reports; /* of the diagnostics; NULL while there are none */
  crible_diagnostic *diagnostics;
  size_t diagnostic_count, diagnostic_capacity;
  cr_progress progress;
};

#endif
