/* Names as they are compared. */
#include <criterion/criterion.h>
#include <string.h>

#include "importers/identity/likeness.h"
#include "tests/support/dossier_text.h"

static crible_context *context;
static cr_arena *arena;
static cr_legal_forms forms;

static void setup(void) {
  context = dossier_context();
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  cr_assert_eq(cr_legal_forms_read(&forms, arena), CRIBLE_OK);
}

static void teardown(void) {
  cr_arena_free(arena);
  crible_context_free(context);
}

TestSuite(names, .init = setup, .fini = teardown);

static void expect_name(const char *name, const char *core, const char *form) {
  cr_party_name read;
  cr_assert_eq(cr_party_name_read(&read, arena, name, &forms), CRIBLE_OK);
  cr_expect_str_eq(read.core, core, "%s: %s", name, read.core);
  cr_expect(form ? read.form && !strcmp(read.form, form) : !read.form, "%s: %s", name,
            read.form ? read.form : "none");
}

Test(names, are_without_case_accents_punctuation_and_form) {
  expect_name("Société Générale", "societegenerale", NULL);
  expect_name("Nuage de Montagne S.A.S.", "nuagedemontagne", "sas");
  expect_name("SAS Nuage de Montagne", "nuagedemontagne", "sas");
  expect_name("Nuage, société par actions simplifiée", "nuage", "sas");
  expect_name("ACME Holdings, Inc.", "acmeholdings", "inc");
  expect_name("Acme Holdings Incorporated", "acmeholdings", "inc");
  expect_name("Larch & Cie S.à r.l.", "larch", "sarl");
  expect_name("SARL Larch et Compagnie", "larch", "sarl");
  expect_name("Müller GmbH & Co. KG", "muller", "gmbh-co-kg");
  expect_name("J.P. Morgan Ltd", "jpmorgan", "limited");
  expect_name("Sakura Co., Ltd.", "sakura", "co-limited");
}

Test(names, that_are_a_form_alone_remain) {
  expect_name("SAS", "sas", NULL);
  expect_name("Compagnie SA", "compagnie", "sa");
  expect_name("", "", NULL);
}

static unsigned between(cr_party one, cr_party other) {
  cr_likened a = {.party = &one, .country = one.country}, b = {.party = &other, .country = other.country};
  unsigned reasons = 0;
  cr_assert_eq(cr_party_name_read(&a.name, arena, one.name, &forms), CRIBLE_OK);
  cr_assert_eq(cr_party_name_read(&b.name, arena, other.name, &forms), CRIBLE_OK);
  cr_assert_eq(cr_liken(&reasons, arena, &a, &b), CRIBLE_OK);
  unsigned back = 0;
  cr_assert_eq(cr_liken(&back, arena, &b, &a), CRIBLE_OK);
  cr_expect_eq(reasons, back, "%s, %s", one.name, other.name);
  return reasons;
}

#define BIT(reason) (1U << (reason))

static void expect_between(const char *one, const char *other, unsigned reasons) {
  unsigned found = between((cr_party){.name = one}, (cr_party){.name = other});
  cr_expect_eq(found, reasons, "%s, %s: %x", one, other, found);
}

Test(names, say_how_alike_they_are) {
  expect_between("Acme Inc.", "ACME, INC", BIT(CR_SAME_NAME));
  expect_between("Acme S.A.S.", "Acme, société par actions simplifiée", BIT(CR_SAME_NAME));
  expect_between("Acme", "Acme SAS", BIT(CR_SAME_CORE));
  expect_between("Acme Inc.", "Acme SAS", BIT(CR_SAME_CORE) | BIT(CR_OTHER_FORM));
  expect_between("Jean Dupont", "DUPONT Jean", BIT(CR_SAME_WORDS));
  expect_between("Montagne", "Montange", BIT(CR_NEAR_NAME));
  expect_between("Montagne", "Montagnes", BIT(CR_NEAR_NAME));
  expect_between("Montagne", "Montaigne", BIT(CR_NEAR_NAME));
  expect_between("Montagne", "Bontagne", BIT(CR_NEAR_NAME));
  expect_between("Montagne", "Bontagnes", 0);
  expect_between("Fund Larch 2", "Fund Larch 3", 0);
  expect_between("Acme", "Acne", 0); /* too short for a letter to be a slip */
  expect_between("", "", 0);
}

static cr_party numbered(const char *name, cr_identifier *identifier) {
  return (cr_party){.name = name, .identifiers = identifier, .identifier_count = 1};
}

static void expect_numbers(cr_identifier one, cr_identifier other, unsigned reasons) {
  unsigned found = between(numbered("Larch", &one), numbered("Oak", &other));
  cr_expect_eq(found, reasons, "%s %s, %s %s: %x", one.scheme, one.value, other.scheme, other.value, found);
}

Test(names, numbers_are_equal_whatever_their_form) {
  const unsigned identifier = BIT(CR_SAME_IDENTIFIER), number = BIT(CR_SAME_NUMBER);
  expect_numbers((cr_identifier){"GB-COH", "123456"}, (cr_identifier){"RA000585", "00123456"}, identifier);
  expect_numbers((cr_identifier){"siren", "732829320"}, (cr_identifier){"FR-RCS", "732 829 320"}, identifier);
  expect_numbers((cr_identifier){"siren", "732829320"}, (cr_identifier){"siret", "73282932000074"}, identifier);
  expect_numbers((cr_identifier){"siren", "732829320"}, (cr_identifier){"RCS", "73282932000074"}, number);
  expect_numbers((cr_identifier){"siren", "732829320"}, (cr_identifier){"RCS", "73282932000075"}, 0);
  expect_numbers((cr_identifier){"siren", "732829320"}, (cr_identifier){"vat", "FR44 732829320"}, number);
  expect_numbers((cr_identifier){"register", "0012345"}, (cr_identifier){"US-DE", "12345"}, number);
  expect_numbers((cr_identifier){"register", "12"}, (cr_identifier){"US-DE", "12"}, 0);
  expect_numbers((cr_identifier){"siren", "732829320"}, (cr_identifier){"siren", "552081317"}, 0);
}

Test(names, another_number_of_one_register_is_another_party) {
  cr_identifier one = {"siren", "732829320"}, other = {"siren", "552081317"};
  cr_expect_eq(between(numbered("Larch", &one), numbered("Larch", &other)), 0);
}

Test(names, parties_of_other_kinds_are_not_the_same) {
  cr_party person = {.name = "Larch", .kind = CR_PERSON}, company = {.name = "Larch"};
  cr_party named = {.name = "Larch", .kind = CR_PERSON, .named_only = true};
  cr_expect_eq(between(person, company), 0);
  cr_expect_eq(between(named, company), BIT(CR_SAME_NAME));
}

Test(names, country_speaks_for_or_against) {
  cr_party us = {.name = "Larch Inc.", .country = "US"}, fr = {.name = "Larch SAS", .country = "FR"};
  cr_party plain = {.name = "Larch", .country = "FR"};
  cr_expect_eq(between(us, fr), 0);
  cr_expect_eq(between(us, plain), BIT(CR_SAME_CORE) | BIT(CR_OTHER_COUNTRY));
  cr_expect_eq(between(fr, plain), BIT(CR_SAME_CORE) | BIT(CR_SAME_COUNTRY));
}
