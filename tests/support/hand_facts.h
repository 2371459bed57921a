/* Fact stores made by hand, the graph built from them, and its rows as text.
 *
 * The date is 15 February 2023 and the reference data small: FR and DE are members; GB was
 * until 31 January 2020; US, CH, NO and KY are not; RE and NC lie in France. XPAR is a
 * regulated market, ALXP is not, XNYS is none of the Union. Thresholds of declarations are
 * 5, 10, 15, 20, 25, 30, 100/3, 50, 200/3, 90, 95 %. */
#ifndef TESTS_SUPPORT_HAND_FACTS_H
#define TESTS_SUPPORT_HAND_FACTS_H

#include <crible/diagnostic.h>

#include "engine/graph/graph.h"

typedef struct hand_facts {
  crible_context *context;
  cr_arena *arena;        /* of the reference data and of the graph */
  cr_facts *facts;
  cr_reference reference;
  cr_graph_options options;
  const int (*controls)[3]; /* x, y, and 1 for definitely; ends with a negative x */
  int leave_out;
  cr_graph graph;
} hand_facts;

void facts_open(hand_facts *hand);
void facts_close(hand_facts *hand);

/* Parties; `country` is that of all three seats, the residence or the State, NULL: not
 * stated. The first company is the candidate. */
int facts_company(hand_facts *hand, const char *id, const char *country);
int facts_party(hand_facts *hand, cr_party_kind kind, const char *id, const char *country);
int facts_persons(hand_facts *hand, const char *id); /* a group resident in France */
int facts_seat(hand_facts *hand, int party, cr_seat_kind kind, const char *country);

/* Shares and quantities are texts: "1/4", "(1/4,1/2]"; NULL: not stated. */
int facts_class(hand_facts *hand, int company, const char *id, const char *issued);
int facts_lot(hand_facts *hand, int holder, int share_class, const char *quantity);
int facts_stake(hand_facts *hand, int holder, int company, const char *capital,
                const char *votes);
void facts_complete(hand_facts *hand, int company);
int facts_admit(hand_facts *hand, int share_class, const char *mic);
int facts_control(hand_facts *hand, int controller, int controlled, cr_control_kind kind);
int facts_table(hand_facts *hand, int company, cr_date date);
void facts_table_row(hand_facts *hand, int table, int declarant, const char *capital,
                     const char *votes);
/* A crossing in both properties. */
int facts_declare(hand_facts *hand, int declarant, int company, const char *threshold,
                  bool upwards, cr_date date);
fmpq *facts_number(hand_facts *hand, const char *text);

crible_status facts_try(hand_facts *hand);
/* Fails the test when the graph cannot be built. */
void facts_build(hand_facts *hand);

/* The row of a company: "US 6/25; fr 19/25", in the order of the view. Intervals are written
 * with their brackets; then what is not plain: " suspended", " declared", " cap 1/10". Pseudo-nodes are
 * "undisclosed", "float", "nobody", "treasury". "" for a party that is held by nobody. */
const char *facts_row(const hand_facts *hand, cr_property property, int company);
cr_third facts_third(const hand_facts *hand, int party);
bool facts_in_view(const hand_facts *hand, int party);
/* Remarks of a code, on a party (CR_NONE: any), with a detail (NULL: any). */
int facts_remarks(const hand_facts *hand, const char *code, int party, const char *detail);
/* The first diagnostic; fails the test when there is none. */
const crible_diagnostic *facts_complaint(const hand_facts *hand);

#endif
