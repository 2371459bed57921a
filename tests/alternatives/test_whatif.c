/* What if: a change by its words equals the dossier edited by hand; wrong words are told. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <crible/whatif.h>

#include "engine/screening/screening.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

static const char day[] = "2023-02-15";

/* A dossier around what companies C (the candidate) and H hold. */
static char *written(const char *inside, const char *outside) {
  static const char form[] =
      "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\">"
      "<company id=\"C\" form=\"SAS\" seats=\"FR\">%s</company>"
      "<company id=\"us\" seats=\"US\"/><company id=\"ca\" seats=\"CA\"/>"
      "<company id=\"fr\" seats=\"FR\"/><person id=\"ann\" residence=\"FR\"/>%s</dossier>";
  size_t room = sizeof form + strlen(inside) + strlen(outside);
  char *text = malloc(room);
  cr_assert_not_null(text);
  snprintf(text, room, form, inside, outside);
  return text;
}

static crible_dossier *read_text(crible_context *context, const char *text) {
  crible_dossier *dossier = NULL;
  if (dossier_from(&dossier, context, text) != CRIBLE_OK)
    cr_assert_fail("%s\n%s", text, dossier_diagnostics(context));
  return dossier;
}

/* All that a screening decides, as text; the caller frees it. */
static char *outcome(const crible_dossier *dossier) {
  char *text = NULL;
  size_t length = 0;
  crible_screening *screening = NULL;
  const crible_screening_options options = {.as_of = day};
  FILE *out = open_memstream(&text, &length);
  if (crible_screen(&screening, dossier, &options) != CRIBLE_OK)
    cr_assert_fail("%s", dossier_diagnostics(dossier->context));
  for (size_t i = 0; i < crible_screening_criterion_count(screening); i++) {
    crible_criterion found;
    cr_assert_eq(crible_screening_criterion(&found, screening, i), CRIBLE_OK);
    fprintf(out, "%s %d", found.id, (int)found.status);
    if (found.threshold)
      fprintf(out, " %s%s %s .. %s%s %s", found.lower.value, found.lower.attained ? "" : "+",
              found.lower.holder ? found.lower.holder : "", found.upper.value,
              found.upper.attained ? "" : "-", found.upper.holder ? found.upper.holder : "");
    fputc('\n', out);
  }
  crible_screening_free(screening);
  fclose(out);
  return text;
}

#define TWO_CLASSES                                                                              \
  "<share-class id=\"O\" issued=\"800\" nominal=\"1\"/>"                                         \
  "<share-class id=\"P\" issued=\"100\" nominal=\"2\" votes=\"3\"/>"
#define ONE_CLASS "<share-class id=\"O\" issued=\"1000\" double-vote-after=\"2\"/>"
#define ALL "<complete of=\"holders rights organs\"/>"

/* Changes are separated by "|"; each begins with a, s or S: --add, --sell, --set. */
typedef struct pair {
  const char *inside, *outside, *changes, *inside_then, *outside_then;
} pair;

