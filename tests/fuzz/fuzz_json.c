/* Any bytes as JSON: read or refused with a diagnostic, and the same however the bytes arrive. */
#include <stdlib.h>
#include <string.h>

#include "importers/json/json.h"
#include "tests/fuzz/support.h"

/* The input, some bytes at a time; a block as long as what is given: ASan sees a step beyond. */
typedef struct supply {
  const uint8_t *bytes;
  size_t left, portion;
} supply;

static crible_status give(void *user, char *out, size_t room, size_t *got) {
  supply *self = user;
  size_t count = self->left < room ? self->left : room;
  if (count > self->portion) count = self->portion;
  if (count > 0) memcpy(out, self->bytes, count);
  self->bytes += count;
  self->left -= count;
  *got = count;
  return CRIBLE_OK;
}

/* FNV-1a, over what was read. */
static void mix(uint64_t *hash, const void *bytes, size_t length) {
  for (const unsigned char *at = bytes, *end = at + length; at < end; at++)
    *hash = (*hash ^ *at) * UINT64_C(0x100000001b3);
}

static void mix_value(uint64_t *hash, const cr_json_value *value) {
  const uint32_t numbers[] = {value->kind,   value->count, value->span, value->length,
                              value->line,   value->column, value->up,  value->key_length};
  mix(hash, numbers, sizeof numbers);
  if (value->text) mix(hash, value->text, value->length);
  if (value->key) mix(hash, value->key, value->key_length);
  if (value->kind == CR_JSON_STRING) need(strlen(value->text) == value->length);
}

static void visit(uint64_t *hash, cr_json_reader *reader, const cr_json_value *element) {
  char path[64];
  for (uint32_t i = 0; i < element->span; i++) {
    const cr_json_value *value = element + i;
    uint32_t children = 0;
    mix_value(hash, value);
    for CR_JSON_EACH(child, value) children++;
    need(children == value->count);
    if (value->key) need(cr_json_member(value - value->up, value->key) == value);
    cr_json_path(path, sizeof path, reader, value, NULL);
    mix(hash, path, strlen(path));
    if (value->kind != CR_JSON_NUMBER) continue;
    fmpq_t number;
    fmpq_init(number);
    if (cr_json_rational(number, NULL, value) == CRIBLE_OK) need(fmpq_is_canonical(number) != 0);
    fmpq_clear(number);
  }
}

static uint64_t read_by(size_t portion, const uint8_t *bytes, size_t length) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  supply source = {bytes, length, portion};
  const cr_json_input input = {give, &source, "input.json"};
  crible_context *context = NULL;
  cr_json_reader *reader = NULL;
  const cr_json_value *element = NULL;
  need(crible_context_new(&context, NULL) == CRIBLE_OK);
  crible_status status = cr_json_reader_new(&reader, context, &input);
  while (status == CRIBLE_OK && (status = cr_json_next(&element, reader)) == CRIBLE_OK && element)
    visit(&hash, reader, element);
  need(status == CRIBLE_OK || crible_diagnostic_count(context) > 0);
  mix(&hash, &status, sizeof status);
  if (status != CRIBLE_OK) {
    const crible_diagnostic *told = crible_diagnostic_at(context, 0);
    mix(&hash, told->code, strlen(told->code));
    mix(&hash, &told->line, sizeof told->line);
    mix(&hash, &told->column, sizeof told->column);
  }
  cr_json_reader_free(reader);
  crible_context_free(context);
  return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  need(read_by(length + 1, bytes, length) == read_by(1, bytes, length));
  return 0;
}
