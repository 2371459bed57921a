/* Which parties of two dossiers are the same. */
#ifndef CR_DIFFERENCE_SAME_PARTIES_H
#define CR_DIFFERENCE_SAME_PARTIES_H

#include <libxml/tree.h>

#include "engine/base/memory.h"

/* Gives parties of the tree `after` the ids that those same parties have in `before`, wherever
 * they are named, lists of them put in order again. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_same_parties(xmlNode *after, const xmlNode *before,
                                                cr_arena *arena);

#endif
