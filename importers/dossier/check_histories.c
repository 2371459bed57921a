/* Ids: unique, or one fact after the other. */
#include <stdlib.h>

#include "engine/base/words.h"
#include "importers/dossier/values.h"

static cr_date end_of(const cr_name *name) {
  return name->period.to == CR_DATE_NONE ? INT32_MAX : name->period.to;
}

static int by_beginning(const void *left, const void *right) {
  const cr_name *a = *(const cr_name *const *)left, *b = *(const cr_name *const *)right;
  if (a->period.from != b->period.from) return a->period.from < b->period.from ? -1 : 1;
  return a->at.offset < b->at.offset ? -1 : a->at.offset > b->at.offset;
}

static int line_of(const cr_reader *reader, const cr_name *name) {
  int line, column;
  cr_text_place(reader->text, name->at.offset, &line, &column);
  return line;
}

/* The later of two facts in the file is the one complained about. */
static void duplicate(cr_reader *reader, const cr_name *a, const cr_name *b) {
  const cr_name *later = a->at.offset > b->at.offset ? a : b;
  const cr_name *earlier = later == a ? b : a;
  cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "duplicate-id", later->at,
              later->kind < CR_NAME_CLASS ? _("the id '%s' is given twice")
                                          : _("the id '%s' is given twice for the same time"),
              later->id);
  cr_relate(&reader->complaints, _("first at line %d"), line_of(reader, earlier));
}

static void gap(cr_reader *reader, const cr_name *before, const cr_name *after) {
  char from[16], to[16];
  cr_date_format(from, before->period.to);
  cr_date_format(to, after->period.from);
  cr_complain(&reader->complaints, CR_ODD, "gap-between-periods", after->at,
              _("nothing is stated of '%s' from %s to %s"), after->id, from, to);
  cr_relate(&reader->complaints, _("with line %d before it"), line_of(reader, before));
}

/* Facts of one id, sorted by their beginning. */
static void check_history(cr_reader *reader, const cr_name **facts, size_t count) {
  if (facts[0]->kind < CR_NAME_CLASS) {
    for (size_t i = 1; i < count; i++) duplicate(reader, facts[0], facts[i]);
    return;
  }
  qsort(facts, count, sizeof *facts, by_beginning);
  const cr_name *latest = facts[0];
  for (size_t i = 1; i < count; i++) {
    if (facts[i]->period.from < end_of(latest)) {
      duplicate(reader, latest, facts[i]);
    } else if (facts[i]->period.from > end_of(latest)) {
      gap(reader, latest, facts[i]);
    }
    if (end_of(facts[i]) > end_of(latest)) latest = facts[i];
  }
}

void cr_check_histories(cr_reader *reader) {
  const cr_names *names = &reader->names;
  const cr_name **facts = cr_arena_alloc(reader->complaints.arena, names->count + 1, sizeof *facts);
  if (!facts) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  for (size_t i = 0; i < names->count; i++) {
    size_t count = 0;
    if (names->items[i].last < 0 || names->items[i].next == CR_NONE) continue;
    for (int n = (int)i; n != CR_NONE; n = names->items[n].next) facts[count++] = &names->items[n];
    check_history(reader, facts, count);
  }
}