static const pair pairs[] = {
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"1000\"/>" ALL, "",
     "aholder=us capital=25% from=ann",
     ONE_CLASS "<lot holder=\"ann\" quantity=\"750\"/><lot holder=\"us\" quantity=\"250\" "
               "since=\"2023-02-15\"/>" ALL,
     ""},
    /* Ann's older lot keeps its double votes: the younger goes first, and loses its own. */
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"400\" since=\"2010-01-01\"/>"
               "<lot holder=\"ann\" quantity=\"600\" since=\"2020-01-01\"/>" ALL,
     "", "sholder=ann shares=500 to=us",
     ONE_CLASS "<lot holder=\"ann\" quantity=\"400\" since=\"2010-01-01\"/>"
               "<lot holder=\"ann\" quantity=\"100\" since=\"2020-01-01\"/>"
               "<lot holder=\"us\" quantity=\"500\" since=\"2023-02-15\"/>" ALL,
     ""},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"700\"/><lot holder=\"us\" quantity=\"200\"/>", "",
     "aholder=ca shares=100",
     ONE_CLASS "<lot holder=\"ann\" quantity=\"700\"/><lot holder=\"us\" quantity=\"200\"/>"
               "<lot holder=\"ca\" quantity=\"100\" since=\"2023-02-15\"/>",
     ""},
    /* n / (1000 + n) = 1/5. */
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"1000\"/>" ALL, "",
     "aholder=us capital=20% votes=0.2 from=issue",
     "<share-class id=\"O\" issued=\"1250\"/><lot holder=\"ann\" quantity=\"1000\"/>"
     "<lot holder=\"us\" quantity=\"250\"/>" ALL,
     ""},
    /* 10 % of the capital, 1000, in shares of 2: 50; of the votes, 1100: 150 / 1100. */
    {TWO_CLASSES "<lot holder=\"ann\" class=\"O\" quantity=\"800\"/>"
                 "<lot holder=\"ann\" class=\"P\" quantity=\"100\"/>" ALL,
     "", "aholder=us class=P capital=10% votes=3/22 from=ann",
     TWO_CLASSES "<lot holder=\"ann\" class=\"O\" quantity=\"800\"/>"
                 "<lot holder=\"ann\" class=\"P\" quantity=\"50\"/>"
                 "<lot holder=\"us\" class=\"P\" quantity=\"50\"/>" ALL,
     ""},
    {"<stake holder=\"ann\" capital=\"60%\"/><stake holder=\"us\" capital=\"10%\"/>", "",
     "aholder=us capital=5% from=ann",
     "<stake holder=\"ann\" capital=\"55%\"/><stake holder=\"us\" capital=\"15%\"/>", ""},
    {"<stake holder=\"ann\" capital=\"60%\"/><stake holder=\"us\" capital=\"(10%,20%]\"/>", "",
     "aholder=new country=US capital=50% votes=10% from=issue",
     "<stake holder=\"ann\" capital=\"30%\" votes=\"54%\"/>"
     "<stake holder=\"us\" capital=\"(5%,10%]\" votes=\"(9%,18%]\"/>"
     "<stake holder=\"new\" capital=\"50%\" votes=\"10%\"/>",
     "<company id=\"new\" seats=\"US\"/>"},
    {"<stake holder=\"H\" capital=\"60%\"/><stake holder=\"ann\" capital=\"40%\"/>",
     "<company id=\"H\" seats=\"FR\"><stake holder=\"ann\" capital=\"100%\"/></company>",
     "Sstake=us of=H capital=[25%,30%]|Sstake=ann of=H capital=70%",
     "<stake holder=\"H\" capital=\"60%\"/><stake holder=\"ann\" capital=\"40%\"/>",
     "<company id=\"H\" seats=\"FR\"><stake holder=\"us\" capital=\"[25%,30%]\"/>"
     "<stake holder=\"ann\" capital=\"70%\"/></company>"},
    {"<stake holder=\"G\" capital=\"30%\"/><stake holder=\"ann\" capital=\"70%\"/>" ALL,
     "<company id=\"G\" seats=\"FR\"/>", "Sseat=central-administration of=G country=US",
     "<stake holder=\"G\" capital=\"30%\"/><stake holder=\"ann\" capital=\"70%\"/>" ALL,
     "<company id=\"G\"><seat kind=\"registered-office\" country=\"FR\"/>"
     "<seat kind=\"principal-establishment\" country=\"FR\"/>"
     "<seat kind=\"central-administration\" country=\"US\"/></company>"},
    {"<stake holder=\"us\" capital=\"10%\"/><stake holder=\"ann\" capital=\"90%\"/>"
     "<right id=\"r\" kind=\"consent\" under=\"agreement\" beneficiary=\"us\" decisions=\"budget\"/>"
     ALL,
     "", "Sright=r remove",
     "<stake holder=\"us\" capital=\"10%\"/><stake holder=\"ann\" capital=\"90%\"/>" ALL, ""},
    {"<stake holder=\"us\" capital=\"30%\"/><stake holder=\"ann\" capital=\"70%\"/>"
     "<right id=\"r\" kind=\"majority\" under=\"statutes\" meeting=\"extraordinary\" "
     "decisions=\"budget\" more-than=\"1/2\"/>" ALL,
     "", "Sright=r at-least=75%|Sright=s kind=consent under=contract beneficiary=us decisions=debt",
     "<stake holder=\"us\" capital=\"30%\"/><stake holder=\"ann\" capital=\"70%\"/>"
     "<right id=\"r\" kind=\"majority\" under=\"statutes\" meeting=\"extraordinary\" "
     "decisions=\"budget\" at-least=\"75%\"/>"
     "<right id=\"s\" kind=\"consent\" under=\"contract\" beneficiary=\"us\" decisions=\"debt\"/>" ALL,
     ""},
    {"<stake holder=\"us\" capital=\"10%\"/><stake holder=\"ann\" capital=\"60%\"/>", "",
     "Scomplete=holders|Sstake=ann capital=90%|Scomplete=rights|Scomplete=organs",
     "<stake holder=\"us\" capital=\"10%\"/><stake holder=\"ann\" capital=\"90%\"/>" ALL, ""},
    {"<stake holder=\"us\" capital=\"10%\"/><stake holder=\"ann\" capital=\"90%\"/>" ALL
     "<organ id=\"b\" kind=\"administration\" seats=\"5\"/>"
     "<right id=\"r\" kind=\"appoint\" under=\"statutes\" beneficiary=\"us\" organ=\"b\" seats=\"3\"/>",
     "", "Sorgan=b seats=6|Sparty=lu country=LU name='Lu Lu'|Scontrol=lu controllers=us kind=in-fact",
     "<stake holder=\"us\" capital=\"10%\"/><stake holder=\"ann\" capital=\"90%\"/>" ALL
     "<organ id=\"b\" kind=\"administration\" seats=\"6\"/>"
     "<right id=\"r\" kind=\"appoint\" under=\"statutes\" beneficiary=\"us\" organ=\"b\" seats=\"3\"/>",
     "<company id=\"lu\" seats=\"LU\"/>"
     "<control controllers=\"us\" controlled=\"lu\" kind=\"in-fact\"/>"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"900\"/><lot id=\"l\" holder=\"us\" quantity=\"100\"/>"
               "<right kind=\"consent\" under=\"statutes\" beneficiary-lot=\"l\"/>" ALL,
     "", "sholder=us shares=100 to=ca",
     ONE_CLASS "<lot holder=\"ann\" quantity=\"900\"/><lot id=\"l\" holder=\"ca\" quantity=\"100\"/>"
               "<right kind=\"consent\" under=\"statutes\" beneficiary-lot=\"l\"/>" ALL,
     ""},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"900\"/><lot id=\"l\" holder=\"us\" quantity=\"100\"/>" ALL,
     "", "Slot=us quantity=60|Sclass=O issued=960",
     "<share-class id=\"O\" issued=\"960\" double-vote-after=\"2\"/>"
     "<lot holder=\"ann\" quantity=\"900\"/><lot id=\"l\" holder=\"us\" quantity=\"60\"/>" ALL,
     ""},
};
enum { PAIRS = sizeof pairs / sizeof *pairs, MOST = 8 };

