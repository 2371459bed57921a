#include "engine/requests/answer_box.h"

#include <string.h>

#include "engine/graph/view_builder.h"

crible_status cr_answer_spaces_of(cr_answer_spaces *out, const cr_inquiry *inquiry,
                                  const bool *asked, cr_arena *arena) {
  *out = (cr_answer_spaces){.inquiry = inquiry, .asked = asked, .items = *inquiry->items};
  out->plain = cr_inquiry_multiplied(inquiry);
  out->bears[CR_CAPITAL] = inquiry->property == CR_CAPITAL;
  out->whole = true;
  out->bears[CR_VOTES] = inquiry->property == CR_VOTES || !out->plain;
  crible_status status = CRIBLE_OK;
  for (int v = 0; status == CRIBLE_OK && v < inquiry->view_count; v++) {
    status = cr_answer_space_of(&out->space[v], inquiry, v, asked, out->plain, arena);
    out->items.places[v] = out->space[v].places;
    out->whole = out->whole && out->space[v].whole;
  }
  return status;
}

/* Whether somebody may stand behind a remainder that is not asked about: nobody would, were the
 * company third. All else that its seat does is for the worse. */
static bool seat_matters(const cr_answer_spaces *spaces, int item) {
  for (int v = 0; v < spaces->inquiry->view_count; v++) {
    const cr_view *view = spaces->space[v].view;
    for (int company = 0; company < view->parties; company++) {
      if (spaces->space[v].places.seat[company] != item) continue;
      for (int p = 0; p < CR_PROPERTIES; p++)
        for (int e = view->edges[p].first[company]; e < view->edges[p].first[company + 1]; e++)
          if (view->edges[p].holder[e] == view->parties + CR_UNDISCLOSED) return true;
    }
  }
  return false;
}

/* The bands of one row that stand for the same remainder add up to what it may be. */
static bool remainder_possible(const cr_answer_space *space, cr_property property, int first,
                               int end, const cr_interval *row) {
  const int origin = space->origin[property][first];
  const cr_interval *whole = &space->from->edges[property].weight[origin];
  fmpq_t lo, hi;
  fmpq_init(lo);
  fmpq_init(hi);
  for (int e = first; e < end && space->origin[property][e] == origin; e++) {
    fmpq_add(lo, lo, &row[e].lo);
    fmpq_add(hi, hi, &row[e].hi);
  }
  const bool possible = fmpq_cmp(lo, &whole->hi) <= 0 && fmpq_cmp(hi, &whole->lo) >= 0;
  fmpq_clear(lo);
  fmpq_clear(hi);
  return possible;
}

static bool row_possible(const cr_answer_space *space, cr_property property, int company,
                         cr_interval *row) {
  const cr_edges *edges = &space->view->edges[property];
  const int first = edges->first[company], end = edges->first[company + 1];
  if (first == end) return true;
  if (!cr_tighten(row + first, end - first)) return false;
  for (int e = first; e < end; e++)
    if (space->who[property][e] == CR_HOLDS_MANY &&
        !remainder_possible(space, property, e, end, row))
      return false;
  return true;
}

/* Weights tightened; *out stays NULL when none are possible. */
static crible_status tighten(const cr_interval **out, const cr_answer_space *space,
                             cr_property property, const cr_interval *weight, cr_arena *arena) {
  crible_context *context = cr_arena_context(arena);
  const int count = space->view->edges[property].count;
  cr_interval *row = cr_allocate(context, ((size_t)count + 1) * sizeof *row);
  fmpq *ends = cr_arena_rationals(arena, 2 * (size_t)count + 1);
  cr_interval *made = cr_arena_alloc(arena, (size_t)count + 1, sizeof *made);
  if (row == NULL || ends == NULL || made == NULL) {
    cr_release(context, row);
    return CRIBLE_E_MEMORY;
  }
  for (int e = 0; e < count; e++) {
    cr_interval_init(&row[e]);
    cr_interval_set(&row[e], &weight[e]);
  }
  bool possible = true;
  for (int c = 0; possible && c < space->view->parties; c++)
    possible = row_possible(space, property, c, row);
  for (int e = 0; e < count; e++) {
    fmpq_set(ends + 2 * e, &row[e].lo);
    fmpq_set(ends + 2 * e + 1, &row[e].hi);
    made[e] = (cr_interval){ends[2 * e], ends[2 * e + 1], row[e].lo_open, row[e].hi_open};
    cr_interval_clear(&row[e]);
  }
  cr_release(context, row);
  if (possible) *out = made;
  return CRIBLE_OK;
}

