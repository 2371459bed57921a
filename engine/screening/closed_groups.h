/* Closed groups as remarks: companies that can be held wholly from among
 * themselves, so that nobody known stands behind them (contract, section 4). */
#ifndef CR_SCREENING_CLOSED_GROUPS_H
#define CR_SCREENING_CLOSED_GROUPS_H

#include "engine/facts/remark.h"
#include "engine/holdings/holdings.h"

/* One oddity "closed-group" a group: `party` is its first member, `detail` the ids of
 * all, separated by spaces, and the facts cited are those of the holdings inside. */
CRIBLE_MUST_CHECK crible_status cr_closed_groups_remark(cr_remarks *remarks, cr_arena *arena,
    const cr_facts *facts, const cr_view *view, const cr_holdings *holdings);

#endif
