/* Where output goes: colour and width, and text that must not steer the
 * terminal. */
#ifndef CR_CLI_TERMINAL_H
#define CR_CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

/* Colour only on a terminal, and not with NO_COLOR (https://no-color.org) or TERM=dumb. */
bool cr_terminal_color(FILE *stream);

/* A terminal that can take back what is written on a line. */
bool cr_terminal_obeys(FILE *stream);

/* Whether somebody reads along. */
bool cr_terminal_attached(FILE *stream);

/* Columns to fill: 100, fewer on a narrower terminal, 40 at least. */
int cr_terminal_width(FILE *stream);

/* Prints text with "?" for each control character and bidirectional override. */
void cr_terminal_put(FILE *stream, const char *text);

/* "crible: …" and a new line on stderr. */
void cr_terminal_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
