/* Screenings that are compared with others. */
#ifndef CR_SCREENING_IN_ORDER_H
#define CR_SCREENING_IN_ORDER_H

#include "engine/screening/screening.h"

/* The day that a screening takes; what is wrong with the facts on it is told by their lines.
 * Errors: those of crible_screen. */
CRIBLE_MUST_CHECK crible_status cr_screening_day(cr_date *out, const crible_dossier *dossier,
                                                 const crible_screening_options *options);

/* Screens on a day, whatever day `options` say. */
CRIBLE_MUST_CHECK crible_status cr_screen_on(struct crible_screening **out,
                                             const crible_dossier *dossier,
                                             const crible_screening_options *options, cr_date day);

/* A copy of the dossier in the order of the canonical form, so that nothing differs by the order
 * in which facts were written. The caller frees *out. */
CRIBLE_MUST_CHECK crible_status cr_dossier_in_order(crible_dossier **out,
                                                    const crible_dossier *dossier);

#endif
