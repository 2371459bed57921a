#include "importers/psc/natures.h"

#include <string.h>

static bool begins(const char **rest, const char *code, const char *with) {
  size_t length = strlen(with);
  if (strncmp(code, with, length)) return false;
  *rest = code + length;
  return true;
}

/* The regulations (S.I. 2016/339, schedule 2) end the second band below 75 % and begin the third
 * there; the published descriptions put 75 % into the second. Both are taken. */
static const struct band {
  const char *code;
  int lower, upper; /* quarters */
  bool open;        /* at the lower end */
} bands[] = {{"25-to-50-percent", 1, 2, true},
             {"50-to-75-percent", 2, 3, true},
             {"75-to-100-percent", 3, 4, false},
             {"more-than-25-percent", 1, 4, true}};

enum { BANDS = sizeof bands / sizeof *bands, NO_BAND = -1, QUARTERS = 4 };

void cr_psc_band(cr_interval *out, int band) {
  fmpq_set_si(&out->lo, bands[band].lower, QUARTERS);
  fmpq_set_si(&out->hi, bands[band].upper, QUARTERS);
  out->lo_open = bands[band].open;
  out->hi_open = false;
}

/* Of a British company the person controls the trust or firm; of an overseas entity it is a
 * trustee or member itself, unless the code says otherwise. */
static cr_psc_through through_of(const char *rest) {
  if (strstr(rest, "-as-control-over-trust")) return CR_PSC_TRUST;
  if (strstr(rest, "-as-control-over-firm") || strstr(rest, "-as-firm")) return CR_PSC_FIRM;
  if (!strstr(rest, "-as-trust")) return CR_PSC_ITSELF;
  return strstr(rest, "-registered-overseas-entity") ? CR_PSC_TRUSTEE : CR_PSC_TRUST;
}

static const struct family {
  const char *code;
  cr_psc_effect effect;
} families[] = {{"ownership-of-shares-", CR_PSC_CAPITAL},
                {"voting-rights-", CR_PSC_VOTES},
                {"right-to-appoint-and-remove-", CR_PSC_APPOINTS},
                {"significant-influence-or-control", CR_PSC_INFLUENCES},
                {"right-to-share-surplus-assets-", CR_PSC_NO_EFFECT},
                {"part-right-to-share-surplus-assets-", CR_PSC_NO_EFFECT},
                {"registered-owner-as-nominee-", CR_PSC_NO_EFFECT}};

cr_psc_nature cr_psc_nature_of(const char *code) {
  cr_psc_nature nature = {CR_PSC_UNKNOWN, CR_PSC_ITSELF, NO_BAND};
  const char *rest = NULL;
  for (size_t i = 0; !rest && i < sizeof families / sizeof *families; i++)
    if (begins(&rest, code, families[i].code)) nature.effect = families[i].effect;
  if (!rest) return nature;
  nature.through = through_of(rest);
  if (nature.effect != CR_PSC_CAPITAL && nature.effect != CR_PSC_VOTES) return nature;
  const char *after = NULL;
  for (int i = 0; nature.band == NO_BAND && i < BANDS; i++)
    if (begins(&after, rest, bands[i].code)) nature.band = i;
  if (nature.band == NO_BAND) nature.effect = CR_PSC_UNKNOWN;
  return nature;
}
