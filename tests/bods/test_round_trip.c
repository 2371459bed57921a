/* Random dossiers, written as dossier.xml and as BODS and read again: the figures of every
 * criterion are the same, in BODS wherever no fact was told to be beyond it. Stakes with thirds and
 * sevenths, bands, lots of several classes, treasury stock, funds, trusts, groups, public bodies,
 * control, lists that are complete; in some, what BODS cannot say. CRIBLE_GRAPHS says how many (40). */
#include <criterion/criterion.h>
#include <crible/conversion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bods/package_text.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

enum { COMPANIES = 4, PARTIES = 9 };
static const char day[] = "2023-02-15";
static const char *const ids[PARTIES] = {"C", "c1", "c2", "c3", "fund", "trust", "p", "group", "state"};

typedef struct writing {
  char xml[32768];
  size_t used;
  uint64_t state;
} writing;

static void put(writing *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(writing *to, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  to->used += (size_t)vsnprintf(to->xml + to->used, sizeof to->xml - to->used, format, arguments);
  va_end(arguments);
}

static unsigned draw(writing *to, unsigned below) {
  to->state = to->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(to->state >> 33) % below;
}

/* A part of what is left, in 21sts or hundredths; exact, or between 0 and it. */
static void put_share(writing *to, const char *property, unsigned of, unsigned part) {
  switch (draw(to, 4)) {
  case 0: put(to, " %s=\"(%u/%u,%u/%u]\"", property, part / 2, of, part + 1, of); break;
  case 1: put(to, " %s=\"[0,%u/%u)\"", property, part + 1, of); break;
  default: put(to, " %s=\"%u/%u\"", property, part, of);
  }
}

static void put_stakes(writing *to, unsigned company) {
  unsigned of = draw(to, 2) ? 21 : 100, left = of - 2;
  for (unsigned holder = 0; holder < PARTIES; holder++) {
    if ((holder == company && draw(to, 4)) || draw(to, 2)) continue;
    unsigned part = draw(to, left / 2 + 1);
    put(to, "<stake holder=\"%s\"", ids[holder]);
    put_share(to, "capital", of, part);
    if (holder != company && draw(to, 3) == 0) put_share(to, "votes", of, part);
    if (draw(to, 5) == 0) put(to, " from=\"2020-01-01\" recorded=\"2020-02-01\"");
    put(to, "/>");
    left -= part + 1 < left ? part + 1 : left;
    if (left < 2) break;
  }
  if (draw(to, 12) == 0) put(to, "<stake holder=\"p\" capital=\"1\" to=\"2019-01-01\"/>");
}

/* A class, perhaps on a regulated market, perhaps on another one, perhaps on one alone. */
static void put_class(writing *to, const char *start, const char *mic) {
  static const char *const periods[] = {"", " from=\"2018-03-01\"", " to=\"2019-01-01\""};
  put(to, "%s>", start);
  if (mic) put(to, "<admission market=\"%s\"%s/>", mic, periods[draw(to, 3)]);
  put(to, "</share-class>");
}

static void put_lots(writing *to, unsigned company) {
  unsigned left = 300;
  bool treasury = draw(to, 3) == 0, two = draw(to, 2);
  static const char *const limits[] = {" double-vote-after=\"2\"", " vote-cap=\"10%\"",
                                       " votes-suspended=\"yes\""};
  static const char *const markets[] = {"XPAR", "ALXP", NULL};
  unsigned limit = draw(to, 24);
  const char *mic = draw(to, 5) ? NULL : markets[draw(to, 3)], *other = draw(to, 5) ? mic : NULL;
  char start[80];
  snprintf(start, sizeof start, "<share-class id=\"O\" issued=\"300\"%s", limit < 3 ? limits[limit] : "");
  put_class(to, start, mic);
  snprintf(start, sizeof start, "<share-class id=\"P\" issued=\"70\" votes=\"%u\"", draw(to, 3));
  if (two) put_class(to, start, other);
  if (mic && draw(to, 8) == 0)
    put(to, "<declared-holders date=\"2022-12-31\"><declared declarant=\"c2\" capital=\"25%%\"/></declared-holders>");
  for (unsigned holder = 0; holder < PARTIES; holder++) {
    if ((holder == company && !treasury) || draw(to, 2)) continue;
    unsigned part = 1 + draw(to, left - PARTIES);
    if (part > left - PARTIES) break;
    put(to, "<lot holder=\"%s\" class=\"O\" quantity=\"%u\"/>", ids[holder], part);
    left -= part;
    if (left < PARTIES + 2) break;
  }
  if (two) put(to, "<lot holder=\"c1\" class=\"P\" quantity=\"%u\"/>", 1 + draw(to, 69));
}

static void put_company(writing *to, unsigned company) {
  static const char *const seats[] = {" seats=\"FR\"", " seats=\"US\"", " registered-office=\"DE\"", "",
                                      " registered-office=\"FR\" central-administration=\"US\"",
                                      " principal-establishment=\"CH\""};
  put(to, "<company id=\"%s\" name=\"N &amp; %u\"%s%s>", ids[company], company,
      company ? seats[draw(to, 6)] : " seats=\"FR\"", draw(to, 2) ? " form=\"SAS\"" : "");
  if (draw(to, 3) == 0) put_lots(to, company);
  else put_stakes(to, company);
  if (draw(to, 8) == 0) put(to, "<seat kind=\"registered-office\" country=\"BE\"/>");
  if (!company && draw(to, 2)) put(to, "<complete of=\"rights\"/>");
  if (!company && draw(to, 2)) put(to, "<complete of=\"organs\"/>");
  if (!company && draw(to, 4) == 0)
    put(to, "<right kind=\"unreadable\" under=\"%s\" beneficiary=\"c%u\"/>",
        draw(to, 2) ? "statutes" : "contract", 1 + draw(to, 3));
  if (!company && draw(to, 16) == 0)
    put(to, "<right kind=\"consent\" under=\"agreement\" beneficiary=\"c1\" decisions=\"budget\"/>");
  if (!company && draw(to, 16) == 0) {
    put(to, "<organ id=\"b\" kind=\"administration\" seats=\"5\"/>");
    put(to, "<right kind=\"appoint\" under=\"statutes\" beneficiary=\"c2\" organ=\"b\" seats=\"3\"/>");
  }
  put(to, "</company>");
}

static void put_controls(writing *to) {
  static const char *const kinds[] = {"in-fact", "agreement", "appointments"};
  if (draw(to, 2)) put(to, "<control kind=\"manager\" controlled=\"fund\" controllers=\"c%u\"/>", 1 + draw(to, 3));
  if (draw(to, 2)) put(to, "<control kind=\"trustee\" controlled=\"trust\" controllers=\"c%u\"/>", 1 + draw(to, 3));
  if (draw(to, 3) == 0)
    put(to, "<control kind=\"%s\" controlled=\"c%u\" controllers=\"%s\"%s/>", kinds[draw(to, 3)], 1 + draw(to, 2),
        ids[3 + 3 * draw(to, 2)], draw(to, 2) ? " possible=\"yes\"" : "");
  if (draw(to, 20) == 0) put(to, "<control kind=\"in-fact\" controlled=\"c1\" controllers=\"c2 c3\"/>");
  if (draw(to, 20) == 0) put(to, "<concert members=\"c2 c3\"/>");
}

static void put_dossier(writing *to) {
  put(to, "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\">");
  for (unsigned i = 0; i < COMPANIES; i++) put_company(to, i);
  put(to, "<fund id=\"fund\"/><arrangement id=\"trust\"/>");
  put(to, "<person id=\"p\" residence=\"%s\" nationalities=\"FR US\"/>", draw(to, 2) ? "FR" : "US");
  put(to, "<group id=\"group\" of=\"%s\" state=\"%s\" members=\"%s\"/>", draw(to, 2) ? "persons" : "entities",
      draw(to, 2) ? "FR" : "US", draw(to, 2) ? "several" : "7");
  put(to, "<public-body id=\"state\" state=\"%s\"/>", draw(to, 2) ? "FR" : "US");
  put_controls(to);
  put(to, "</dossier>");
}

/* The figures after a conversion; *said is false where something was told to be beyond it. */
static char *figures_after(bool *said, const writing *from, crible_conversion_format to,
                           char **text) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  size_t length = 0;
  const crible_conversion_options options = {.to = to, .as_of = day};
  const crible_dossier_options candidate = {.candidate = "C"};
  char *written = NULL, *figures;
  cr_assert_eq(dossier_from(&dossier, context, from->xml), CRIBLE_OK);
  cr_assert_eq(crible_convert(&written, &length, dossier, &options), CRIBLE_OK);
  crible_dossier_free(dossier);
  *said = true;
  for (size_t i = 0; i < crible_diagnostic_count(context); i++)
    if (!strcmp(crible_diagnostic_at(context, i)->code, "not-said")) *said = false;
  crible_diagnostics_clear(context);
  crible_status status = to == CRIBLE_TO_BODS
                             ? package_read_bytes(&dossier, context, written, length, &candidate)
                             : dossier_from(&dossier, context, written);
  cr_assert_eq(status, CRIBLE_OK, "%s\n%s", written, dossier_diagnostics(context));
  figures = dossier_figures(dossier, context, day);
  *text = strdup(written);
  crible_text_free(context, written);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return figures;
}

