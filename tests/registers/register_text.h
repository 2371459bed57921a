/* Registers written in a few words, and what is made of them. */
#ifndef TESTS_REGISTERS_REGISTER_TEXT_H
#define TESTS_REGISTERS_REGISTER_TEXT_H

#include "importers/dossier/dossier.h"

/* A file of a test: written to a path of its own, in "/tmp". */
typedef struct register_file {
  char path[64];
} register_file;

register_file register_write(const char *text);
void register_remove(const register_file *file);

/* Reads a text as a register with a candidate. `context` is the caller's. */
crible_status register_read(crible_dossier **out, crible_context *context, const char *text,
                            const char *candidate);

/* "[1/4,1/2] …": the figures of the four criteria on 15 February 2023, then the status of veto
 * and organs as m, u, v; the code of the first error when there are none. The caller frees it. */
char *register_figures(const char *text, const char *candidate);
char *register_figures_of(crible_dossier *dossier, crible_context *context);

/* The codes of all diagnostics, a blank after each; the caller frees it. */
char *register_said(const char *text, const char *candidate);

/* What the facts are, a line each: parties with kind and seats, controls, stakes; the caller
 * frees it. */
char *register_facts(const char *text, const char *candidate);
char *register_facts_of(const cr_facts *facts);

#endif
