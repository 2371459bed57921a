/* Share counts times seven, in every lot and class of a dossier, change no figure. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

enum { CRITERIA = 6, MOST_TEXT = 64 * 1024 };

static char *read_text(const char *path) {
  FILE *file = fopen(path, "r");
  cr_assert_not_null(file, "%s", path);
  char *text = calloc(MOST_TEXT, 1);
  size_t length = fread(text, 1, MOST_TEXT - 1, file);
  cr_assert_lt(length, MOST_TEXT - 1);
  fclose(file);
  return text;
}

/* Whether an attribute of share counts, its quote included, starts here. */
static size_t count_attribute(const char *text) {
  static const char *const names[] = {" quantity=\"", " issued=\""};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!strncmp(text, names[i], strlen(names[i]))) {
      return strlen(names[i]);
    }
  }
  return 0;
}

/* Writes the text with its share counts times seven; gives how many there were. */
static int write_scaled(FILE *out, const char *text) {
  int counts = 0;
  while (*text) {
    size_t name = count_attribute(text);
    fwrite(text, 1, name ? name : 1, out);
    text += name ? name : 1;
    if (name) {
      char *end;
      fprintf(out, "%ld", 7 * strtol(text, &end, 10));
      text = end;
      counts++;
    }
  }
  return counts;
}

typedef struct figures {
  char text[CRITERIA][256];
} figures;

static crible_status screen(figures *out, const char *path) {
  crible_context *context;
  crible_dossier *dossier;
  crible_screening *screening;
  const crible_screening_options options = {.as_of = "2023-02-15"};
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status == CRIBLE_OK) {
    cr_assert_eq(crible_screen(&screening, dossier, &options), CRIBLE_OK, "%s", path);
    for (size_t i = 0; i < CRITERIA; i++) {
      crible_criterion c;
      cr_assert_eq(crible_screening_criterion(&c, screening, i), CRIBLE_OK);
      snprintf(out->text[i], sizeof out->text[i], "%s %d %.60s %d %.60s %d %.30s", c.id, (int)c.status,
               c.lower.value ? c.lower.value : "-", c.lower.attained,
               c.upper.value ? c.upper.value : "-", c.upper.attained,
               c.upper.holder ? c.upper.holder : "-");
    }
    crible_screening_free(screening);
    crible_dossier_free(dossier);
  }
  crible_context_free(context);
  return status;
}

static int compare_scaled(const char *path) {
  static figures before, after;
  char scaled[] = "/tmp/crible-scaled-XXXXXX";
  if (screen(&before, path) != CRIBLE_OK) {
    return 0;
  }
  char *text = read_text(path);
  FILE *out = fdopen(mkstemp(scaled), "w");
  int counts = write_scaled(out, text);
  fclose(out);
  free(text);
  cr_assert_eq(screen(&after, scaled), CRIBLE_OK, "%s", path);
  for (int i = 0; i < CRITERIA; i++) {
    cr_expect_str_eq(after.text[i], before.text[i], "%s", path);
  }
  unlink(scaled);
  return counts > 0;
}

Test(scaling, seven_times_the_shares_are_the_same_holdings, .timeout = 300) {
  int compared = 0;
  DIR *folder = opendir("tests/cases");
  cr_assert_not_null(folder);
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t length = strlen(entry->d_name);
    if (length > 4 && !strcmp(entry->d_name + length - 4, ".xml")) {
      char path[512];
      snprintf(path, sizeof path, "tests/cases/%.400s", entry->d_name);
      compared += compare_scaled(path);
    }
  }
  closedir(folder);
  cr_expect_gt(compared, 25);
}
