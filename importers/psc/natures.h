/* Natures of control: the codes of the register. */
#ifndef CR_PSC_NATURES_H
#define CR_PSC_NATURES_H

#include <stdbool.h>

#include "engine/base/interval.h"

typedef enum cr_psc_effect {
  CR_PSC_NO_EFFECT, /* a share of what a liquidation leaves, or land held for somebody */
  CR_PSC_CAPITAL,
  CR_PSC_VOTES,
  CR_PSC_APPOINTS,  /* the majority of the board */
  CR_PSC_INFLUENCES,
  CR_PSC_UNKNOWN
} cr_psc_effect;

/* Through whom: the person itself, or a trust or firm without legal personality. */
typedef enum cr_psc_through {
  CR_PSC_ITSELF,
  CR_PSC_TRUSTEE,         /* it is a trustee of the trust */
  CR_PSC_TRUST, CR_PSC_FIRM /* it may control the trust, the firm */
} cr_psc_through;

typedef struct cr_psc_nature {
  cr_psc_effect effect;
  cr_psc_through through;
  int band; /* of a holding: index for cr_psc_band, or -1 */
} cr_psc_nature;

cr_psc_nature cr_psc_nature_of(const char *code);

/* (1/4, 1/2], (1/2, 3/4], [3/4, 1] or (1/4, 1], into an initialised interval. */
void cr_psc_band(cr_interval *out, int band);

#endif
