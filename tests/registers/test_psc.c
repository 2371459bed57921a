/* Snapshots of the British register, invented. Expected figures are worked out by hand. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "tests/registers/register_text.h"

#define LINE(number, kind, inner)                                                                 \
  "{\"company_number\":\"" number "\",\"data\":{\"kind\":\"" kind "\"," inner "}}\n"

#define PERSON_OF(number, id, name, residence, natures, more)                                     \
  LINE(number, "individual-person-with-significant-control",                                       \
       "\"name\":\"" name "\",\"country_of_residence\":\"" residence                               \
       "\",\"natures_of_control\":[" natures "],\"links\":{\"self\":\"/company/x/" id "\"}" more)
#define PERSON(number, id, natures) PERSON_OF(number, id, id, "France", natures, "")

#define ENTITY(number, name, country, place, registration, natures)                               \
  LINE(number, "corporate-entity-person-with-significant-control",                                 \
       "\"name\":\"" name "\",\"identification\":{\"country_registered\":\"" country               \
       "\",\"place_registered\":\"" place "\",\"registration_number\":\"" registration             \
       "\"},\"natures_of_control\":[" natures "],\"links\":{\"self\":\"/company/x/" name "\"}")

#define SHARES(band) "\"ownership-of-shares-" band "-percent\""
#define VOTES(band) "\"voting-rights-" band "-percent\""

static void expect(char *found, const char *expected) {
  cr_expect_str_eq(found, expected, "%s\n not %s", found, expected);
  free(found);
}

#define SELF "company 00000042 '00000042' GB-COH:00000042 named only\n"
#define SEAT "00000042 office GB (seat-of-register)\n"

/* Both readings of exactly 75 %. Zeros that a number lost are there again. */
Test(psc, bands) {
  expect(register_facts(PERSON("42", "a", SHARES("25-to-50") "," VOTES("50-to-75"))
                        PERSON("00000042", "b", SHARES("75-to-100"))
                        PERSON("00000043", "c", SHARES("75-to-100")),
                        "42"),
         SELF "person 00000042-a 'a' FR\nperson 00000042-b 'b' FR\n" SEAT
         "00000042-a has (1/4,1/2] of the capital of 00000042 (direct-holding)\n"
         "00000042-a has (1/2,3/4] of the votes of 00000042 (direct-holding)\n"
         "00000042-b has [3/4,1] of the capital of 00000042 (direct-holding)\n");
}

/* The person has what the US company leaves: 50 up to but not including 75 %. */
Test(psc, figures_of_a_band) {
  expect(register_figures(ENTITY("42", "Us Inc", "USA", "Delaware", "123", SHARES("25-to-50"))
                          PERSON("42", "p", SHARES("50-to-75")), "00000042"),
         "(1/4,1/2) (1/4,1/2) (1/4,1/2) (1/4,1/2) uu");
}

/* One array and one object over several lines are as good as lines. */
Test(psc, other_layouts) {
  expect(register_facts("[{\n\"company_number\": 42, \"data\": {\"kind\":\n"
                        "\"individual-person-with-significant-control\", \"name_elements\":\n"
                        "{\"forename\":\"A\", \"surname\":\"B\"}, \"etag\":\"e\",\n"
                        "\"natures_of_control\": [" SHARES("25-to-50") "]}}\n]", "42"),
         SELF "person 00000042-e 'A B'\n" SEAT
         "00000042-e has (1/4,1/2] of the capital of 00000042 (direct-holding)\n");
}

/* A holds B, which holds the company; what A is said to hold of that is a total of unknown split. */
Test(psc, a_total_beside_a_chain_is_no_edge) {
  const char *text = ENTITY("42", "B", "England", "Companies House", "7", SHARES("75-to-100"))
      ENTITY("42", "A", "Germany", "HRB Bonn", "1", SHARES("50-to-75"))
      ENTITY("7", "A", "Germany", "HRB Bonn", "1", SHARES("75-to-100"));
  expect(register_facts(text, "42"),
         SELF "company 00000007 'B' GB-COH:00000007\n"
         "company DE-HRBBONN:1 'A' DE-HRBBONN:1\n" SEAT "00000007 office GB\n"
         "DE-HRBBONN:1 office DE\n"
         "00000007 has [3/4,1] of the capital of 00000042 (direct-holding)\n"
         "DE-HRBBONN:1 has [0,3/4] of the capital of 00000042 (part-of-a-total)\n"
         "DE-HRBBONN:1 has [3/4,1] of the capital of 00000007 (direct-holding)\n");
  expect(register_said(text, "42"), "total ");
}

Test(psc, appointments_bind_the_candidate_and_control_others) {
  expect(register_figures(ENTITY("42", "Us", "USA", "x", "1",
                                 "\"right-to-appoint-and-remove-directors\"")
                          PERSON("42", "p", SHARES("75-to-100")), "42"),
         "[0,1/4] [0,1/4] [0,1/4] [0,1/4] uv");
  expect(register_facts(ENTITY("42", "B", "Scotland", "x", "SC7", SHARES("50-to-75"))
                        ENTITY("SC7", "Us", "USA", "x", "1",
                               "\"right-to-appoint-and-remove-directors\""), "42"),
         SELF "company SC000007 'B' GB-COH:SC000007\ncompany US-X:1 'Us' US-X:1\n" SEAT
         "SC000007 office GB\nUS-X:1 office US\nUS-X:1 controls SC000007 appointments\n"
         "SC000007 has (1/2,3/4] of the capital of 00000042 (direct-holding)\n");
}

