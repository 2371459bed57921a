/* Reporting exceptions: why a parent is not stated. An absence that is stated is no fact about
 * who controls: it is told of the party, and nothing else. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/gleif/package.h"

/* Nobody consolidates the entity, or nobody who could have an LEI; all other reasons leave a
 * parent unnamed. */
static const char *const no_parent[] = {"NO_KNOWN_PERSON", "NATURAL_PERSONS", "NON_CONSOLIDATING",
                                        NULL};

crible_status cr_gleif_tell_exception(cr_gleif_package *package, const cr_gleif_record *record) {
  const char *lei = record->text[CR_GLEIF_LEI],
             *category = record->text[CR_GLEIF_EXCEPTION_CATEGORY],
             *reason = record->text[CR_GLEIF_EXCEPTION_REASON];
  int party;
  if (!lei || !category || !reason) return CRIBLE_OK;
  crible_status status = cr_gleif_party(&party, package, "lei", lei, CR_COMPANY);
  if (status != CRIBLE_OK) return status;
  bool ultimate = !strncmp(category, "ULTIMATE", sizeof "ULTIMATE" - 1);
  if (cr_gleif_any(reason, no_parent)) {
    return cr_gleif_warn(package, record, "gleif-no-parent",
                         ultimate ? _("%.64s says that no ultimate parent consolidates it (%.64s)")
                                  : _("%.64s says that no direct parent consolidates it (%.64s)"),
                         lei, reason);
  }
  return cr_gleif_warn(package, record, "gleif-parent-withheld",
                       ultimate ? _("%.64s does not name its ultimate parent (%.64s)")
                                : _("%.64s does not name its direct parent (%.64s)"),
                       lei, reason);
}
