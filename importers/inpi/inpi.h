/* Beneficial owners of a company in the national register of companies (docs/registers.md). */
#ifndef CR_INPI_INPI_H
#define CR_INPI_INPI_H

#include "importers/formats/format.h"

extern const cr_format cr_format_inpi;

#endif
