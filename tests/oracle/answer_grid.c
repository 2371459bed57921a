#include "tests/oracle/answer_grid.h"

#include <criterion/criterion.h>

#include "tests/oracle/draft.h"

enum { MOST_PIECES = 8, MOST_OPTIONS = 2000, MOST_PLACES = 64 };
enum { SOMEBODY_NEW = 1000 }; /* as a holder: not yet a node */

/* One way to answer a row: who holds how much, in place of the entries asked about. */
typedef struct option {
  int pieces, entry[MOST_PIECES], holder[MOST_PIECES];
  fmpq *weight[MOST_PIECES];
} option;

/* A row, or a seat (`seat` is its party). */
typedef struct place {
  cr_property property;
  int company, seat;
  option *options;
  int count;
} place;

struct answer_grid {
  const cr_view *view;
  const cr_request_places *at;
  const bool *marked;
  cr_arena *arena;
  place place[MOST_PLACES];
  int places;
};

static bool asked(const answer_grid *grid, int item) {
  return item != CR_NONE && grid->marked[item];
}

static bool asked_entry(const answer_grid *grid, cr_property property, int entry) {
  return asked(grid, grid->at->entry[property][entry]);
}

static bool inside(const cr_interval *whole, const fmpq *point) {
  int lo = fmpq_cmp(point, &whole->lo), hi = fmpq_cmp(point, &whole->hi);
  return (lo > 0 || (lo == 0 && !whole->lo_open)) && (hi < 0 || (hi == 0 && !whole->hi_open));
}

/* Whether the rest of the row can make up a whole with these weights. */
static bool possible(const answer_grid *grid, const place *at, const fmpq *weight) {
  enum { MOST_ENTRIES = 16 };
  cr_interval row[MOST_ENTRIES];
  const cr_edges *edges = &grid->view->edges[at->property];
  int first = edges->first[at->company], count = edges->first[at->company + 1] - first;
  cr_assert_leq(count, MOST_ENTRIES);
  for (int i = 0; i < count; i++) {
    cr_interval_init(&row[i]);
    if (asked_entry(grid, at->property, first + i)) cr_interval_set_point(&row[i], weight + i);
    else cr_interval_set(&row[i], &edges->weight[first + i]);
  }
  bool made = cr_tighten(row, count);
  for (int i = 0; i < count; i++) cr_interval_clear(&row[i]);
  return made;
}

static option *new_option(const answer_grid *grid, place *at) {
  if (at->options == NULL)
    at->options = cr_arena_alloc(grid->arena, MOST_OPTIONS, sizeof *at->options);
  if (at->count == MOST_OPTIONS) return NULL;
  return &at->options[at->count++];
}

static void put_piece(option *made, int entry, int holder, fmpq *weight) {
  cr_assert_lt(made->pieces, MOST_PIECES);
  made->entry[made->pieces] = entry;
  made->holder[made->pieces] = holder;
  made->weight[made->pieces++] = weight;
}

/* The option with these weights and, behind the remainder, `one` and, by halves, `other`. */
static bool add_option(const answer_grid *grid, place *at, fmpq *weight, int one, int other) {
  const cr_edges *edges = &grid->view->edges[at->property];
  int first = edges->first[at->company];
  option *made = new_option(grid, at);
  if (made == NULL) return false;
  for (int e = first; e < edges->first[at->company + 1]; e++) {
    if (!asked_entry(grid, at->property, e)) continue;
    fmpq *whole = weight + (e - first);
    if (edges->holder[e] < grid->view->parties) {
      put_piece(made, e, edges->holder[e], whole);
      continue;
    }
    fmpq *half = cr_arena_rationals(grid->arena, 1);
    fmpq_div_2exp(half, whole, 1);
    put_piece(made, e, one, other == CR_NONE ? whole : half);
    if (other != CR_NONE) put_piece(made, e, other, half);
  }
  return true;
}

static bool may_hold(const cr_view *view, int company, int party) {
  return party != company && view->kind[party] != CR_GROUP;
}

