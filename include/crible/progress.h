/* Progress: how far the reading of large files is, for those who wait. */
#ifndef CRIBLE_PROGRESS_H
#define CRIBLE_PROGRESS_H

#include <crible/context.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_progress {
  const char *file;            /* as diagnostics name it; NULL: the reading has ended */
  int pass, passes;            /* over the file, from 1 */
  unsigned long long records;  /* read in this pass; 0: the format has none */
  unsigned long long bytes;    /* read in this pass, unpacked */
  unsigned long long done, total; /* of the file in this pass, packed as it is; total 0: not known */
  unsigned long milliseconds;  /* since this pass began */
} crible_progress;

/* `tell` is called between the blocks of a file, and must use nothing of the context. When it was
 * called during a reading it is called once more at the end, with no file. */
typedef struct crible_progress_listener {
  void (*tell)(void *user, const crible_progress *progress);
  void *user;
  unsigned first; /* milliseconds from the beginning of a reading to the first call */
  unsigned every; /* and between two calls, at least */
} crible_progress_listener;

/* Who is told; copied. NULL: nobody, as at first. */
CRIBLE_API void crible_context_tell_progress(crible_context *context,
                                             const crible_progress_listener *listener);

#ifdef __cplusplus
}
#endif
#endif
