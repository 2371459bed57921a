#include "tests/french/answer_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "engine/base/rational.h"
#include "tests/support/dossier_text.h"

crible_status answer_read(crible_dossier **out, crible_context *context, const char *text,
                          const crible_dossier_options *options) {
  char path[] = "/tmp/crible-answer-XXXXXX";
  int file = mkstemp(path);
  cr_assert_geq(file, 0);
  cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
  close(file);
  crible_status status = crible_dossier_read_with(out, context, path, options);
  unlink(path);
  return status;
}

static void put_said(FILE *out, const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *told = crible_diagnostic_at(context, i);
    fprintf(out, "%s%s%s\n", told->code, told->path ? " " : "", told->path ? told->path : "");
  }
}

static void put_stake(FILE *out, const cr_facts *facts, const cr_stake *stake) {
  for (int p = 0; p < CR_PROPERTIES; p++) {
    if (!stake->states[p]) continue;
    const cr_interval *share = &stake->share[p];
    fprintf(out, "%s > %s %s %c%s,%s%c%s%s%s\n", facts->parties[stake->holder].name,
            facts->parties[stake->company].name, p == CR_CAPITAL ? "capital" : "votes",
            share->lo_open ? '(' : '[', cr_rational_text(facts->arena, &share->lo),
            cr_rational_text(facts->arena, &share->hi), share->hi_open ? ')' : ']',
            stake->rounded[p] ? " ~" : "", stake->fact.presumption ? " " : "",
            stake->fact.presumption ? stake->fact.presumption : "");
  }
}

static void put_party(FILE *out, const cr_party *party) {
  static const char kinds[] = "cfapsg";
  fprintf(out, "%c %s %s", kinds[party->kind], party->name, party->id);
  if (party->country) fprintf(out, " in %s", party->country);
  if (party->nationalities) fprintf(out, " of %s", party->nationalities[0]);
  if (party->form) fprintf(out, " form %d", party->form);
  fprintf(out, "\n");
}

static void put_powers(FILE *out, const cr_facts *facts) {
  for (size_t i = 0; i < facts->controls_count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    fprintf(out, "%s controls %s kind %d%s\n", facts->parties[control->controllers[0]].name,
            facts->parties[control->controlled].name, control->kind,
            control->possible ? " perhaps" : "");
  }
  for (size_t i = 0; i < facts->rights_count; i++)
    fprintf(out, "%s right %d%s\n", facts->parties[facts->rights[i].parties[0]].name,
            facts->rights[i].kind, facts->rights[i].majority ? " majority" : "");
}

static void put_facts(FILE *out, const cr_facts *facts) {
  for (size_t i = 1; i < facts->parties_count; i++) put_party(out, &facts->parties[i]);
  for (size_t i = 0; i < facts->seats_count; i++)
    fprintf(out, "@ %s %s\n", facts->parties[facts->seats[i].party].name,
            facts->seats[i].country);
  for (size_t i = 0; i < facts->stakes_count; i++) put_stake(out, facts, &facts->stakes[i]);
  put_powers(out, facts);
}

char *answer_facts(const char *text) {
  char *facts = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  const crible_dossier_options options = {.subject = SUBJECT};
  FILE *out = open_memstream(&facts, &length);
  if (answer_read(&dossier, context, text, &options) == CRIBLE_OK) put_facts(out, dossier->facts);
  put_said(out, context);
  fclose(out);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return facts;
}

char *answer_refused(const char *text, const crible_dossier_options *options,
                     crible_status expected) {
  char *said = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  FILE *out = open_memstream(&said, &length);
  crible_status status = answer_read(&dossier, context, text, options);
  put_said(out, context);
  fclose(out);
  cr_expect_eq(status, expected, "%d: %s", status, said);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return said;
}

char *answer_figures(const char *text, const crible_dossier_options *options) {
  char *figures = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  crible_screening_options question = {.as_of = "2023-02-15"};
  FILE *out = open_memstream(&figures, &length);
  cr_assert_eq(answer_read(&dossier, context, text, options), CRIBLE_OK);
  cr_assert_eq(crible_screen(&screening, dossier, &question), CRIBLE_OK);
  for (size_t i = 0; i < 4; i++) {
    crible_criterion criterion;
    cr_assert_eq(crible_screening_criterion(&criterion, screening, i), CRIBLE_OK);
    fprintf(out, "%s%c%s,%s%c", i ? " " : "", criterion.lower.attained ? '[' : '(',
            criterion.lower.value, criterion.upper.value, criterion.upper.attained ? ']' : ')');
  }
  fclose(out);
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return figures;
}

void expect_text(char *found, const char *expected) {
  cr_expect_str_eq(found, expected, "\n%s-- not --\n%s", found, expected);
  free(found);
}