/* Cuts a list of changes, in place. */
static size_t cut(crible_change out[MOST], char *list) {
  size_t count = 0;
  for (char *one = strtok(list, "|"); one; one = strtok(NULL, "|")) {
    cr_assert_lt(count, (size_t)MOST);
    out[count++] = (crible_change){*one == 'a'   ? CRIBLE_ADD
                                   : *one == 's' ? CRIBLE_SELL
                                                 : CRIBLE_SET,
                                   one + 1};
  }
  return count;
}

static crible_dossier *changed(const crible_dossier *dossier, const char *list) {
  crible_dossier *out = NULL;
  crible_change changes[MOST];
  char *copy = strdup(list);
  size_t count = cut(changes, copy);
  if (crible_dossier_change(&out, dossier, changes, count, day) != CRIBLE_OK)
    cr_assert_fail("%s\n%s", list, dossier_diagnostics(dossier->context));
  free(copy);
  return out;
}

Test(whatif, equals_the_dossier_edited_by_hand) {
  crible_context *context = dossier_context();
  for (int i = 0; i < PAIRS; i++) {
    char *before = written(pairs[i].inside, pairs[i].outside);
    char *by_hand = written(pairs[i].inside_then, pairs[i].outside_then);
    crible_dossier *dossier = read_text(context, before), *edited = read_text(context, by_hand);
    crible_dossier *made = changed(dossier, pairs[i].changes);
    char *was = outcome(dossier), *is = outcome(made), *wanted = outcome(edited);
    cr_assert_str_eq(is, wanted, "%s", pairs[i].changes);
    cr_assert(strcmp(was, is) != 0, "%s moves nothing", pairs[i].changes);
    free(was), free(is), free(wanted), free(before), free(by_hand);
    crible_dossier_free(made);
    crible_dossier_free(edited);
    crible_dossier_free(dossier);
  }
  crible_context_free(context);
}

