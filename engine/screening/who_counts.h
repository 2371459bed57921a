/* Control, and who counts as third once it is known. */
#ifndef CR_SCREENING_WHO_COUNTS_H
#define CR_SCREENING_WHO_COUNTS_H

#include "engine/screening/screening.h"

/* Solves control on the view of the graph. Where the reading takes parties out for who controls
 * them (choices third-in-chain, own-foreign-subsidiary), writes into the view who counts, says so in
 * the remarks, and gives those that are no longer surely third back the holders behind their
 * remainders: nobody is presumed there only above a company that is itself third (choice
 * above-third), so control is solved again until no remainder is left to be given back. Where
 * concerts are holders (choice groups), those with several members that may count are
 * joined then, and control is solved with them. */
CRIBLE_MUST_CHECK crible_status cr_control_and_thirds(cr_control **out,
                                                      struct crible_screening *screening,
                                                      cr_graph *graph);

#endif
