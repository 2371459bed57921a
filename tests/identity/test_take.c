/* What a person confirmed is taken: the facts are then those of a dossier that names one party. */
#include <criterion/criterion.h>
#include <crible/match.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

static crible_context *context;

static void setup(void) { context = dossier_context(); }
static void teardown(void) { crible_context_free(context); }

TestSuite(take, .init = setup, .fini = teardown);

#define MATCHES(inside) "<matches xmlns='urn:crible:matches:1'>" inside "</matches>"
#define PAIR(a, b, same) "<match same='" same "'><party id='" a "'/><party id='" b "'/></match>"

static crible_status take(crible_dossier *dossier, const char *text) {
  char path[] = "/tmp/crible-matches-XXXXXX";
  int file = mkstemp(path);
  cr_assert_geq(file, 0);
  cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
  close(file);
  crible_status status = crible_matches_take(dossier, path);
  unlink(path);
  return status;
}

/* Everything that can name a party names `x`. */
#define INSIDE(x)                                                                                  \
  "<share-class id='O' issued='100'/>"                                                             \
  "<lot holder='" x "' class='O' quantity='10'/><lot holder='k' class='O' quantity='5' nature='usufruct' bare-owner='" x "'/>" \
  "<option holder='" x "' class='O' quantity='3'/>"                                                \
  "<organ id='board' kind='administration' seats='3'/>"                                            \
  "<right id='r1' kind='consent' under='agreement' beneficiary='" x " k' decisions='budget'/>"     \
  "<right id='r2' kind='propose' under='agreement' beneficiary='k' organ='board' seats='1' undertakers='" x "'/>"
#define BESIDE(x)                                                                                  \
  "<company id='k' name='K'><stake holder='" x "' capital='50%'/></company>"                       \
  "<fund id='f' name='F' manager='" x "'><unit-holder holder='" x "' share='1/2'/></fund>"          \
  "<control controllers='" x "' controlled='k' kind='agreement'/>"                                 \
  "<concert members='k " x "' subject='votes'/>"

static char *canonical_of(const char *inside, const char *beside, const char *matches) {
  crible_dossier *dossier = dossier_with(context, inside, beside);
  if (matches) cr_assert_eq(take(dossier, matches), CRIBLE_OK);
  char *text = dossier_canonical(dossier);
  crible_dossier_free(dossier);
  return text;
}

Test(take, every_fact_moves_to_the_party_that_remains) {
  static const char b[] = "<company id='a' name='A' seats='FR'/><company id='b' name='B' siren='732829320'/>";
  char beside[4096];
  snprintf(beside, sizeof beside, "%s%s", "<company id='a' name='A' seats='FR' siren='732829320'/>", BESIDE("a"));
  char *expected = canonical_of(INSIDE("a"), beside, NULL);
  snprintf(beside, sizeof beside, "%s%s", b, BESIDE("b"));
  char *found = canonical_of(INSIDE("b"), beside, MATCHES(PAIR("b", "a", "yes")));
  cr_expect_str_eq(found, expected);
  char *kept = canonical_of(INSIDE("b"), beside, MATCHES(PAIR("b", "a", "no") PAIR("a", "b", "unknown")));
  cr_expect(strstr(kept, "id=\"b\""), "only what is confirmed is joined");
  crible_text_free(context, kept);
  crible_text_free(context, found);
  crible_text_free(context, expected);
}

Test(take, confirmations_add_up) {
  static const char three[] = "<company id='a' name='A'/><company id='b' name='B'/><company id='d' name='D'/>";
  char *found = canonical_of("<share-class id='O' issued='100'/><lot holder='d' class='O' quantity='7'/>", three,
                             MATCHES(PAIR("a", "b", "yes") PAIR("b", "d", "yes") PAIR("a", "d", "yes")));
  char *expected = canonical_of("<share-class id='O' issued='100'/><lot holder='a' class='O' quantity='7'/>",
                                "<company id='a' name='A'/>", NULL);
  cr_expect_str_eq(found, expected);
  crible_text_free(context, found);
  crible_text_free(context, expected);
}

Test(take, the_candidate_remains) {
  crible_dossier *dossier = dossier_with(context, "", "<company id='a' name='A'/>");
  cr_assert_eq(take(dossier, MATCHES(PAIR("a", "C", "yes"))), CRIBLE_OK);
  cr_expect_str_eq(dossier->facts->parties[dossier->facts->candidate].id, "C");
  cr_expect_eq(dossier->facts->parties_count, 1);
  cr_expect_eq(cr_facts_party(dossier->facts, "C"), 0);
  cr_expect_eq(cr_facts_party(dossier->facts, "a"), CR_NONE);
  crible_dossier_free(dossier);
}

static void expect_refused(const char *inside, const char *beside, const char *sentence) {
  crible_dossier *dossier = dossier_with(context, inside, beside);
  char *before = dossier_canonical(dossier);
  cr_expect_eq(take(dossier, MATCHES(PAIR("a", "b", "yes"))), CRIBLE_E_DATA);
  char *told = dossier_diagnostics(context), *after = dossier_canonical(dossier);
  cr_expect(strstr(told, sentence), "%s", told);
  cr_expect_str_eq(before, after);
  free(told);
  crible_text_free(context, before);
  crible_text_free(context, after);
  crible_dossier_free(dossier);
}

#define TWO "<company id='a' name='A'/><company id='b' name='B'/>"

