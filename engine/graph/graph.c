#include "engine/graph/graph.h"

#include "engine/graph/ancestors.h"
#include "engine/graph/concerts.h"
#include "engine/graph/controls.h"
#include "engine/graph/oddities.h"
#include "engine/graph/rows.h"
#include "engine/graph/third.h"

typedef struct graph_maker {
  const cr_facts *facts;
  const cr_graph_options *options;
  cr_snapshot snapshot;
  bool *in_view;   /* per party of the facts */
  cr_third *third; /* likewise */
  cr_notes notes;
  cr_view_builder *builder;
  cr_arena *arena, *scratch;
  cr_graph made;
} graph_maker;

/* Parties above the candidate become nodes, in the order of the facts. */
static crible_status add_parties(graph_maker *maker) {
  const cr_facts *facts = maker->facts;
  int *node_of = cr_arena_alloc(maker->arena, facts->parties_count, sizeof *node_of);
  if (!node_of) return CRIBLE_E_MEMORY;
  maker->made.node_of = node_of;
  for (int party = 0; party < (int)facts->parties_count; party++) {
    const cr_party *told = &facts->parties[party];
    node_of[party] = CR_NONE;
    if (!maker->in_view[party]) continue;
    crible_status status = cr_view_builder_party(
        maker->builder, &node_of[party], told->kind, maker->third[party],
        told->kind == CR_GROUP ? told->members : 1, party);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static crible_status survey(graph_maker *maker, const cr_reference *reference) {
  crible_status status = cr_snapshot_take(&maker->snapshot, maker->facts, reference,
                                          &maker->options->reading, maker->options->as_of,
                                          maker->scratch);
  if (status == CRIBLE_OK)
    status = cr_ancestors_find(&maker->in_view, &maker->snapshot, maker->scratch);
  if (status == CRIBLE_OK)
    status = cr_third_judge(&maker->third, &maker->snapshot, maker->in_view, &maker->notes,
                            maker->scratch);
  if (status == CRIBLE_OK)
    cr_concerts_admit(maker->in_view, maker->third, &maker->snapshot);
  return status;
}

static crible_status add_links(graph_maker *maker, const cr_declared_relation *relation,
                               int leave_out) {
  cr_rows_input rows = {.snapshot = &maker->snapshot, .options = maker->options,
                        .relation = relation, .leave_out = leave_out, .third = maker->third,
                        .node_of = maker->made.node_of, .notes = &maker->notes,
                        .builder = maker->builder, .scratch = maker->scratch};
  crible_status status = cr_rows_add(&rows, &maker->made.by_meeting);
  if (status != CRIBLE_OK) return status;
  return cr_controls_add(maker->builder, &maker->snapshot, maker->made.node_of, leave_out);
}

static cr_third behind_remainders(const graph_maker *maker) {
  switch (maker->options->reading.option[CR_CHOICE_UNDISCLOSED]) {
    case CR_UNDISCLOSED_THIRD: return CR_THIRD;
    case CR_UNDISCLOSED_NOT_THIRD: return CR_NOT_THIRD;
    default: return CR_MAYBE_THIRD;
  }
}

/* Funds that are seen through in capital. */
static crible_status see_through_funds(graph_maker *maker) {
  cr_view *view = maker->made.view;
  if (maker->options->reading.option[CR_CHOICE_FUNDS] != CR_FUNDS_INVESTORS) return CRIBLE_OK;
  view->third_in_capital =
      cr_arena_alloc(maker->arena, (size_t)view->parties, sizeof *view->third_in_capital);
  if (!view->third_in_capital) return CRIBLE_E_MEMORY;
  for (int node = 0; node < view->parties; node++)
    view->third_in_capital[node] =
        cr_is_fund(maker->facts, view->party[node]) ? CR_NOT_THIRD : view->third[node];
  return CRIBLE_OK;
}

static crible_status finish(graph_maker *maker) {
  int candidate = maker->made.node_of[maker->facts->candidate];
  crible_status status = cr_view_builder_finish(&maker->made.view, maker->builder, maker->arena,
                                                candidate, NULL, NULL);
  /* Rows that cannot be satisfied were told before. */
  if (status == CRIBLE_E_DATA) return CRIBLE_E_INTERNAL;
  if (status == CRIBLE_OK) status = see_through_funds(maker);
  if (status == CRIBLE_OK) {
    maker->made.view->undisclosed = behind_remainders(maker);
    maker->made.view->re_entry =
        maker->options->reading.option[CR_CHOICE_RE_ENTRY] == CR_RE_ENTRY_THROUGH;
    status = cr_concerts_list(maker->made.view, &maker->snapshot, maker->made.node_of,
                              maker->arena);
  }
  if (status == CRIBLE_OK)
    status = cr_controls_compare(maker->made.view, &maker->snapshot, &maker->notes,
                                 maker->scratch);
  return status;
}

/* Above the candidate the listed rule applies by analogy (ruleset choice listed-chain). */
static crible_status note_issuers(const graph_maker *maker) {
  const cr_snapshot *snapshot = &maker->snapshot;
  for (int party = 0; party < (int)maker->facts->parties_count; party++) {
    if (!snapshot->issuer[party] || !maker->in_view[party] || party == maker->facts->candidate)
      continue;
    for CR_EACH (c, &snapshot->classes, party) {
      int share_class = snapshot->classes.item[c];
      for CR_EACH (i, &snapshot->admissions, share_class) {
        crible_status status =
            cr_note_fact(&maker->notes, CR_PRESUMPTION, "listed-in-chain", party, CR_NONE, NULL,
                         CR_FACT_admissions, snapshot->admissions.item[i]);
        if (status != CRIBLE_OK) return status;
      }
    }
  }
  return CRIBLE_OK;
}

static crible_status build(graph_maker *maker, const cr_reference *reference,
                           const cr_declared_relation *relation, int leave_out) {
  crible_status status = survey(maker, reference);
  if (status == CRIBLE_OK) status = add_parties(maker);
  if (status == CRIBLE_OK) status = add_links(maker, relation, leave_out);
  if (status == CRIBLE_OK) status = finish(maker);
  if (status == CRIBLE_OK) status = note_issuers(maker);
  if (status == CRIBLE_OK)
    status = cr_oddities_note(&maker->snapshot, maker->made.node_of, &maker->notes,
                              maker->scratch);
  if (status == CRIBLE_OK)
    maker->made.listed = maker->snapshot.issuer[maker->facts->candidate];
  return status;
}

crible_status cr_graph_build(cr_graph *out, const cr_facts *facts, const cr_reference *reference,
                             const cr_graph_options *options,
                             const cr_declared_relation *relation, int leave_out,
                             cr_arena *arena) {
  crible_context *context = cr_arena_context(arena);
  graph_maker maker = {.facts = facts, .options = options, .arena = arena};
  maker.notes = (cr_notes){.remarks = &maker.made.remarks, .arena = arena};
  crible_status status = cr_arena_new(&maker.scratch, context);
  if (status == CRIBLE_OK) status = cr_view_builder_new(&maker.builder, context);
  if (status == CRIBLE_OK) status = build(&maker, reference, relation, leave_out);
  if (status == CRIBLE_OK) *out = maker.made;
  else cr_graph_clear(&maker.made, context);
  cr_view_builder_free(maker.builder);
  cr_arena_free(maker.scratch);
  return status;
}

void cr_graph_clear(cr_graph *graph, crible_context *context) {
  cr_remarks_clear(&graph->remarks, context);
}
