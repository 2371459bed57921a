/* Relationships that others may tell already.
 *
 * A child with a direct and an ultimate parent has one chain of parents, not two that contradict
 * each other: the ultimate one controls the top of the chain that is known. A sub-fund that a
 * company manages is that company's to manage; else it is its umbrella's, which has a manager. */
#include "importers/gleif/package.h"

crible_status cr_gleif_add_control(cr_gleif_package *package, const cr_fact *fact, int child,
                                   int parent, cr_control_kind kind) {
  int index, *controllers = cr_arena_alloc(package->facts->arena, 1, sizeof *controllers);
  crible_status status = controllers ? cr_facts_add_controls(package->facts, &index)
                                     : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  *controllers = parent;
  package->facts->controls[index] = (cr_control_fact){.fact = *fact,
                                                      .controllers = controllers,
                                                      .controller_count = 1,
                                                      .controlled = child,
                                                      .kind = kind};
  return CRIBLE_OK;
}

crible_status cr_gleif_keep_aside(cr_gleif_package *package, const cr_gleif_aside *aside) {
  void *block = package->asides;
  crible_status status = cr_grow(package->context, &block, &package->aside_capacity,
                                 package->aside_count + 1, sizeof *aside);
  if (status != CRIBLE_OK) return status;
  package->asides = block;
  package->asides[package->aside_count++] = *aside;
  return CRIBLE_OK;
}

static bool overlap(cr_period a, cr_period b) {
  bool a_first = a.to != CR_DATE_NONE && b.from != CR_DATE_NONE && a.to <= b.from;
  bool b_first = b.to != CR_DATE_NONE && a.from != CR_DATE_NONE && b.to <= a.from;
  return !a_first && !b_first;
}

/* The control fact of a kind on a party among the first `count`, or CR_NONE. */
static int control_on(const cr_facts *facts, size_t count, const cr_gleif_aside *aside, int party) {
  cr_control_kind kind = aside->ultimate ? CR_CONTROL_IN_FACT : CR_CONTROL_MANAGER;
  for (size_t i = 0; i < count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    if (control->controlled == party && control->kind == kind &&
        overlap(control->fact.period, aside->fact.period))
      return (int)i;
  }
  return CR_NONE;
}

/* Climbs to the top of the chain of direct parents; one in a ring tells nothing more. */
static void climb(cr_gleif_aside *aside, const cr_facts *facts, size_t count) {
  int start = aside->child;
  for (size_t steps = 0; aside->child != aside->parent; steps++) {
    int above = control_on(facts, count, aside, aside->child);
    if (above == CR_NONE) break;
    aside->child = facts->controls[above].controllers[0];
    if (steps < count) continue;
    aside->child = start;
    break;
  }
  aside->told = aside->child == aside->parent;
  if (aside->child != start) aside->fact.presumption = "top-of-the-chain";
}

crible_status cr_gleif_add_asides(cr_gleif_package *package) {
  crible_status status = CRIBLE_OK;
  size_t count = package->facts->controls_count;
  for (size_t i = 0; i < package->aside_count; i++) {
    cr_gleif_aside *aside = &package->asides[i];
    if (aside->ultimate) {
      climb(aside, package->facts, count);
    } else {
      aside->told = control_on(package->facts, count, aside, aside->child) != CR_NONE;
      aside->fact.presumption = "managed-by-umbrella";
    }
  }
  for (size_t i = 0; status == CRIBLE_OK && i < package->aside_count; i++) {
    const cr_gleif_aside *aside = &package->asides[i];
    if (!aside->told)
      status = cr_gleif_add_control(package, &aside->fact, aside->child, aside->parent,
                                    aside->ultimate ? CR_CONTROL_IN_FACT : CR_CONTROL_MANAGER);
  }
  return status;
}
