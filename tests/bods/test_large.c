/* A file of more than CR_BODS_WHOLE bytes, whatever it is packed in: of statements on others nothing
 * is kept, and what is wrong in them is told. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include <crible/crible.h>

#include "importers/bods/bods.h"
#include "tests/bods/package_text.h"
#include "tests/support/dossier_text.h"

enum { LINE = 1024, NOISE = 300 };

/* Until the details of a statement go on. */
#define STATEMENT(id, record, kind)                                                               \
  "{\"statementId\":\"" id "\",\"recordId\":\"" record "\",\"recordType\":\"" kind "\","                  \
  "\"statementDate\":\"2023-01-01\",\"recordDetails\":{\"isComponent\":false,"
#define ENTITY(id, record, type) STATEMENT(id, record, "entity") "\"entityType\":{\"type\":\"" type "\"}"
#define LAW(code) ",\"jurisdiction\":{\"name\":\"x\",\"code\":\"" code "\"}"

static const char own[] =
    ENTITY("s1", "C", "registeredEntity") LAW("FR")
    ",\"identifiers\":[{\"scheme\":\"XI-LEI\",\"id\":\"529900CRIBLETEST0198\"}]}}\n"
    ENTITY("s2", "H", "registeredEntity") LAW("US") "}}\n"
    STATEMENT("s3", "R", "relationship") "\"subject\":\"C\",\"interestedParty\":\"H\","
    "\"interests\":[{\"type\":\"shareholding\",\"directOrIndirect\":\"direct\",\"share\":{"
    "\"exact\":30}}]}}\n";

/* Letters that hardly pack: half of a byte each. */
static void put_noise(char out[NOISE + 1], uint64_t *state) {
  for (int i = 0; i < NOISE; i++) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    out[i] = "abcdefghijklmnop"[*state >> 60];
  }
  out[NOISE] = '\0';
}

/* Statements on others, then those on the candidate; `last` may be wrong. The caller frees it. */
static char *large_text(const char *last) {
  size_t used = 0;
  uint64_t state = 1;
  char noise[NOISE + 1], *text = malloc(2 * (size_t)CR_BODS_WHOLE);
  for (int i = 0; used < (size_t)CR_BODS_WHOLE + CR_BODS_WHOLE / 4; i++) {
    put_noise(noise, &state);
    used += (size_t)sprintf(text + used, ENTITY("t%d", "P%d", "registeredEntity")
                                             ",\"name\":\"%s\"}}\n", i, i, noise);
  }
  strcpy(text + used, own);
  strcat(text, last);
  return text;
}

static void expect_holder(crible_dossier *dossier, crible_context *context) {
  char *figures = dossier_figures(dossier, context, "2023-02-15");
  cr_expect_eq(dossier->facts->parties_count, 2);
  cr_expect_eq(strncmp(figures, "[3/10,1] ", 9), 0, "%s", figures);
  free(figures);
}

static void write_file(const char *path, const char *text, bool packed) {
  gzFile out = gzopen(path, packed ? "wb9" : "wbT");
  cr_assert(out);
  cr_assert_gt(gzwrite(out, text, (unsigned)strlen(text)), 0);
  cr_assert_eq(gzclose(out), Z_OK);
}

/* Reads a text in a file of its own beside another one's path, or by itself. */
static crible_dossier *read_file(crible_context *context, const char *text, bool packed,
                                 const char *main) {
  char path[] = "/tmp/crible-large-XXXXXX";
  const char *const registers[] = {path};
  const crible_dossier_options alone = {.candidate = "529900CRIBLETEST0198"};
  const crible_dossier_options beside = {.registers = registers, .register_count = 1};
  crible_dossier *dossier = NULL;
  close(mkstemp(path));
  write_file(path, text, packed);
  crible_status status =
      crible_dossier_read_with(&dossier, context, main ? main : path, main ? &beside : &alone);
  unlink(path);
  cr_assert_eq(status, CRIBLE_OK, "%s", dossier_diagnostics(context));
  return dossier;
}

Test(bods_large, only_what_stands_above_the_candidate_is_kept) {
  char *text = large_text("");
  for (int packed = 0; packed < 2; packed++) {
    crible_context *context = dossier_context();
    crible_dossier *dossier = read_file(context, text, packed, NULL);
    expect_holder(dossier, context);
    crible_dossier_free(dossier);
    crible_context_free(context);
  }
  free(text);
}

Test(bods_large, beside_a_dossier) {
  char *text = large_text(""), main[] = "/tmp/crible-main-XXXXXX";
  close(mkstemp(main));
  write_file(main, "<dossier xmlns='urn:crible:dossier:1' candidate='c'><company id='c' seats='FR' "
                   "lei='529900CRIBLETEST0198'/></dossier>", false);
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_file(context, text, false, main);
  expect_holder(dossier, context);
  crible_dossier_free(dossier);
  crible_context_free(context);
  unlink(main);
  free(text);
}

static void expect_refused(const char *last, const char *code) {
  char *text = large_text(last);
  const crible_dossier_options options = {.candidate = "C"};
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(package_read_bytes(&dossier, context, text, strlen(text), &options), CRIBLE_E_DATA);
  const crible_diagnostic *told =
      crible_diagnostic_at(context, crible_diagnostic_count(context) - 1);
  cr_expect_str_eq(told->code, code);
  cr_expect(told->line > 1000 && told->column > 0);
  crible_context_free(context);
  free(text);
}

/* What it says of somebody who does not matter is checked as well, and told once. */
Test(bods_large, what_is_wrong_is_told) {
  expect_refused(ENTITY("s4", "Z", "nonsense") "}}\n", "bods-code");
  expect_refused("{\"statementId\":\"s4\",\n", "truncated");
  expect_refused("{\"statementId\":\"s\xFF\"}\n", "not-utf-8");
}
