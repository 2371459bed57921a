/* What a reader sees of dossiers, in the language of the catalogues in a folder: diagnostics
 * ("D …") and report ("R …"), a line each, never wrapped. Usage: screens CATALOGUES DOSSIER… */
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <crible/crible.h>

static void print_lines(char kind, const char *text) {
  while (text && *text) {
    const size_t length = strcspn(text, "\n");
    printf("%c %.*s\n", kind, (int)length, text);
    text += length + (text[length] == '\n');
  }
}

static void print_diagnostics(crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *told = crible_diagnostic_at(context, i);
    print_lines('D', told->message);
    print_lines('D', told->related);
    print_lines('D', told->advice);
  }
  crible_diagnostics_clear(context);
}

static crible_status print_report(crible_context *context, const crible_screening *screening) {
  const crible_report_options options = {.format = CRIBLE_TEXT, .exact = 1, .width = 20000};
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_report(&text, &length, screening, &options);
  if (status == CRIBLE_OK) print_lines('R', text);
  crible_text_free(context, text);
  return status;
}

/* On the dossier's date, or on one of ours where it has none. */
static crible_status screen(crible_screening **out, const crible_dossier *dossier,
                            crible_context *context) {
  const crible_screening_options dated = {.as_of = "2023-02-15"};
  crible_status status = crible_screen(out, dossier, NULL);
  if (status != CRIBLE_E_USAGE) return status;
  print_diagnostics(context);
  return crible_screen(out, dossier, &dated);
}

static void show(crible_context *context, const char *path) {
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  printf("== %s\n", path);
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status == CRIBLE_OK) status = screen(&screening, dossier, context);
  if (status == CRIBLE_OK) status = print_report(context, screening);
  print_diagnostics(context);
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  if (status != CRIBLE_OK && status != CRIBLE_E_DATA) printf("status %d\n", (int)status);
}

int main(int count, char **words) {
  crible_context *context = NULL;
  if (count < 3) return 64;
  setenv("LANGUAGE", "fr", 1);
  setlocale(LC_MESSAGES, "C.UTF-8");
  bindtextdomain("crible", words[1]);
  bind_textdomain_codeset("crible", "UTF-8");
  bindtextdomain("iso_3166-1", words[1]);
  bind_textdomain_codeset("iso_3166-1", "UTF-8");
  if (crible_context_new(&context, NULL) != CRIBLE_OK) return 70;
  for (int i = 2; i < count; i++) show(context, words[i]);
  crible_context_free(context);
  return 0;
}
