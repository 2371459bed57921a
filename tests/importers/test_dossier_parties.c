/* Parties, seats, managers, submission and sources become the facts that they say. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

static crible_context *context;

static void set_up(void) { context = dossier_context(); }
static void tear_down(void) { crible_context_free(context); }
TestSuite(dossier_parties, .init = set_up, .fini = tear_down);

static const cr_party *party(const crible_dossier *dossier, const char *id) {
  int index = cr_facts_party(dossier->facts, id);
  cr_assert_neq(index, CR_NONE);
  return &dossier->facts->parties[index];
}

Test(dossier_parties, submission_and_candidate) {
  crible_dossier *dossier = dossier_with(
      context, "", "<submission filed='2023-02-10T11:00:00+01:00' decided='2023-06-01'/>");
  const cr_facts *facts = dossier->facts;
  cr_assert_eq(facts->candidate, 0);
  cr_assert_eq(facts->filed_at, INT64_C(1676023200)); /* 10 February 2023, 10:00 UTC */
  cr_assert_str_eq(facts->filed_at_text, "2023-02-10T11:00:00+01:00");
  cr_assert_eq(facts->decided, dossier_day("2023-06-01"));
  crible_dossier_free(dossier);
}

Test(dossier_parties, silence_about_the_submission) {
  crible_dossier *dossier = dossier_with(context, "", "");
  cr_assert_eq(dossier->facts->filed_at, INT64_MIN);
  cr_assert_null(dossier->facts->filed_at_text);
  cr_assert_eq(dossier->facts->decided, CR_DATE_NONE);
  crible_dossier_free(dossier);
}

