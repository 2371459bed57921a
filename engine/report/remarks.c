#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/report/builder.h"

typedef struct remark_words {
  const char *code, *words;
} remark_words;

static const remark_words sentences[] = {
    {"seat-presumed",
     N_("{detail} of {party}: not stated, presumed where its registered office is")},
    {"seat-unknown", N_("{party}: where it is seated is not stated, so it may be third")},
    {"seats-contradict",
     N_("{detail} of {party}: the facts contradict each other, so it may be third")},
    {"candidate-seat-outside",
     N_("{detail} of the candidate: outside the Union (SecNumCloud 3.2, 19.6 a)")},
    {"candidate-not-french", N_("the candidate's registered office is not in France ({detail})")},
    {"person-resident-outside",
     N_("{party} lives outside the Union ({detail}): a natural person is not third")},
    {"residence-unknown",
     N_("{party}: where this person lives is not stated; a natural person is not third")},
    {"manager-unknown", N_("{party}: who manages it is not stated, so it may be third")},
    {"usufruct-by-form", N_("votes of the shares that {party} holds in usufruct or bare ownership "
                            "in {other}: as the law has it for its form")},
    {"votes-as-capital",
     N_("votes of {party} in {other}: not stated, presumed as its share of the capital")},
    {"since-unknown",
     N_("shares of {party} in {other}: since when is not stated, so no double vote")},
    {"holdings-contradict",
     N_("what {party} holds of the {property} of {other}: the facts contradict each other")},
    {"class-not-owned", N_("right {detail}: nobody owns the class that it is given to")},
    {"filed-after-last-collection", N_("filed after the last collection closed ({detail}): the "
                                       "date of the facts is that collection's")},
    {"worse-of-meetings",
     N_("usufruct: each figure is the worse of ordinary and extraordinary meetings")},
    {"closed-group", N_("closed group: these companies may hold each other entirely, and nobody is "
                        "known to stand behind them ({detail})")},
    {NULL, NULL}};

static const char *property_words(int property) {
  if (property == CR_CAPITAL) return _("capital");
  return property == CR_VOTES ? _("votes") : _("capital or votes");
}

/* A detail that is a fraction is shown as a percentage, seat kinds and countries in words, all else
 * as it is. */
static const char *detail_words(cr_builder *builder, const char *detail) {
  static const char *const seats[][2] = {
      {"registered-office", N_("Registered office")},
      {"central-administration", N_("Central administration")},
      {"principal-establishment", N_("Principal establishment")}};
  if (!detail) return "";
  for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
    if (strcmp(detail, seats[i][0]) == 0) return _(seats[i][1]);
  if (strlen(detail) == 2 && strspn(detail, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2)
    return cr_country_words(builder, detail);
  if (strspn(detail, "0123456789/") != strlen(detail)) return detail;
  fmpq_t value;
  fmpq_init(value);
  const char *words = detail;
  if (cr_rational_parse(value, NULL, detail) == CRIBLE_OK) words = cr_share_words(builder, value);
  fmpq_clear(value);
  return words;
}

/* For a code without a sentence: the code with blanks, and whom it concerns. */
static const char *plain_sentence(cr_builder *builder, const cr_remark *remark,
                                  const cr_party_list *parties) {
  const char **names = cr_elements(builder, parties->count, sizeof *names);
  char *words = cr_arena_string(builder->arena, remark->code);
  for (char *at = words; at && *at; at++)
    if (*at == '-') *at = ' ';
  for (int i = 0; names && i < parties->count; i++) names[i] = parties->items[i]->name;
  const char *said = cr_kept(builder, words);
  if (remark->detail)
    said = cr_words(builder, "%s (%s)", said, detail_words(builder, remark->detail));
  return names ? cr_words(builder, "%s: %s", said, cr_enumerated(builder, names, parties->count))
               : said;
}

static const char *remark_sentence(cr_builder *builder, const cr_remark *remark,
                                   const cr_party_list *parties) {
  const cr_slot slots[] = {{"party", parties->count > 0 ? parties->items[0]->name : ""},
                           {"other", parties->count > 1 ? parties->items[1]->name : ""},
                           {"property", property_words(remark->property)},
                           {"detail", detail_words(builder, remark->detail)},
                           {NULL, NULL}};
  for (const remark_words *sentence = sentences; sentence->code; sentence++)
    if (strcmp(sentence->code, remark->code) == 0)
      return cr_sentence(builder, _(sentence->words), slots);
  return plain_sentence(builder, remark, parties);
}

static void build_remark(cr_builder *builder, cr_shown_remark *out, const cr_remark *remark) {
  out->remark = remark;
  out->parties.items = cr_elements(builder, 2, sizeof *out->parties.items);
  if (!out->parties.items) return;
  if (remark->party != CR_NONE)
    out->parties.items[out->parties.count++] = cr_party_at(builder, remark->party);
  if (remark->other != CR_NONE)
    out->parties.items[out->parties.count++] = cr_party_at(builder, remark->other);
  out->message = remark_sentence(builder, remark, &out->parties);
  out->facts = cr_cite(builder, remark->facts, remark->fact_count);
}

void cr_build_remarks(cr_builder *builder) {
  const cr_remarks *remarks = &builder->screening->remarks;
  cr_report_model *model = builder->model;
  model->presumptions = cr_elements(builder, (int)remarks->count, sizeof *model->presumptions);
  model->warnings = cr_elements(builder, (int)remarks->count, sizeof *model->warnings);
  if (!model->presumptions || !model->warnings) return;
  for (size_t i = 0; i < remarks->count; i++) {
    const cr_remark *remark = &remarks->items[i];
    bool presumed = remark->kind == CR_PRESUMPTION;
    build_remark(builder,
                 presumed ? &model->presumptions[model->presumption_count++]
                          : &model->warnings[model->warning_count++],
                 remark);
  }
}
