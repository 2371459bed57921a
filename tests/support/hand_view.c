#include "tests/support/hand_view.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

void hand_open(hand_view *hand) {
  cr_assert_eq(crible_context_new(&hand->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&hand->arena, hand->context), CRIBLE_OK);
  cr_assert_eq(cr_view_builder_new(&hand->builder, hand->context), CRIBLE_OK);
}

void hand_close(hand_view *hand) {
  cr_view_builder_free(hand->builder);
  cr_arena_free(hand->arena);
  crible_context_free(hand->context);
  flint_cleanup();
}

int hand_party(hand_view *hand, cr_party_kind kind, cr_third third, int64_t members) {
  int node = 0;
  cr_assert_eq(cr_view_builder_party(hand->builder, &node, kind, third, members, 0), CRIBLE_OK);
  return node;
}

int hand_company(hand_view *hand) { return hand_party(hand, CR_COMPANY, CR_NOT_THIRD, 1); }
int hand_foreign(hand_view *hand) { return hand_party(hand, CR_COMPANY, CR_THIRD, 1); }
int hand_unknown(hand_view *hand) { return hand_party(hand, CR_COMPANY, CR_MAYBE_THIRD, 1); }
int hand_persons(hand_view *hand) { return hand_party(hand, CR_GROUP, CR_NOT_THIRD, 0); }

static void read_rational(fmpq_t out, const char *text, size_t length) {
  char copy[256];
  cr_assert_lt(length, sizeof copy);
  memcpy(copy, text, length);
  copy[length] = '\0';
  cr_assert_eq(fmpq_set_str(out, copy, 10), 0, "not a rational: %s", copy);
  fmpq_canonicalise(out);
}

void hand_interval(cr_interval *out, const char *text) {
  size_t length = strlen(text);
  const char *comma = strchr(text, ',');
  if (comma == NULL) {
    read_rational(&out->lo, text, length);
    fmpq_set(&out->hi, &out->lo);
    out->lo_open = out->hi_open = false;
    return;
  }
  read_rational(&out->lo, text + 1, (size_t)(comma - text - 1));
  read_rational(&out->hi, comma + 1, length - (size_t)(comma - text) - 2);
  out->lo_open = text[0] == '(';
  out->hi_open = text[length - 1] == ')';
}

static void add(hand_view *hand, cr_property property, int holder, int company,
                const char *weight) {
  cr_interval interval;
  cr_interval_init(&interval);
  hand_interval(&interval, weight);
  cr_assert_eq(cr_view_builder_edge(hand->builder, property, holder, company, &interval, 0, NULL,
                                    NULL, 0),
               CRIBLE_OK);
  cr_interval_clear(&interval);
}

void hand_capital(hand_view *hand, int holder, int company, const char *weight) {
  add(hand, CR_CAPITAL, holder, company, weight);
}

void hand_votes(hand_view *hand, int holder, int company, const char *weight) {
  add(hand, CR_VOTES, holder, company, weight);
}

void hand_holds(hand_view *hand, int holder, int company, const char *weight) {
  hand_capital(hand, holder, company, weight);
  hand_votes(hand, holder, company, weight);
}

cr_view *hand_finish(hand_view *hand, int candidate) {
  cr_view *view = NULL;
  int company = CR_NONE;
  cr_property property = CR_CAPITAL;
  cr_assert_eq(cr_view_builder_finish(&view, hand->builder, hand->arena, candidate, &company,
                                      &property),
               CRIBLE_OK, "no weights for company %d", company);
  return view;
}

bool hand_equal(const fmpq_t value, const char *text) {
  fmpq_t expected;
  fmpq_init(expected);
  read_rational(expected, text, strlen(text));
  bool equal = fmpq_equal(value, expected) != 0;
  fmpq_clear(expected);
  return equal;
}
