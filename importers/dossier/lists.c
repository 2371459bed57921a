#include "importers/dossier/lists.h"

#include <string.h>

size_t cr_list_next(const char **list, const char **word) {
  const char *start = *list + strspn(*list, " \t\r\n");
  size_t length = strcspn(start, " \t\r\n");
  *word = start;
  *list = start + length;
  return length;
}

bool cr_list_contains(const char *list, const char *word) {
  size_t wanted = strlen(word), length;
  const char *found;
  while ((length = cr_list_next(&list, &found)) > 0) {
    if (length == wanted && !memcmp(found, word, wanted)) return true;
  }
  return false;
}
