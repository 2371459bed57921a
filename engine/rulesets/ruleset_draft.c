/* A ruleset of one's own, written from one that is there. */
#include <crible/ruleset.h>

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/new_file.h"
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/rulesets/choice_names.h"
#include "engine/rulesets/choice_words.h"
#include "engine/rulesets/ruleset.h"
#include "importers/tables/write_table.h"

static const char suffix[] = ".xml";
static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

/* The id of a ruleset in that file: the last part of its path without ".xml". */
static crible_status id_of(const char **out, cr_arena *arena, const char *file) {
  const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
  const size_t length = strlen(name), tail = strlen(suffix);
  const bool fits = length > tail && strcmp(name + length - tail, suffix) == 0 &&
                    strspn(name, letters) == length;
  if (!fits) {
    crible_status told = cr_error(
        cr_arena_context(arena), "ruleset-file-name", NULL, 0, 0,
        _("it ends in .xml, and has letters from a to z, digits, '-', '_' and '.'"),
        _("'%.128s' is no name for a ruleset's file, such as mine.xml"), file);
    return told == CRIBLE_E_DATA ? CRIBLE_E_USAGE : told;
  }
  *out = cr_arena_text(arena, name, length - tail);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* "choice=option" made in `reading`. */
static crible_status change(cr_reading *reading, cr_arena *arena, const char *text) {
  const char *equals = strchr(text, '=');
  if (!equals) {
    crible_status told = cr_error(cr_arena_context(arena), "change-unreadable", NULL, 0, 0,
                                  _("write it as choice=option"),
                                  _("'%.128s' is no change of a choice"), text);
    return told == CRIBLE_E_DATA ? CRIBLE_E_USAGE : told;
  }
  const cr_choice_kind *kind = NULL;
  const cr_choice_option *option = NULL;
  const char *id = cr_arena_text(arena, text, (size_t)(equals - text));
  if (!id) return CRIBLE_E_MEMORY;
  crible_status status = cr_choice_named(&kind, arena, id);
  if (status == CRIBLE_OK) status = cr_option_named(&option, arena, kind, equals + 1);
  if (status == CRIBLE_OK)
    reading->option[kind - cr_choice_kinds] = (uint8_t)(option - kind->options);
  return status;
}

/* "24 %" where that is exact, else the fraction; "" when memory is short. */
static const char *share(cr_arena *arena, const fmpq_t value) {
  enum { MOST_DECIMALS = 4 };
  bool exact = false;
  const char *text = "";
  for (int decimals = 0; text && !exact && decimals <= MOST_DECIMALS; decimals++)
    text = cr_rational_decimal(arena, &exact, value, 2, decimals);
  if (text) text = exact ? cr_arena_printf(arena, "%s %%", text) : cr_rational_text(arena, value);
  return text ? text : "";
}

static void put_two(cr_xml_text *out, cr_arena *arena, const char *element,
                    const char *const names[2], const fmpq *const values[2], const char *source) {
  cr_xml_put(out, "  <");
  cr_xml_put(out, element);
  for (int i = 0; i < 2; i++) cr_xml_put_attribute(out, names[i], share(arena, values[i]));
  cr_xml_put_attribute(out, "source", source);
  cr_xml_put(out, "/>\n");
}

static void put_thresholds(cr_xml_text *out, const cr_ruleset *from) {
  static const char *const properties[] = {"capital", "votes"}, *const parts[] = {"majority",
                                                                                  "presumption"};
  cr_arena *arena = from->arena;
  const fmpq *individual[] = {from->individual[CR_CAPITAL], from->individual[CR_VOTES]};
  const fmpq *collective[] = {from->collective[CR_CAPITAL], from->collective[CR_VOTES]};
  const fmpq *control[] = {&from->control.majority, &from->control.presumption};
  cr_xml_put(out, "\n  <!-- ");
  cr_xml_put(out, _("A holding above a ceiling violates it; exactly at it passes."));
  cr_xml_put(out, " -->\n");
  put_two(out, arena, "individual", properties, individual, from->source.individual);
  put_two(out, arena, "collective", properties, collective, from->source.collective);
  put_two(out, arena, "control", parts, control, from->source.control);
}

static const cr_choice *stated(const cr_ruleset *ruleset, const char *id) {
  const cr_choice *choice = ruleset->choices;
  while (strcmp(choice->id, id) != 0) choice++; /* all are there */
  return choice;
}

/* What it is about and which options there are, then the one taken. */
static void put_choice(cr_xml_text *out, const cr_ruleset *from, const cr_reading *reading,
                       int index) {
  const cr_choice_kind *kind = &cr_choice_kinds[index];
  const cr_choice_option *option = &kind->options[reading->option[index]];
  const bool kept = reading->option[index] == from->reading.option[index];
  cr_xml_put(out, "\n  <!-- ");
  cr_xml_put(out, _(cr_choice_words_of[index].subject));
  cr_xml_put(out, " (");
  cr_xml_put(out, cr_options_listed(kind, from->arena));
  cr_xml_put(out, ") -->\n  <choice");
  cr_xml_put_attribute(out, "id", kind->id);
  cr_xml_put_attribute(out, "option", option->id);
  cr_xml_put_attribute(out, "source",
                       kept ? stated(from, kind->id)->source : cr_choice_source(kind, option));
  cr_xml_put(out, "/>\n");
}

static void put_ruleset(cr_xml_text *out, const char *id, const cr_ruleset *from,
                        const cr_reading *reading) {
  cr_xml_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ruleset");
  cr_xml_put_attribute(out, "id", id);
  cr_xml_put(out, ">\n  <!-- ");
  cr_xml_put(out, _("A title=\"…\" may be added, for reports. What each option means: crible ruleset "
                    "explain. After each change: crible ruleset check."));
  cr_xml_put(out, " -->\n");
  put_thresholds(out, from);
  for (int i = 0; i < CR_CHOICES; i++) put_choice(out, from, reading, i);
  cr_xml_put(out, "</ruleset>\n");
}

crible_status crible_ruleset_new(crible_context *context, const char *file, const char *from,
                                 const char *const *changes, size_t count) {
  cr_ruleset *base = NULL;
  cr_xml_text text = {.context = context};
  const char *id = NULL;
  crible_status status = cr_ruleset_read(&base, context, from ? from : cr_default_ruleset);
  if (status != CRIBLE_OK) return status;
  cr_reading reading = base->reading;
  status = id_of(&id, base->arena, file);
  for (size_t i = 0; status == CRIBLE_OK && i < count; i++)
    status = change(&reading, base->arena, changes[i]);
  if (status == CRIBLE_OK) {
    put_ruleset(&text, id, base, &reading);
    status = text.status;
  }
  if (status == CRIBLE_OK) status = cr_file_write_new(context, file, text.bytes, text.length);
  cr_release(context, text.bytes);
  cr_ruleset_free(base);
  return status;
}

crible_status crible_ruleset_check(crible_context *context, const char *name) {
  cr_ruleset *ruleset = NULL;
  crible_status status = cr_ruleset_read(&ruleset, context, name ? name : cr_default_ruleset);
  cr_ruleset_free(ruleset);
  return status;
}
