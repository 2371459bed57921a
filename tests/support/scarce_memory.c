#include "tests/support/scarce_memory.h"

#include <stdlib.h>

#include <criterion/criterion.h>

static void *allocate(void *user, size_t size) {
  scarce_memory *memory = user;
  if (memory->allowed-- <= 0) {
    return NULL;
  }
  memory->alive++;
  return malloc(size);
}

static void *resize(void *user, void *block, size_t size) {
  scarce_memory *memory = user;
  if (memory->allowed-- <= 0) {
    return NULL;
  }
  memory->alive += block == NULL;
  return realloc(block, size);
}

static void release(void *user, void *block) {
  scarce_memory *memory = user;
  memory->alive -= block != NULL;
  free(block);
}

static crible_status run(crible_status (*task)(crible_context *context),
                         const crible_context_options *options) {
  crible_context *context = NULL;
  crible_status status = crible_context_new(&context, options);
  if (status == CRIBLE_OK) {
    status = task(context);
    crible_context_free(context);
  }
  return status;
}

void scarce_memory_try(crible_status (*task)(crible_context *context), const char *data_folder) {
  crible_status status = CRIBLE_E_MEMORY;
  enum { EACH = 1000, STEP = 31 };
  for (int allowed = 0; status != CRIBLE_OK; allowed += allowed < EACH ? 1 : STEP) {
    scarce_memory memory = {.allowed = allowed};
    const crible_allocator allocator = {allocate, resize, release, &memory};
    const crible_context_options options = {.allocator = &allocator, .data_folder = data_folder};
    status = run(task, &options);
    cr_assert_eq(memory.alive, 0, "%d blocks left, %d allowed", memory.alive, allowed);
    cr_assert(status == CRIBLE_OK || status == CRIBLE_E_MEMORY, "status %d, %d allowed", status,
              allowed);
    cr_assert_lt(allowed, 100000);
  }
}
