#include "engine/graph/merge.h"

#include "engine/graph/restrict.h"

const fmpq *cr_merge_cap(const cr_merge_input *input, int share_class) {
  const cr_capital *capital = input->capital;
  if (input->property != CR_VOTES || capital->class_count == 0) return NULL;
  if (share_class != CR_NONE) return input->snapshot->facts->classes[share_class].cap;
  const fmpq *cap = capital->classes[0].told->cap;
  for (int i = 1; i < capital->class_count; i++) {
    const fmpq *other = capital->classes[i].told->cap;
    if (!cap || !other || !fmpq_equal(cap, other)) return NULL;
  }
  return cap;
}

uint8_t cr_merge_flags(const cr_merge_input *input, int share_class) {
  const cr_capital *capital = input->capital;
  if (input->property != CR_VOTES || capital->class_count == 0) return 0;
  for (int i = 0; i < capital->class_count; i++) {
    const cr_class_count *count = &capital->classes[i];
    if (share_class != CR_NONE && count->share_class != share_class) continue;
    if (!count->told->votes_suspended) return 0;
  }
  return CR_EDGE_SUSPENDED;
}

/* Lots of one holder and class, added up by whether their votes are suspended. They come first,
 * sorted by that. Gives where the stakes begin. */
static crible_status add_lots(size_t *stakes, cr_row *row, const cr_evidence *items,
                              size_t count, const cr_merge_input *input) {
  size_t i = 0;
  for (; i < count && items[i].lot; i++) {
    cr_part *part = i > 0 && items[i - 1].flags == items[i].flags ? &row->parts[row->count - 1]
                                                                  : NULL;
    crible_status status = CRIBLE_OK;
    if (!part)
      status = cr_row_add(&part, row, items[i].holder, items[i].share_class, items[i].flags,
                          cr_merge_cap(input, items[i].share_class));
    if (status != CRIBLE_OK) return status;
    cr_interval_add(&part->weight, &part->weight, &items[i].share);
    status = cr_row_cite(row, items[i].fact);
    if (status != CRIBLE_OK) return status;
  }
  *stakes = i;
  return CRIBLE_OK;
}

/* One holder, and one class or (share_class CR_NONE) the company: parts of the holder from
 * `first` on are what is known of it in narrower terms. */
static crible_status merge_scope(cr_row *row, size_t first, const cr_evidence *items,
                                 size_t count, const cr_merge_input *input) {
  size_t stakes = 0;
  crible_status status = add_lots(&stakes, row, items, count, input);
  if (status == CRIBLE_OK && stakes < count)
    status = cr_restrict(row, first, items + stakes, count - stakes, input);
  return status;
}

/* All that is known of one holder, by class, then over all classes. */
static crible_status merge_holder(cr_row *row, bool *of_company, const cr_evidence *items,
                                  size_t count, const cr_merge_input *input) {
  size_t holder_first = row->count;
  for (size_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count && items[end].share_class == items[i].share_class;) end++;
    bool company = items[i].share_class == CR_NONE;
    size_t first = company ? holder_first : row->count;
    crible_status status = merge_scope(row, first, items + i, end - i, input);
    if (status != CRIBLE_OK) return status;
    *of_company = *of_company || company;
  }
  return CRIBLE_OK;
}

crible_status cr_merge(cr_row *row, bool *of_company, const cr_evidence_list *evidence,
                       const cr_merge_input *input) {
  *of_company = false;
  for (size_t i = 0, end; i < evidence->count; i = end) {
    const cr_evidence *items = evidence->items;
    for (end = i + 1; end < evidence->count && items[end].holder == items[i].holder;) end++;
    crible_status status = merge_holder(row, of_company, items + i, end - i, input);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}