Test(take, what_cannot_be_one_is_refused) {
  expect_refused("", "<company id='a' name='A'/><person id='b' name='B'/>", "different kinds");
}
Test(take, a_holder_of_the_other_is_refused) {
  expect_refused("", "<company id='a' name='A'><stake holder='b' capital='10%'/></company>"
                     "<company id='b' name='B'/>", "one holds or controls the other");
}
Test(take, a_controller_of_the_other_is_refused) {
  expect_refused("", TWO "<control controllers='a' controlled='b' kind='agreement'/>",
                 "one holds or controls the other");
}
Test(take, two_capitals_are_refused) {
  expect_refused("", "<company id='a' name='A'><share-class id='X' issued='1'/></company>"
                     "<company id='b' name='B'><share-class id='Y' issued='1'/></company>", "count twice");
}
/* 10 and 15 % of one document may be 25 % of one holder: the intersection would lose one of them. */
Test(take, two_stakes_of_one_document_are_refused) {
  expect_refused("<stake holder='a' capital='10%'/><stake holder='b' capital='15%'/>", TWO,
                 "a holding of each");
}

Test(take, stakes_of_two_documents_are_evidence_of_one_holding) {
  crible_dossier *dossier = dossier_with(
      context, "<stake holder='a' capital='10%' source='s'/><stake holder='b' capital='15%' source='t'/>",
      TWO "<source id='s' title='S'/><source id='t' title='T'/>");
  cr_expect_eq(take(dossier, MATCHES(PAIR("a", "b", "yes"))), CRIBLE_OK);
  crible_dossier_free(dossier);
}

Test(take, a_pair_of_nobody_is_told) {
  crible_dossier *dossier = dossier_with(context, "", TWO);
  cr_expect_eq(take(dossier, MATCHES(PAIR("a", "z", "yes"))), CRIBLE_OK);
  cr_expect_eq(dossier->facts->parties_count, 3);
  cr_assert_eq(crible_diagnostic_count(context), 1);
  crible_dossier_free(dossier);
}

Test(take, equal_ids_of_other_files_are_not_mistaken) {
  crible_dossier *dossier = dossier_with(context, "", "<company id='a' name='A'/><company id='b' name='B' siren='732829320'/>");
  cr_expect_eq(take(dossier, MATCHES("<match same='yes'><party id='b' name='A'/><party id='z' name='Z'>"
                                     "<identifier scheme='FR-RCS' value='732 829 320'/></party></match>")), CRIBLE_OK);
  cr_expect_eq(dossier->facts->parties_count, 3, "b is called B");
  crible_dossier_free(dossier);
}

/* The party that goes stays known by its name and by the line that says so. */
Test(take, who_was_joined_is_told) {
  crible_dossier *dossier = dossier_with(
      context, "", "<company id='b' name='B'/><company id='d' name='D'/><company id='e'/>");
  cr_assert_eq(take(dossier, MATCHES("\n" PAIR("b", "d", "yes") "\n" PAIR("e", "d", "yes"))),
               CRIBLE_OK);
  const cr_facts *facts = dossier->facts;
  const int b = cr_facts_party(facts, "b");
  cr_assert_eq(facts->aliases_count, 2);
  cr_expect_eq(facts->aliases[0].party, b);
  cr_expect_str_eq(facts->aliases[0].name, "D");
  cr_expect_eq(facts->aliases[0].fact.line, 2);
  cr_expect_eq(facts->aliases[1].party, b);
  cr_expect_str_eq(facts->aliases[1].id, "e");
  cr_expect_str_eq(facts->aliases[1].name, "e", "who has no name is called by the id");
  cr_expect_eq(facts->aliases[1].fact.line, 3);
  cr_expect_str_eq(facts->aliases[1].fact.locator, "line 3");
  const cr_source *source = &facts->sources[facts->aliases[0].fact.source];
  cr_expect_eq(strlen(source->sha256), 64);
  cr_expect_null(strchr(source->title, '/'), "a path says where it lay: %s", source->title);
  crible_dossier_free(dossier);
}

Test(take, another_file_is_refused) {
  crible_dossier *dossier = dossier_with(context, "", TWO);
  cr_expect_eq(take(dossier, "<matches/>"), CRIBLE_E_DATA);
  cr_expect_eq(take(dossier, MATCHES("<match same='maybe'/>")), CRIBLE_E_DATA);
  cr_expect_eq(take(dossier, "<matches"), CRIBLE_E_DATA);
  cr_expect_eq(crible_matches_take(dossier, "/nowhere/matches.xml"), CRIBLE_E_NO_INPUT);
  crible_dossier_free(dossier);
}

static crible_status take_all(crible_context *scarce) {
  static const char text[] =
      "<dossier xmlns='urn:crible:dossier:1' candidate='a'><company id='a' name='A'>"
      "<stake holder='b' capital='10%'/></company><company id='b' name='B'/>"
      "<company id='d' name='D'/><concert members='b d'/></dossier>";
  static const char confirmed[] = MATCHES(PAIR("b", "d", "yes"));
  char path[] = "/tmp/crible-matches-XXXXXX";
  crible_dossier *dossier = NULL;
  int file = mkstemp(path);
  cr_assert_eq(write(file, confirmed, sizeof confirmed - 1), (ssize_t)sizeof confirmed - 1);
  close(file);
  crible_status status = dossier_from(&dossier, scarce, text);
  if (status == CRIBLE_OK) status = crible_matches_take(dossier, path);
  crible_dossier_free(dossier);
  unlink(path);
  return status;
}

Test(take, memory_may_be_short) { scarce_memory_try(take_all, data_folder()); }
