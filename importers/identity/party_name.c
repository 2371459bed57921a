#include "importers/identity/party_name.h"

#include <stdlib.h>
#include <string.h>

#include "importers/tables/words.h"

static bool is_and(const char *word, size_t length) {
  return (length == 2 && !strncmp(word, "et", 2)) || (length == 3 && !strncmp(word, "and", 3)) ||
         (length == 3 && !strncmp(word, "und", 3));
}

char *cr_name_words(cr_arena *arena, const char *name) {
  char *words = cr_fold(arena, name), *to = words;
  bool alone = false;
  for (const char *from = words; from && *from;) {
    size_t length = strcspn(from, " ");
    const char *next = from + length + (from[length] == ' ');
    if (!is_and(from, length)) {
      if (to > words && !(alone && length == 1)) *to++ = ' ';
      memmove(to, from, length);
      to += length;
      alone = length == 1;
    }
    from = next;
  }
  if (to) *to = '\0';
  return words;
}

/* Length of the words where they stand at the beginning or end of others, not alone; else 0. */
static size_t at_beginning(const char *text, const char *words) {
  size_t length = strlen(words);
  return !strncmp(text, words, length) && text[length] == ' ' ? length : 0;
}

static size_t at_end(const char *text, const char *words) {
  size_t all = strlen(text), length = strlen(words);
  return all > length && text[all - length - 1] == ' ' && !strcmp(text + all - length, words)
             ? length
             : 0;
}

/* Takes the longest form away, at the end rather than at the beginning; false when there is none. */
static bool take_form(char **text, const cr_legal_form **form, const cr_legal_forms *forms) {
  size_t longest = 0;
  const cr_legal_form *best = NULL;
  for (int end = 1; end >= 0 && !best; end--) {
    for (size_t i = 0; i < forms->count; i++) {
      const char *words = forms->items[i].words;
      size_t length = end ? at_end(*text, words) : at_beginning(*text, words);
      if (length <= longest) continue;
      longest = length;
      best = &forms->items[i];
    }
    if (best && end) (*text)[strlen(*text) - longest - 1] = '\0';
    else if (best) *text += longest + 1;
  }
  if (best && (!*form || (*form)->general)) *form = best;
  return best != NULL;
}

static int by_letters(const void *left, const void *right) {
  return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static const char *in_order(cr_arena *arena, const char *text) {
  char *copy = cr_arena_string(arena, text), *out = cr_arena_alloc(arena, strlen(text) + 1, 1);
  char **words = cr_arena_alloc(arena, strlen(text) / 2 + 1, sizeof *words);
  size_t count = 0;
  if (!copy || !out || !words) return NULL;
  for (char *at = copy; *at;) {
    words[count++] = at;
    at += strcspn(at, " ");
    if (*at) *at++ = '\0';
  }
  if (count) qsort(words, count, sizeof *words, by_letters);
  char *end = out;
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(words[i]);
    memcpy(end, words[i], length);
    end += length;
  }
  return out;
}

crible_status cr_party_name_read(cr_party_name *out, cr_arena *arena, const char *name,
                                 const cr_legal_forms *forms) {
  cr_party_name read = {.words = cr_name_words(arena, name ? name : "")};
  const cr_legal_form *form = NULL;
  char *core = read.words ? cr_arena_string(arena, read.words) : NULL;
  if (!core) return CRIBLE_E_MEMORY;
  while (take_form(&core, &form, forms)) continue;
  read.form = form ? form->id : NULL;
  read.sorted = in_order(arena, core);
  char *to = core;
  for (const char *from = core; *from; from++)
    if (*from != ' ') *to++ = *from;
  *to = '\0';
  read.core = core;
  if (!read.sorted) return CRIBLE_E_MEMORY;
  *out = read;
  return CRIBLE_OK;
}
