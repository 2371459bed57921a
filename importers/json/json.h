/* JSON, strict and streamed: one element of the top-level array, or one of several values on
 * lines of their own, at a time.
 *
 * A value is a row in a table of nodes that is used again for the next element, so that a file
 * of any size takes the memory of its largest element. Numbers keep their text: nothing is
 * rounded, saturated or normalised. RFC 8259 without its leniencies: keys are unique, text is
 * UTF-8 without NUL, and depth and size have limits. */
#ifndef CR_JSON_JSON_H
#define CR_JSON_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include <flint/fmpq.h>

#include <crible/context.h>

typedef enum cr_json_kind {
  CR_JSON_NULL, CR_JSON_FALSE, CR_JSON_TRUE, CR_JSON_NUMBER, CR_JSON_STRING, CR_JSON_ARRAY,
  CR_JSON_OBJECT
} cr_json_kind;

/* Members of an object and elements of an array follow their container; `span` rows belong to
 * a value, its own included, so the next sibling is value + value->span. */
typedef struct cr_json_value {
  const char *text;    /* string: decoded, a NUL follows; number: as written, no NUL follows */
  const char *key;     /* of a member, decoded, a NUL follows; else NULL */
  uint32_t length, key_length;
  uint32_t line, column;
  uint32_t span;
  uint32_t up;         /* rows back to the container; 0: the element itself */
  uint32_t count;      /* members or elements */
  cr_json_kind kind;
} cr_json_value;

/* Where the bytes come from. read gives at most `room` bytes; *got = 0 is the end. */
typedef struct cr_json_input {
  crible_status (*read)(void *user, char *out, size_t room, size_t *got);
  void *user;
  const char *file; /* for diagnostics; outlives the reader */
} cr_json_input;

typedef struct cr_json_reader cr_json_reader;

/* The caller frees *out with cr_json_reader_free. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_json_reader_new(cr_json_reader **out, crible_context *context,
                                             const cr_json_input *input);
void cr_json_reader_free(cr_json_reader *reader); /* NULL is allowed */

/* The next element, valid until the next call; NULL after the last. What is wrong is told in a
 * diagnostic with line, column and path, and ends the reading.
 * Errors: CRIBLE_E_DATA, CRIBLE_E_MEMORY, those of the input. */
CRIBLE_MUST_CHECK crible_status cr_json_next(const cr_json_value **out, cr_json_reader *reader);

/* Whether the element read last is one of a top-level array, and its number from 0. */
bool cr_json_in_array(const cr_json_reader *reader);
uint64_t cr_json_index(const cr_json_reader *reader);
/* Bytes of the elements read so far, for progress. */
uint64_t cr_json_consumed(const cr_json_reader *reader);

/* A member's value, NULL when the object has none of that name or `object` is no object. */
const cr_json_value *cr_json_member(const cr_json_value *object, const char *name);
/* Children in order: the first, and the one after; NULL past the last. */
const cr_json_value *cr_json_first(const cr_json_value *container);
const cr_json_value *cr_json_after(const cr_json_value *container, const cr_json_value *child);
#define CR_JSON_EACH(child, container)                                                           \
  (const cr_json_value *child = cr_json_first(container); child;                                 \
   child = cr_json_after(container, child))

/* A string's text, else NULL; NULL is allowed. */
const char *cr_json_text(const cr_json_value *value);

/* Where a value stands, such as $[3].recordDetails.interests[0].share; `member` (may be NULL)
 * is a name appended. Cut to `room` bytes. */
void cr_json_path(char *out, size_t room, const cr_json_reader *reader, const cr_json_value *value,
                  const char *member);

/* Tells what is wrong or odd at a value, or at its member of a name (NULL: at itself), with the
 * path. cr_json_error returns CRIBLE_E_DATA, cr_json_warn CRIBLE_OK, so that a reader can
 * `return cr_json_error(…)`; either CRIBLE_E_MEMORY when memory is short. At most twenty of
 * either are told; cr_json_told gives how many there were. */
crible_status cr_json_error(cr_json_reader *reader, const cr_json_value *value, const char *member,
                            const char *code, const char *advice, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
crible_status cr_json_warn(cr_json_reader *reader, const cr_json_value *value, const char *member,
                           const char *code, const char *advice, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
uint64_t cr_json_told(const cr_json_reader *reader, bool errors);

/* The exact value of a number's text. `decimals` (may be NULL): digits after the point in plain
 * decimal writing. Errors: CRIBLE_E_DATA when it has more than 4096 digits written out. */
CRIBLE_MUST_CHECK crible_status cr_json_rational(fmpq_t out, int *decimals,
                                                 const cr_json_value *number);

#endif
