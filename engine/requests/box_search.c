#include "engine/requests/box_search.h"

#include "engine/requests/box_split.h"
#include "engine/requests/refuted.h"

enum { MOST_BOXES = 4000, SAMPLES = 64, STEPS = 12 };

typedef struct cr_box_search {
  cr_answer_spaces spaces;
  cr_arena *arena;
  const cr_kept_answers *kept;
  fmpq *bound;
  cr_answer_box **open; /* boxes still to be split */
  int open_count, taken;
  bool unsettled;       /* some box was given up */
} cr_box_search;

static bool is_kept(const cr_box_search *search) {
  return fmpq_cmp(search->bound, search->spaces.inquiry->ceiling) <= 0;
}

/* The inquiry, about the answers in the box. */
static cr_inquiry inquiry_in(const cr_box_search *search, const cr_answer_box *box) {
  cr_inquiry inquiry = *search->spaces.inquiry;
  for (int v = 0; v < inquiry.view_count; v++) inquiry.view[v] = box->view[v];
  inquiry.items = &search->spaces.items;
  return inquiry;
}

/* Where what several hold of a remainder may add up to more than it is, many hold what is not
 * chosen; NULL when they cannot. */
static crible_status settle(cr_answer_box **box, const cr_box_search *search) {
  const cr_answer_spaces *spaces = &search->spaces;
  crible_status status = CRIBLE_OK;
  for (int item = 0; !spaces->whole && item < spaces->items.count; item++) {
    const cr_box_split how = cr_box_split_choice(spaces, item);
    if (status == CRIBLE_OK && *box != NULL && spaces->asked[item] &&
        cr_kind_asked(spaces, item) == CR_ASK_HOLDERS && (*box)->choice[item] == CR_BOX_EITHER)
      status = cr_answer_box_part(box, spaces, *box, &how, CR_HOLDS_MANY, search->arena);
  }
  return status;
}

/* The worse of both meetings. */
static crible_status try_box(cr_box_search *search, cr_answer_box *box) {
  cr_answer_box *settled = box;
  fmpq_one(box->bound);
  crible_status status = settle(&settled, search);
  if (status != CRIBLE_OK || settled == NULL) return status;
  const cr_inquiry inquiry = inquiry_in(search, settled);
  fmpq_t here;
  fmpq_init(here);
  for (int v = 0; status == CRIBLE_OK && v < inquiry.view_count; v++) {
    const cr_answers answers = {&search->spaces.items.places[v], search->spaces.asked,
                                CR_AGAINST_NOBODY};
    status = cr_try_view(here, &inquiry, inquiry.view[v], &answers,
                         v == 0 ? search->kept : NULL);
    if (v == 0 || fmpq_cmp(here, box->bound) > 0) fmpq_set(box->bound, here);
  }
  if (status == CRIBLE_OK && fmpq_cmp(box->bound, search->bound) < 0)
    fmpq_set(search->bound, box->bound);
  fmpq_clear(here);
  return status;
}

/* Keeps the box for later, unless no answers in it help. */
static crible_status add(cr_box_search *search, cr_answer_box *box) {
  const cr_inquiry inquiry = inquiry_in(search, box);
  bool refuted = false;
  crible_status status = cr_refuted(&refuted, &inquiry, search->spaces.asked);
  if (status != CRIBLE_OK || refuted) return status;
  status = try_box(search, box);
  if (search->open_count == MOST_BOXES) search->unsettled = true;
  else search->open[search->open_count++] = box;
  return status;
}

/* The box with the least bound; of equal ones in turn that which has waited longest, and one in which
 * most is chosen, since it is often only at the end that choices show what they do. */
static cr_answer_box *take(cr_box_search *search) {
  const bool deep = ++search->taken % 2 == 0;
  int least = 0;
  for (int i = 1; i < search->open_count; i++) {
    const cr_answer_box *box = search->open[i], *best = search->open[least];
    const int order = fmpq_cmp(box->bound, best->bound);
    if (order < 0 || (order == 0 && deep && box->chosen > best->chosen)) least = i;
  }
  cr_answer_box *box = search->open[least];
  search->open_count--;
  for (int i = least; i < search->open_count; i++) search->open[i] = search->open[i + 1];
  return box;
}

static crible_status split(cr_box_search *search, const cr_answer_box *box) {
  cr_box_split how;
  bool tiny;
  crible_status status = cr_box_split_next(&how, &tiny, &search->spaces, box, search->arena);
  if (status != CRIBLE_OK) return status;
  search->unsettled = search->unsettled || tiny;
  for (int part = 0; status == CRIBLE_OK && !tiny && part < how.parts && !is_kept(search); part++) {
    cr_answer_box *made = NULL;
    status = cr_answer_box_part(&made, &search->spaces, box, &how, part, search->arena);
    if (status == CRIBLE_OK && made != NULL) status = add(search, made);
  }
  return status;
}

static bool open_remainder(const cr_box_search *search, const cr_answer_box *box, int item) {
  return search->spaces.asked[item] && box->choice[item] == CR_BOX_EITHER &&
         cr_kind_asked(&search->spaces, item) == CR_ASK_HOLDERS;
}

