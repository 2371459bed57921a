/* What the harnesses share: an input as a file, and what is asked of every importer. */
#ifndef TESTS_FUZZ_SUPPORT_H
#define TESTS_FUZZ_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <crible/crible.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Stops the run, with its input as a finding, unless it holds. */
void need(bool holds);

/* A path in $FUZZ_FOLDER (the current folder), in one buffer a name. */
const char *fuzz_path(const char *name);

/* Writes the input to a file and gives its path. An input that begins with "== " is written as a
 * zip, so that random inputs get past its checksums: each line "== NAME" begins a member. */
const char *fuzz_file(const uint8_t *bytes, size_t length);

/* What holds of any reading: an error is told and leaves no dossier; facts have a canonical form
 * and can be checked. Frees the dossier. */
void fuzz_judge(crible_context *context, crible_dossier *dossier, crible_status status);

/* Reads the input as an importer is asked to, and judges. */
void fuzz_import(const uint8_t *bytes, size_t length, const crible_dossier_options *options);

#endif
