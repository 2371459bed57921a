#include "engine/rights/organ_veto.h"

#include "engine/base/rational.h"
#include "engine/rights/seats.h"
#include "engine/rights/thirds.h"

/* k of n as a share: the fewest of the largest organ, the most of the smallest. */
static crible_status seat_share(cr_right_finding *finding, const cr_judge *judge,
                                const cr_seats *seats, const int size[2]) {
  fmpq *values = cr_arena_rationals(judge->arena, 2);
  if (values == NULL) return CRIBLE_E_MEMORY;
  if (size[1] == CR_NONE || size[0] == 0) return CRIBLE_OK;
  for (int end = 0; end < 2; end++) {
    int k[2], n = size[!end];
    cr_seats_in(seats, n, k);
    fmpq_set_si(values + end, k[end], (ulong)n);
    finding->share[end] = (cr_bound){.exact = true, .value = values + end, .attained = true,
                                     .tight = true, .below = cr_rational_below(values + end),
                                     .above = cr_rational_above(values + end)};
  }
  finding->has_share = true;
  return CRIBLE_OK;
}

/* Third parties that appoint seats in it, topmost first; one alone when its seats do. */
static crible_status name_thirds(cr_right_finding *finding, const cr_judge *judge,
                                 int organ, const cr_hurdle *hurdle, const int size[2]) {
  int count = 0, last = cr_undisclosed(judge);
  int *thirds = cr_arena_alloc(judge->arena, (size_t)last + 1, sizeof *thirds);
  if (thirds == NULL) return CRIBLE_E_MEMORY;
  for (int node = 0; node <= last; node++) {
    cr_seats seats = cr_seats_of(judge, organ, node);
    if (seats.most > 0 || seats.majority[0]) thirds[count++] = node;
  }
  cr_topmost_first(thirds, count, judge);
  finding->third = thirds;
  finding->third_count = count;
  finding->together = true;
  for (int i = 0; i < count && finding->together; i++) {
    cr_seats seats = cr_seats_of(judge, organ, thirds[i]);
    if (cr_seats_exceed(&seats, size, hurdle->needed, hurdle->strictly) < finding->effect)
      continue;
    finding->third = thirds + i;
    finding->third_count = 1;
    finding->together = false;
    return seat_share(finding, judge, &seats, size);
  }
  return CRIBLE_OK;
}

crible_status cr_judge_in_organ(cr_right_finding *finding, const cr_judge *judge,
                                const cr_right *right, const cr_hurdle *hurdle) {
  int size[2], organ = cr_organ_now(judge, right->organ);
  if (organ == CR_NONE) {
    finding->reason = "no-such-organ";
    return CRIBLE_OK;
  }
  cr_organ_size(&judge->facts->organs[organ], size);
  cr_seats seats = cr_seats_of(judge, organ, CR_TARGET_ALL);
  crible_status status = seat_share(finding, judge, &seats, size);
  if (status != CRIBLE_OK) return status;
  finding->needed = hurdle->needed;
  finding->strictly = hurdle->strictly;
  finding->effect = cr_seats_exceed(&seats, size, hurdle->needed, hurdle->strictly);
  finding->reason = finding->effect == CR_COUNTS_NOT ? "others-reach-majority" : "blocks-majority";
  if (finding->effect == CR_COUNTS_NOT) return CRIBLE_OK;
  return name_thirds(finding, judge, organ, hurdle, size);
}
