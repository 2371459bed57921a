#include "engine/rights/baseline.h"

#include <string.h>

/* A clause to be compared, and how with one row of the law. */
typedef struct comparison {
  const cr_judge *judge;
  const cr_right *right;
  const fmpq *fraction;
  bool (*beyond)(const struct comparison *, const cr_legal_majority *);
} comparison;

static bool majority_beyond(const comparison *clause, const cr_legal_majority *law) {
  if (law->fraction == NULL && !law->unanimity) return true;
  fmpq_t q;
  fmpq_init(q);
  if (law->unanimity) fmpq_one(q);
  else fmpq_set(q, law->fraction);
  int order = fmpq_cmp(clause->fraction, q);
  fmpq_clear(q);
  if (order != 0) return order > 0;
  bool exceeded = clause->right->exceeded && !clause->right->unanimity;
  if (exceeded != law->exceeded) return exceeded;
  return clause->right->base != CR_OF_VOTES && clause->right->base != law->second_base;
}

static bool quorum_beyond(const comparison *clause, const cr_legal_majority *law) {
  if (law->quorum == NULL || law->second_quorum == NULL) return true;
  int order = fmpq_cmp(clause->fraction, law->second_quorum);
  return order > 0 || (order == 0 && clause->right->exceeded);
}

static bool same_decision(const char *row, const char *decision) {
  return row == NULL ? decision == NULL : decision != NULL && strcmp(row, decision) == 0;
}

/* A decision with a rule of its own belongs to the meeting that the rule names,
 * when the clause does not name one. */
static bool same_meeting(const comparison *c, const cr_legal_majority *row) {
  return row->meeting == c->judge->meeting ||
         (row->decision != NULL && c->right->meeting == CR_MEETING_NONE);
}

/* Whether the law of the row is that of the candidate's form, on the date. */
static bool of_candidate(const cr_judge *judge, const cr_legal_majority *row) {
  const cr_party *candidate = &judge->facts->parties[judge->facts->candidate];
  return row->form == candidate->form && cr_period_contains(row->in_force, judge->input->as_of) &&
         (candidate->incorporated == CR_DATE_NONE ||
          cr_period_contains(row->incorporated, candidate->incorporated));
}

static bool row_applies(const comparison *c, const cr_legal_majority *row, const char *decision) {
  return of_candidate(c->judge, row) && same_meeting(c, row) &&
         same_decision(row->decision, decision);
}

/* Against every row for exactly this decision (NULL: the general ones); several
 * apply only where the date of incorporation is not stated. Their number. */
static int compare_rows(const comparison *c, const char *decision, int *beyond,
                        const char **article) {
  const cr_reference *reference = c->judge->input->reference;
  int rows = 0;
  *beyond = 0;
  for (int i = 0; i < reference->majority_count; i++) {
    const cr_legal_majority *row = &reference->majorities[i];
    if (!row_applies(c, row, decision)) continue;
    rows++;
    *beyond += c->beyond(c, row);
    if (*article == NULL) *article = row->article;
  }
  return rows;
}

/* A row for the decision itself stands before the general one. */
static cr_tristate compare_decision(const comparison *c, const char *decision,
                                    const char **article) {
  int beyond, rows = decision == NULL ? 0 : compare_rows(c, decision, &beyond, article);
  if (rows == 0) rows = compare_rows(c, NULL, &beyond, article);
  if (beyond == rows) return CR_TRUE;
  return beyond > 0 ? CR_UNSTATED : CR_FALSE;
}

static cr_beyond compare(const comparison *c) {
  const cr_right *right = c->right;
  cr_beyond result = {.beyond = CR_FALSE};
  if (right->source == CR_BY_LAW) return result;
  if (c->judge->facts->parties[c->judge->facts->candidate].form == CR_FORM_UNSTATED)
    return (cr_beyond){.beyond = CR_UNSTATED, .unstated = "no-legal-baseline"};
  if (right->decisions == NULL || right->decisions[0] == NULL) {
    result.beyond = compare_decision(c, NULL, &result.article);
  } else {
    for (int i = 0; right->decisions[i] != NULL && result.beyond != CR_TRUE; i++) {
      const char *article = NULL;
      cr_tristate one = compare_decision(c, right->decisions[i], &article);
      if (i == 0 || one != CR_FALSE) result.article = article;
      if (one != CR_FALSE) result.beyond = one;
    }
  }
  if (result.beyond == CR_UNSTATED) result.unstated = "incorporation-unstated";
  return result;
}

cr_beyond cr_majority_beyond_law(const cr_judge *judge, const cr_right *right, const fmpq_t q) {
  const comparison clause = {.judge = judge, .right = right, .fraction = q,
                             .beyond = majority_beyond};
  return compare(&clause);
}

cr_beyond cr_quorum_beyond_law(const cr_judge *judge, const cr_right *right, const fmpq_t f) {
  const comparison clause = {.judge = judge, .right = right, .fraction = f,
                             .beyond = quorum_beyond};
  return compare(&clause);
}

const cr_legal_majority *cr_legal_majority_next(int *row, const cr_judge *judge) {
  const cr_reference *reference = judge->input->reference;
  while (*row < reference->majority_count) {
    const cr_legal_majority *law = &reference->majorities[(*row)++];
    if (law->meeting == judge->meeting && law->decision == NULL && of_candidate(judge, law))
      return law;
  }
  return NULL;
}

bool cr_law_unknown(const cr_judge *judge) {
  const cr_reference *reference = judge->input->reference;
  for (int i = 0; i < reference->majority_count; i++)
    if (of_candidate(judge, &reference->majorities[i])) return false;
  return true;
}
