#include "importers/reference/country_names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

static const char list_of_names[] = "/usr/share/iso-codes/json/iso_3166-1.json";

typedef struct named {
  const char *code, *name;
} named;

struct cr_country_names {
  cr_arena *arena;
  named *entries; /* sorted by code */
  size_t count;
};

static int by_code(const void *a, const void *b) {
  return strcmp(((const named *)a)->code, ((const named *)b)->code);
}

/* A field's text, or NULL when there is none. */
static const char *field(const struct json_object *entry, const char *name) {
  struct json_object *value = NULL;
  bool found = json_object_object_get_ex(entry, name, &value);
  return found && json_object_is_type(value, json_type_string) ? json_object_get_string(value)
                                                               : NULL;
}

static crible_status add(cr_country_names *names, const struct json_object *entry) {
  const char *code = field(entry, "alpha_2");
  const char *name = field(entry, "common_name");
  name = name ? name : field(entry, "name");
  if (!code || !name) {
    return CRIBLE_OK;
  }
  named copy = {cr_arena_string(names->arena, code), cr_arena_string(names->arena, name)};
  if (!copy.code || !copy.name) {
    return CRIBLE_E_MEMORY;
  }
  names->entries[names->count++] = copy;
  return CRIBLE_OK;
}

static crible_status add_all(cr_country_names *names, const struct json_object *root) {
  struct json_object *list = NULL;
  if (!root || !json_object_object_get_ex(root, "3166-1", &list) ||
      !json_object_is_type(list, json_type_array)) {
    return CRIBLE_OK;
  }
  size_t room = json_object_array_length(list);
  names->entries = cr_arena_alloc(names->arena, room, sizeof *names->entries);
  if (!names->entries) {
    return CRIBLE_E_MEMORY;
  }
  for (size_t i = 0; i < room; i++) {
    crible_status status = add(names, json_object_array_get_idx(list, i));
    if (status != CRIBLE_OK) {
      return status;
    }
  }
  qsort(names->entries, names->count, sizeof *names->entries, by_code);
  return CRIBLE_OK;
}

crible_status cr_country_names_read(cr_country_names **out, crible_context *context) {
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) {
    return status;
  }
  cr_country_names *names = cr_arena_alloc(arena, 1, sizeof *names);
  if (!names) {
    cr_arena_free(arena);
    return CRIBLE_E_MEMORY;
  }
  names->arena = arena;
  struct json_object *root = json_object_from_file(list_of_names);
  status = add_all(names, root);
  json_object_put(root);
  if (status != CRIBLE_OK) {
    cr_arena_free(arena);
    return status;
  }
  *out = names;
  return CRIBLE_OK;
}

void cr_country_names_free(cr_country_names *names) {
  if (names) {
    cr_arena_free(names->arena);
  }
}

const char *cr_country_name(const cr_country_names *names, const char *code) {
  const named wanted = {code, NULL};
  const named *found =
      names->count ? bsearch(&wanted, names->entries, names->count, sizeof wanted, by_code) : NULL;
  return found ? found->name : code;
}
