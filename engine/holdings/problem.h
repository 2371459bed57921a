/* One question to a system: whose holding, from above or from below.
 *
 * Every node either has a value of its own, as a holder, or is a company whose
 * value its row gives. The candidate stands twice: as a holder met again its value is
 * fixed, unless re-entry is allowed, and its row is the question (contract, section 4). */
#ifndef CR_HOLDINGS_PROBLEM_H
#define CR_HOLDINGS_PROBLEM_H

#include "engine/holdings/holdings.h"
#include "engine/holdings/system.h"

typedef enum cr_role {
  CR_ROLE_NONE,   /* value 0 */
  CR_ROLE_WHOLE,  /* value 1 */
  CR_ROLE_PART,   /* the part of an unnamed group that its largest member surely has */
  CR_ROLE_COMPANY /* looked through */
} cr_role;

typedef struct cr_problem {
  const cr_system *system;
  int target;
  bool upper;
  uint8_t *role;       /* per node, as a holder */
  fmpq *part;          /* value of CR_ROLE_PART */
  int unattained;      /* node whose own value no completion attains, or CR_NONE */
  bool *fixed;         /* per party: in S (upper) or Z (lower); the candidate by its row */
  bool open_avoidance; /* lower: Z holds companies that keep to it only at an open end */
  bool *strict;        /* lower: Z under weights that respect open ends; NULL: no end is open */
} cr_problem;

/* In `arena`. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_problem_set(cr_problem *out, const cr_system *system,
                                               int target, bool upper, cr_arena *arena);

/* The roles alone: nothing fixed in a lower problem yet, which machine numbers
 * do not need. `role` has one entry per node. */
void cr_problem_roles(cr_problem *problem);

/* The role of a single target, set in roles that name nobody, and of those who count as it. */
void cr_problem_set_target(cr_problem *problem);

/* Those who count as the target, besides what anybody may have: entries of the view's dependents
 * from *first up to *end, none when the target does not count itself. */
void cr_problem_dependents(int *first, int *end, const cr_problem *problem);

/* A node's value as a holder, when it is no company looked through. */
void cr_problem_value(fmpq_t out, const cr_problem *problem, int node);

#endif
