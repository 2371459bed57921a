#include "engine/cli/terminal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { MOST_COLUMNS = 100, LEAST_COLUMNS = 40, LONGEST_COMPLAINT = 4096 };

bool cr_terminal_obeys(FILE *stream) {
  const char *terminal = getenv("TERM");
  if (!terminal || strcmp(terminal, "dumb") == 0) return false;
  return isatty(fileno(stream)) == 1;
}

bool cr_terminal_color(FILE *stream) {
  const char *no_color = getenv("NO_COLOR");
  return !(no_color && *no_color) && cr_terminal_obeys(stream);
}

bool cr_terminal_attached(FILE *stream) { return isatty(fileno(stream)) == 1; }

int cr_terminal_width(FILE *stream) {
  struct winsize size = {0};
  if (isatty(fileno(stream)) != 1 || ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 ||
      size.ws_col == 0)
    return MOST_COLUMNS;
  if (size.ws_col > MOST_COLUMNS) return MOST_COLUMNS;
  return size.ws_col < LEAST_COLUMNS ? LEAST_COLUMNS : size.ws_col;
}

/* Bytes at `text` that form a character not to be printed: C0 and C1 controls but
 * tabs, direction marks and overrides (U+061C, U+200E to U+200F, U+2028 to U+202E, U+2060 to
 * U+206F). */
static int unsafe_bytes(const unsigned char *text) {
  if (text[0] == 0x7F || (text[0] < 0x20 && text[0] != '\t')) return 1;
  if (text[0] == 0xC2 && text[1] >= 0x80 && text[1] <= 0x9F) return 2;
  if (text[0] == 0xD8 && text[1] == 0x9C) return 2;
  if (text[0] != 0xE2) return 0;
  if (text[1] == 0x80 &&
      (text[2] == 0x8E || text[2] == 0x8F || (text[2] >= 0xA8 && text[2] <= 0xAE)))
    return 3;
  return text[1] == 0x81 && text[2] >= 0xA0 && text[2] <= 0xAF ? 3 : 0;
}

void cr_terminal_put(FILE *stream, const char *text) {
  while (*text) {
    int unsafe = unsafe_bytes((const unsigned char *)text);
    fputc(unsafe ? '?' : *text, stream);
    text += unsafe ? unsafe : 1;
  }
}

void cr_terminal_complain(const char *format, ...) {
  char message[LONGEST_COMPLAINT];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  fputs("crible: ", stderr);
  cr_terminal_put(stderr, message);
  fputc('\n', stderr);
}
