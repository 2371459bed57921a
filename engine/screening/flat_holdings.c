#include "engine/screening/flat_holdings.h"

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/graph/merge.h"

typedef struct flat_stake {
  cr_stake stake;
  fmpq *ends; /* of its shares, property by property, in the arena; NULL: the stake's own */
} flat_stake;

typedef struct flattening {
  crible_context *context;
  const cr_facts *facts;
  cr_snapshot snapshot;
  cr_arena *arena;
  cr_notes notes;
  flat_stake *stakes;
  size_t count, capacity;
  bool *partly;
} flattening;

static crible_status add(flattening *self, const cr_stake *stake, fmpq *ends) {
  void *block = self->stakes;
  crible_status status = cr_grow(self->context, &block, &self->capacity, self->count + 1,
                                 sizeof *self->stakes);
  if (status != CRIBLE_OK) return status;
  self->stakes = block;
  self->stakes[self->count++] = (flat_stake){*stake, ends};
  return CRIBLE_OK;
}

static crible_status tell(flattening *self, const char *code, const cr_fact *fact,
                          const char *format, int company) {
  return cr_warn(self->context, code, self->facts->file, fact->line, fact->column, NULL, format,
                 self->facts->parties[company].name);
}

/* The stakes of a company without share classes, as they are. */
static crible_status keep_stakes(flattening *self, int company) {
  crible_status status = CRIBLE_OK;
  for CR_EACH (i, &self->snapshot.stakes, company)
    if (status == CRIBLE_OK)
      status = add(self, &self->facts->stakes[self->snapshot.stakes.item[i]], NULL);
  return status;
}

/* The holder that a part is said of, CR_NONE for none that has a name. */
static int holder_of(const cr_part *part, int company) {
  if (part->holder == CR_VIEW_PSEUDO(CR_TREASURY)) return company;
  return part->holder < 0 ? CR_NONE : part->holder;
}

/* Puts a property of a holder into its stake, which is a new one where it has none yet. */
static crible_status put(flattening *self, size_t first, const cr_part *part, int company,
                         cr_property property, const cr_fact *fact) {
  int holder = holder_of(part, company);
  size_t i = first;
  if (holder == CR_NONE) return CRIBLE_OK;
  while (i < self->count && self->stakes[i].stake.holder != holder) i++;
  if (i == self->count) {
    const cr_stake stake = {.fact = *fact, .holder = holder, .company = company,
                            .share_class = CR_NONE, .states = {true, true}};
    fmpq *ends = cr_arena_rationals(self->arena, 4);
    crible_status status = ends ? add(self, &stake, ends) : CRIBLE_E_MEMORY;
    if (status != CRIBLE_OK) return status;
  }
  flat_stake *flat = &self->stakes[i];
  fmpq *ends = flat->ends + 2 * property;
  cr_interval *share = &flat->stake.share[property];
  fmpq_add(&ends[0], &ends[0], &part->weight.lo);
  fmpq_add(&ends[1], &ends[1], &part->weight.hi);
  share->lo_open = share->lo_open || part->weight.lo_open;
  share->hi_open = share->hi_open || part->weight.hi_open;
  return CRIBLE_OK;
}

/* Whether some votes are suspended or capped, or nobody known casts them. */
static bool beyond_shares(const cr_row *row) {
  for (size_t i = 0; i < row->count; i++) {
    const cr_part *part = &row->parts[i];
    bool nameless = part->holder < 0 && part->holder != CR_VIEW_PSEUDO(CR_TREASURY);
    if (part->flags || part->cap || nameless) return true;
  }
  return false;
}

/* A company with classes: each property merged as a screening does. */
static crible_status flatten_row(flattening *self, bool *beyond, const cr_capital *capital,
                                 cr_property property, size_t first, const cr_fact *fact) {
  bool of_company;
  cr_row row;
  cr_evidence_list evidence;
  cr_merge_input merge = {.snapshot = &self->snapshot, .capital = capital, .property = property,
                          .notes = &self->notes};
  cr_row_init(&row, self->context);
  cr_evidence_init(&evidence, self->context);
  crible_status status =
      cr_evidence_gather(&evidence, &self->snapshot, capital, property, CR_ALL_CLASSES);
  if (status == CRIBLE_OK) status = cr_merge(&row, &of_company, &evidence, &merge);
  if (status == CRIBLE_OK) status = cr_row_join(&row);
  for (size_t i = 0; status == CRIBLE_OK && i < row.count; i++)
    status = put(self, first, &row.parts[i], capital->company, property, fact);
  *beyond = *beyond || beyond_shares(&row);
  cr_row_clear(&row);
  cr_evidence_clear(&evidence);
  return status;
}

/* What nobody is known to hold is one part: where it may have double votes, or stakes are known of
 * one class among several, more is known than shares of the whole say. */
