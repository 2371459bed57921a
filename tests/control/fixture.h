/* Control solved on a view made by hand, and what is expected of it. */
#ifndef TESTS_CONTROL_FIXTURE_H
#define TESTS_CONTROL_FIXTURE_H

#include "engine/control/control.h"
#include "tests/support/hand_view.h"

typedef struct control_case {
  hand_view hand;
  const cr_view *view;
  cr_control *control;
  cr_holdings *holdings;
  cr_reading reading; /* all zero after case_open */
} control_case;

void case_open(control_case *c);
void case_close(control_case *c);

/* A party of unnamed persons, or third persons, holding the rest. */
int case_rest(control_case *c, int company, const char *weight);
int case_third_group(control_case *c, int64_t members);
void case_remainder(control_case *c, int company, const char *weight);
void case_treasury(control_case *c, int company, const char *weight);
void case_suspended(control_case *c, int holder, int company, const char *weight);
void case_capped(control_case *c, int holder, int company, const char *weight, const char *cap);
void case_controls(control_case *c, int controller, int controlled, bool manager, bool definite);

/* Finishes the view and solves control (1/2, 2/5) and the criterion. */
void case_solve(control_case *c, int candidate);

int case_undisclosed(const control_case *c);
/* "[1/5,1/4)": lower and upper end, attained or not; "1/4" is a point. */
void expect_bounds(const cr_bound *lower, const cr_bound *upper, const char *text, int line);
void expect_figures(const control_case *c, const char *individual, const char *collective,
                    int line);
void expect_votes(const control_case *c, int x, int y, const char *text, int line);
void expect_holders(const control_case *c, int lower, int upper, int line);

#define FIGURES(c, individual, collective) expect_figures(c, individual, collective, __LINE__)
#define VOTES(c, x, y, text) expect_votes(c, x, y, text, __LINE__)
#define HOLDERS(c, lower, upper) expect_holders(c, lower, upper, __LINE__)

#endif