Test(dossier_parties, sources) {
  crible_dossier *dossier =
      dossier_with(context, "",
                   "<source id='reg' title='Register' kind='register' date='2023-01-03' "
                   "sha256='BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'/"
                   "><source id='x'/>");
  const cr_source *sources = dossier->facts->sources;
  cr_assert_eq(dossier->facts->sources_count, 2);
  cr_assert_str_eq(sources[0].id, "reg");
  cr_assert_str_eq(sources[0].title, "Register");
  cr_assert_str_eq(sources[0].kind, "register");
  cr_assert_eq(sources[0].date, dossier_day("2023-01-03"));
  cr_assert_str_eq(sources[0].sha256,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  cr_assert_null(sources[0].file);
  cr_assert_str_eq(sources[1].title, "x");
  cr_assert_null(sources[1].kind);
  cr_assert_null(sources[1].sha256);
  cr_assert_eq(sources[1].date, CR_DATE_NONE);
  crible_dossier_free(dossier);
}

Test(dossier_parties, what_every_fact_carries) {
  crible_dossier *dossier =
      dossier_with(context, "",
                   "<source id='reg'/>\n"
                   "  <concert members='C p' from='2020-01-01' to='2021-01-01' "
                   "recorded='2020-02-01' source='reg'"
                   " locator=' folio 7 ' presumption='guess'/><person id='p'/>");
  const cr_fact *fact = &dossier->facts->concerts[0].fact;
  cr_assert_eq(fact->period.from, dossier_day("2020-01-01"));
  cr_assert_eq(fact->period.to, dossier_day("2021-01-01"));
  cr_assert_eq(fact->recorded, dossier_day("2020-02-01"));
  cr_assert_eq(fact->source, 0);
  cr_assert_str_eq(fact->locator, "folio 7");
  cr_assert_str_eq(fact->presumption, "guess");
  cr_assert_eq(fact->line, 2);
  cr_assert_eq(fact->column, 3);
  const cr_fact *silent = &party(dossier, "p")->fact;
  cr_assert_eq(silent->period.from, CR_DATE_NONE);
  cr_assert_eq(silent->period.to, CR_DATE_NONE);
  cr_assert_eq(silent->recorded, CR_DATE_NONE);
  cr_assert_eq(silent->source, CR_NONE);
  cr_assert_null(silent->locator);
  cr_assert_null(silent->presumption);
  crible_dossier_free(dossier);
}

Test(dossier_parties, companies) {
  crible_dossier *dossier = dossier_with(
      context, "",
      "<company id='a' name='Alpha' form='SARL' incorporated='2004-08-03' siren='900 000 001' "
      "lei='969500AAAAAAAAAAAA35'><identifier scheme='RCS Paris' value='12 B 3'/></company>"
      "<company id='b' form='foreign'/><company id='c' form='other'/>");
  const cr_party *alpha = party(dossier, "a");
  cr_assert_eq(alpha->kind, CR_COMPANY);
  cr_assert_str_eq(alpha->name, "Alpha");
  cr_assert_eq(alpha->form, CR_FORM_SARL);
  cr_assert_eq(alpha->incorporated, dossier_day("2004-08-03"));
  cr_assert_eq(alpha->identifier_count, 3);
  cr_assert_str_eq(alpha->identifiers[0].scheme, "lei");
  cr_assert_str_eq(alpha->identifiers[1].scheme, "siren");
  cr_assert_str_eq(alpha->identifiers[1].value, "900000001");
  cr_assert_str_eq(alpha->identifiers[2].scheme, "RCS Paris");
  cr_assert_str_eq(alpha->identifiers[2].value, "12 B 3");
  cr_assert_str_eq(party(dossier, "C")->name, "C");
  cr_assert_eq(party(dossier, "C")->form, CR_FORM_UNSTATED);
  cr_assert_eq(party(dossier, "C")->incorporated, CR_DATE_NONE);
  cr_assert_eq(party(dossier, "b")->form, CR_FORM_FOREIGN);
  cr_assert_eq(party(dossier, "c")->form, CR_FORM_OTHER);
  crible_dossier_free(dossier);
}

Test(dossier_parties, persons_and_groups) {
  crible_dossier *dossier =
      dossier_with(context, "",
                   "<person id='p' residence='US' nationalities='FR CH'/><person id='q'/>"
                   "<group id='g' of='persons' state='FR' members='47'/><group id='h' "
                   "of='entities' members='several'/>"
                   "<group id='i' of='entities'/>");
  const cr_party *person = party(dossier, "p");
  cr_assert_eq(person->kind, CR_PERSON);
  cr_assert_str_eq(person->country, "US");
  cr_assert_str_eq(person->nationalities[0], "FR");
  cr_assert_str_eq(person->nationalities[1], "CH");
  cr_assert_null(person->nationalities[2]);
  cr_assert_null(party(dossier, "q")->country);
  cr_assert_null(party(dossier, "q")->nationalities);
  cr_assert_eq(party(dossier, "g")->kind, CR_GROUP);
  cr_assert(party(dossier, "g")->members_are_persons);
  cr_assert_eq(party(dossier, "g")->members, 47);
  cr_assert_str_eq(party(dossier, "g")->country, "FR");
  cr_assert_not(party(dossier, "h")->members_are_persons);
  cr_assert_eq(party(dossier, "h")->members, 0);
  cr_assert_eq(party(dossier, "i")->members, 0);
  cr_assert_null(party(dossier, "i")->country);
  crible_dossier_free(dossier);
}

/* Seats of a party as letters: kind and country, in the order of the facts. */
static const char *seats_of(const crible_dossier *dossier, const char *id) {
  static char text[128];
  text[0] = '\0';
  for (size_t i = 0; i < dossier->facts->seats_count; i++) {
    const cr_seat *seat = &dossier->facts->seats[i];
    if (&dossier->facts->parties[seat->party] != party(dossier, id)) continue;
    char one[8] = {"RAE"[seat->kind], seat -> country[0], seat -> country[1], ' ', '\0'};
    strcat(text, one);
  }
  return text;
}

Test(dossier_parties, seats) {
  crible_dossier *dossier = dossier_with(
      context, "",
      "<company id='a' seats='US'/><company id='b' registered-office='FR' "
      "principal-establishment='CH'/><company id='c'><seat kind='central-administration' "
      "country='KY'/><seat kind='all' country='LU'/></company><company id='d'/>"
      "<public-body id='e' state='CN'/><public-body id='f' state='CN' registered-office='FR'/>");
  cr_assert_str_eq(seats_of(dossier, "a"), "RUS AUS EUS ");
  cr_assert_str_eq(seats_of(dossier, "b"), "RFR ECH ");
  cr_assert_str_eq(seats_of(dossier, "c"), "AKY RLU ALU ELU ");
  cr_assert_str_eq(seats_of(dossier, "d"), "");
  cr_assert_str_eq(seats_of(dossier, "e"), "RCN ACN ECN ");
  cr_assert_str_eq(seats_of(dossier, "f"), "RFR ");
  crible_dossier_free(dossier);
}

Test(dossier_parties, a_short_seat_has_the_source_and_period_of_its_element) {
  crible_dossier *dossier = dossier_with(
      context, "",
      "<source id='k'/><company id='a' seats='US' source='k' from='2020-01-01' locator='p. 1'>"
      "<seat kind='all' country='FR' to='2020-01-01'/></company><public-body id='e' state='CN'/>");
  const cr_seat *seats = dossier->facts->seats;
  cr_assert_eq(dossier->facts->seats_count, 9);
  cr_assert_eq(seats[0].fact.source, 0);
  cr_assert_eq(seats[0].fact.period.from, dossier_day("2020-01-01"));
  cr_assert_str_eq(seats[2].fact.locator, "p. 1");
  cr_assert_eq(seats[3].fact.source, CR_NONE);
  cr_assert_eq(seats[3].fact.period.to, dossier_day("2020-01-01"));
  cr_assert_null(seats[3].fact.presumption);
  cr_assert_str_eq(seats[6].fact.presumption, "seat-in-own-state");
  crible_dossier_free(dossier);
}

Test(dossier_parties, funds_and_arrangements) {
  crible_dossier *dossier = dossier_with(
      context, "",
      "<fund id='f' law='KY' manager='m' from='2020-01-01'><unit-holder holder='p' share='30%'/>"
      "<unit-holder holder='m' share='(1/4,1/2]'/></fund>"
      "<arrangement id='t' law='JE' trustee='p'/><fund id='g'/><company id='m'/><person id='p'/>");
  const cr_facts *facts = dossier->facts;
  cr_assert_eq(party(dossier, "f")->kind, CR_FUND);
  cr_assert_str_eq(party(dossier, "f")->country, "KY");
  cr_assert_eq(party(dossier, "t")->kind, CR_ARRANGEMENT);
  cr_assert_eq(facts->controls_count, 2);
  cr_assert_eq(facts->controls[0].kind, CR_CONTROL_MANAGER);
  cr_assert_eq(facts->controls[0].controllers[0], cr_facts_party(facts, "m"));
  cr_assert_eq(facts->controls[0].controlled, cr_facts_party(facts, "f"));
  cr_assert_eq(facts->controls[0].fact.period.from, dossier_day("2020-01-01"));
  cr_assert_eq(facts->controls[1].kind, CR_CONTROL_TRUSTEE);
  cr_assert_eq(facts->unit_holdings_count, 2);
  cr_assert_eq(facts->unit_holdings[0].fund, cr_facts_party(facts, "f"));
  cr_assert_eq(facts->unit_holdings[0].holder, cr_facts_party(facts, "p"));
  cr_assert(dossier_is(&facts->unit_holdings[0].share.lo, 3, 10));
  cr_assert(cr_interval_point(&facts->unit_holdings[0].share));
  cr_assert(facts->unit_holdings[1].share.lo_open);
  crible_dossier_free(dossier);
}

Test(dossier_parties, control_and_concert) {
  static const char *const words[] = {"agreement", "in-fact", "appointments", "manager", "trustee"};
  for (int kind = 0; kind < 5; kind++) {
    char outside[256];
    snprintf(
        outside, sizeof outside,
        "<company id='a'/><company id='b'/><control controllers='a  b' controlled='C' kind='%s'/>"
        "<concert members='b a' subject='votes'/>",
        words[kind]);
    crible_dossier *dossier = dossier_with(context, "", outside);
    const cr_control_fact *control = &dossier->facts->controls[0];
    cr_assert_eq((int)control->kind, kind);
    cr_assert_eq(control->controller_count, 2);
    cr_assert_eq(control->controllers[0], 1);
    cr_assert_eq(control->controllers[1], 2);
    cr_assert_eq(control->controlled, 0);
    const cr_concert *concert = &dossier->facts->concerts[0];
    cr_assert_eq(concert->member_count, 2);
    cr_assert_eq(concert->members[0], 2);
    cr_assert_str_eq(concert->subject, "votes");
    crible_dossier_free(dossier);
  }
}
