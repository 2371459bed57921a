/* Other programs as filters: they may be missing, fail, hang, flood, or not read what they are
 * given, and none of it reaches the caller but as a status. */
#include <criterion/criterion.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/base/memory.h"
#include "engine/report/filter.h"

enum { MANY = 3 << 20 };

static crible_context *context;
static cr_buffer out;
static cr_filter_end end;
static int open_before;

static int open_descriptors(void) {
  int count = 0;
  DIR *folder = opendir("/proc/self/fd");
  while (folder && readdir(folder)) count++;
  if (folder) closedir(folder);
  return count;
}

static void open_context(void) {
  cr_assert(crible_context_new(&context, NULL) == CRIBLE_OK);
  cr_buffer_init(&out, context);
  open_before = open_descriptors();
}

/* Nothing stays open and no child is left, whatever happened. */
static void close_context(void) {
  cr_expect_eq(open_descriptors(), open_before);
  cr_buffer_clear(&out);
  crible_context_free(context);
}

TestSuite(filter, .init = open_context, .fini = close_context);

static crible_status run(const char *program, const char *first, const char *second,
                         const char *bytes, size_t length) {
  static const char *const settings[] = {"CRIBLE_TEST=so", NULL};
  char *const arguments[] = {(char *)program, (char *)first, (char *)second, NULL};
  const cr_filter filter = {arguments, settings, 2, 2 * (size_t)MANY};
  return cr_filter_run(&out, &end, &filter, bytes, length);
}

Test(filter, what_is_written_while_it_is_read_comes_back_whole) {
  char *bytes = malloc(MANY);
  for (size_t i = 0; i < MANY; i++) bytes[i] = (char)(i * 2654435761u >> 24);
  cr_assert_eq(run("cat", NULL, NULL, bytes, MANY), CRIBLE_OK);
  cr_expect_eq(out.length, (size_t)MANY);
  cr_expect(memcmp(out.bytes, bytes, MANY) == 0);
  free(bytes);
}

Test(filter, nothing_is_a_file_too) {
  cr_expect_eq(run("cat", NULL, NULL, "", 0), CRIBLE_OK);
  cr_expect_eq(out.length, 0u);
}

Test(filter, who_stops_reading_is_no_signal) {
  char *bytes = calloc(MANY, 1);
  cr_expect_eq(run("true", NULL, NULL, bytes, MANY), CRIBLE_OK);
  cr_expect_eq(run("head", "-c", "10", bytes, MANY), CRIBLE_OK);
  cr_expect_eq(out.length, 10u);
  free(bytes);
}

Test(filter, a_missing_program_is_told) {
  cr_expect_eq(run("crible-no-such-program", NULL, NULL, "x", 1), CRIBLE_E_UNAVAILABLE);
  cr_expect(end.absent);
}

Test(filter, a_failing_one_gives_its_last_line) {
  cr_expect_eq(run("false", NULL, NULL, "x", 1), CRIBLE_E_IO);
  cr_expect_str_eq(end.said, "");
  cr_expect_eq(run("ls", "--", "/no/such/folder", "x", 1), CRIBLE_E_IO);
  cr_expect(strstr(end.said, "/no/such/folder") != NULL && !strchr(end.said, '\n'));
  cr_expect(!end.late && !end.absent);
}

Test(filter, a_long_complaint_is_cut_at_its_beginning) {
  char path[4000];
  memset(path, 'a', sizeof path);
  memcpy(path, "/", 1);
  memcpy(path + sizeof path - 6, "/last", 6);
  cr_expect_eq(run("ls", "--", path, "x", 1), CRIBLE_E_IO);
  cr_expect(strlen(end.said) < sizeof end.said);
  cr_expect(strstr(end.said, "/last") != NULL, "said: %s", end.said);
}

Test(filter, who_hangs_is_ended) {
  const time_t before = time(NULL);
  cr_expect_eq(run("sleep", "60", NULL, "x", 1), CRIBLE_E_IO);
  cr_expect(end.late);
  cr_expect(time(NULL) - before < 30);
}

Test(filter, who_floods_is_ended) {
  cr_expect_eq(run("yes", NULL, NULL, "", 0), CRIBLE_E_IO);
  cr_expect(!end.late);
  cr_expect(out.length <= 2 * (size_t)MANY);
}

Test(filter, settings_take_the_place_of_what_was_there) {
  setenv("CRIBLE_TEST", "other", 1);
  setenv("CRIBLE_TESTS", "stays", 1);
  cr_expect_eq(run("printenv", "CRIBLE_TEST", "CRIBLE_TESTS", "", 0), CRIBLE_OK);
  cr_expect_str_eq(out.bytes, "so\nstays\n");
}
