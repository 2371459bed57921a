/* Rulesets: by which thresholds, and which readings of the law, a dossier is screened.
 *
 * A ruleset is named as in crible_screening_options: the id of one in the data folder, or a file
 * (a name with a slash, or that ends in ".xml"). NULL: the default one. */
#ifndef CRIBLE_RULESET_H
#define CRIBLE_RULESET_H

#include <crible/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether a ruleset can be used; all that is wrong is told in the diagnostics.
 * Errors: CRIBLE_E_NO_INPUT, CRIBLE_E_DATA, CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_ruleset_check(crible_context *context,
                                                                const char *name);

/* Writes a file with the thresholds and choices of ruleset `from`, each of `changes` made:
 * "vote-chain=multiplication", the last of several for one choice. The id is the file's name, which
 * ends in ".xml". Nothing is ever overwritten.
 * Errors: those of reading `from`; CRIBLE_E_USAGE for a name that will not do, a file that is there
 * already, and a change that names no choice or option, told in the diagnostics; CRIBLE_E_IO. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_ruleset_new(crible_context *context,
                                                              const char *file, const char *from,
                                                              const char *const *changes,
                                                              size_t count);

/* Thresholds and choices of a ruleset, those marked that the default one makes otherwise: text of
 * *length bytes, NUL-terminated, which the caller frees with crible_text_free. Of `options`, which
 * may be NULL, colour and width count.
 * Errors: those of reading the rulesets, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_ruleset_text(
    char **out, size_t *length, crible_context *context, const char *name,
    const crible_report_options *options);

/* The options of a choice, or of all when it is NULL: what each means, where the law, the clause or
 * a doctrine supports it, and which are those of the default and of the strict ruleset. As above.
 * Errors: CRIBLE_E_USAGE, told, for an unknown choice. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_choice_text(
    char **out, size_t *length, crible_context *context, const char *choice,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