static bool at_end(const cr_box_search *search) {
  return is_kept(search) || cr_inquiry_spent(search->spaces.inquiry);
}

/* The same holder behind two remainders (or one, or all: `one` is CR_NONE), all else as usual. */
static crible_status try_holder(cr_box_search *search, cr_answer_box *whole, int one, int other,
                                int part) {
  cr_answer_box *box = whole;
  crible_status status = CRIBLE_OK;
  for (int item = 0; status == CRIBLE_OK && item < search->spaces.items.count; item++) {
    const cr_box_split how = cr_box_split_choice(&search->spaces, item);
    cr_answer_box *made = NULL;
    if (open_remainder(search, box, item) && (one == CR_NONE || item == one || item == other))
      status = cr_answer_box_part(&made, &search->spaces, box, &how, part, search->arena);
    if (made != NULL) box = made;
  }
  return status == CRIBLE_OK && box != whole ? try_box(search, box) : status;
}

/* Each who may be that holder. */
static crible_status try_holders(cr_box_search *search, cr_answer_box *whole, int one, int other) {
  const int parts = CR_HOLDS_KNOWN + search->spaces.space[0].from->parties;
  crible_status status = CRIBLE_OK;
  for (int part = CR_HOLDS_NEW; status == CRIBLE_OK && part < parts && !at_end(search); part++)
    status = try_holder(search, whole, one, other, part);
  return status;
}

/* Often that is enough, and is found before all combinations are. */
static crible_status try_few_holders(cr_box_search *search, cr_answer_box *whole) {
  const int items = search->spaces.items.count;
  crible_status status = try_holders(search, whole, CR_NONE, CR_NONE);
  for (int one = 0; one < items; one++)
    if (status == CRIBLE_OK && open_remainder(search, whole, one))
      status = try_holders(search, whole, one, one);
  for (int one = 0; one < items; one++)
    for (int other = 0; open_remainder(search, whole, one) && other < one; other++)
      if (status == CRIBLE_OK && open_remainder(search, whole, other))
        status = try_holders(search, whole, one, other);
  return status;
}

/* One of the parts, or the next ones where no answers lie in it. */
static crible_status fall_into(cr_answer_box **box, cr_box_search *search,
                               const cr_box_split *how, int part) {
  crible_status status = CRIBLE_OK;
  cr_answer_box *made = NULL;
  for (int k = 0; status == CRIBLE_OK && made == NULL && k < how->parts; k++)
    status = cr_answer_box_part(&made, &search->spaces, *box, how, (part + k) % how->parts,
                                search->arena);
  *box = made;
  return status;
}

/* Answers all over the box: each split is fallen through at one part, as a generator has it that
 * always begins alike (Lehmer, 1951). What combinations alone do is found here, if at all soon. */
static crible_status try_samples(cr_box_search *search, cr_answer_box *whole) {
  uint64_t state = 1;
  crible_status status = CRIBLE_OK;
  for (int k = 0; status == CRIBLE_OK && k < SAMPLES && !at_end(search); k++) {
    cr_answer_box *box = whole;
    for (int step = 0; status == CRIBLE_OK && box != NULL && step < STEPS; step++) {
      cr_box_split how;
      bool tiny;
      status = cr_box_split_next(&how, &tiny, &search->spaces, box, search->arena);
      if (status != CRIBLE_OK || how.parts == 0 || tiny) break;
      state = state * 48271 % 2147483647;
      status = fall_into(&box, search, &how, (int)(state % (uint64_t)how.parts));
    }
    if (status == CRIBLE_OK && box != NULL && box != whole) status = try_box(search, box);
  }
  return status;
}

static crible_status search_from(cr_box_search *search) {
  cr_answer_box *whole = NULL;
  crible_status status = cr_answer_box_whole(&whole, &search->spaces, search->arena);
  if (status == CRIBLE_OK && whole != NULL) status = add(search, whole);
  if (status == CRIBLE_OK && search->open_count > 0) status = try_samples(search, whole);
  if (status == CRIBLE_OK && search->open_count > 0) status = try_few_holders(search, whole);
  while (status == CRIBLE_OK && search->open_count > 0 && !at_end(search))
    status = split(search, take(search));
  return status;
}

crible_status cr_search_boxes(fmpq *bound, bool *none, const cr_inquiry *inquiry,
                              const bool *asked, const cr_kept_answers *kept) {
  cr_box_search search = {.kept = kept, .bound = bound};
  crible_status status = cr_arena_new(&search.arena, inquiry->context);
  if (status != CRIBLE_OK) return status;
  search.open = cr_arena_alloc(search.arena, MOST_BOXES, sizeof(cr_answer_box *));
  if (search.open == NULL) status = CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK)
    status = cr_answer_spaces_of(&search.spaces, inquiry, asked, search.arena);
  search.unsettled = !search.spaces.whole;
  if (status == CRIBLE_OK) status = search_from(&search);
  if (status == CRIBLE_OK)
    *none = search.open_count == 0 && !search.unsettled && !is_kept(&search);
  cr_arena_free(search.arena);
  return status;
}