static char *figures_of(const writing *from, int seed) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_status status = dossier_from(&dossier, context, from->xml);
  cr_assert_eq(status, CRIBLE_OK, "seed %d\n%s\n%s", seed, from->xml, dossier_diagnostics(context));
  char *figures = dossier_figures(dossier, context, day);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return figures;
}

/* Whether a conversion says all; the figures are then the same. */
static bool compare(const writing *from, const char *before, crible_conversion_format to,
                    int seed) {
  bool said;
  char *text, *after = figures_after(&said, from, to, &text);
  if (said) cr_expect_str_eq(after, before, "seed %d\n%s\n%s\n%s not\n%s", seed, from->xml, text, after, before);
  free(after);
  free(text);
  return said;
}

Test(round_trip, figures_stay_the_same) {
  const char *wanted = getenv("CRIBLE_GRAPHS");
  int dossiers = wanted ? atoi(wanted) : 40, said = 0, answered = 0;
  for (int seed = 1; seed <= dossiers; seed++) {
    writing *from = calloc(1, sizeof *from);
    from->state = (uint64_t)seed * 7919;
    put_dossier(from);
    char *before = figures_of(from, seed);
    cr_expect(compare(from, before, CRIBLE_TO_DOSSIER, seed), "seed %d", seed);
    said += compare(from, before, CRIBLE_TO_BODS, seed);
    answered += strchr("[(", *before) != NULL;
    free(before);
    free(from);
  }
  cr_expect_geq(5 * said, 2 * dossiers, "%d of %d could be said in BODS", said, dossiers);
  cr_expect_geq(10 * answered, 9 * dossiers, "%d of %d", answered, dossiers);
  if (wanted) fprintf(stderr, "round trip: %d dossiers, %d said in BODS, %d with figures\n", dossiers, said, answered);
}

