/* Status codes and the process exit codes they map to.
 *
 * Every fallible function of the library returns a crible_status. On any
 * status but CRIBLE_OK the function's outputs are as they were before the
 * call and nothing it allocated is left behind; what went wrong, and where,
 * is told by the diagnostics of the context (crible/diagnostic.h). */
#ifndef CRIBLE_STATUS_H
#define CRIBLE_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CRIBLE_MUST_CHECK __attribute__((warn_unused_result))
#else
#define CRIBLE_MUST_CHECK
#endif

#if defined(__GNUC__)
#define CRIBLE_API __attribute__((visibility("default")))
#else
#define CRIBLE_API
#endif

typedef enum crible_status {
  CRIBLE_OK = 0,
  CRIBLE_E_USAGE,     /* an argument is outside its domain; exit 64 */
  CRIBLE_E_DATA,      /* a file was read but what it says is wrong; exit 65 */
  CRIBLE_E_NO_INPUT,  /* a named file does not exist or cannot be opened; exit 66 */
  CRIBLE_E_MEMORY,    /* an allocation failed; exit 70 */
  CRIBLE_E_INTERNAL,  /* a broken invariant of the engine: please report it; exit 70 */
  CRIBLE_E_IO,        /* reading or writing failed midway; exit 74 */
  CRIBLE_E_UNAVAILABLE /* a program that does part of the work is not installed; exit 69 */
} crible_status;

/* The process exit status for a failed call, after sysexits.h (BSD). */
CRIBLE_API int crible_status_exit(crible_status status);

#ifdef __cplusplus
}
#endif
#endif
