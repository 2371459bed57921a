#include "engine/cli/progress.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

enum { FIRST = 500, EVERY = 100, ROOM = 512, NAME = 40, PER_SECOND = 1000, MINUTE = 60 };

#define BETWEEN " \u00B7 "

typedef struct line {
  char text[ROOM];
  size_t used;
} line;

static void put(line *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(line *out, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int more = vsnprintf(out->text + out->used, sizeof out->text - out->used, format, arguments);
  va_end(arguments);
  if (more > 0) out->used += (size_t)more;
  if (out->used >= sizeof out->text) out->used = sizeof out->text - 1;
}

/* The last part of a path, as long as leaves room for the rest. */
static void put_name(line *out, const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash && slash[1] ? slash + 1 : path;
  int length = (int)strlen(name);
  while (length > NAME || ((unsigned char)name[length] & 0xC0) == 0x80) length--;
  put(out, "%.*s%s", length, name, name[length] ? "\u2026" : "");
}

/* As fast as so far, over what is left of this pass and the passes to come; -1: not known. */
static long long seconds_left(const crible_progress *progress) {
  if (!progress->done || progress->done > progress->total) return -1;
  unsigned long long whole = progress->total * (unsigned)(progress->passes - progress->pass + 1);
  double per_byte = (double)progress->milliseconds / (double)progress->done;
  return (long long)(per_byte * (double)(whole - progress->done) / PER_SECOND + 1);
}

static void put_time_left(line *out, long long seconds) {
  if (seconds < 0) return;
  put(out, BETWEEN);
  if (seconds < 2 * MINUTE) put(out, _("%lld s left"), seconds);
  else put(out, _("%lld min left"), (seconds + MINUTE / 2) / MINUTE);
}

static void write_line(line *out, const crible_progress *progress) {
  unsigned long time = progress->milliseconds ? progress->milliseconds : 1;
  put_name(out, progress->file);
  if (progress->passes > 1) {
    put(out, BETWEEN);
    put(out, _("pass %d of %d"), progress->pass, progress->passes);
  }
  if (progress->records) {
    put(out, BETWEEN);
    put(out, _("records: %llu"), progress->records);
  }
  put(out, BETWEEN);
  put(out, _("%llu MB/s"), progress->bytes / 1000 / time);
  put_time_left(out, seconds_left(progress));
}

/* At most so many characters, that the line does not wrap. */
static void cut(char *text, int columns) {
  for (char *at = text; *at; at++) {
    if (((unsigned char)*at & 0xC0) == 0x80 || columns-- > 0) continue;
    *at = '\0';
    return;
  }
}

static void draw(void *user, const crible_progress *progress) {
  line out = {.used = 0};
  (void)user;
  if (progress->file) {
    write_line(&out, progress);
    cut(out.text, cr_terminal_width(stderr) - 1);
  }
  fputc('\r', stderr);
  cr_terminal_put(stderr, out.text);
  fputs("\033[K", stderr);
  fflush(stderr);
}

void cr_progress_show(crible_context *context) {
  static const crible_progress_listener listener = {draw, NULL, FIRST, EVERY};
  if (cr_terminal_obeys(stderr)) crible_context_tell_progress(context, &listener);
}