/* Sold and sold back, everything is as it was: but for double votes, which a transfer ends. */
Test(whatif, sold_back_nothing_moves) {
  static const char *const there_and_back[][2] = {
      {ONE_CLASS "<lot holder=\"ann\" quantity=\"900\"/><lot holder=\"us\" quantity=\"100\"/>" ALL,
       "sholder=ann shares=500 to=us|sholder=us shares=500 to=ann"},
      {"<stake holder=\"ann\" capital=\"[50%,60%)\"/><stake holder=\"us\" capital=\"20%\"/>",
       "sholder=ann capital=1/3 to=us|sholder=us capital=1/3 to=ann"}};
  crible_context *context = dossier_context();
  for (size_t i = 0; i < 2; i++) {
    char *text = written(there_and_back[i][0], "");
    crible_dossier *dossier = read_text(context, text);
    crible_dossier *back = changed(dossier, there_and_back[i][1]);
    char *was = outcome(dossier), *is = outcome(back);
    cr_assert_str_eq(is, was);
    free(was), free(is), free(text);
    crible_dossier_free(back);
    crible_dossier_free(dossier);
  }
  crible_context_free(context);
}

/* Until the day the facts are what they were. */
Test(whatif, the_day_before_nothing_has_changed) {
  crible_context *context = dossier_context();
  crible_screening *was = NULL, *is = NULL;
  const crible_screening_options eve = {.as_of = "2023-02-14"};
  crible_criterion before, after;
  for (int i = 0; i < PAIRS; i++) {
    char *text = written(pairs[i].inside, pairs[i].outside);
    crible_dossier *dossier = read_text(context, text), *made = changed(dossier, pairs[i].changes);
    cr_assert_eq(crible_screen(&was, dossier, &eve), CRIBLE_OK);
    cr_assert_eq(crible_screen(&is, made, &eve), CRIBLE_OK);
    for (size_t k = 0; k < crible_screening_criterion_count(was); k++) {
      cr_assert_eq(crible_screening_criterion(&before, was, k), CRIBLE_OK);
      cr_assert_eq(crible_screening_criterion(&after, is, k), CRIBLE_OK);
      cr_assert_eq(before.status, after.status, "%s: %s", pairs[i].changes, before.id);
      if (!before.threshold) continue;
      cr_assert_str_eq(before.upper.value, after.upper.value, "%s: %s", pairs[i].changes, before.id);
      cr_assert_str_eq(before.lower.value, after.lower.value, "%s: %s", pairs[i].changes, before.id);
    }
    crible_screening_free(was);
    crible_screening_free(is);
    crible_dossier_free(made);
    crible_dossier_free(dossier);
    free(text);
  }
  crible_context_free(context);
}

