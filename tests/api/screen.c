/* A stranger's program: only the installed headers and library. Prints the
 * verdict and the criteria of the dossier named, or what was wrong with it. */
#include <stdio.h>

#include <crible/crible.h>

static void print_diagnostics(const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *diagnostic = crible_diagnostic_at(context, i);
    fprintf(stderr, "%s: %s\n", diagnostic->code, diagnostic->message);
  }
}

static crible_status print_criteria(crible_screening *screening) {
  for (size_t i = 0; i < crible_screening_criterion_count(screening); i++) {
    crible_criterion criterion;
    crible_status status = crible_screening_criterion(&criterion, screening, i);
    if (status != CRIBLE_OK) return status;
    printf("%s %d", criterion.id, (int)criterion.status);
    if (criterion.threshold != NULL)
      printf(" %s..%s of %s (%s)", criterion.lower.value, criterion.upper.value,
             criterion.threshold,
             criterion.upper.holder != NULL ? criterion.upper.holder : "-");
    putchar('\n');
  }
  return CRIBLE_OK;
}

static crible_status screen(crible_context *context, const char *path,
                            const crible_screening_options *options) {
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status == CRIBLE_OK) status = crible_screen(&screening, dossier, options);
  if (status == CRIBLE_OK) {
    printf("verdict %d\n", (int)crible_screening_verdict(screening));
    status = print_criteria(screening);
  }
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  return status;
}

int main(int argc, char **argv) {
  crible_context *context = NULL;
  crible_screening_options options = {NULL, NULL};
  if (argc < 2) return 64;
  if (argc > 2) options.as_of = argv[2];
  crible_status status = crible_context_new(&context, NULL);
  if (status != CRIBLE_OK) return crible_status_exit(status);
  status = screen(context, argv[1], &options);
  print_diagnostics(context);
  crible_context_free(context);
  return status == CRIBLE_OK ? 0 : crible_status_exit(status);
}
