#include "importers/dossier/complaint.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"

enum { MOST_TOLD = 20, LONGEST_EXCERPT = 400, LONGEST_HEAD = 300, LONGEST_TAIL = 200 };

static bool inside_character(const char *text) { return ((unsigned char)*text & 0xC0) == 0x80; }

/* A value written without end would bury the sentence that quotes it: the middle is left out. */
static void leave_out_middle(char *text, size_t length) {
  static const char gap[] = " … ";
  if (length <= LONGEST_HEAD + sizeof gap + LONGEST_TAIL) return;
  char *head = text + LONGEST_HEAD, *tail = text + length - LONGEST_TAIL;
  while (inside_character(head)) head--;
  while (inside_character(tail)) tail++;
  memcpy(head, gap, sizeof gap - 1);
  memmove(head + sizeof gap - 1, tail, strlen(tail) + 1);
}

static char *formatted(cr_complaints *complaints, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, again);
  va_end(again);
  char *text = length < 0 ? NULL : cr_arena_alloc(complaints->arena, (size_t)length + 1, 1);
  if (text) {
    vsnprintf(text, (size_t)length + 1, format, arguments);
    leave_out_middle(text, (size_t)length);
  } else {
    complaints->status = CRIBLE_E_MEMORY;
  }
  return text;
}

void cr_complain(cr_complaints *complaints, cr_cause cause, const char *code, cr_extent at,
                 const char *format, ...) {
  void *block = complaints->items;
  if (cr_grow(complaints->context, &block, &complaints->capacity, complaints->count + 1,
              sizeof(cr_complaint)) != CRIBLE_OK) {
    complaints->status = CRIBLE_E_MEMORY;
    return;
  }
  complaints->items = block;
  va_list arguments;
  va_start(arguments, format);
  complaints->items[complaints->count++] =
      (cr_complaint){cause, code, at, formatted(complaints, format, arguments), NULL, NULL};
  va_end(arguments);
}

void cr_relate(cr_complaints *complaints, const char *format, ...) {
  if (complaints->status != CRIBLE_OK) return;
  va_list arguments;
  va_start(arguments, format);
  complaints->items[complaints->count - 1].related = formatted(complaints, format, arguments);
  va_end(arguments);
}

void cr_advise(cr_complaints *complaints, const char *format, ...) {
  if (complaints->status != CRIBLE_OK) return;
  va_list arguments;
  va_start(arguments, format);
  complaints->items[complaints->count - 1].advice = formatted(complaints, format, arguments);
  va_end(arguments);
}

size_t cr_complaint_count(const cr_complaints *complaints, cr_cause cause) {
  size_t count = 0;
  for (size_t i = 0; i < complaints->count; i++) count += complaints->items[i].cause <= cause;
  return count;
}

static int by_cause_then_place(const void *left, const void *right) {
  const cr_complaint *a = left, *b = right;
  if (a->cause != b->cause) return a->cause < b->cause ? -1 : 1;
  if (a->at.offset != b->at.offset) return a->at.offset < b->at.offset ? -1 : 1;
  return strcmp(a->message, b->message);
}

/* The line quoted, with "?" for bytes that are no text. A line of thousands of bytes, as machines
 * write them, helps nobody: NULL. */
static const char *excerpt(const cr_complaints *complaints, const cr_text *text, size_t offset) {
  cr_extent line = cr_text_line(text, offset);
  if (line.length > LONGEST_EXCERPT) return NULL;
  char *copy = cr_arena_text(complaints->arena, cr_text_bytes(text, line.offset), line.length);
  for (size_t i = 0; copy && i < line.length;) {
    i += cr_text_first_invalid(copy + i, line.length - i);
    if (i < line.length) copy[i] = '?';
  }
  return copy;
}

/* Of facts changed by arguments: the argument is quoted. What was in the dossier before has no
 * line to show in the form that it was changed in, nor have the facts related to it. */
static crible_status tell_of_argument(const cr_complaints *complaints, const cr_text *text,
                                      const cr_complaint *complaint) {
  const cr_text_argument *argument = cr_text_argument_at(text, complaint->at.offset);
  crible_diagnostic diagnostic = {.severity = CRIBLE_ERROR,
                                  .code = complaint->code,
                                  .file = argument ? argument->option : text->path,
                                  .message = complaint->message,
                                  .advice = complaint->related ? NULL : complaint->advice};
  if (argument) {
    diagnostic.excerpt = excerpt(complaints, text, argument->at.offset);
    diagnostic.line = 1;
    diagnostic.column = (int)(complaint->at.offset - argument->at.offset) + 1;
    diagnostic.length = (int)complaint->at.length;
  }
  return cr_report(complaints->context, &diagnostic);
}

static crible_status tell(const cr_complaints *complaints, const cr_text *text,
                          const cr_complaint *complaint) {
  if (text->argument_count)
    return complaint->cause == CR_ODD ? CRIBLE_OK : tell_of_argument(complaints, text, complaint);
  crible_diagnostic diagnostic = {.severity =
                                      complaint->cause == CR_ODD ? CRIBLE_WARNING : CRIBLE_ERROR,
                                  .code = complaint->code,
                                  .file = cr_text_path(text, complaint->at.offset),
                                  .excerpt = excerpt(complaints, text, complaint->at.offset),
                                  .message = complaint->message,
                                  .related = complaint->related,
                                  .advice = complaint->advice};
  cr_text_place(text, complaint->at.offset, &diagnostic.line, &diagnostic.column);
  cr_extent line = cr_text_line(text, complaint->at.offset);
  size_t rest = line.offset + line.length - complaint->at.offset;
  diagnostic.length = (int)(complaint->at.length < rest ? complaint->at.length : rest);
  return cr_report(complaints->context, &diagnostic);
}

crible_status cr_complaints_tell(cr_complaints *complaints, const cr_text *text) {
  size_t told[2] = {0, 0};
  if (complaints->status != CRIBLE_OK) return complaints->status;
  if (complaints->count) {
    qsort(complaints->items, complaints->count, sizeof(cr_complaint), by_cause_then_place);
  }
  for (size_t i = 0; i < complaints->count; i++) {
    if (told[complaints->items[i].cause == CR_ODD]++ >= MOST_TOLD) continue;
    crible_status status = tell(complaints, text, &complaints->items[i]);
    if (status != CRIBLE_OK) return status;
  }
  return told[0] ? CRIBLE_E_DATA : CRIBLE_OK;
}

void cr_complaints_clear(cr_complaints *complaints) {
  cr_release(complaints->context, complaints->items);
  complaints->items = NULL;
  complaints->count = complaints->capacity = 0;
}
