/* Whether what is said to be held indirectly is told by other relationships. */
#include <string.h>

#include "importers/bods/package.h"

bool cr_bods_has_components(const cr_bods_package *package, const cr_bods_statement *statement) {
  const cr_bods_relationship *relationship = statement->relationship;
  for (int i = 0; i < relationship->component_count; i++) {
    int found = cr_bods_record_find(package, relationship->components[i]);
    if (found != CR_NONE && package->records[found].kind == CR_BODS_RELATIONSHIP &&
        package->records[found].last > package->records[found].first)
      return true;
  }
  return false;
}

static int record_of(const cr_bods_package *package, const char *id) {
  return id ? cr_bods_record_find(package, id) : CR_NONE;
}

/* Relationships by subject: counted, then put in their places. */
static crible_status prepare(cr_bods_package *package) {
  size_t records = package->record_count, count = package->count;
  package->first_above = cr_allocate_zero(package->context, records + 2, sizeof(int));
  package->above = cr_allocate_zero(package->context, count + 1, sizeof(int));
  package->reached = cr_allocate_zero(package->context, records + 1, sizeof(bool));
  if (!package->first_above || !package->above || !package->reached) return CRIBLE_E_MEMORY;
  int *first = package->first_above;
  for (size_t i = 0; i < count; i++) {
    const cr_bods_relationship *relationship = package->statements[i].relationship;
    int subject = relationship ? record_of(package, relationship->subject) : CR_NONE;
    if (subject != CR_NONE) first[subject + 2]++;
  }
  for (size_t r = 1; r < records + 2; r++) first[r] += first[r - 1];
  for (size_t i = 0; i < count; i++) {
    const cr_bods_relationship *relationship = package->statements[i].relationship;
    int subject = relationship ? record_of(package, relationship->subject) : CR_NONE;
    if (subject != CR_NONE) package->above[first[subject + 1]++] = (int)i;
  }
  return CRIBLE_OK;
}

/* Relationships that say nothing of a link of their own: the total asked about, and other totals of
 * the same two. */
static bool same_ends(const cr_bods_relationship *a, const cr_bods_relationship *b) {
  return b->subject && b->party && !strcmp(a->subject, b->subject) && !strcmp(a->party, b->party);
}

static bool only_totals(const cr_bods_relationship *relationship) {
  for (int i = 0; i < relationship->interest_count; i++)
    if (relationship->interests[i].level == CR_BODS_DIRECT) return false;
  return true;
}

crible_status cr_bods_chain_known(bool *out, cr_bods_package *package,
                                  const cr_bods_statement *total) {
  crible_status status = package->above ? CRIBLE_OK : prepare(package);
  if (status != CRIBLE_OK) return status;
  const cr_bods_relationship *asked = total->relationship;
  int from = record_of(package, asked->subject), to = record_of(package, asked->party);
  int *queue = cr_allocate(package->context, (package->record_count + 1) * sizeof(int));
  if (!queue) return CRIBLE_E_MEMORY;
  int queued = 0;
  bool found = false;
  queue[queued++] = from;
  package->reached[from] = true;
  for (int taken = 0; taken < queued && !found; taken++) {
    int end = package->first_above[queue[taken] + 1];
    for (int i = package->first_above[queue[taken]]; i < end && !found; i++) {
      const cr_bods_relationship *link = package->statements[package->above[i]].relationship;
      int holder = record_of(package, link->party);
      if (holder == CR_NONE || (same_ends(asked, link) && only_totals(link))) continue;
      found = holder == to;
      if (package->reached[holder]) continue;
      package->reached[holder] = true;
      queue[queued++] = holder;
    }
  }
  for (int i = 0; i < queued; i++) package->reached[queue[i]] = false;
  cr_release(package->context, queue);
  *out = found;
  return CRIBLE_OK;
}
