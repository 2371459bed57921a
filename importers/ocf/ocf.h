/* Open Cap Format: the ledger of a company's shares, as a folder or zip (docs/registers.md). */
#ifndef CR_OCF_OCF_H
#define CR_OCF_OCF_H

#include "importers/formats/format.h"

extern const cr_format cr_format_ocf;

#endif
