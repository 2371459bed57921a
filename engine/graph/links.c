#include "engine/graph/links.h"

#include "engine/graph/dilute.h"

static igraph_error_t add_link(igraph_vector_int_t *links, int above, int below) {
  if (above < 0 || above == below) return IGRAPH_SUCCESS;
  IGRAPH_CHECK(igraph_vector_int_push_back(links, above));
  return igraph_vector_int_push_back(links, below);
}

static igraph_error_t add_links(igraph_vector_int_t *links, const int *above, int count,
                                int below) {
  for (int i = 0; i < count; i++) IGRAPH_CHECK(add_link(links, above[i], below));
  return IGRAPH_SUCCESS;
}

/* Holders of an admitted class count only by declaration. */
static igraph_error_t link_classes(igraph_vector_int_t *links, const cr_snapshot *snapshot,
                                   int company) {
  for CR_EACH (i, &snapshot->classes, company) {
    int share_class = snapshot->classes.item[i];
    if (cr_admitted(snapshot, share_class)) continue;
    for CR_EACH (j, &snapshot->lots, share_class) {
      const cr_lot *lot = &snapshot->facts->lots[snapshot->lots.item[j]];
      IGRAPH_CHECK(add_link(links, lot->holder, company));
      if (lot->nature == CR_USUFRUCT) IGRAPH_CHECK(add_link(links, lot->bare_owner, company));
    }
  }
  return IGRAPH_SUCCESS;
}

static bool all_admitted(const cr_snapshot *snapshot, int company) {
  for CR_EACH (i, &snapshot->classes, company)
    if (!cr_admitted(snapshot, snapshot->classes.item[i])) return false;
  return snapshot->issuer[company];
}

static igraph_error_t link_stakes(igraph_vector_int_t *links, const cr_snapshot *snapshot,
                                  int company) {
  if (all_admitted(snapshot, company)) return IGRAPH_SUCCESS;
  for CR_EACH (i, &snapshot->stakes, company)
    IGRAPH_CHECK(add_link(links, snapshot->facts->stakes[snapshot->stakes.item[i]].holder,
                          company));
  return IGRAPH_SUCCESS;
}

static igraph_error_t link_units(igraph_vector_int_t *links, const cr_snapshot *snapshot,
                                 int fund) {
  for CR_EACH (i, &snapshot->units, fund)
    IGRAPH_CHECK(add_link(
        links, snapshot->facts->unit_holdings[snapshot->units.item[i]].holder, fund));
  return IGRAPH_SUCCESS;
}

/* In an admitted class an option alone makes nobody a holder. */
static igraph_error_t link_options(igraph_vector_int_t *links, const cr_snapshot *snapshot,
                                   int company) {
  for CR_EACH (i, &snapshot->options, company) {
    int index = snapshot->options.item[i];
    const cr_option *option = &snapshot->facts->options[index];
    if (cr_option_exercised(snapshot, index) &&
        !cr_admitted(snapshot, snapshot->class_now[option->share_class]))
      IGRAPH_CHECK(add_link(links, option->holder, company));
  }
  return IGRAPH_SUCCESS;
}

static igraph_error_t link_declared(igraph_vector_int_t *links, const cr_snapshot *snapshot,
                                    int company) {
  const cr_facts *facts = snapshot->facts;
  for CR_EACH (i, &snapshot->tables, company) {
    const cr_declared_table *table = &facts->declared_tables[snapshot->tables.item[i]];
    for (int r = 0; r < table->row_count; r++)
      IGRAPH_CHECK(add_link(links, table->rows[r].declarant, company));
  }
  if (!snapshot->issuer[company]) return IGRAPH_SUCCESS;
  for CR_EACH (i, &snapshot->declarations, company)
    IGRAPH_CHECK(add_link(links, facts->declarations[snapshot->declarations.item[i]].declarant,
                          company));
  return IGRAPH_SUCCESS;
}

static igraph_error_t link_roots(igraph_vector_int_t *links, const cr_snapshot *snapshot,
                                 int sink) {
  const cr_facts *facts = snapshot->facts;
  IGRAPH_CHECK(add_link(links, facts->candidate, sink));
  for (size_t i = 0; i < facts->rights_count; i++) {
    const cr_right *right = &facts->rights[i];
    if (right->company != facts->candidate || !cr_fact_valid(&right->fact, snapshot->as_of))
      continue;
    IGRAPH_CHECK(add_links(links, right->parties, right->party_count, sink));
    IGRAPH_CHECK(add_links(links, right->undertakers, right->undertaker_count, sink));
  }
  return IGRAPH_SUCCESS;
}

igraph_error_t cr_links_list(igraph_vector_int_t *links, const cr_snapshot *snapshot, int sink) {
  const cr_facts *facts = snapshot->facts;
  for (int party = 0; party < (int)facts->parties_count; party++) {
    if (cr_held(snapshot, party)) {
      IGRAPH_CHECK(link_classes(links, snapshot, party));
      IGRAPH_CHECK(link_stakes(links, snapshot, party));
      IGRAPH_CHECK(link_units(links, snapshot, party));
      IGRAPH_CHECK(link_options(links, snapshot, party));
      IGRAPH_CHECK(link_declared(links, snapshot, party));
    }
    for CR_EACH (i, &snapshot->controls, party) {
      const cr_control_fact *control = &facts->controls[snapshot->controls.item[i]];
      IGRAPH_CHECK(add_links(links, control->controllers, control->controller_count, party));
    }
  }
  return link_roots(links, snapshot, sink);
}
