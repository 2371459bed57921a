/* Attributes of canonical elements: one spelling a value. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/rational.h"
#include "importers/canonical/element.h"

static void short_of_memory(cr_element *element) { element->writer->status = CRIBLE_E_MEMORY; }

void cr_put_number(cr_element *element, const char *name, int value) {
  char text[16];
  if (value == CR_NONE) return;
  snprintf(text, sizeof text, "%d", value);
  cr_put_text(element, name, text);
}

void cr_put_date(cr_element *element, const char *name, cr_date value) {
  char text[16];
  if (value == CR_DATE_NONE) return;
  cr_date_format(text, value);
  cr_put_text(element, name, text);
}

void cr_put_rational(cr_element *element, const char *name, const fmpq *value) {
  if (!value) return;
  const char *text = cr_rational_text(element->writer->arena, value);
  if (!text) short_of_memory(element);
  cr_put_text(element, name, text);
}

void cr_put_interval(cr_element *element, const char *name, const cr_interval *value) {
  cr_arena *arena = element->writer->arena;
  if (cr_interval_point(value)) {
    cr_put_rational(element, name, &value->lo);
    return;
  }
  const char *lo = cr_rational_text(arena, &value->lo), *hi = cr_rational_text(arena, &value->hi);
  const char *text = lo && hi ? cr_arena_printf(arena, "%c%s,%s%c", value->lo_open ? '(' : '[', lo,
                                                hi, value->hi_open ? ')' : ']')
                              : NULL;
  if (!text) short_of_memory(element);
  cr_put_text(element, name, text);
}

void cr_put_word(cr_element *element, const char *name, const cr_word *words, int value) {
  cr_put_text(element, name, cr_word_text(words, value));
}

void cr_put_yes_no(cr_element *element, const char *name, cr_tristate value) {
  if (value != CR_UNSTATED) cr_put_text(element, name, value == CR_TRUE ? "yes" : "no");
}

static int by_letters(const void *left, const void *right) {
  return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void cr_put_list(cr_element *element, const char *name, const char *const *words, size_t count) {
  cr_arena *arena = element->writer->arena;
  size_t room = 1;
  if (!count) return;
  const char **sorted = cr_arena_alloc(arena, count, sizeof *sorted);
  for (size_t i = 0; i < count; i++) room += strlen(words[i]) + 1;
  char *list = cr_arena_alloc(arena, room, 1), *end = list;
  if (!sorted || !list) {
    short_of_memory(element);
    return;
  }
  memcpy(sorted, words, count * sizeof *sorted);
  qsort(sorted, count, sizeof *sorted, by_letters);
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(sorted[i]);
    if (i) *end++ = ' ';
    memcpy(end, sorted[i], length);
    end += length;
  }
  cr_put_text(element, name, list);
}

const char *cr_party_word(cr_writer *writer, int party) {
  static const char reserved[] = "undisclosed"; /* holders that nobody names */
  const char *id = writer->facts->parties[party].id;
  bool whole = !strcmp(id, reserved);
  if (!whole && !strpbrk(id, " \t\r\n")) return id;
  char *word = cr_arena_alloc(writer->arena, 3 * strlen(id) + 1, 1), *end = word;
  if (!word) {
    writer->status = CRIBLE_E_MEMORY;
    return NULL;
  }
  for (; *id; id++) {
    if (whole || strchr(" \t\r\n%", *id)) end += sprintf(end, "%%%02X", (unsigned char)*id);
    else *end++ = *id;
    whole = false;
  }
  return word;
}

void cr_put_party(cr_element *element, const char *name, int party) {
  if (party != CR_NONE) cr_put_text(element, name, cr_party_word(element->writer, party));
}

void cr_put_parties(cr_element *element, const char *name, const int *parties, int count) {
  if (count < 1) return;
  const char **ids = cr_arena_alloc(element->writer->arena, (size_t)count, sizeof *ids);
  if (!ids) {
    short_of_memory(element);
    return;
  }
  for (int i = 0; i < count; i++) {
    ids[i] = cr_party_word(element->writer, parties[i]);
    if (!ids[i]) return;
  }
  cr_put_list(element, name, ids, (size_t)count);
}

void cr_put_fact(cr_element *element, const cr_fact *fact) {
  cr_put_date(element, "from", fact->period.from);
  cr_put_date(element, "to", fact->period.to);
  cr_put_date(element, "recorded", fact->recorded);
  if (fact->source != CR_NONE) {
    cr_put_text(element, "source", element->writer->facts->sources[fact->source].id);
  }
  cr_put_text(element, "locator", fact->locator);
  cr_put_text(element, "presumption", fact->presumption);
}
