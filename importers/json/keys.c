/* No member twice: parsers differ on which one counts, so neither does. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/json/parts.h"

enum { FEW = 64 };

static bool same_key(const cr_json_value *a, const cr_json_value *b) {
  return a->key_length == b->key_length && memcmp(a->key, b->key, a->key_length) == 0;
}

static crible_status twice(cr_json_reader *reader, const cr_json_value *member) {
  return cr_json_error(reader, member, NULL, "duplicate-member", _("leave one of them"),
                       _("the member '%s' stands here a second time"), member->key);
}

/* One of 64 marks; keys of different marks differ. */
static uint64_t mark(const cr_json_value *member) {
  unsigned hash = member->key_length * 7;
  if (member->key_length)
    hash += (unsigned char)member->key[0] * 31u +
            (unsigned char)member->key[member->key_length - 1] * 17u;
  return (uint64_t)1 << (hash & 63);
}

static crible_status check_few(cr_json_reader *reader, const cr_json_value *object) {
  uint64_t seen = 0;
  for CR_JSON_EACH (member, object) {
    uint64_t own = mark(member);
    if (seen & own) {
      for (const cr_json_value *other = object + 1; other != member; other += other->span)
        if (same_key(other, member)) return twice(reader, member);
    }
    seen |= own;
  }
  return CRIBLE_OK;
}

/* By length, bytes, and place. */
static int by_key(const void *left, const void *right) {
  const cr_json_value *a = *(const cr_json_value *const *)left;
  const cr_json_value *b = *(const cr_json_value *const *)right;
  if (a->key_length != b->key_length) return a->key_length < b->key_length ? -1 : 1;
  int order = memcmp(a->key, b->key, a->key_length);
  return order ? order : a < b ? -1 : 1;
}

static crible_status check_many(cr_json_reader *reader, const cr_json_value *object) {
  const cr_json_value **members =
      cr_allocate(reader->context, object->count * sizeof(const cr_json_value *));
  size_t count = 0;
  crible_status status = CRIBLE_OK;
  if (!members) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (member, object) members[count++] = member;
  qsort(members, count, sizeof *members, by_key);
  for (size_t i = 1; status == CRIBLE_OK && i < count; i++)
    if (same_key(members[i - 1], members[i])) status = twice(reader, members[i]);
  cr_release(reader->context, members);
  return status;
}

crible_status cr_json_check_keys(cr_json_reader *reader, size_t object) {
  const cr_json_value *value = &reader->values[object];
  return value->count <= FEW ? check_few(reader, value) : check_many(reader, value);
}
