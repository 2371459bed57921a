/* Which pairs are found. */
#include <criterion/criterion.h>
#include <crible/match.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "importers/identity/candidates.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

static crible_context *context;

static void setup(void) { context = dossier_context(); }
static void teardown(void) { crible_context_free(context); }

TestSuite(candidates, .init = setup, .fini = teardown);

static crible_matches *matches_of(const crible_dossier *const *dossiers, int count) {
  crible_matches *matches = NULL;
  cr_assert_eq(crible_matches_find(&matches, context, dossiers, count), CRIBLE_OK);
  return matches;
}

Test(candidates, come_from_several_files_most_likely_first) {
  crible_dossier *one = dossier_with(context, "", "<company id='larch' name='Larch Inc.' seats='US'/>"
                                                  "<company id='oak' name='Oak' siren='732829320'/>");
  crible_dossier *other = dossier_with(context, "", "<company id='x' name='Larch' seats='FR'/>"
                                                    "<company id='y' name='Chene' siren='732829320'/>");
  const crible_dossier *both[] = {one, other};
  crible_matches *matches = matches_of(both, 2);
  cr_assert_eq(crible_matches_count(matches), 3); /* the candidate "C" is in both */
  cr_expect_str_eq(matches->parties[matches->pairs[0].a].likened.party->id, "oak");
  cr_expect_str_eq(matches->parties[matches->pairs[0].b].likened.party->id, "y");
  cr_expect_str_eq(matches->parties[matches->pairs[2].a].likened.party->id, "larch");
  cr_expect_str_eq(matches->parties[matches->pairs[2].b].likened.party->id, "x");
  crible_matches_free(matches);
  crible_dossier_free(one);
  crible_dossier_free(other);
}

/* Names of a few letters, so that many are near each other. */
static char *random_parties(unsigned seed, int count) {
  char *text = calloc((size_t)count + 1, 96), *end = text;
  srand(seed);
  for (int i = 0; text && i < count; i++) {
    char name[12] = "";
    int length = 5 + rand() % 4;
    for (int j = 0; j < length; j++) name[j] = "abc "[rand() % (j && j < length - 1 && name[j - 1] != ' ' ? 4 : 3)];
    end += sprintf(end, "<company id='p%d' name='%s'%s/>", i, name, rand() % 2 ? " seats='FR'" : "");
  }
  return text;
}

/* Every pair compared, without keys. */
static size_t pairs_one_by_one(const crible_matches *matches) {
  cr_arena *arena = NULL;
  size_t found = 0;
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  for (size_t i = 0; i < matches->party_count; i++)
    for (size_t j = i + 1; j < matches->party_count; j++) {
      unsigned reasons = 0;
      cr_assert_eq(cr_liken(&reasons, arena, &matches->parties[i].likened,
                            &matches->parties[j].likened), CRIBLE_OK);
      found += reasons != 0;
    }
  cr_arena_free(arena);
  return found;
}

Test(candidates, keys_miss_no_pair) {
  size_t total = 0;
  for (unsigned seed = 1; seed <= 5; seed++) {
    char *text = random_parties(seed, 150);
    crible_dossier *dossier = dossier_with(context, "", text);
    crible_matches *matches = matches_of((const crible_dossier *const[]){dossier}, 1);
    cr_expect_eq(crible_matches_count(matches), pairs_one_by_one(matches), "seed %u", seed);
    total += crible_matches_count(matches);
    crible_matches_free(matches);
    crible_dossier_free(dossier);
    free(text);
  }
  cr_expect_gt(total, 100);
}

Test(candidates, names_too_common_are_told) {
  char *text = calloc(210, 64), *end = text;
  for (int i = 0; i < 205; i++) end += sprintf(end, "<company id='p%d' name='Larch'/>", i);
  crible_dossier *dossier = dossier_with(context, "", text);
  crible_matches *matches = matches_of((const crible_dossier *const[]){dossier}, 1);
  cr_expect_eq(crible_matches_count(matches), 0);
  char *told = dossier_diagnostics(context);
  cr_expect(strstr(told, "more than 200 parties"), "%s", told);
  free(told);
  crible_matches_free(matches);
  crible_dossier_free(dossier);
  free(text);
}

static crible_status write_all(crible_context *scarce) {
  static const char text[] =
      "<dossier xmlns='urn:crible:dossier:1' candidate='a'><company id='a' name='Larch SAS' "
      "seats='FR' siren='732829320'/><company id='b' name='LARCH' seats='FR'/></dossier>";
  crible_dossier *dossier = NULL;
  crible_matches *matches = NULL;
  char *report = NULL, *xml = NULL;
  size_t length = 0;
  crible_status status = dossier_from(&dossier, scarce, text);
  const crible_dossier *const all[] = {dossier};
  if (status == CRIBLE_OK) status = crible_matches_find(&matches, scarce, all, 1);
  if (status == CRIBLE_OK) status = crible_matches_report(&report, &length, matches, NULL);
  if (status == CRIBLE_OK) status = crible_matches_xml(&xml, &length, matches);
  crible_text_free(scarce, report);
  crible_text_free(scarce, xml);
  crible_matches_free(matches);
  crible_dossier_free(dossier);
  return status;
}

Test(candidates, memory_may_be_short) { scarce_memory_try(write_all, data_folder()); }
