/* Likely same parties, for a reader. */
#include <crible/match.h>

#include "engine/base/words.h"
#include "engine/report/layout.h"
#include "importers/identity/candidates.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40 };

static void put_words(cr_layout *layout, int column, cr_tone tone, const char *words) {
  if (!words) layout->out->failed = true;
  else cr_layout_line(layout, column, 2, tone, words);
}

/* "Acme Holdings Inc. (US, lei 9845…): acme in montagne/dossier.xml" */
static const char *party_words(cr_arena *arena, const cr_matched *matched) {
  const cr_party *party = matched->likened.party;
  const char *about = matched->likened.country ? matched->likened.country : "";
  for (int i = 0; about && i < party->identifier_count; i++)
    about = cr_arena_printf(arena, "%s%s%s %s", about, *about ? ", " : "",
                            party->identifiers[i].scheme, party->identifiers[i].value);
  if (!about) return NULL;
  return cr_arena_printf(arena, *about ? _("%s (%s): %s in %s") : _("%s%s: %s in %s"),
                         party->name ? party->name : party->id, about, party->id, matched->file);
}

static const char *reason_words(cr_arena *arena, unsigned reasons, bool against) {
  const char *words = "";
  for (int i = 0; words && i < CR_REASONS; i++) {
    if (!(reasons & (1U << i)) || cr_reason_against((cr_reason)i) != against) continue;
    const char *one = cr_reason_words((cr_reason)i);
    words = *words ? cr_arena_printf(arena, _("%s; %s"), words, one) : one;
  }
  return words;
}

static void put_pair(cr_layout *layout, cr_arena *arena, const crible_matches *matches,
                     const cr_pair *pair) {
  const char *speaks = reason_words(arena, pair->reasons, false);
  const char *against = reason_words(arena, pair->reasons, true);
  cr_layout_gap(layout);
  put_words(layout, 2, CR_STRONG, party_words(arena, &matches->parties[pair->a]));
  put_words(layout, 2, CR_STRONG, party_words(arena, &matches->parties[pair->b]));
  put_words(layout, 4, CR_PLAIN, speaks ? cr_arena_printf(arena, _("for it: %s"), speaks) : NULL);
  if (!against || *against)
    put_words(layout, 4, CR_PLAIN,
              against ? cr_arena_printf(arena, _("against it: %s"), against) : NULL);
}

static void put_all(cr_layout *layout, cr_arena *arena, const crible_matches *matches) {
  const int pairs = (int)matches->pair_count, parties = (int)matches->party_count;
  if (!pairs) {
    put_words(layout, 0, CR_STRONG,
              cr_arena_printf(arena, _("no two of %d parties seem to be one"), parties));
    return;
  }
  const char *among = cr_arena_printf(
      arena, cr_plural("among %d party", "among %d parties", parties), parties);
  const char *found = cr_arena_printf(
      arena, cr_plural("%d pair that may be one party", "%d pairs that may be one party each", pairs),
      pairs);
  put_words(layout, 0, CR_STRONG, among && found ? cr_arena_printf(arena, "%s, %s", found, among) : NULL);
  for (size_t i = 0; i < matches->pair_count; i++)
    put_pair(layout, arena, matches, &matches->pairs[i]);
  cr_layout_gap(layout);
  put_words(layout, 0, CR_PLAIN,
            _("None is joined: write the pairs to a file with --output, say in it which are the same, and "
              "give it to crible screen with --matches."));
}

crible_status crible_matches_report(char **out, size_t *length, const crible_matches *matches,
                                    const crible_report_options *options) {
  const int width = options && options->width > 0 ? options->width : USUAL_WIDTH;
  cr_arena *arena = NULL;
  cr_buffer buffer;
  if (options && options->format != CRIBLE_TEXT) return CRIBLE_E_USAGE;
  crible_status status = cr_arena_new(&arena, matches->context);
  if (status != CRIBLE_OK) return status;
  cr_buffer_init(&buffer, matches->context);
  cr_layout layout = {&buffer, width < LEAST_WIDTH ? LEAST_WIDTH : width, options && options->color};
  put_all(&layout, arena, matches);
  status = cr_buffer_take(out, length, &buffer);
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  return status;
}
