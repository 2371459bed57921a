#include "engine/cli/options.h"

#include <string.h>

#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

/* The option that a word names, -1 when none; *length is how much of the word is its name. */
static int find_option(const cr_verb *verb, const char *word, size_t *length) {
  bool is_long = word[1] == '-';
  *length = is_long ? strcspn(word, "=") : 2;
  for (int i = 0; i < verb->option_count; i++) {
    const cr_cli_option *option = &verb->options[i];
    if (!is_long && option->letter == word[1]) return i;
    if (is_long && strlen(option->name) == *length - 2 &&
        strncmp(word + 2, option->name, *length - 2) == 0)
      return i;
  }
  return -1;
}

static void complain_of_option(const cr_verb *verb, const char *word) {
  const char *names[CR_MOST_OPTIONS + 1] = {"help"};
  char name[64];
  int count = 1;
  for (; count <= verb->option_count; count++) names[count] = verb->options[count - 1].name;
  size_t length = strcspn(word + 2, "=");
  bool fits = word[1] == '-' && length < sizeof name;
  memcpy(name, word + 2, fits ? length : 0);
  name[fits ? length : 0] = '\0';
  const char *meant = fits ? cr_cli_suggest(name, names, count) : NULL;
  if (meant)
    cr_terminal_complain(_("%s has no option '%s'; did you mean '--%s'?"), verb->name, word, meant);
  else
    cr_terminal_complain(_("%s has no option '%s'; 'crible %s -h' lists them"), verb->name, word,
                         verb->name);
}

static bool add_given(cr_arguments *out, int option, const char *value) {
  if (out->given_count == CR_MOST_GIVEN) {
    cr_terminal_complain(_("at most %d options of one name at once"), CR_MOST_GIVEN);
    return false;
  }
  out->given[out->given_count++] = (cr_given){option, value};
  return true;
}

/* Reads the option at words[*at] and moves *at past its argument. */
static bool read_option(cr_arguments *out, const cr_verb *verb, int count, char **words, int *at) {
  size_t length;
  const char *word = words[*at];
  int index = find_option(verb, word, &length);
  if (index < 0) {
    complain_of_option(verb, word);
    return false;
  }
  const cr_cli_option *option = &verb->options[index];
  const char *attached = word[length] == '\0' ? NULL : word + length + (word[1] == '-');
  if (out->values[index] && !option->repeats) {
    cr_terminal_complain(_("option '--%s' is given twice"), option->name);
    return false;
  }
  if (!option->operand && attached) {
    cr_terminal_complain(_("option '--%s' takes no value"), option->name);
    return false;
  }
  const bool needed = option->operand && *option->operand != '[';
  if (needed && !attached && *at + 1 == count) {
    cr_terminal_complain(_("option '--%s' needs a value: %s"), option->name, _(option->operand));
    return false;
  }
  out->values[index] = attached ? attached : needed ? words[++*at] : "";
  return !option->repeats || add_given(out, index, out->values[index]);
}

static bool add_operand(cr_arguments *out, const cr_verb *verb, const char *word) {
  if (out->operand_count == verb->operand_most) {
    cr_terminal_complain(_("one argument too many: '%s'"), word);
    return false;
  }
  out->operands[out->operand_count++] = word;
  return true;
}

bool cr_arguments_read(cr_arguments *out, const cr_verb *verb, int count, char **words) {
  bool only_operands = false;
  *out = (cr_arguments){0};
  for (int i = 0; i < count; i++) {
    const char *word = words[i];
    if (only_operands || word[0] != '-' || word[1] == '\0') {
      if (!add_operand(out, verb, word)) return false;
    } else if (strcmp(word, "--") == 0) only_operands = true;
    else if (strcmp(word, "-h") == 0) out->short_help = true;
    else if (strcmp(word, "--help") == 0) out->long_help = true;
    else if (!read_option(out, verb, count, words, &i)) return false;
  }
  if (out->short_help || out->long_help || out->operand_count >= verb->operand_least) return true;
  cr_terminal_complain(_("%s needs %s; 'crible %s -h' shows how"), verb->name, _(verb->operands),
                       verb->name);
  return false;
}