static bool more_is_known(const flattening *self, const cr_capital *capital) {
  bool more = !fmpq_equal(&capital->votes[0], &capital->votes[1]) || capital->by_meeting;
  for CR_EACH (i, &self->snapshot.stakes, capital->company) {
    const cr_stake *stake = &self->facts->stakes[self->snapshot.stakes.item[i]];
    more = more || (stake->share_class != CR_NONE && capital->class_count > 1);
  }
  return more;
}

/* Treasury stock is said by its capital alone. */
static bool treasury_differs(const flattening *self, size_t first, int company) {
  for (size_t i = first; i < self->count; i++) {
    const fmpq *ends = self->stakes[i].ends;
    if (self->stakes[i].stake.holder != company) continue;
    if (!fmpq_equal(&ends[0], &ends[2]) || !fmpq_equal(&ends[1], &ends[3])) return true;
  }
  return false;
}

static crible_status flatten_company(flattening *self, int company) {
  size_t first = self->count;
  cr_capital capital;
  bool beyond = false;
  const cr_buckets *classes = &self->snapshot.classes;
  const cr_fact *fact = &self->facts->classes[classes->item[classes->first[company]]].fact;
  crible_status status = cr_capital_count(&capital, &self->snapshot, company, CR_MEETING_ORDINARY,
                                          &self->notes, self->arena);
  if (status != CRIBLE_OK) return status;
  if (cr_capital_void(&capital, CR_CAPITAL) || cr_capital_void(&capital, CR_VOTES)) {
    self->partly[company] = true;
    return tell(self, "not-said", fact, _("BODS cannot say that '%.64s' has no share that votes"),
                company);
  }
  for (int p = 0; status == CRIBLE_OK && p < CR_PROPERTIES; p++)
    status = flatten_row(self, &beyond, &capital, (cr_property)p, first, fact);
  if (status != CRIBLE_OK) return status;
  status = tell(self, "said-as-shares", fact,
                _("the share classes and lots of '%.64s' are written as the shares of its capital "
                  "and votes that they are on the day"),
                company);
  self->partly[company] = beyond;
  if (status == CRIBLE_OK &&
      (beyond || more_is_known(self, &capital) || treasury_differs(self, first, company)))
    status = tell(self, "not-said", fact,
                  _("BODS cannot say all that is known of the votes and classes of '%.64s'"),
                  company);
  return status;
}

/* Votes of treasury stock that are stated otherwise than its capital. */
static crible_status check_own(flattening *self) {
  for (size_t i = 0; i < self->facts->stakes_count; i++) {
    const cr_stake *stake = &self->facts->stakes[i];
    bool own = stake->holder == stake->company && stake->states[CR_VOTES];
    bool same = stake->states[CR_CAPITAL] &&
                cr_interval_equal(&stake->share[CR_CAPITAL], &stake->share[CR_VOTES]);
    if (!own || same || !cr_fact_valid(&stake->fact, self->snapshot.as_of)) continue;
    crible_status status =
        tell(self, "not-said", &stake->fact, _("BODS cannot say the votes of the own shares of '%.64s'"),
             stake->company);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static crible_status finish(cr_bods_facts *out, const flattening *self) {
  cr_stake *stakes = cr_arena_alloc(self->arena, self->count + 1, sizeof *stakes);
  if (!stakes) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < self->count; i++) {
    const fmpq *ends = self->stakes[i].ends;
    stakes[i] = self->stakes[i].stake;
    for (int p = 0; ends && p < CR_PROPERTIES; p++) { /* the arena clears them */
      stakes[i].share[p].lo = ends[2 * p];
      stakes[i].share[p].hi = ends[2 * p + 1];
    }
  }
  *out = (cr_bods_facts){.facts = self->facts, .as_of = self->snapshot.as_of, .stakes = stakes,
                         .stake_count = self->count, .partly = self->partly};
  return CRIBLE_OK;
}

crible_status cr_flat_holdings(cr_bods_facts *out, const cr_facts *facts,
                               const cr_reference *reference, cr_date as_of, cr_arena *arena) {
  static const cr_reading reading = {.option = {0}};
  flattening self = {.context = cr_arena_context(arena), .facts = facts, .arena = arena,
                     .partly = cr_arena_alloc(arena, facts->parties_count + 1, sizeof(bool))};
  crible_status status = self.partly ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK)
    status = cr_snapshot_take(&self.snapshot, facts, reference, &reading, as_of, arena);
  if (status == CRIBLE_OK) status = check_own(&self);
  for (int company = 0; status == CRIBLE_OK && company < (int)facts->parties_count; company++) {
    bool classes = cr_buckets_count(&self.snapshot.classes, company) > 0;
    status = classes ? flatten_company(&self, company) : keep_stakes(&self, company);
  }
  if (status == CRIBLE_OK) status = finish(out, &self);
  cr_release(self.context, self.stakes);
  return status;
}
