/* The relations D and P are of votes; asked for shares of capital they stand over another network:
 * the same actors, with lots of capital, of which nothing is suppressed. */
#include "engine/control/solved.h"

/* A relation's pairs, in their order, without any side. */
static crible_status copy_pairs(cr_relation *out, const cr_relation *relation) {
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < relation->pair_count; i++) {
    const cr_relation_pair *pair = relation->pairs + i;
    status = cr_relation_add(out, pair->actor, &pair->pair, pair->pair.share);
  }
  return status;
}

static crible_status copy_relation(cr_relation *out, const cr_relation *relation,
                                   const cr_network *network, cr_arena *arena) {
  crible_status status = cr_relation_init(out, network, arena);
  return status == CRIBLE_OK ? copy_pairs(out, relation) : status;
}

/* D is asked for any company without more ado; P completes its sides as they are asked for. */
static crible_status complete_sides(cr_relation *definite, const cr_view *view) {
  crible_status status = CRIBLE_OK;
  for (int company = 0; status == CRIBLE_OK && company < view->parties; company++) {
    status = cr_relation_complete(definite, company);
  }
  return status;
}

crible_status cr_control_of_capital(cr_control **out, const cr_control *control,
                                    const cr_view *view, cr_arena *arena) {
  const cr_solved *votes = cr_solved_of(control);
  cr_control *capital = cr_arena_alloc(arena, 1, sizeof *capital);
  cr_solved *solved = cr_arena_alloc(arena, 1, sizeof *solved);
  if (!capital || !solved) {
    return CRIBLE_E_MEMORY;
  }
  *capital = *control;
  capital->index = solved;
  solved->fell = votes->fell;
  crible_status status = cr_network_of(&solved->network, view, CR_CAPITAL, true, arena);
  if (status == CRIBLE_OK) {
    status = copy_relation(&solved->definite, &votes->definite, solved->network, arena);
  }
  if (status == CRIBLE_OK) {
    status = complete_sides(&solved->definite, view);
  }
  if (status == CRIBLE_OK) {
    status = copy_relation(solved->possible, cr_solved_possible(control), solved->network, arena);
  }
  if (status == CRIBLE_OK) {
    *out = capital;
  }
  return status;
}
