#include "engine/base/words.h"
#include "engine/report/builder.h"

const char *cr_status_words(cr_status status) {
  switch (status) {
  case CR_MET: return _("met");
  case CR_UNDETERMINED: return _("UNDETERMINED");
  case CR_VIOLATED: return _("VIOLATED");
  }
  return "";
}

static bool together(cr_criterion_id id) {
  return id == CR_CAPITAL_COLLECTIVE || id == CR_VOTES_COLLECTIVE;
}
static bool of_capital(cr_criterion_id id) { return id <= CR_CAPITAL_COLLECTIVE; }

/* Who is at the bound that decides. */
static const char *holder_note(cr_builder *builder, const cr_shown_criterion *out) {
  const int side = out->criterion->status == CR_VIOLATED ? 0 : 1;
  if (!out->holder[side]) return "";
  const char *name = out->holder[side]->brief;
  if (cr_view_group(builder->screening->analysis[0].graph.view, out->criterion->holder[side]))
    name = cr_words(builder, _("largest member of: %s"), name);
  return out->criterion->status == CR_UNDETERMINED ? cr_words(builder, _("at most: %s"), name)
                                                   : name;
}

/* "room 2.75 points": what the nearest third entity, or a new one, may still acquire. */
static const char *room_words(cr_builder *builder, const cr_criterion *criterion) {
  const cr_headroom *headroom = criterion->headroom;
  if (!headroom) return "";
  const cr_room *room = headroom->has_largest ? &headroom->largest : &headroom->newcomer;
  const char *points =
      cr_kept(builder, cr_figure_percent(builder->arena, room->left, &builder->model->marks));
  return cr_words(builder, _("room %s points"), points);
}

static const char *numeric_note(cr_builder *builder, const cr_shown_criterion *out) {
  const char *holder = together(out->criterion->id) ? "" : holder_note(builder, out);
  const char *room = room_words(builder, out->criterion);
  return *holder && *room ? cr_words(builder, _("%s; %s"), holder, room) : *holder ? holder : room;
}

static const char *numeric_sentence(cr_builder *builder, const cr_shown_criterion *out) {
  const bool capital = of_capital(out->criterion->id), all = together(out->criterion->id);
  const cr_slot slots[] = {
      {"holder", out->holder[0] ? out->holder[0]->brief : _("one third entity")},
      {"figure", out->figure},
      {"ceiling", out->ceiling},
      {NULL, NULL}};
  const char *template = "";
  if (out->criterion->status == CR_VIOLATED) {
    if (all)
      template =
          capital ? _("third entities together hold {figure} of the capital, more than {ceiling}")
                  : _("third entities together hold {figure} of the votes, more than {ceiling}");
    else
      template = capital ? _("{holder} holds {figure} of the capital, more than {ceiling}")
                         : _("{holder} holds {figure} of the votes, more than {ceiling}");
  } else if (out->criterion->status == CR_UNDETERMINED) {
    if (all)
      template =
          capital
              ? _("third entities together may hold more than {ceiling} of the capital: {figure}")
              : _("third entities together may hold more than {ceiling} of the votes: {figure}");
    else
      template = capital
                     ? _("one third entity may hold more than {ceiling} of the capital: {figure}")
                     : _("one third entity may hold more than {ceiling} of the votes: {figure}");
  }
  return cr_sentence(builder, template, slots);
}

/* Heading of the reasons: the bound that decides, and whose it is. */
static const char *numeric_title(cr_builder *builder, const cr_shown_criterion *out) {
  const bool violated = out->criterion->status == CR_VIOLATED;
  const cr_bound *bound = &out->criterion->bound[violated ? 0 : 1];
  const cr_shown_party *holder = out->holder[violated ? 0 : 1];
  const char *figure = cr_share_words(builder, bound->value);
  const cr_slot slots[] = {
      {"subject", out->subject},
      {"who", holder ? holder->label : _("third entities together")},
      {"figure", bound->attained ? figure : cr_words(builder, violated ? "> %s" : "< %s", figure)},
      {NULL, NULL}};
  return cr_sentence(builder,
                     violated ? _("Why: {subject}, {who}: {figure}")
                              : _("At most: {subject}, {who}: {figure}"),
                     slots);
}

static void build_numeric(cr_builder *builder, cr_shown_criterion *out) {
  const cr_criterion *criterion = out->criterion;
  const cr_view *view = builder->screening->analysis[0].graph.view;
  out->subject = of_capital(criterion->id) ? _("capital") : _("votes");
  out->whose = together(criterion->id) ? _("together") : _("one alone");
  for (int side = 0; side < 2; side++)
    if (criterion->holder[side] != CR_NONE)
      out->holder[side] = cr_node_at(builder, view, criterion->holder[side]);
  out->figure = cr_range_words(builder, criterion->bound);
  out->exact = cr_figure_exact(builder->arena, criterion->bound);
  out->ceiling = cr_share_words(builder, criterion->threshold);
  out->note = numeric_note(builder, out);
  out->sentence = numeric_sentence(builder, out);
  out->title = numeric_title(builder, out);
}

void cr_build_criteria(cr_builder *builder) {
  const struct crible_screening *screening = builder->screening;
  int next_witness = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    cr_shown_criterion *out = &builder->model->criteria[id];
    out->criterion = &screening->criteria[id];
    out->id = cr_criterion_name((cr_criterion_id)id);
    out->status = cr_status_words(out->criterion->status);
    if (out->criterion->numeric) build_numeric(builder, out);
    else cr_build_rights_criterion(builder, out);
    for (int side = 0; side < 2; side++)
      if (screening->bound_witness[id][side])
        out->bound[side] = cr_build_witness(builder, screening->bound_witness[id][side]);
    if (!out->criterion->numeric || out->criterion->status == CR_MET) continue;
    /* Witnesses stand in the criteria's order, a criterion of nobody has none. */
    const cr_property property = of_capital(out->criterion->id) ? CR_CAPITAL : CR_VOTES;
    if (next_witness >= screening->witness_count) continue;
    const cr_witness *witness = &screening->witnesses[next_witness];
    if (witness->property != property ||
        together(out->criterion->id) != (witness->entity == CR_TARGET_ALL))
      continue;
    next_witness++;
    out->witness = cr_build_witness(builder, witness);
  }
}

/* The criteria that make the verdict; for an eligible candidate, what was examined. */
void cr_build_headlines(cr_builder *builder) {
  cr_report_model *model = builder->model;
  const cr_status verdict = builder->screening->verdict;
  model->headlines = cr_elements(builder, CR_CRITERIA, sizeof *model->headlines);
  if (!model->headlines) return;
  bool all_met = true;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_status status = model->criteria[id].criterion->status;
    all_met = all_met && status == CR_MET;
    if (verdict != CR_MET && status == verdict &&
        cr_criterion_bearing(builder->screening, (cr_criterion_id)id) == verdict)
      model->headlines[model->headline_count++] = model->criteria[id].sentence;
  }
  if (verdict == CR_MET)
    model->headlines[model->headline_count++] =
        all_met ? _("no third entity holds, blocks or appoints more than the clause allows, on the "
                    "criteria examined")
                : _("a ceiling is or may be exceeded, which does not exclude by itself under this "
                    "ruleset; on the criteria examined");
}
