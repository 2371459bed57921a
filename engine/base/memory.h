/* Memory of a context: plain blocks, and arenas that free all at once.
 *
 * Long-lived structures (a dossier, a screening) own one arena each and are
 * freed with it. Rationals taken from an arena are cleared with it. */
#ifndef CR_BASE_MEMORY_H
#define CR_BASE_MEMORY_H

#include <stddef.h>

#include <flint/fmpq.h>

#include <crible/context.h>

/* Plain blocks; NULL when memory is short. cr_allocate_zero's block is zero. */
void *cr_allocate(crible_context *context, size_t size);
void *cr_allocate_zero(crible_context *context, size_t count, size_t size);
void *cr_reallocate(crible_context *context, void *block, size_t size);
void cr_release(crible_context *context, void *block);

/* Makes room for at least `count` elements of `size` bytes in a growing
 * array: *block and *capacity change only on success. */
CRIBLE_MUST_CHECK crible_status cr_grow(crible_context *context, void **block,
                                        size_t *capacity, size_t count, size_t size);

typedef struct cr_arena cr_arena;

CRIBLE_MUST_CHECK crible_status cr_arena_new(cr_arena **out, crible_context *context);
void cr_arena_free(cr_arena *arena);
crible_context *cr_arena_context(const cr_arena *arena);

/* Zeroed memory aligned for any type, or NULL when memory is short. */
void *cr_arena_alloc(cr_arena *arena, size_t count, size_t size);
/* A copy of `length` bytes of text with a terminating NUL, or NULL. */
char *cr_arena_text(cr_arena *arena, const char *text, size_t length);
/* A copy of a C string, or NULL. */
char *cr_arena_string(cr_arena *arena, const char *text);
/* printf into the arena, or NULL. */
char *cr_arena_printf(cr_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* `count` rationals, each 0, cleared with the arena, or NULL. */
fmpq *cr_arena_rationals(cr_arena *arena, size_t count);

#endif
