#include "engine/base/nearest.h"

#include <string.h>

enum { LONGEST = 63 }; /* longer words have no near one */

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Edit distance with swaps of neighbours (optimal string alignment). */
static size_t distance(const char *a, const char *b) {
  size_t rows[3][LONGEST + 1];
  size_t *above = rows[0], *row = rows[1], *two_above = rows[2];
  size_t m = strlen(a), n = strlen(b);
  for (size_t j = 0; j <= n; j++) {
    row[j] = j;
  }
  for (size_t i = 1; i <= m; i++) {
    size_t *recycled = two_above;
    two_above = above;
    above = row;
    row = recycled;
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      size_t substituted = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = least(substituted, least(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = least(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return row[n];
}

const char *cr_nearest(const char *text, const char *const *words, size_t count) {
  const char *nearest = NULL;
  size_t length = strlen(text);
  size_t best = length < 6 ? 2 : length / 3 + 1; /* first distance that is too far */
  for (size_t i = 0; i < count && length <= LONGEST; i++) {
    if (strlen(words[i]) > LONGEST) {
      continue;
    }
    size_t changes = distance(text, words[i]);
    if (changes < best) {
      best = changes;
      nearest = words[i];
    }
  }
  return nearest;
}
