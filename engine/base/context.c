#include "engine/base/context.h"

#include <stdlib.h>
#include <string.h>

static void *plain_allocate(void *user, size_t size) {
  (void)user;
  return malloc(size);
}

static void *plain_resize(void *user, void *block, size_t size) {
  (void)user;
  return realloc(block, size);
}

static void plain_release(void *user, void *block) {
  (void)user;
  free(block);
}

static const crible_allocator plain = {plain_allocate, plain_resize, plain_release, NULL};

static const char *chosen_folder(const crible_context_options *options) {
  if (options && options->data_folder) {
    return options->data_folder;
  }
  const char *named = getenv("CRIBLE_DATA_DIR");
  return named && *named ? named : CRIBLE_DATA_FOLDER;
}

static int whole(const crible_allocator *allocator) {
  return allocator->allocate && allocator->resize && allocator->release;
}

crible_status crible_context_new(crible_context **out, const crible_context_options *options) {
  const crible_allocator *allocator = options && options->allocator ? options->allocator : &plain;
  if (!whole(allocator)) {
    return CRIBLE_E_USAGE;
  }
  crible_context *context = allocator->allocate(allocator->user, sizeof *context);
  if (!context) {
    return CRIBLE_E_MEMORY;
  }
  memset(context, 0, sizeof *context);
  context->allocator = *allocator;
  crible_status status = cr_arena_new(&context->texts, context);
  if (status == CRIBLE_OK) {
    context->data_folder = cr_arena_string(context->texts, chosen_folder(options));
    status = context->data_folder ? CRIBLE_OK : CRIBLE_E_MEMORY;
  }
  if (status != CRIBLE_OK) {
    crible_context_free(context);
    return status;
  }
  *out = context;
  return CRIBLE_OK;
}

void crible_context_free(crible_context *context) {
  if (!context) {
    return;
  }
  cr_release(context, context->diagnostics);
  cr_arena_free(context->reports);
  cr_arena_free(context->texts);
  crible_allocator allocator = context->allocator;
  allocator.release(allocator.user, context);
}

const char *crible_context_data_folder(const crible_context *context) {
  return context->data_folder;
}
