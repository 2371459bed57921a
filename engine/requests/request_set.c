#include "engine/requests/request_set.h"

#include <stdlib.h>
#include <string.h>

#include "engine/requests/adding_up.h"
#include "engine/requests/favourable.h"
#include "engine/requests/reach_order.h"
#include "engine/requests/refuted.h"

enum {
  ONE_BY_ONE = 16,       /* up to so many items are tried alone to see what each does */
  ENTRIES_SOLVED = 20000 /* entries of the views in all smaller sets looked at */
};

crible_status cr_ceiling_kept(cr_finding *out, const void *data, const bool *marked) {
  *out = CR_NONE_FOUND;
  if (cr_inquiry_spent(data)) return CRIBLE_OK;
  return cr_find_favourable(out, data, marked);
}

crible_status cr_lowest_bound(fmpq *out, const cr_inquiry *inquiry, const bool *marked) {
  fmpq_t nothing;
  fmpq_init(nothing);
  cr_inquiry lowest = *inquiry; /* the ceiling does not stop the search */
  lowest.ceiling = nothing;
  crible_status status = cr_usual_bound(out, &lowest, marked);
  fmpq_clear(nothing);
  return status;
}

typedef struct cr_lone_effect {
  int item, place; /* place: in the order that was given */
  fmpq *left;      /* upper bound when it alone is answered */
} cr_lone_effect;

typedef struct cr_set_search {
  cr_sufficiency *sufficiency;
  const cr_inquiry *inquiry;
  int count;
  int *order;
  bool *tried;
} cr_set_search;

static int by_effect(const void *a, const void *b) {
  const cr_lone_effect *left = a, *right = b;
  int order = fmpq_cmp(left->left, right->left);
  return order != 0 ? order : left->place - right->place;
}

static int entries(const cr_inquiry *inquiry) {
  return inquiry->view[0]->edges[inquiry->property].count + 1;
}

/* Items that lower the bound most by themselves come first; of many, those that seem to. */
static crible_status order_by_effect(cr_set_search *search) {
  const int count = search->count;
  cr_arena *arena = search->sufficiency->arena;
  if (search->inquiry == NULL || count < 2) return CRIBLE_OK;
  if (count > ONE_BY_ONE || entries(search->inquiry) * count > ENTRIES_SOLVED)
    return cr_order_by_reach(search->order, count, search->inquiry, arena);
  fmpq *left = cr_arena_rationals(arena, (size_t)count);
  cr_lone_effect *effects = cr_arena_alloc(arena, (size_t)count, sizeof *effects);
  if (left == NULL || effects == NULL) return CRIBLE_E_MEMORY;
  memset(search->tried, false, (size_t)count);
  for (int i = 0; i < count; i++) {
    effects[i] = (cr_lone_effect){search->order[i], i, left + i};
    search->tried[search->order[i]] = true;
    crible_status status = cr_lowest_bound(left + i, search->inquiry, search->tried);
    if (status != CRIBLE_OK) return status;
    search->tried[search->order[i]] = false;
  }
  qsort(effects, (size_t)count, sizeof *effects, by_effect);
  for (int i = 0; i < count; i++) search->order[i] = effects[i].item;
  return CRIBLE_OK;
}

/* Items asked for anyway come first; *among is how many they are. */
static void put_first(cr_set_search *search, const bool *before, int *among) {
  int kept = 0, *later = search->order + search->count; /* the second half is scratch */
  *among = 0;
  for (int i = 0; i < search->count; i++) {
    if (before[search->order[i]]) search->order[(*among)++] = search->order[i];
    else later[kept++] = search->order[i];
  }
  memcpy(search->order + *among, later, (size_t)kept * sizeof *later);
}

static crible_status try_before(cr_set_search *search, bool *marked, bool *found,
                                const bool *before) {
  int among = 0;
  *found = false;
  if (before == NULL) return CRIBLE_OK;
  put_first(search, before, &among);
  if (among == 0) return CRIBLE_OK;
  return cr_set_without_spare(marked, found, search->sufficiency, search->order, among);
}

/* Among the first one, two, four … items. */
static crible_status try_prefixes(cr_set_search *search, bool *marked, bool *found) {
  crible_status status = CRIBLE_OK;
  bool enough = false; /* all of them: else no need to look further */
  memset(search->tried, true, (size_t)search->count);
  status = cr_suffices(&enough, search->sufficiency, search->tried);
  for (int among = 1; status == CRIBLE_OK && enough && !*found; among *= 2) {
    const int taken = among < search->count ? among : search->count;
    status = cr_set_without_spare(marked, found, search->sufficiency, search->order, taken);
    if (taken == search->count) break;
  }
  return status;
}

