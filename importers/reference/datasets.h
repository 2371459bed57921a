/* One function a dataset: fills its part of the reference from the children of the root.
 *
 * Each checks what the engine relies on (dates, codes, order, no entry twice), not
 * every rule of the schema: the schemas in datasets/schemas are the tests' business, since
 * validating at each run would take longer than screening. */
#ifndef CR_REFERENCE_DATASETS_H
#define CR_REFERENCE_DATASETS_H

#include "engine/facts/reference.h"
#include "importers/xml/document.h"

CRIBLE_MUST_CHECK crible_status cr_read_states(cr_reference *reference, const cr_xml *xml);
CRIBLE_MUST_CHECK crible_status cr_read_markets(cr_reference *reference, const cr_xml *xml);
CRIBLE_MUST_CHECK crible_status cr_read_majorities(cr_reference *reference, const cr_xml *xml);
CRIBLE_MUST_CHECK crible_status cr_read_decisions(cr_reference *reference, const cr_xml *xml);
CRIBLE_MUST_CHECK crible_status cr_read_thresholds(cr_reference *reference, const cr_xml *xml);
CRIBLE_MUST_CHECK crible_status cr_read_collections(cr_reference *reference, const cr_xml *xml);

#endif