/* On a regulated market nobody counts who did not declare: 30 % of a third party are none. Of two
 * classes, or where somebody declared, all must be said or nothing. */
Test(round_trip, a_listing_is_kept_where_it_can_be) {
  static const char form[] =
      "<dossier xmlns='urn:crible:dossier:1' candidate='C'><company id='C' seats='FR' form='SAS'>"
      "<share-class id='O' issued='100'>%s</share-class><share-class id='P' issued='100'>%s</share-class>"
      "<lot holder='c1' class='O' quantity='30'/><lot holder='c1' class='P' quantity='30'/>%s</company>"
      "<company id='c1' seats='US'/></dossier>";
  static const char on[] = "<admission market='XPAR' from='2020-01-01'/>";
  static const char *const cases[][3] = {
      {on, on, ""}, {on, "", ""}, {"", "", ""},
      {on, on, "<declared-holders date='2022-12-31'><declared declarant='c1' capital='30%'/></declared-holders>"}};
  static const bool kept[] = {true, false, false, false};
  for (int i = 0; i < 4; i++) {
    writing from = {.used = 0};
    put(&from, form, cases[i][0], cases[i][1], cases[i][2]);
    bool said;
    char *text, *before = figures_of(&from, i), *after = figures_after(&said, &from, CRIBLE_TO_BODS, &text);
    cr_expect_eq(strstr(text, "crible: admission XPAR") != NULL, kept[i], "%d: %s", i, text);
    cr_expect_eq(strstr(text, "\"hasPublicListing\":true") != NULL, kept[i], "%d", i);
    cr_expect_eq(said, i == 0 || i == 2, "%d", i);
    if (said) cr_expect_str_eq(after, before, "%d: %s not %s", i, after, before);
    if (i == 0) cr_expect_str_eq(after, "[0,0] [0,0] [0,0] [0,0] uu");
    free(before);
    free(after);
    free(text);
  }
}

static crible_status write_everything(crible_context *context) {
  char *text = NULL;
  size_t length;
  crible_dossier *dossier = NULL;
  const crible_conversion_options options = {.to = CRIBLE_TO_BODS, .as_of = day};
  crible_status status =
      crible_dossier_read(&dossier, context, "tests/importers/data/everything.xml");
  if (status == CRIBLE_OK) status = crible_convert(&text, &length, dossier, &options);
  crible_text_free(context, text);
  crible_dossier_free(dossier);
  return status;
}

Test(round_trip, memory_runs_out) { scarce_memory_try(write_everything, data_folder()); }
