#include "engine/report/model.h"

#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"
#include "engine/report/calendar.h"

const cr_not_examined cr_report_not_examined[] = {
    {"sme", N_("small or medium-sized enterprise")},
    {"french", N_("French company")},
    {"paas-saas-offer", N_("offer of PaaS or SaaS")},
    {"qualification-within-two-years", N_("qualification within two years")},
    {"complete-and-on-time", N_("file complete and on time")},
    {NULL, NULL}};

static void add_mark(cr_report_model *model, const fmpq *at) {
  if (at) model->marks.at[model->marks.count++] = at;
}

/* Figures are told apart from every threshold, whichever they are printed beside. */
static void set_marks(cr_report_model *model) {
  const cr_ruleset *ruleset = model->screening->ruleset;
  for (int property = 0; property < CR_PROPERTIES; property++) {
    add_mark(model, ruleset->individual[property]);
    add_mark(model, ruleset->collective[property]);
  }
  add_mark(model, &ruleset->control.majority);
  add_mark(model, &ruleset->control.presumption);
}

/* "900000001" as "900 000 001". */
static const char *grouped(cr_builder *builder, const char *digits) {
  const char *text = "";
  size_t length = strlen(digits);
  if (strspn(digits, "0123456789") != length || length % 3 != 0) return digits;
  for (size_t i = 0; i < length; i += 3)
    text = cr_words(builder, "%s%s%.3s", text, i ? " " : "", digits + i);
  return text;
}

/* The name and the identifiers. */
static const char *heading_words(cr_builder *builder, const cr_party *party) {
  const char *words = builder->model->candidate->name;
  for (int i = 0; i < party->identifier_count; i++) {
    const cr_identifier *identifier = &party->identifiers[i];
    bool siren = strcmp(identifier->scheme, "siren") == 0,
         lei = strcmp(identifier->scheme, "lei") == 0;
    words = cr_words(builder, "%s · %s %s", words,
                     siren ? "SIREN"
                     : lei ? "LEI"
                           : identifier->scheme,
                     siren ? grouped(builder, identifier->value) : identifier->value);
  }
  return words;
}

static const char *not_examined_words(cr_builder *builder) {
  const char *names[8];
  int count = 0;
  for (; cr_report_not_examined[count].id; count++)
    names[count] = _(cr_report_not_examined[count].words);
  return cr_words(builder, _("Not examined, and needed too: %s."),
                  cr_enumerated(builder, names, count));
}

const char *cr_verdict_words(cr_status verdict) {
  static const char *const words[] = {N_("ELIGIBLE"), N_("UNDETERMINED"), N_("INELIGIBLE")};
  return _(words[verdict]);
}

const char *cr_verdict_id(cr_status verdict) {
  static const char *const ids[] = {"eligible", "undetermined", "ineligible"};
  return ids[verdict];
}

void cr_build_head(cr_builder *builder) {
  cr_report_model *model = builder->model;
  set_marks(model);
  const cr_facts *facts = builder->facts;
  model->candidate = cr_party_at(builder, facts->candidate);
  model->heading = heading_words(builder, &facts->parties[facts->candidate]);
  model->subtitle =
      cr_words(builder, _("as of %s, ruleset %s"),
               cr_kept(builder, cr_calendar_words(builder->arena, builder->screening->as_of)),
               builder->screening->ruleset->id);
  cr_date_format(model->date_iso, builder->screening->as_of);
  model->not_examined = not_examined_words(builder);
  model->verdict_id = cr_verdict_id(builder->screening->verdict);
  model->verdict = cr_verdict_words(builder->screening->verdict);
}

/* Those found already, or found now. */
static crible_status take_requests(cr_report_model *model) {
  cr_requests *requests = model->screening->requests;
  crible_status status = CRIBLE_OK;
  if (!requests) status = cr_requests_find(&requests, model->screening, model->arena);
  if (status == CRIBLE_OK) model->requests = requests;
  return status;
}

crible_status cr_report_model_of(cr_report_model **out, const struct crible_screening *screening,
                                 const struct crible_readings *readings, cr_arena *arena) {
  cr_report_model *model = cr_arena_alloc(arena, 1, sizeof *model);
  if (!model) return CRIBLE_E_MEMORY;
  model->arena = arena;
  model->screening = screening;
  model->readings = readings;
  cr_builder builder = {
      .model = model, .screening = screening, .facts = screening->facts, .arena = arena};
  cr_build_names(&builder);
  if (builder.failed) return CRIBLE_E_MEMORY;
  crible_status status = take_requests(model);
  if (status != CRIBLE_OK) return status;
  cr_build_head(&builder);
  cr_build_rights(&builder);
  cr_build_criteria(&builder);
  cr_build_entities(&builder);
  cr_build_holders(&builder);
  cr_build_open(&builder);
  cr_build_requests(&builder);
  cr_build_remarks(&builder);
  cr_build_headlines(&builder);
  if (screening->bounds_explained) cr_build_explanations(&builder);
  cr_build_readings(&builder);
  cr_builder_clear(&builder);
  if (builder.failed) return CRIBLE_E_MEMORY;
  *out = model;
  return CRIBLE_OK;
}
