#include "importers/registers/selection.h"

#include "engine/base/memory.h"

enum { LEAST = 64, HIGHEST_BIT = 63 };

crible_status cr_selection_tie(cr_selection *selection, uint64_t below, uint64_t above) {
  void *block = selection->ties;
  crible_status status = cr_grow(selection->context, &block, &selection->tie_capacity,
                                 selection->tie_count + 1, sizeof(cr_tie));
  if (status != CRIBLE_OK) return status;
  selection->ties = block;
  selection->ties[selection->tie_count++] = (cr_tie){below, above};
  return CRIBLE_OK;
}

crible_status cr_selection_same(cr_selection *selection, uint64_t a, uint64_t b) {
  crible_status status = cr_selection_tie(selection, a, b);
  return status == CRIBLE_OK ? cr_selection_tie(selection, b, a) : status;
}

/* The slot of a key, or the free one where it belongs; keys are hashes already. */
static uint64_t *slot_of(uint64_t *slots, size_t count, uint64_t key) {
  size_t at = (size_t)key & (count - 1);
  while (slots[at] && slots[at] != key) at = (at + 1) & (count - 1);
  return &slots[at];
}

bool cr_selection_keeps(const cr_selection *selection, uint64_t key) {
  return selection->slot_count && *slot_of(selection->slots, selection->slot_count, key) == key;
}

static crible_status widen(cr_selection *selection) {
  size_t count = selection->slot_count ? 2 * selection->slot_count : LEAST;
  uint64_t *slots = cr_allocate_zero(selection->context, count, sizeof *slots);
  if (!slots) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < selection->kept_count; i++)
    *slot_of(slots, count, selection->kept[i]) = selection->kept[i];
  cr_release(selection->context, selection->slots);
  selection->slots = slots;
  selection->slot_count = count;
  return CRIBLE_OK;
}

crible_status cr_selection_keep(cr_selection *selection, uint64_t key) {
  void *block = selection->kept;
  if (cr_selection_keeps(selection, key)) return CRIBLE_OK;
  crible_status status = CRIBLE_OK;
  if (2 * (selection->kept_count + 1) > selection->slot_count) status = widen(selection);
  if (status == CRIBLE_OK)
    status = cr_grow(selection->context, &block, &selection->kept_capacity,
                     selection->kept_count + 1, sizeof key);
  if (status != CRIBLE_OK) return status;
  selection->kept = block;
  selection->kept[selection->kept_count++] = key;
  *slot_of(selection->slots, selection->slot_count, key) = key;
  return CRIBLE_OK;
}

/* Sorts by who is below, in place, as the ties may be most of the memory in use: those without
 * a bit before those with it, then each by the next bit. Keys are hashes, so the parts halve. */
static void sort(cr_tie *ties, size_t count, int bit) {
  for (; count > 1 && bit >= 0; bit--) {
    size_t low = 0, high = count;
    while (low < high) {
      if (!(ties[low].below >> bit & 1)) {
        low++;
        continue;
      }
      cr_tie kept = ties[--high];
      ties[high] = ties[low];
      ties[low] = kept;
    }
    sort(ties + low, count - low, bit - 1);
    count = low;
  }
}

/* The first tie of those sorted whose lower key is not less. */
static size_t first_of(const cr_selection *selection, uint64_t below) {
  size_t low = 0, high = selection->tie_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (selection->ties[middle].below < below) low = middle + 1;
    else high = middle;
  }
  return low;
}

crible_status cr_selection_close(cr_selection *selection) {
  crible_status status = CRIBLE_OK;
  sort(selection->ties, selection->tie_count, HIGHEST_BIT);
  for (size_t taken = 0; status == CRIBLE_OK && taken < selection->kept_count; taken++) {
    uint64_t below = selection->kept[taken];
    for (size_t i = first_of(selection, below);
         status == CRIBLE_OK && i < selection->tie_count && selection->ties[i].below == below; i++)
      status = cr_selection_keep(selection, selection->ties[i].above);
  }
  cr_release(selection->context, selection->ties);
  selection->ties = NULL;
  selection->tie_count = selection->tie_capacity = 0;
  return status;
}

void cr_selection_clear(cr_selection *selection) {
  cr_release(selection->context, selection->ties);
  cr_release(selection->context, selection->kept);
  cr_release(selection->context, selection->slots);
  *selection = (cr_selection){.context = selection->context};
}