Test(psc, influence_may_be_control) {
  expect(register_facts(PERSON("42", "p", "\"significant-influence-or-control\""), "42"),
         SELF "person 00000042-p 'p' FR\n" SEAT "00000042-p may-control 00000042 in-fact\n");
}

/* What a trust holds is the trust's, and who controls the trust may control it: another chain, so
 * that what the person holds is a total. */
Test(psc, trusts_and_firms_hold_for_themselves) {
  expect(register_facts(PERSON("42", "p", "\"voting-rights-25-to-50-percent-as-trust\","
                                          "\"ownership-of-shares-25-to-50-percent\""), "42"),
         SELF "person 00000042-p 'p' FR\narrangement 00000042-p-00000042-trust 'p (trust)'\n" SEAT
         "00000042-p may-control 00000042-p-00000042-trust in-fact\n"
         "00000042-p has [0,1/2] of the capital of 00000042 (part-of-a-total)\n"
         "00000042-p-00000042-trust has (1/4,1/2] of the votes of 00000042 (direct-holding)\n");
  expect(register_facts(PERSON("OE42", "p", "\"ownership-of-shares-more-than-25-percent-as-trust-"
                                            "registered-overseas-entity\""), "OE000042"),
         "company OE000042 'OE000042' GB-COH:OE000042 named only\nperson OE000042-p 'p' FR\n"
         "arrangement OE000042-p-OE000042-trust 'p (trust)'\n"
         "OE000042-p controls OE000042-p-OE000042-trust trustee\n"
         "OE000042-p-OE000042-trust has (1/4,1] of the capital of OE000042 (direct-holding)\n");
}

/* Ceased on a day, before it began, or on a day that nobody says. */
Test(psc, what_ceased_is_over) {
  expect(register_facts(
             PERSON_OF("42", "a", "a", "France", SHARES("25-to-50"),
                       ",\"notified_on\":\"2016-04-06\",\"ceased_on\":\"2020-01-02\"")
             PERSON_OF("42", "b", "b", "France", SHARES("25-to-50"), ",\"ceased\":true")
             PERSON_OF("42", "c", "c", "France", SHARES("25-to-50"),
                       ",\"notified_on\":\"2020-01-02\",\"ceased_on\":\"2020-01-02\""), "42"),
         SELF "person 00000042-a 'a' FR\n" SEAT
         "00000042-a has (1/4,1/2] of the capital of 00000042 from 2016-04-06 to 2020-01-02 "
         "(direct-holding)\n");
}

/* An entity registered in one country with an office in another has both seats. */
Test(psc, seats) {
  expect(register_facts(LINE("42", "legal-person-person-with-significant-control",
                             "\"name\":\"S\",\"etag\":\"s\",\"address\":{\"country\":\"Norway\"},"
                             "\"natures_of_control\":[" SHARES("25-to-50") "]")
                        LINE("42", "corporate-entity-person-with-significant-control",
                             "\"name\":\"T\",\"etag\":\"t\",\"address\":{\"country\":\"Jersey\"},"
                             "\"identification\":{\"country_registered\":\"Luxembourg\"},"
                             "\"natures_of_control\":[" SHARES("25-to-50") "]"), "42"),
         SELF "public-body 00000042-s 'S'\ncompany 00000042-t 'T'\n" SEAT
         "00000042-s office NO (office-of-address)\n00000042-t office LU\n"
         "00000042-t establishment JE\n"
         "00000042-s has (1/4,1/2] of the capital of 00000042 (direct-holding)\n"
         "00000042-t has (1/4,1/2] of the capital of 00000042 (direct-holding)\n");
}

Test(psc, what_names_nobody_is_told) {
  expect(register_said(LINE("42", "persons-with-significant-control-statement",
                            "\"statement\":\"psc-exists-but-not-identified\"")
                       LINE("42", "super-secure-person-with-significant-control", "\"etag\":\"a\"")
                       LINE("42", "exemptions", "\"exemptions\":{}")
                       LINE("42", "unheard-of", "\"etag\":\"b\"")
                       PERSON("42", "p", "\"unheard-of\"")
                       PERSON_OF("42", "q", "q", "Utopia", "", ""), "42"),
         "psc-statement psc-protected psc-exempt psc-kind psc-nature unknown-country "
         "psc-no-nature ");
  expect(register_said(LINE("42", "persons-with-significant-control-statement",
                            "\"statement\":\"a\",\"ceased_on\":\"2020-01-01\""), "42"), "");
}

#define TOTALS(count)                                                                             \
  "{\"data\":{\"kind\":\"totals#persons-of-significant-control-snapshot\","                        \
  "\"persons_of_significant_control_count\":" count "}}\n"

Test(psc, the_closing_record_is_checked) {
  expect(register_said(PERSON("42", "p", SHARES("25-to-50")) TOTALS("1"), "42"), "");
  expect(register_said(PERSON("42", "p", SHARES("25-to-50")) TOTALS("2"), "42"), "psc-count ");
}

Test(psc, what_is_no_record_is_refused) {
  expect(register_said(PERSON("42", "p", SHARES("25-to-50")) "{\"a\":1}\n", "42"), "psc-record ");
  const char *line = PERSON("42", "p", SHARES("25-to-50")) PERSON("43", "q", SHARES("25-to-50"));
  for (size_t length = strlen(line) / 2 + 1; length < strlen(line) - 1; length += 9) {
    char *cut = strndup(line, length), *said = register_said(cut, "42");
    cr_expect_str_eq(said, "truncated ", "cut after %zu: %s", length, said);
    free(said);
    free(cut);
  }
}
