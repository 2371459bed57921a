/* The formats that facts are read from: one entry each, recognised by content.
 *
 * To add one: a file that defines its cr_format, and a line in formats.c. */
#ifndef CR_FORMATS_FORMAT_H
#define CR_FORMATS_FORMAT_H

#include "importers/container/container.h"
#include "importers/dossier/dossier.h"
#include "importers/registers/selection.h"

/* What a format's reader is given. Texts outlive the dossier. */
typedef struct cr_import {
  crible_context *context;
  cr_container *container;
  const char *candidate; /* as the caller wrote it, or NULL */
  cr_selection *selection; /* of a register: what its second pass keeps; else NULL */
  uint64_t file;   /* tells the keys of several files apart */
  bool joined;     /* registers are read afterwards, which may say what stands between parties */
  const char *subject; /* whose answer of a register it is, as the caller wrote it, or NULL */
} cr_import;

typedef struct cr_format {
  const char *name; /* for --from */
  /* Whether a file begins as one of this format; `head` is its beginning, NUL-terminated. */
  bool (*recognises)(const char *head);
  /* Adds to a dossier without facts; NULL: it has a reader of its own. */
  crible_status (*read)(crible_dossier *dossier, const cr_import *import);
  /* A register too large to be kept: the first pass, which ties keys; `read` then keeps what is
   * selected, and leaves the candidate to be found by its identifiers. NULL: it is read at once. */
  crible_status (*survey)(const cr_import *import);
  /* A register that `read` can take by itself, with its candidate; whether this one is small enough
   * to be kept whole beside others too. NULL: none is. */
  bool (*whole)(const cr_container *container);
  /* Reads a file of one company, which the caller names; NULL: the file says who it is. */
  crible_status (*read_of)(crible_dossier **out, crible_context *context, const char *path,
                           const char *candidate);
  /* Whether its files do not name the company that they are about, so that the caller does. */
  bool of_subject;
  bool folders; /* whether a folder may be one, as it may be an archive */
  /* Whether an archive is one file of this format; NULL: its first member is looked at. */
  bool (*recognises_archive)(const cr_container *container);
} cr_format;

extern const cr_format *const cr_formats[]; /* NULL-terminated; the own format is first */

/* By name; NULL when there is none. */
const cr_format *cr_format_named(const char *name);

#endif
