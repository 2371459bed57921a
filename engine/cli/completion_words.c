#include <ctype.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/cli/completion.h"
#include "engine/cli/places.h"

enum { MOST_RULESETS = 64, LONGEST_ID = 64 };

/* Choices are written small, names of arguments in capitals. */
static bool has_small_letter(const char *text) {
  return strcspn(text, "abcdefghijklmnopqrstuvwxyz") < strlen(text);
}

cr_word_kind cr_word_kind_of(const char *operand) {
  if (!operand || !*operand) return CR_WORD_NONE;
  if (has_small_letter(operand))
    return strstr(operand, "FILE") ? CR_WORD_ACTION : CR_WORD_CHOICE;
  if (strstr(operand, "VERB")) return CR_WORD_VERB;
  if (strcmp(operand, "ID|FILE") == 0) return CR_WORD_RULESET;
  return strstr(operand, "FILE") || strstr(operand, "DOSSIER") ? CR_WORD_FILE : CR_WORD_FREE;
}

/* Adds a word of `length` bytes, a blank before all but the first; none that does not fit. */
static void add_word(char *out, size_t size, const char *word, size_t length) {
  const size_t used = strlen(out);
  if (used + length + 2 > size) return;
  snprintf(out + used, size - used, "%s%.*s", used ? " " : "", (int)length, word);
}

void cr_completion_choices(char *out, size_t size, const char *operand) {
  out[0] = '\0';
  while (*operand) {
    operand += strspn(operand, "[]| ");
    const size_t length = strcspn(operand, "[]| ");
    if (length > 0 && islower((unsigned char)*operand)) add_word(out, size, operand, length);
    operand += length;
  }
}

void cr_completion_verbs(char *out, size_t size) {
  out[0] = '\0';
  for (int i = 0; i < cr_verb_count; i++)
    add_word(out, size, cr_verbs[i]->name, strlen(cr_verbs[i]->name));
}

/* The id of a ruleset's file; false for any other file, and for a name that a shell would take
 * apart. */
static bool ruleset_id(char id[LONGEST_ID], const char *file) {
  const char *dot = strrchr(file, '.');
  if (!dot || dot == file || strcmp(dot, ".xml") != 0 || strpbrk(file, " '\"$`\\")) return false;
  const int used = snprintf(id, LONGEST_ID, "%.*s", (int)(dot - file), file);
  return used > 0 && used < LONGEST_ID;
}

static int by_letters(const void *a, const void *b) { return strcmp(a, b); }

void cr_completion_rulesets(char *out, size_t size) {
  char datasets[PATH_MAX], folder[PATH_MAX + sizeof "/rulesets"];
  char ids[MOST_RULESETS][LONGEST_ID];
  size_t count = 0;
  if (!cr_place_datasets(datasets)) return;
  snprintf(folder, sizeof folder, "%s/rulesets", datasets);
  DIR *files = opendir(folder);
  const struct dirent *file;
  while (files && count < MOST_RULESETS && (file = readdir(files)))
    count += ruleset_id(ids[count], file->d_name);
  if (files) closedir(files);
  qsort(ids, count, sizeof *ids, by_letters);
  for (size_t i = 0; i < count; i++) add_word(out, size, ids[i], strlen(ids[i]));
}
