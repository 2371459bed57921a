#include "engine/report/builder.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/words.h"
#include "engine/report/buffer.h"

void cr_builder_clear(cr_builder *builder) { cr_country_names_free(builder->countries); }

const char *cr_kept(cr_builder *builder, const char *text) {
  if (text) return text;
  builder->failed = true;
  return "";
}

const char *cr_words(cr_builder *builder, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *text = length < 0 ? NULL : cr_arena_alloc(builder->arena, (size_t)length + 1, 1);
  if (!text) return cr_kept(builder, NULL);
  va_start(arguments, format);
  vsnprintf(text, (size_t)length + 1, format, arguments);
  va_end(arguments);
  return text;
}

/* The text of the slot whose name stands between the braces, or NULL. */
static const char *slot_text(const cr_slot *slots, const char *name, size_t length) {
  for (; slots->name; slots++)
    if (strlen(slots->name) == length && strncmp(slots->name, name, length) == 0)
      return slots->text;
  return NULL;
}

/* Moves the buffer's text into the arena. */
static const char *settle(cr_builder *builder, cr_buffer *buffer) {
  if (buffer->failed) builder->failed = true;
  const char *text = cr_kept(
      builder, cr_arena_text(builder->arena, buffer->length ? buffer->bytes : "", buffer->length));
  cr_buffer_clear(buffer);
  return text;
}

const char *cr_sentence(cr_builder *builder, const char *template, const cr_slot *slots) {
  cr_buffer buffer;
  cr_buffer_init(&buffer, builder->screening->context);
  while (*template) {
    size_t plain = strcspn(template, "{");
    cr_buffer_add(&buffer, template, plain);
    template += plain;
    if (!*template) break;
    size_t length = strcspn(template + 1, "}");
    const char *text = slot_text(slots, template + 1, length);
    cr_buffer_put(&buffer, text ? text : "?");
    template += length + 1 + (template[length + 1] == '}');
  }
  return settle(builder, &buffer);
}

static const char *joined(cr_builder *builder, const char *const *items, int count,
                          const char *between, const char *last) {
  cr_buffer buffer;
  cr_buffer_init(&buffer, builder->screening->context);
  for (int i = 0; i < count; i++) {
    if (i > 0) cr_buffer_put(&buffer, i + 1 < count ? between : last);
    cr_buffer_put(&buffer, items[i]);
  }
  return settle(builder, &buffer);
}

const char *cr_enumerated(cr_builder *builder, const char *const *items, int count) {
  return joined(builder, items, count, _(", "), _(" and "));
}

const char *cr_listed(cr_builder *builder, const char *const *items, int count) {
  return joined(builder, items, count, _("; "), _("; "));
}

void *cr_elements(cr_builder *builder, int count, size_t size) {
  if (count <= 0) return NULL;
  void *elements = cr_arena_alloc(builder->arena, (size_t)count, size);
  if (!elements) builder->failed = true;
  return elements;
}

const char *cr_share_words(cr_builder *builder, const fmpq_t value) {
  return cr_kept(builder, cr_figure_share(builder->arena, value, &builder->model->marks));
}

const char *cr_range_words(cr_builder *builder, const cr_bound bound[2]) {
  return cr_kept(builder, cr_figure_range(builder->arena, bound, &builder->model->marks));
}
