/* Inside of the JSON reader. */
#ifndef CR_JSON_PARTS_H
#define CR_JSON_PARTS_H

#include "engine/base/memory.h"
#include "importers/json/json.h"

enum {
  CR_JSON_DEPTH = 64,
  CR_JSON_CHUNK = 1 << 18,    /* bytes asked of the input at a time */
  CR_JSON_LARGEST = 16 << 20, /* bytes of one element */
  CR_JSON_MOST = 1 << 19,     /* values of one element */
  CR_JSON_MOST_TOLD = 20
};

typedef enum cr_json_state {
  CR_JSON_START, CR_JSON_ELEMENTS, CR_JSON_LINES, CR_JSON_ENDED
} cr_json_state;

struct cr_json_reader {
  crible_context *context;
  cr_json_input input;
  /* The buffer: what was consumed, the element being read from `keep` on, and the bytes not
   * read yet from `at` to `end`, where a NUL stands. */
  char *buffer, *keep, *at, *end;
  size_t capacity;
  bool exhausted;        /* the input has ended */
  uint64_t before;       /* bytes of the input before the buffer */
  uint32_t line;
  uint64_t line_start;   /* in the input */
  /* The element. */
  cr_json_value *values;
  size_t count, capacity_of_values;
  uint32_t open[CR_JSON_DEPTH]; /* rows of the containers not closed yet */
  int depth;
  const char *key;       /* of the member whose value is expected */
  uint32_t key_length;
  /* The file. */
  cr_json_state state;
  bool in_array;
  uint64_t index;        /* of the element read last, from 0 */
  uint64_t elements;
  uint32_t last_line;    /* of the value before: the next stands on another */
  uint64_t told[2];      /* warnings, errors */
};

/* The next byte that is no blank, not taken; '\0' at the end of the input, and for a NUL in it. */
CRIBLE_MUST_CHECK crible_status cr_json_skip_more(char *next, cr_json_reader *reader);
CRIBLE_MUST_CHECK static inline crible_status cr_json_skip_blanks(char *next,
                                                                  cr_json_reader *reader) {
  if ((unsigned char)*reader->at <= ' ') return cr_json_skip_more(next, reader);
  *next = *reader->at;
  return CRIBLE_OK;
}
/* Whether `count` bytes stand in the buffer from `at` on; reads more when not. */
CRIBLE_MUST_CHECK crible_status cr_json_ensure(bool *enough, cr_json_reader *reader, size_t count);

/* After the opening quote; decoded in place. */
CRIBLE_MUST_CHECK crible_status cr_json_scan_string(const char **text, uint32_t *length,
                                                    cr_json_reader *reader);
CRIBLE_MUST_CHECK crible_status cr_json_scan_number(const char **text, uint32_t *length,
                                                    cr_json_reader *reader);

/* One whole value into the rows. */
CRIBLE_MUST_CHECK crible_status cr_json_read_value(cr_json_reader *reader);
/* No two members of one name in the object at a row. */
CRIBLE_MUST_CHECK crible_status cr_json_check_keys(cr_json_reader *reader, size_t object);

/* An error of the text at the byte `at`; returns CRIBLE_E_DATA or CRIBLE_E_MEMORY. */
crible_status cr_json_malformed(cr_json_reader *reader, const char *code, const char *advice,
                                const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same for what cannot stand here: a NUL, the end, or another byte. */
crible_status cr_json_unexpected(cr_json_reader *reader, const char *expected);

uint32_t cr_json_column(const cr_json_reader *reader);

#endif