static cr_third seat_in(const cr_answer_spaces *spaces, int v, const cr_answer_box *box, int node) {
  const cr_third stated = spaces->space[v].view->third[node];
  const int item = spaces->space[v].places.seat[node];
  if (item == CR_NONE || !spaces->asked[item] || box->choice[item] == CR_BOX_EITHER) return stated;
  return box->choice[item] == CR_BOX_THIRD ? CR_THIRD : CR_NOT_THIRD;
}

/* The space's view with the seats and bands of the box; nobody is presumed behind what a third
 * company does not tell. */
static crible_status make_view(cr_answer_box *box, const cr_answer_spaces *spaces, int v,
                               cr_arena *arena) {
  const cr_view *view = spaces->space[v].view;
  const size_t parties = (size_t)view->parties;
  cr_view *made = cr_arena_alloc(arena, 1, sizeof *made);
  cr_third *third = cr_arena_alloc(arena, parties, sizeof *third);
  cr_third *in_capital = cr_arena_alloc(arena, parties, sizeof *in_capital);
  if (made == NULL || third == NULL || in_capital == NULL) return CRIBLE_E_MEMORY;
  *made = *view;
  made->third = third;
  for (int node = 0; node < view->parties; node++) {
    third[node] = in_capital[node] = seat_in(spaces, v, box, node);
    if (view->third_in_capital != NULL && view->third_in_capital[node] != view->third[node])
      in_capital[node] = view->third_in_capital[node];
  }
  if (view->third_in_capital != NULL) made->third_in_capital = in_capital;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_edges *edges = &made->edges[p];
    const size_t count = (size_t)edges->count + 1;
    int *holder = cr_arena_alloc(arena, count, sizeof *holder);
    cr_interval *weight = cr_arena_alloc(arena, count, sizeof *weight);
    if (holder == NULL || weight == NULL) return CRIBLE_E_MEMORY;
    memcpy(weight, box->weight[v][p], (size_t)edges->count * sizeof *weight);
    for (int c = 0; c < view->parties; c++)
      for (int e = edges->first[c]; e < edges->first[c + 1]; e++) {
        const bool told = edges->holder[e] != view->parties + CR_UNDISCLOSED ||
                          third[c] != CR_THIRD || view->third[c] == CR_THIRD;
        holder[e] = told ? edges->holder[e] : view->parties + CR_NOBODY;
      }
    edges->holder = holder;
    edges->weight = weight;
  }
  box->view[v] = made;
  return CRIBLE_OK;
}

