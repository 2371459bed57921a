#include "tests/support/dossier_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/support/data_folder.h"

crible_context *dossier_context(void) { return data_context(data_folder()); }

crible_status dossier_from(crible_dossier **out, crible_context *context, const char *text) {
  return cr_dossier_read_bytes(out, context, "dossier.xml", text, strlen(text));
}

crible_dossier *dossier_with(crible_context *context, const char *inside, const char *outside) {
  static const char form[] = "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\">"
                             "<company id=\"C\">%s</company>%s</dossier>";
  size_t room = sizeof form + strlen(inside) + strlen(outside);
  char *text = malloc(room);
  crible_dossier *dossier = NULL;
  cr_assert_not_null(text);
  snprintf(text, room, form, inside, outside);
  if (dossier_from(&dossier, context, text) != CRIBLE_OK) {
    cr_assert_fail("%s\n%s", text, dossier_diagnostics(context));
  }
  free(text);
  return dossier;
}

/* One diagnostic: place, severity, message; the line and what is meant in it; advice. */
static void print(FILE *out, const crible_diagnostic *said) {
  fprintf(out, "%s:%d:%d: %s: %s [%s]\n", said->file ? said->file : "", said->line, said->column,
          said->severity == CRIBLE_ERROR ? "error" : "warning", said->message, said->code);
  if (said->excerpt) {
    fprintf(out, "  | %s\n  | %*s^", said->excerpt, said->column - 1, "");
    for (int i = 1; i < said->length; i++) fputc('~', out);
    fprintf(out, "%s%s\n", said->related ? " " : "", said->related ? said->related : "");
  }
  if (said->advice) fprintf(out, "  %s\n", said->advice);
}

char *dossier_diagnostics(const crible_context *context) {
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&text, &length);
  cr_assert_not_null(out);
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    print(out, crible_diagnostic_at(context, i));
  }
  fclose(out);
  return text;
}

char *dossier_canonical(const crible_dossier *dossier) {
  char *text = NULL;
  size_t length = 0;
  cr_assert_eq(crible_dossier_canonical(&text, &length, dossier), CRIBLE_OK);
  cr_assert_eq(strlen(text), length);
  return text;
}

char *dossier_file(const char *path) {
  char *text = NULL, piece[4096];
  size_t length = 0, count;
  FILE *in = fopen(path, "rb"), *out = open_memstream(&text, &length);
  cr_assert(in && out, "cannot read %s", path);
  while ((count = fread(piece, 1, sizeof piece, in)) > 0) fwrite(piece, 1, count, out);
  fclose(in);
  fclose(out);
  return text;
}

bool dossier_is(const fmpq *value, long numerator, unsigned long denominator) {
  fmpq_t wanted;
  fmpq_init(wanted);
  fmpq_set_si(wanted, numerator, denominator);
  bool equal = value && fmpq_equal(value, wanted);
  fmpq_clear(wanted);
  return equal;
}

cr_date dossier_day(const char *text) {
  cr_date date = CR_DATE_NONE;
  cr_assert_eq(cr_date_parse(&date, text), CRIBLE_OK);
  return date;
}