/* What is wrong with a change: its code, and the words meant. */
static const struct {
  const char *inside, *change, *code, *meant;
} wrong[] = {
    {ONE_CLASS, "a", "empty-change", ""},
    {ONE_CLASS, "aholder=us", "missing-word", "holder=us"},
    {ONE_CLASS, "acapital=5%", "missing-word", "capital=5%"},
    {ONE_CLASS, "aholder=su capital=5%", "unknown-party", "holder=su"},
    {ONE_CLASS, "aholder=us capital=105%", "bad-share", "capital=105%"},
    {ONE_CLASS, "aholder=us capital=0", "bad-share", "capital=0"},
    {ONE_CLASS, "aholder=us shares=5%", "bad-quantity", "shares=5%"},
    {ONE_CLASS, "aholder=us capital=5 %", "unknown-word", "%"},
    {ONE_CLASS, "aholder=us capital=5% fro=ann", "unknown-word", "fro=ann"},
    {ONE_CLASS, "aholder=us capital=5% capital=6%", "named-twice", "capital=6%"},
    {ONE_CLASS, "aholder=us capital=", "empty-attribute", "capital="},
    {ONE_CLASS, "aholder=us country=US capital=5%", "party-known", "country=US"},
    {ONE_CLASS, "aholder=new kind=compny capital=5%", "bad-word", "kind=compny"},
    {ONE_CLASS, "aholder=new country=UK capital=5%", "unknown-country", "country=UK"},
    {ONE_CLASS, "aholder=us capital=5% of=ann", "not-a-company", "of=ann"},
    {ONE_CLASS ALL, "aholder=us capital=5%", "nobody-undisclosed", "holder=us"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"990\"/>", "aholder=us shares=11",
     "not-so-many-shares", "shares=11"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"990\"/>", "aholder=us shares=991 from=ann",
     "not-so-many-shares", "shares=991"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"990\"/>", "aholder=us capital=1% from=fr",
     "class-not-said", "holder=us"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"990\"/>", "aholder=us capital=5% shares=49 from=ann",
     "amounts-differ", "capital=5%"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"990\"/>", "sholder=ann capital=5% to=ann",
     "sells-to-itself", "holder=ann"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"990\"/>", "aholder=us capital=5% class=Q from=ann",
     "unknown-class", "class=Q"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"9\"/>", "aholder=us capital=100% from=issue",
     "bad-share", "capital=100%"},
    {ONE_CLASS "<lot holder=\"ann\" quantity=\"9\"/><stake holder=\"us\" capital=\"5%\"/>",
     "aholder=us shares=1 from=ann", "stakes-and-lots", "holder=us"},
    {"<stake holder=\"ann\" capital=\"[40%,60%]\"/>", "sholder=ann capital=41% to=us", "not-so-much",
     "capital=41%"},
    {"<stake holder=\"ann\" capital=\"[40%,60%]\"/>", "aholder=us capital=61%", "not-so-much",
     "capital=61%"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "sholder=ann shares=4 to=us", "no-lots", "shares=4"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "aholder=us votes=5% from=issue",
     "issue-of-votes", "from=issue"},
    {"<declared-holders date=\"2020-01-01\"/>", "aholder=us capital=5%", "declared-holders",
     "holder=us"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sseet=all country=US", "unknown-word", "seet=all"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sstake=us remove", "nothing-to-set", "stake=us"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sstake=us capital=(5%,4%)", "empty-interval",
     "capital=(5%,4%)"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sright=r condition-met=yes", "nothing-to-set",
     "right=r"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sseat=head-office country=US", "bad-word",
     "seat=head-office"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sparty=us remove", "party-stays", "party=us"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Scomplete=everything", "bad-word",
     "complete=everything"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sright=r kind=consent under=statute beneficiary=us",
     "bad-word", "under=statute"},
    {"<stake holder=\"ann\" capital=\"40%\"/>", "Sstake=ann from=2020-01-01 capital=4%",
     "unknown-word", "from=2020-01-01"},
};

Test(whatif, wrong_changes_are_told) {
  crible_context *context = dossier_context();
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char *text = written(wrong[i].inside, ""), *list = strdup(wrong[i].change);
    crible_dossier *dossier = read_text(context, text), *made = NULL;
    const crible_change change = {*list == 'a' ? CRIBLE_ADD : *list == 's' ? CRIBLE_SELL : CRIBLE_SET,
                                  list + 1};
    crible_diagnostics_clear(context);
    cr_assert_eq(crible_dossier_change(&made, dossier, &change, 1, day), CRIBLE_E_USAGE, "%s", list);
    cr_assert_null(made);
    const crible_diagnostic *said = crible_diagnostic_at(context, 0);
    cr_assert_not_null(said, "%s", list);
    cr_assert_str_eq(said->code, wrong[i].code, "%s: %s", list, said->message);
    cr_assert_str_eq(said->excerpt, list + 1);
    const size_t length = strlen(wrong[i].meant);
    cr_assert(strncmp(said->excerpt + said->column - 1, wrong[i].meant, length) == 0 &&
                  (size_t)said->length == length,
              "%s: column %d, length %d", list, said->column, said->length);
    crible_dossier_free(dossier);
    free(text), free(list);
  }
  crible_context_free(context);
}

static crible_status run_and_report(crible_context *context) {
  static const crible_change changes[] = {
      {CRIBLE_ADD, "holder='Acme Inc.' country=US capital=5% from=ann"},
      {CRIBLE_SET, "seat=all of=fr country=US"}};
  crible_dossier *dossier = NULL;
  crible_whatif *whatif = NULL;
  char *text = NULL;
  size_t length;
  char *source = written(ONE_CLASS "<lot holder=\"ann\" quantity=\"900\"/>", "");
  const crible_screening_options options = {.as_of = day};
  crible_status status = dossier_from(&dossier, context, source);
  if (status == CRIBLE_OK) status = crible_whatif_run(&whatif, dossier, &options, changes, 2);
  if (status == CRIBLE_OK) status = crible_whatif_report(&text, &length, whatif, NULL);
  crible_text_free(context, text);
  crible_whatif_free(whatif);
  crible_dossier_free(dossier);
  free(source);
  return status;
}

Test(whatif, memory) { scarce_memory_try(run_and_report, "datasets"); }
