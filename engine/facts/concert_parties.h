/* Facts in which every concert is a party of its own, after those of the dossier. */
#ifndef CR_FACTS_CONCERT_PARTIES_H
#define CR_FACTS_CONCERT_PARTIES_H

#include "engine/facts/facts.h"

/* `*out` is `facts` itself where its concerts are parties already, or it has none; else a shallow
 * copy in `arena`, which must not outlive `facts`. A concert's id is those of its members, joined
 * by "+". */
CRIBLE_MUST_CHECK crible_status cr_facts_with_concerts(const cr_facts **out, const cr_facts *facts,
                                                       cr_arena *arena);

#endif
