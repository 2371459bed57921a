#include "engine/report/json_writer.h"

#include <string.h>

#include "engine/report/display.h"

/* One code point that JSON or a terminal would not take as it is. */
static void put_escape(cr_buffer *out, uint32_t point) {
  if (point == '"' || point == '\\') cr_buffer_format(out, "\\%c", (int)point);
  else if (point <= 0xFFFF) cr_buffer_format(out, "\\u%04x", (unsigned)point);
  else
    cr_buffer_format(out, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((point - 0x10000) >> 10)),
                     (unsigned)(0xDC00 + ((point - 0x10000) & 0x3FF)));
}

static bool as_it_is(uint32_t point) {
  if (point < 0x7F) return point >= ' ' && point != '"' && point != '\\';
  return point != 0xFFFD && !cr_display_unsafe(point);
}

static void put_escaped(cr_buffer *out, const char *text) {
  const char *kept = text; /* not yet copied from here on */
  int bytes;
  cr_buffer_add(out, "\"", 1);
  for (; *text; text += bytes) {
    uint32_t point = cr_display_decode(text, &bytes);
    if (as_it_is(point)) continue;
    cr_buffer_add(out, kept, (size_t)(text - kept));
    put_escape(out, point);
    kept = text + bytes;
  }
  cr_buffer_add(out, kept, (size_t)(text - kept));
  cr_buffer_add(out, "\"", 1);
}

static void new_line(cr_json *json) {
  cr_buffer_put(json->out, "\n");
  cr_buffer_fill(json->out, ' ', 2 * json->depth);
}

static void begin(cr_json *json, const char *key) {
  if (json->begun) cr_buffer_put(json->out, ",");
  if (json->depth > 0) new_line(json);
  json->begun = true;
  if (!key) return;
  put_escaped(json->out, key);
  cr_buffer_put(json->out, ": ");
}

void cr_json_open(cr_json *json, const char *key, char bracket) {
  begin(json, key);
  cr_buffer_add(json->out, &bracket, 1);
  json->depth++;
  json->begun = false;
}

void cr_json_close(cr_json *json, char bracket) {
  json->depth--;
  if (json->begun) new_line(json);
  cr_buffer_add(json->out, &bracket, 1);
  json->begun = true;
}

void cr_json_string(cr_json *json, const char *key, const char *value) {
  begin(json, key);
  if (value) put_escaped(json->out, value);
  else cr_buffer_put(json->out, "null");
}

void cr_json_integer(cr_json *json, const char *key, long value) {
  begin(json, key);
  cr_buffer_format(json->out, "%ld", value);
}

void cr_json_bool(cr_json *json, const char *key, bool value) {
  begin(json, key);
  cr_buffer_put(json->out, value ? "true" : "false");
}
