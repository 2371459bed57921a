/* What a caller is told of the reading of a file: every block counted, both passes, then the end. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include <crible/crible.h>

#include "tests/registers/register_text.h"
#include "tests/support/dossier_text.h"

enum { RECORDS = 6000 };

typedef struct heard {
  int calls, ends, passes_seen;
  crible_progress last[2]; /* of each pass */
} heard;

static void hear(void *user, const crible_progress *progress) {
  heard *all = user;
  all->calls++;
  if (!progress->file) {
    all->ends++;
    return;
  }
  cr_assert(progress->pass >= 1 && progress->pass <= progress->passes && progress->passes <= 2);
  crible_progress *last = &all->last[progress->pass - 1];
  cr_expect_leq(progress->done, progress->total);
  cr_expect_geq(progress->done, last->done);
  cr_expect_geq(progress->bytes, last->bytes);
  cr_expect_geq(progress->records, last->records);
  *last = *progress;
}

static char *large_register(void) {
  char *text = malloc(RECORDS * 256), *at = text;
  for (int i = 0; i < RECORDS; i++)
    at += sprintf(at, "{\"company_number\":\"%08d\",\"data\":{\"kind\":\"individual-person-with-"
                      "significant-control\",\"name\":\"%x\",\"natures_of_control\":[\"voting-rights-"
                      "50-to-75-percent\"],\"notified_on\":\"2016-04-06\"}}\n",
                  i, (unsigned)i * 2654435761u);
  return text;
}

static crible_status read_heard(heard *all, const char *path, const char *candidate,
                                unsigned first) {
  const crible_progress_listener listener = {hear, all, first, 0};
  const crible_dossier_options options = {.candidate = candidate};
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_context_tell_progress(context, &listener);
  crible_status status = crible_dossier_read_with(&dossier, context, path, &options);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return status;
}

Test(progress, both_passes_are_told_to_the_end) {
  heard all = {0};
  char *text = large_register();
  register_file file = register_write(text);
  cr_assert_eq(read_heard(&all, file.path, "00000000", 0), CRIBLE_OK);
  cr_expect_eq(all.ends, 1);
  for (int pass = 0; pass < 2; pass++) {
    cr_expect_eq(all.last[pass].passes, 2);
    cr_expect_eq(all.last[pass].done, strlen(text));
    cr_expect_eq(all.last[pass].total, strlen(text));
    cr_expect_eq(all.last[pass].bytes, strlen(text));
    cr_expect_eq(all.last[pass].records, RECORDS);
  }
  register_remove(&file);
  free(text);
}

Test(progress, of_gzip_the_packed_bytes_count) {
  heard all = {0};
  char path[] = "/tmp/crible-progress-XXXXXX", *text = large_register();
  close(mkstemp(path));
  gzFile out = gzopen(path, "wb");
  cr_assert_gt(gzwrite(out, text, (unsigned)strlen(text)), 0);
  cr_assert_eq(gzclose(out), Z_OK);
  cr_assert_eq(read_heard(&all, path, "00000000", 0), CRIBLE_OK);
  cr_expect_eq(all.last[1].bytes, strlen(text));
  cr_expect_eq(all.last[1].done, all.last[1].total);
  cr_expect_lt(all.last[1].total, strlen(text) / 2);
  unlink(path);
  free(text);
}

/* Also when it fails; nobody hears of a reading that is over before the first call is due. */
Test(progress, the_end_is_told_once_if_anything_was) {
  heard all = {0}, none = {0};
  char *text = large_register();
  strcpy(text + strlen(text) - 20, "\n");
  register_file file = register_write(text);
  cr_expect_eq(read_heard(&all, file.path, "00000000", 0), CRIBLE_E_DATA);
  cr_expect(all.calls > 1 && all.ends == 1);
  cr_expect_eq(read_heard(&none, file.path, "00000000", 1000000), CRIBLE_E_DATA);
  cr_expect_eq(none.calls, 0);
  register_remove(&file);
  free(text);
}
