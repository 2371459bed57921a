#include <stdio.h>
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/report/builder.h"
#include "engine/report/calendar.h"
#include "engine/report/remark_words.h"

enum { ITEMS_LISTED = 12 }; /* in one sentence */

static const char *property_words(int property) {
  if (property == CR_CAPITAL) return _("capital");
  return property == CR_VOTES ? _("votes") : _("capital or votes");
}

/* A day, two days with "/" between, or an instant (without its time) in words; NULL for all else. */
static const char *date_words(cr_builder *builder, const char *detail) {
  enum { DAY = sizeof "2023-02-15" - 1 };
  char text[DAY + 1];
  cr_date day, after;
  int64_t instant;
  snprintf(text, sizeof text, "%.*s", DAY, detail);
  if (cr_date_parse(&day, text) != CRIBLE_OK) return NULL;
  const char *words = cr_kept(builder, cr_calendar_words(builder->arena, day));
  if (strlen(detail) == DAY || cr_instant_parse(&instant, detail) == CRIBLE_OK) return words;
  if (detail[DAY] != '/' || cr_date_parse(&after, detail + DAY + 1) != CRIBLE_OK) return NULL;
  return cr_words(builder, _("from %s to %s"), words,
                  cr_kept(builder, cr_calendar_words(builder->arena, after)));
}

/* A detail that is a fraction is shown as a percentage, seat kinds, countries and dates in words, all
 * else as it is. */
static const char *detail_words(cr_builder *builder, const char *detail) {
  static const char *const seats[][2] = {
      {"registered-office", N_("registered office")},
      {"central-administration", N_("central administration")},
      {"principal-establishment", N_("principal establishment")}};
  if (!detail) return "";
  for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
    if (strcmp(detail, seats[i][0]) == 0) return _(seats[i][1]);
  if (strlen(detail) == 2 && strspn(detail, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2)
    return cr_country_words(builder, detail);
  const char *dates = date_words(builder, detail);
  if (dates) return dates;
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
  return names ? cr_words(builder, _("%s: %s"), said, cr_enumerated(builder, names, parties->count))
               : said;
}

static const char *filled(cr_builder *builder, const char *template, const cr_shown_remark *shown) {
  const cr_party_list *parties = &shown->parties;
  const cr_slot slots[] = {{"party", parties->count > 0 ? parties->items[0]->name : ""},
                           {"other", parties->count > 1 ? parties->items[1]->name : ""},
                           {"property", property_words(shown->remark->property)},
                           {"detail", detail_words(builder, shown->remark->detail)},
                           {NULL, NULL}};
  return cr_sentence(builder, _(template), slots);
}

static void build_remark(cr_builder *builder, cr_shown_remark *out, const cr_remark *remark) {
  out->remark = remark;
  out->message = "";
  out->parties.items = cr_elements(builder, 2, sizeof *out->parties.items);
  if (!out->parties.items) return;
  if (remark->party != CR_NONE)
    out->parties.items[out->parties.count++] = cr_party_at(builder, remark->party);
  if (remark->other != CR_NONE)
    out->parties.items[out->parties.count++] = cr_party_at(builder, remark->other);
  const cr_remark_words *words = cr_remark_words_of(remark->code);
  out->message =
      words ? filled(builder, words->one, out) : plain_sentence(builder, remark, &out->parties);
  out->facts = cr_cite(builder, remark->facts, remark->fact_count);
}

/* Remarks of one code. */
typedef struct remark_group {
  const char *code;
  const cr_shown_remark *first;
  int count;
} remark_group;

/* Counts the remarks of each code, in the order in which the codes are met. */
static int group_remarks(remark_group *groups, const cr_shown_remark *remarks, int count) {
  int found = 0;
  for (int i = 0; i < count; i++) {
    int at = 0;
    while (at < found && strcmp(groups[at].code, remarks[i].remark->code) != 0) at++;
    if (at == found) groups[found++] = (remark_group){remarks[i].remark->code, &remarks[i], 0};
    groups[at].count++;
  }
  return found;
}

/* "votes not stated, taken to be as the capital: A in B; B in C". */
static const char *listed_together(cr_builder *builder, const cr_remark_words *words,
                                   const remark_group *group, const cr_shown_remark *end) {
  const char *items[ITEMS_LISTED + 1];
  int listed = 0;
  for (const cr_shown_remark *at = group->first; at < end && listed < ITEMS_LISTED; at++)
    if (strcmp(at->remark->code, group->code) == 0)
      items[listed++] = filled(builder, words->item, at);
  const int more = group->count - listed;
  if (more > 0) items[listed++] = cr_words(builder, cr_plural("%d more", "%d more", more), more);
  return cr_words(builder, _("%s: %s"), _(words->many), cr_listed(builder, items, listed));
}

/* One sentence for a code whose words have a list, else one for each remark. */
static void build_notes(cr_builder *builder, cr_note_list *out, const cr_shown_remark *remarks,
                        int count) {
  const cr_shown_remark *end = remarks + count;
  remark_group *groups = cr_elements(builder, count, sizeof *groups);
  out->items = cr_elements(builder, count, sizeof *out->items);
  if (!groups || !out->items) return;
  const int found = group_remarks(groups, remarks, count);
  for (int i = 0; i < found; i++) {
    const cr_remark_words *words = cr_remark_words_of(groups[i].code);
    if (groups[i].count > 1 && words && words->many) {
      out->items[out->count++].sentence = listed_together(builder, words, &groups[i], end);
      continue;
    }
    for (const cr_shown_remark *at = groups[i].first; at < end; at++)
      if (strcmp(at->remark->code, groups[i].code) == 0)
        out->items[out->count++] = (cr_shown_note){at->message, at->facts};
  }
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
  build_notes(builder, &model->presumed, model->presumptions, model->presumption_count);
  build_notes(builder, &model->warned, model->warnings, model->warning_count);
}
