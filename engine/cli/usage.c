#include "engine/cli/usage.h"

#include <string.h>

#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

static void print_option(const cr_cli_option *option) {
  char left[64];
  int used = option->letter ? snprintf(left, sizeof left, "-%c, --%s", option->letter, option->name)
                            : snprintf(left, sizeof left, "    --%s", option->name);
  if (option->operand && used > 0 && (size_t)used < sizeof left)
    snprintf(left + used, sizeof left - (size_t)used, "%s%s", *option->operand == '[' ? "" : " ",
             _(option->operand));
  printf("  %-26s %s\n", left, _(option->help));
}

void cr_usage_short(const cr_verb *verb) {
  printf(_("Usage: crible %s"), verb->name);
  if (*verb->operands) printf(" %s", _(verb->operands));
  if (verb->option_count) printf(" %s", _("[OPTIONS]"));
  putchar('\n');
  printf("%s\n", _(verb->summary));
  if (verb->option_count) putchar('\n');
  for (int i = 0; i < verb->option_count; i++) print_option(&verb->options[i]);
}

void cr_usage_page(const cr_verb *verb) {
  cr_usage_short(verb);
  printf("\n%s", _(verb->page));
}

void cr_usage_verbs(FILE *stream) {
  fprintf(stream, "%s\n\n",
          _("Usage: crible VERB …\nIs a company free of foreign control? Exact answers, with their "
            "reasons."));
  int widest = 0;
  for (int i = 0; i < cr_verb_count; i++) {
    const int width = (int)strlen(cr_verbs[i]->name);
    if (width > widest) widest = width;
  }
  for (int i = 0; i < cr_verb_count; i++)
    fprintf(stream, "  %-*s  %s\n", widest, cr_verbs[i]->name, _(cr_verbs[i]->summary));
  fprintf(stream, "\n%s\n",
          _("'crible VERB -h' lists a verb's options, 'crible help VERB' explains it.\n"
            "With every verb, '--lang en|fr' chooses the language."));
}

const cr_verb *cr_usage_find(const char *name) {
  for (int i = 0; i < cr_verb_count; i++)
    if (strcmp(cr_verbs[i]->name, name) == 0) return cr_verbs[i];
  return NULL;
}

int cr_usage_unknown(const char *name) {
  const char *names[32];
  for (int i = 0; i < cr_verb_count; i++) names[i] = cr_verbs[i]->name;
  const char *meant = cr_cli_suggest(name, names, cr_verb_count);
  if (meant) cr_terminal_complain(_("there is no verb '%s'; did you mean '%s'?"), name, meant);
  else cr_terminal_complain(_("there is no verb '%s'; 'crible help' lists them"), name);
  return CR_EXIT_USAGE;
}
