/* Exact solutions of random chains, checked by multiplication. */
#include <criterion/criterion.h>
#include <flint/flint.h>

#include "engine/holdings/linear.h"
#include "tests/support/hand_view.h"

enum { MOST = 40 };

/* A random substochastic matrix and right-hand side. */
typedef struct random_chain {
  int first[MOST + 1], column[MOST * MOST], size;
  fmpq coefficient[MOST * MOST], constant[MOST], solution[MOST];
} random_chain;

static void make(random_chain *chain, flint_rand_t state, int size, ulong denominator) {
  int filled = 0;
  chain->size = size;
  for (int i = 0; i < size; i++) {
    ulong left = denominator - 1;
    chain->first[i] = filled;
    for (int j = 0; j < size; j++) {
      if (i == j || n_randint(state, 4) > 0 || left == 0) continue;
      ulong part = n_randint(state, left + 1);
      left -= part;
      fmpq_init(&chain->coefficient[filled]);
      fmpq_set_si(&chain->coefficient[filled], (slong)part, denominator);
      chain->column[filled++] = j;
    }
    fmpq_init(&chain->constant[i]);
    fmpq_init(&chain->solution[i]);
    fmpq_set_si(&chain->constant[i], (slong)n_randint(state, 5), 1 + n_randint(state, 7));
  }
  chain->first[size] = filled;
}

static void clear(random_chain *chain) {
  for (int e = 0; e < chain->first[chain->size]; e++) fmpq_clear(&chain->coefficient[e]);
  for (int i = 0; i < chain->size; i++) {
    fmpq_clear(&chain->constant[i]);
    fmpq_clear(&chain->solution[i]);
  }
}

/* solution - Q·solution or solution - solution·Q is the constant. */
static bool solves(const random_chain *chain, cr_linear_side side) {
  fmpq image[MOST];
  bool right = true;
  for (int i = 0; i < chain->size; i++) {
    fmpq_init(&image[i]);
    fmpq_set(&image[i], &chain->constant[i]);
  }
  for (int i = 0; i < chain->size; i++) {
    for (int e = chain->first[i]; e < chain->first[i + 1]; e++) {
      int j = chain->column[e];
      if (side == CR_LINEAR_ROWS)
        fmpq_addmul(&image[i], &chain->coefficient[e], &chain->solution[j]);
      else
        fmpq_addmul(&image[j], &chain->coefficient[e], &chain->solution[i]);
    }
  }
  for (int i = 0; i < chain->size; i++) {
    right = right && fmpq_equal(&image[i], &chain->solution[i]);
    fmpq_clear(&image[i]);
  }
  return right;
}

Test(linear, random_chains_both_ways) {
  hand_view hand;
  hand_open(&hand);
  flint_rand_t state;
  flint_randinit(state);
  static random_chain chain;
  for (int round = 0; round < 60; round++) {
    make(&chain, state, 1 + (int)n_randint(state, MOST), 2 + n_randint(state, 100000));
    cr_linear_matrix matrix = {chain.size, chain.first, chain.column, chain.coefficient};
    cr_linear *linear = NULL;
    cr_assert_eq(cr_linear_new(&linear, &matrix, hand.context), CRIBLE_OK);
    for (int side = 0; side < 2; side++) {
      cr_assert_eq(cr_linear_solve(chain.solution, linear, (cr_linear_side)side, chain.constant),
                   CRIBLE_OK);
      cr_expect(solves(&chain, (cr_linear_side)side), "round %d side %d", round, side);
    }
    cr_linear_free(linear);
    clear(&chain);
  }
  flint_randclear(state);
  hand_close(&hand);
}

Test(linear, refuses_a_closed_chain) {
  hand_view hand;
  hand_open(&hand);
  fmpq one[2];
  for (int i = 0; i < 2; i++) {
    fmpq_init(&one[i]);
    fmpq_one(&one[i]);
  }
  int first[] = {0, 1, 2}, column[] = {1, 0};
  cr_linear_matrix matrix = {2, first, column, one};
  cr_linear *linear = NULL;
  cr_expect_eq(cr_linear_new(&linear, &matrix, hand.context), CRIBLE_E_INTERNAL);
  cr_expect_null(linear);
  hand_close(&hand);
}
