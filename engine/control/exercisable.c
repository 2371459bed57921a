#include "engine/control/exercisable.h"

#include "engine/control/cast.h"
#include "engine/control/solved.h"

/* The rows as they are written, company by company. */
typedef struct cr_row_writer {
  const cr_view *view;
  const cr_network *network;
  const cr_relation *definite, *possible;
  const cr_edges *from;
  cr_edges rows;
  fmpq *ends;       /* two per entry */
  bool *loose;      /* per company */
  cr_arena *working;
} cr_row_writer;

static crible_status allocate(cr_row_writer *writer, cr_arena *arena) {
  size_t parties = (size_t)writer->view->parties;
  size_t most = (size_t)writer->from->count + parties; /* one more in a row without votes */
  cr_edges *rows = &writer->rows;
  rows->first = cr_arena_alloc(arena, parties + 2, sizeof *rows->first);
  rows->holder = cr_arena_alloc(arena, most, sizeof *rows->holder);
  rows->weight = cr_arena_alloc(arena, most, sizeof *rows->weight);
  rows->flags = cr_arena_alloc(arena, most, sizeof *rows->flags);
  rows->cap = cr_arena_alloc(arena, most, sizeof *rows->cap);
  rows->cites = cr_arena_alloc(arena, most + 1, sizeof *rows->cites);
  rows->cited = writer->from->cited;
  writer->ends = cr_arena_rationals(arena, 2 * most);
  writer->loose = cr_arena_alloc(writer->working, parties, sizeof *writer->loose);
  bool all = rows->first && rows->holder && rows->weight && rows->flags && rows->cap &&
             rows->cites && writer->ends && writer->loose;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* Starts an entry [0, 0]; its ends are the writer's, to be set before it is sealed. */
static fmpq *start_entry(cr_row_writer *writer, int holder, uint8_t flags, int cites) {
  cr_edges *rows = &writer->rows;
  int entry = rows->count;
  rows->holder[entry] = holder;
  rows->flags[entry] = flags;
  rows->cap[entry] = CR_NONE;
  rows->cites[entry] = cites;
  return writer->ends + 2 * entry;
}

/* The weight shares its ends with the arena's rationals: it is only read. */
static void seal_entry(cr_row_writer *writer, bool lo_open, bool hi_open) {
  cr_edges *rows = &writer->rows;
  const fmpq *ends = writer->ends + 2 * rows->count;
  rows->weight[rows->count++] =
      (cr_interval){.lo = ends[0], .hi = ends[1], .lo_open = lo_open, .hi_open = hi_open};
}

static fmpq *start_copy(cr_row_writer *writer, int entry) {
  const cr_edges *from = writer->from;
  return start_entry(writer, from->holder[entry], from->flags[entry], from->cites[entry]);
}

static void copy_row(cr_row_writer *writer, int company) {
  const cr_edges *from = writer->from;
  for (int i = from->first[company]; i < from->first[company + 1]; i++) {
    fmpq *ends = start_copy(writer, i);
    fmpq_set(ends, &from->weight[i].lo);
    fmpq_set(ends + 1, &from->weight[i].hi);
    seal_entry(writer, from->weight[i].lo_open, from->weight[i].hi_open);
  }
}

/* Every holding is [0, 1], and anybody may hold. Nobody is presumed above a third company. */
static void write_void_row(cr_row_writer *writer, int company) {
  const cr_edges *from = writer->from;
  const cr_view *view = writer->view;
  const int undisclosed = view->parties + CR_UNDISCLOSED;
  bool remainder = false;
  for (int i = from->first[company]; i < from->first[company + 1]; i++) {
    bool counts = from->holder[i] < view->parties || from->holder[i] == undisclosed;
    fmpq *ends = start_copy(writer, i);
    fmpq_set_si(ends + 1, counts && from->holder[i] != company, 1);
    seal_entry(writer, false, false);
    remainder |= from->holder[i] == undisclosed;
  }
  if (remainder) {
    return;
  }
  int behind = view->third[company] == CR_THIRD ? CR_NOBODY : CR_UNDISCLOSED;
  fmpq *ends = start_entry(writer, view->parties + behind, 0, from->cites[from->first[company + 1]]);
  fmpq_one(ends + 1);
  seal_entry(writer, false, false);
}

/* One lot's share of the votes cast, from below and from above. */
static void write_lot(cr_row_writer *writer, const cr_poll *poll, const cr_cast *cast, int entry) {
  fmpq *ends = start_copy(writer, entry);
  bool open[2] = {false, false};
  cr_share share;
  cr_share_init(&share);
  for (int upper = 0; upper < 2; upper++) {
    if (cr_cast_share(&share, cast, poll, entry, upper)) {
      cr_share_value(ends + upper, &share);
      open[upper] = share.open;
    }
  }
  cr_share_clear(&share);
  seal_entry(writer, open[0], open[1]);
}

/* Whether the shares of a row, each between its ends, may take values together that the lots
 * cannot: what is left out varies, or a cap cuts. */
static bool is_loose(const cr_poll *poll, const cr_cast *cast) {
  const cr_edges *votes = poll->network->votes;
  bool loose = cast->cuts;
  for (int i = votes->first[poll->company]; i < votes->first[poll->company + 1]; i++) {
    cr_fate fate = cr_poll_fate(poll, i);
    bool out = fate == CR_SUPPRESSED || poll->network->kind[i] == CR_LOT_IDLE;
    loose |= fate == CR_DOUBTFUL || (out && !cr_interval_point(votes->weight + i));
  }
  return loose;
}

static crible_status write_shares(cr_row_writer *writer, const cr_poll *poll) {
  const cr_edges *votes = writer->from;
  cr_cast cast;
  crible_status status = cr_cast_of(&cast, poll, writer->working);
  if (status != CRIBLE_OK) {
    return status;
  }
  for (int i = votes->first[poll->company]; i < votes->first[poll->company + 1]; i++) {
    write_lot(writer, poll, &cast, i);
  }
  writer->loose[poll->company] = is_loose(poll, &cast);
  cr_cast_clear(&cast);
  return CRIBLE_OK;
}

static crible_status write_row(cr_row_writer *writer, int company) {
  cr_poll poll;
  if (cr_network_theoretical(writer->network, company) ||
      !cr_network_company(writer->network, company)) {
    copy_row(writer, company);
    return CRIBLE_OK;
  }
  crible_status status = cr_poll_init(&poll, writer->network, company, writer->working);
  if (status != CRIBLE_OK) {
    return status;
  }
  cr_poll_count(&poll, writer->definite, writer->possible);
  if (poll.no_vote) {
    write_void_row(writer, company);
  } else {
    status = write_shares(writer, &poll);
  }
  cr_poll_clear(&poll);
  return status;
}

/* Whether a loose row stands above the candidate, or is its own. */
static crible_status any_loose(bool *out, const cr_row_writer *writer) {
  const cr_edges *rows = &writer->rows;
  int parties = writer->view->parties, count = 0;
  int *queue = cr_arena_alloc(writer->working, (size_t)parties, sizeof *queue);
  bool *seen = cr_arena_alloc(writer->working, (size_t)parties, sizeof *seen);
  if (!queue || !seen) {
    return CRIBLE_E_MEMORY;
  }
  seen[writer->view->candidate] = true;
  queue[count++] = writer->view->candidate;
  *out = false;
  for (int taken = 0; taken < count; taken++) {
    *out |= writer->loose[queue[taken]];
    for (int i = rows->first[queue[taken]]; i < rows->first[queue[taken] + 1]; i++) {
      int holder = rows->holder[i];
      if (holder < parties && !seen[holder] && !fmpq_is_zero(&rows->weight[i].hi)) {
        seen[holder] = true;
        queue[count++] = holder;
      }
    }
  }
  return CRIBLE_OK;
}

crible_status cr_exercisable_rows(cr_view *out, const cr_control *control, const cr_view *view,
                                  cr_arena *arena) {
  const cr_solved *solved = cr_solved_of(control);
  cr_row_writer writer = {.view = view,
                          .network = solved->network,
                          .definite = &solved->definite,
                          .possible = cr_solved_possible(control),
                          .from = &view->edges[CR_VOTES]};
  bool loose = false;
  crible_status status = cr_arena_new(&writer.working, cr_arena_context(arena));
  if (status != CRIBLE_OK) {
    return status;
  }
  status = allocate(&writer, arena);
  for (int company = 0; status == CRIBLE_OK && company < view->parties; company++) {
    writer.rows.first[company] = writer.rows.count;
    status = write_row(&writer, company);
    writer.rows.first[company + 1] = writer.rows.count;
  }
  if (status == CRIBLE_OK) {
    writer.rows.cites[writer.rows.count] = writer.from->cites[writer.from->count];
    status = any_loose(&loose, &writer);
  }
  if (status == CRIBLE_OK) {
    out->edges[CR_VOTES] = writer.rows;
    out->relaxed |= loose;
  }
  cr_arena_free(writer.working);
  return status;
}
