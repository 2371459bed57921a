/* The tax administration's capital links of a company, from its tax return (docs/registers.md). */
#ifndef CR_DGFIP_DGFIP_H
#define CR_DGFIP_DGFIP_H

#include "importers/formats/format.h"

extern const cr_format cr_format_dgfip;

#endif
