/* The bytes: a window on the input that holds at least the element being read. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/json/parts.h"

uint32_t cr_json_column(const cr_json_reader *reader) {
  uint64_t at = reader->before + (uint64_t)(reader->at - reader->buffer);
  return (uint32_t)(at - reader->line_start + 1);
}

/* Moves what is kept to `to`, and everything that points into it. */
static void move(cr_json_reader *reader, char *to) {
  char *from = reader->keep ? reader->keep : reader->at;
  size_t kept = (size_t)(reader->end - from);
  memmove(to, from, kept);
  for (size_t i = 0; i < reader->count; i++) {
    cr_json_value *value = &reader->values[i];
    if (value->text) value->text = to + (value->text - from);
    if (value->key) value->key = to + (value->key - from);
  }
  if (reader->key) reader->key = to + (reader->key - from);
  reader->before += (uint64_t)(from - reader->buffer);
  reader->at = to + (reader->at - from);
  if (reader->keep) reader->keep = to;
  reader->end = to + kept;
  *reader->end = '\0';
}

static crible_status make_room(cr_json_reader *reader) {
  char *from = reader->keep ? reader->keep : reader->at;
  size_t kept = (size_t)(reader->end - from);
  if (kept > CR_JSON_LARGEST) {
    return cr_json_malformed(reader, "element-too-large", NULL,
                             _("one value is longer than %d bytes"), CR_JSON_LARGEST);
  }
  if (kept + CR_JSON_CHUNK + 1 <= reader->capacity) {
    move(reader, reader->buffer);
    return CRIBLE_OK;
  }
  size_t larger = 2 * (kept + CR_JSON_CHUNK + 1);
  char *buffer = cr_allocate(reader->context, larger);
  if (!buffer) return CRIBLE_E_MEMORY;
  if (reader->buffer) move(reader, buffer);
  else reader->at = reader->end = buffer;
  cr_release(reader->context, reader->buffer);
  reader->buffer = buffer;
  reader->capacity = larger;
  *reader->end = '\0';
  return CRIBLE_OK;
}

/* Reads more; at the end of the input nothing changes but `exhausted`. */
static crible_status refill(cr_json_reader *reader) {
  size_t got = 0;
  if (reader->exhausted) return CRIBLE_OK;
  crible_status status = make_room(reader);
  if (status == CRIBLE_OK)
    status = reader->input.read(reader->input.user, reader->end, CR_JSON_CHUNK, &got);
  if (status != CRIBLE_OK) return status;
  reader->end += got;
  *reader->end = '\0';
  reader->exhausted = got == 0;
  return CRIBLE_OK;
}

crible_status cr_json_ensure(bool *enough, cr_json_reader *reader, size_t count) {
  while ((size_t)(reader->end - reader->at) < count && !reader->exhausted) {
    crible_status status = refill(reader);
    if (status != CRIBLE_OK) return status;
  }
  *enough = (size_t)(reader->end - reader->at) >= count;
  return CRIBLE_OK;
}

crible_status cr_json_skip_more(char *next, cr_json_reader *reader) {
  for (;;) {
    char *at = reader->at;
    for (; *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'; at++) {
      if (*at != '\n') continue;
      reader->line++;
      reader->line_start = reader->before + (uint64_t)(at - reader->buffer) + 1;
    }
    reader->at = at;
    bool more = true;
    if (at == reader->end) {
      crible_status status = cr_json_ensure(&more, reader, 1);
      if (status != CRIBLE_OK) return status;
      if (more) continue;
    }
    *next = *reader->at;
    return CRIBLE_OK;
  }
}
