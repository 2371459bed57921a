/* One value, with all that it contains, into rows. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/json/parts.h"

static crible_status add_row(cr_json_value **row, cr_json_reader *reader) {
  if (reader->count == CR_JSON_MOST) {
    return cr_json_malformed(reader, "element-too-large", NULL, _("more than %d values in one"),
                             CR_JSON_MOST);
  }
  if (reader->count == reader->capacity_of_values) {
    void *block = reader->values;
    crible_status status = cr_grow(reader->context, &block, &reader->capacity_of_values,
                                   reader->count + 1, sizeof(cr_json_value));
    if (status != CRIBLE_OK) return status;
    reader->values = block;
  }
  uint32_t up = 0;
  if (reader->depth > 0) {
    uint32_t container = reader->open[reader->depth - 1];
    reader->values[container].count++;
    up = (uint32_t)reader->count - container;
  }
  *row = &reader->values[reader->count++];
  **row = (cr_json_value){.key = reader->key,
                          .key_length = reader->key_length,
                          .line = reader->line,
                          .column = cr_json_column(reader),
                          .span = 1,
                          .up = up};
  reader->key = NULL;
  return CRIBLE_OK;
}

static crible_status read_word(cr_json_reader *reader, cr_json_value *row) {
  static const struct {
    const char *word;
    size_t length;
    cr_json_kind kind;
  } words[] = {{"true", 4, CR_JSON_TRUE}, {"false", 5, CR_JSON_FALSE}, {"null", 4, CR_JSON_NULL}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    bool enough;
    crible_status status = cr_json_ensure(&enough, reader, words[i].length);
    if (status != CRIBLE_OK) return status;
    if (!enough || memcmp(reader->at, words[i].word, words[i].length) != 0) continue;
    row->kind = words[i].kind;
    reader->at += words[i].length;
    return CRIBLE_OK;
  }
  return cr_json_unexpected(reader, _("a value"));
}

static crible_status open_container(cr_json_reader *reader, cr_json_value *row) {
  if (reader->depth == CR_JSON_DEPTH) {
    return cr_json_malformed(reader, "too-deep", NULL, _("more than %d values inside one another"),
                             CR_JSON_DEPTH);
  }
  row->kind = *reader->at++ == '{' ? CR_JSON_OBJECT : CR_JSON_ARRAY;
  reader->open[reader->depth++] = (uint32_t)(row - reader->values);
  return CRIBLE_OK;
}

/* A scalar is read whole, of a container only the opening. */
static crible_status begin_value(cr_json_reader *reader) {
  char next;
  cr_json_value *row = NULL;
  crible_status status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK) return status;
  bool container = next == '{' || next == '[', text = next == '"';
  bool number = next == '-' || (next >= '0' && next <= '9');
  if (!container && !text && !number && next != 't' && next != 'f' && next != 'n')
    return cr_json_unexpected(reader, _("a value"));
  status = add_row(&row, reader);
  if (status != CRIBLE_OK) return status;
  if (container) return open_container(reader, row);
  if (text) {
    reader->at++;
    row->kind = CR_JSON_STRING;
    return cr_json_scan_string(&row->text, &row->length, reader);
  }
  if (number) {
    row->kind = CR_JSON_NUMBER;
    return cr_json_scan_number(&row->text, &row->length, reader);
  }
  return read_word(reader, row);
}

static crible_status read_key(cr_json_reader *reader) {
  char next;
  const char *key;
  crible_status status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK) return status;
  if (next != '"') return cr_json_unexpected(reader, _("the name of a member, in quotes"));
  reader->at++;
  status = cr_json_scan_string(&key, &reader->key_length, reader);
  if (status != CRIBLE_OK) return status;
  reader->key = key;
  status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK) return status;
  if (next != ':') return cr_json_unexpected(reader, "':'");
  reader->at++;
  return CRIBLE_OK;
}

static crible_status close_container(cr_json_reader *reader) {
  uint32_t row = reader->open[--reader->depth];
  reader->at++;
  reader->values[row].span = (uint32_t)reader->count - row;
  return reader->values[row].kind == CR_JSON_OBJECT ? cr_json_check_keys(reader, row) : CRIBLE_OK;
}

/* After a value or an opening: closes what ends here, until another value is due or none is. */
static crible_status advance(cr_json_reader *reader, bool opened) {
  while (reader->depth > 0) {
    char next;
    bool object = reader->values[reader->open[reader->depth - 1]].kind == CR_JSON_OBJECT;
    crible_status status = cr_json_skip_blanks(&next, reader);
    if (status != CRIBLE_OK) return status;
    if (next == (object ? '}' : ']')) {
      status = close_container(reader);
      opened = false;
    } else if (opened || next == ',') {
      reader->at += !opened;
      return object ? read_key(reader) : CRIBLE_OK;
    } else {
      status = cr_json_unexpected(reader, object ? _("',' or '}'") : _("',' or ']'"));
    }
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

crible_status cr_json_read_value(cr_json_reader *reader) {
  crible_status status;
  do {
    size_t row = reader->count;
    status = begin_value(reader);
    bool opened = status == CRIBLE_OK && reader->values[row].kind >= CR_JSON_ARRAY;
    if (status == CRIBLE_OK) status = advance(reader, opened);
  } while (status == CRIBLE_OK && reader->depth > 0);
  return status;
}
