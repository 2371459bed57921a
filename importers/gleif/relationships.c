/* RR-CDF: who consolidates whom, and who manages which fund. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/gleif/package.h"

typedef enum effect { NONE, CONTROLS, ULTIMATE, MANAGES, UMBRELLA } effect;

/* A head office is the same person in law as its branch. A feeder invests in its master: that gives
 * it neither control nor management. */
static effect effect_of(const char *type) {
  if (!strcmp(type, "IS_DIRECTLY_CONSOLIDATED_BY")) return CONTROLS;
  if (!strcmp(type, "IS_INTERNATIONAL_BRANCH_OF")) return CONTROLS;
  if (!strcmp(type, "IS_ULTIMATELY_CONSOLIDATED_BY")) return ULTIMATE;
  if (!strcmp(type, "IS_FUND-MANAGED_BY")) return MANAGES;
  if (!strcmp(type, "IS_SUBFUND_OF")) return UMBRELLA;
  return NONE;
}

/* Parties by type: both of a sub-fund are funds, and the child of a manager. */
static crible_status find_parties(int *child, int *parent, cr_gleif_package *package,
                                  const cr_gleif_record *record, effect does) {
  const char *schemes[2] = {record->text[CR_GLEIF_CHILD_SCHEME],
                            record->text[CR_GLEIF_PARENT_SCHEME]};
  for (int i = 0; i < 2; i++)
    if (!schemes[i] || !strcmp(schemes[i], "LEI")) schemes[i] = "lei";
  crible_status status =
      cr_gleif_party(child, package, schemes[0], record->text[CR_GLEIF_CHILD],
                     does == CONTROLS || does == ULTIMATE ? CR_COMPANY : CR_FUND);
  if (status != CRIBLE_OK) return status;
  return cr_gleif_party(parent, package, schemes[1], record->text[CR_GLEIF_PARENT],
                        does == UMBRELLA ? CR_FUND : CR_COMPANY);
}

/* When a relationship that is over ended, if no period says it: when its record was last touched. */
static void end_inactive(cr_period *period, const cr_gleif_record *record) {
  const char *status = record->text[CR_GLEIF_RELATIONSHIP_STATUS];
  if (!status || strcmp(status, "INACTIVE") || period->to != CR_DATE_NONE) return;
  period->to = cr_gleif_day(record->text[CR_GLEIF_UPDATED]);
}

static bool lasts(cr_period period) {
  return period.from == CR_DATE_NONE || period.to == CR_DATE_NONE || period.from < period.to;
}

/* How much of the child is consolidated, as a percentage: files write 1.00 for all of it. NULL when
 * it is not stated. It is accounting, and says neither capital nor votes. */
static const char *percentage(cr_arena *arena, const cr_gleif_record *record) {
  const char *units = record->text[CR_GLEIF_UNITS], *amount = record->text[CR_GLEIF_AMOUNT];
  bool exact;
  char *text = NULL;
  fmpq_t value;
  fmpq_init(value);
  if (amount && units && !strcmp(units, "PERCENTAGE") &&
      cr_rational_parse(value, NULL, amount) == CRIBLE_OK)
    text = cr_rational_decimal(arena, &exact, value, fmpq_cmp_ui(value, 1) > 0 ? 0 : 2, 2);
  fmpq_clear(value);
  return text;
}

static crible_status locate(const char **out, cr_gleif_package *package,
                            const cr_gleif_record *record) {
  const char *const *text = record->text;
  cr_arena *arena = package->facts->arena;
  const char *consolidated = percentage(arena, record);
  char *made = cr_arena_printf(arena, consolidated ? "%s %s %s (%s %%)" : "%s %s %s",
                               text[CR_GLEIF_CHILD], text[CR_GLEIF_TYPE], text[CR_GLEIF_PARENT],
                               consolidated);
  if (!made) return CRIBLE_E_MEMORY;
  *out = made;
  return CRIBLE_OK;
}

typedef struct link {
  effect does;
  int child, parent;
  const char *locator;
} link;

static crible_status add_link(cr_gleif_package *package, const cr_gleif_record *record,
                              const link *what, cr_period period) {
  end_inactive(&period, record);
  if (!lasts(period)) return CRIBLE_OK;
  cr_fact fact = cr_gleif_fact(package, record, what->locator, period);
  if (what->does == UMBRELLA || what->does == ULTIMATE) {
    cr_gleif_aside aside = {fact, what->child, what->parent, what->does == ULTIMATE, false};
    return cr_gleif_keep_aside(package, &aside);
  }
  return cr_gleif_add_control(package, &fact, what->child, what->parent,
                              what->does == MANAGES ? CR_CONTROL_MANAGER : CR_CONTROL_IN_FACT);
}

/* One fact a period of the relationship. An accounting year that ends, or a filing, does not end
 * it: without a period of its own it holds from the first such day on. */
static crible_status add_periods(cr_gleif_package *package, const cr_gleif_record *record,
                                 const link *what) {
  cr_period since = {CR_DATE_NONE, CR_DATE_NONE};
  int own = 0;
  for (int i = 0; i < record->period_count; i++) {
    const cr_gleif_period *stated = &record->periods[i];
    cr_date from = stated->period.from;
    if (stated->of_relationship) {
      crible_status status = add_link(package, record, what, stated->period);
      if (status != CRIBLE_OK) return status;
      own++;
    } else if (from != CR_DATE_NONE && (since.from == CR_DATE_NONE || from < since.from)) {
      since.from = from;
    }
  }
  return own ? CRIBLE_OK : add_link(package, record, what, since);
}

static const char *const no_records[] = {"DUPLICATE", "ANNULLED", "CANCELLED", NULL};

crible_status cr_gleif_add_relationship(cr_gleif_package *package, const cr_gleif_record *record) {
  const char *const *text = record->text;
  if (!text[CR_GLEIF_CHILD] || !text[CR_GLEIF_PARENT] || !text[CR_GLEIF_TYPE] ||
      cr_gleif_any(text[CR_GLEIF_REGISTRATION_STATUS], no_records))
    return CRIBLE_OK;
  link what = {.does = effect_of(text[CR_GLEIF_TYPE])};
  if (what.does == NONE) return CRIBLE_OK;
  if (!strcmp(text[CR_GLEIF_CHILD], text[CR_GLEIF_PARENT]))
    return cr_gleif_warn(package, record, "gleif-itself",
                         _("%.64s is said to stand above itself: it is left out"),
                         text[CR_GLEIF_CHILD]);
  crible_status status = locate(&what.locator, package, record);
  if (status != CRIBLE_OK) return status;
  status = find_parties(&what.child, &what.parent, package, record, what.does);
  if (status != CRIBLE_OK) return status;
  return add_periods(package, record, &what);
}
