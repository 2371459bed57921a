/* From the name that a person gives of a ruleset to its file. */
#ifndef CR_RULESETS_RULESET_NAME_H
#define CR_RULESETS_RULESET_NAME_H

#include "engine/base/memory.h"

/* A name with a slash, or that ends in ".xml", is a path; any other is the id of a
 * ruleset of the data folder, and *id then is the name, else NULL. A name of the second kind of which
 * there is no file is told, with the nearest that there is: CRIBLE_E_NO_INPUT. */
CRIBLE_MUST_CHECK crible_status cr_ruleset_locate(const char **path, const char **id,
                                                  cr_arena *arena, const char *name);

#endif