/* Weights of a whole row, the remainder's too; false when there are too many options. */
static bool add_weights(const answer_grid *grid, place *at, fmpq *weight) {
  const cr_view *view = grid->view;
  const cr_edges *edges = &view->edges[at->property];
  int first = edges->first[at->company], remainder = CR_NONE;
  if (!possible(grid, at, weight)) return true;
  fmpq *kept = cr_arena_rationals(grid->arena, (size_t)(edges->first[at->company + 1] - first));
  for (int e = first; e < edges->first[at->company + 1]; e++) {
    fmpq_set(kept + (e - first), weight + (e - first));
    if (asked_entry(grid, at->property, e) && edges->holder[e] >= view->parties) remainder = e;
  }
  bool room = add_option(grid, at, kept, CR_VIEW_PSEUDO(CR_FLOAT), CR_NONE);
  if (remainder == CR_NONE || fmpq_is_zero(kept + (remainder - first))) return room;
  room = room && add_option(grid, at, kept, SOMEBODY_NEW, CR_NONE);
  for (int p = 0; room && p < view->parties; p++) {
    if (!may_hold(view, at->company, p)) continue;
    room = add_option(grid, at, kept, p, CR_NONE);
    for (int q = 0; room && q < p; q++)
      if (may_hold(view, at->company, q)) room = add_option(grid, at, kept, p, q);
  }
  return room;
}

/* What entry `entry` must be, in *out, when it is the row's last that is not fixed already. */
static bool forced(fmpq *out, const answer_grid *grid, const place *at, const fmpq *weight,
                   int entry) {
  const cr_edges *edges = &grid->view->edges[at->property];
  int first = edges->first[at->company];
  fmpq_one(out);
  for (int e = first; e < edges->first[at->company + 1]; e++) {
    const bool asked = asked_entry(grid, at->property, e);
    if (e == entry) continue;
    if (asked ? e > entry : !cr_interval_point(&edges->weight[e])) return false;
    fmpq_sub(out, out, asked ? weight + (e - first) : &edges->weight[e].lo);
  }
  return true;
}

/* The values of an entry by number: multiples of 1/grain, then the ends, beside them where they are
 * open, and the middle; false past the last. */
static bool value_of(fmpq *out, const cr_interval *whole, int number, int grain) {
  fmpq *width = out + 1;
  fmpq_set_si(out, number, (ulong)grain);
  if (number <= grain) return true;
  fmpq_sub(width, &whole->hi, &whole->lo);
  int after = number - grain - 1;
  fmpq_div_2exp(width, width, after == 2 ? 1 : 10);
  if (after == 0) fmpq_set(out, &whole->lo);
  if (after == 1) fmpq_set(out, &whole->hi);
  if (after == 2 || (after == 0 && whole->lo_open)) fmpq_add(out, &whole->lo, width);
  if (after == 1 && whole->hi_open) fmpq_sub(out, &whole->hi, width);
  return after < 3;
}

/* All weights of the entries from `entry` on. */
static bool walk_row(const answer_grid *grid, place *at, fmpq *weight, int entry, int grain) {
  const cr_edges *edges = &grid->view->edges[at->property];
  int first = edges->first[at->company];
  if (entry == edges->first[at->company + 1]) return add_weights(grid, at, weight);
  if (!asked_entry(grid, at->property, entry))
    return walk_row(grid, at, weight, entry + 1, grain);
  const cr_interval *whole = &edges->weight[entry];
  fmpq *own = weight + (entry - first), *value = cr_arena_rationals(grid->arena, 2);
  if (forced(own, grid, at, weight, entry))
    return !inside(whole, own) || walk_row(grid, at, weight, entry + 1, grain);
  bool room = true, next = true;
  for (int k = 0; room && next; k++) {
    next = value_of(value, whole, k, grain);
    fmpq_set(own, value);
    if (next && inside(whole, own)) room = walk_row(grid, at, weight, entry + 1, grain);
  }
  return room;
}

