/* A dossier: the facts on one candidate, read from a folder or file. */
#ifndef CRIBLE_DOSSIER_H
#define CRIBLE_DOSSIER_H

#include <crible/context.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_dossier crible_dossier;

/* Reads and checks a dossier. `path` is a folder with a dossier.xml, such a file, or
 * a zip with one at its root or in its one top folder. The caller frees *out with crible_dossier_free, before the context.
 * Warnings may be among the diagnostics even on success.
 * Errors: CRIBLE_E_NO_INPUT, CRIBLE_E_DATA (every error of the file is told, at
 * most twenty), CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_dossier_read(
    crible_dossier **out, crible_context *context, const char *path);

typedef struct crible_dossier_options {
  const char *format;    /* "dossier", "bods", "table" (of holders), "gleif"…; NULL: recognised
                            by what the file holds */
  const char *candidate; /* who is screened, by an id of the file or an identifier such as an LEI, of a
                            table of holders the name of its company; NULL: the file says it, as a dossier does */
  const char *subject;   /* the SIREN of the company that a French register's answer is about, which does
                            not name it ("dgfip", "inpi"); it is then the candidate, unless another is named */
  int candidate_if_asked; /* not 0: a file that says it itself is read without `candidate` and `subject` */
  const char *const *registers; /* files read beside it, of which what stands above its parties
                                   is kept; parties of equal identifiers are one */
  size_t register_count;
} crible_dossier_options;

/* Reads a dossier, or another file of facts, plain, in gzip or in zip. `options` may be NULL.
 * The caller frees *out as above.
 * Errors: those of crible_dossier_read; CRIBLE_E_USAGE for a format that there is not, a candidate
 * or subject that must be named, or that must not. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_dossier_read_with(
    crible_dossier **out, crible_context *context, const char *path,
    const crible_dossier_options *options);

/* NULL is allowed. */
CRIBLE_API void crible_dossier_free(crible_dossier *dossier);

/* The canonical form of the facts: XML of the dossier's own format, in one
 * fixed order and spelling, so that equal facts give equal bytes. The caller frees *out
 * with crible_text_free.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_dossier_canonical(
    char **out, size_t *length, const crible_dossier *dossier);

/* Frees a text that the library gave. NULL is allowed. */
CRIBLE_API void crible_text_free(crible_context *context, char *text);

#ifdef __cplusplus
}
#endif
#endif
