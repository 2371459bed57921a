#include "engine/alternatives/difference.h"

#include "engine/screening/in_order.h"
#include "importers/dossier/dossier.h"

static bool bounds_differ(const cr_bound *a, const cr_bound *b) {
  if (a->attained != b->attained) return true;
  if (a->exact && b->exact) return !fmpq_equal(a->value, b->value);
  /* Enclosures that meet may be of one value. */
  return a->above < b->below || b->above < a->below;
}

bool cr_criterion_figure_differs(const cr_criterion *before, const cr_criterion *after) {
  if (!before->numeric) return false;
  return bounds_differ(&before->bound[0], &after->bound[0]) ||
         bounds_differ(&before->bound[1], &after->bound[1]);
}

bool cr_screenings_differ(const struct crible_screening *before,
                          const struct crible_screening *after) {
  bool differ = before->verdict != after->verdict;
  for (int id = 0; !differ && id < CR_CRITERIA; id++)
    differ = before->criteria[id].status != after->criteria[id].status ||
             cr_criterion_figure_differs(&before->criteria[id], &after->criteria[id]);
  return differ;
}

static crible_status screen_side(crible_difference *difference, int side,
                                 const crible_dossier *dossier,
                                 const crible_screening_options *options) {
  cr_date day = CR_DATE_NONE;
  difference->path[side] = dossier->path;
  crible_status status = cr_screening_day(&day, dossier, options);
  if (status == CRIBLE_OK) status = cr_dossier_in_order(&difference->ordered[side], dossier);
  if (status != CRIBLE_OK) return status;
  return cr_screen_on(&difference->screening[side], difference->ordered[side], options, day);
}

crible_status crible_difference_of(crible_difference **out, const crible_dossier *before,
                                   const crible_dossier *after,
                                   const crible_screening_options *options) {
  crible_difference *difference = cr_allocate_zero(before->context, 1, sizeof *difference);
  if (!difference) return CRIBLE_E_MEMORY;
  difference->context = before->context;
  crible_status status = cr_arena_new(&difference->arena, before->context);
  if (status == CRIBLE_OK)
    status = cr_facts_differ(&difference->facts, before->facts, after->facts, difference->arena);
  if (status == CRIBLE_OK) status = screen_side(difference, 0, before, options);
  if (status == CRIBLE_OK) status = screen_side(difference, 1, after, options);
  if (status == CRIBLE_OK) *out = difference;
  else crible_difference_free(difference);
  return status;
}

void crible_difference_free(crible_difference *difference) {
  if (!difference) return;
  for (int side = 0; side < 2; side++) {
    crible_screening_free(difference->screening[side]);
    crible_dossier_free(difference->ordered[side]);
  }
  cr_arena_free(difference->arena);
  cr_release(difference->context, difference);
}

size_t crible_difference_fact_count(const crible_difference *difference) {
  return difference->facts.count;
}

int crible_difference_of_result(const crible_difference *difference) {
  return cr_screenings_differ(difference->screening[0], difference->screening[1]);
}
