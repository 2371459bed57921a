/* The file: an array whose elements come one by one, or objects one after another. */
#include <string.h>

#include "engine/base/progress.h"
#include "engine/base/words.h"
#include "importers/json/parts.h"

crible_status cr_json_reader_new(cr_json_reader **out, crible_context *context,
                           const cr_json_input *input) {
  cr_json_reader *reader = cr_allocate_zero(context, 1, sizeof *reader);
  if (!reader) return CRIBLE_E_MEMORY;
  *reader = (cr_json_reader){.context = context, .input = *input, .line = 1};
  *out = reader;
  return CRIBLE_OK;
}

void cr_json_reader_free(cr_json_reader *reader) {
  if (!reader) return;
  cr_release(reader->context, reader->values);
  cr_release(reader->context, reader->buffer);
  cr_release(reader->context, reader);
}

/* A byte order mark of UTF-8 is passed over, others are told for what they are. */
static crible_status pass_mark(cr_json_reader *reader) {
  bool enough;
  crible_status status = cr_json_ensure(&enough, reader, 3);
  if (status != CRIBLE_OK) return status;
  if (enough && memcmp(reader->at, "\xEF\xBB\xBF", 3) == 0) reader->at += 3;
  status = cr_json_ensure(&enough, reader, 2);
  if (status != CRIBLE_OK || !enough) return status;
  if (memcmp(reader->at, "\xFF\xFE", 2) == 0 || memcmp(reader->at, "\xFE\xFF", 2) == 0) {
    return cr_json_malformed(reader, "not-utf-8", _("save the file as UTF-8"),
                             _("the file is UTF-16"));
  }
  return CRIBLE_OK;
}

static crible_status begin_file(cr_json_reader *reader) {
  char next;
  crible_status status = pass_mark(reader);
  if (status == CRIBLE_OK) status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK) return status;
  if (next == '[') {
    reader->at++;
    reader->in_array = true;
    reader->state = CR_JSON_ELEMENTS;
    return CRIBLE_OK;
  }
  if (next == '\0' && reader->at == reader->end) {
    return cr_json_malformed(reader, "empty-file", NULL, _("the file is empty"));
  }
  if (next != '{') return cr_json_unexpected(reader, _("an array or an object"));
  reader->state = CR_JSON_LINES;
  return CRIBLE_OK;
}

/* Before an element of the array: *more is false at its end. */
static crible_status next_in_array(bool *more, cr_json_reader *reader) {
  char next;
  crible_status status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK) return status;
  *more = next != ']';
  if (!*more) {
    reader->at++;
    reader->state = CR_JSON_ENDED;
  } else if (reader->elements > 0) {
    if (next != ',') return cr_json_unexpected(reader, _("',' or ']'"));
    reader->at++;
    status = cr_json_skip_blanks(&next, reader);
  }
  return status;
}

static crible_status next_line(bool *more, cr_json_reader *reader) {
  char next;
  crible_status status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK) return status;
  *more = reader->at != reader->end;
  if (!*more) reader->state = CR_JSON_ENDED;
  else if (next != '{') return cr_json_unexpected(reader, _("an object"));
  else if (reader->elements > 0 && reader->line == reader->last_line)
    return cr_json_malformed(reader, "no-new-line", _("put each value on a line of its own"),
                             _("a second value on one line"));
  return CRIBLE_OK;
}

static crible_status end_file(cr_json_reader *reader) {
  char next;
  crible_status status = cr_json_skip_blanks(&next, reader);
  if (status != CRIBLE_OK || reader->at == reader->end) return status;
  return cr_json_malformed(reader, "text-after-end", NULL, _("something follows the array"));
}

crible_status cr_json_next(const cr_json_value **out, cr_json_reader *reader) {
  bool more = false;
  crible_status status = CRIBLE_OK;
  reader->count = 0;
  reader->depth = 0;
  reader->key = NULL;
  reader->keep = NULL;
  if (reader->state == CR_JSON_START) status = begin_file(reader);
  if (status == CRIBLE_OK && reader->state == CR_JSON_ELEMENTS)
    status = next_in_array(&more, reader);
  else if (status == CRIBLE_OK && reader->state == CR_JSON_LINES)
    status = next_line(&more, reader);
  if (status == CRIBLE_OK && reader->state == CR_JSON_ENDED) {
    status = end_file(reader);
    if (status == CRIBLE_OK) *out = NULL;
    return status;
  }
  if (status != CRIBLE_OK) return status;
  reader->index = reader->elements++;
  cr_progress_record(reader->context);
  reader->keep = reader->at;
  status = cr_json_read_value(reader);
  reader->last_line = reader->line;
  if (status == CRIBLE_OK) *out = reader->values;
  return status;
}

bool cr_json_in_array(const cr_json_reader *reader) { return reader->in_array; }
uint64_t cr_json_index(const cr_json_reader *reader) { return reader->index; }
uint64_t cr_json_consumed(const cr_json_reader *reader) {
  return reader->buffer ? reader->before + (uint64_t)(reader->at - reader->buffer) : 0;
}
