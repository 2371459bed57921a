/* Differences between dossiers. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <crible/difference.h>
#include <crible/whatif.h>

#include "engine/alternatives/difference.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

static const crible_screening_options on_a_day = {.as_of = "2023-02-15"};

static crible_dossier *read_text(crible_context *context, const char *text) {
  crible_dossier *dossier = NULL;
  if (dossier_from(&dossier, context, text) != CRIBLE_OK)
    cr_assert_fail("%s\n%s", text, dossier_diagnostics(context));
  return dossier;
}

static crible_difference *between(const crible_dossier *before, const crible_dossier *after) {
  crible_difference *difference = NULL;
  if (crible_difference_of(&difference, before, after, &on_a_day) != CRIBLE_OK)
    cr_assert_fail("%s", dossier_diagnostics(before->context));
  return difference;
}

/* A dossier has no difference with itself, nor with its canonical form, whose order and spelling
 * are others. */
Test(difference, with_itself_is_empty) {
  static const char *const names[] = {"clean-start-up", "cross-holdings",     "family",
                                      "foreign-fund",   "investor-agreement", "listed-group",
                                      "missing-documents", "two-holdings"};
  crible_context *context = dossier_context();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char path[100];
    crible_dossier *dossier = NULL;
    snprintf(path, sizeof path, "datasets/dossiers/%s", names[i]);
    cr_assert_eq(crible_dossier_read(&dossier, context, path), CRIBLE_OK);
    char *canonical = dossier_canonical(dossier);
    crible_dossier *again = read_text(context, canonical);
    crible_difference *difference = between(dossier, again);
    cr_assert_eq(crible_difference_fact_count(difference), 0, "%s", names[i]);
    cr_assert_eq(crible_difference_of_result(difference), 0, "%s", names[i]);
    crible_difference_free(difference);
    crible_dossier_free(again);
    crible_text_free(context, canonical);
    crible_dossier_free(dossier);
  }
  crible_context_free(context);
}

#define DOSSIER(parts) "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\">" parts "</dossier>"
#define CANDIDATE(parts) "<company id=\"C\" seats=\"FR\">" parts "</company>"

/* A party under another id is the same by its LEI, wherever it is named, lists too. */
Test(difference, parties_are_the_same_by_identifier) {
  crible_context *context = dossier_context();
  crible_dossier *before = read_text(
      context, DOSSIER(CANDIDATE("<stake holder=\"b\" capital=\"10%\"/>"
                                 "<right id=\"r\" kind=\"consent\" under=\"agreement\" beneficiary=\"a b\"/>")
                       "<company id=\"a\" seats=\"US\"/>"
                       "<company id=\"b\" name=\"B\" seats=\"US\" lei=\"5493001KJTIIGC8Y1R12\"/>"
                       "<concert members=\"a b\"/>"));
  crible_dossier *after = read_text(
      context, DOSSIER(CANDIDATE("<stake holder=\"Z\" capital=\"10%\"/>"
                                 "<right id=\"r\" kind=\"consent\" under=\"agreement\" beneficiary=\"Z a\"/>")
                       "<company id=\"a\" seats=\"US\"/>"
                       "<company id=\"Z\" name=\"B\" seats=\"US\" lei=\"5493001KJTIIGC8Y1R12\"/>"
                       "<concert members=\"Z a\"/>"));
  crible_difference *difference = between(before, after);
  cr_assert_eq(crible_difference_fact_count(difference), 0);
  crible_difference_free(difference);
  crible_dossier_free(before);
  crible_dossier_free(after);
  crible_context_free(context);
}

/* Each difference as "kind element which of name before after". */
static void check_items(const char *before_text, const char *after_text, const char *wanted) {
  crible_context *context = dossier_context();
  crible_dossier *before = read_text(context, before_text), *after = read_text(context, after_text);
  crible_difference *difference = between(before, after);
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&text, &length);
  for (size_t i = 0; i < difference->facts.count; i++) {
    const cr_fact_difference *one = &difference->facts.items[i];
    fprintf(out, "%c %s/%s/%s", "+-~"[one->kind], one->of ? one->of : "", one->element, one->which);
    for (int k = 0; k < one->attribute_count; k++)
      fprintf(out, " %s:%s:%s", one->attributes[k].name,
              one->attributes[k].before ? one->attributes[k].before : "",
              one->attributes[k].after ? one->attributes[k].after : "");
    fputc('\n', out);
  }
  fclose(out);
  cr_assert_str_eq(text, wanted);
  free(text);
  crible_difference_free(difference);
  crible_dossier_free(before);
  crible_dossier_free(after);
  crible_context_free(context);
}