/* Tightens the box and makes its views; *possible is false when no answers lie in it. */
static crible_status finish(bool *possible, cr_answer_box *box, const cr_answer_spaces *spaces,
                            cr_arena *arena) {
  *possible = true;
  for (int v = 0; v < spaces->inquiry->view_count; v++) {
    for (int p = 0; p < CR_PROPERTIES; p++) {
      const cr_interval *tight = NULL;
      crible_status status =
          tighten(&tight, &spaces->space[v], (cr_property)p, box->weight[v][p], arena);
      if (status != CRIBLE_OK) return status;
      *possible = *possible && tight != NULL;
      if (!*possible) return CRIBLE_OK;
      box->weight[v][p] = tight;
    }
    crible_status status = make_view(box, spaces, v, arena);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static cr_answer_box *copy_of(const cr_answer_box *box, const cr_answer_spaces *spaces,
                              cr_arena *arena) {
  const size_t items = (size_t)spaces->items.count + 1;
  cr_answer_box *made = cr_arena_alloc(arena, 1, sizeof *made);
  if (made == NULL) return NULL;
  if (box != NULL) *made = *box;
  made->choice = cr_arena_alloc(arena, items, sizeof *made->choice);
  made->bound = cr_arena_rationals(arena, 1);
  if (made->choice == NULL || made->bound == NULL) return NULL;
  if (box != NULL) memcpy(made->choice, box->choice, (items - 1) * sizeof *made->choice);
  return made;
}

crible_status cr_answer_box_whole(cr_answer_box **out, const cr_answer_spaces *spaces,
                                  cr_arena *arena) {
  cr_answer_box *box = copy_of(NULL, spaces, arena);
  if (box == NULL) return CRIBLE_E_MEMORY;
  for (int item = 0; item < spaces->items.count; item++) {
    const bool seat = cr_kind_asked(spaces, item) == CR_ASK_SEAT;
    const bool best = seat ? !seat_matters(spaces, item) : spaces->plain;
    box->choice[item] = !best ? CR_BOX_EITHER : seat ? CR_BOX_INSIDE : CR_HOLDS_MANY;
  }
  for (int v = 0; v < spaces->inquiry->view_count; v++)
    for (int p = 0; p < CR_PROPERTIES; p++)
      box->weight[v][p] = spaces->space[v].view->edges[p].weight;
  bool possible;
  crible_status status = finish(&possible, box, spaces, arena);
  if (status == CRIBLE_OK) *out = possible ? box : NULL;
  return status;
}

/* Who holds all of a remainder in that part of a choice; several in the last. */
static int who_in(const cr_answer_spaces *spaces, const cr_box_split *split, int part) {
  if (cr_kind_asked(spaces, split->item) == CR_ASK_SEAT || part < CR_HOLDS_KNOWN) return part;
  if (part == split->parts - 1) return CR_BOX_SEVERAL;
  return CR_HOLDS_KNOWN + spaces->space[0].from->party[part - CR_HOLDS_KNOWN];
}

/* Leaves what an item's remainders hold to one holder alone, if that is chosen; false: nobody of
 * that name may hold it. */
static bool choose(cr_interval *weight, const cr_answer_spaces *spaces, int v, int p, int item,
                   int who) {
  const cr_answer_space *space = &spaces->space[v];
  bool any = false, left = false;
  if (cr_kind_asked(spaces, item) == CR_ASK_SEAT || who < 0) return true;
  for (int e = 0; e < space->view->edges[p].count; e++) {
    if (space->places.entry[p][e] != item || space->who[p][e] == CR_NONE) continue;
    any = true;
    if (space->who[p][e] == who) {
      weight[e] = space->from->edges[p].weight[space->origin[p][e]];
      left = true;
      continue;
    }
    if (!fmpq_is_zero(&weight[e].lo)) return false;
    cr_interval_init(&weight[e]);
    weight[e].lo_open = weight[e].hi_open = false;
  }
  return !any || left;
}

static void halve(cr_interval *band, const cr_box_split *split, int part) {
  if (part == 0) {
    band->hi = *split->at;
    band->hi_open = split->with_second;
  } else {
    band->lo = *split->at;
    band->lo_open = !split->with_second;
  }
}

crible_status cr_answer_box_part(cr_answer_box **out, const cr_answer_spaces *spaces,
                                 const cr_answer_box *box, const cr_box_split *split, int part,
                                 cr_arena *arena) {
  cr_answer_box *made = copy_of(box, spaces, arena);
  bool possible = true;
  if (made == NULL) return CRIBLE_E_MEMORY;
  *out = NULL;
  if (split->item != CR_NONE) {
    made->choice[split->item] = who_in(spaces, split, part);
    made->chosen++;
  }
  for (int v = 0; v < spaces->inquiry->view_count; v++)
    for (int p = 0; p < CR_PROPERTIES; p++) {
      const size_t count = (size_t)spaces->space[v].view->edges[p].count;
      cr_interval *weight = cr_arena_alloc(arena, count + 1, sizeof *weight);
      if (weight == NULL) return CRIBLE_E_MEMORY;
      memcpy(weight, box->weight[v][p], count * sizeof *weight);
      if (split->item != CR_NONE)
        possible = possible && choose(weight, spaces, v, p, split->item, made->choice[split->item]);
      else if (v == split->view && p == (int)split->property)
        halve(&weight[split->entry], split, part);
      made->weight[v][p] = weight;
    }
  if (split->item != CR_NONE && made->choice[split->item] == CR_BOX_SEVERAL && !spaces->whole)
    possible = false;
  if (!possible) return CRIBLE_OK;
  crible_status status = finish(&possible, made, spaces, arena);
  if (status == CRIBLE_OK && possible) *out = made;
  return status;
}
