#include "engine/rulesets/ruleset_choices.h"

#include <string.h>

#include "engine/base/words.h"
#include "engine/rulesets/choice_names.h"

enum { MOST_ERRORS = 20 }; /* told of one file */

/* The choice counts as made if it is one misspelt, lest it be told missing too. */
static crible_status unknown_choice(const cr_xml *xml, const xmlNode *node, cr_choice *choice) {
  const char *written = choice->id, *near = cr_choice_nearest(written);
  const char *advice = near ? cr_arena_printf(xml->arena, _("did you mean '%s'?"), near) : NULL;
  choice->id = near ? near : written;
  return cr_xml_error(xml, node, "choice-unknown", advice, _("there is no choice '%.64s'"),
                      written);
}

static crible_status unknown_option(const cr_xml *xml, const xmlNode *node,
                                    const cr_choice_kind *kind, const char *id) {
  const char *near = cr_option_nearest(kind, id);
  const char *advice =
      near ? cr_arena_printf(xml->arena, _("did you mean '%s'?"), near)
           : cr_arena_printf(xml->arena, _("its options: %s"),
                             cr_options_listed(kind, xml->arena));
  return cr_xml_error(xml, node, "option-unknown", advice,
                      _("choice '%s' has no option '%.64s'"), kind->id, id);
}

static const cr_choice *stated(const cr_ruleset *ruleset, const char *id) {
  for (int i = 0; i < ruleset->choice_count; i++) {
    if (strcmp(ruleset->choices[i].id, id) == 0) {
      return ruleset->choices + i;
    }
  }
  return NULL;
}

static crible_status check_choice(cr_ruleset *ruleset, const cr_xml *xml,
                                  const xmlNode *node, cr_choice *choice) {
  const cr_choice_kind *kind = cr_choice_kind_find(choice->id);
  if (!kind) {
    return unknown_choice(xml, node, choice);
  }
  const cr_choice *before = stated(ruleset, choice->id);
  if (before) {
    return cr_xml_error(xml, node, "choice-twice", _("keep one of the two"),
                        _("choice '%s' is stated twice, first at line %d"), kind->id,
                        before->line);
  }
  const cr_choice_option *option = cr_choice_option_find(kind, choice->option);
  if (!option) {
    return unknown_option(xml, node, kind, choice->option);
  }
  ruleset->reading.option[kind - cr_choice_kinds] = (uint8_t)(option - kind->options);
  return CRIBLE_OK;
}

static crible_status missing(const cr_xml *xml, const cr_choice_kind *kind) {
  const char *advice =
      cr_arena_printf(xml->arena, _("add <choice id=\"%s\" option=\"…\"/> with one of: %s"),
                      kind->id, cr_options_listed(kind, xml->arena));
  return cr_xml_error(xml, cr_xml_root(xml), "choice-missing", advice,
                      _("choice '%s' is not made"), kind->id);
}

static crible_status read_choice(cr_ruleset *ruleset, const cr_xml *xml, const xmlNode *node) {
  cr_choice choice = {.line = (int)xmlGetLineNo(node)};
  crible_status status = cr_xml_text(&choice.id, xml, node, "id");
  if (status == CRIBLE_OK) {
    status = cr_xml_text(&choice.option, xml, node, "option");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_optional(&choice.source, xml, node, "source");
  }
  if (status == CRIBLE_OK) {
    status = check_choice(ruleset, xml, node, &choice);
    ruleset->choices[ruleset->choice_count++] = choice;
  }
  return status;
}

/* Whether to go on after an error: memory is there, and not too much was told. */
static bool go_on(crible_status status, int *errors) {
  *errors += status != CRIBLE_OK;
  return status != CRIBLE_E_MEMORY && *errors < MOST_ERRORS;
}

crible_status cr_ruleset_read_choices(cr_ruleset *ruleset, const cr_xml *xml) {
  crible_status status = CRIBLE_OK;
  int errors = 0;
  const xmlNode *root = cr_xml_root(xml);
  size_t room = (size_t)cr_xml_count(root, "choice");
  ruleset->choices = cr_arena_alloc(ruleset->arena, room, sizeof *ruleset->choices);
  if (!ruleset->choices) {
    return CRIBLE_E_MEMORY;
  }
  for (const xmlNode *node = cr_xml_first(root); node; node = cr_xml_next(node)) {
    if (cr_xml_is(node, "choice")) {
      status = read_choice(ruleset, xml, node);
      if (!go_on(status, &errors)) {
        return status;
      }
    }
  }
  /* Every choice must be made: none has a default in the code. */
  for (size_t i = 0; i < cr_choice_kind_count; i++) {
    if (!stated(ruleset, cr_choice_kinds[i].id)) {
      status = missing(xml, cr_choice_kinds + i);
      if (!go_on(status, &errors)) {
        return status;
      }
    }
  }
  ruleset->control.reading = ruleset->reading;
  return errors ? CRIBLE_E_DATA : CRIBLE_OK;
}
