#include "engine/report/letter.h"

#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"
#include "engine/report/calendar.h"
#include "engine/report/letter_words.h"
#include "engine/report/pdf.h"

static const char *reply_words(cr_builder *builder, cr_letter *out, const char *date) {
  cr_date day;
  if (!date || cr_date_parse(&day, date) != CRIBLE_OK) return NULL;
  out->date_given = date;
  return cr_kept(builder, cr_calendar_words(builder->arena, day));
}

static const char *opening_words(cr_builder *builder, const char *day) {
  const cr_slot slots[] = {
      {"date", cr_kept(builder, cr_calendar_words(builder->arena, builder->screening->as_of))},
      {"day", day ? day : ""},
      {NULL, NULL}};
  return cr_sentence(
      builder,
      day ? _("Your application for SecNumCloud support was examined on the facts of {date}. "
              "What was sent does not show yet that the company meets clause 3.1 of the call: it "
              "must be free of control from outside the European Union. Please send what is "
              "listed below by {day}.")
          : _("Your application for SecNumCloud support was examined on the facts of {date}. "
              "What was sent does not show yet that the company meets clause 3.1 of the call: it "
              "must be free of control from outside the European Union. Please send what is "
              "listed below."),
      slots);
}

/* Why there is no letter. */
static const char *nothing_words(cr_builder *builder) {
  const cr_report_model *model = builder->model;
  const cr_slot slots[] = {{"candidate", model->candidate->name}, {NULL, NULL}};
  if (model->unsettled)
    return cr_words(builder, "%s %s",
                    cr_sentence(builder, _("There is nothing to ask {candidate}."), slots),
                    model->unsettled);
  return cr_sentence(
      builder,
      builder->screening->verdict == CR_MET
          ? _("There is nothing to ask {candidate}: it is eligible on the criteria examined.")
          : _("There is nothing to ask {candidate}: no document can change that it is ineligible "
              "on these facts."),
      slots);
}

static void build(cr_builder *builder, cr_letter *out, const crible_letter_options *options) {
  const cr_report_model *model = builder->model;
  const char *day = reply_words(builder, out, options->reply_by);
  out->candidate = model->heading;
  out->name = model->candidate->name;
  out->date = cr_kept(builder, cr_arena_string(builder->arena, model->date_iso));
  out->subject = _("Documents that complete your application");
  out->reference_given = options->reference;
  if (options->reference)
    out->reference = cr_words(builder, _("Reference: %s"), options->reference);
  if (day) out->reply_by = cr_words(builder, _("Reply by: %s"), day);
  out->opening = opening_words(builder, day);
  out->items_title = _("What to send");
  out->table_title = _("Your answers");
  out->closing = options->reference
                     ? _("Please fill in the table, quote the reference, and enclose the "
                         "documents.")
                     : _("Please fill in the table and enclose the documents.");
  const int count = model->requests->letter_count;
  out->items = cr_elements(builder, count, sizeof *out->items);
  if (out->items) out->count = count;
  for (int i = 0; i < out->count; i++)
    cr_letter_item_of(builder, &out->items[i], &model->asked[i]);
  if (count == 0) out->nothing = nothing_words(builder);
}

crible_status cr_letter_of(cr_letter *out, const cr_report_model *model,
                           const crible_letter_options *options) {
  cr_date day;
  if (options->reply_by && cr_date_parse(&day, options->reply_by) != CRIBLE_OK)
    return CRIBLE_E_USAGE;
  cr_report_model shown = *model; /* the builder's is not const */
  cr_builder builder = {.model = &shown,
                        .screening = model->screening,
                        .facts = model->screening->facts,
                        .arena = model->arena};
  cr_letter letter = {.arena = model->arena};
  build(&builder, &letter, options);
  if (builder.failed) return CRIBLE_E_MEMORY;
  *out = letter;
  return CRIBLE_OK;
}

static bool known(crible_format format) {
  return format == CRIBLE_TEXT || format == CRIBLE_CSV || format == CRIBLE_HTML ||
         format == CRIBLE_PDF;
}

static crible_status write_letter(cr_buffer *out, const cr_letter *letter,
                                  const crible_letter_options *options, int width) {
  cr_layout layout = {out, width, false};
  if (options->format == CRIBLE_TEXT) {
    cr_letter_text(&layout, letter);
    return CRIBLE_OK;
  }
  if (letter->nothing) return CRIBLE_E_USAGE;
  if (options->format == CRIBLE_HTML || options->format == CRIBLE_PDF) {
    cr_letter_html(out, letter);
    return options->format == CRIBLE_PDF ? cr_pdf_of_page(out) : CRIBLE_OK;
  }
  cr_report_table table;
  cr_letter_table(&table, letter);
  cr_csv_tables(out, &table, 1);
  return CRIBLE_OK;
}

crible_status crible_letter(char **out, size_t *length, const crible_screening *screening,
                            const crible_letter_options *options) {
  enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40 };
  static const crible_letter_options plain = {.format = CRIBLE_TEXT};
  cr_arena *arena = NULL;
  cr_report_model *model = NULL;
  cr_letter letter;
  cr_buffer buffer;
  if (!options) options = &plain;
  if (!known(options->format)) return CRIBLE_E_USAGE;
  const int width = options->width > 0 ? options->width : USUAL_WIDTH;
  cr_buffer_init(&buffer, screening->context);
  crible_status status = cr_arena_new(&arena, screening->context);
  if (status == CRIBLE_OK) status = cr_report_model_of(&model, screening, NULL, arena);
  if (status == CRIBLE_OK) status = cr_letter_of(&letter, model, options);
  if (status == CRIBLE_OK)
    status = write_letter(&buffer, &letter, options, width < LEAST_WIDTH ? LEAST_WIDTH : width);
  if (status == CRIBLE_OK) status = cr_buffer_take(out, length, &buffer);
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  return status;
}
