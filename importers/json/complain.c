/* What is wrong, with line, column and path. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/json/parts.h"

enum { LONGEST_PATH = 1024, LONGEST_MESSAGE = 1024 };

typedef struct writer {
  char *out;
  size_t room, used;
} writer;

static void put(writer *to, const char *text) {
  for (; *text && to->used + 1 < to->room; text++) to->out[to->used++] = *text;
  to->out[to->used] = '\0';
}

static void put_index(writer *to, uint64_t index) {
  char text[32];
  snprintf(text, sizeof text, "[%llu]", (unsigned long long)index);
  put(to, text);
}

/* A name that is a word after a point, another one in brackets and quotes. */
static void put_key(writer *to, const char *key) {
  static const char word[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  bool simple = *key && !key[strspn(key, word)];
  put(to, simple ? "." : "['");
  for (; *key; key++) {
    char one[3] = {*key, '\0', '\0'};
    if (!simple && (*key == '\'' || *key == '\\')) memcpy(one, (char[]){'\\', *key}, 2);
    put(to, one);
  }
  put(to, simple ? "" : "']");
}

static uint64_t place_in_array(const cr_json_value *array, const cr_json_value *value) {
  uint64_t index = 0;
  for (const cr_json_value *child = array + 1; child < value; child += child->span) index++;
  return index;
}

static void put_value(writer *to, const cr_json_reader *reader, const cr_json_value *value) {
  const cr_json_value *chain[CR_JSON_DEPTH + 1];
  int count = 0;
  for (; value->up > 0; value -= value->up) chain[count++] = value;
  if (reader->in_array) put_index(to, reader->index);
  while (count-- > 0) {
    const cr_json_value *child = chain[count];
    if (child->key) put_key(to, child->key);
    else put_index(to, place_in_array(child - child->up, child));
  }
}

void cr_json_path(char *out, size_t room, const cr_json_reader *reader, const cr_json_value *value,
                  const char *member) {
  writer to = {out, room, 0};
  put(&to, "$");
  if (value) put_value(&to, reader, value);
  if (member) put_key(&to, member);
}

static crible_status tell(cr_json_reader *reader, crible_diagnostic *diagnostic,
                          const char *format, va_list arguments) {
  char message[LONGEST_MESSAGE];
  bool error = diagnostic->severity == CRIBLE_ERROR;
  if (reader->told[error]++ >= CR_JSON_MOST_TOLD) return error ? CRIBLE_E_DATA : CRIBLE_OK;
  vsnprintf(message, sizeof message, format, arguments);
  diagnostic->file = reader->input.file;
  diagnostic->message = message;
  crible_status status = cr_report(reader->context, diagnostic);
  diagnostic->message = NULL; /* it was copied, and ends here */
  return status == CRIBLE_OK && error ? CRIBLE_E_DATA : status;
}

static crible_status tell_at(cr_json_reader *reader, crible_severity severity,
                             const cr_json_value *value, const char *member, const char *code,
                             const char *advice, const char *format, va_list arguments) {
  char path[LONGEST_PATH];
  const cr_json_value *found = member ? cr_json_member(value, member) : NULL;
  const cr_json_value *at = found ? found : value;
  cr_json_path(path, sizeof path, reader, value, member);
  crible_diagnostic diagnostic = {.severity = severity, .code = code, .path = path,
                                  .line = (int)at->line, .column = (int)at->column,
                                  .advice = advice};
  return tell(reader, &diagnostic, format, arguments);
}

crible_status cr_json_error(cr_json_reader *reader, const cr_json_value *value, const char *member,
                            const char *code, const char *advice, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  crible_status status =
      tell_at(reader, CRIBLE_ERROR, value, member, code, advice, format, arguments);
  va_end(arguments);
  return status;
}

crible_status cr_json_warn(cr_json_reader *reader, const cr_json_value *value, const char *member,
                           const char *code, const char *advice, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  crible_status status =
      tell_at(reader, CRIBLE_WARNING, value, member, code, advice, format, arguments);
  va_end(arguments);
  return status;
}

uint64_t cr_json_told(const cr_json_reader *reader, bool errors) { return reader->told[errors]; }

/* The path of what is being read: the member whose value is due, else the value begun last. */
static void path_here(char *out, size_t room, const cr_json_reader *reader) {
  writer to = {out, room, 0};
  put(&to, "$");
  if (reader->count == 0) {
    if (reader->keep && reader->in_array) put_index(&to, reader->index);
    return;
  }
  const cr_json_value *last = &reader->values[reader->count - 1];
  bool inside = reader->depth > 0;
  const cr_json_value *open = inside ? &reader->values[reader->open[reader->depth - 1]] : last;
  put_value(&to, reader, inside && reader->key ? open : last);
  if (inside && reader->key) put_key(&to, reader->key);
}

crible_status cr_json_malformed(cr_json_reader *reader, const char *code, const char *advice,
                                const char *format, ...) {
  char path[LONGEST_PATH];
  path_here(path, sizeof path, reader);
  crible_diagnostic diagnostic = {.severity = CRIBLE_ERROR, .code = code, .path = path,
                                  .line = (int)reader->line,
                                  .column = reader->buffer ? (int)cr_json_column(reader) : 1,
                                  .advice = advice};
  va_list arguments;
  va_start(arguments, format);
  crible_status status = tell(reader, &diagnostic, format, arguments);
  va_end(arguments);
  return status;
}

crible_status cr_json_unexpected(cr_json_reader *reader, const char *expected) {
  unsigned char byte = (unsigned char)*reader->at;
  if (reader->at == reader->end) {
    return cr_json_malformed(reader, "truncated", _("fetch the file again, whole"),
                             _("the file ends in the middle of a value"));
  }
  if (byte == 0) {
    return cr_json_malformed(reader, "nul-byte", _("save the file as UTF-8"),
                             _("a NUL byte: this is no text of one byte a letter"));
  }
  if (byte < 0x20 || byte >= 0x7F) {
    return cr_json_malformed(reader, "bad-json", NULL, _("byte 0x%02X where %s is expected"), byte,
                             expected ? expected : "");
  }
  return cr_json_malformed(reader, "bad-json", NULL, _("'%c' where %s is expected"), byte,
                           expected ? expected : "");
}
