/* The lots of a class never exceed the shares issued. */
#include <stdlib.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/dossier/values.h"

enum { MOST_LINES = 5 };

static cr_date end_of(cr_period period) {
  return period.to == CR_DATE_NONE ? INT32_MAX : period.to;
}

/* A lot comes, or goes. */
typedef struct cr_change {
  cr_date date;
  bool comes;
  const cr_lot *lot;
} cr_change;

static int by_class(const void *left, const void *right) {
  const cr_lot *a = *(const cr_lot *const *)left, *b = *(const cr_lot *const *)right;
  if (a->share_class != b->share_class) return a->share_class < b->share_class ? -1 : 1;
  return a->fact.line != b->fact.line ? (a->fact.line < b->fact.line ? -1 : 1)
                                      : a->fact.column - b->fact.column;
}

/* On one day, lots go before others come. */
static int by_date(const void *left, const void *right) {
  const cr_change *a = left, *b = right;
  if (a->date != b->date) return a->date < b->date ? -1 : 1;
  return (int)a->comes - (int)b->comes;
}

/* "10 400": digits in groups of three. */
static const char *readable(cr_reader *reader, const fmpq_t quantity) {
  char *plain = cr_rational_text(reader->complaints.arena, quantity);
  if (!plain || !fmpz_is_one(fmpq_denref(quantity))) return plain ? plain : "";
  size_t length = 0, written = 0;
  while (plain[length]) length++;
  char *grouped = cr_arena_alloc(reader->complaints.arena, 2 * length + 1, 1);
  if (!grouped) return plain;
  for (size_t i = 0; i < length; i++) {
    if (i && (length - i) % 3 == 0) grouped[written++] = ' ';
    grouped[written++] = plain[i];
  }
  return grouped;
}

/* "lots at lines 38 and 40": the other lots of the day. */
static void relate_lots(cr_reader *reader, const cr_lot *const *lots, size_t count, cr_date date,
                        const cr_lot *told) {
  char *list = cr_arena_string(reader->complaints.arena, "");
  const cr_lot *held[MOST_LINES + 1];
  size_t others = 0;
  for (size_t i = 0; i < count; i++) {
    if (lots[i] == told || !cr_period_contains(lots[i]->fact.period, date)) continue;
    if (others < MOST_LINES) held[others] = lots[i];
    others++;
  }
  size_t shown = others < MOST_LINES ? others : MOST_LINES;
  for (size_t i = 0; i < shown && list; i++) {
    const char *before = !i ? "" : i + 1 == shown && others == shown ? _(" and ") : ", ";
    list = cr_arena_printf(reader->complaints.arena, "%s%s%d", list, before, held[i]->fact.line);
  }
  if (!list || !others) return;
  if (others > shown) {
    cr_relate(&reader->complaints, _("with lots at lines %s and %zu more"), list, others - shown);
  } else {
    cr_relate(&reader->complaints,
              cr_plural("with the lot at line %s", "with lots at lines %s", others), list);
  }
}

static void too_many(cr_reader *reader, const cr_share_class *class, const cr_lot *const *lots,
                     size_t count, cr_date date, const fmpq_t sum) {
  const cr_lot *last = lots[0];
  char day[16];
  for (size_t i = 0; i < count; i++) {
    if (cr_period_contains(lots[i]->fact.period, date)) last = lots[i];
  }
  size_t tag = cr_text_offset(reader->text, last->fact.line, last->fact.column);
  const char *held = readable(reader, sum), *issued = readable(reader, class->issued);
  const char *company = reader->facts->parties[class->company].id;
  cr_extent at = cr_text_tag(reader->text, tag);
  if (date == CR_DATE_NONE) {
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "lots-exceed-issued", at,
                _("lots of company '%s' add up to %s shares of class '%s', %s are issued"), company,
                held, class->id, issued);
  } else {
    cr_date_format(day, date);
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "lots-exceed-issued", at,
                _("on %s, lots of company '%s' add up to %s shares of class '%s', %s are issued"),
                day, company, held, class->id, issued);
  }
  relate_lots(reader, lots, count, date, last);
  cr_advise(&reader->complaints,
            _("correct one of the quantities, or the class's issued=\"%s\" (line %d)"),
            cr_rational_text(reader->complaints.arena, class->issued), class->fact.line);
}

/* Walks the days on which lots of one class come and go; complains of the first
 * on which they are too many. */
static void check_class(cr_reader *reader, const cr_lot *const *lots, size_t count) {
  const cr_share_class *class = &reader->facts->classes[lots[0]->share_class];
  cr_change *changes = cr_arena_alloc(reader->complaints.arena, 2 * count, sizeof *changes);
  if (!changes) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  fmpq_t sum;
  fmpq_init(sum);
  for (size_t i = 0; i < count; i++) {
    changes[2 * i] = (cr_change){lots[i]->fact.period.from, true, lots[i]};
    changes[2 * i + 1] = (cr_change){end_of(lots[i]->fact.period), false, lots[i]};
  }
  qsort(changes, 2 * count, sizeof *changes, by_date);
  for (size_t i = 0; i < 2 * count; i++) {
    const fmpq *quantity = changes[i].lot->quantity;
    if (quantity && changes[i].comes) fmpq_add(sum, sum, quantity);
    if (quantity && !changes[i].comes) fmpq_sub(sum, sum, quantity);
    bool more_today = i + 1 < 2 * count && changes[i + 1].date == changes[i].date;
    if (!more_today && fmpq_cmp(sum, class->issued) > 0) {
      too_many(reader, class, lots, count, changes[i].date, sum);
      break;
    }
  }
  fmpq_clear(sum);
}

void cr_check_lots(cr_reader *reader) {
  const cr_facts *facts = reader->facts;
  const cr_lot **lots =
      cr_arena_alloc(reader->complaints.arena, facts->lots_count + 1, sizeof *lots);
  size_t count = 0;
  if (!lots) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  for (size_t i = 0; i < facts->lots_count; i++) {
    int class = facts->lots[i].share_class;
    if (class != CR_NONE && facts->classes[class].issued) lots[count++] = &facts->lots[i];
  }
  if (count) qsort(lots, count, sizeof *lots, by_class);
  for (size_t start = 0, end; start < count && reader->status == CRIBLE_OK; start = end) {
    for (end = start + 1; end < count && lots[end]->share_class == lots[start]->share_class;
         end++) {
    }
    check_class(reader, lots + start, end - start);
  }
}
