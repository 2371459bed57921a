/* Machine numbers on graphs that are not small: every enclosure holds the exact
 * bound, none holds a threshold, and the criterion is exact. */
#include <stdio.h>

#include <criterion/criterion.h>

#include "engine/holdings/holdings.h"
#include "tests/support/hand_view.h"

enum { COMPANIES = 80, FOREIGN = 20, PERSONS = 160, ROUNDS = 6 };

static unsigned state;

static int draw(int below) {
  state = state * 1664525u + 1013904223u;
  return (int)((state >> 8) % (unsigned)below);
}

static void hold(hand_view *hand, int holder, int company, int thousandths, bool band) {
  char text[64];
  if (band)
    snprintf(text, sizeof text, "(%d/1000,%d/1000]", thousandths / 2, 2 * thousandths);
  else
    snprintf(text, sizeof text, "%d/1000", thousandths);
  hand_capital(hand, holder, company, text);
}

/* Companies in one large cycle with chords, `leak` thousandths of each outside. */
static const cr_view *random_view(hand_view *hand, int leak) {
  int company[COMPANIES], foreign[FOREIGN], person = 0;
  for (int i = 0; i < COMPANIES; i++)
    company[i] = draw(8) == 0 && i > 0 ? hand_foreign(hand) : hand_company(hand);
  for (int i = 0; i < FOREIGN; i++) foreign[i] = hand_foreign(hand);
  for (int i = 0; i < PERSONS; i++) person = hand_party(hand, CR_PERSON, CR_NOT_THIRD, 1);
  for (int i = 0; i < COMPANIES; i++) {
    int inside = 1000 - leak, chord = 1 + draw(COMPANIES - 2);
    bool band = draw(3) == 0;
    hold(hand, company[(i + 1) % COMPANIES], company[i], inside / 2, band);
    if ((i + 1 + chord) % COMPANIES != i)
      hold(hand, company[(i + 1 + chord) % COMPANIES], company[i], inside / 4, band);
    hold(hand, foreign[draw(FOREIGN)], company[i], leak / 3, band);
    hand_capital(hand, person - draw(PERSONS), company[i], "[0,1]");
    if (draw(10) == 0) hand_capital(hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), company[i], "[0,1/10]");
  }
  return hand_finish(hand, company[0]);
}

/* Each party counts for up to two others, some for anybody; more of them above than below. */
static cr_dependents *random_dependents(const cr_view *view, bool upper, cr_arena *arena) {
  size_t parties = (size_t)view->parties;
  cr_dependents *made = cr_arena_alloc(arena, 1, sizeof *made);
  made->first = cr_arena_alloc(arena, parties + 1, sizeof *made->first);
  made->party = cr_arena_alloc(arena, 2 * parties, sizeof *made->party);
  made->of_anybody = cr_arena_alloc(arena, parties, sizeof *made->of_anybody);
  made->of_third = cr_arena_alloc(arena, parties, sizeof *made->of_third);
  for (int p = 0; p < view->parties; p++) {
    int end = made->first[p];
    for (int k = draw(4) == 0 ? 2 : 0; k > 0; k--) {
      int controlled = 1 + draw(COMPANIES - 1);
      if (controlled == p || (end > made->first[p] && made->party[end - 1] == controlled)) continue;
      made->party[end++] = controlled;
      made->of_third[controlled] |= view->third[p] == CR_THIRD;
    }
    made->first[p + 1] = end;
    bool anybody = upper && p > 0 && p < COMPANIES && draw(40) == 0;
    made->of_anybody[p] = anybody;
    made->of_third[p] |= anybody;
  }
  return made;
}

static void check_side(const cr_bound *bound, const cr_holdings *holdings, const cr_view *view,
                       int entity, bool upper, unsigned seed, cr_arena *arena) {
  cr_vector vector;
  cr_assert_eq(cr_holdings_vector(&vector, view, holdings->condensation, CR_CAPITAL, entity, upper,
                                  arena),
               CRIBLE_OK);
  double exact = fmpq_get_d(&vector.value[view->candidate]);
  cr_expect_leq(bound->below, exact + 1e-300, "seed %u entity %d side %d", seed, entity, upper);
  cr_expect_geq(bound->above, exact - 1e-300, "seed %u entity %d side %d", seed, entity, upper);
  cr_expect_lt(bound->above - bound->below, 1e-9, "seed %u entity %d", seed, entity);
  if (bound->exact) cr_expect(fmpq_equal(bound->value, &vector.value[view->candidate]));
  const cr_bound *criterion = &holdings->individual[upper];
  cr_expect(fmpq_cmp(&vector.value[view->candidate], criterion->value) <= 0,
            "seed %u: entity %d is larger than the criterion", seed, entity);
}

static void run(int leak, bool dependents) {
  for (unsigned seed = 1; seed <= ROUNDS; seed++) {
    hand_view hand;
    hand_open(&hand);
    state = seed * 2654435761u;
    cr_view followed = *random_view(&hand, leak);
    const cr_view *view = &followed;
    followed.re_entry = dependents && seed % 2 == 0;
    for (int side = 0; dependents && side < 2; side++)
      followed.dependents[side] = random_dependents(view, side != 0, hand.arena);
    fmpq threshold[1];
    fmpq_init(threshold);
    fmpq_set_si(threshold, 1, 100);
    cr_holdings *holdings = NULL;
    cr_assert_eq(cr_holdings_solve(&holdings, view, CR_CAPITAL, threshold, 1, hand.arena),
                 CRIBLE_OK);
    cr_expect_gt(holdings->entity_count, 10);
    for (int i = 0; i < holdings->entity_count; i++) {
      const cr_entity_bounds *entity = &holdings->entities[i];
      check_side(&entity->lower, holdings, view, entity->entity, false, seed, hand.arena);
      check_side(&entity->upper, holdings, view, entity->entity, true, seed, hand.arena);
      for (int side = 0; side < 2; side++) {
        const cr_bound *bound = side ? &entity->upper : &entity->lower;
        cr_expect(bound->exact || bound->above < 0.01 || bound->below > 0.01);
      }
    }
    hand_close(&hand);
  }
}

Test(enclosure, cycles_that_leak) { run(300, false); }
Test(enclosure, cycles_that_hardly_leak) { run(6, false); }
Test(enclosure, parties_that_count_as_others) {
  run(300, true);
  run(6, true);
}
