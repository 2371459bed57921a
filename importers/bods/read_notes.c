#include <stdlib.h>
#include <string.h>

#include "engine/base/rational.h"
#include "importers/bods/notes.h"

/* The interest that a pointer such as /recordDetails/interests/1/share leads into. */
static int interest_of(const char *target) {
  static const char path[] = "/recordDetails/interests/";
  if (!target || strncmp(target, path, sizeof path - 1)) return CR_NONE;
  long index = strtol(target + sizeof path - 1, NULL, 10);
  return index >= 0 && index < INT32_MAX ? (int)index : CR_NONE;
}

crible_status cr_bods_read_notes(cr_bods_note **out, int *count, const cr_json_value *statement,
                                 cr_arena *arena) {
  const cr_json_value *list = cr_json_member(statement, "annotations");
  *out = NULL;
  *count = 0;
  if (!list || list->kind != CR_JSON_ARRAY || list->count == 0) return CRIBLE_OK;
  cr_bods_note *notes = cr_arena_alloc(arena, list->count, sizeof *notes);
  if (!notes) return CRIBLE_E_MEMORY;
  int found = 0;
  for CR_JSON_EACH (annotation, list) {
    const char *words = cr_json_text(cr_json_member(annotation, "description"));
    const char *target = cr_json_text(cr_json_member(annotation, "statementPointerTarget"));
    if (!words || strncmp(words, CR_BODS_NOTE, strlen(CR_BODS_NOTE))) continue;
    notes[found].interest = interest_of(target);
    notes[found].words = cr_arena_string(arena, words + strlen(CR_BODS_NOTE));
    if (!notes[found++].words) return CRIBLE_E_MEMORY;
  }
  *out = notes;
  *count = found;
  return CRIBLE_OK;
}

const char *cr_bods_note_says(const cr_bods_note *note, const char *name) {
  size_t length = strlen(name);
  return !strncmp(note->words, name, length) && note->words[length] == ' '
             ? note->words + length + 1
             : NULL;
}

bool cr_bods_note_word(int *out, const char **words, const cr_word *vocabulary) {
  size_t length = strcspn(*words, " ");
  for (; vocabulary->text; vocabulary++) {
    if (strlen(vocabulary->text) != length || strncmp(vocabulary->text, *words, length)) continue;
    *out = vocabulary->value;
    *words += length + strspn(*words + length, " ");
    return true;
  }
  return false;
}

/* A copy of a part of a text, to be parsed; false when it is too long. */
static bool parse(fmpq_t out, const char *text, size_t length) {
  char *copy = NULL, room[512];
  if (length >= sizeof room) return false;
  copy = memcpy(room, text, length);
  copy[length] = '\0';
  return cr_rational_parse(out, NULL, copy) == CRIBLE_OK;
}

bool cr_bods_note_share(fmpq_t lo, fmpq_t hi, bool open[2], const char *words) {
  size_t length = strlen(words);
  const char *comma = strchr(words, ',');
  open[0] = open[1] = false;
  if (!comma) {
    if (!parse(lo, words, length)) return false;
    fmpq_set(hi, lo);
    return true;
  }
  if (!strchr("([", words[0]) || !strchr(")]", words[length - 1])) return false;
  open[0] = words[0] == '(';
  open[1] = words[length - 1] == ')';
  return parse(lo, words + 1, (size_t)(comma - words) - 1) &&
         parse(hi, comma + 1, length - (size_t)(comma - words) - 2);
}
