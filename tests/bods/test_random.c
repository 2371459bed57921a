/* Random structures written twice, as BODS and as a dossier: the figures are the same. Cycles
 * through the candidate, bands with open ends, entities of unknown jurisdiction, persons.
 * CRIBLE_GRAPHS says how many (40). */
#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bods/package_text.h"
#include "tests/support/dossier_text.h"

enum { MOST = 8 };

typedef struct writing {
  package_text bods;
  char xml[16384];
  size_t used;
} writing;

static void put(writing *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(writing *to, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  to->used += (size_t)vsnprintf(to->xml + to->used, sizeof to->xml - to->used, format, arguments);
  va_end(arguments);
}

static unsigned draw(uint64_t *state, unsigned below) {
  *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(*state >> 33) % below;
}

static void add_holding(writing *to, uint64_t *state, const char *company, const char *holder,
                        unsigned exact) {
  char bods[128], xml[64];
  unsigned below = draw(state, exact + 1), above = draw(state, 101 - exact);
  bool open_below = below > 0 && draw(state, 2), open_above = above > 0 && draw(state, 2);
  if (draw(state, 3) > 0) {
    sprintf(bods, "\"exact\":%u", exact);
    sprintf(xml, "%u%%", exact);
  } else {
    sprintf(bods, "\"%s\":%u,\"%s\":%u", open_below ? "exclusiveMinimum" : "minimum", exact - below,
            open_above ? "exclusiveMaximum" : "maximum", exact + above);
    if (below + above == 0) sprintf(xml, "%u%%", exact);
    else sprintf(xml, "%c%u%%, %u%%%c", open_below ? '(' : '[', exact - below, exact + above,
                 open_above ? ')' : ']');
  }
  bool votes = draw(state, 5) == 0;
  package_holds(&to->bods, company, holder, votes ? "votingRights" : "shareholding", bods);
  put(to, "<stake holder=\"%s\" %s=\"%s\"/>", holder, votes ? "votes" : "capital", xml);
}

static void name_of(char out[8], unsigned party) { sprintf(out, party ? "p%u" : "C", party); }

/* Up to four different holders of one company, the company itself left out. */
static void add_holders(writing *to, uint64_t *state, unsigned company, unsigned parties) {
  unsigned left = 100, order[MOST];
  char own[8], holder[8];
  name_of(own, company);
  for (unsigned i = 0; i < parties; i++) order[i] = i;
  for (unsigned i = 0; i < parties; i++) {
    unsigned other = draw(state, parties), kept = order[i];
    order[i] = order[other];
    order[other] = kept;
  }
  for (unsigned i = 0, taken = 0; i < parties && taken < 4; i++) {
    if (order[i] == company || draw(state, 3) == 0) continue;
    unsigned exact = draw(state, 3) ? draw(state, left + 1) : left;
    name_of(holder, order[i]);
    add_holding(to, state, own, holder, exact);
    left -= exact;
    taken++;
  }
}

static void write_both(writing *to, uint64_t *state) {
  static const char *const countries[] = {"FR", "US", NULL, "DE", "CH"};
  unsigned companies = 2 + draw(state, 4), persons = draw(state, 3);
  char name[8];
  put(to, "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\">");
  for (unsigned i = 0; i < companies; i++) {
    const char *country = i ? countries[draw(state, 5)] : "FR";
    name_of(name, i);
    package_entity(&to->bods, name, country);
    put(to, "<company id=\"%s\"", name);
    if (country) put(to, " seats=\"%s\"", country);
    put(to, ">");
    add_holders(to, state, i, companies + persons);
    put(to, "</company>");
  }
  for (unsigned i = companies; i < companies + persons; i++) {
    name_of(name, i);
    package_person(&to->bods, name, "FR");
    put(to, "<person id=\"%s\" residence=\"FR\"/>", name);
  }
  put(to, "</dossier>");
}

Test(bods_random, figures_are_those_of_the_dossier) {
  const char *wanted = getenv("CRIBLE_GRAPHS");
  int graphs = wanted ? atoi(wanted) : 40, answered = 0;
  for (int seed = 1; seed <= graphs; seed++) {
    uint64_t state = (uint64_t)seed * 7919;
    writing *both = calloc(1, sizeof *both);
    write_both(both, &state);
    crible_context *context = dossier_context();
    crible_dossier *dossier = NULL;
    crible_status status = dossier_from(&dossier, context, both->xml);
    cr_assert_eq(status, CRIBLE_OK, "seed %d: %s\n%s", seed, both->xml,
                 dossier_diagnostics(context));
    char *expected = dossier_figures(dossier, context, "2023-02-15");
    char *found = package_figures(&both->bods, "2023-02-15");
    answered += *expected == '[' || *expected == '(';
    cr_expect_str_eq(found, expected, "seed %d\n%s]\n%s\n%s\n not %s", seed, both->bods.text,
                     both->xml, found, expected);
    free(expected);
    free(found);
    crible_dossier_free(dossier);
    crible_context_free(context);
    free(both);
  }
  cr_expect_gt(answered, graphs / 2, "%d of %d", answered, graphs);
}
