/* How many shares each class has, period by period. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

/* A day on which a lot begins or ends. */
typedef struct change {
  cr_date date;
  int lot;
  bool ends;
} change;

static int by_date(const void *left, const void *right) {
  const change *a = left, *b = right;
  return a->date < b->date ? -1 : a->date > b->date;
}

/* A lot that ended on the day that it began never was. */
static void drop_empty_lots(cr_facts *facts) {
  size_t kept = 0;
  for (size_t i = 0; i < facts->lots_count; i++)
    if (facts->lots[i].fact.period.from != facts->lots[i].fact.period.to)
      facts->lots[kept++] = facts->lots[i];
  facts->lots_count = kept;
}

static size_t changes_of(change *out, const cr_facts *facts, int share_class) {
  size_t count = 0;
  for (size_t i = 0; i < facts->lots_count; i++) {
    const cr_lot *lot = &facts->lots[i];
    if (lot->share_class != share_class) continue;
    out[count++] = (change){lot->fact.period.from, (int)i, false};
    if (lot->fact.period.to != CR_DATE_NONE)
      out[count++] = (change){lot->fact.period.to, (int)i, true};
  }
  if (count) qsort(out, count, sizeof *out, by_date);
  return count;
}

/* One period of a class; the first is the fact that the lots name. */
static crible_status add_period(cr_facts *facts, int first, bool is_first, cr_period period,
                                const fmpq_t issued) {
  int index = first;
  crible_status status = is_first ? CRIBLE_OK : cr_facts_add_classes(facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_share_class told = facts->classes[first];
  told.fact.period = period;
  told.issued = cr_arena_rationals(facts->arena, 1);
  if (!told.issued) return CRIBLE_E_MEMORY;
  fmpq_set(told.issued, issued);
  facts->classes[index] = told;
  return CRIBLE_OK;
}

static crible_status warn_excess(const cr_ocf_ledger *ledger, const cr_ocf_class *told,
                                 const fmpq_t most) {
  if (!told->authorised || fmpq_cmp(most, told->authorised) <= 0) return CRIBLE_OK;
  return cr_warn(ledger->in.context, "more-than-authorised", ledger->in.dossier->path, 0, 0, NULL,
                 _("more shares of class '%.64s' are issued than were ever authorised"),
                 ledger->in.facts->classes[told->index].id);
}

/* What a class has from a day on, until it is another number. */
typedef struct level {
  fmpq_t issued, most;
  cr_date from;
  bool is_first;
} level;

static crible_status end_level(cr_facts *facts, int first, level *now, cr_date to) {
  if (fmpq_is_zero(now->issued)) return CRIBLE_OK;
  if (fmpq_cmp(now->issued, now->most) > 0) fmpq_set(now->most, now->issued);
  crible_status status =
      add_period(facts, first, now->is_first, (cr_period){now->from, to}, now->issued);
  now->is_first = false;
  return status;
}

static crible_status sweep(cr_facts *facts, int share_class, level *now, const change *changes,
                           size_t count) {
  crible_status status = CRIBLE_OK;
  fmpq_t next;
  fmpq_init(next);
  for (size_t i = 0; status == CRIBLE_OK && i < count;) {
    cr_date date = changes[i].date;
    for (; i < count && changes[i].date == date; i++) {
      const fmpq *quantity = facts->lots[changes[i].lot].quantity;
      if (changes[i].ends) fmpq_sub(next, next, quantity);
      else fmpq_add(next, next, quantity);
    }
    if (fmpq_equal(next, now->issued)) continue;
    status = end_level(facts, share_class, now, date);
    fmpq_set(now->issued, next);
    now->from = date;
  }
  fmpq_clear(next);
  return status == CRIBLE_OK ? end_level(facts, share_class, now, CR_DATE_NONE) : status;
}

static crible_status count_class(cr_ocf_ledger *ledger, const cr_ocf_class *told,
                                 change *changes) {
  cr_facts *facts = ledger->in.facts;
  size_t count = changes_of(changes, facts, told->index);
  level now = {.from = CR_DATE_NONE, .is_first = true};
  fmpq_init(now.issued);
  fmpq_init(now.most);
  crible_status status = sweep(facts, told->index, &now, changes, count);
  if (status == CRIBLE_OK) status = warn_excess(ledger, told, now.most);
  fmpq_clear(now.issued);
  fmpq_clear(now.most);
  return status;
}

/* The capital is weighed by par value only where all classes state one, in one currency. */
static void set_nominals(cr_ocf_ledger *ledger) {
  const cr_ocf_class *list = ledger->class_list;
  for (size_t i = 0; i < ledger->class_count; i++) {
    const char *own = list[i].currency, *first = list[0].currency;
    if (!list[i].nominal || fmpq_sgn(list[i].nominal) <= 0 || !own || !first || strcmp(own, first))
      return;
  }
  for (size_t i = 0; i < ledger->class_count; i++)
    ledger->in.facts->classes[list[i].index].nominal = list[i].nominal;
}

crible_status cr_ocf_count_issued(cr_ocf_ledger *ledger) {
  cr_facts *facts = ledger->in.facts;
  crible_status status = CRIBLE_OK;
  drop_empty_lots(facts);
  set_nominals(ledger);
  change *changes =
      cr_allocate_zero(ledger->in.context, 2 * facts->lots_count + 1, sizeof *changes);
  if (!changes) return CRIBLE_E_MEMORY;
  for (size_t i = 0; status == CRIBLE_OK && i < ledger->class_count; i++)
    status = count_class(ledger, &ledger->class_list[i], changes);
  cr_release(ledger->in.context, changes);
  return status;
}
