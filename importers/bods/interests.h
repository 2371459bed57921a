/* Interests as facts, a function a kind of effect. */
#ifndef CR_BODS_INTERESTS_H
#define CR_BODS_INTERESTS_H

#include "importers/bods/package.h"

/* One interest of one statement. */
typedef struct cr_bods_holding {
  cr_bods_package *package;
  const cr_bods_statement *statement;
  const cr_bods_interest *interest;
  int holder, company;
  cr_period period;
} cr_bods_holding;

/* The holder controls the company, or may. */
CRIBLE_MUST_CHECK crible_status cr_bods_add_control(const cr_bods_holding *held,
                                                    cr_control_kind kind, bool possible);
/* The right to appoint members of the board, a majority when the share says so. */
CRIBLE_MUST_CHECK crible_status cr_bods_add_appointment(const cr_bods_holding *held);
/* A right whose content is not stated. */
CRIBLE_MUST_CHECK crible_status cr_bods_add_right(const cr_bods_holding *held);
/* Any interest in a trust, a nomination or a joint holding. */
CRIBLE_MUST_CHECK crible_status cr_bods_add_to_arrangement(const cr_bods_holding *held);

#endif
