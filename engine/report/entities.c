#include "engine/base/words.h"
#include "engine/report/builder.h"

static void add_path(cr_shown_entity *out, const char *path) {
  if (out->path_count < CR_PATHS_SHOWN) out->paths[out->path_count++] = path;
}

enum { STEPS_CALCULATED = 6, NAMES_LISTED = 6 }; /* in one line */

/* The first names, and how many more there are. */
static const char *through_words(cr_builder *builder, const char **names, int count) {
  const int more = count - NAMES_LISTED;
  if (more <= 0) return cr_listed(builder, names, count);
  const char *listed = cr_listed(builder, names, NAMES_LISTED);
  return cr_words(builder, cr_plural("%s; %d more", "%s; %d more", more), listed, more);
}

/* Adds a name unless it is there. */
static void add_name(const char **names, int *count, const char *name) {
  for (int i = 0; i < *count; i++)
    if (names[i] == name) return;
  names[(*count)++] = name;
}

/* The figure of a chain, and how it comes about where that is easily read. */
static const char *chain_figure(cr_builder *builder, const cr_shown_chain *chain) {
  for (int i = 0; i < chain->step_count; i++)
    if (chain->steps[i].through_cycle)
      return cr_words(builder, _("%s, cross-holdings counted"),
                      cr_share_words(builder, chain->product));
  const bool calculated = chain->step_count > 1 && chain->step_count <= STEPS_CALCULATED;
  return calculated ? chain->calculation : cr_share_words(builder, chain->product);
}

/* "capital through Alpha SAS: 60 % × 30 % = 18 %", unless the entity only may stand behind
 * the chain. */
static void add_chain_path(cr_builder *builder, cr_shown_entity *out, cr_property property,
                           const cr_shown_chain *chain) {
  const char **names = cr_elements(builder, chain->step_count + 1, sizeof *names);
  const bool capital = property == CR_CAPITAL, sure = cr_figure_point(out->entity->bound[property]);
  int count = 0;
  if (names && chain->step_count > 0 && chain->owner != chain->steps[0].holder)
    add_name(names, &count, chain->steps[0].holder->name);
  for (int i = 0; names && i + 1 < chain->step_count; i++)
    add_name(names, &count, chain->steps[i].company->name);
  if (count == 0) return;
  if (chain->owner != out->party) return;
  const char *format =
      capital ? (sure ? _("capital through %s: %s") : _("capital through %s: at most %s"))
              : (sure ? _("votes through %s: %s") : _("votes through %s: at most %s"));
  add_path(out, cr_words(builder, format, through_words(builder, names, count),
                         chain_figure(builder, chain)));
}

/* "votes through Alpha SAS", which the entity controls. */
static void add_control_path(cr_builder *builder, cr_shown_entity *out, cr_property property) {
  const cr_shown_witness *witness = out->witness[property];
  const char **names = cr_elements(builder, witness->part_count, sizeof *names);
  const bool capital = property == CR_CAPITAL, sure = cr_figure_point(out->entity->bound[property]);
  int count = 0;
  for (int i = 0; names && i < witness->part_count; i++)
    if (witness->parts[i].owner == out->party && witness->parts[i].holder != out->party &&
        !witness->parts[i].holder->stand_in)
      add_name(names, &count, witness->parts[i].holder->name);
  if (count == 0) return;
  const char *format = capital ? (sure ? _("capital through %s") : _("capital perhaps through %s"))
                               : (sure ? _("votes through %s") : _("votes perhaps through %s"));
  add_path(out, cr_words(builder, format, through_words(builder, names, count)));
}

/* The last place is kept for the votes. */
static void build_paths(cr_builder *builder, cr_shown_entity *out) {
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const cr_shown_witness *witness = out->witness[property];
    const int most = property == CR_VOTES ? CR_PATHS_SHOWN : CR_PATHS_SHOWN - 1;
    for (int i = 0; witness && i < witness->chain_count && i < most; i++)
      add_chain_path(builder, out, (cr_property)property, &witness->chains[i]);
    if (witness && witness->method == CR_BY_CONTROL) add_control_path(builder, out, (cr_property)property);
  }
}

static void build_entity(cr_builder *builder, cr_shown_entity *out, const cr_entity *entity) {
  out->entity = entity;
  out->party = cr_node_at(builder, builder->screening->analysis[0].graph.view, entity->node);
  const bool named = entity->node < builder->screening->analysis[0].graph.view->parties;
  out->name = out->party->label;
  if (named && entity->third == CR_MAYBE_THIRD)
    out->name = cr_words(builder, _("%s: perhaps third"), out->party->label);
  for (int property = 0; property < CR_PROPERTIES; property++) {
    out->figure[property] = cr_range_words(builder, entity->bound[property]);
    if (entity->witness[property])
      out->witness[property] = cr_build_witness(builder, entity->witness[property]);
  }
  build_paths(builder, out);
  out->figures =
      cr_words(builder, _("capital %s · votes %s"), out->figure[CR_CAPITAL], out->figure[CR_VOTES]);
}

/* Third, not third, unknown: what the collective bounds leave of the whole. */
static const char *split_words(cr_builder *builder, const char *of, const cr_bound bound[2]) {
  fmpq_t rest;
  fmpq_init(rest);
  fmpq_one(rest);
  fmpq_sub(rest, rest, bound[1].value);
  const char *not_third = cr_share_words(builder, rest);
  fmpq_sub(rest, bound[1].value, bound[0].value);
  const char *words =
      cr_words(builder, _("%s: surely third %s · surely not third %s · unknown %s"), of,
               cr_share_words(builder, bound[0].value), not_third, cr_share_words(builder, rest));
  fmpq_clear(rest);
  return words;
}

static bool same_bounds(const cr_bound a[2], const cr_bound b[2]) {
  return fmpq_equal(a[0].value, b[0].value) && fmpq_equal(a[1].value, b[1].value);
}

static void build_splits(cr_builder *builder) {
  const cr_bound *capital = builder->screening->criteria[CR_CAPITAL_COLLECTIVE].bound;
  const cr_bound *votes = builder->screening->criteria[CR_VOTES_COLLECTIVE].bound;
  const char **split = builder->model->split;
  if (!capital[0].exact || !capital[1].exact || !votes[0].exact || !votes[1].exact) return;
  const bool same = same_bounds(capital, votes);
  if (!cr_figure_point(capital))
    split[CR_CAPITAL] = split_words(builder, same ? _("capital and votes") : _("capital"), capital);
  if (!same && !cr_figure_point(votes)) split[CR_VOTES] = split_words(builder, _("votes"), votes);
}

void cr_build_entities(cr_builder *builder) {
  const struct crible_screening *screening = builder->screening;
  cr_report_model *model = builder->model;
  model->entities = cr_elements(builder, screening->entity_count, sizeof *model->entities);
  if (model->entities) model->entity_count = screening->entity_count;
  for (int i = 0; i < model->entity_count; i++)
    build_entity(builder, &model->entities[i], &screening->entities[i]);
  build_splits(builder);
}
