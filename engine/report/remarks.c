#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/report/builder.h"

typedef struct remark_words {
  const char *code, *words;
} remark_words;

static const remark_words sentences[] = {
    {NULL, NULL}};

static const char *property_words(int property) {
  if (property == CR_CAPITAL) return _("capital");
  return property == CR_VOTES ? _("votes") : _("capital or votes");
}

/* A detail that is a fraction is shown as a percentage, a seat kind in words, else as it is. */
static const char *detail_words(cr_builder *builder, const char *detail) {
  static const char *const seats[][2] = {{"registered-office", N_("registered office")},
                                         {"central-administration", N_("central administration")},
                                         {"principal-establishment", N_("principal establishment")}};
  if (!detail) return "";
  for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
    if (strcmp(detail, seats[i][0]) == 0) return _(seats[i][1]);
  if (strspn(detail, "0123456789/") != strlen(detail)) return detail;
  fmpq_t value;
  fmpq_init(value);
  const char *words = detail;
  if (cr_rational_parse(value, NULL, detail) == CRIBLE_OK) words = cr_share_words(builder, value);
  fmpq_clear(value);
  return words;
}

/* For a code without a sentence: the code with blanks, and whom it concerns. */
static const char *plain_sentence(cr_builder *builder, const cr_remark *remark, const cr_party_list *parties) {
  const char **names = cr_elements(builder, parties->count, sizeof *names);
  char *words = cr_arena_string(builder->arena, remark->code);
  for (char *at = words; at && *at; at++)
    if (*at == '-') *at = ' ';
  for (int i = 0; names && i < parties->count; i++) names[i] = parties->items[i]->name;
  const char *said = cr_kept(builder, words);
  if (remark->detail) said = cr_words(builder, "%s (%s)", said, detail_words(builder, remark->detail));
  return names ? cr_words(builder, "%s: %s", said, cr_enumerated(builder, names, parties->count)) : said;
}

static const char *remark_sentence(cr_builder *builder, const cr_remark *remark, const cr_party_list *parties) {
  const cr_slot slots[] = {{"party", parties->count > 0 ? parties->items[0]->name : ""},
                           {"other", parties->count > 1 ? parties->items[1]->name : ""},
                           {"property", property_words(remark->property)},
                           {"detail", detail_words(builder, remark->detail)},
                           {NULL, NULL}};
  for (const remark_words *sentence = sentences; sentence->code; sentence++)
    if (strcmp(sentence->code, remark->code) == 0) return cr_sentence(builder, _(sentence->words), slots);
  return plain_sentence(builder, remark, parties);
}

static void build_remark(cr_builder *builder, cr_shown_remark *out, const cr_remark *remark) {
  out->remark = remark;
  out->parties.items = cr_elements(builder, 2, sizeof *out->parties.items);
  if (!out->parties.items) return;
  if (remark->party != CR_NONE) out->parties.items[out->parties.count++] = cr_party_at(builder, remark->party);
  if (remark->other != CR_NONE) out->parties.items[out->parties.count++] = cr_party_at(builder, remark->other);
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
    build_remark(builder, presumed ? &model->presumptions[model->presumption_count++]
                                   : &model->warnings[model->warning_count++], remark);
  }
}
