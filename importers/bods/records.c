/* Records: which statements are versions of one another, and when each one holds. */
#include <stdlib.h>
#include <string.h>

#include "importers/bods/package.h"

int cr_bods_record_find(const cr_bods_package *package, const char *id) {
  return cr_bods_index_find(&package->index, id);
}

crible_status cr_bods_record_add(int *out, cr_bods_package *package, const char *id,
                                 cr_bods_record_kind kind) {
  void *block = package->records;
  crible_status status = cr_grow(package->context, &block, &package->record_capacity,
                                 package->record_count + 1, sizeof(cr_bods_record));
  if (status != CRIBLE_OK) return status;
  package->records = block;
  *out = (int)package->record_count;
  package->records[package->record_count++] = (cr_bods_record){id, kind, CR_NONE, 0, 0};
  return cr_bods_index_find(&package->index, id) == CR_NONE
             ? cr_bods_index_add(&package->index, id, *out)
             : CRIBLE_OK;
}

/* Before 0.4 a statement on who somebody is replaces others on the same: all their ids are that
 * of one record. A relationship that replaces others may be one of several that do. */
static crible_status join_replaced(int *record, cr_bods_package *package,
                                   const cr_bods_statement *statement) {
  if (statement->kind == CR_BODS_RELATIONSHIP || !statement->replaces) return CRIBLE_OK;
  for (int i = 0; *record == CR_NONE && statement->replaces[i]; i++)
    *record = cr_bods_record_find(package, statement->replaces[i]);
  if (*record != CR_NONE && cr_bods_record_find(package, statement->record) == CR_NONE)
    return cr_bods_index_add(&package->index, statement->record, *record);
  return CRIBLE_OK;
}

/* The ids that it replaces, told later in the file or not at all, are its own. */
static crible_status name_replaced(cr_bods_package *package, const cr_bods_statement *statement,
                                   int record) {
  if (statement->kind == CR_BODS_RELATIONSHIP || !statement->replaces) return CRIBLE_OK;
  for (int i = 0; statement->replaces[i]; i++) {
    if (cr_bods_record_find(package, statement->replaces[i]) != CR_NONE) continue;
    crible_status status = cr_bods_index_add(&package->index, statement->replaces[i], record);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static crible_status group(cr_bods_package *package) {
  for (size_t i = 0; i < package->count; i++) {
    const cr_bods_statement *statement = &package->statements[i];
    int record = cr_bods_record_find(package, statement->record);
    if (record != CR_NONE && package->records[record].kind != statement->kind) record = CR_NONE;
    crible_status status = join_replaced(&record, package, statement);
    if (status == CRIBLE_OK && record == CR_NONE)
      status = cr_bods_record_add(&record, package, statement->record, statement->kind);
    if (status == CRIBLE_OK) status = name_replaced(package, statement, record);
    if (status != CRIBLE_OK) return status;
    package->record_of[i] = record;
  }
  return CRIBLE_OK;
}

typedef struct version {
  int record, statement;
  cr_date date;
} version;

static int by_record_then_date(const void *left, const void *right) {
  const version *a = left, *b = right;
  if (a->record != b->record) return a->record < b->record ? -1 : 1;
  if (a->date != b->date) return a->date < b->date ? -1 : 1;
  return a->statement < b->statement ? -1 : 1;
}

static crible_status sort(cr_bods_package *package) {
  version *versions = cr_allocate(package->context, (package->count + 1) * sizeof *versions);
  if (!versions) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < package->count; i++)
    versions[i] = (version){package->record_of[i], (int)i, package->statements[i].date};
  if (package->count) qsort(versions, package->count, sizeof *versions, by_record_then_date);
  for (size_t i = 0; i < package->count; i++) {
    cr_bods_record *record = &package->records[versions[i].record];
    if (i == 0 || versions[i - 1].record != versions[i].record) record->first = (int)i;
    record->last = (int)i + 1;
    package->order[i] = versions[i].statement;
  }
  cr_release(package->context, versions);
  return CRIBLE_OK;
}

/* When the interests of a statement ended, if it says so of every one. */
static cr_date ended(const cr_bods_statement *statement) {
  cr_date last = CR_DATE_NONE;
  const cr_bods_relationship *relationship = statement->relationship;
  for (int i = 0; relationship && i < relationship->interest_count; i++) {
    cr_date to = relationship->interests[i].period.to;
    if (to == CR_DATE_NONE) return CR_DATE_NONE;
    if (to > last) last = to;
  }
  return last;
}

static void end_window(cr_bods_statement *statement, cr_date date) {
  if (date == CR_DATE_NONE) return;
  if (statement->window.to == CR_DATE_NONE || date < statement->window.to)
    statement->window.to = date;
}

/* A statement holds from its date, the first of a record from before, until the next one's;
 * a closing one ends what came before it. */
static void set_windows(cr_bods_package *package, const cr_bods_record *record) {
  for (int i = record->first; i < record->last; i++) {
    cr_bods_statement *statement = &package->statements[package->order[i]];
    bool versions = !statement->flat || statement->kind != CR_BODS_RELATIONSHIP;
    if (i > record->first && versions) statement->window.from = statement->date;
    if (statement->closed) end_window(statement, statement->date);
    if (i + 1 == record->last || !versions) continue;
    const cr_bods_statement *next = &package->statements[package->order[i + 1]];
    end_window(statement, next->date);
    if (next->closed) end_window(statement, ended(next));
  }
}

/* Every statement of a record that is replaced ends on the day of the one that replaces it, or
 * says nothing any more when that has no date. */
static void end_record(cr_bods_package *package, const cr_bods_record *record,
                       const cr_bods_statement *by) {
  for (int s = record->first; s < record->last; s++) {
    cr_bods_statement *replaced = &package->statements[package->order[s]];
    if (replaced == by) continue;
    end_window(replaced, by->date);
    replaced->superseded = replaced->superseded || by->date == CR_DATE_NONE;
  }
}

/* Before 0.4: relationships that others replace, each of which begins on its date. */
static void end_replaced(cr_bods_package *package) {
  for (size_t i = 0; i < package->count; i++) {
    cr_bods_statement *by = &package->statements[i];
    for (int k = 0; by->relationship && by->replaces && by->replaces[k]; k++) {
      int found = cr_bods_record_find(package, by->replaces[k]);
      if (found == CR_NONE || package->records[found].kind != CR_BODS_RELATIONSHIP) continue;
      end_record(package, &package->records[found], by);
      by->window.from = by->date;
    }
  }
}

crible_status cr_bods_order(cr_bods_package *package) {
  size_t room = (package->count + 1) * sizeof(int);
  package->record_of = cr_allocate(package->context, room);
  package->order = cr_allocate(package->context, room);
  if (!package->record_of || !package->order) return CRIBLE_E_MEMORY;
  crible_status status = group(package);
  if (status == CRIBLE_OK) status = sort(package);
  if (status != CRIBLE_OK) return status;
  for (size_t i = 0; i < package->record_count; i++) set_windows(package, &package->records[i]);
  end_replaced(package);
  return CRIBLE_OK;
}

const cr_bods_statement *cr_bods_latest(const cr_bods_package *package,
                                        const cr_bods_record *record) {
  int last = record->last - 1;
  while (last > record->first && package->statements[package->order[last]].closed) last--;
  return &package->statements[package->order[last]];
}
