#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"

/* What a right says, in few words. */
static const char *kind_words(const cr_right *right) {
  switch (right->kind) {
  case CR_RIGHT_CONSENT: return _("prior consent");
  case CR_RIGHT_OPPOSITION: return _("right to oppose");
  case CR_RIGHT_GOLDEN_SHARE: return _("golden share");
  case CR_RIGHT_CLASS_CONSENT: return _("consent of a class");
  case CR_RIGHT_MAJORITY: return right->unanimity ? _("unanimity") : _("qualified majority");
  case CR_RIGHT_QUORUM: return _("quorum");
  case CR_RIGHT_APPOINT: return _("appointment");
  case CR_RIGHT_PROPOSE: return _("proposal of members");
  case CR_RIGHT_CASTING_VOTE: return _("casting vote");
  case CR_RIGHT_OBSERVER: return _("observer");
  case CR_RIGHT_VOTING_UNDERTAKING: return _("undertaking to vote");
  case CR_RIGHT_UNREADABLE: return _("clause whose content is not known");
  }
  return "";
}

static const char *source_words(cr_right_source source) {
  switch (source) {
  case CR_BY_STATUTES: return _("statutes");
  case CR_BY_AGREEMENT: return _("shareholders' agreement");
  case CR_BY_CONTRACT: return _("contract");
  case CR_BY_LAW: return _("law");
  }
  return "";
}

static const char *finding_title(cr_builder *builder, const cr_right *right) {
  const char *source = source_words(right->source);
  if (!right->article) return cr_words(builder, _("%s, %s"), source, kind_words(right));
  return cr_words(builder, _("%s, art. %s, %s"), source, right->article, kind_words(right));
}

typedef struct reason_words {
  const char *code, *words;
} reason_words;

static const reason_words reasons[] = {
    {"third-beneficiary", N_("held by {third}")},
    {"third-controls-beneficiary", N_("held by a company that {third} controls")},
    {"blocks-in-class",
     N_("{third} can block the class's consent: {share}, where {needed} is enough")},
    {"blocks-majority",
     N_("without {third} the others do not reach the majority: {share}, where {needed} is enough")},
    {"blocks-quorum",
     N_("without {third} the quorum is not reached: {share}, where {needed} is enough")},
    {"others-reach-majority",
     N_("the others reach it: third entities have {share}, and {needed} would be needed to block")},
    {"legal-only", N_("the law already asks for as much{article}: reported, no veto under the "
                      "statutes or a contract")},
    {"outsider",
     N_("the beneficiary holds no capital or votes of the candidate: reported, not counted")},
    {"out-of-scope", N_("it is about no decision that counts under this ruleset: reported, not "
                        "counted")},
    {"condition-not-true", N_("its condition has not come true: reported, not counted")},
    {"condition-unstated", N_("whether its condition has come true is not stated: possible")},
    {"no-third-beneficiary", N_("no third entity benefits")},
    {"class-not-owned", N_("nobody owns the class: no beneficiary")},
    {"class-undisclosed",
     N_("owners of the class are not disclosed: a third entity may be among them")},
    {"simple-majority", N_("a simple majority is no veto")},
    {"majority-not-counted",
     N_("under this ruleset a majority is no veto, whoever can block it: reported, not counted")},
    {"second-call-drops", N_("the second call does without it: no veto")},
    {"not-this-kind", N_("neither a veto nor an appointment: reported")},
    {"binds-another-company", N_("it binds another company: reported")},
    {"unreadable", N_("what it says is not known: possible")},
    {"no-legal-baseline", N_("the law's own majority for this form is not known: possible")},
    {"appoints", N_("{third} appoints {seats}")},
    {"proposes-with-majority", N_("{third} proposes, and has with those who undertook to vote for "
                                  "it more than half of the votes")},
    {"beneficiary-unstated", N_("who has the right is not stated: possible")},
    {"seats-unstated", N_("how many seats it fills is not stated: possible")},
    {"incorporation-unstated",
     N_("the law's own majority depends on the date of incorporation, not stated: possible")},
    {"meeting-unstated", N_("which meeting decides is not stated, and it matters: possible")},
    {"no-such-organ", N_("the organ does not exist on the date: reported")},
    {"proposes-without-majority",
     N_("a right to propose, without a majority bound to follow: no appointment")},
    {NULL, NULL}};

static const char *reason_template(const char *code) {
  for (const reason_words *reason = reasons; reason->code; reason++)
    if (strcmp(reason->code, code) == 0) return _(reason->words);
  return code;
}

static const char *needed_words(cr_builder *builder, const cr_right_finding *finding) {
  if (!finding->needed) return "";
  const char *share = cr_share_words(builder, finding->needed);
  return finding->strictly ? cr_words(builder, _("more than %s"), share) : share;
}

static const char *third_words(cr_builder *builder, const cr_shown_finding *out) {
  const char **names = cr_elements(builder, out->third.count, sizeof *names);
  if (!names) return _("a third entity");
  for (int i = 0; i < out->third.count; i++) names[i] = out->third.items[i]->brief;
  const char *listed = cr_enumerated(builder, names, out->third.count);
  return out->finding->together && out->third.count > 1
             ? cr_words(builder, _("%s together"), listed)
             : listed;
}

