#include "engine/graph/snapshot.h"

#include <string.h>

/* Fills key[i] with `expression` for each fact `it` of an array that is valid on
 * the date, CR_NONE for the others, and groups them. */
#define GROUP(out, type, array, keys, expression)                                              \
  do {                                                                                         \
    for (size_t i = 0; status == CRIBLE_OK && i < facts->array##_count; i++) {                 \
      const type *it = &facts->array[i];                                                       \
      key[i] = cr_fact_valid(&it->fact, snapshot->as_of) ? (expression) : CR_NONE;             \
    }                                                                                          \
    if (status == CRIBLE_OK)                                                                   \
      status = cr_buckets_make(&snapshot->out, keys, key, facts->array##_count, arena);        \
  } while (0)

static int class_in_force(const cr_snapshot *snapshot, int share_class) {
  return share_class == CR_NONE ? CR_NONE : snapshot->class_now[share_class];
}

static size_t longest_array(const cr_facts *facts) {
  size_t longest = 1;
#define LONGER(type, name) \
  if (facts->name##_count > longest) longest = facts->name##_count;
  CR_FACT_KINDS(LONGER)
#undef LONGER
  return longest;
}

/* Needs the valid classes grouped by company. */
static crible_status find_classes_now(cr_snapshot *snapshot, cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  snapshot->class_now = cr_arena_alloc(arena, facts->classes_count, sizeof(int));
  if (!snapshot->class_now) return CRIBLE_E_MEMORY;
  for (size_t c = 0; c < facts->classes_count; c++) {
    const cr_share_class *told = &facts->classes[c];
    snapshot->class_now[c] = CR_NONE;
    for CR_EACH (i, &snapshot->classes, told->company) {
      int now = snapshot->classes.item[i];
      if (now == (int)c || strcmp(facts->classes[now].id, told->id) == 0)
        snapshot->class_now[c] = now;
    }
  }
  return CRIBLE_OK;
}

/* A registered office in France, wherever else it may be too. */
static bool french(const cr_snapshot *snapshot, int party) {
  bool found = false;
  for CR_EACH (i, &snapshot->seats, party) {
    const cr_seat *seat = &snapshot->facts->seats[snapshot->seats.item[i]];
    if (seat->kind != CR_SEAT_REGISTERED) continue;
    const cr_country *country = cr_reference_country(snapshot->reference, seat->country);
    const char *state = country && country->state ? country->state : seat->country;
    if (strcmp(state, CR_FRANCE) != 0) return false;
    found = true;
  }
  return found;
}

/* Whether the rule on listed companies holds in a company (choices listed-chain, listed-issuer). */
static bool listing_counts(const cr_snapshot *snapshot, int company) {
  const uint8_t *option = snapshot->reading->option;
  if (option[CR_CHOICE_LISTED_CHAIN] == CR_LISTED_CHAIN_NO &&
      company != snapshot->facts->candidate)
    return false;
  return option[CR_CHOICE_LISTED_ISSUER] == CR_LISTED_ISSUER_EEA || french(snapshot, company);
}

static crible_status find_issuers(cr_snapshot *snapshot, cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  snapshot->issuer = cr_arena_alloc(arena, facts->parties_count, sizeof(bool));
  if (!snapshot->issuer) return CRIBLE_E_MEMORY;
  for (size_t c = 0; c < facts->classes_count; c++) {
    int company = facts->classes[c].company;
    if (cr_buckets_count(&snapshot->admissions, (int)c) > 0 && listing_counts(snapshot, company))
      snapshot->issuer[company] = true;
  }
  return CRIBLE_OK;
}

static bool seen_through(const cr_snapshot *snapshot, int party) {
  return cr_is_fund(snapshot->facts, party) &&
         snapshot->reading->option[CR_CHOICE_FUNDS] == CR_FUNDS_INVESTORS;
}

static crible_status group_by_company(cr_snapshot *snapshot, int *key, cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  size_t parties = facts->parties_count;
  crible_status status = CRIBLE_OK;
  GROUP(stakes, cr_stake, stakes, parties,
        it->share_class != CR_NONE && class_in_force(snapshot, it->share_class) == CR_NONE
            ? CR_NONE
            : it->company);
  GROUP(units, cr_unit_holding, unit_holdings, parties,
        seen_through(snapshot, it->fund) ? it->fund : CR_NONE);
  GROUP(options, cr_option, options, parties,
        class_in_force(snapshot, it->share_class) == CR_NONE
            ? CR_NONE
            : facts->classes[it->share_class].company);
  GROUP(seats, cr_seat, seats, parties, it->party);
  GROUP(controls, cr_control_fact, controls, parties, it->controlled);
  GROUP(tables, cr_declared_table, declared_tables, parties,
        it->date <= snapshot->as_of ? it->company : CR_NONE);
  GROUP(declarations, cr_declaration, declarations, parties,
        it->date <= snapshot->as_of ? it->company : CR_NONE);
  GROUP(completeness, cr_completeness, completeness, parties,
        it->of == CR_COMPLETE_HOLDERS ? it->company : CR_NONE);
  return status;
}

static crible_status group_by_class(cr_snapshot *snapshot, int *key, cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  size_t classes = facts->classes_count;
  crible_status status = CRIBLE_OK;
  GROUP(lots, cr_lot, lots, classes, class_in_force(snapshot, it->share_class));
  GROUP(admissions, cr_admission, admissions, classes,
        cr_reference_regulated(snapshot->reference, snapshot->reading, it->mic, snapshot->as_of)
            ? class_in_force(snapshot, it->share_class)
            : CR_NONE);
  return status;
}

crible_status cr_snapshot_take(cr_snapshot *out, const cr_facts *facts,
                               const cr_reference *reference, const cr_reading *reading,
                               cr_date as_of, cr_arena *arena) {
  cr_snapshot made = {
      .facts = facts, .reference = reference, .reading = reading, .as_of = as_of};
  cr_snapshot *snapshot = &made;
  int *key = cr_arena_alloc(arena, longest_array(facts), sizeof *key);
  crible_status status = key ? CRIBLE_OK : CRIBLE_E_MEMORY;
  GROUP(classes, cr_share_class, classes, facts->parties_count, it->company);
  if (status == CRIBLE_OK) status = find_classes_now(snapshot, arena);
  if (status == CRIBLE_OK) status = group_by_company(snapshot, key, arena);
  if (status == CRIBLE_OK) status = group_by_class(snapshot, key, arena);
  if (status == CRIBLE_OK) status = find_issuers(snapshot, arena);
  if (status == CRIBLE_OK) *out = made;
  return status;
}

bool cr_on_regulated_market(const cr_snapshot *snapshot, int company) {
  for CR_EACH (c, &snapshot->classes, company)
    if (cr_buckets_count(&snapshot->admissions, snapshot->classes.item[c]) > 0) return true;
  return false;
}

bool cr_is_fund(const cr_facts *facts, int party) {
  cr_party_kind kind = facts->parties[party].kind;
  return kind == CR_FUND || kind == CR_ARRANGEMENT;
}

bool cr_held(const cr_snapshot *snapshot, int party) {
  cr_party_kind kind = snapshot->facts->parties[party].kind;
  if (kind == CR_COMPANY || seen_through(snapshot, party)) return true;
  return kind == CR_PUBLIC_BODY && (cr_buckets_count(&snapshot->stakes, party) > 0 ||
                                    cr_buckets_count(&snapshot->classes, party) > 0);
}

bool cr_complete(const cr_snapshot *snapshot, int company, cr_property property) {
  for CR_EACH (i, &snapshot->completeness, company)
    if (snapshot->facts->completeness[snapshot->completeness.item[i]].property[property])
      return true;
  return false;
}
