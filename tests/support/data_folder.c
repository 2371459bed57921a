#define _XOPEN_SOURCE 700 /* realpath, mkdtemp */
#include "tests/support/data_folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

const char *data_folder(void) {
  const char *folder = getenv("CRIBLE_DATA_DIR");
  return folder ? folder : "datasets";
}

static void join(char *out, size_t size, const char *folder, const char *name) {
  cr_assert_lt(snprintf(out, size, "%s/%s", folder, name), (int)size);
}

void data_folder_with(char out[64], const char *file, const char *text) {
  char *folder = realpath(data_folder(), NULL);
  char from[4864], to[512];
  cr_assert_not_null(folder);
  strcpy(out, "/tmp/crible-data-XXXXXX");
  cr_assert_not_null(mkdtemp(out));
  DIR *entries = opendir(folder);
  cr_assert_not_null(entries);
  for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
    if (entry->d_name[0] != '.' && strcmp(entry->d_name, file) != 0) {
      join(from, sizeof from, folder, entry->d_name);
      join(to, sizeof to, out, entry->d_name);
      cr_assert_eq(symlink(from, to), 0);
    }
  }
  closedir(entries);
  free(folder);
  if (text) {
    join(to, sizeof to, out, file);
    FILE *written = fopen(to, "w");
    cr_assert_not_null(written);
    fputs(text, written);
    fclose(written);
  }
}

void data_folder_remove(const char *folder) {
  char path[512];
  DIR *entries = opendir(folder);
  cr_assert_not_null(entries);
  for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
    if (entry->d_name[0] != '.') {
      join(path, sizeof path, folder, entry->d_name);
      unlink(path);
    }
  }
  closedir(entries);
  rmdir(folder);
}

crible_context *data_context(const char *folder) {
  crible_context *context = NULL;
  crible_context_options options = {.data_folder = folder};
  cr_assert_eq(crible_context_new(&context, &options), CRIBLE_OK);
  return context;
}
