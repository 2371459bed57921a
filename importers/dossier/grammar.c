#include "importers/dossier/grammar.h"

#include <string.h>

#define PARTY "name lei siren"
#define SEATED " seats registered-office central-administration principal-establishment"
#define COMPANY "company public-body"

const char cr_fact_attributes[] = "from to recorded source locator presumption";

const cr_element_rule cr_element_rules[] = {
    {"dossier", "", "candidate", "", false, false},
    {"submission", "dossier", "filed", "decided", false, false},
    {"source", "dossier", "id", "title kind file sha256 date", false, false},

    {"company", "dossier", "id", PARTY SEATED " form incorporated", true, false},
    {"public-body", "dossier", "id", PARTY SEATED " state", true, false},
    {"fund", "dossier", "id", PARTY " manager law", true, false},
    {"arrangement", "dossier", "id", PARTY " trustee law", true, false},
    {"person", "dossier", "id", PARTY " residence nationalities", true, false},
    {"group", "dossier", "id of", PARTY " state members", true, false},
    {"identifier", COMPANY " fund arrangement person group", "scheme value", "", false, false},
    {"seat", COMPANY, "kind country", "", true, false},
    {"unit-holder", "fund arrangement", "holder share", "rounded", true, false},

    {"share-class", COMPANY, "id issued",
     "name nominal votes double-vote-after vote-cap votes-suspended", true, false},
    {"admission", "share-class", "market", "", true, false},
    {"lot", COMPANY, "holder quantity",
     "id class since registered paid-up nature bare-owner suspended-under suspended-from "
     "suspended-to",
     true, false},
    {"stake", COMPANY, "holder", "capital votes rounded class", true, false},
    {"option", COMPANY, "holder", "class quantity ratio shares-of exercisable-from exercisable-to",
     true, false},
    {"declared-holders", COMPANY, "date", "vote-base", true, false},
    {"declared", "declared-holders", "declarant", "capital votes rounded", false, false},
    {"declaration", COMPANY, "declarant property threshold direction date",
     "capital votes includes", true, false},
    {"complete", COMPANY, "of", "property", true, false},

    {"control", "dossier", "controllers controlled kind", "", true, false},
    {"concert", "dossier", "members", "subject", true, false},

    {"organ", COMPANY, "id kind", "name seats in-office least most", true, false},
    {"right", COMPANY, "kind under",
     "id article beneficiary beneficiary-class beneficiary-lot decisions other-decision meeting "
     "class organ in-seat condition condition-met at-least more-than unanimity base second-call "
     "seats undertakers",
     true, true},
};

const size_t cr_element_rule_count = sizeof cr_element_rules / sizeof *cr_element_rules;

size_t cr_list_next(const char **list, const char **word) {
  const char *start = *list + strspn(*list, " \t\r\n");
  size_t length = strcspn(start, " \t\r\n");
  *word = start;
  *list = start + length;
  return length;
}

bool cr_list_contains(const char *list, const char *word) {
  size_t wanted = strlen(word), length;
  const char *found;
  while ((length = cr_list_next(&list, &found)) > 0) {
    if (length == wanted && !memcmp(found, word, wanted)) return true;
  }
  return false;
}
