#include "engine/rights/seats.h"

void cr_organ_size(const cr_organ *organ, int size[2]) {
  if (organ->fixed != CR_NONE) {
    size[0] = size[1] = organ->fixed;
  } else if (organ->in_office != CR_NONE) {
    size[0] = size[1] = organ->in_office;
  } else {
    size[0] = organ->least == CR_NONE ? 1 : organ->least;
    size[1] = organ->most;
  }
}

static bool names(const cr_right_finding *finding, int who) {
  if (who == CR_TARGET_ALL) return true;
  for (int i = 0; i < finding->third_count; i++)
    if (finding->third[i] == who) return !finding->together;
  return false;
}

/* Whether a finding is of seats in the organ that count, surely or possibly. */
static bool fills(const cr_judge *judge, const cr_right_finding *finding, int organ) {
  const cr_right *right = &judge->facts->rights[finding->right];
  bool appoints = right->kind == CR_RIGHT_APPOINT || right->kind == CR_RIGHT_PROPOSE;
  return appoints && finding->effect != CR_COUNTS_NOT &&
         cr_organ_now(judge, right->organ) == organ;
}

cr_seats cr_seats_of(const cr_judge *judge, int organ, int who) {
  cr_seats seats = {.least = 0};
  for (int i = 0; i < judge->finding_count; i++) {
    const cr_right_finding *finding = &judge->findings[i];
    if (!fills(judge, finding, organ) || !names(finding, who)) continue;
    bool surely = finding->effect == CR_COUNTS;
    if (judge->facts->rights[finding->right].majority) {
      seats.majority[0] = true;
      seats.majority[1] = seats.majority[1] || surely;
    } else {
      seats.least += finding->seats[0];
      seats.most += finding->seats[1];
    }
  }
  return seats;
}

void cr_seats_in(const cr_seats *seats, int size, int k[2]) {
  int64_t count[2] = {seats->least, seats->most};
  for (int end = 0; end < 2; end++) {
    if (seats->majority[!end]) count[end] += cr_seats_majority(size);
    k[end] = count[end] > size ? size : (int)count[end];
  }
}

/* k > needed × n, or k ≥ needed × n. */
static bool exceeds(int64_t k, int size, const fmpq_t needed, bool strictly) {
  fmpq_t bar, seats;
  fmpq_init(bar);
  fmpq_init(seats);
  fmpq_mul_si(bar, needed, size);
  fmpq_set_si(seats, k, 1);
  int order = fmpq_cmp(seats, bar);
  fmpq_clear(seats);
  fmpq_clear(bar);
  return strictly ? order > 0 : order >= 0;
}

/* A fixed number of seats weighs least in the largest organ. A majority weighs more than
 * half in every organ, so it gets over a hurdle of at most half whatever the size. */
static bool exceeds_surely(const cr_seats *seats, const int size[2], const fmpq_t needed,
                           bool strictly) {
  fmpq_t half;
  fmpq_init(half);
  fmpq_set_si(half, 1, 2);
  bool by_majority = seats->majority[1] && fmpq_cmp(needed, half) <= 0 && size[0] > 0;
  fmpq_clear(half);
  if (by_majority) return true;
  if (size[1] == CR_NONE) return seats->least > 0 && fmpq_is_zero(needed);
  if (seats->majority[1] && size[0] != size[1]) return false;
  for (int end = 0; end < 2; end++) {
    int k[2];
    cr_seats_in(seats, size[end], k);
    if (k[0] == 0 || !exceeds(k[0], size[end], needed, strictly)) return false;
  }
  return true;
}

cr_effect cr_seats_exceed(const cr_seats *seats, const int size[2], const fmpq_t needed,
                          bool strictly) {
  if (exceeds_surely(seats, size, needed, strictly)) return CR_COUNTS;
  if (seats->majority[0] && size[0] != size[1]) return CR_COUNTS_POSSIBLY;
  int k[2];
  cr_seats_in(seats, size[0], k);
  bool possibly = k[1] > 0 && exceeds(k[1], size[0], needed, strictly);
  return possibly ? CR_COUNTS_POSSIBLY : CR_COUNTS_NOT;
}

cr_organ_finding cr_judge_organ(const cr_judge *judge, int organ, bool rights_complete) {
  const cr_organ *fact = &judge->facts->organs[organ];
  cr_organ_finding finding = {.organ = organ, .status = CR_MET};
  finding.examined = fact->kind != CR_ORGAN_OTHER;
  cr_organ_size(fact, finding.members);
  cr_seats seats = cr_seats_of(judge, organ, CR_TARGET_ALL);
  int least[2], most[2] = {CR_NONE, CR_NONE};
  cr_seats_in(&seats, finding.members[0], least);
  if (finding.members[1] != CR_NONE) cr_seats_in(&seats, finding.members[1], most);
  else if (!seats.majority[0] && seats.most < INT32_MAX) most[1] = (int)seats.most;
  finding.seats[0] = least[0];
  finding.seats[1] = most[1];
  if (!finding.examined) return finding;
  fmpq_t half;
  fmpq_init(half);
  fmpq_set_si(half, 1, 2);
  cr_effect effect = cr_seats_exceed(&seats, finding.members, half, true);
  fmpq_clear(half);
  if (effect == CR_COUNTS) finding.status = CR_VIOLATED;
  else if (effect == CR_COUNTS_POSSIBLY || !rights_complete) finding.status = CR_UNDETERMINED;
  return finding;
}