/* "2", or "1 to 3"; "1 or more" where the most is not known. */
static const char *count_words(cr_builder *builder, const int range[2]) {
  if (range[1] == CR_NONE) return cr_words(builder, _("%d or more"), range[0]);
  return range[0] == range[1] ? cr_words(builder, "%d", range[1])
                              : cr_words(builder, _("%d to %d"), range[0], range[1]);
}

static const char *seats_words(cr_builder *builder, const cr_shown_finding *out) {
  const int *seats = out->finding->seats;
  if (!out->appoints || seats[1] == CR_NONE || seats[1] == INT32_MAX) return _("members");
  return cr_words(builder, cr_plural("%s member", "%s members", seats[1]),
                  count_words(builder, seats));
}

/* "C. com., art. L.225-96" as the language writes it. */
static const char *article_words(cr_builder *builder, const char *article) {
  const char *letter = strstr(article, "L.");
  if (!letter) return article;
  /* Translators: an article of a code: "C. com., art. " and "225-96". */
  return cr_words(builder, _("%.*sL.%s"), (int)(letter - article), article, letter + 2);
}

static const char *why_words(cr_builder *builder, const cr_shown_finding *out) {
  const cr_right_finding *finding = out->finding;
  const char *article =
      finding->article ? cr_words(builder, " (%s)", article_words(builder, finding->article)) : "";
  const cr_slot slots[] = {
      {"third", third_words(builder, out)},
      {"share", finding->has_share ? cr_range_words(builder, finding->share) : ""},
      {"needed", needed_words(builder, finding)},
      {"seats", seats_words(builder, out)},
      {"article", article},
      {NULL, NULL}};
  return cr_sentence(builder, reason_template(finding->reason), slots);
}

/* A majority that the law demands, which no clause needs to repeat. */
static void build_legal(cr_builder *builder, cr_shown_finding *out,
                        const cr_right_finding *finding) {
  const char *meeting = finding->meeting == CR_MEETING_ORDINARY
                            ? _("majority of an ordinary meeting")
                            : _("majority of an extraordinary meeting");
  out->title = finding->article
                   ? cr_words(builder, _("law (%s), %s"), article_words(builder, finding->article), meeting)
                   : cr_words(builder, _("law, %s"), meeting);
}

static void build_clause(cr_builder *builder, cr_shown_finding *out,
                         const cr_right_finding *finding) {
  const cr_right *right = &builder->facts->rights[finding->right];
  const cr_fact_ref ref = {CR_FACT_rights, finding->right};
  out->right = right->id;
  out->appoints = right->kind == CR_RIGHT_APPOINT || right->kind == CR_RIGHT_PROPOSE;
  out->title = finding_title(builder, right);
  out->quote = right->sentence;
  out->facts = cr_cite(builder, &ref, 1);
}

static void build_finding(cr_builder *builder, cr_shown_finding *out,
                          const cr_right_finding *finding) {
  const cr_view *view = builder->screening->analysis[0].graph.view;
  out->finding = finding;
  (finding->right == CR_NONE ? build_legal : build_clause)(builder, out, finding);
  out->third.items = cr_elements(builder, finding->third_count, sizeof *out->third.items);
  if (out->third.items) out->third.count = finding->third_count;
  for (int i = 0; i < out->third.count; i++)
    out->third.items[i] = cr_node_at(builder, view, finding->third[i]);
  out->why = why_words(builder, out);
  out->sentence = cr_words(builder, _("%s: %s"), out->title, out->why);
}

static void build_organ(cr_builder *builder, cr_shown_organ *out, const cr_organ_finding *finding) {
  const cr_organ *organ = &builder->facts->organs[finding->organ];
  const cr_fact_ref ref = {CR_FACT_organs, finding->organ};
  out->finding = finding;
  out->id = organ->id;
  out->name = organ->name ? organ->name : organ->id;
  out->facts = cr_cite(builder, &ref, 1);
  const char *seats = count_words(builder, finding->seats);
  if (!finding->examined)
    out->sentence = cr_words(builder, _("%s: advisory, no majority counts"), out->name);
  else if (finding->members[1] == CR_NONE)
    out->sentence = cr_words(builder, _("%s: %s seats of a number not stated"), out->name, seats);
  else
    out->sentence = cr_words(builder, _("%s: %s of %s seats"), out->name, seats,
                             count_words(builder, finding->members));
}

void cr_build_rights(cr_builder *builder) {
  const cr_rights *rights = builder->screening->rights;
  cr_report_model *model = builder->model;
  const int clauses = rights->finding_count, count = clauses + rights->legal_count;
  model->findings = cr_elements(builder, count, sizeof *model->findings);
  if (model->findings) model->finding_count = count;
  for (int i = 0; i < model->finding_count; i++)
    build_finding(builder, &model->findings[i],
                  i < clauses ? &rights->findings[i] : &rights->legal[i - clauses]);
  model->organs = cr_elements(builder, rights->organ_count, sizeof *model->organs);
  if (model->organs) model->organ_count = rights->organ_count;
  for (int i = 0; i < model->organ_count; i++)
    build_organ(builder, &model->organs[i], &rights->organs[i]);
}
