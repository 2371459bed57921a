#include "engine/graph/oddities.h"

#include "engine/graph/dilute.h"
#include "engine/graph/gaps.h"

enum { most_decimals = 10 };

static crible_status note_recorded_later(const cr_snapshot *snapshot, const cr_notes *notes) {
  const cr_facts *facts = snapshot->facts;
  size_t count[CR_FACT_KIND_COUNT] = {0};
#define COUNT(type, name) count[CR_FACT_##name] = facts->name##_count;
  CR_FACT_KINDS(COUNT)
#undef COUNT
  for (int kind = CR_FACT_parties; kind < CR_FACT_KIND_COUNT; kind++) {
    for (size_t i = 0; i < count[kind]; i++) {
      cr_fact_ref ref = {(cr_fact_kind)kind, (int)i};
      const cr_fact *fact = cr_facts_common(facts, ref);
      if (fact->recorded == CR_DATE_NONE || fact->recorded <= snapshot->as_of ||
          !cr_fact_valid(fact, snapshot->as_of))
        continue;
      char date[16];
      cr_date_format(date, fact->recorded);
      crible_status status =
          cr_note(notes, CR_ODDITY, "recorded-after", CR_NONE, CR_NONE, CR_NONE, date, &ref, 1);
      if (status != CRIBLE_OK) return status;
    }
  }
  return CRIBLE_OK;
}

static crible_status note_decimals(const cr_snapshot *snapshot, const int *node_of,
                                   const cr_notes *notes) {
  const cr_facts *facts = snapshot->facts;
  for (size_t i = 0; i < facts->stakes_count; i++) {
    const cr_stake *stake = &facts->stakes[i];
    bool many = stake->decimals[CR_CAPITAL] > most_decimals ||
                stake->decimals[CR_VOTES] > most_decimals;
    if (!many || node_of[stake->company] == CR_NONE ||
        !cr_fact_valid(&stake->fact, snapshot->as_of))
      continue;
    crible_status status = cr_note_fact(notes, CR_ODDITY, "many-decimals", stake->holder,
                                        stake->company, NULL, CR_FACT_stakes, (int)i);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* A company in which nothing at all is issued has a remark of its own. */
static bool beside_others(const cr_snapshot *snapshot, int company) {
  for CR_EACH (i, &snapshot->classes, company)
    if (!fmpq_is_zero(snapshot->facts->classes[snapshot->classes.item[i]].issued)) return true;
  return false;
}

static crible_status note_classes(const cr_snapshot *snapshot, const int *node_of,
                                  const cr_notes *notes) {
  const cr_facts *facts = snapshot->facts;
  for (size_t i = 0; i < facts->classes_count; i++) {
    const cr_share_class *told = &facts->classes[i];
    if (!fmpq_is_zero(told->issued) || node_of[told->company] == CR_NONE ||
        !cr_fact_valid(&told->fact, snapshot->as_of) || !beside_others(snapshot, told->company))
      continue;
    crible_status status = cr_note_fact(notes, CR_ODDITY, "class-without-shares", told->company,
                                        CR_NONE, told->id, CR_FACT_classes, (int)i);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* Shares issued are counted as they are, or as options would make of them. */
static crible_status note_options(const cr_snapshot *snapshot, const int *node_of,
                                  const cr_notes *notes) {
  const cr_facts *facts = snapshot->facts;
  for (size_t i = 0; i < facts->options_count; i++) {
    const cr_option *option = &facts->options[i];
    int company = facts->classes[option->share_class].company;
    if (node_of[company] == CR_NONE || !cr_fact_valid(&option->fact, snapshot->as_of)) continue;
    const char *code =
        cr_option_exercised(snapshot, (int)i) ? "option-exercised" : "option-ignored";
    crible_status status = cr_note_fact(notes, CR_PRESUMPTION, code, option->holder, company,
                                        NULL, CR_FACT_options, (int)i);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static crible_status note_aliases(const cr_snapshot *snapshot, const int *node_of,
                                  const cr_notes *notes, cr_arena *scratch) {
  const cr_facts *facts = snapshot->facts;
  for (size_t i = 0; i < facts->aliases_count; i++) {
    const cr_alias *alias = &facts->aliases[i];
    if (node_of[alias->party] == CR_NONE) continue;
    const char *who = cr_arena_printf(scratch, "%s (%s)", alias->name, alias->id);
    if (!who) return CRIBLE_E_MEMORY;
    crible_status status = cr_note_fact(notes, CR_PRESUMPTION, "confirmed-same", alias->party,
                                        CR_NONE, who, CR_FACT_aliases, (int)i);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

crible_status cr_oddities_note(const cr_snapshot *snapshot, const int *node_of,
                               const cr_notes *notes, cr_arena *scratch) {
  crible_status status = note_recorded_later(snapshot, notes);
  if (status == CRIBLE_OK) status = note_decimals(snapshot, node_of, notes);
  if (status == CRIBLE_OK) status = note_classes(snapshot, node_of, notes);
  if (status == CRIBLE_OK) status = note_options(snapshot, node_of, notes);
  if (status == CRIBLE_OK) status = note_aliases(snapshot, node_of, notes, scratch);
  if (status == CRIBLE_OK) status = cr_gaps_note(snapshot, node_of, notes, scratch);
  return status;
}
