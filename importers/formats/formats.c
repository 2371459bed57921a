/* Which formats there are, and which one a file is in. */
#include "importers/formats/format.h"

#include <string.h>

#include "importers/bods/bods.h"
#include "importers/dgfip/dgfip.h"
#include "importers/gleif/gleif.h"
#include "importers/inpi/inpi.h"
#include "importers/ocf/ocf.h"
#include "importers/psc/psc.h"
#include "importers/tables/grid.h"

static bool recognises_dossier(const char *head) {
  (void)head; /* what nothing else recognises is told as a dossier, with its errors */
  return false;
}

static const cr_format dossier = {.name = "dossier", .recognises = recognises_dossier};

static const cr_format table = {.name = "table",
                                .recognises = cr_table_recognises,
                                .recognises_archive = cr_table_recognises_archive,
                                .read_of = cr_dossier_read_table};

const cr_format *const cr_formats[] = {&dossier,         &table,         &cr_format_bods,
                                      &cr_format_gleif, &cr_format_psc, &cr_format_dgfip,
                                      &cr_format_inpi,  &cr_format_ocf, NULL};

const cr_format *cr_format_named(const char *name) {
  for (const cr_format *const *format = cr_formats; *format; format++)
    if (!strcmp((*format)->name, name)) return *format;
  return NULL;
}
