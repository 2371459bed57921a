#include "importers/tables/words.h"

#include <ctype.h>
#include <string.h>

/* Letters of two bytes of UTF-8 and what they are without accents. */
static const char *plain_letter(const char *text, size_t *size) {
  static const struct {
    const char *letters, *plain;
  } table[] = {{"àâäáãåÀÂÄÁÃÅ", "a"}, {"éèêëÉÈÊË", "e"}, {"îïíìÎÏÍÌ", "i"}, {"ôöóòõøÔÖÓÒÕØ", "o"},
               {"ùûüúÙÛÜÚ", "u"},     {"çÇ", "c"},       {"ñÑ", "n"},       {"œŒ", "oe"},
               {"æÆ", "ae"},          {"ß", "ss"},       {"ÿŸ", "y"},       {"šŠ", "s"},
               {"žŽ", "z"},           {"°º", "o"}};
  *size = 1;
  if ((unsigned char)*text < 0x80) return NULL;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    for (const char *letter = table[i].letters; *letter; letter += 2) {
      if (text[1] && !memcmp(text, letter, 2)) {
        *size = 2;
        return table[i].plain;
      }
    }
  }
  return NULL;
}

/* Any other character, a right apostrophe or a dash, separates words. */
char *cr_fold(cr_arena *arena, const char *text) {
  char *out = cr_arena_alloc(arena, 3 * strlen(text) + 2, 1);
  size_t used = 0, size;
  if (!out) return NULL;
  for (; *text; text += size) {
    const char *plain = plain_letter(text, &size);
    if (plain) {
      while (*plain) out[used++] = *plain++;
    } else if (isalnum((unsigned char)*text) && (unsigned char)*text < 0x80) {
      out[used++] = (char)tolower((unsigned char)*text);
    } else {
      if (used && out[used - 1] != ' ') out[used++] = ' ';
      if (*text == '%') {
        out[used++] = '%';
        out[used++] = ' ';
      }
    }
  }
  if (used && out[used - 1] == ' ') used--;
  out[used] = '\0';
  return out;
}