Test(difference, facts_added_removed_and_changed) {
  check_items(
      DOSSIER(CANDIDATE("<stake holder=\"a\" capital=\"10%\" votes=\"10%\"/>"
                        "<stake holder=\"a\" capital=\"10%\" votes=\"10%\"/>"
                        "<stake holder=\"b\" capital=\"(25%,50%]\"/>"
                        "<right id=\"r\" kind=\"consent\" under=\"agreement\" beneficiary=\"a\">Old.</right>")
              "<company id=\"a\" name=\"A\"/><company id=\"b\" name=\"B\"/>"),
      DOSSIER(CANDIDATE("<stake holder=\"a\" capital=\"10%\" votes=\"10%\"/>"
                        "<stake holder=\"b\" capital=\"30%\"/>"
                        "<right id=\"r\" kind=\"consent\" under=\"agreement\" beneficiary=\"a b\">New.</right>"
                        "<complete of=\"rights\"/>")
              "<company id=\"a\" name=\"A\" form=\"SA\"/><person id=\"b\" name=\"B\" residence=\"FR\"/>"),
      "- C/stake/a holder:a: capital:1/10: votes:1/10:\n"
      "~ C/stake/b capital:(1/4,1/2]:3/10\n"
      "~ C/right/r beneficiary:a:a b sentence:Old.:New.\n"
      "+ C/complete/rights of::rights\n"
      "~ /company/a form::SA\n"
      "- /company/b id:b: name:B:\n"
      "+ /person/b id::b name::B residence::FR\n");
}

/* A change made by words is the difference that it makes. */
Test(difference, of_a_change_is_the_change) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_text(
      context, DOSSIER(CANDIDATE("<stake holder=\"a\" capital=\"60%\"/>") "<company id=\"a\" seats=\"US\"/>"));
  const crible_change change = {CRIBLE_SET, "stake=a votes=40%"};
  crible_dossier *changed = NULL;
  cr_assert_eq(crible_dossier_change(&changed, dossier, &change, 1, "2023-02-15"), CRIBLE_OK);
  crible_difference *difference = between(dossier, changed);
  cr_assert_eq(crible_difference_of_result(difference), 1);
  cr_assert_eq(difference->facts.count, 2); /* until the day, and from it on */
  cr_assert_eq(difference->facts.items[0].kind, CR_CHANGED);
  cr_assert_eq(difference->facts.items[1].kind, CR_ADDED);
  crible_difference_free(difference);
  crible_dossier_free(changed);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

static crible_status compare_and_report(crible_context *context) {
  crible_dossier *before = NULL, *after = NULL;
  crible_difference *difference = NULL;
  char *text = NULL;
  size_t length;
  crible_status status = dossier_from(
      &before, context,
      DOSSIER(CANDIDATE("<stake holder=\"a\" capital=\"10%\"/>") "<company id=\"a\" siren=\"732829320\"/>"));
  if (status == CRIBLE_OK)
    status = dossier_from(&after, context,
                          DOSSIER(CANDIDATE("<stake holder=\"b\" capital=\"20%\"/>")
                                  "<company id=\"b\" siren=\"732829320\"/>"));
  if (status == CRIBLE_OK) status = crible_difference_of(&difference, before, after, &on_a_day);
  if (status == CRIBLE_OK) status = crible_difference_report(&text, &length, difference, NULL);
  crible_text_free(context, text);
  crible_difference_free(difference);
  crible_dossier_free(before);
  crible_dossier_free(after);
  return status;
}

Test(difference, memory) { scarce_memory_try(compare_and_report, "datasets"); }
