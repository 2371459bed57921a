/* Votes, or capital, counted in the candidate, and votes that cannot be exercised. */
#include "engine/base/words.h"
#include "engine/report/builder.h"

/* Whether a lot may be smaller, or be another's, in other completions. */
static bool only_possible(const cr_witness *witness, const cr_vote_part *part) {
  if (!witness->upper) return false;
  if (part->edge == CR_NONE ||
      !cr_interval_point(&witness->view->edges[witness->property].weight[part->edge]))
    return true;
  const cr_control *control = witness->control;
  return part->holder != part->owner &&
         (!control || !cr_controls_definitely(control, part->owner, part->holder));
}

/* What all votes the edge has, where some votes of the candidate cannot be exercised and its
 * part of the others is larger; else NULL. */
static const fmpq *share_of_all(const cr_witness *witness, const cr_vote_part *part) {
  if (part->edge == CR_NONE || witness->property != CR_VOTES) return NULL;
  const cr_interval *weight = &witness->view->edges[CR_VOTES].weight[part->edge];
  const fmpq *of_all = witness->upper ? &weight->hi : &weight->lo;
  return fmpq_cmp(part->share, of_all) > 0 ? of_all : NULL;
}

static const char *part_share(cr_builder *builder, const cr_witness *witness,
                              const cr_vote_part *part) {
  const fmpq *of_all = share_of_all(witness, part);
  const char *share = cr_share_words(builder, part->share);
  const char *candidate = builder->model->candidate->name;
  if (of_all)
    return cr_words(builder, _("%s of the exercisable votes of %s (%s of all its votes)"), share,
                    candidate, cr_share_words(builder, of_all));
  const bool capital = witness->property == CR_CAPITAL;
  return cr_words(builder, capital ? _("%s of the capital of %s") : _("%s of the votes of %s"),
                  cr_open_words(builder, witness, part->edge, part->share, share), candidate);
}

static const char *part_template(const cr_witness *witness, const cr_vote_part *part) {
  if (part->holder >= witness->view->parties) return _("{holder}: {share}");
  bool own = part->holder == part->owner;
  if (only_possible(witness, part))
    return own ? _("{holder} may have {share}")
               : _("{holder} may have {share}, counted for {owner}");
  return own ? _("{holder} has {share}") : _("{holder} has {share}, counted for {owner}");
}

static void build_part(cr_builder *builder, cr_shown_part *out, const cr_witness *witness,
                       const cr_vote_part *part) {
  const bool nobody = part->holder >= witness->view->parties;
  out->holder = cr_node_at(builder, witness->view, part->holder);
  out->owner = cr_node_at(builder, witness->view, part->owner);
  out->share = part->share;
  const cr_slot slots[] = {
      {"holder", nobody ? cr_standing_words(builder, witness, part->holder) : out->holder->brief},
      {"owner", out->owner->name},
      {"share", part_share(builder, witness, part)},
      {NULL, NULL}};
  out->sentence = cr_sentence(builder, part_template(witness, part), slots);
  if (part->edge != CR_NONE)
    out->facts = cr_cite_edge(builder, &witness->view->edges[witness->property], part->edge);
}

/* Why votes of a lot of the candidate are not counted; NULL when they are. */
static const char *left_out_template(const cr_witness *witness, int edge) {
  const cr_view *view = witness->view;
  const cr_edges *edges = &view->edges[CR_VOTES];
  const cr_control *control = witness->control;
  const int holder = edges->holder[edge], candidate = view->candidate;
  if (holder == view->parties + CR_TREASURY)
    return _("left out: {share} in treasury (C. com., art. L.225-210)");
  if (edges->flags[edge] & CR_EDGE_SUSPENDED) return _("left out: {share} of {holder}, suspended");
  if (holder >= view->parties || !control || view->declared[candidate]) return NULL;
  if (cr_controls_definitely(control, candidate, holder))
    return _("left out: {share} of {holder}, which {candidate} controls (C. com., art. L.233-31)");
  return witness->upper && cr_controls_possibly(control, candidate, holder)
             ? _("left out: {share} of {holder}, which {candidate} may control (C. com., art. "
                 "L.233-31)")
             : NULL;
}

static void build_left_out(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness) {
  const cr_view *view = witness->view;
  const cr_edges *edges = &view->edges[CR_VOTES];
  const int first = edges->first[view->candidate], end = edges->first[view->candidate + 1];
  out->left_out.items = cr_elements(builder, end - first, sizeof *out->left_out.items);
  for (int i = first; out->left_out.items && i < end; i++) {
    const char *template = left_out_template(witness, i);
    if (!template || fmpq_is_zero(&edges->weight[i].hi)) continue;
    const cr_slot slots[] = {
        {"share", cr_kept(builder, cr_figure_interval(builder->arena, &edges->weight[i],
                                                      &builder->model->marks))},
        {"holder", cr_node_at(builder, view, edges->holder[i])->name},
        {"candidate", builder->model->candidate->name},
        {NULL, NULL}};
    out->left_out.items[out->left_out.count++] =
        (cr_shown_note){cr_sentence(builder, template, slots), cr_cite_edge(builder, edges, i)};
  }
}

void cr_build_parts(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness) {
  bool some_left_out = false;
  out->parts = cr_elements(builder, witness->part_count, sizeof *out->parts);
  if (out->parts) out->part_count = witness->part_count;
  for (int i = 0; i < out->part_count; i++) {
    build_part(builder, &out->parts[i], witness, &witness->parts[i]);
    some_left_out = some_left_out || share_of_all(witness, &witness->parts[i]);
  }
  if (some_left_out) build_left_out(builder, out, witness);
}
