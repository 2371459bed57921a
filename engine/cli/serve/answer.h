/* The answer to a request: what the library says of the files, as one JSON object.
 *
 *   exit         exit status of the command for the same: by verdict, or by what went wrong
 *   file         name of what was read
 *   failure      what went wrong, if no diagnostic tells it; or null
 *   diagnostics  errors and warnings, each with its place
 *   result       the screening (datasets/schemas/screening.schema.json), after the changes; or null
 *   text         the same as a report of text; with changes, what they make of it; or null
 *   html         the same as a page for paper, of the dossier as filed, if the form has report=html; or null
 *   chart        who holds the candidate, as SVG; or null
 *   dossier      the facts before the changes, as dossier.xml; or null
 */
#ifndef CR_SERVE_ANSWER_H
#define CR_SERVE_ANSWER_H

#include <stdio.h>

#include "engine/cli/serve/request.h"

typedef struct cr_answer_question {
  const cr_request *request;
  const char *ruleset;
  char path[64];    /* what is read */
  const char *name; /* what a reader sees instead of the path */
  bool no_dossier;  /* several files without a dossier among them */
} cr_answer_question;

/* False when it cannot be written whole, or memory is short. */
bool cr_answer_write(FILE *out, const cr_answer_question *question);

#endif
