#include "engine/graph/row.h"

#include <string.h>

void cr_row_init(cr_row *row, crible_context *context) { *row = (cr_row){.context = context}; }

void cr_row_clear(cr_row *row) {
  for (size_t i = 0; i < row->ready; i++) cr_interval_clear(&row->parts[i].weight);
  cr_release(row->context, row->parts);
  cr_release(row->context, row->cites);
  *row = (cr_row){.context = row->context};
}

void cr_row_reset(cr_row *row) { row->count = row->cite_count = 0; }

crible_status cr_row_add(cr_part **part, cr_row *row, int holder, int share_class, uint8_t flags,
                         const fmpq *cap) {
  void *parts = row->parts;
  crible_status status =
      cr_grow(row->context, &parts, &row->capacity, row->count + 1, sizeof *row->parts);
  if (status != CRIBLE_OK) return status;
  row->parts = parts;
  cr_part *added = &row->parts[row->count++];
  if (row->ready < row->count) {
    cr_interval_init(&added->weight);
    row->ready = row->count;
  }
  cr_interval_set_zero(&added->weight);
  added->holder = holder;
  added->share_class = share_class;
  added->flags = flags;
  added->cap = cap;
  added->first_cite = row->cite_count;
  added->cite_count = 0;
  *part = added;
  return CRIBLE_OK;
}

static crible_status cite_room(cr_row *row, size_t more) {
  void *cites = row->cites;
  crible_status status = cr_grow(row->context, &cites, &row->cite_capacity,
                                 row->cite_count + more, sizeof *row->cites);
  if (status == CRIBLE_OK) row->cites = cites;
  return status;
}

crible_status cr_row_cite(cr_row *row, cr_fact_ref fact) {
  return cr_row_cite_more(row, row->count - 1, &fact, 1);
}

/* The facts of a part stand together: those of a part that is not the last to have cited move
 * to the end, where there is room for `count` more. */
static crible_status cite_at_end(cr_row *row, cr_part *part, size_t count) {
  crible_status status = cite_room(row, part->cite_count + count);
  if (status != CRIBLE_OK || part->first_cite + part->cite_count == row->cite_count) return status;
  memcpy(row->cites + row->cite_count, row->cites + part->first_cite,
         part->cite_count * sizeof *row->cites);
  part->first_cite = row->cite_count;
  row->cite_count += part->cite_count;
  return CRIBLE_OK;
}

crible_status cr_row_cite_more(cr_row *row, size_t index, const cr_fact_ref *facts,
                               size_t count) {
  if (count == 0) return CRIBLE_OK;
  cr_part *part = &row->parts[index];
  crible_status status = cite_at_end(row, part, count);
  if (status != CRIBLE_OK) return status;
  memcpy(row->cites + row->cite_count, facts, count * sizeof *facts);
  row->cite_count += count;
  part->cite_count += count;
  return CRIBLE_OK;
}

/* Parts past the end keep their rationals: they change places. */
static void keep(cr_row *row, size_t *kept, size_t index) {
  cr_part moved = row->parts[index];
  row->parts[index] = row->parts[*kept];
  row->parts[(*kept)++] = moved;
}

void cr_row_drop_zeros(cr_row *row) {
  size_t kept = 0;
  for (size_t i = 0; i < row->count; i++)
    if (!fmpq_is_zero(&row->parts[i].weight.hi)) keep(row, &kept, i);
  row->count = kept;
}

static bool alike(const cr_part *a, const cr_part *b) {
  bool same_cap = a->cap == b->cap || (a->cap && b->cap && fmpq_equal(a->cap, b->cap));
  return a->holder == b->holder && a->flags == b->flags && same_cap;
}

/* An earlier part of the same holder that differs only in its class, or NULL. */
static cr_part *find_alike(const cr_row *row, size_t kept, const cr_part *part) {
  for (size_t i = kept; i > 0 && row->parts[i - 1].holder == part->holder; i--)
    if (alike(&row->parts[i - 1], part)) return &row->parts[i - 1];
  return NULL;
}

static crible_status absorb(cr_row *row, cr_part *into, const cr_part *part) {
  crible_status status = cite_at_end(row, into, part->cite_count);
  if (status != CRIBLE_OK) return status;
  cr_interval_add(&into->weight, &into->weight, &part->weight);
  into->share_class = CR_NONE;
  for (size_t i = 0; i < part->cite_count; i++)
    row->cites[row->cite_count++] = row->cites[part->first_cite + i];
  into->cite_count += part->cite_count;
  return CRIBLE_OK;
}

crible_status cr_row_join(cr_row *row) {
  size_t kept = 0;
  for (size_t i = 0; i < row->count; i++) {
    cr_part *into = find_alike(row, kept, &row->parts[i]);
    crible_status status = into ? absorb(row, into, &row->parts[i]) : CRIBLE_OK;
    if (status != CRIBLE_OK) return status;
    if (!into) keep(row, &kept, i);
  }
  row->count = kept;
  return CRIBLE_OK;
}
