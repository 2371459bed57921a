/* What only all facts together tell of what registers say. */
#ifndef CR_REGISTERS_TOTALS_H
#define CR_REGISTERS_TOTALS_H

#include "importers/dossier/dossier.h"

/* Holdings "directly or indirectly" were presumed to be direct (presumption "direct-holding").
 * Where another chain leads from the holder to the company the link is between 0 and the upper
 * end (presumption "part-of-a-total"), and the lower end is told. */
CRIBLE_MUST_CHECK crible_status cr_totals_settle(crible_dossier *dossier);

/* A register's right to appoint the majority of the candidate's board is a right that binds the
 * candidate; until it is known who that is, it is a control fact alone. */
CRIBLE_MUST_CHECK crible_status cr_appointments_settle(cr_facts *facts);

#endif
