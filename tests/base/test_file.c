/* Reading files whole, and their digests. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include <crible/diagnostic.h>

#include "engine/base/file.h"
#include "engine/base/memory.h"
#include "engine/base/sha256.h"

/* The digests of "" and "abc" are published in FIPS 180-4's examples. */
Test(sha256, known_digests) {
  char text[65];
  cr_sha256_text(text, "", 0);
  cr_assert_str_eq(text, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  cr_sha256_text(text, "abc", 3);
  cr_assert_str_eq(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Test(file, reads_every_byte_and_ends_with_a_nul) {
  char path[] = "/tmp/crible-test-XXXXXX";
  int descriptor = mkstemp(path);
  cr_assert_geq(descriptor, 0);
  FILE *file = fdopen(descriptor, "wb");
  for (int i = 0; i < 100000; i++) {
    fputc(i % 251, file);
  }
  fclose(file);
  crible_context *context = NULL;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  char *bytes = NULL;
  size_t length = 0;
  cr_assert_eq(cr_file_read(&bytes, &length, context, path), CRIBLE_OK);
  cr_assert_eq(length, 100000);
  for (size_t i = 0; i < length; i++) {
    cr_assert_eq((unsigned char)bytes[i], i % 251);
  }
  cr_assert_eq(bytes[length], '\0');
  cr_release(context, bytes);
  crible_context_free(context);
  unlink(path);
}

Test(file, what_cannot_be_opened_is_told) {
  crible_context *context = NULL;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  char *bytes = NULL;
  size_t length = 7;
  cr_assert_eq(cr_file_read(&bytes, &length, context, "/nowhere/at/all"), CRIBLE_E_NO_INPUT);
  cr_assert_eq(cr_file_read(&bytes, &length, context, "/tmp"), CRIBLE_E_NO_INPUT);
  cr_assert_null(bytes);
  cr_assert_eq(length, 7);
  cr_assert_eq(crible_diagnostic_count(context), 2);
  const crible_diagnostic *first = crible_diagnostic_at(context, 0);
  cr_assert_str_eq(first->code, "no-input");
  cr_assert_not_null(strstr(first->message, "'/nowhere/at/all'"));
  crible_context_free(context);
}
