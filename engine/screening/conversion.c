/* The facts of a dossier in another format. */
#include <crible/conversion.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/screening/flat_holdings.h"
#include "importers/canonical/canonical.h"
#include "importers/dossier/dossier.h"

static crible_status usage(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_E_USAGE : status;
}

/* The day that is given, else the date of the collection that the submission belongs to. */
static crible_status day_of(cr_date *out, const crible_dossier *dossier, const char *as_of) {
  const cr_facts *facts = dossier->facts;
  const char *advice = _("give the date of the facts with --as-of YYYY-MM-DD");
  if (as_of) {
    if (cr_date_parse(out, as_of) == CRIBLE_OK) return CRIBLE_OK;
    return usage(cr_error(dossier->context, "as-of-not-a-date", NULL, 0, 0, advice,
                          _("'%s' is not a date"), as_of));
  }
  const cr_collection *collection =
      facts->filed_at == INT64_MIN ? NULL
                                   : cr_reference_collection(dossier->reference, facts->filed_at);
  if (!collection)
    return usage(cr_error(dossier->context, "no-submission", facts->file, 0, 0, advice,
                          _("BODS says the facts of one day, which is not given")));
  *out = collection->date;
  return CRIBLE_OK;
}

static crible_status write_bods(char **out, size_t *length, const crible_dossier *dossier,
                                const char *as_of) {
  cr_date day = CR_DATE_NONE;
  cr_bods_facts facts;
  cr_arena *arena = NULL;
  crible_status status = day_of(&day, dossier, as_of);
  if (status == CRIBLE_OK) status = cr_arena_new(&arena, dossier->context);
  if (status == CRIBLE_OK)
    status = cr_flat_holdings(&facts, dossier->facts, dossier->reference, day, arena);
  if (status == CRIBLE_OK) status = cr_bods_write(out, length, &facts);
  cr_arena_free(arena);
  return status;
}

crible_status crible_convert(char **out, size_t *length, const crible_dossier *dossier,
                             const crible_conversion_options *options) {
  switch (options->to) {
  case CRIBLE_TO_DOSSIER: return cr_canonical_write(out, length, dossier->facts);
  case CRIBLE_TO_BODS: return write_bods(out, length, dossier, options->as_of);
  }
  return CRIBLE_E_USAGE;
}
