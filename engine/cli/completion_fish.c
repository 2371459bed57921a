#include <stdio.h>

#include "engine/cli/completion.h"
#include "engine/cli/words.h"

enum { WORDS = 1024 };

/* __crible_at VERB: whether that is the verb so far; '' for none yet. */
static const char head[] =
    "# Completion of crible in fish, made by 'crible completion fish'.\n"
    "function __crible_at\n"
    "  set -l words (commandline -opc)\n"
    "  set -l skipped command\n"
    "  for word in $words\n"
    "    if set -q skipped[1]\n"
    "      set -e skipped[1]\n"
    "    else if test $word = --lang\n"
    "      set skipped value\n"
    "    else if not string match -q -- '-*' $word\n"
    "      test $word = \"$argv[1]\"\n"
    "      return\n"
    "    end\n"
    "  end\n"
    "  test -z \"$argv[1]\"\n"
    "end\n";

/* A text between single quotes. */
static void put_quoted(const char *text) {
  putchar('\'');
  for (; *text; text++) {
    if (*text == '\'' || *text == '\\') putchar('\\');
    putchar(*text);
  }
  putchar('\'');
}

/* The words offered for an argument, and whether files are offered too. */
static void put_offer(const char *operand) {
  char words[WORDS] = "";
  const cr_word_kind kind = cr_word_kind_of(operand);
  const bool rulesets = kind == CR_WORD_RULESET || kind == CR_WORD_ACTION;
  if (kind == CR_WORD_CHOICE || kind == CR_WORD_ACTION)
    cr_completion_choices(words, sizeof words, operand);
  if (kind == CR_WORD_VERB) cr_completion_verbs(words, sizeof words);
  if (rulesets) cr_completion_rulesets(words, sizeof words);
  if (rulesets || kind == CR_WORD_FILE) printf(" -F");
  else printf(" -f");
  if (*words) printf(" -a '%s'", words);
}

static void put_option(const cr_verb *verb, const cr_cli_option *option) {
  printf("complete -c crible -n '__crible_at %s' -l %s", verb->name, option->name);
  if (option->letter) printf(" -s %c", option->letter);
  if (option->operand) {
    printf(" -r");
    put_offer(option->operand);
  }
  printf(" -d ");
  put_quoted(_(option->help));
  putchar('\n');
}

static void put_verb(const cr_verb *verb) {
  printf("complete -c crible -n \"__crible_at ''\" -f -a %s -d ", verb->name);
  put_quoted(_(verb->summary));
  printf("\ncomplete -c crible -n '__crible_at %s'", verb->name);
  put_offer(verb->operands);
  putchar('\n');
  for (int i = 0; i < verb->option_count; i++) put_option(verb, &verb->options[i]);
}

void cr_completion_fish(void) {
  fputs(head, stdout);
  printf("complete -c crible -l lang -x -a 'en fr' -d ");
  put_quoted(_("the language"));
  printf("\ncomplete -c crible -l help -s h -d ");
  put_quoted(_("how to use it"));
  printf("\ncomplete -c crible -n \"__crible_at ''\" -l version -d ");
  put_quoted(_(cr_verb_version.summary));
  putchar('\n');
  for (int i = 0; i < cr_verb_count; i++) put_verb(cr_verbs[i]);
}
