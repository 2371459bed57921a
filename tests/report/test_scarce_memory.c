/* From the file to the report with memory that runs out, at each allocation in turn: the
 * call that meets it says so, gives nothing, and nothing is left behind. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <crible/crible.h>

#include "tests/support/data_folder.h"
#include "tests/support/scarce_memory.h"

/* The reports with memory enough: one that comes out of scarce memory lacks nothing. */
static char *whole[CRIBLE_HTML + 1];
static size_t whole_length[CRIBLE_HTML + 1];

static crible_status write_reports(crible_context *context, const crible_screening *screening,
                                   const crible_readings *readings) {
  crible_status status = CRIBLE_OK;
  for (int format = CRIBLE_TEXT; status == CRIBLE_OK && format <= CRIBLE_HTML; format++) {
    const crible_report_options options = {.format = (crible_format)format, .exact = 1,
                                           .readings = readings, .table = CRIBLE_TABLES_ALL};
    char *text = NULL;
    size_t length = 0;
    status = crible_report(&text, &length, screening, &options);
    cr_assert_eq(status == CRIBLE_OK, text != NULL);
    if (text != NULL && whole[format] == NULL) {
      whole[format] = malloc(length);
      memcpy(whole[format], text, length);
      whole_length[format] = length;
    } else if (text != NULL) {
      cr_assert_eq(length, whole_length[format]);
      cr_assert(memcmp(text, whole[format], length) == 0, "format %d differs", format);
    }
    crible_text_free(context, text);
  }
  return status;
}

/* The letter, when there is one. */
static crible_status write_letter(crible_context *context, crible_screening *screening) {
  static const crible_format formats[] = {CRIBLE_TEXT, CRIBLE_CSV, CRIBLE_HTML};
  size_t count = 0, length = 0;
  crible_status status = crible_screening_request_count(&count, screening);
  for (int i = 0; status == CRIBLE_OK && count > 0 && i < 3; i++) {
    const crible_letter_options options = {.format = formats[i], .reply_by = "2023-03-15"};
    char *text = NULL;
    status = crible_letter(&text, &length, screening, &options);
    cr_assert_eq(status == CRIBLE_OK, text != NULL);
    crible_text_free(context, text);
  }
  return status;
}

static crible_status write_chart(crible_context *context, const crible_screening *screening) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_chart(&text, &length, screening, NULL);
  cr_assert_eq(status == CRIBLE_OK, text != NULL);
  crible_text_free(context, text);
  return status;
}

static crible_status screen_file(crible_context *context, const char *path) {
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  crible_readings *readings = NULL;
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status == CRIBLE_OK) status = crible_dossier_check(dossier);
  if (status == CRIBLE_OK) status = crible_screen(&screening, dossier, NULL);
  if (status == CRIBLE_OK && crible_screening_verdict(screening) == CRIBLE_ELIGIBLE)
    status = crible_readings_run(&readings, screening); /* once for all formats */
  if (status == CRIBLE_OK) status = write_reports(context, screening, readings);
  if (status == CRIBLE_OK) status = write_letter(context, screening);
  if (status == CRIBLE_OK) status = write_chart(context, screening);
  crible_readings_free(readings);
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  return status;
}

static crible_status screen_example(crible_context *context, const char *name) {
  char path[512];
  snprintf(path, sizeof path, "%s/dossiers/%s", crible_context_data_folder(context), name);
  return screen_file(context, path);
}

static crible_status screen_listed(crible_context *context) {
  return screen_example(context, "listed-group");
}

static crible_status screen_agreement(crible_context *context) {
  return screen_example(context, "investor-agreement");
}

/* Small, since what to ask for is found by screening again and again. */
static crible_status screen_incomplete(crible_context *context) {
  return screen_file(context, "tests/report/undisclosed.xml");
}

static void try_scarce_memory(crible_status (*task)(crible_context *context)) {
  crible_context *context = data_context(NULL);
  cr_assert_eq(task(context), CRIBLE_OK);
  crible_context_free(context);
  scarce_memory_try(task, NULL);
  for (int format = CRIBLE_TEXT; format <= CRIBLE_HTML; format++) free(whole[format]);
}

Test(scarce_memory, a_listed_group) { try_scarce_memory(screen_listed); }

Test(scarce_memory, an_agreement_with_investors) { try_scarce_memory(screen_agreement); }

Test(scarce_memory, a_dossier_that_lacks_documents) { try_scarce_memory(screen_incomplete); }
