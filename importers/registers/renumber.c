/* New indexes for the parties, sources, classes, lots and organs of a store. */
#include "importers/registers/join.h"

typedef struct renumbering {
  cr_facts *facts;
  const cr_shift *shift;
  crible_status status;
} renumbering;

static void party(const renumbering *to, int *index) {
  if (*index != CR_NONE) *index = to->shift->party[*index];
}

static void later(int *index, int shift) {
  if (*index != CR_NONE) *index += shift;
}

static void list(renumbering *to, const int **parties, int count) {
  if (to->status != CRIBLE_OK || !*parties || !count) return;
  int *copy = cr_arena_alloc(to->facts->arena, (size_t)count, sizeof *copy);
  if (!copy) {
    to->status = CRIBLE_E_MEMORY;
    return;
  }
  for (int i = 0; i < count; i++) copy[i] = to->shift->party[(*parties)[i]];
  *parties = copy;
}

static void rows(renumbering *to, cr_declared_table *table) {
  if (to->status != CRIBLE_OK || !table->row_count) return;
  cr_declared_row *copy =
      cr_arena_alloc(to->facts->arena, (size_t)table->row_count, sizeof *copy);
  if (!copy) {
    to->status = CRIBLE_E_MEMORY;
    return;
  }
  for (int i = 0; i < table->row_count; i++) {
    copy[i] = table->rows[i];
    party(to, &copy[i].declarant);
  }
  table->rows = copy;
}

static void right(renumbering *to, cr_right *right) {
  party(to, &right->company);
  list(to, &right->parties, right->party_count);
  list(to, &right->undertakers, right->undertaker_count);
  later(&right->share_class, to->shift->share_class);
  later(&right->lot, to->shift->lot);
  later(&right->organ, to->shift->organ);
}

static void holdings(const renumbering *to) {
  cr_facts *facts = to->facts;
  int classes = to->shift->share_class;
  for (size_t i = 0; i < facts->lots_count; i++) {
    party(to, &facts->lots[i].holder);
    party(to, &facts->lots[i].bare_owner);
    later(&facts->lots[i].share_class, classes);
  }
  for (size_t i = 0; i < facts->stakes_count; i++) {
    party(to, &facts->stakes[i].holder);
    party(to, &facts->stakes[i].company);
    later(&facts->stakes[i].share_class, classes);
  }
  for (size_t i = 0; i < facts->options_count; i++) {
    party(to, &facts->options[i].holder);
    party(to, &facts->options[i].from_holder);
    later(&facts->options[i].share_class, classes);
  }
  for (size_t i = 0; i < facts->unit_holdings_count; i++) {
    party(to, &facts->unit_holdings[i].fund);
    party(to, &facts->unit_holdings[i].holder);
  }
}

static void companies(const renumbering *to) {
  cr_facts *facts = to->facts;
  for (size_t i = 0; i < facts->seats_count; i++) party(to, &facts->seats[i].party);
  for (size_t i = 0; i < facts->classes_count; i++) party(to, &facts->classes[i].company);
  for (size_t i = 0; i < facts->admissions_count; i++)
    later(&facts->admissions[i].share_class, to->shift->share_class);
  for (size_t i = 0; i < facts->organs_count; i++) party(to, &facts->organs[i].company);
  for (size_t i = 0; i < facts->completeness_count; i++)
    party(to, &facts->completeness[i].company);
  for (size_t i = 0; i < facts->aliases_count; i++) party(to, &facts->aliases[i].party);
}

static void groups(renumbering *to) {
  cr_facts *facts = to->facts;
  for (size_t i = 0; i < facts->declared_tables_count; i++) {
    party(to, &facts->declared_tables[i].company);
    rows(to, &facts->declared_tables[i]);
  }
  for (size_t i = 0; i < facts->declarations_count; i++) {
    cr_declaration *declaration = &facts->declarations[i];
    party(to, &declaration->declarant);
    party(to, &declaration->company);
    list(to, &declaration->included, declaration->included_count);
  }
  for (size_t i = 0; i < facts->controls_count; i++) {
    party(to, &facts->controls[i].controlled);
    list(to, &facts->controls[i].controllers, facts->controls[i].controller_count);
  }
  for (size_t i = 0; i < facts->concerts_count; i++)
    list(to, &facts->concerts[i].members, facts->concerts[i].member_count);
  for (size_t i = 0; i < facts->rights_count; i++) right(to, &facts->rights[i]);
}

static void sources(const renumbering *to) {
  cr_facts *facts = to->facts;
#define SHIFT_SOURCES(type, name)                                                  \
  for (size_t i = 0; CR_FACT_##name != CR_FACT_sources && i < facts->name##_count; i++) \
    later(&((cr_fact *)&facts->name[i])->source, to->shift->source);
  CR_FACT_KINDS(SHIFT_SOURCES)
#undef SHIFT_SOURCES
}

crible_status cr_facts_renumber(cr_facts *facts, const cr_shift *shift) {
  renumbering to = {facts, shift, CRIBLE_OK};
  sources(&to);
  companies(&to);
  holdings(&to);
  groups(&to);
  return to.status;
}
