#include <stdio.h>
#include <string.h>

#include "engine/cli/completion.h"
#include "engine/cli/words.h"

enum { WORDS = 1024 };

/* A text inside single quotes; where it stands in brackets those that it has are escaped. */
static void put_inside(const char *text, bool in_brackets) {
  for (; *text; text++) {
    if (*text == '\'') fputs("'\\'", stdout);
    if (in_brackets && strchr("[]\\", *text)) putchar('\\');
    putchar(*text);
  }
}

/* ":name:action" of an argument, inside quotes. */
static void put_offer(const char *operand) {
  char words[WORDS] = "";
  switch (cr_word_kind_of(operand)) {
  case CR_WORD_CHOICE: cr_completion_choices(words, sizeof words, operand); break;
  case CR_WORD_VERB: cr_completion_verbs(words, sizeof words); break;
  case CR_WORD_ACTION: cr_completion_choices(words, sizeof words, operand); /* fall through */
  case CR_WORD_RULESET:
    cr_completion_rulesets(words, sizeof words);
    printf(": :{compadd - %s; _files}", words);
    return;
  case CR_WORD_FILE: printf(": :_files"); return;
  case CR_WORD_FREE:
  case CR_WORD_NONE: printf(": : "); return;
  }
  printf(": :(%s)", words);
}

static void put_option(const cr_cli_option *option) {
  const char *value = option->operand ? "=" : "", *attached = option->operand ? "+" : "";
  fputs(" \\\n        ", stdout);
  if (option->repeats) printf("'*'");
  if (option->letter && !option->repeats) printf("'(-%c --%s)'", option->letter, option->name);
  if (option->letter) printf("{-%c%s,--%s%s}", option->letter, attached, option->name, value);
  else printf("--%s%s", option->name, value);
  printf("'[");
  put_inside(_(option->help), true);
  putchar(']');
  if (option->operand) put_offer(option->operand);
  putchar('\'');
}

static void put_verb(const cr_verb *verb) {
  printf("      %s) _arguments \\\n        '--lang=[", verb->name);
  put_inside(_("the language"), true);
  printf("]: :(en fr)' '(-h --help)'{-h,--help}'[");
  put_inside(_("how to use it"), true);
  printf("]'");
  for (int i = 0; i < verb->option_count; i++) put_option(&verb->options[i]);
  if (*verb->operands) {
    printf(" \\\n        '*");
    put_offer(verb->operands);
    putchar('\'');
  }
  printf(" ;;\n");
}

void cr_completion_zsh(void) {
  printf("#compdef crible\n"
         "# Completion of crible in zsh, made by 'crible completion zsh'.\n"
         "_crible() {\n"
         "  local context state line\n"
         "  typeset -A opt_args\n"
         "  local -a verbs=(\n");
  for (int i = 0; i < cr_verb_count; i++) {
    printf("    '%s:", cr_verbs[i]->name);
    put_inside(_(cr_verbs[i]->summary), false);
    printf("'\n");
  }
  printf("  )\n"
         "  _arguments -C '--lang=[");
  put_inside(_("the language"), true);
  printf("]: :(en fr)' '(-)'{-h,--help}'[");
  put_inside(_("how to use it"), true);
  printf("]' '(-)--version' '1: :->verb' '*:: :->rest'\n"
         "  case $state in\n"
         "    verb) _describe verb verbs ;;\n"
         "    rest) case $line[1] in\n");
  for (int i = 0; i < cr_verb_count; i++) put_verb(cr_verbs[i]);
  printf("    esac ;;\n"
         "  esac\n"
         "}\n"
         "if [[ $funcstack[1] == _crible ]]; then _crible \"$@\"; else compdef _crible crible; fi\n");
}
