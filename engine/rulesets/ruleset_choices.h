/* The choices of a ruleset file. */
#ifndef CR_RULESETS_RULESET_CHOICES_H
#define CR_RULESETS_RULESET_CHOICES_H

#include "engine/rulesets/ruleset.h"
#include "importers/xml/document.h"

/* Reads them and checks that each choice there is has one option, which exists.
 * Tells everything that is wrong, not only the first thing. */
CRIBLE_MUST_CHECK crible_status cr_ruleset_read_choices(cr_ruleset *ruleset, const cr_xml *xml);

#endif
