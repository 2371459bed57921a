/* The files dropped as one input: a single one as it is, several as a zip in memory, so that a
 * dossier finds its documents, and those only. */
#ifndef CR_SERVE_BUNDLE_H
#define CR_SERVE_BUNDLE_H

#include "engine/cli/serve/request.h"

typedef enum cr_bundle_result {
  CR_BUNDLE_MADE,
  CR_BUNDLE_WITHOUT_DOSSIER, /* several files, and none of them is surely the dossier */
  CR_BUNDLE_FAILED
} cr_bundle_result;

typedef struct cr_bundle {
  int descriptor;   /* a file of memory, or that of the single upload */
  const char *name; /* how a reader knows it: the name of the single file, or of the dossier's */
} cr_bundle;

/* Of several files the dossier is the one called dossier.xml that lies highest, else the only one whose
 * name ends in ".xml", which is then taken under that name. Names lose the folder that it lies in; a
 * file outside of it is left out. A table alone gets a dossier beside it, of the company that the page
 * names. */
cr_bundle_result cr_bundle_make(cr_bundle *out, const cr_request *request);

#endif
