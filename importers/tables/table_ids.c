/* Ids for what a table names. */
#include <stdio.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/tables/table_parts.h"
#include "importers/tables/write_table.h"

enum { LONGEST = 40, MOST_NAMED = 6 };

crible_status cr_table_ids_new(cr_table_ids *out, const cr_cap_table *table) {
  *out = (cr_table_ids){
      .party = cr_arena_alloc(table->arena, table->party_count + 1, sizeof *out->party),
      .party_declared = cr_arena_alloc(table->arena, table->party_count + 1, sizeof(bool)),
      .share_class = cr_arena_alloc(table->arena, table->class_count + 1, sizeof *out->share_class),
      .class_declared = cr_arena_alloc(table->arena, table->class_count + 1, sizeof(bool))};
  return out->party && out->party_declared && out->share_class && out->class_declared
             ? CRIBLE_OK
             : CRIBLE_E_MEMORY;
}

const char *cr_table_make_id(cr_arena *arena, const char *name, const char *otherwise,
                             bool (*taken)(const void *user, const char *id), const void *user) {
  char *id = cr_fold(arena, name);
  if (!id) return NULL;
  size_t used = 0;
  for (size_t i = 0; id[i] && used < LONGEST; i++) {
    if (id[i] == '%') continue;
    id[used++] = id[i] == ' ' ? '-' : id[i];
  }
  while (used && id[used - 1] == '-') used--;
  id[used] = '\0';
  const char *base = used ? id : otherwise, *chosen = base;
  for (int number = 2; chosen && taken(user, chosen); number++) {
    chosen = cr_arena_printf(arena, "%s-%d", base, number);
  }
  return chosen;
}

/* What ids must differ from: those taken elsewhere, and those already chosen here. */
typedef struct choosing {
  const char **chosen;
  size_t count;
  bool (*taken)(const void *user, const char *id);
  const void *user;
} choosing;

static bool is_taken(const void *user, const char *id) {
  const choosing *self = user;
  if (!strcmp(id, "undisclosed")) return true;
  for (size_t i = 0; i < self->count; i++) {
    if (self->chosen[i] && !strcmp(self->chosen[i], id)) return true;
  }
  return self->taken && self->taken(self->user, id);
}

crible_status cr_table_choose_ids(cr_table_ids *ids, const cr_cap_table *table,
                                  bool (*taken)(const void *user, const char *id),
                                  const void *user) {
  choosing parties = {ids->party, table->party_count, taken, user};
  choosing classes = {ids->share_class, table->class_count, NULL, NULL};
  for (size_t i = 0; i < table->party_count; i++) {
    if (ids->party[i]) continue;
    ids->party[i] = cr_table_make_id(table->arena, table->parties[i].name, "holder", is_taken, &parties);
    if (!ids->party[i]) return CRIBLE_E_MEMORY;
  }
  for (size_t i = 0; i < table->class_count; i++) {
    const char *name = table->classes[i].name ? table->classes[i].name : "";
    if (ids->share_class[i]) continue;
    ids->share_class[i] = cr_table_make_id(table->arena, name, "shares", is_taken, &classes);
    if (!ids->share_class[i]) return CRIBLE_E_MEMORY;
  }
  return CRIBLE_OK;
}

void cr_table_warn_of_kinds(cr_cap_table *table, const cr_table_ids *ids) {
  const char *list = NULL;
  int row = 0, count = 0;
  for (size_t i = 0; i < table->party_count; i++) {
    const cr_table_party *party = &table->parties[i];
    if (ids->party_declared[i] || party->kind != CR_HOLDER_UNKNOWN || party->row_word) continue;
    if (!count++) row = party->row;
    if (count > MOST_NAMED) continue;
    list = list ? cr_arena_printf(table->arena, "%s, %s", list, party->name) : party->name;
    if (!list) table->status = CRIBLE_E_MEMORY;
  }
  if (!count) return;
  cr_table_warn(table, row, NULL, "holder-kind-not-stated",
                _("add a column 'Type': company, person, fund or public body"),
                count > MOST_NAMED
                    ? _("what these holders are is not stated, so they are taken for companies: %s…")
                    : _("what these holders are is not stated, so they are taken for companies: %s"),
                list ? list : "");
}
