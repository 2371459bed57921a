/* Kinds of facts, each written by a function of its own among the children of its
 * company, or of the dossier. */
#ifndef CR_CANONICAL_PARTS_H
#define CR_CANONICAL_PARTS_H

#include "importers/canonical/element.h"

/* Order of children. */
enum {
  CR_RANK_SUBMISSION,
  CR_RANK_SOURCE,
  CR_RANK_PARTY, /* and as many as there are kinds of party */
  CR_RANK_CONTROL = CR_RANK_PARTY + 6,
  CR_RANK_CONCERT,

  CR_RANK_IDENTIFIER = 0,
  CR_RANK_SEAT,
  CR_RANK_CLASS,
  CR_RANK_LOT,
  CR_RANK_STAKE,
  CR_RANK_UNIT_HOLDER,
  CR_RANK_OPTION,
  CR_RANK_DECLARED,
  CR_RANK_DECLARATION,
  CR_RANK_ORGAN,
  CR_RANK_RIGHT,
  CR_RANK_COMPLETE
};

void cr_write_sources(cr_writer *writer, cr_children *dossier);
void cr_write_controls(cr_writer *writer, cr_children *dossier);
/* `children` has an entry a party, used up. */
void cr_write_parties(cr_writer *writer, cr_children *dossier, cr_children *children);

/* Into the children of each party. */
void cr_write_seats(cr_writer *writer, cr_children *children);
void cr_write_classes(cr_writer *writer, cr_children *children);
void cr_write_lots(cr_writer *writer, cr_children *children);
void cr_write_stakes(cr_writer *writer, cr_children *children);
void cr_write_options(cr_writer *writer, cr_children *children);
void cr_write_listed(cr_writer *writer, cr_children *children);
void cr_write_organs(cr_writer *writer, cr_children *children);
void cr_write_rights(cr_writer *writer, cr_children *children);
void cr_write_completeness(cr_writer *writer, cr_children *children);

#endif
