/* A criterion with a figure that is to be kept below its ceiling by answers. */
#ifndef CR_REQUESTS_INQUIRY_H
#define CR_REQUESTS_INQUIRY_H

#include "engine/requests/answered_view.h"

/* Over one view, or one for each kind of meeting. */
typedef struct cr_inquiry {
  crible_context *context;
  const cr_view *view[2];
  int view_count;
  const cr_control_rules *rules;
  cr_property property;
  bool together;
  const fmpq *ceiling;
  const cr_request_items *items;
  int against[2]; /* by view: who has most, as cr_answers has it */
  long *left;     /* how many entries of views may still be solved; NULL: any number */
} cr_inquiry;

/* Whether the ruleset adds the property up by control, not by multiplication. */
static inline bool cr_inquiry_by_control(const cr_inquiry *inquiry) {
  const uint8_t *option = inquiry->rules->reading.option;
  return inquiry->property == CR_CAPITAL
             ? option[CR_CHOICE_CAPITAL_CHAIN] == CR_CAPITAL_CHAIN_CONTROL
             : option[CR_CHOICE_VOTE_CHAIN] == CR_VOTE_CHAIN_CONTROL;
}

/* Whether only the property's own chains matter: capital, multiplied. */
static inline bool cr_inquiry_multiplied(const cr_inquiry *inquiry) {
  return inquiry->property == CR_CAPITAL &&
         inquiry->rules->reading.option[CR_CHOICE_CAPITAL_CHAIN] ==
             CR_CAPITAL_CHAIN_MULTIPLICATION;
}

/* Whether what somebody controls counts as that party. */
static inline bool cr_inquiry_greater(const cr_inquiry *inquiry) {
  const uint8_t *option = inquiry->rules->reading.option;
  return inquiry->property == CR_CAPITAL
             ? option[CR_CHOICE_CAPITAL_CHAIN] == CR_CAPITAL_CHAIN_GREATER
             : option[CR_CHOICE_VOTE_CHAIN] == CR_VOTE_CHAIN_GREATER;
}

/* Whether no more is to be solved. */
static inline bool cr_inquiry_spent(const cr_inquiry *inquiry) {
  return inquiry->left != NULL && *inquiry->left <= 0;
}

/* From the solution of a view without answers. */
int cr_inquiry_against(const cr_view *view, const cr_holdings *holdings, bool together);

#endif
