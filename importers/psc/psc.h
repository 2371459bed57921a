/* The British register of persons with significant control: the snapshot of Companies House
 * (docs/registers.md). */
#ifndef CR_PSC_PSC_H
#define CR_PSC_PSC_H

#include "importers/formats/format.h"

extern const cr_format cr_format_psc;

#endif
