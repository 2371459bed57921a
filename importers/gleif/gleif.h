/* The Global LEI Foundation's files: LEI-CDF, RR-CDF and reporting exceptions (docs/registers.md). */
#ifndef CR_GLEIF_GLEIF_H
#define CR_GLEIF_GLEIF_H

#include "importers/formats/format.h"

extern const cr_format cr_format_gleif;

#endif
