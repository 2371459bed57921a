/* facts FILE CANDIDATE AS-OF [FORMAT SUBJECT]: how many facts of each kind are read from a file, and the figures
 * of the criteria, on one line; a word when there are none. */
#include <stdio.h>

#include <crible/crible.h>

#include "importers/dossier/dossier.h"

static void print_counts(const cr_facts *facts) {
  printf("%zu parties, %zu seats, %zu stakes, %zu admissions, %zu controls, %zu rights",
         facts->parties_count, facts->seats_count, facts->stakes_count, facts->admissions_count,
         facts->controls_count, facts->rights_count);
}

static int print_figures(crible_screening *screening) {
  for (size_t i = 0; i < 4; i++) {
    crible_criterion criterion;
    if (crible_screening_criterion(&criterion, screening, i) != CRIBLE_OK) return 1;
    printf("%s%s%s%s%s%s", i ? " " : "; ", criterion.lower.attained ? "[" : "(",
           criterion.lower.value, ",", criterion.upper.value,
           criterion.upper.attained ? "]" : ")");
  }
  return 0;
}

static void print_errors(const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *told = crible_diagnostic_at(context, i);
    if (told->severity == CRIBLE_ERROR) printf("%s%s", i ? " " : "", told->code);
  }
}

int main(int count, char **words) {
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  int failed = 0;
  if (count != 4 && count != 6) return 64;
  crible_dossier_options source = {.candidate = *words[2] ? words[2] : NULL};
  if (count == 6) {
    source.format = words[4];
    source.subject = words[5];
  }
  crible_screening_options question = {.as_of = words[3]};
  crible_status status = crible_context_new(&context, NULL);
  if (status == CRIBLE_OK) status = crible_dossier_read_with(&dossier, context, words[1], &source);
  if (status == CRIBLE_OK) print_counts(dossier->facts);
  if (status == CRIBLE_OK) status = crible_screen(&screening, dossier, &question);
  if (status == CRIBLE_OK) failed = print_figures(screening);
  else print_errors(context);
  putchar('\n');
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return failed;
}
