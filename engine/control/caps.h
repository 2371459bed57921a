/* Shares where a voting cap applies to some lots.
 *
 * A cap is a fraction of all votes before any cut, the most that one holder casts with its
 * capped lots, companies it controls included. What is cut counts neither for nor against
 * anybody. So a company's exercisable votes do not depend on whose share is asked for: where the
 * one asked for is itself cut with its controller, the controller's other lots are cut first.
 *
 * For a lower share, others are cut only where they surely are (one definite controller
 * over the lots), one's own wherever they may be; for an upper share the other way round. The
 * members of a group, and those behind a remainder or a float, are not one holder: never cut. */
#ifndef CR_CONTROL_CAPS_H
#define CR_CONTROL_CAPS_H

#include "engine/control/poll.h"

CRIBLE_MUST_CHECK crible_status cr_caps_prepare(cr_caps_work **out, const cr_network *network,
                                                int lots, cr_arena *arena);
/* Marks remainders that are no actor's too. */
void cr_caps_mark_strangers(const cr_poll *poll);
/* Marks the own lots of a side. Without one, what anybody may have (in an upper share). */
void cr_caps_mark_side(const cr_poll *poll, const cr_relation *relation, int side);
/* The share of the marked lots; as those of one holder, or of several. */
void cr_caps_share(cr_share *out, const cr_poll *poll, bool upper, bool one_holder);

#endif
