/* Memory of the exact-number libraries. They have no way to return a failure (GMP manual,
 * "Custom Allocation": the functions must not return on error), so a command ends in order. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <flint/flint.h>
#include <gmp.h>

#include <crible/context.h>
#include <crible/status.h>

/* Needs no memory: neither streams nor translations. Nothing is flushed, so that half a
 * result is not taken for one. */
static void end_in_order(void) {
  static const char line[] = "crible: memory is short for exact numbers\n";
  ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);
  (void)written;
  _exit(crible_status_exit(CRIBLE_E_MEMORY));
}

static FLINT_NORETURN void end_instead_of_abort(void) {
  end_in_order();
  abort();
}

static void *allocate(size_t size) {
  void *block = malloc(size);
  if (block == NULL && size > 0) end_in_order();
  return block;
}

static void *allocate_zero(size_t count, size_t size) {
  void *block = calloc(count, size);
  if (block == NULL && count > 0 && size > 0) end_in_order();
  return block;
}

static void *resize(void *block, size_t size) {
  void *resized = realloc(block, size);
  if (resized == NULL && size > 0) end_in_order();
  return resized;
}

static void *resize_known(void *block, size_t old_size, size_t size) {
  (void)old_size;
  return resize(block, size);
}

static void release_known(void *block, size_t size) {
  (void)size;
  free(block);
}

void crible_exit_when_numbers_lack_memory(void) {
  mp_set_memory_functions(allocate, resize_known, release_known);
  __flint_set_memory_functions(allocate, allocate_zero, resize, free);
  flint_set_abort(end_instead_of_abort);
}
