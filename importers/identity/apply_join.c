/* Carrying a joining out: what may lack memory first, then every reference to a party. */
#include <string.h>

#include "engine/facts/party_index.h"
#include "importers/identity/join.h"

/* Room for the lists that are written anew: parts of these blocks are handed out. */
typedef struct application {
  const cr_joining *joining;
  cr_facts *facts;
  int *place; /* of each party in the store afterwards */
  bool *seen; /* whether a party is described already */
  int *members;
  cr_declared_row *rows;
  cr_identifier *identifiers;
} application;

static size_t count_members(const cr_facts *facts) {
  size_t count = 1;
  for (size_t i = 0; i < facts->declarations_count; i++)
    count += (size_t)facts->declarations[i].included_count;
  for (size_t i = 0; i < facts->controls_count; i++)
    count += (size_t)facts->controls[i].controller_count;
  for (size_t i = 0; i < facts->concerts_count; i++)
    count += (size_t)facts->concerts[i].member_count;
  for (size_t i = 0; i < facts->rights_count; i++)
    count += (size_t)(facts->rights[i].party_count + facts->rights[i].undertaker_count);
  return count;
}

static crible_status allocate(application *out, const cr_joining *joining) {
  cr_facts *facts = joining->facts;
  size_t rows = 1, identifiers = 1;
  for (size_t i = 0; i < facts->declared_tables_count; i++)
    rows += (size_t)facts->declared_tables[i].row_count;
  for (size_t i = 0; i < facts->parties_count; i++)
    identifiers += (size_t)facts->parties[i].identifier_count;
  *out = (application){joining, facts,
                       cr_arena_alloc(facts->arena, facts->parties_count + 1, sizeof(int)),
                       cr_arena_alloc(facts->arena, facts->parties_count + 1, sizeof(bool)),
                       cr_arena_alloc(facts->arena, count_members(facts), sizeof(int)),
                       cr_arena_alloc(facts->arena, rows, sizeof *out->rows),
                       cr_arena_alloc(facts->arena, identifiers, sizeof *out->identifiers)};
  const bool all = out->place && out->seen && out->members && out->rows && out->identifiers;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static void find_places(application *self) {
  int used = 0;
  for (size_t i = 0; i < self->facts->parties_count; i++)
    if (cr_joining_one(self->joining, (int)i) == (int)i) self->place[i] = used++;
}

static void move(const application *self, int *party) {
  if (*party != CR_NONE) *party = self->place[cr_joining_one(self->joining, *party)];
}

/* A list names nobody twice. */
static void move_list(application *self, const int **list, int *count) {
  int *moved = self->members, kept = 0;
  for (int i = 0; i < *count; i++) {
    int party = (*list)[i], at = 0;
    move(self, &party);
    while (at < kept && moved[at] != party) at++;
    if (at == kept) moved[kept++] = party;
  }
  if (!*count) return;
  self->members += kept;
  *list = moved;
  *count = kept;
}

static void move_holdings(const application *self) {
  cr_facts *facts = self->facts;
  for (size_t i = 0; i < facts->seats_count; i++) move(self, &facts->seats[i].party);
  for (size_t i = 0; i < facts->classes_count; i++) move(self, &facts->classes[i].company);
  for (size_t i = 0; i < facts->lots_count; i++) {
    move(self, &facts->lots[i].holder);
    move(self, &facts->lots[i].bare_owner);
  }
  for (size_t i = 0; i < facts->stakes_count; i++) {
    move(self, &facts->stakes[i].holder);
    move(self, &facts->stakes[i].company);
  }
  for (size_t i = 0; i < facts->options_count; i++) {
    move(self, &facts->options[i].holder);
    move(self, &facts->options[i].from_holder);
  }
  for (size_t i = 0; i < facts->unit_holdings_count; i++) {
    move(self, &facts->unit_holdings[i].fund);
    move(self, &facts->unit_holdings[i].holder);
  }
  for (size_t i = 0; i < facts->completeness_count; i++)
    move(self, &facts->completeness[i].company);
  for (size_t i = 0; i < facts->aliases_count; i++) move(self, &facts->aliases[i].party);
}

static void move_declared(application *self) {
  cr_facts *facts = self->facts;
  for (size_t i = 0; i < facts->declared_tables_count; i++) {
    cr_declared_table *table = &facts->declared_tables[i];
    move(self, &table->company);
    if (!table->row_count) continue;
    memcpy(self->rows, table->rows, (size_t)table->row_count * sizeof *table->rows);
    for (int row = 0; row < table->row_count; row++) move(self, &self->rows[row].declarant);
    table->rows = self->rows;
    self->rows += table->row_count;
  }
  for (size_t i = 0; i < facts->declarations_count; i++) {
    cr_declaration *declaration = &facts->declarations[i];
    move(self, &declaration->declarant);
    move(self, &declaration->company);
    move_list(self, &declaration->included, &declaration->included_count);
  }
}

static void move_powers(application *self) {
  cr_facts *facts = self->facts;
  for (size_t i = 0; i < facts->controls_count; i++) {
    move(self, &facts->controls[i].controlled);
    move_list(self, &facts->controls[i].controllers, &facts->controls[i].controller_count);
  }
  for (size_t i = 0; i < facts->concerts_count; i++)
    move_list(self, &facts->concerts[i].members, &facts->concerts[i].member_count);
  for (size_t i = 0; i < facts->organs_count; i++) move(self, &facts->organs[i].company);
  for (size_t i = 0; i < facts->rights_count; i++) {
    cr_right *right = &facts->rights[i];
    move(self, &right->company);
    move_list(self, &right->parties, &right->party_count);
    move_list(self, &right->undertakers, &right->undertaker_count);
  }
}

static bool has_identifier(const cr_identifier *identifiers, int count, const cr_identifier *one) {
  for (int i = 0; i < count; i++)
    if (!strcmp(identifiers[i].scheme, one->scheme) && !strcmp(identifiers[i].value, one->value))
      return true;
  return false;
}

/* What one of them does not state, the other one does; of two legal forms none is sure. */
static void add_particulars(cr_party *to, const cr_party *from) {
  if (to->named_only && !from->named_only) to->kind = from->kind;
  to->named_only = to->named_only && from->named_only;
  if (!to->form) to->form = from->form;
  else if (from->form && from->form != to->form) to->form = CR_FORM_UNSTATED;
  if (to->incorporated == CR_DATE_NONE) to->incorporated = from->incorporated;
  if (!to->country) to->country = from->country;
  if (!to->nationalities) to->nationalities = from->nationalities;
}

static void describe(application *self, int party) {
  cr_facts *facts = self->facts;
  cr_identifier *identifiers = self->identifiers;
  int count = 0;
  for (size_t i = 0; i < facts->parties_count; i++) {
    const cr_party *one = &facts->parties[i];
    if (cr_joining_one(self->joining, (int)i) != party) continue;
    for (int j = 0; j < one->identifier_count; j++)
      if (!has_identifier(identifiers, count, &one->identifiers[j]))
        identifiers[count++] = one->identifiers[j];
    if ((int)i != party) add_particulars(&facts->parties[party], one);
  }
  self->identifiers += count;
  facts->parties[party].identifiers = identifiers;
  facts->parties[party].identifier_count = count;
}

/* Of those joined, each is looked at once. */
static void move_parties(application *self) {
  const cr_joining *joining = self->joining;
  cr_facts *facts = self->facts;
  size_t kept = 0;
  for (size_t i = 0; i < facts->parties_count; i++) {
    const int one = cr_joining_one(joining, (int)i);
    if (one == (int)i || self->seen[one]) continue;
    self->seen[one] = true;
    describe(self, one);
  }
  for (size_t i = 0; i < facts->parties_count; i++)
    if (cr_joining_one(joining, (int)i) == (int)i) facts->parties[kept++] = facts->parties[i];
  facts->parties_count = kept;
}

crible_status cr_joining_apply(const cr_joining *joining) {
  application self;
  crible_status status = allocate(&self, joining);
  if (status != CRIBLE_OK) return status;
  find_places(&self);
  move_holdings(&self);
  move_declared(&self);
  move_powers(&self);
  move(&self, &self.facts->candidate);
  move_parties(&self);
  if (self.facts->party_index)
    cr_party_index_clear(self.facts->party_index, cr_arena_context(self.facts->arena));
  return CRIBLE_OK;
}
