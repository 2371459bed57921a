/* What a verb reads: the options that say what the file is, what is read beside it and which of its
 * parties are one. */
#ifndef CR_CLI_SOURCE_H
#define CR_CLI_SOURCE_H

#include <stdbool.h>

#include <crible/crible.h>

#include "engine/cli/options.h"
#include "engine/cli/words.h"

/* Where they stand, from the first of them on. */
enum { CR_CANDIDATE, CR_SUBJECT, CR_FROM, CR_WITH, CR_MATCHES, CR_SOURCE_OPTIONS };

/* Entries of a verb's list of options, `at` the first; `subject` is the letter of --subject, or 0
 * where it is another option's. */
#define CR_SOURCE_OPTION_LIST(at, subject)                                                    \
  [(at) + CR_CANDIDATE] = {"candidate", 'c', N_("ID"),                                        \
                           N_("who is screened, in a file that does not say it"), false},     \
  [(at) + CR_SUBJECT] = {"subject", subject, "SIREN",                                         \
                         N_("whose answer of a French register it is, which does not say it"), \
                         false},                                                              \
  [(at) + CR_FROM] = {"from", 'F', N_("FORMAT"),                                              \
                      N_("format of the file, such as bods or gleif (recognised)"), false},   \
  [(at) + CR_WITH] = {"with", 'w', N_("FILE"),                                                \
                      N_("a register to read beside it; may be repeated"), true},             \
  [(at) + CR_MATCHES] = {                                                                     \
      "matches", 'm', N_("FILE"),                                                             \
      N_("pairs of 'crible match' that were confirmed to be one party each"), false}

typedef struct cr_source_options {
  crible_dossier_options reading;
  const char *registers[CR_MOST_GIVEN];
  const char *matches;
} cr_source_options;

/* From the options of a verb, as its run_given has them, `at` the first of these. *out points into
 * itself. */
void cr_source_options_read(cr_source_options *out, int at, const char *const *values,
                            const cr_given *given, int given_count);

/* Reads the file, and the registers beside it, and takes in what was confirmed.
 * Errors: those of crible_dossier_read_with and crible_matches_take. */
CRIBLE_MUST_CHECK crible_status cr_source_open(crible_dossier **out, crible_context *context,
                                               const char *path, const cr_source_options *source);

/* A dossier read and screened. Whatever the status, cr_screened_free afterwards. */
typedef struct cr_screened {
  crible_context *context;
  crible_dossier *dossier;
  crible_screening *screening;
} cr_screened;

/* Opens a session, reads the file as `source` says and screens it.
 * Errors: those of cr_session_open, cr_source_open and crible_screen. */
CRIBLE_MUST_CHECK crible_status cr_screened_open(cr_screened *out, const char *path,
                                                 const cr_source_options *source,
                                                 const crible_screening_options *question);
void cr_screened_free(cr_screened *screened);

#endif
