/* Exact numbers in attributes: quantities of shares, shares of a whole. */
#ifndef CR_DOSSIER_NUMBERS_H
#define CR_DOSSIER_NUMBERS_H

#include "importers/dossier/values.h"

/* A quantity above 0, or of at least 0. NULL when not stated or not readable. */
fmpq *cr_read_quantity(cr_reader *reader, const xmlNode *element, const char *name,
                       bool zero_allowed);

/* An exact share in [0, 1], or NULL. */
fmpq *cr_read_fraction(cr_reader *reader, const xmlNode *element, const char *name);

/* A figure: share or interval, widened by the element's `rounded`. */
typedef struct cr_figure {
  bool stated;
  cr_interval share; /* cr_interval_init done by the caller */
  int decimals;      /* of the percentage, 0 when it has no finite expansion */
  bool rounded;
} cr_figure;

void cr_read_figure(cr_reader *reader, cr_figure *out, const xmlNode *element, const char *name);

/* Complaints about shares. */
bool cr_in_unit(const fmpq_t value);
void cr_share_outside(cr_reader *reader, const xmlNode *element, const char *name, const char *text,
                      const fmpq_t value);
void cr_bad_share(cr_reader *reader, const xmlNode *element, const char *name, const char *text);

#endif
