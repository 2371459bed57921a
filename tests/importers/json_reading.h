/* JSON given as text, in pieces of any size. */
#ifndef CR_TESTS_JSON_READING_H
#define CR_TESTS_JSON_READING_H

#include <string.h>

#include "importers/json/json.h"

typedef struct json_text {
  const char *bytes;
  size_t length, at, piece; /* piece: most bytes given at once */
} json_text;

static inline crible_status json_text_read(void *user, char *out, size_t room, size_t *got) {
  json_text *text = user;
  size_t left = text->length - text->at;
  size_t count = left < room ? left : room;
  if (count > text->piece) count = text->piece;
  memcpy(out, text->bytes + text->at, count);
  text->at += count;
  *got = count;
  return CRIBLE_OK;
}

#endif
