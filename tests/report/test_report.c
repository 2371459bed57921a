/* Reports of the example dossiers, from the public API. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#include <crible/crible.h>

#include "engine/report/display.h"

static const char *const dossiers[] = {"datasets/dossiers/clean-start-up",
                                       "datasets/dossiers/cross-holdings",
                                       "datasets/dossiers/family",
                                       "datasets/dossiers/foreign-fund",
                                       "datasets/dossiers/investor-agreement",
                                       "datasets/dossiers/listed-group",
                                       "datasets/dossiers/missing-documents",
                                       "datasets/dossiers/two-holdings"};
enum { DOSSIERS = sizeof dossiers / sizeof *dossiers };

/* A context that may be told to run out of memory. */
typedef struct purse {
  long allowed; /* blocks; below 0: without limit */
  long alive;
} purse;

static void *allocate(void *user, size_t size) {
  purse *own = user;
  if (own->allowed == 0) return NULL;
  own->allowed--;
  own->alive++;
  return malloc(size);
}

static void *resize(void *user, void *block, size_t size) {
  purse *own = user;
  if (own->allowed == 0) return NULL;
  own->allowed--;
  if (!block) own->alive++;
  return realloc(block, size);
}

static void release(void *user, void *block) {
  purse *own = user;
  if (block) own->alive--;
  free(block);
}

typedef struct screened {
  purse purse;
  crible_context *context;
  crible_dossier *dossier;
  crible_screening *screening;
} screened;

static void screen(screened *out, const char *path) {
  const crible_allocator allocator = {allocate, resize, release, &out->purse};
  const crible_context_options options = {&allocator, "datasets"};
  *out = (screened){.purse = {-1, 0}};
  cr_assert(crible_context_new(&out->context, &options) == CRIBLE_OK);
  cr_assert(crible_dossier_read(&out->dossier, out->context, path) == CRIBLE_OK, "%s", path);
  cr_assert(crible_screen(&out->screening, out->dossier, NULL) == CRIBLE_OK, "%s", path);
}

static void leave(screened *own) {
  crible_screening_free(own->screening);
  crible_dossier_free(own->dossier);
  crible_context_free(own->context);
  cr_expect_eq(own->purse.alive, 0);
}

static char *report(screened *own, crible_report_options options) {
  char *text = NULL;
  size_t length = 0;
  cr_assert(crible_report(&text, &length, own->screening, &options) == CRIBLE_OK);
  cr_assert_eq(strlen(text), length);
  return text;
}

/* Lines stay inside the width, except where one word alone is wider. */
static void check_width(const char *text, int width, const char *path) {
  char line[1024];
  for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
    size_t length = (size_t)(end - text);
    cr_assert(length < sizeof line);
    memcpy(line, text, length);
    line[length] = '\0';
    cr_expect(cr_display_width(line) <= width, "%s, %d columns: '%s'", path, width, line);
    cr_expect(length == 0 || line[length - 1] != ' ', "%s: blanks at the end of '%s'", path, line);
  }
}

Test(report, text_fits_the_width) {
  static const int widths[] = {100, 80, 140};
  for (int i = 0; i < DOSSIERS; i++) {
    screened own;
    screen(&own, dossiers[i]);
    for (int k = 0; k < 3; k++) {
      char *text = report(&own, (crible_report_options){.width = widths[k], .exact = 1});
      check_width(text, widths[k], dossiers[i]);
      crible_text_free(own.context, text);
    }
    leave(&own);
  }
}

/* Without its colours the coloured text is the plain one. */
static void strip_colors(char *text) {
  char *to = text;
  for (const char *from = text; *from;)
    if (*from == '\033') from = strchr(from, 'm') + 1;
    else *to++ = *from++;
  *to = '\0';
}

Test(report, colour_says_nothing_by_itself) {
  for (int i = 0; i < DOSSIERS; i++) {
    screened own;
    screen(&own, dossiers[i]);
    char *plain = report(&own, (crible_report_options){0});
    char *colored = report(&own, (crible_report_options){.color = 1});
    cr_expect(strchr(plain, '\033') == NULL);
    cr_expect(strchr(colored, '\033') != NULL);
    strip_colors(colored);
    cr_expect_str_eq(plain, colored);
    crible_text_free(own.context, plain);
    crible_text_free(own.context, colored);
    leave(&own);
  }
}

static void check_scarce(screened *own, crible_format format, const crible_readings *readings,
                         int step) {
  const crible_report_options options = {
      .format = format, .readings = readings, .readings_shown = CRIBLE_READINGS_ALL};
  crible_status status = CRIBLE_E_MEMORY;
  for (long allowed = 0; status != CRIBLE_OK; allowed += step) {
    char *text = NULL;
    size_t length = 7;
    const long before = own->purse.alive;
    own->purse.allowed = allowed;
    status = crible_report(&text, &length, own->screening, &options);
    own->purse.allowed = -1;
    if (status == CRIBLE_OK) crible_text_free(own->context, text);
    else cr_assert(status == CRIBLE_E_MEMORY && text == NULL && length == 7, "%ld", allowed);
    cr_assert_eq(own->purse.alive, before, "after %ld blocks", allowed);
  }
}

Test(report, running_out_of_memory_is_told_and_leaves_nothing) {
  for (int i = 0; i < DOSSIERS; i++) {
    screened own;
    crible_readings *readings = NULL;
    screen(&own, dossiers[i]);
    cr_assert(crible_readings_run(&readings, own.screening) == CRIBLE_OK);
    check_scarce(&own, CRIBLE_TEXT, readings, 1);
    check_scarce(&own, CRIBLE_JSON, readings, 1);
    crible_readings_free(readings);
    leave(&own);
  }
}

/* An eligible verdict: the report runs the readings itself, which allocates much. */
Test(report, running_out_of_memory_in_its_own_readings_is_told_too) {
  screened own;
  screen(&own, "datasets/dossiers/clean-start-up");
  cr_assert(crible_screening_verdict(own.screening) == CRIBLE_ELIGIBLE);
  check_scarce(&own, CRIBLE_TEXT, NULL, 97);
  leave(&own);
}

Test(report, unknown_formats_are_refused) {
  screened own;
  char *text = NULL;
  size_t length = 7;
  const crible_report_options options = {.format = (crible_format)9};
  screen(&own, dossiers[0]);
  cr_expect_eq(crible_report(&text, &length, own.screening, &options), CRIBLE_E_USAGE);
  cr_expect(text == NULL && length == 7);
  leave(&own);
}