/* As fine a grid as leaves few enough options. */
static void add_row(answer_grid *grid, cr_property property, int company) {
  static const int grains[] = {40, 20, 10, 5, 1};
  const cr_edges *edges = &grid->view->edges[property];
  int count = edges->first[company + 1] - edges->first[company];
  bool any = false;
  for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
    any = any || asked_entry(grid, property, e);
  if (!any) return;
  cr_assert_lt(grid->places, MOST_PLACES);
  place *at = &grid->place[grid->places++];
  for (size_t i = 0; i < sizeof grains / sizeof *grains; i++) {
    *at = (place){.property = property, .company = company, .seat = CR_NONE};
    fmpq *weight = cr_arena_rationals(grid->arena, (size_t)count);
    if (walk_row(grid, at, weight, edges->first[company], grains[i]) && at->count > 0) return;
  }
  cr_assert_gt(at->count, 0);
}

answer_grid *answer_grid_of(const cr_view *view, const cr_request_items *items, const bool *marked,
                            const bool properties[CR_PROPERTIES], cr_arena *arena) {
  answer_grid *grid = cr_arena_alloc(arena, 1, sizeof *grid);
  *grid = (answer_grid){.view = view, .at = &items->places[0], .marked = marked, .arena = arena};
  for (int c = 0; c < view->parties; c++) {
    if (asked(grid, grid->at->seat[c])) {
      cr_assert_lt(grid->places, MOST_PLACES);
      grid->place[grid->places++] = (place){.seat = c, .count = 2};
    }
    for (int p = 0; p < CR_PROPERTIES; p++)
      if (properties[p]) add_row(grid, (cr_property)p, c);
  }
  return grid;
}

double answer_grid_size(const answer_grid *grid) {
  double size = 1;
  for (int i = 0; i < grid->places; i++) size *= grid->place[i].count;
  return size;
}

static void take_option(draft *d, const place *at, const option *chosen, int *newcomer) {
  for (int i = 0; i < chosen->pieces; i++) {
    int holder = chosen->holder[i];
    if (holder == SOMEBODY_NEW && *newcomer == CR_NONE) {
      *newcomer = d->parties;
      d->kind[d->parties] = CR_PERSON;
      d->third[d->parties] = CR_NOT_THIRD;
      d->members[d->parties++] = 1;
    }
    if (holder == SOMEBODY_NEW) holder = *newcomer;
    cr_assert_lt(d->edges, DRAFT_EDGES);
    d->edge[d->edges++] = (draft_edge){
        .property = at->property, .company = at->company, .holder = holder,
        .weight = {.lo = *chosen->weight[i], .hi = *chosen->weight[i]}};
  }
}

/* What is asked about, and in rows that are answered, is left out; a company that turns out to be
 * third has nobody behind what it does not tell. */
static void drop_asked(draft *d, const answer_grid *grid) {
  int kept = 0, capital = grid->view->edges[CR_CAPITAL].count;
  for (int i = 0; i < d->edges; i++) {
    draft_edge edge = d->edge[i];
    bool answered = false;
    for (int k = 0; k < grid->places; k++)
      answered = answered || (grid->place[k].seat == CR_NONE &&
                              grid->place[k].property == edge.property &&
                              grid->place[k].company == edge.company);
    if (answered && asked_entry(grid, edge.property, edge.property == CR_VOTES ? i - capital : i))
      continue;
    if (edge.holder == CR_VIEW_PSEUDO(CR_UNDISCLOSED) && d->third[edge.company] == CR_THIRD)
      edge.holder = CR_VIEW_PSEUDO(CR_NOBODY);
    d->edge[kept++] = edge;
  }
  d->edges = kept;
}

cr_view *answer_grid_view(const answer_grid *grid, uint64_t number, dice *d, cr_arena *arena) {
  draft made;
  draft_take(&made, grid->view, arena);
  int digit[MOST_PLACES], newcomer = CR_NONE;
  for (int i = 0; i < grid->places; i++) {
    digit[i] = d != NULL ? dice_roll(d, grid->place[i].count)
                         : (int)(number % (uint64_t)grid->place[i].count);
    number /= (uint64_t)grid->place[i].count;
    if (grid->place[i].seat != CR_NONE)
      made.third[grid->place[i].seat] = digit[i] ? CR_THIRD : CR_NOT_THIRD;
  }
  drop_asked(&made, grid);
  for (int i = 0; i < grid->places; i++)
    if (grid->place[i].seat == CR_NONE)
      take_option(&made, &grid->place[i], &grid->place[i].options[digit[i]], &newcomer);
  return draft_build(&made);
}