/* The search for answers may miss some that a smaller set shows: every item is left out once more,
 * and looked at whatever is remembered. */
static crible_status leave_out_spare(bool *marked, const cr_set_search *search) {
  const cr_sufficiency *sufficiency = search->sufficiency;
  int size = 0;
  for (int i = 0; i < search->count; i++) size += marked[i];
  for (int k = search->count - 1; k >= 0 && size > 1; k--) {
    bool *item = &marked[search->order[k]];
    if (!*item) continue;
    cr_finding finding = CR_NONE_FOUND;
    *item = false;
    crible_status status = sufficiency->holds(&finding, sufficiency->data, marked);
    *item = finding != CR_SUFFICE;
    size -= !*item;
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* Whether no `size` items can lower the bound enough, what each of them does being its own: the
 * sum of the greatest parts, everything else being at its worst, is too little. */
static crible_status least_by_adding(bool *out, cr_set_search *search, int size) {
  cr_arena *arena = search->sufficiency->arena;
  const int count = search->count;
  fmpq *values = cr_arena_rationals(arena, (size_t)count + 1);
  cr_lone_effect *effects = cr_arena_alloc(arena, (size_t)count, sizeof *effects);
  if (values == NULL || effects == NULL) return CRIBLE_E_MEMORY;
  memset(search->tried, false, (size_t)count);
  crible_status status = cr_worst_bound(values + count, search->inquiry, search->tried);
  for (int i = 0; status == CRIBLE_OK && i < count; i++) {
    effects[i] = (cr_lone_effect){i, i, values + i};
    search->tried[i] = true;
    status = cr_worst_bound(values + i, search->inquiry, search->tried);
    search->tried[i] = false;
  }
  if (status != CRIBLE_OK) return status;
  qsort(effects, (size_t)count, sizeof *effects, by_effect);
  fmpq *open = values + count;
  for (int i = 0; i < size; i++) {
    fmpq_sub(effects[i].left, effects[i].left, open);
    if (i > 0) fmpq_add(effects[i].left, effects[i].left, effects[i - 1].left);
  }
  fmpq_add(open, open, effects[size - 1].left);
  *out = fmpq_cmp(open, search->inquiry->ceiling) > 0;
  return CRIBLE_OK;
}

static crible_status make_least(cr_request_set *out, bool *marked, cr_set_search *search) {
  const cr_inquiry *inquiry = search->inquiry;
  const int within = inquiry == NULL ? ONE_BY_ONE : ENTRIES_SOLVED / 40 / entries(inquiry);
  const int trials = within > 0 ? within : 1; /* that nothing suffices is known */
  crible_status status =
      cr_set_of_least_size(marked, &out->minimum, search->sufficiency, search->order, trials);
  int size = 0;
  bool apart = false;
  for (int i = 0; i < search->count; i++) size += marked[i];
  if (status != CRIBLE_OK || out->minimum || inquiry == NULL || size < 2 ||
      entries(inquiry) * search->count > ENTRIES_SOLVED)
    return status;
  status = cr_answers_add_up(&apart, inquiry, search->sufficiency->arena);
  return status == CRIBLE_OK && apart ? least_by_adding(&out->minimum, search, size - 1) : status;
}

crible_status cr_request_set_find(cr_request_set *out, bool *marked, cr_sufficiency *sufficiency,
                                  const cr_inquiry *inquiry, const int *order,
                                  const bool *before) {
  const int count = sufficiency->count;
  cr_set_search search = {.sufficiency = sufficiency, .inquiry = inquiry, .count = count};
  search.order = cr_arena_alloc(sufficiency->arena, 2 * (size_t)count + 1, sizeof *search.order);
  search.tried = cr_arena_alloc(sufficiency->arena, (size_t)count + 1, sizeof *search.tried);
  if (search.order == NULL || search.tried == NULL) return CRIBLE_E_MEMORY;
  memcpy(search.order, order, (size_t)count * sizeof *order);
  memset(marked, false, (size_t)count);
  *out = (cr_request_set){.asked = true};
  crible_status status = cr_suffices_known(sufficiency, marked, CR_FALL_SHORT); /* open */
  if (status != CRIBLE_OK || count == 0) return status;
  status = try_before(&search, marked, &out->sufficient, before);
  if (status == CRIBLE_OK && !out->sufficient) {
    status = order_by_effect(&search);
    if (status == CRIBLE_OK) status = try_prefixes(&search, marked, &out->sufficient);
  }
  if (status == CRIBLE_OK && out->sufficient) status = leave_out_spare(marked, &search);
  if (status == CRIBLE_OK && out->sufficient) status = make_least(out, marked, &search);
  return status;
}
