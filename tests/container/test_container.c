/* Containers that are what they should be, and those that are refused. */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/base/memory.h"
#include "tests/support/scratch.h"
#include "tests/support/scarce_memory.h"

TestSuite(container, .init = scratch_open, .fini = scratch_close);

static void expect_members(const char *name, const char *const *names, size_t count) {
  cr_container *container = NULL;
  cr_assert_eq(
      cr_container_open(&container, scratch_context, scratch_path(name), &cr_limits_dossier),
      CRIBLE_OK);
  cr_assert_eq(cr_container_count(container), count);
  for (size_t i = 0; i < count; i++) {
    size_t found = count;
    cr_expect_str_eq(cr_container_name(container, i), names[i]);
    cr_expect(cr_container_find(&found, container, names[i]));
    cr_expect_eq(found, i);
  }
  cr_container_close(container);
}

Test(container, plain_file) {
  size_t total;
  scratch_put("a.txt", "hello", 5);
  cr_assert_eq(scratch_read("a.txt", &cr_limits_dossier, &total), CRIBLE_OK);
  cr_expect_eq(total, 5);
  expect_members("a.txt", (const char *const[]){"a.txt"}, 1);
}

Test(container, nothing_there) {
  cr_expect_eq(scratch_read("none", &cr_limits_dossier, NULL), CRIBLE_E_NO_INPUT);
  cr_expect_str_eq(scratch_only(), "no-input");
}

Test(container, gzip_of_several_members) {
  size_t total;
  scratch_gzip("a.json.gz", "one\n");
  scratch_gzip("a.json.gz", "two\n");
  cr_assert_eq(scratch_read("a.json.gz", &cr_limits_dossier, &total), CRIBLE_OK);
  cr_expect_eq(total, 8);
  expect_members("a.json.gz", (const char *const[]){"a.json"}, 1);
}

Test(container, a_zip_of_an_empty_folder) {
  const scratch_member folder = {"a/", "", NULL};
  size_t total = 1;
  cr_assert(scratch_zip("a.zip", NULL, &folder, 1));
  cr_assert_eq(scratch_read("a.zip", &cr_limits_dossier, &total), CRIBLE_OK);
  cr_expect_eq(total, 0);
  expect_members("a.zip", NULL, 0);
}

Test(container, zip_members_in_order) {
  const scratch_member members[] = {{"b", "22", NULL}, {"top/\xC3\xA9", "333", NULL}, {"a", "1", NULL}};
  size_t total;
  cr_assert(scratch_zip("a.zip", NULL, members, 3));
  cr_assert_eq(scratch_read("a.zip", &cr_limits_dossier, &total), CRIBLE_OK);
  cr_expect_eq(total, 6);
  expect_members("a.zip", (const char *const[]){"a", "b", "top/\xC3\xA9"}, 3);
}

Test(container, folder_without_links) {
  mkdir(scratch_path("in"), 0755);
  mkdir(scratch_path("in/below"), 0755);
  scratch_put("in/b", "1", 1);
  scratch_put("in/below/a", "22", 2);
  cr_assert_eq(symlink("/etc/passwd", scratch_path("in/link")), 0);
  size_t total;
  cr_assert_eq(scratch_read("in", &cr_limits_dossier, &total), CRIBLE_OK);
  cr_expect_eq(total, 3);
  expect_members("in", (const char *const[]){"b", "below/a"}, 2);
}

Test(container, names_that_are_refused) {
  static const char *const names[] = {"../a", "/a", "a/../b", "C:a", "a/./b", "..", "a\nb"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const scratch_member member = {names[i], "x", NULL};
    cr_assert(scratch_zip("a.zip", NULL, &member, 1));
    cr_expect_eq(scratch_read("a.zip", &cr_limits_dossier, NULL), CRIBLE_E_DATA, "%s", names[i]);
    cr_expect_str_eq(scratch_only(), "archive-path");
  }
}

