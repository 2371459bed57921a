/* Two screenings, before and after a change. */
#ifndef CR_ALTERNATIVES_WHATIF_H
#define CR_ALTERNATIVES_WHATIF_H

#include <crible/whatif.h>

#include "engine/screening/screening.h"

struct crible_whatif {
  crible_context *context;
  crible_dossier *unchanged, *changed; /* owned */
  struct crible_screening *before, *after; /* owned */
  char **changes;          /* "--add holder=…", as they were asked for; owned */
  size_t change_count;
};

#endif
