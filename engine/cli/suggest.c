#include "engine/cli/suggest.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST_WORD = 40 };

static int least(int a, int b, int c) {
  int ab = a < b ? a : b;
  return ab < c ? ab : c;
}

/* Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment). */
static int distance(const char *a, const char *b) {
  int rows[3][LONGEST_WORD + 1], n = (int)strlen(a), m = (int)strlen(b);
  int *before = rows[0], *last = rows[1], *now = rows[2];
  for (int j = 0; j <= m; j++) last[j] = j;
  for (int i = 1; i <= n; i++) {
    now[0] = i;
    for (int j = 1; j <= m; j++) {
      now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
          before[j - 2] + 1 < now[j])
        now[j] = before[j - 2] + 1;
    }
    int *free_row = before;
    before = last;
    last = now;
    now = free_row;
  }
  return last[m];
}

const char *cr_cli_suggest(const char *word, const char *const *words, int count) {
  const char *nearest = NULL;
  size_t length = strlen(word);
  if (length == 0 || length > LONGEST_WORD) return NULL;
  int nearest_distance = length < 4 ? 2 : 3;
  for (int i = 0; i < count; i++) {
    if (strlen(words[i]) > LONGEST_WORD) continue;
    int letters = distance(word, words[i]);
    if (letters >= nearest_distance) continue;
    nearest = words[i];
    nearest_distance = letters;
  }
  return nearest;
}
