/* One element, several facts: see cr_periods in references.h. */
#include "engine/base/words.h"
#include "importers/dossier/references.h"
#include "importers/dossier/values.h"

/* An open end of a period, put where it belongs on the calendar. An open
 * beginning, CR_DATE_NONE, is already before every day. */
static cr_date end_of(cr_period period) {
  return period.to == CR_DATE_NONE ? INT32_MAX : period.to;
}

cr_periods cr_periods_of(cr_reader *reader, const xmlNode *element, cr_period whole) {
  return (cr_periods){.reader = reader, .element = element, .whole = whole, .next = whole.from};
}

static void add_reference(cr_periods *periods, int first, int *index) {
  periods->references[periods->count].first = first;
  periods->references[periods->count++].index = index;
}

void cr_refer(cr_periods *periods, cr_name_kind kind, const char *name, int *index) {
  cr_reader *reader = periods->reader;
  const char *id = cr_tree_attribute(periods->element, name);
  *index = CR_NONE;
  if (!id || !*id) return;
  int first = cr_names_find(&reader->names, kind, reader->company, id);
  if (first == CR_NONE) {
    cr_refer_nothing(reader, periods->element, name, kind, id);
  } else {
    add_reference(periods, first, index);
  }
}

void cr_refer_class(cr_periods *periods, int *index) {
  cr_reader *reader = periods->reader;
  *index = CR_NONE;
  if (cr_tree_attribute(periods->element, "class")) {
    cr_refer(periods, CR_NAME_CLASS, "class", index);
  } else if (reader->only_class != CR_NONE) {
    add_reference(periods, reader->only_class, index);
  } else {
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "class-not-stated",
                cr_at(reader, periods->element, NULL),
                _("'%s' does not say of which class: '%s' has none, or several"),
                cr_tree_name(periods->element), reader->facts->parties[reader->company].id);
  }
}

/* The fact that a history has on a day, CR_NONE for none; *end moves back to the
 * next day on which that changes. An id without history always names its fact. */
static int in_force(const cr_names *names, int first, cr_date day, cr_date *end) {
  int found = CR_NONE;
  if (names->items[first].next == CR_NONE) return names->items[first].index;
  for (int i = first; i != CR_NONE; i = names->items[i].next) {
    const cr_name *name = &names->items[i];
    cr_date from = name->period.from, to = end_of(name->period);
    if (from > day && from < *end) *end = from;
    if (to > day && to < *end) *end = to;
    if (found == CR_NONE && from <= day && day < to) found = name->index;
  }
  return found;
}

static void complain_never(cr_periods *periods) {
  cr_reader *reader = periods->reader;
  cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "not-in-force",
              cr_at(reader, periods->element, NULL),
              _("what this '%s' refers to is never in force during its period"),
              cr_tree_name(periods->element));
}

bool cr_periods_next(cr_periods *periods, cr_period *period) {
  if (periods->reader->status != CRIBLE_OK) return false;
  cr_date last = end_of(periods->whole);
  while (!periods->ended) {
    cr_date begin = periods->next, end = last;
    bool all = true;
    for (int i = 0; i < periods->count; i++) {
      int index = in_force(&periods->reader->names, periods->references[i].first, begin, &end);
      *periods->references[i].index = index;
      all = all && index != CR_NONE;
    }
    periods->ended = end == last;
    periods->next = end;
    if (all) {
      *period = (cr_period){begin, end == INT32_MAX ? CR_DATE_NONE : end};
      periods->gave = true;
      return true;
    }
  }
  if (!periods->gave) complain_never(periods);
  periods->gave = true;
  return false;
}
