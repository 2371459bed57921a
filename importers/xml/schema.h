/* Validation of an XML file against a RELAX NG schema of the data folder. */
#ifndef CR_XML_SCHEMA_H
#define CR_XML_SCHEMA_H

#include "importers/xml/document.h"

/* Validates against schemas/<name>.rng. The first thing that the schema has against
 * the file is told: libxml2's later ones echo it.
 * Errors: CRIBLE_E_DATA; those of cr_file_read for the schema; CRIBLE_E_INTERNAL when it
 * cannot be used; CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_xml_validate(const cr_xml *xml, const char *name);

#endif
