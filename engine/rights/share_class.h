/* The electorate of a share class: who owns it on the date. */
#ifndef CR_RIGHTS_SHARE_CLASS_H
#define CR_RIGHTS_SHARE_CLASS_H

#include "engine/rights/electorate.h"

/* Shares by holder: the parts of the electorate; beside each, the shares of its
 * lots and the votes that these cast. */
typedef struct cr_class_holders {
  const cr_judge *judge;
  int index;                         /* of the class in force, or CR_NONE */
  const cr_share_class *share_class; /* or NULL */
  cr_property property;              /* that stakes and completeness are read for */
  cr_electorate electorate;
  fmpq *lot_shares, *lot_votes;
} cr_class_holders;

/* Lots, stakes and what they leave of the shares issued. No voter when no class is in
 * force or none of its shares issued. */
CRIBLE_MUST_CHECK crible_status cr_class_holders_read(cr_class_holders *out, const cr_judge *judge,
                                                      int share_class, cr_property property);

/* `owned` is false when no party owns a share of the class, known or undisclosed. */
CRIBLE_MUST_CHECK crible_status cr_electorate_of_class(cr_electorate *out, bool *owned,
    const cr_judge *judge, int share_class, cr_right_base base);

/* Whether part of it may belong to undisclosed holders. */
bool cr_electorate_undisclosed(const cr_electorate *electorate, const cr_judge *judge);

#endif
