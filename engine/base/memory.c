#include "engine/base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/context.h"

void *cr_allocate(crible_context *context, size_t size) {
  return context->allocator.allocate(context->allocator.user, size ? size : 1);
}

void *cr_allocate_zero(crible_context *context, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) {
    return NULL;
  }
  void *block = cr_allocate(context, count * size);
  if (block) {
    memset(block, 0, count * size);
  }
  return block;
}

void *cr_reallocate(crible_context *context, void *block, size_t size) {
  return context->allocator.resize(context->allocator.user, block, size ? size : 1);
}

void cr_release(crible_context *context, void *block) {
  if (block) {
    context->allocator.release(context->allocator.user, block);
  }
}

crible_status cr_grow(crible_context *context, void **block, size_t *capacity, size_t count,
                      size_t size) {
  if (count <= *capacity) {
    return CRIBLE_OK;
  }
  size_t wanted = *capacity < 8 ? 8 : *capacity + *capacity / 2;
  if (wanted < count) {
    wanted = count;
  }
  if (wanted > SIZE_MAX / size) {
    return CRIBLE_E_MEMORY;
  }
  void *larger = cr_reallocate(context, *block, wanted * size);
  if (!larger) {
    return CRIBLE_E_MEMORY;
  }
  *block = larger;
  *capacity = wanted;
  return CRIBLE_OK;
}

/* An arena is a list of chunks, and a list of the rationals it must clear:
 * FLINT keeps large numbers outside. */
typedef struct cr_chunk {
  struct cr_chunk *next;
  size_t used, size;
} cr_chunk;

typedef struct cr_rational_block {
  struct cr_rational_block *next;
  fmpq *values;
  size_t count;
} cr_rational_block;

struct cr_arena {
  crible_context *context;
  cr_chunk *chunks;
  cr_rational_block *rationals;
};

enum { CHUNK_SIZE = 32 * 1024, ALIGNMENT = _Alignof(max_align_t) };

static size_t aligned(size_t size) { return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

crible_status cr_arena_new(cr_arena **out, crible_context *context) {
  cr_arena *arena = cr_allocate_zero(context, 1, sizeof *arena);
  if (!arena) {
    return CRIBLE_E_MEMORY;
  }
  arena->context = context;
  *out = arena;
  return CRIBLE_OK;
}

void cr_arena_free(cr_arena *arena) {
  if (!arena) {
    return;
  }
  for (cr_rational_block *block = arena->rationals; block; block = block->next) {
    for (size_t i = 0; i < block->count; i++) {
      fmpq_clear(block->values + i);
    }
  }
  for (cr_chunk *chunk = arena->chunks; chunk;) {
    cr_chunk *next = chunk->next;
    cr_release(arena->context, chunk);
    chunk = next;
  }
  cr_release(arena->context, arena);
}

crible_context *cr_arena_context(const cr_arena *arena) { return arena->context; }

/* A chunk with room for `size` bytes. Large blocks get one of their own, put
 * behind the first so that the first goes on serving small ones. */
static cr_chunk *chunk_for(cr_arena *arena, size_t size) {
  cr_chunk *first = arena->chunks;
  if (first && first->size - first->used >= size) {
    return first;
  }
  size_t header = aligned(sizeof(cr_chunk));
  size_t body = size > CHUNK_SIZE / 4 ? size : CHUNK_SIZE;
  if (body > SIZE_MAX - header) {
    return NULL;
  }
  cr_chunk *chunk = cr_allocate(arena->context, header + body);
  if (!chunk) {
    return NULL;
  }
  chunk->size = body;
  chunk->used = 0;
  if (first && body == size) {
    chunk->next = first->next;
    first->next = chunk;
  } else {
    chunk->next = first;
    arena->chunks = chunk;
  }
  return chunk;
}

void *cr_arena_alloc(cr_arena *arena, size_t count, size_t size) {
  if (size && count > (SIZE_MAX / 2) / size) {
    return NULL;
  }
  size_t bytes = aligned(count * size > 0 ? count * size : 1);
  cr_chunk *chunk = chunk_for(arena, bytes);
  if (!chunk) {
    return NULL;
  }
  char *block = (char *)chunk + aligned(sizeof(cr_chunk)) + chunk->used;
  chunk->used += bytes;
  memset(block, 0, bytes);
  return block;
}

char *cr_arena_text(cr_arena *arena, const char *text, size_t length) {
  char *copy = cr_arena_alloc(arena, length + 1, 1);
  if (copy && length) {
    memcpy(copy, text, length);
  }
  return copy;
}

char *cr_arena_string(cr_arena *arena, const char *text) {
  return cr_arena_text(arena, text, strlen(text));
}

char *cr_arena_printf(cr_arena *arena, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *text = length < 0 ? NULL : cr_arena_alloc(arena, (size_t)length + 1, 1);
  if (text) {
    vsnprintf(text, (size_t)length + 1, format, again);
  }
  va_end(again);
  return text;
}

fmpq *cr_arena_rationals(cr_arena *arena, size_t count) {
  fmpq *values = cr_arena_alloc(arena, count, sizeof *values);
  cr_rational_block *block = cr_arena_alloc(arena, 1, sizeof *block);
  if (!values || !block) {
    return NULL;
  }
  for (size_t i = 0; i < count; i++) {
    fmpq_init(values + i);
  }
  block->values = values;
  block->count = count;
  block->next = arena->rationals;
  arena->rationals = block;
  return values;
}
