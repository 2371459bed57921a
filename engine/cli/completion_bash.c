#include <stdio.h>

#include "engine/cli/completion.h"

enum { WORDS = 1024 };

static const char head[] =
    "# Completion of crible in bash, made by 'crible completion bash'.\n"
    "_crible_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\"); }\n"
    "_crible_files() {\n"
    "  compopt -o filenames 2>/dev/null\n"
    "  mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\"; compgen -f -- \"$word\")\n"
    "}\n"
    "_crible() {\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb= i\n"
    "  COMPREPLY=()\n"
    "  if [[ $word == = ]]; then word=\n"
    "  elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi\n"
    "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "    case ${COMP_WORDS[i]} in\n"
    "      --lang) ((i++)); [[ ${COMP_WORDS[i]} != = ]] || ((i++)) ;;\n"
    "      -*) ;;\n"
    "      *) verb=${COMP_WORDS[i]}; break ;;\n"
    "    esac\n"
    "  done\n"
    "  case $verb:$before in\n"
    "    *:--lang) _crible_words 'en fr'; return ;;\n";

/* What follows an option or stands as an argument. */
static void put_offer(const char *operand) {
  char words[WORDS] = "";
  switch (cr_word_kind_of(operand)) {
  case CR_WORD_CHOICE: cr_completion_choices(words, sizeof words, operand); break;
  case CR_WORD_VERB: cr_completion_verbs(words, sizeof words); break;
  case CR_WORD_ACTION: cr_completion_choices(words, sizeof words, operand); /* fall through */
  case CR_WORD_RULESET:
    cr_completion_rulesets(words, sizeof words);
    printf("_crible_files '%s'", words);
    return;
  case CR_WORD_FILE: printf("_crible_files ''"); return;
  case CR_WORD_FREE:
  case CR_WORD_NONE: printf(":"); return;
  }
  printf("_crible_words '%s'", words);
}

static void put_values(const cr_verb *verb) {
  for (int i = 0; i < verb->option_count; i++) {
    const cr_cli_option *option = &verb->options[i];
    if (!option->operand) continue;
    printf("    %s:--%s", verb->name, option->name);
    if (option->letter) printf(" | %s:-%c", verb->name, option->letter);
    printf(") ");
    put_offer(option->operand);
    printf("; return ;;\n");
  }
}

static void put_options(const cr_verb *verb) {
  printf("    %s:-*) _crible_words '--help --lang", verb->name);
  for (int i = 0; i < verb->option_count; i++) printf(" --%s", verb->options[i].name);
  printf("' ;;\n    %s:*) ", verb->name);
  put_offer(verb->operands);
  printf(" ;;\n");
}

void cr_completion_bash(void) {
  char verbs[WORDS];
  cr_completion_verbs(verbs, sizeof verbs);
  fputs(head, stdout);
  for (int i = 0; i < cr_verb_count; i++) put_values(cr_verbs[i]);
  printf("  esac\n"
         "  case $verb:$word in\n"
         "    :-*) _crible_words '--help --lang --version' ;;\n"
         "    :*) _crible_words '%s' ;;\n",
         verbs);
  for (int i = 0; i < cr_verb_count; i++) put_options(cr_verbs[i]);
  printf("  esac\n}\ncomplete -F _crible crible\n");
}
