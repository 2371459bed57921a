#include "importers/json/write.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/memory.h"

static void append(cr_json_text_out *out, const char *bytes, size_t length) {
  void *block = out->bytes;
  if (out->status != CRIBLE_OK) return;
  out->status = cr_grow(out->context, &block, &out->capacity, out->length + length + 1, 1);
  if (out->status != CRIBLE_OK) return;
  out->bytes = block;
  memcpy(out->bytes + out->length, bytes, length);
  out->length += length;
  out->bytes[out->length] = '\0';
}

void cr_json_put(cr_json_text_out *out, const char *text) { append(out, text, strlen(text)); }

/* RFC 8259, section 7. */
static void put_quoted(cr_json_text_out *out, const char *text) {
  char escape[8];
  append(out, "\"", 1);
  while (*text) {
    size_t plain = 0;
    while ((unsigned char)text[plain] >= ' ' && text[plain] != '"' && text[plain] != '\\') plain++;
    append(out, text, plain);
    text += plain;
    if (!*text) break;
    snprintf(escape, sizeof escape, "\\u%04x", (unsigned)(unsigned char)*text++);
    append(out, escape, 6);
  }
  append(out, "\"", 1);
}

/* A comma behind a value before it, and the key. */
static void put_key(cr_json_text_out *out, const char *key) {
  if (out->status != CRIBLE_OK) return;
  if (out->length && !strchr("[{:\n", out->bytes[out->length - 1])) append(out, ",", 1);
  if (!key) return;
  put_quoted(out, key);
  append(out, ":", 1);
}

void cr_json_put_open(cr_json_text_out *out, const char *key, char bracket) {
  put_key(out, key);
  append(out, &bracket, 1);
}

void cr_json_put_close(cr_json_text_out *out, char bracket) { append(out, &bracket, 1); }

void cr_json_put_string(cr_json_text_out *out, const char *key, const char *value) {
  if (!value) return;
  put_key(out, key);
  put_quoted(out, value);
}

void cr_json_put_literal(cr_json_text_out *out, const char *key, const char *value) {
  put_key(out, key);
  cr_json_put(out, value);
}
