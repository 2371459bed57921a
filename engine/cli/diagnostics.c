#include "engine/cli/diagnostics.h"

#include <stdbool.h>
#include <stdio.h>

#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

static void print_place(const crible_diagnostic *diagnostic) {
  if (!diagnostic->file) {
    fputs("crible: ", stderr);
    return;
  }
  cr_terminal_put(stderr, diagnostic->file);
  if (diagnostic->line > 0) fprintf(stderr, ":%d", diagnostic->line);
  if (diagnostic->line > 0 && diagnostic->column > 0) fprintf(stderr, ":%d", diagnostic->column);
  fputs(": ", stderr);
}

static void print_message(const crible_diagnostic *diagnostic, bool color) {
  bool error = diagnostic->severity == CRIBLE_ERROR;
  if (color) fputs(error ? "\033[1;31m" : "\033[1;33m", stderr);
  fputs(error ? _("error:") : _("warning:"), stderr);
  if (color) fputs("\033[0m", stderr);
  fputc(' ', stderr);
  if (diagnostic->path) {
    cr_terminal_put(stderr, diagnostic->path);
    fputs(": ", stderr);
  }
  cr_terminal_put(stderr, diagnostic->message);
  fputc('\n', stderr);
}

/* One character of UTF-8 may be several bytes: they count at the first. */
static bool begins_character(char byte) { return ((unsigned char)byte & 0xC0) != 0x80; }

/* Blanks as wide as the beginning of the line, tabs kept, then "^~~~" under what is meant. */
static void print_caret(const crible_diagnostic *diagnostic, int gutter, bool color) {
  const char *at = diagnostic->excerpt;
  fprintf(stderr, " %*s | ", gutter, "");
  for (int column = 1; column < diagnostic->column && *at; column++, at++)
    if (begins_character(*at)) fputc(*at == '\t' ? '\t' : ' ', stderr);
  fputs(color ? "\033[1;32m^" : "^", stderr);
  for (int i = 1; i < diagnostic->length && *at && at[1]; i++, at++)
    if (begins_character(at[1])) fputc('~', stderr);
  if (color) fputs("\033[0m", stderr);
  if (diagnostic->related) {
    fputc(' ', stderr);
    cr_terminal_put(stderr, diagnostic->related);
  }
  fputc('\n', stderr);
}

static void print_excerpt(const crible_diagnostic *diagnostic, bool color) {
  int gutter = fprintf(stderr, " %d", diagnostic->line) - 1;
  fputs(" | ", stderr);
  cr_terminal_put(stderr, diagnostic->excerpt);
  fputc('\n', stderr);
  if (diagnostic->column > 0) print_caret(diagnostic, gutter, color);
}

static void print_one(const crible_diagnostic *diagnostic, bool color) {
  print_place(diagnostic);
  print_message(diagnostic, color);
  bool quoted = diagnostic->excerpt && diagnostic->line > 0;
  if (quoted) print_excerpt(diagnostic, color);
  if (diagnostic->related && !(quoted && diagnostic->column > 0)) {
    fputs("  ", stderr);
    cr_terminal_put(stderr, diagnostic->related);
    fputc('\n', stderr);
  }
  if (!diagnostic->advice) return;
  fputs("  ", stderr);
  cr_terminal_put(stderr, diagnostic->advice);
  fputc('\n', stderr);
}

int cr_diagnostics_print(crible_context *context) {
  int warnings = 0;
  bool color = cr_terminal_color(stderr);
  size_t count = crible_diagnostic_count(context);
  for (size_t i = 0; i < count; i++) {
    const crible_diagnostic *diagnostic = crible_diagnostic_at(context, i);
    print_one(diagnostic, color);
    warnings += diagnostic->severity == CRIBLE_WARNING;
  }
  crible_diagnostics_clear(context);
  return warnings;
}
