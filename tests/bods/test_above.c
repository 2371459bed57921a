/* Of a large package only what stands above the candidate is kept. On random packages, of several
 * versions, components, totals, joint holdings, records that nobody describes, and before 0.4
 * statements that replace others, what is said of everybody above the candidate is the same as when
 * all is kept. CRIBLE_GRAPHS says how many (200). */
#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/facts/facts.h"
#include "importers/bods/bods.h"
#include "importers/registers/steps.h"
#include "tests/bods/package_text.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

enum { ROOM = 32768, PARTIES = 9, NAME = 16 };

typedef struct writing {
  char text[ROOM];
  size_t used;
  unsigned statements;
  uint64_t state;
} writing;

static unsigned draw(writing *to, unsigned below) {
  to->state = to->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(to->state >> 33) % below;
}

static void put(writing *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(writing *to, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  to->used += (size_t)vsnprintf(to->text + to->used, ROOM - to->used, format, arguments);
  va_end(arguments);
  cr_assert_lt(to->used, ROOM);
}

/* The candidate is C; the last ones nobody describes. */
static void name_of(char out[NAME], unsigned party) {
  snprintf(out, NAME, party ? "p%u" : "C", party);
}

static void put_interests(writing *to) {
  static const char *const types[] = {"shareholding", "shareholding", "votingRights",
                                      "appointmentOfBoard", "otherInfluenceOrControl", "nominee"};
  static const char *const levels[] = {"direct", "direct", "indirect", "unknown"};
  unsigned count = 1 + draw(to, 2);
  put(to, "\"interests\":[");
  for (unsigned i = 0; i < count; i++)
    put(to, "%s{\"type\":\"%s\",\"directOrIndirect\":\"%s\",\"share\":{\"exact\":%u}%s}",
        i ? "," : "", types[draw(to, 6)], levels[draw(to, 4)], 1 + draw(to, 12),
        draw(to, 5) ? "" : ",\"endDate\":\"2022-07-01\"");
  put(to, "]");
}

static void put_head(writing *to, const char *kind, const char *record) {
  static const char *const statuses[] = {"new", "updated", "updated", "closed"};
  put(to, "{\"statementId\":\"s%u\",\"recordId\":\"%s\",\"recordType\":\"%s\",", to->statements++,
      record, kind);
  put(to, "\"recordStatus\":\"%s\",\"statementDate\":\"202%u-01-01\",\"declarationSubject\":\"C\",",
      statuses[draw(to, 4)], draw(to, 4));
  put(to, "\"recordDetails\":{\"isComponent\":false,");
}

static void put_party(writing *to, unsigned party) {
  static const char *const countries[] = {"FR", "US", "DE", "CH"};
  char name[NAME];
  const char *country = countries[party ? draw(to, 4) : 0];
  name_of(name, party);
  unsigned kind = party ? draw(to, 6) : 1;
  put_head(to, kind ? "entity" : "person", name);
  if (!kind)
    put(to, "\"personType\":\"knownPerson\"}}\n");
  else if (kind == 2)
    put(to, "\"entityType\":{\"type\":\"arrangement\"}}}\n");
  else
    put(to, "\"entityType\":{\"type\":\"registeredEntity\"},\"jurisdiction\":{\"name\":\"x\","
            "\"code\":\"%s\"},\"identifiers\":[{\"scheme\":\"X\",\"id\":\"no-%s\"}]}}\n", country, name);
}

static void put_link(writing *to, unsigned links) {
  char subject[NAME], party[NAME], record[NAME];
  name_of(subject, draw(to, PARTIES));
  name_of(party, draw(to, PARTIES));
  snprintf(record, sizeof record, "r%u", draw(to, links));
  put_head(to, "relationship", record);
  put(to, "\"subject\":\"%s\",\"interestedParty\":\"%s\",", subject, party);
  if (draw(to, 4) == 0) put(to, "\"componentRecords\":[\"r%u\"],", draw(to, links));
  put_interests(to);
  put(to, "}}\n");
}

/* 0.3: an id is a statement's, and a new one replaces others. */
static void put_flat(writing *to, const char *type, const char *id, const char *replaced) {
  put(to, "{\"statementType\":\"%s\",\"statementID\":\"%s\",\"isComponent\":false,", type, id);
  if (draw(to, 5)) put(to, "\"statementDate\":\"202%u-01-01\",", draw(to, 4));
  if (*replaced) put(to, "\"replacesStatements\":[\"%s\"],", replaced);
}

static void put_flat_party(writing *to, unsigned party, bool again) {
  char name[NAME], newer[NAME + 8];
  name_of(name, party);
  snprintf(newer, sizeof newer, "%s-again", name);
  put_flat(to, "entityStatement", again ? newer : name, again ? name : "");
  put(to, "\"entityType\":\"registeredEntity\",\"incorporatedInJurisdiction\":{\"name\":\"x\","
          "\"code\":\"%s\"}}\n", party && draw(to, 2) ? "US" : "FR");
}

static void put_flat_link(writing *to, unsigned link) {
  char subject[NAME], party[NAME], id[NAME], replaced[NAME] = "";
  name_of(subject, draw(to, PARTIES));
  name_of(party, draw(to, PARTIES));
  snprintf(id, sizeof id, "r%u", link);
  if (draw(to, 3) == 0) snprintf(replaced, sizeof replaced, "r%u", draw(to, link + 3));
  put_flat(to, "ownershipOrControlStatement", id, replaced);
  put(to, "\"subject\":{\"describedByEntityStatement\":\"%s%s\"},", subject,
      draw(to, 4) ? "" : "-again");
  put(to, "\"interestedParty\":{\"describedByEntityStatement\":\"%s%s\"},", party,
      draw(to, 4) ? "" : "-again");
  put_interests(to);
  put(to, "}\n");
}

static void write_package(writing *to, bool flat) {
  unsigned links = 4 + draw(to, 12);
  for (unsigned i = 0; i + 2 < PARTIES; i++) {
    if (flat) put_flat_party(to, i, false);
    else put_party(to, i);
    if (draw(to, 3) > 0) continue;
    if (flat) put_flat_party(to, i, true);
    else put_party(to, i);
  }
  for (unsigned i = 0; i < links; i++) {
    if (flat) put_flat_link(to, i);
    else put_link(to, links);
  }
}

/* Who stands above the candidate, by the facts. */
typedef struct climb {
  bool *above;
  bool more;
} climb;

static crible_status step(void *user, int below, int above, cr_period period) {
  climb *up = user;
  (void)period;
  if (!up->above[below] || up->above[above]) return CRIBLE_OK;
  up->above[above] = up->more = true;
  return CRIBLE_OK;
}

static int by_text(const void *left, const void *right) {
  return strcmp(*(char *const *)left, *(char *const *)right);
}

static void list_facts(FILE *out, const cr_facts *facts, const bool *above) {
  const cr_party *parties = facts->parties;
  for (size_t i = 0; i < facts->parties_count; i++)
    if (above[i])
      fprintf(out, "%s kind %d line %d\n", parties[i].id, parties[i].kind, parties[i].fact.line);
  for (size_t i = 0; i < facts->seats_count; i++) {
    const cr_seat *seat = &facts->seats[i];
    if (above[seat->party])
      fprintf(out, "%s seat %s %d %d %d\n", parties[seat->party].id, seat->country, seat->fact.line,
              seat->fact.period.from, seat->fact.period.to);
  }
  for (size_t i = 0; i < facts->stakes_count; i++) {
    const cr_stake *stake = &facts->stakes[i];
    if (above[stake->company])
      fprintf(out, "%s of %s %s %d %d %d\n", parties[stake->holder].id, parties[stake->company].id,
              stake->fact.presumption ? stake->fact.presumption : "", stake->fact.line,
              stake->fact.period.from, stake->fact.period.to);
  }
  for (size_t i = 0; i < facts->controls_count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    if (above[control->controlled])
      fprintf(out, "%s controls %s %d %d %d %d\n", parties[control->controllers[0]].id,
              parties[control->controlled].id, control->possible, control->fact.line,
              control->fact.period.from, control->fact.period.to);
  }
  for (size_t i = 0; i < facts->rights_count; i++) {
    const cr_right *right = &facts->rights[i];
    if (above[right->company])
      fprintf(out, "%s has right %d in %s %d\n", parties[right->parties[0]].id, right->kind,
              parties[right->company].id, right->fact.line);
  }
}

/* Lines in the order of their text: where two facts stand in the store is no fact. */
static char *sorted(char *text) {
  char *lines[4096], *out = calloc(1, strlen(text) + 1);
  size_t count = 0;
  for (char *line = strtok(text, "\n"); line && count < 4096; line = strtok(NULL, "\n"))
    lines[count++] = line;
  qsort(lines, count, sizeof *lines, by_text);
  for (size_t i = 0; i < count; i++) strcat(strcat(out, lines[i]), "\n");
  return out;
}

static char *facts_above(const cr_facts *facts) {
  char *text = NULL;
  size_t length;
  climb up = {calloc(facts->parties_count, sizeof(bool)), true};
  FILE *out = open_memstream(&text, &length);
  up.above[facts->candidate] = true;
  while (up.more) {
    up.more = false;
    cr_assert_eq(cr_facts_each_step(facts, step, &up), CRIBLE_OK);
  }
  list_facts(out, facts, up.above);
  fclose(out);
  char *lines = sorted(text);
  free(text);
  free(up.above);
  return lines;
}

/* Records that nobody describes. */
static char *dangling(const crible_context *context) {
  char *text = NULL;
  size_t length;
  FILE *out = open_memstream(&text, &length);
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *told = crible_diagnostic_at(context, i);
    if (!strcmp(told->code, "bods-dangling")) fprintf(out, "%s\n", told->message);
  }
  fclose(out);
  return text;
}

