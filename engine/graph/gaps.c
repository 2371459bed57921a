#include "engine/graph/gaps.h"

#include <stdio.h>
#include <stdlib.h>

/* A fact of a story: lots of one holder and class, stakes of one holder, company and class,
 * seats of one party and kind. */
typedef struct chapter {
  int party, other, part; /* which story, within its kind of fact */
  cr_period period;
  cr_fact_ref fact;
} chapter;

typedef struct story_list {
  chapter *chapters;
  size_t count;
} story_list;

/* Facts that have always been and still are leave no gap. */
static void add(story_list *list, const int *node_of, const cr_fact *fact, chapter told) {
  bool dated = fact->period.from != CR_DATE_NONE || fact->period.to != CR_DATE_NONE;
  int subject = told.other == CR_NONE ? told.party : told.other;
  if (!dated || node_of[subject] == CR_NONE) return;
  told.period = fact->period;
  list->chapters[list->count++] = told;
}

static void collect(story_list *list, const cr_facts *facts, const int *node_of) {
  for (int i = 0; i < (int)facts->lots_count; i++) {
    const cr_lot *lot = &facts->lots[i];
    add(list, node_of, &lot->fact,
        (chapter){.party = lot->holder, .other = facts->classes[lot->share_class].company,
                  .part = lot->share_class, .fact = {CR_FACT_lots, i}});
  }
  for (int i = 0; i < (int)facts->stakes_count; i++) {
    const cr_stake *stake = &facts->stakes[i];
    add(list, node_of, &stake->fact,
        (chapter){.party = stake->holder, .other = stake->company, .part = stake->share_class,
                  .fact = {CR_FACT_stakes, i}});
  }
  for (int i = 0; i < (int)facts->seats_count; i++) {
    const cr_seat *seat = &facts->seats[i];
    add(list, node_of, &seat->fact,
        (chapter){.party = seat->party, .other = CR_NONE, .part = (int)seat->kind,
                  .fact = {CR_FACT_seats, i}});
  }
}

static bool same_story(const chapter *a, const chapter *b) {
  return a->fact.kind == b->fact.kind && a->party == b->party && a->other == b->other &&
         a->part == b->part;
}

static int by_number(int a, int b) { return a < b ? -1 : a > b; }

/* By story, then by first day; an open side begins first. */
static int compare(const void *left, const void *right) {
  const chapter *a = left, *b = right;
  int order = by_number((int)a->fact.kind, (int)b->fact.kind);
  if (order == 0) order = by_number(a->other, b->other);
  if (order == 0) order = by_number(a->party, b->party);
  if (order == 0) order = by_number(a->part, b->part);
  if (order == 0) order = by_number(a->period.from, b->period.from);
  return order != 0 ? order : by_number(a->fact.index, b->fact.index);
}

static crible_status note_gap(const chapter *before, const chapter *after,
                              const cr_notes *notes) {
  char from[16], to[16], detail[40];
  cr_date_format(from, before->period.to);
  cr_date_format(to, after->period.from);
  snprintf(detail, sizeof detail, "%s/%s", from, to);
  cr_fact_ref facts[] = {before->fact, after->fact};
  return cr_note(notes, CR_ODDITY, "period-gap", before->party, before->other, CR_NONE, detail,
                 facts, 2);
}

crible_status cr_gaps_note(const cr_snapshot *snapshot, const int *node_of, const cr_notes *notes,
                           cr_arena *scratch) {
  const cr_facts *facts = snapshot->facts;
  size_t most = facts->lots_count + facts->stakes_count + facts->seats_count;
  story_list list = {.chapters = cr_arena_alloc(scratch, most, sizeof(chapter))};
  if (!list.chapters) return CRIBLE_E_MEMORY;
  collect(&list, facts, node_of);
  if (list.count > 1) qsort(list.chapters, list.count, sizeof(chapter), compare);
  crible_status status = CRIBLE_OK;
  const chapter *last = NULL; /* the one of this story that ends last so far */
  for (size_t i = 0; status == CRIBLE_OK && i < list.count; i++) {
    const chapter *one = &list.chapters[i];
    bool begins = !last || !same_story(last, one);
    if (!begins && last->period.to == CR_DATE_NONE) continue;
    if (!begins && one->period.from != CR_DATE_NONE && one->period.from > last->period.to)
      status = note_gap(last, one, notes);
    if (begins || one->period.to == CR_DATE_NONE || one->period.to > last->period.to) last = one;
  }
  return status;
}
