/* Facts changed in memory, as the arguments of "what if" say. */
#ifndef CR_CHANGE_CHANGE_H
#define CR_CHANGE_CHANGE_H

#include <crible/whatif.h>

#include "engine/base/date.h"

/* As crible_dossier_change, the day being read already. */
CRIBLE_MUST_CHECK crible_status cr_dossier_change(crible_dossier **out,
                                                  const crible_dossier *dossier,
                                                  const crible_change *changes, size_t count,
                                                  cr_date day);

#endif
