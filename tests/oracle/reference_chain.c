#include "tests/oracle/reference_chain.h"

#include <criterion/criterion.h>

enum { MOST_NODES = 64 };

/* Greatest set of companies, none third nor counting by itself, wholly held from inside. A ring that
 * only the holders put behind a remainder would close is none: an undisclosed
 * holder is somebody, and so a ring is closed by what is known or not at all. */
static void closed_groups(bool *inside, const completion *c, const bool *counts) {
  for (int n = 0; n < c->nodes; n++) {
    inside[n] = n < c->parties && c->company[n] && !c->third[n] && !c->remainder[n] &&
                !(counts && counts[n]);
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (int n = 0; n < c->parties; n++) {
      for (int h = 0; inside[n] && h < c->nodes; h++) {
        if (!fmpq_is_zero(completion_weight(c, n, h)) && !inside[h]) {
          inside[n] = false;
          changed = true;
        }
      }
    }
  }
}

bool reference_has_closed_group(const completion *c) {
  bool inside[MOST_NODES];
  closed_groups(inside, c, NULL);
  for (int n = 0; n < c->nodes; n++) {
    if (inside[n]) {
      return true;
    }
  }
  return false;
}

/* Values that are given: -1 where the node is an unknown of the system. */
static void given_values(int *given, const completion *c, const bool *counts, int behind) {
  bool closed[MOST_NODES];
  closed_groups(closed, c, counts);
  for (int n = 0; n < c->nodes; n++) {
    if (counts[n]) {
      given[n] = 1;
    } else if (closed[n]) {
      given[n] = behind;
    } else if ((n == c->candidate && !c->re_entry) || n >= c->parties || !c->company[n]) {
      given[n] = 0;
    } else {
      given[n] = -1;
    }
  }
}

/* Unknowns from which no node of value 1 can be reached are 0: the least solution. */
static void settle_unreachable(int *given, const completion *c) {
  bool reaches[MOST_NODES];
  for (int n = 0; n < c->nodes; n++) {
    reaches[n] = given[n] == 1;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (int n = 0; n < c->parties; n++) {
      for (int h = 0; given[n] < 0 && !reaches[n] && h < c->nodes; h++) {
        if (!fmpq_is_zero(completion_weight(c, n, h)) && reaches[h]) {
          reaches[n] = changed = true;
        }
      }
    }
  }
  for (int n = 0; n < c->nodes; n++) {
    if (given[n] < 0 && !reaches[n]) {
      given[n] = 0;
    }
  }
}

/* Row of the system for one unknown: x − Σ w·x = Σ w·given. */
static void fill_row(fmpq *matrix, int size, int row, const int *unknowns, const completion *c,
                     const int *given) {
  int node = unknowns[row];
  for (int k = 0; k < size; k++) {
    fmpq *cell = matrix + row * (size + 1) + k;
    fmpq_neg(cell, completion_weight(c, node, unknowns[k]));
    if (k == row) {
      fmpq_add_si(cell, cell, 1);
    }
  }
  fmpq *right = matrix + row * (size + 1) + size;
  for (int h = 0; h < c->nodes; h++) {
    if (given[h] == 1) {
      fmpq_add(right, right, completion_weight(c, node, h));
    }
  }
}

static void swap_rows(fmpq *matrix, int width, int a, int b) {
  for (int k = 0; k < width; k++) {
    fmpq_swap(matrix + a * width + k, matrix + b * width + k);
  }
}

/* Gauss-Jordan elimination; afterwards the last column holds the solution. */
static void eliminate(fmpq *matrix, int size) {
  int width = size + 1;
  fmpq_t factor;
  fmpq_init(factor);
  for (int pivot = 0; pivot < size; pivot++) {
    int row = pivot;
    while (row < size && fmpq_is_zero(matrix + row * width + pivot)) {
      row++;
    }
    cr_assert_lt(row, size, "the reference's system is singular");
    swap_rows(matrix, width, row, pivot);
    fmpq_inv(factor, matrix + pivot * width + pivot);
    for (int k = pivot; k < width; k++) {
      fmpq_mul(matrix + pivot * width + k, matrix + pivot * width + k, factor);
    }
    for (int other = 0; other < size; other++) {
      if (other == pivot || fmpq_is_zero(matrix + other * width + pivot)) {
        continue;
      }
      fmpq_set(factor, matrix + other * width + pivot);
      for (int k = pivot; k < width; k++) {
        fmpq_submul(matrix + other * width + k, matrix + pivot * width + k, factor);
      }
    }
  }
  fmpq_clear(factor);
}

void reference_chain_of(fmpq_t out, const completion *c, const bool *counts, int behind) {
  int given[MOST_NODES], unknowns[MOST_NODES], place[MOST_NODES], size = 0;
  given_values(given, c, counts, behind);
  settle_unreachable(given, c);
  for (int n = 0; n < c->nodes; n++) {
    if (given[n] < 0) {
      place[n] = size;
      unknowns[size++] = n;
    }
  }
  size_t cells = (size_t)(size * (size + 1));
  fmpq *matrix = calloc(cells + 1, sizeof *matrix);
  for (size_t i = 0; i < cells; i++) {
    fmpq_init(matrix + i);
  }
  for (int row = 0; row < size; row++) {
    fill_row(matrix, size, row, unknowns, c, given);
  }
  eliminate(matrix, size);
  /* The candidate's own holdings: one step from it, whatever it counts as when met again. */
  fmpq_zero(out);
  for (int h = 0; h < c->nodes; h++) {
    const fmpq *weight = completion_weight(c, c->candidate, h);
    if (given[h] == 1) {
      fmpq_add(out, out, weight);
    } else if (given[h] < 0) {
      fmpq_addmul(out, weight, matrix + place[h] * (size + 1) + size);
    }
  }
  for (size_t i = 0; i < cells; i++) {
    fmpq_clear(matrix + i);
  }
  free(matrix);
}

void reference_chain(fmpq_t out, const completion *c, int target, int behind) {
  bool counts[MOST_NODES];
  for (int n = 0; n < c->nodes; n++) {
    counts[n] = target == EVERY_THIRD ? c->third[n] : n == target;
  }
  reference_chain_of(out, c, counts, behind);
}