Test(container, links_are_refused) {
  const scratch_member members[] = {{"a", "x", NULL}, {"b", "", "a"}};
  cr_assert(scratch_zip("a.zip", NULL, members, 2));
  cr_expect_eq(scratch_read("a.zip", &cr_limits_dossier, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "archive-link");
}

Test(container, doubles_are_refused) {
  const scratch_member members[] = {{"a", "x", NULL}, {"b", "x", NULL}, {"a", "y", NULL}};
  cr_assert(scratch_zip("a.zip", NULL, members, 3));
  cr_expect_eq(scratch_read("a.zip", &cr_limits_dossier, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "archive-duplicate");
}

Test(container, encryption_is_refused) {
  const scratch_member member = {"a", "secret", NULL};
  cr_assert(scratch_zip("a.zip", "zip:encryption=traditional", &member, 1));
  cr_expect_eq(scratch_read("a.zip", &cr_limits_dossier, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "archive-encrypted");
}

static char *blanks(size_t count) {
  char *text = malloc(count + 1);
  memset(text, ' ', count);
  text[count] = '\0';
  return text;
}

/* Deflate packs equal bytes 1032 to 1 at best. */
Test(container, bombs_are_refused) {
  char *text = blanks(4 << 20);
  const scratch_member member = {"a", text, NULL};
  cr_assert(scratch_zip("a.zip", NULL, &member, 1));
  cr_expect_eq(scratch_read("a.zip", &cr_limits_dossier, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "archive-bomb");
  scratch_gzip("a.gz", text);
  cr_expect_eq(scratch_read("a.gz", &cr_limits_dossier, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "archive-bomb");
  free(text);
}

Test(container, limits) {
  const scratch_member members[] = {{"a", "12345", NULL}, {"b", "67890", NULL}};
  const cr_limits bytes = {9, 200, 10}, count = {100, 200, 1};
  cr_assert(scratch_zip("a.zip", NULL, members, 2));
  cr_expect_eq(scratch_read("a.zip", &bytes, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "archive-bomb");
  cr_expect_eq(scratch_read("a.zip", &count, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "container-members");
  scratch_put("a.txt", "1234567890", 10);
  cr_expect_eq(scratch_read("a.txt", &bytes, NULL), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "too-large");
}

/* A size in the directory that is smaller than what comes out. */
Test(container, more_than_stated) {
  const scratch_member member = {"a", "1234567890", NULL};
  size_t length;
  cr_assert(scratch_zip("a.zip", "zip:compression=store", &member, 1));
  char *bytes = scratch_get("a.zip", &length);
  size_t directory = 0;
  for (size_t i = 0; i + 4 < length; i++) {
    if (!memcmp(bytes + i, "PK\1\2", 4)) directory = i;
  }
  bytes[directory + 24] = 5; /* uncompressed size (appnote 4.3.12) */
  scratch_put("b.zip", bytes, length);
  cr_expect_eq(scratch_read("b.zip", &cr_limits_dossier, NULL), CRIBLE_E_DATA);
  free(bytes);
}

/* Nothing is given as whole that is not: each truncation is seen. */
Test(container, truncated_at_every_byte) {
  const scratch_member members[] = {{"a", "hello hello hello", NULL}, {"b", "world", NULL}};
  size_t length;
  cr_assert(scratch_zip("a.zip", NULL, members, 2));
  scratch_gzip("a.gz", "hello hello hello");
  for (int kind = 0; kind < 2; kind++) {
    const char *whole = kind ? "a.zip" : "a.gz";
    char *bytes = scratch_get(whole, &length);
    for (size_t cut = 4; cut < length; cut++) {
      scratch_put("cut", bytes, cut);
      cr_expect_eq(scratch_read("cut", &cr_limits_dossier, NULL), CRIBLE_E_DATA, "%s at %zu",
                   whole, cut);
      crible_diagnostics_clear(scratch_context);
    }
    free(bytes);
  }
}

/* One bit flipped: refused, or read; what was read of stored bytes never differs. */
Test(container, flipped_bits) {
  const scratch_member member = {"a", "hello", NULL};
  size_t length;
  cr_assert(scratch_zip("a.zip", NULL, &member, 1));
  char *bytes = scratch_get("a.zip", &length);
  for (size_t bit = 0; bit < length * 8; bit++) {
    cr_container *container = NULL;
    char *text = NULL;
    size_t got = 0;
    bytes[bit / 8] ^= (char)(1 << bit % 8);
    scratch_put("flip", bytes, length);
    bytes[bit / 8] ^= (char)(1 << bit % 8);
    if (cr_container_open(&container, scratch_context, scratch_path("flip"), &cr_limits_dossier) ==
            CRIBLE_OK &&
        cr_container_has_members(container) && cr_container_count(container) == 1 &&
        cr_member_read(&text, &got, container, 0) == CRIBLE_OK) {
      cr_expect_eq(got, 5, "bit %zu", bit);
      cr_expect_str_eq(text, "hello", "bit %zu", bit);
    }
    cr_release(scratch_context, text);
    cr_container_close(container);
    crible_diagnostics_clear(scratch_context);
  }
  free(bytes);
}

static char scarce_path[128];

static crible_status read_scarcely(crible_context *context) {
  cr_container *container = NULL;
  char *text = NULL;
  size_t length;
  crible_status status = cr_container_open(&container, context, scarce_path, &cr_limits_dossier);
  if (status == CRIBLE_OK) status = cr_member_read(&text, &length, container, 0);
  cr_release(context, text);
  cr_container_close(container);
  return status;
}

Test(container, short_memory) {
  const scratch_member member = {"a", "hello", NULL};
  cr_assert(scratch_zip("a.zip", NULL, &member, 1));
  scratch_gzip("a.gz", "hello");
  scratch_put("a.txt", "hello", 5);
  for (size_t i = 0; i < 3; i++) {
    snprintf(scarce_path, sizeof scarce_path, "%s",
             scratch_path((const char *const[]){"a.zip", "a.gz", "a.txt"}[i]));
    scarce_memory_try(read_scarcely, NULL);
  }
}
