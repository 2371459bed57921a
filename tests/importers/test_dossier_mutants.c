/* Dossiers damaged at random: read or refused, never worse; what is read has a canonical
 * form that reads back to itself. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

static const char everything[] = "tests/importers/data/everything.xml";

enum { MUTANTS = 400 };

/* Pieces that a damaged text is given: markup, values of one attribute in another. */
static const char *const pieces[] = {"\"",
                                     "<",
                                     ">",
                                     "/>",
                                     "&amp;",
                                     "&#0;",
                                     "\xE9",
                                     "é",
                                     " ",
                                     "=",
                                     "0",
                                     "-1",
                                     "1/0",
                                     "1e9",
                                     "%",
                                     "(0,1)",
                                     "2020-02-30",
                                     "9999-12-31",
                                     "undisclosed",
                                     "id=\"a\"",
                                     "holder=\"C\"",
                                     "class=\"P\"",
                                     "from=\"2021-06-01\"",
                                     "to=\"2021-06-01\"",
                                     "<lot holder=\"a\" class=\"O\" quantity=\"1\"/>",
                                     "<![CDATA[x]]>",
                                     "<!-- -->",
                                     "<?x?>",
                                     "<!DOCTYPE x>",
                                     "majority",
                                     "yes",
                                     "FR",
                                     "XPAR",
                                     ""};

/* Replaces a few short stretches of a text by pieces; the caller frees it. */
static char *damaged(const char *text) {
  char *copy = strdup(text);
  for (int left = 1 + rand() % 3; left; left--) {
    const char *piece = pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)];
    size_t length = strlen(copy), at = (size_t)rand() % length;
    size_t cut = (size_t)rand() % 8;
    if (cut > length - at) cut = length - at;
    char *next = malloc(length - cut + strlen(piece) + 1);
    memcpy(next, copy, at);
    strcpy(next + at, piece);
    strcat(next, copy + at + cut);
    free(copy);
    copy = next;
  }
  return copy;
}

/* Reads a text and writes it canonically; NULL when it is refused. */
static char *canonical_of(crible_context *context, const char *text, unsigned seed) {
  crible_dossier *dossier = NULL;
  crible_diagnostics_clear(context);
  crible_status status = cr_dossier_read_bytes(&dossier, context, everything, text, strlen(text));
  cr_assert(status == CRIBLE_OK || status == CRIBLE_E_DATA, "seed %u: status %d of\n%s", seed,
            (int)status, text);
  if (status != CRIBLE_OK) {
    cr_assert_gt(crible_diagnostic_count(context), 0, "seed %u: nothing said of\n%s", seed, text);
    return NULL;
  }
  char *canonical = dossier_canonical(dossier);
  crible_dossier_free(dossier);
  return canonical;
}

Test(mutants, are_read_or_refused) {
  unsigned seed = (unsigned)time(NULL);
  char *text = dossier_file(everything);
  crible_context *context = dossier_context();
  srand(seed);
  for (int i = 0; i < MUTANTS; i++) {
    char *mutant = damaged(text), *once = canonical_of(context, mutant, seed);
    if (once) {
      char *twice = canonical_of(context, once, seed);
      cr_assert(twice && !strcmp(once, twice), "seed %u, mutant %d:\n%s\n%s", seed, i, mutant,
                dossier_diagnostics(context));
      crible_text_free(context, twice);
    }
    crible_text_free(context, once);
    free(mutant);
  }
  crible_context_free(context);
  free(text);
}
