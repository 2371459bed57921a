/* What a number's format shows, of an XLSX's cells. */
#ifndef CR_TABLES_STYLES_H
#define CR_TABLES_STYLES_H

#include "importers/tables/parts.h"

typedef struct cr_shows {
  int decimals; /* CR_SHOWN_ALL: as many as there are */
  bool percent, date;
} cr_shows;

/* What a format code ("0.00%", "dd/mm/yyyy") shows; only its first section counts. */
cr_shows cr_format_shows(const char *code);

typedef struct cr_styles {
  cr_shows *items; /* by the number that cells state; in the arena */
  int count;
} cr_styles;

/* Reads styles.xml. Errors: CRIBLE_E_DATA, CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_styles_read(cr_styles *out, cr_arena *arena, cr_container *zip,
                                               size_t member);

#endif
