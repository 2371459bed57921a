#include "engine/graph/graph.h"
#include "engine/screening/passes.h"
#include "importers/dossier/dossier.h"

/* The last day on which some fact begins, or CR_DATE_NONE. */
static cr_date last_beginning(const cr_facts *facts) {
  const size_t counts[] = {
#define CR_COUNT_OF(type, name) facts->name##_count,
      CR_FACT_KINDS(CR_COUNT_OF)
#undef CR_COUNT_OF
  };
  cr_date last = CR_DATE_NONE;
  for (int kind = 0; kind < CR_FACT_KIND_COUNT; kind++) {
    for (int i = 0; i < (int)counts[kind]; i++) {
      const cr_fact *fact = cr_facts_common(facts, (cr_fact_ref){(cr_fact_kind)kind, i});
      if (fact != NULL && fact->period.from > last) last = fact->period.from;
    }
  }
  return last;
}

/* The day that a screening would take; without a submission the last on which something
 * begins, and where nothing does, any day. */
static cr_date day_of(const crible_dossier *dossier) {
  const cr_facts *facts = dossier->facts;
  const cr_collection *collection =
      facts->filed_at == INT64_MIN ? NULL
                                   : cr_reference_collection(dossier->reference, facts->filed_at);
  if (collection != NULL) return collection->date;
  cr_date last = last_beginning(facts);
  return last == CR_DATE_NONE ? 0 : last;
}

/* Who controls whom does not matter to whether holdings can sum to 1. */
crible_status crible_dossier_check(const crible_dossier *dossier) {
  const cr_graph_options options = {.as_of = day_of(dossier), .meeting = CR_MEETING_ORDINARY};
  cr_arena *arena = NULL;
  cr_graph graph;
  crible_status status = cr_arena_new(&arena, dossier->context);
  if (status != CRIBLE_OK) return status;
  status = cr_graph_build(&graph, dossier->facts, dossier->reference, &options, NULL, CR_NONE,
                          arena);
  if (status == CRIBLE_OK) cr_graph_clear(&graph, dossier->context);
  cr_arena_free(arena);
  return status;
}
