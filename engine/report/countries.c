/* Names of States and territories in the reader's language. */
#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"

/* The translations of iso-codes, from the package's own catalogue. */
#define ISO_DOMAIN "iso_3166-1"

/* Names that read better otherwise than that catalogue has them, inverted for the alphabet or
 * left in English: they are in ours. */
static const char *translated(const char *english) {
  static const char *const ours[] = {N_("Christmas Island"),
                                     N_("Cocos (Keeling) Islands"),
                                     N_("Congo, The Democratic Republic of the"),
                                     N_("Falkland Islands (Malvinas)"),
                                     N_("Holy See (Vatican City State)"),
                                     N_("Iran"),
                                     N_("Laos"),
                                     N_("Micronesia, Federated States of"),
                                     N_("North Korea"),
                                     N_("Palestine, State of"),
                                     N_("Russian Federation"),
                                     N_("Réunion"),
                                     N_("Solomon Islands"),
                                     N_("South Korea"),
                                     N_("Syria"),
                                     N_("Türkiye"),
                                     N_("Virgin Islands, British"),
                                     N_("Virgin Islands, U.S."),
                                     N_("Åland Islands")};
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
    if (strcmp(english, ours[i]) == 0) return _(ours[i]);
  return dgettext(ISO_DOMAIN, english);
}

const char *cr_country_words(cr_builder *builder, const char *code) {
  if (!builder->countries &&
      cr_country_names_read(&builder->countries, builder->screening->context) != CRIBLE_OK)
    return cr_kept(builder, NULL);
  const char *english = cr_country_name(builder->countries, code);
  return cr_kept(builder, cr_arena_string(builder->arena, translated(english)));
}
