/* Contexts, arenas and diagnostics, with memory that runs out. */
#include <stdint.h>
#include <stdlib.h>

#include <criterion/criterion.h>

#include "engine/base/diagnostic.h"
#include "engine/base/memory.h"

typedef struct meter {
  int allowed; /* allocations until one fails */
  int alive;
} meter;

static void *allocate(void *user, size_t size) {
  meter *m = user;
  if (m->allowed-- <= 0) {
    return NULL;
  }
  m->alive++;
  return malloc(size);
}

static void *resize(void *user, void *block, size_t size) {
  meter *m = user;
  if (m->allowed-- <= 0) {
    return NULL;
  }
  m->alive += block == NULL;
  return realloc(block, size);
}

static void release(void *user, void *block) {
  meter *m = user;
  m->alive--;
  free(block);
}

static crible_status use(meter *m) {
  crible_allocator allocator = {allocate, resize, release, m};
  crible_context_options options = {&allocator, "datasets"};
  crible_context *context = NULL;
  crible_status status = crible_context_new(&context, &options);
  if (status != CRIBLE_OK) {
    cr_assert_null(context);
    return status;
  }
  status = cr_error(context, "code", "file", 3, 4, "advice", "message %d", 5);
  if (status == CRIBLE_E_DATA) {
    const crible_diagnostic *first = crible_diagnostic_at(context, 0);
    cr_assert_str_eq(first->message, "message 5");
    cr_assert_str_eq(first->advice, "advice");
    cr_assert_null(crible_diagnostic_at(context, 1));
    crible_diagnostics_clear(context);
    cr_assert_eq(crible_diagnostic_count(context), 0);
  }
  crible_context_free(context);
  return status;
}

Test(context, every_failed_allocation_ends_cleanly) {
  crible_status status = CRIBLE_E_MEMORY;
  int allowed = 0;
  for (; status == CRIBLE_E_MEMORY; allowed++) {
    cr_assert_lt(allowed, 100);
    meter m = {allowed, 0};
    status = use(&m);
    cr_assert_eq(m.alive, 0, "%d allocations allowed", allowed);
  }
  cr_expect_eq(status, CRIBLE_E_DATA);
  cr_expect_gt(allowed, 3);
}

Test(context, refuses_half_an_allocator) {
  crible_allocator half = {allocate, NULL, release, NULL};
  crible_context_options options = {&half, NULL};
  crible_context *context;
  cr_expect_eq(crible_context_new(&context, &options), CRIBLE_E_USAGE);
}

Test(context, arena_blocks_are_zeroed_and_apart) {
  crible_context *context;
  cr_arena *arena;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  unsigned char *last = NULL;
  for (size_t size = 1; size < 200000; size = size * 3 + 1) {
    unsigned char *block = cr_arena_alloc(arena, size, 1);
    cr_assert_not_null(block);
    for (size_t i = 0; i < size; i++) {
      cr_assert_eq(block[i], 0);
      block[i] = 0xff;
    }
    cr_assert_neq(block, last);
    last = block;
  }
  cr_expect_null(cr_arena_alloc(arena, SIZE_MAX / 4, 8));
  cr_expect_str_eq(cr_arena_printf(arena, "%s-%d", "a", 7), "a-7");
  cr_arena_free(arena);
  crible_context_free(context);
}
