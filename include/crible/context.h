/* The context: memory, data folder and diagnostics of one caller.
 *
 * A context is used by one thread at a time. Everything made with a context
 * is freed before the context is. */
#ifndef CRIBLE_CONTEXT_H
#define CRIBLE_CONTEXT_H

#include <stddef.h>

#include <crible/status.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_context crible_context;

/* Memory functions with the meaning of malloc, realloc and free. All three
 * are set, or none (the C library's are then used). */
typedef struct crible_allocator {
  void *(*allocate)(void *user, size_t size);
  void *(*resize)(void *user, void *block, size_t size);
  void (*release)(void *user, void *block);
  void *user;
} crible_allocator;

typedef struct crible_context_options {
  const crible_allocator *allocator; /* copied; NULL: the C library's */
  const char *data_folder; /* where datasets are; NULL: CRIBLE_DATA_DIR of the
                              environment, else the installed folder */
} crible_context_options;

/* Makes a context. `options` may be NULL. The caller frees *out with
 * crible_context_free.
 * Errors: CRIBLE_E_USAGE when only some memory functions are set,
 * CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_context_new(
    crible_context **out, const crible_context_options *options);

/* Frees a context and its diagnostics. NULL is allowed. */
CRIBLE_API void crible_context_free(crible_context *context);

/* The folder in which the context looks for datasets. Owned by the context. */
CRIBLE_API const char *crible_context_data_folder(const crible_context *context);

/* The libraries of exact numbers (GMP, FLINT) cannot report that memory is
 * short: by default they abort the process. After this call they print one
 * line on stderr and end it with status 70 instead. For commands, before any
 * other call: it concerns the whole process and is not taken back. */
CRIBLE_API void crible_exit_when_numbers_lack_memory(void);

#ifdef __cplusplus
}
#endif
#endif
