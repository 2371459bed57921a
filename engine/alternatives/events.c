#include "engine/alternatives/events.h"

#include <string.h>

/* Where statutes are silent: C. com., art. L.225-123 and L.22-10-46. */
enum { LEGAL_YEARS = 2 };

static int add(cr_fact_date *out, int count, cr_event event, cr_date *date, int years) {
  if (*date != CR_DATE_NONE) out[count++] = (cr_fact_date){event, date, years};
  return count;
}

int cr_fact_dates(cr_fact_date out[CR_MOST_FACT_DATES], const cr_facts *facts, cr_fact_ref ref) {
  /* The facts are the caller's to change through the dates. */
  cr_fact *fact = (cr_fact *)(uintptr_t)cr_facts_common(facts, ref);
  if (!fact) return 0;
  int count = add(out, 0, CR_BEGINS, &fact->period.from, 0);
  count = add(out, count, CR_ENDS, &fact->period.to, 0);
  if (ref.kind == CR_FACT_lots) {
    cr_lot *lot = &facts->lots[ref.index];
    const int stated = facts->classes[lot->share_class].double_after_years;
    count = add(out, count, CR_SUSPENSION, &lot->suspension.from, 0);
    count = add(out, count, CR_SUSPENSION, &lot->suspension.to, 0);
    if (stated) count = add(out, count, CR_DOUBLE_VOTES, &lot->since, stated < 0 ? LEGAL_YEARS : stated);
  } else if (ref.kind == CR_FACT_options) {
    count = add(out, count, CR_EXERCISE, &facts->options[ref.index].exercisable.from, 0);
    count = add(out, count, CR_EXERCISE, &facts->options[ref.index].exercisable.to, 0);
  } else if (ref.kind == CR_FACT_declared_tables) {
    count = add(out, count, CR_TOLD, &facts->declared_tables[ref.index].date, 0);
  } else if (ref.kind == CR_FACT_declarations) {
    count = add(out, count, CR_TOLD, &facts->declarations[ref.index].date, 0);
  }
  return count;
}

cr_date cr_fact_date_day(const cr_fact_date *date) {
  return date->years ? cr_date_add_years(*date->date, date->years) : *date->date;
}

/* Calls for both ends of a period. */
typedef struct cr_telling {
  void (*each)(void *user, cr_date day, const cr_law_change *change);
  void *user;
} cr_telling;

static void tell(const cr_telling *telling, cr_period period, cr_law_event what, const char *code) {
  cr_law_change change = {what, true, code};
  if (period.from != CR_DATE_NONE) telling->each(telling->user, period.from, &change);
  change.begins = false;
  if (period.to != CR_DATE_NONE) telling->each(telling->user, period.to, &change);
}

static void tell_country(const cr_telling *telling, const cr_country *country) {
  for (int i = 0; i < country->member_count; i++)
    tell(telling, country->member[i], CR_MEMBERSHIP, country->code);
  for (int i = 0; i < country->union_territory_count; i++)
    tell(telling, country->union_territory[i], CR_TERRITORY, country->code);
  for (int i = 0; i < country->transition_count; i++)
    tell(telling, country->transition[i], CR_TRANSITION, country->code);
  for (int i = 0; i < country->eea_count; i++)
    tell(telling, country->eea[i], CR_EEA, country->code);
}

void cr_law_changes(const cr_reference *reference,
                    void (*each)(void *user, cr_date day, const cr_law_change *change),
                    void *user) {
  const cr_telling telling = {each, user};
  for (int i = 0; i < reference->country_count; i++) tell_country(&telling, &reference->countries[i]);
  for (int i = 0; i < reference->market_count; i++)
    tell(&telling, reference->markets[i].period, CR_MARKET, reference->markets[i].mic);
  for (int i = 0; i < reference->majority_count; i++)
    tell(&telling, reference->majorities[i].in_force, CR_MAJORITY,
         reference->majorities[i].article ? reference->majorities[i].article : "");
  for (int i = 0; i < reference->threshold_count; i++)
    tell(&telling, reference->thresholds[i].in_force, CR_THRESHOLD, "");
}

static bool same(const char *a, const char *b) { return a && strcmp(a, b) == 0; }

static bool names_country(const cr_facts *facts, const char *code) {
  for (size_t i = 0; i < facts->seats_count; i++)
    if (same(facts->seats[i].country, code)) return true;
  for (size_t i = 0; i < facts->parties_count; i++) {
    const cr_party *party = &facts->parties[i];
    if (same(party->country, code)) return true;
    for (const char *const *one = party->nationalities; one && *one; one++)
      if (same(*one, code)) return true;
  }
  return false;
}

/* A market's regulation may hang on its State's accession too: that change has the State's code. */
bool cr_law_concerns(const cr_facts *facts, const cr_law_change *change) {
  if (change->what == CR_MAJORITY) return facts->rights_count > 0;
  if (change->what == CR_THRESHOLD) return facts->declarations_count > 0;
  for (size_t i = 0; change->what == CR_MARKET && i < facts->admissions_count; i++)
    if (same(facts->admissions[i].mic, change->code)) return true;
  return change->what != CR_MARKET && names_country(facts, change->code);
}
