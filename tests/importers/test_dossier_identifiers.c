/* Check digits, and what is said of lots that are too many. */
#include <string.h>

#include <criterion/criterion.h>

#include "importers/dossier/identifiers.h"
#include "importers/registers/identifier.h"
#include "tests/support/dossier_text.h"

Test(identifiers, leis) {
  cr_expect(cr_lei_valid("506700GE1G29325QX363")); /* of the Global LEI Foundation itself */
  cr_expect_not(cr_lei_valid("506700GE1G29325QX364"));
  cr_expect_not(cr_lei_valid("506700GE1G29352QX363")); /* neighbours swapped */
  cr_expect_not(cr_lei_valid("506700GE1G29325QX36"));
  cr_expect_not(cr_lei_valid("506700ge1g29325qx363"));
  cr_expect_not(cr_lei_valid(""));
}

Test(identifiers, sirens) {
  cr_expect(cr_siren_valid("900000001")); /* 9 + 1 = 10 */
  cr_expect(cr_siren_valid("552100554")); /* 5+1+2+2+0+0+5+1+4 = 20 */
  cr_expect_not(cr_siren_valid("900000002"));
  cr_expect_not(cr_siren_valid("525100554"));
  cr_expect_not(cr_siren_valid("90000000"));
  cr_expect_not(cr_siren_valid("90000000A"));
}

/* 552100554 00013, every second digit doubled from the last but one on: 5→1 5 2→4 1 0 0 5→1 5 4→8 0 0 0
 * 1→2 3 = 30. */
Test(identifiers, sirets) {
  cr_expect(cr_siret_valid("55210055400013"));
  cr_expect(cr_siret_valid("73282932000074"));
  cr_expect_not(cr_siret_valid("55210055400014"));
  cr_expect_not(cr_siret_valid("55210055500010")); /* its sum fits, its SIREN's does not */
  cr_expect_not(cr_siret_valid("552100554"));
  cr_expect_not(cr_siret_valid("5521005540001A"));
}

/* Of SIREN 356 000 000 a plain sum that is a multiple of five is enough: 3+5+6+1 = 15. No other
 * company has that. */
Test(identifiers, sirets_of_the_post) {
  cr_expect(cr_siren_valid("356000000"));
  cr_expect(cr_siret_valid("35600000000048")); /* by the formula too: 3→6 5 6→3 4→8 8 = 30 */
  cr_expect(cr_siret_valid("35600000000001"));
  cr_expect(cr_siret_valid("35600000000015"));
  cr_expect_not(cr_siret_valid("35600000000002"));
  cr_expect_not(cr_siret_valid("3560000000000A"));
  cr_expect_not(cr_siret_valid("55210055400003")); /* 30, but not of the post */
}

/* An establishment's number names its company. */
Test(identifiers, a_siret_is_its_companys_siren) {
  cr_spelling spelling;
  cr_assert(cr_identifier_spell(&spelling, "siret", "552 100 554 00013"));
  cr_expect_str_eq(spelling.scheme, "siren");
  cr_expect_str_eq(spelling.value, "552100554");
  cr_assert(cr_identifier_spell(&spelling, "FR-SIRET", "55210055400014"));
  cr_expect_str_eq(spelling.scheme, "FR-SIRET", "a wrong one names nobody");
}

Test(identifiers, every_single_wrong_digit_is_found) {
  char siren[] = "552100554";
  for (int i = 0; i < 9; i++) {
    char right = siren[i];
    for (char digit = '0'; digit <= '9'; digit++) {
      siren[i] = digit;
      cr_expect_eq(cr_siren_valid(siren), digit == right, "%s", siren);
    }
    siren[i] = right;
  }
}

/* The diagnostic of eight lots of `quantity` each, of 1 000 000 issued; NULL when there is
 * none. */
static const crible_diagnostic *of_lots(crible_context *context, const char *quantity) {
  char text[2048] = "<dossier xmlns='urn:crible:dossier:1' candidate='C'><person id='p'/>\n"
                    "<company id='C'><share-class id='O' issued='1000000'/>\n";
  for (int i = 0; i < 8; i++) {
    sprintf(text + strlen(text), "<lot holder='p' quantity='%s'/>\n", quantity);
  }
  strcat(text, "</company></dossier>");
  crible_dossier *dossier = NULL;
  crible_status status = dossier_from(&dossier, context, text);
  cr_assert_eq(status == CRIBLE_E_DATA, crible_diagnostic_count(context) == 1);
  crible_dossier_free(dossier);
  return crible_diagnostic_at(context, 0);
}

Test(lots, as_many_as_issued) {
  crible_context *context = dossier_context();
  cr_assert_null(of_lots(context, "125000"));
  crible_context_free(context);
}

Test(lots, too_many_by_less_than_one) {
  crible_context *context = dossier_context();
  const crible_diagnostic *said = of_lots(context, "125000.125");
  cr_assert_not_null(said);
  cr_expect_str_eq(said->message,
                   "lots of company 'C' add up to 1 000 001 shares of class 'O', 1 000 000 are "
                   "issued");
  cr_expect_eq(said->line, 10);
  cr_expect_str_eq(said->related, "with lots at lines 3, 4, 5, 6, 7 and 2 more");
  cr_expect_str_eq(said->advice,
                   "correct one of the quantities, or the class's issued=\"1000000\" (line 2)");
  crible_context_free(context);
}
