#include "engine/rights/hurdle.h"

#include <string.h>

#include "engine/rights/thirds.h"

crible_status cr_hurdle_to_decide(cr_hurdle *out, const cr_judge *judge, const fmpq_t q,
                                  bool exceeded) {
  fmpq *needed = cr_arena_rationals(judge->arena, 1);
  if (needed == NULL) return CRIBLE_E_MEMORY;
  fmpq_set(needed, q);
  *out = (cr_hurdle){.needed = needed, .strictly = exceeded};
  return CRIBLE_OK;
}

crible_status cr_hurdle_to_block(cr_hurdle *out, const cr_judge *judge, const fmpq_t q,
                                 bool exceeded) {
  fmpq *needed = cr_arena_rationals(judge->arena, 1);
  if (needed == NULL) return CRIBLE_E_MEMORY;
  fmpq_one(needed);
  fmpq_sub(needed, needed, q);
  /* Nobody blocks without any share. */
  *out = (cr_hurdle){.needed = needed, .strictly = !exceeded || fmpq_sgn(needed) <= 0};
  return CRIBLE_OK;
}

cr_effect cr_hurdle_cleared(const cr_hurdle *hurdle, const cr_bound bound[2]) {
  int low = fmpq_cmp(bound[0].value, hurdle->needed);
  int high = fmpq_cmp(bound[1].value, hurdle->needed);
  if (hurdle->strictly) {
    if (low > 0 || (low == 0 && !bound[0].attained)) return CR_COUNTS;
    return high > 0 ? CR_COUNTS_POSSIBLY : CR_COUNTS_NOT;
  }
  if (low >= 0) return CR_COUNTS;
  return high > 0 || (high == 0 && bound[1].attained) ? CR_COUNTS_POSSIBLY : CR_COUNTS_NOT;
}

/* Third parties that may be listed alone: no member of an unnamed group is one, and who is not
 * disclosed may be several. */
static bool candidate_alone(const cr_judge *judge, int node, bool surely) {
  if (surely && node == cr_undisclosed(judge)) return false;
  return judge->third[surely][node] && !cr_view_group(judge->view, node);
}

/* Who alone gets over the hurdle as far as all together do: the topmost, or CR_NONE. */
static crible_status find_alone(int *out, cr_bound share[2], const cr_judge *judge,
                                const cr_electorate *electorate, const cr_hurdle *hurdle,
                                cr_effect effect) {
  bool surely = effect == CR_COUNTS;
  int count = 0, last = cr_undisclosed(judge);
  int *thirds = cr_arena_alloc(judge->arena, (size_t)last + 1, sizeof *thirds);
  if (thirds == NULL) return CRIBLE_E_MEMORY;
  for (int node = 0; node <= last; node++)
    if (candidate_alone(judge, node, surely)) thirds[count++] = node;
  cr_topmost_first(thirds, count, judge);
  *out = CR_NONE;
  for (int i = 0; i < count; i++) {
    cr_bound bound[2];
    crible_status status = cr_electorate_share(bound, judge, electorate, thirds[i]);
    if (status != CRIBLE_OK) return status;
    if (cr_hurdle_cleared(hurdle, bound) < effect) continue;
    memcpy(share, bound, 2 * sizeof *share);
    *out = thirds[i];
    return CRIBLE_OK;
  }
  return CRIBLE_OK;
}

/* Every third party with a part in it, surely or possibly. */
static crible_status list_together(cr_right_finding *finding, const cr_judge *judge,
                                   const cr_electorate *electorate, bool surely) {
  int count = 0, last = cr_undisclosed(judge);
  int *thirds = cr_arena_alloc(judge->arena, (size_t)last + 1, sizeof *thirds);
  if (thirds == NULL) return CRIBLE_E_MEMORY;
  for (int node = 0; node <= last; node++) {
    cr_bound bound[2];
    if (!judge->third[surely][node]) continue;
    crible_status status = cr_electorate_share(bound, judge, electorate, node);
    if (status != CRIBLE_OK) return status;
    if (fmpq_sgn(bound[surely ? 0 : 1].value) > 0 || (surely && !bound[0].attained))
      thirds[count++] = node;
  }
  cr_topmost_first(thirds, count, judge);
  finding->third = thirds;
  finding->third_count = count;
  finding->together = true;
  return CRIBLE_OK;
}

static crible_status name_thirds(cr_right_finding *finding, const cr_judge *judge,
                                 const cr_electorate *electorate, const cr_hurdle *hurdle) {
  int alone;
  crible_status status =
      find_alone(&alone, finding->share, judge, electorate, hurdle, finding->effect);
  if (status != CRIBLE_OK) return status;
  if (alone == CR_NONE)
    return list_together(finding, judge, electorate, finding->effect == CR_COUNTS);
  int *third = cr_arena_alloc(judge->arena, 1, sizeof *third);
  if (third == NULL) return CRIBLE_E_MEMORY;
  *third = alone;
  finding->third = third;
  finding->third_count = 1;
  return CRIBLE_OK;
}

crible_status cr_judge_share(cr_right_finding *finding, const cr_judge *judge,
                             const cr_electorate *electorate, const cr_hurdle *hurdle,
                             const char *reason) {
  cr_right_finding made = cr_finding_new(finding->right, "others-reach-majority");
  crible_status status = cr_electorate_share(made.share, judge, electorate, CR_TARGET_ALL);
  if (status != CRIBLE_OK) return status;
  made.has_share = true;
  made.needed = hurdle->needed;
  made.strictly = hurdle->strictly;
  made.effect = cr_hurdle_cleared(hurdle, made.share);
  if (made.effect != CR_COUNTS_NOT) {
    made.reason = reason;
    status = name_thirds(&made, judge, electorate, hurdle);
    if (status != CRIBLE_OK) return status;
  }
  *finding = made;
  return CRIBLE_OK;
}
