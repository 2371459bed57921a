#include "tests/registers/register_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "tests/support/dossier_text.h"

register_file register_write(const char *text) {
  register_file file = {"/tmp/crible-register-XXXXXX"};
  int out = mkstemp(file.path);
  cr_assert_geq(out, 0);
  cr_assert_eq(write(out, text, strlen(text)), (ssize_t)strlen(text));
  close(out);
  return file;
}

void register_remove(const register_file *file) { unlink(file->path); }

crible_status register_read(crible_dossier **out, crible_context *context, const char *text,
                            const char *candidate) {
  const crible_dossier_options options = {.candidate = candidate};
  register_file file = register_write(text);
  crible_status status = crible_dossier_read_with(out, context, file.path, &options);
  register_remove(&file);
  return status;
}

static void put_criterion(FILE *out, const crible_criterion *criterion) {
  static const char statuses[] = "muv";
  if (!criterion->threshold) {
    fprintf(out, "%c", statuses[criterion->status]);
    return;
  }
  fprintf(out, "%c%s,%s%c ", criterion->lower.attained ? '[' : '(', criterion->lower.value,
          criterion->upper.value, criterion->upper.attained ? ']' : ')');
}

static const char *first_error(const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++)
    if (crible_diagnostic_at(context, i)->severity == CRIBLE_ERROR)
      return crible_diagnostic_at(context, i)->code;
  return "no error told";
}

char *register_figures_of(crible_dossier *dossier, crible_context *context) {
  char *text = NULL;
  size_t length;
  crible_screening *screening = NULL;
  crible_screening_options options = {.as_of = "2023-02-15"};
  FILE *out = open_memstream(&text, &length);
  crible_status status = crible_screen(&screening, dossier, &options);
  if (status != CRIBLE_OK) fputs(first_error(context), out);
  for (size_t i = 0; status == CRIBLE_OK && i < 6; i++) {
    crible_criterion criterion;
    cr_assert_eq(crible_screening_criterion(&criterion, screening, i), CRIBLE_OK);
    put_criterion(out, &criterion);
  }
  fclose(out);
  crible_screening_free(screening);
  return text;
}

static void put_period(FILE *out, cr_period period) {
  char day[16];
  for (int end = 0; end < 2; end++) {
    cr_date date = end ? period.to : period.from;
    if (date == CR_DATE_NONE) continue;
    cr_date_format(day, date);
    fprintf(out, " %s %s", end ? "to" : "from", day);
  }
}

static void put_presumed(FILE *out, const cr_fact *fact) {
  put_period(out, fact->period);
  if (fact->presumption) fprintf(out, " (%s)", fact->presumption);
  fputc('\n', out);
}

static void put_stake(FILE *out, const cr_facts *facts, const cr_stake *stake) {
  for (int p = 0; p < CR_PROPERTIES; p++) {
    const cr_interval *share = &stake->share[p];
    if (!stake->states[p]) continue;
    char *ends[2] = {fmpq_get_str(NULL, 10, &share->lo), fmpq_get_str(NULL, 10, &share->hi)};
    fprintf(out, "%s has %c%s,%s%c of the %s of %s", facts->parties[stake->holder].id,
            share->lo_open ? '(' : '[', ends[0], ends[1], share->hi_open ? ')' : ']',
            p == CR_CAPITAL ? "capital" : "votes", facts->parties[stake->company].id);
    put_presumed(out, &stake->fact);
    flint_free(ends[0]);
    flint_free(ends[1]);
  }
}

char *register_facts_of(const cr_facts *facts) {
  static const char *const kinds[] = {"company", "fund", "arrangement", "person", "public-body",
                                      "group"};
  static const char *const seats[] = {"office", "administration", "establishment"};
  static const char *const controls[] = {"agreement", "in-fact", "appointments", "manager",
                                         "trustee"};
  char *text = NULL;
  size_t length;
  FILE *out = open_memstream(&text, &length);
  for (size_t i = 0; i < facts->parties_count; i++) {
    const cr_party *party = &facts->parties[i];
    fprintf(out, "%s %s '%s'%s%s", kinds[party->kind], party->id, party->name,
            party->country ? " " : "", party->country ? party->country : "");
    for (int k = 0; k < party->identifier_count; k++)
      fprintf(out, " %s:%s", party->identifiers[k].scheme, party->identifiers[k].value);
    fputs(party->named_only ? " named only\n" : "\n", out);
  }
  for (size_t i = 0; i < facts->seats_count; i++) {
    const cr_seat *seat = &facts->seats[i];
    fprintf(out, "%s %s %s", facts->parties[seat->party].id, seats[seat->kind], seat->country);
    put_presumed(out, &seat->fact);
  }
  for (size_t i = 0; i < facts->controls_count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    fprintf(out, "%s %s %s %s", facts->parties[control->controllers[0]].id,
            control->possible ? "may-control" : "controls", facts->parties[control->controlled].id,
            controls[control->kind]);
    put_presumed(out, &control->fact);
  }
  for (size_t i = 0; i < facts->stakes_count; i++) put_stake(out, facts, &facts->stakes[i]);
  fclose(out);
  return text;
}

char *register_figures(const char *text, const char *candidate) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_status status = register_read(&dossier, context, text, candidate);
  char *figures = status == CRIBLE_OK ? register_figures_of(dossier, context)
                                      : strdup(first_error(context));
  crible_dossier_free(dossier);
  crible_context_free(context);
  return figures;
}

char *register_facts(const char *text, const char *candidate) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_status status = register_read(&dossier, context, text, candidate);
  char *facts =
      status == CRIBLE_OK ? register_facts_of(dossier->facts) : strdup(first_error(context));
  crible_dossier_free(dossier);
  crible_context_free(context);
  return facts;
}

char *register_said(const char *text, const char *candidate) {
  char *said = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  FILE *out = open_memstream(&said, &length);
  crible_status status = register_read(&dossier, context, text, candidate);
  cr_assert(status == CRIBLE_OK || status == CRIBLE_E_DATA || status == CRIBLE_E_USAGE);
  for (size_t i = 0; i < crible_diagnostic_count(context); i++)
    fprintf(out, "%s ", crible_diagnostic_at(context, i)->code);
  fclose(out);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return said;
}
