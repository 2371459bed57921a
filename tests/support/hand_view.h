/* Plain views made by hand, with weights written as text. */
#ifndef TESTS_SUPPORT_HAND_VIEW_H
#define TESTS_SUPPORT_HAND_VIEW_H

#include "engine/graph/view_builder.h"

typedef struct hand_view {
  crible_context *context;
  cr_arena *arena;
  cr_view_builder *builder;
} hand_view;

void hand_open(hand_view *hand);
void hand_close(hand_view *hand);

int hand_company(hand_view *hand);   /* not third */
int hand_foreign(hand_view *hand);   /* a third company */
int hand_unknown(hand_view *hand);   /* a company that may be third */
int hand_persons(hand_view *hand);   /* an unnamed group of persons */
int hand_party(hand_view *hand, cr_party_kind kind, cr_third third, int64_t members);

/* "1/4" is a point, "(1/4,1/2]" an interval. Of capital, of votes, of both. */
void hand_capital(hand_view *hand, int holder, int company, const char *weight);
void hand_votes(hand_view *hand, int holder, int company, const char *weight);
void hand_holds(hand_view *hand, int holder, int company, const char *weight);

/* Fails the test when the rows cannot be satisfied. */
cr_view *hand_finish(hand_view *hand, int candidate);

void hand_interval(cr_interval *out, const char *text);
/* Whether a rational is the one that the text says. */
bool hand_equal(const fmpq_t value, const char *text);

#endif
