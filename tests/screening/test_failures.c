/* A screening whose memory runs out, at each allocation in turn: it says so,
 * gives nothing, and leaves nothing behind. And one dossier screened twice
 * gives the same bytes. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <crible/readings.h>
#include <crible/report.h>

#include "tests/support/dossiers.h"

static const char *const dossier =
    "<company id='C' form='SA' seats='FR'><share-class id='O' issued='100'/>"
    "<lot holder='a' quantity='30'/>"
    "<lot holder='us' quantity='20' nature='usufruct' bare-owner='b'/>"
    "<lot holder='persons' quantity='40'/><organ id='board' kind='administration' seats='5'/>"
    "<right kind='appoint' under='statutes' beneficiary='us' organ='board' seats='1'/>"
    "<right kind='majority' under='agreement' decisions='budget' at-least='4/5'/>"
    "<complete of='rights organs'/></company>"
    "<company id='a' seats='FR'><stake holder='b' capital='60%'/>"
    "<stake holder='us' capital='(25%,30%]'/><stake holder='ch' capital='5%'/></company>"
    "<company id='b' seats='FR'><stake holder='a' capital='20%'/>"
    "<stake holder='persons' capital='80%'/>"
    "<complete of='holders'/></company>"
    "<company id='us' seats='US'/><company id='ch' seats='CH'><stake holder='b' capital='10%'/>"
    "</company><group id='persons' of='persons' state='FR'/><concert members='us ch'/>";

typedef struct countdown {
  long left; /* allocations that still succeed; below 0: all */
  long live; /* blocks not released */
} countdown;

static bool fails(countdown *state) {
  if (state->left == 0) return true;
  if (state->left > 0) state->left--;
  return false;
}

static void *allocate(void *user, size_t size) {
  countdown *state = user;
  void *block = fails(state) ? NULL : malloc(size);
  if (block != NULL) state->live++;
  return block;
}

static void *resize(void *user, void *block, size_t size) {
  countdown *state = user;
  if (block == NULL) return allocate(user, size);
  return fails(state) ? NULL : realloc(block, size);
}

static void release(void *user, void *block) {
  if (block != NULL) ((countdown *)user)->live--;
  free(block);
}

static crible_status screen_with(screened *found, const char *ruleset, countdown *state,
                                 long allowed) {
  const crible_screening_options options = {.ruleset = ruleset};
  long before = state->live;
  state->left = allowed;
  crible_status status = crible_screen(&found->screening, found->dossier, &options);
  state->left = -1;
  if (status != CRIBLE_OK) {
    crible_diagnostics_clear(found->context);
    cr_assert_null(found->screening);
    cr_assert_leq(state->live, before, "%ld blocks are left after %ld allocations",
                  state->live - before, allowed);
  }
  return status;
}

static void expect_survived(const char *ruleset) {
  countdown state = {-1, 0};
  const crible_allocator allocator = {allocate, resize, release, &state};
  const crible_context_options options = {&allocator, NULL};
  crible_context *context = NULL;
  screened found;
  cr_assert_eq(crible_context_new(&context, &options), CRIBLE_OK);
  dossier_open(&found, context, FILED_FIRST, dossier);

  long allowed = 0;
  crible_status status = CRIBLE_E_MEMORY;
  for (; status != CRIBLE_OK; allowed++) {
    cr_assert_lt(allowed, 100000);
    status = screen_with(&found, ruleset, &state, allowed);
    cr_assert(status == CRIBLE_OK || status == CRIBLE_E_MEMORY, "status %d after %ld allocations",
              (int)status, allowed);
  }
  cr_assert_gt(allowed, 10);
  dossier_close(&found);
  cr_assert_eq(state.live, 0);
}

Test(failures, every_allocation_that_fails_is_survived) { expect_survived(NULL); }

Test(failures, under_other_readings_too) {
  static const char *const readings[] = {"arithmetic-veto=legal-too",
                                         "capital-chain=control vote-chain=greater funds=investors",
                                         "capital-chain=greater vote-chain=multiplication "
                                         "re-entry=through",
                                         "third-in-chain=ultimate own-foreign-subsidiary=not-third",
                                         "collective-control=together", "groups=concert"};
  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
    char path[RULESET_PATH];
    ruleset_write(path, readings[i]);
    expect_survived(path);
    unlink(path);
  }
}

/* There are too many allocations to try each: steps of a prime reach those of every reading. */
Test(failures, readings_survive_them_too) {
  enum { STEP = 199 };
  countdown state = {-1, 0};
  const crible_allocator allocator = {allocate, resize, release, &state};
  const crible_context_options options = {&allocator, NULL};
  crible_context *context = NULL;
  crible_readings *readings = NULL;
  screened found;
  cr_assert_eq(crible_context_new(&context, &options), CRIBLE_OK);
  dossier_open(&found, context, FILED_FIRST, dossier);
  cr_assert_eq(crible_screen(&found.screening, found.dossier, NULL), CRIBLE_OK);
  long before = state.live, allowed = 0;
  crible_status status = CRIBLE_E_MEMORY;
  for (; status != CRIBLE_OK; allowed += STEP) {
    state.left = allowed;
    status = crible_readings_run(&readings, found.screening);
    state.left = -1;
    cr_assert(status == CRIBLE_OK || status == CRIBLE_E_MEMORY, "status %d", (int)status);
    crible_diagnostics_clear(context);
    if (status != CRIBLE_OK) cr_assert_leq(state.live, before, "after %ld allocations", allowed);
  }
  cr_assert_gt(allowed, 10 * STEP);
  crible_readings_free(readings);
  dossier_close(&found);
  cr_assert_eq(state.live, 0);
}

static char *json(screened *found, size_t *length) {
  const crible_report_options options = {.format = CRIBLE_JSON};
  char *text = NULL;
  screen_open(found, FILED_FIRST, dossier);
  cr_assert_eq(crible_report(&text, length, found->screening, &options), CRIBLE_OK);
  return text;
}

Test(failures, one_dossier_gives_the_same_bytes_twice) {
  screened first, second;
  size_t lengths[2];
  char *a = json(&first, &lengths[0]), *b = json(&second, &lengths[1]);
  cr_assert_eq(lengths[0], lengths[1]);
  cr_assert_eq(memcmp(a, b, lengths[0]), 0);
  crible_text_free(first.context, a);
  crible_text_free(second.context, b);
  dossier_close(&first);
  dossier_close(&second);
}
