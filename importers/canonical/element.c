#include "importers/canonical/element.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cr_child {
  int rank;
  const char *text; /* in the writer's arena */
};

/* Appends bytes as they are. */
static void append(cr_element *element, const char *bytes, size_t length) {
  cr_writer *writer = element->writer;
  void *block = element->text;
  if (writer->status != CRIBLE_OK) return;
  writer->status =
      cr_grow(writer->context, &block, &element->capacity, element->length + length + 1, 1);
  if (writer->status != CRIBLE_OK) return;
  element->text = block;
  memcpy(element->text + element->length, bytes, length);
  element->length += length;
  element->text[element->length] = '\0';
}

static void append_string(cr_element *element, const char *text) {
  append(element, text, strlen(text));
}

/* What XML 1.0 has no place for, and other formats have. */
static bool is_control(char c) { return (unsigned char)c < ' ' && c && !strchr("\t\r\n", c); }

static size_t plain_length(const char *text) {
  size_t length = 0;
  while (text[length] && !strchr("&<>\"\t\r\n", text[length]) && !is_control(text[length])) length++;
  return length;
}

/* Appends words in which nothing is markup; a line feed or tab would be read back
 * from an attribute as a blank, so it is written by its number. */
static void append_escaped(cr_element *element, const char *text) {
  while (*text) {
    size_t plain = plain_length(text);
    append(element, text, plain);
    text += plain;
    switch (*text) {
    case '&':
      append_string(element, "&amp;");
      break;
    case '<':
      append_string(element, "&lt;");
      break;
    case '>':
      append_string(element, "&gt;");
      break;
    case '"':
      append_string(element, "&quot;");
      break;
    case '\t':
      append_string(element, "&#9;");
      break;
    case '\r':
      append_string(element, "&#13;");
      break;
    case '\n':
      append_string(element, "&#10;");
      break;
    case '\0':
      return;
    default:
      append_string(element, "\xEF\xBF\xBD"); /* U+FFFD, the replacement character */
    }
    text++;
  }
}

static void indent(cr_element *element) {
  for (int i = 0; i < element->depth; i++) append_string(element, "  ");
}

cr_element cr_element_begin(cr_writer *writer, const char *name, int depth) {
  cr_element element = {.writer = writer, .name = name, .depth = depth};
  if (!depth) append_string(&element, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  indent(&element);
  append_string(&element, "<");
  append_string(&element, name);
  return element;
}

void cr_put_text(cr_element *element, const char *name, const char *value) {
  if (!value) return;
  append_string(element, " ");
  append_string(element, name);
  append_string(element, "=\"");
  append_escaped(element, value);
  append_string(element, "\"");
}

static int by_rank_then_text(const void *left, const void *right) {
  const struct cr_child *a = left, *b = right;
  return a->rank != b->rank ? (a->rank < b->rank ? -1 : 1) : strcmp(a->text, b->text);
}

/* The children in their order, then the end tag. */
static void append_rest(cr_element *element, const char *content, cr_children *children) {
  if (!content && (!children || !children->count)) {
    append_string(element, "/>\n");
    return;
  }
  append_string(element, ">");
  if (content) append_escaped(element, content);
  if (children && children->count) {
    append_string(element, "\n");
    qsort(children->items, children->count, sizeof *children->items, by_rank_then_text);
    for (size_t i = 0; i < children->count; i++) append_string(element, children->items[i].text);
    indent(element);
  }
  append_string(element, "</");
  append_string(element, element->name);
  append_string(element, ">\n");
}

void cr_element_end(cr_element *element, cr_children *siblings, int rank, const char *content,
                    cr_children *children) {
  cr_writer *writer = element->writer;
  void *block = siblings->items;
  append_rest(element, content, children);
  if (children) cr_children_clear(children, writer->context);
  if (writer->status == CRIBLE_OK) {
    writer->status = cr_grow(writer->context, &block, &siblings->capacity, siblings->count + 1,
                             sizeof *siblings->items);
  }
  if (writer->status == CRIBLE_OK) {
    siblings->items = block;
    const char *text = cr_arena_text(writer->arena, element->text, element->length);
    if (text) {
      siblings->items[siblings->count++] = (struct cr_child){rank, text};
    } else {
      writer->status = CRIBLE_E_MEMORY;
    }
  }
  cr_release(writer->context, element->text);
  element->text = NULL;
}

char *cr_element_root(cr_element *element, cr_children *children, size_t *length) {
  append_rest(element, NULL, children);
  cr_children_clear(children, element->writer->context);
  if (element->writer->status != CRIBLE_OK) {
    cr_release(element->writer->context, element->text);
    return NULL;
  }
  *length = element->length;
  return element->text;
}

void cr_children_clear(cr_children *children, crible_context *context) {
  cr_release(context, children->items);
  *children = (cr_children){NULL, 0, 0};
}
