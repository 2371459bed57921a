#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

#include "engine/base/sha256.h"

/* Known answers of FIPS 180-4's examples. */
static const char of_nothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
static const char of_abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

Test(sha256, known_answers) {
  char digest[CR_SHA256_TEXT];
  cr_sha256(digest, "", 0);
  cr_assert_str_eq(digest, of_nothing);
  cr_sha256(digest, "abc", 3);
  cr_assert_str_eq(digest, of_abc);
}

Test(sha256, a_file_is_hashed_as_its_bytes) {
  char path[] = "/tmp/crible-sha256-XXXXXX", digest[CR_SHA256_TEXT];
  int descriptor = mkstemp(path);
  cr_assert_geq(descriptor, 0);
  cr_assert_eq(write(descriptor, "abc", 3), 3);
  close(descriptor);
  cr_assert_eq(cr_sha256_file(digest, path), CRIBLE_OK);
  cr_assert_str_eq(digest, of_abc);
  unlink(path);
}

Test(sha256, what_cannot_be_read_is_told) {
  char digest[CR_SHA256_TEXT];
  cr_assert_eq(cr_sha256_file(digest, "/nonexistent/file"), CRIBLE_E_NO_INPUT);
  cr_assert_eq(cr_sha256_file(digest, "/"), CRIBLE_E_IO);
}
