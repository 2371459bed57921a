#include "importers/reference/country_words.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "importers/tables/words.h"

static const char list_of_names[] = "/usr/share/iso-codes/json/iso_3166-1.json";
static const char french_names[] = "/usr/share/locale/fr/LC_MESSAGES/iso_3166-1.mo";

typedef struct word {
  const char *folded, *code;
} word;

struct cr_country_words {
  cr_arena *arena;
  word *entries; /* sorted by the folded name */
  size_t count, capacity;
};

static int by_name(const void *a, const void *b) {
  return strcmp(((const word *)a)->folded, ((const word *)b)->folded);
}

static crible_status add(cr_country_words *words, const char *name, const char *code) {
  void *block = words->entries;
  crible_status status = cr_grow(cr_arena_context(words->arena), &block, &words->capacity,
                                 words->count + 1, sizeof *words->entries);
  if (status != CRIBLE_OK) return status;
  words->entries = block;
  word entry = {cr_fold(words->arena, name), code};
  if (!entry.folded) return CRIBLE_E_MEMORY;
  words->entries[words->count++] = entry;
  return CRIBLE_OK;
}

/* A catalogue of gettext (its manual, "The Format of GNU MO Files"), in the machine's order of
 * bytes. */
typedef struct catalogue {
  char *bytes;
  size_t length;
} catalogue;

static uint32_t number_at(const catalogue *in, size_t at) {
  uint32_t value = 0;
  if (at + sizeof value <= in->length) memcpy(&value, in->bytes + at, sizeof value);
  return value;
}

/* The text that a pair of length and offset points to, or NULL. */
static const char *text_at(const catalogue *in, size_t at) {
  uint32_t length = number_at(in, at), offset = number_at(in, at + 4);
  bool inside = (uint64_t)offset + length < in->length && in->bytes[offset + length] == '\0';
  return inside ? in->bytes + offset : NULL;
}

static const char *translate(const catalogue *in, const char *name) {
  uint32_t count = number_at(in, 8), names = number_at(in, 12), others = number_at(in, 16);
  if (number_at(in, 0) != 0x950412de || count > 100000) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    const char *original = text_at(in, (size_t)names + 8 * (size_t)i);
    if (original && !strcmp(original, name)) return text_at(in, (size_t)others + 8 * (size_t)i);
  }
  return NULL;
}

static crible_status add_country(cr_country_words *words, const struct json_object *entry,
                                 const catalogue *french) {
  static const char *const fields[] = {"alpha_2", "alpha_3", "name", "common_name", "official_name"};
  crible_status status = CRIBLE_OK;
  const char *code = NULL;
  for (int i = 0; i < 5 && status == CRIBLE_OK; i++) {
    struct json_object *value = NULL;
    if (!json_object_object_get_ex(entry, fields[i], &value) ||
        !json_object_is_type(value, json_type_string)) {
      continue;
    }
    const char *name = json_object_get_string(value);
    if (i == 0) code = cr_arena_string(words->arena, name);
    if (!code) return i == 0 ? CRIBLE_E_MEMORY : CRIBLE_OK;
    status = add(words, name, code);
    const char *translated = i >= 2 && french->bytes ? translate(french, name) : NULL;
    if (status == CRIBLE_OK && translated) status = add(words, translated, code);
  }
  return status;
}

/* What is written and no list of names has. */
static crible_status add_others(cr_country_words *words) {
  static const char *const others[][2] = {
      {"USA", "US"},           {"U.S.A.", "US"},        {"Etats-Unis d'Amérique", "US"},
      {"United States of America", "US"},               {"UK", "GB"},
      {"U.K.", "GB"},          {"Great Britain", "GB"}, {"Grande-Bretagne", "GB"},
      {"England", "GB"},       {"Angleterre", "GB"},    {"Scotland", "GB"},
      {"Wales", "GB"},         {"Russie", "RU"},        {"Russia", "RU"},
      {"Corée du Sud", "KR"},  {"South Korea", "KR"},   {"Pays-Bas", "NL"},
      {"Hollande", "NL"},      {"Holland", "NL"},       {"République tchèque", "CZ"},
      {"Czech Republic", "CZ"},{"Kosovo", "XK"},        {"Vietnam", "VN"}};
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; i < sizeof others / sizeof *others && status == CRIBLE_OK; i++) {
    status = add(words, others[i][0], others[i][1]);
  }
  return status;
}

static crible_status add_all(cr_country_words *words, const struct json_object *root,
                             const catalogue *french) {
  struct json_object *list = NULL;
  crible_status status = CRIBLE_OK;
  bool listed = root && json_object_object_get_ex(root, "3166-1", &list) &&
                json_object_is_type(list, json_type_array);
  size_t count = listed ? json_object_array_length(list) : 0;
  for (size_t i = 0; i < count && status == CRIBLE_OK; i++) {
    status = add_country(words, json_object_array_get_idx(list, i), french);
  }
  if (status == CRIBLE_OK) status = add_others(words);
  if (words->count) qsort(words->entries, words->count, sizeof *words->entries, by_name);
  return status;
}

/* Without a catalogue the English names remain. */
static void read_french(catalogue *out, crible_context *context) {
  FILE *file = fopen(french_names, "rb");
  enum { LARGEST = 1 << 20 };
  out->bytes = file ? cr_allocate(context, LARGEST) : NULL;
  out->length = out->bytes ? fread(out->bytes, 1, LARGEST, file) : 0;
  if (file) fclose(file);
}

crible_status cr_country_words_read(cr_country_words **out, crible_context *context) {
  cr_arena *arena = NULL;
  catalogue french = {NULL, 0};
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  cr_country_words *words = cr_arena_alloc(arena, 1, sizeof *words);
  if (!words) {
    cr_arena_free(arena);
    return CRIBLE_E_MEMORY;
  }
  words->arena = arena;
  read_french(&french, context);
  struct json_object *root = json_object_from_file(list_of_names);
  status = add_all(words, root, &french);
  json_object_put(root);
  cr_release(context, french.bytes);
  if (status == CRIBLE_OK) *out = words;
  else cr_country_words_free(words);
  return status;
}

void cr_country_words_free(cr_country_words *words) {
  if (!words) return;
  cr_release(cr_arena_context(words->arena), words->entries);
  cr_arena_free(words->arena);
}

const char *cr_country_of(const cr_country_words *words, const char *text) {
  cr_arena *scratch = NULL;
  if (cr_arena_new(&scratch, cr_arena_context(words->arena)) != CRIBLE_OK) return NULL;
  const word wanted = {cr_fold(scratch, text), NULL};
  const word *found = wanted.folded && words->count
                          ? bsearch(&wanted, words->entries, words->count, sizeof wanted, by_name)
                          : NULL;
  cr_arena_free(scratch);
  return found ? found->code : NULL;
}