/* The facts above the candidate and the figures, or what was wrong; *parties: how many are kept. */
static char *reading(const writing *of, const char *candidate, bool above_only, size_t *parties,
                     char **undescribed) {
  char *all = NULL;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_status status = cr_bods_read_bytes(&dossier, context, "p.json", of->text, of->used,
                                            candidate, above_only);
  if (status == CRIBLE_OK) {
    char *facts = facts_above(dossier->facts);
    char *figures = dossier_figures(dossier, context, "2023-02-15");
    *parties += dossier->facts->parties_count;
    all = malloc(strlen(facts) + strlen(figures) + 1);
    strcat(strcpy(all, facts), figures);
    free(facts);
    free(figures);
  } else {
    size_t last = crible_diagnostic_count(context) - 1;
    all = strdup(crible_diagnostic_at(context, last)->code);
  }
  *undescribed = dangling(context);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return all;
}

/* What is left out of a file is not missing from it. */
static void expect_no_more(char *found, const char *in) {
  for (char *line = strtok(found, "\n"); line; line = strtok(NULL, "\n"))
    cr_expect(strstr(in, line), "%s", line);
}

static void compare(bool flat) {
  static const char *const candidates[] = {"C", "p1", "s0", "no-C", "p8", "r1"};
  const char *wanted = getenv("CRIBLE_GRAPHS");
  size_t all = 0, kept = 0;
  int packages = wanted ? atoi(wanted) : 200, read = 0;
  for (int seed = 1; seed <= packages; seed++) {
    writing *random = calloc(1, sizeof *random);
    random->state = (uint64_t)seed * 104729;
    write_package(random, flat);
    const char *candidate = candidates[seed % 3 ? 0 : (unsigned)seed / 3 % 6];
    char *of_all, *of_kept;
    char *expected = reading(random, candidate, false, &all, &of_all);
    char *found = reading(random, candidate, true, &kept, &of_kept);
    cr_expect_str_eq(found, expected, "seed %d, %s\n%s\n%s\n not %s", seed, candidate, random->text,
                     found, expected);
    read += strchr(expected, '\n') != NULL;
    expect_no_more(of_kept, of_all);
    free(of_all);
    free(of_kept);
    free(expected);
    free(found);
    free(random);
  }
  cr_expect_gt(read, packages * 2 / 3, "%d of %d have a candidate", read, packages);
  cr_expect_lt(kept, all, "nothing was left out");
}

Test(bods_above, says_the_same_as_the_whole) { compare(false); }
Test(bods_above, says_the_same_of_statements_that_replace) { compare(true); }

static crible_status read_above(crible_context *context) {
  writing *random = calloc(1, sizeof *random);
  random->state = 31;
  write_package(random, false);
  crible_dossier *dossier = NULL;
  crible_status status = cr_bods_read_bytes(&dossier, context, "p.json", random->text, random->used,
                                            "C", true);
  crible_dossier_free(dossier);
  free(random);
  return status;
}

Test(bods_above, memory_is_scarce) { scarce_memory_try(read_above, data_folder()); }
