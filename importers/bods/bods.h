/* BODS, the Beneficial Ownership Data Standard, 0.2 to 0.4: a package of statements as facts. */
#ifndef CR_BODS_BODS_H
#define CR_BODS_BODS_H

#include "importers/formats/format.h"

extern const cr_format cr_format_bods;

#endif