bool cr_has_words(const char *folded, const char *words) {
  size_t length = strlen(words);
  for (const char *at = folded; (at = strstr(at, words)); at++) {
    bool begins = at == folded || at[-1] == ' ';
    bool ends = at[length] == '\0' || at[length] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

static bool has_any(const char *folded, const char *const *words) {
  for (; *words; words++) {
    if (cr_has_words(folded, *words)) return true;
  }
  return false;
}

static const char *const phrases[CR_FIELDS][28] = {
    [CR_FIELD_HOLDER] = {"associe", "associes", "actionnaire", "actionnaires", "porteur", "porteurs",
                         "detenteur", "detenteurs", "titulaire", "titulaires", "nom", "name",
                         "holder", "holders", "shareholder", "shareholders", "stockholder",
                         "members", "investor", "investisseur", "denomination", "raison sociale",
                         "nom de l actionnaire", "prenom", "first name",
                         "last name"},
    [CR_FIELD_KIND] = {"type", "kind", "personne", "type de personne", "type of holder",
                       "holder type", "qualite", "type d actionnaire", "physique morale"},
    [CR_FIELD_COUNTRY] = {"pays", "country", "state", "etat", "residence", "pays de residence",
                          "siege", "pays du siege", "seat", "country of residence",
                          "registered office"},
    [CR_FIELD_NATIONALITY] = {"nationalite", "nationalites", "nationality", "nationalities"},
    [CR_FIELD_IDENTIFIER] = {"lei", "siren", "siret", "identifiant", "identifier", "rcs",
                             "numero siren", "no siren", "n siren", "lei siren",
                             "registration number"},
    [CR_FIELD_CLASS] = {"classe", "class", "categorie", "category", "type d actions",
                        "type de titres", "nature des titres", "share class", "classe d actions",
                        "categorie d actions", "categorie de titres", "security", "class of shares",
                        "nature des actions", "type of shares"},
    [CR_FIELD_QUANTITY] = {"quantite", "quantity", "nombre", "nb", "nbre", "number", "actions",
                           "parts", "titres", "shares", "nombre d actions", "nombre de titres",
                           "nombre de parts", "number of shares", "shares held", "nb actions",
                           "nb d actions", "actions detenues"},
    [CR_FIELD_SINCE] = {"depuis", "depuis le", "since", "date", "date d acquisition",
                        "date d inscription", "date d entree", "inscrit depuis", "held since",
                        "registered since", "acquisition date", "date of acquisition"},
    [CR_FIELD_NATURE] = {"nature", "demembrement", "propriete", "ownership type",
                         "nature de la detention", "nature du droit", "type of ownership",
                         "nature of ownership", "pp np us"},
    [CR_FIELD_BARE_OWNER] = {"nu proprietaire", "nue proprietaire", "nus proprietaires",
                             "bare owner", "bare owners"},
    [CR_FIELD_DOUBLE] = {"vote double", "votes doubles", "droit de vote double",
                         "droits de vote double", "droits de vote doubles", "double vote",
                         "double votes", "double voting", "double voting right",
                         "double voting rights"},
    [CR_FIELD_CAPITAL] = {"capital", "%", "% capital", "% du capital", "% of capital", "% actions",
                          "% of shares", "% detention", "detention", "participation", "percentage",
                          "pourcentage", "pourcentage du capital", "part du capital", "ownership",
                          "ownership %", "quote part", "% shares", "percentage of capital", "share", "stake", "shareholding",
                          "part"},
    [CR_FIELD_VOTES] = {"votes", "voix", "droits de vote", "% votes", "% droits de vote",
                        "% des droits de vote", "voting rights", "% voting rights",
                        "% of voting rights", "% of votes", "vote", "% ddv", "ddv",
                        "pourcentage des droits de vote", "percentage of votes"},
    [CR_FIELD_ISSUED] = {"emises", "emis", "emises et en circulation", "issued", "actions emises",
                         "titres emis", "nombre emis", "nombre d actions emises", "shares issued",
                         "issued shares", "number issued", "total emis"},
    [CR_FIELD_NOMINAL] = {"nominal", "valeur nominale", "nominal value", "par value"},
    [CR_FIELD_VOTES_PER_SHARE] = {"votes par action", "voix par action", "droits de vote par action",
                                  "votes per share", "voting rights per share", "voix par titre",
                                  "votes par titre"},
    [CR_FIELD_DOUBLE_AFTER] = {"vote double apres", "double vote after", "delai du vote double",
                               "double vote apres", "annees vote double"},
};

cr_field cr_field_of(const char *folded) {
  cr_field best = CR_FIELD_NONE;
  size_t longest = 0;
  for (int field = CR_FIELD_HOLDER; field < CR_FIELDS; field++) {
    for (int i = 0; i < 28 && phrases[field][i]; i++) {
      size_t length = strlen(phrases[field][i]);
      if (length > longest && cr_has_words(folded, phrases[field][i])) {
        longest = length;
        best = (cr_field)field;
      }
    }
  }
  if (best == CR_FIELD_QUANTITY && cr_has_words(folded, "%")) return CR_FIELD_CAPITAL;
  return best;
}

cr_row_word cr_row_of(const char *folded) {
  static const char *const subtotals[] = {"sous total", "sous totaux", "subtotal", "sub total", NULL};
  static const char *const totals[] = {"total", "totaux", "totals", "total general", "grand total",
                                       "somme", "sum", "ensemble", NULL};
  static const char *const treasury[] = {"auto detention", "autodetention", "autocontrole",
                                         "actions propres", "actions auto detenues", "treasury",
                                         "treasury shares", "treasury stock", "own shares", NULL};
  static const char *const employees[] = {"salaries", "employees", "actionnariat salarie",
                                          "salaries et dirigeants", NULL};
  static const char *const others[] = {"autres", "others", "other", "other shareholders",
                                       "autres actionnaires", "autres associes", "divers",
                                       "flottant", "free float", "public", "float",
                                       "other holders", "autres porteurs", NULL};
  if (has_any(folded, subtotals)) return CR_ROW_SUBTOTAL;
  for (int i = 0; totals[i]; i++) {
    size_t length = strlen(totals[i]);
    if (!strncmp(folded, totals[i], length) && (!folded[length] || folded[length] == ' ')) {
      /* A company may be called "Total Énergies": its other words are no table's. */
      const char *rest = folded + length;
      static const char *const more[] = {"general", "actions", "parts", "titres", "capital",
                                         "shares", "des", "of", "all", NULL};
      if (!*rest || has_any(rest, more)) return CR_ROW_TOTAL;
    }
  }
  if (has_any(folded, treasury)) return CR_ROW_TREASURY;
  for (int i = 0; employees[i]; i++) {
    if (!strcmp(folded, employees[i])) return CR_ROW_EMPLOYEES;
  }
  for (int i = 0; others[i]; i++) {
    if (!strcmp(folded, others[i])) return CR_ROW_OTHERS;
  }
  return CR_ROW_PLAIN;
}

bool cr_is_option(const char *folded) {
  static const char *const words[] = {"bspce", "bsa", "bsa air", "options", "stock options", "option",
                                      "warrants", "warrant", "ocabsa", "oca", "obligations", "bons",
                                      "convertible", "convertibles", "safe", "pool", NULL};
  return has_any(folded, words);
}

cr_holder_kind cr_kind_of_word(const char *folded) {
  static const char *const persons[] = {"physique", "individual", "person", "natural", "pp",
                                        "particulier", "fondateur", "founder", NULL};
  static const char *const companies[] = {"morale", "company", "entity", "legal", "societe", "pm",
                                          "entreprise", "corporate", "holding", NULL};
  static const char *const funds[] = {"fonds", "fund", "fcp", "fcpi", "fpci", "fip", "slp", NULL};
  static const char *const publics[] = {"etat", "state", "public", "collectivite", "government", NULL};
  if (has_any(folded, funds)) return CR_HOLDER_FUND;
  if (has_any(folded, persons)) return CR_HOLDER_PERSON;
  if (has_any(folded, companies)) return CR_HOLDER_COMPANY;
  return has_any(folded, publics) ? CR_HOLDER_PUBLIC : CR_HOLDER_UNKNOWN;
}

cr_holder_kind cr_kind_of_name(const char *folded) {
  static const char *const titles[] = {"m", "mm", "mme", "mlle", "mr", "mrs", "ms", "monsieur",
                                       "madame", NULL};
  static const char *const funds[] = {"fcp", "fcpi", "fpci", "fcpr", "fip", "slp", NULL};
  static const char *const forms[] = {"sas", "sasu", "sa", "sarl", "eurl", "sca", "snc", "sci", "se",
                                      "scop", "gie", "sicav", "gmbh", "ag", "kg", "ltd", "limited",
                                      "plc", "llp", "inc", "corp", "corporation", "llc", "lp", "bv",
                                      "nv", "spa", "srl", "sl", "oy", "ab", "aps", "holding",
                                      "holdings", "scsp", "sarl s", NULL};
  size_t first = strcspn(folded, " ");
  for (int i = 0; titles[i]; i++) {
    if (strlen(titles[i]) == first && !memcmp(titles[i], folded, first)) return CR_HOLDER_PERSON;
  }
  if (has_any(folded, funds)) return CR_HOLDER_FUND;
  return has_any(folded, forms) ? CR_HOLDER_COMPANY : CR_HOLDER_UNKNOWN;
}
