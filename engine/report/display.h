/* Text as a terminal shows it: columns, and characters that must not reach it. */
#ifndef CR_REPORT_DISPLAY_H
#define CR_REPORT_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at `text` (not at its NUL) and the bytes it takes; U+FFFD and one byte for
 * what is not UTF-8. */
uint32_t cr_display_decode(const char *text, int *bytes);

/* Whether a code point can change how its neighbours are shown (controls, line
 * separators, bidirectional overrides) or hides text: names may not contain it. */
bool cr_display_unsafe(uint32_t point);

/* Columns of a text: 0 for combining marks, 2 for wide characters, 1 for
 * an unsafe one (printed as U+FFFD). */
int cr_display_width(const char *text);

/* The length in bytes of the longest beginning of `text` that fits `columns`,
 * cut after a space where there is one, and at least one character. */
size_t cr_display_fit(const char *text, int columns);

#endif
