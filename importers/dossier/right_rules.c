#include "importers/dossier/right_rules.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/lists.h"

#define WHERE "decisions other-decision meeting class organ"

/* "beneficiary" stands for its three spellings, "fraction" for at-least, more-than
 * and unanimity. */
static const struct {
  const char *needs, *may;
} rules[] = {
    [CR_RIGHT_CONSENT] = {"beneficiary", WHERE " in-seat"},
    [CR_RIGHT_OPPOSITION] = {"beneficiary", WHERE " in-seat"},
    [CR_RIGHT_GOLDEN_SHARE] = {"beneficiary", WHERE " in-seat"},
    [CR_RIGHT_CLASS_CONSENT] = {"beneficiary", WHERE " in-seat fraction base"},
    [CR_RIGHT_MAJORITY] = {"", WHERE " fraction base"},
    [CR_RIGHT_QUORUM] = {"", WHERE " beneficiary fraction base second-call"},
    [CR_RIGHT_APPOINT] = {"beneficiary organ seats", ""},
    [CR_RIGHT_PROPOSE] = {"beneficiary organ seats", "undertakers"},
    [CR_RIGHT_CASTING_VOTE] = {"beneficiary", "organ meeting class"},
    [CR_RIGHT_OBSERVER] = {"beneficiary", "organ"},
    [CR_RIGHT_VOTING_UNDERTAKING] = {"undertakers", WHERE " beneficiary"},
    [CR_RIGHT_UNREADABLE] = {"", WHERE " beneficiary base seats undertakers"},
};

/* What some kinds have and others do not. */
static const char of_some_rights[] =
    WHERE " in-seat beneficiary fraction base second-call seats undertakers";
static const char *const beneficiaries[] = {"beneficiary", "beneficiary-class", "beneficiary-lot"};
static const char *const fractions[] = {"at-least", "more-than", "unanimity"};

/* The name under which the rules know an attribute. */
static const char *group_of(const char *attribute) {
  for (size_t i = 0; i < 3; i++) {
    if (!strcmp(attribute, beneficiaries[i])) return "beneficiary";
    if (!strcmp(attribute, fractions[i])) return "fraction";
  }
  return attribute;
}

static bool has_group(const xmlNode *element, const char *group) {
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    if (!strcmp(group_of((const char *)a->name), group)) return true;
  }
  return false;
}

static void conflict(cr_reader *reader, const xmlNode *element, const char *name,
                     const char *other) {
  cr_complain(&reader->complaints, CR_CAUSE_FORM, "conflicting-attributes",
              cr_at(reader, element, name), _("a right states '%s' or '%s', not both"), other,
              name);
}

/* Of several spellings, one. */
static void check_alternatives(cr_reader *reader, const xmlNode *element, const char *const *names,
                               size_t count) {
  const char *first = NULL;
  for (size_t i = 0; i < count; i++) {
    if (!cr_tree_attribute(element, names[i])) continue;
    if (first) conflict(reader, element, names[i], first);
    first = first ? first : names[i];
  }
}

static void check_kind(cr_reader *reader, const xmlNode *element, cr_right_kind kind) {
  const char *name = cr_tree_attribute(element, "kind"), *needs = rules[kind].needs, *word;
  size_t length;
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    const char *attribute = (const char *)a->name, *group = group_of(attribute);
    if (!cr_list_contains(of_some_rights, group) || cr_list_contains(needs, group) ||
        cr_list_contains(rules[kind].may, group)) {
      continue;
    }
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "attribute-of-other-kind",
                cr_at(reader, element, attribute), _("'%s' means nothing in a right of kind '%s'"),
                attribute, name);
  }
  while ((length = cr_list_next(&needs, &word)) > 0) {
    char group[32];
    snprintf(group, sizeof group, "%.*s", (int)length, word);
    if (has_group(element, group)) continue;
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, NULL), _("a right of kind '%s' lacks its attribute '%s'"),
                name, group);
  }
}

/* Attributes that mean something only beside another. */
static void check_companions(cr_reader *reader, const xmlNode *element) {
  static const char *const pairs[][2] = {{"condition-met", "condition"}, {"in-seat", "organ"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (!cr_tree_attribute(element, pairs[i][0]) || cr_tree_attribute(element, pairs[i][1]))
      continue;
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, pairs[i][0]), _("'%s' needs '%s' beside it"), pairs[i][0],
                pairs[i][1]);
  }
}

/* A right bears on one class: that of its meeting is that of its beneficiaries. */
static void check_class(cr_reader *reader, const xmlNode *element) {
  const char *meeting = cr_tree_attribute(element, "meeting");
  const char *class = cr_tree_attribute(element, "class");
  const char *of = cr_tree_attribute(element, "beneficiary-class");
  bool of_class = meeting && !strcmp(meeting, "class");
  if (of_class ? !class && !of : class != NULL) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, of_class ? "meeting" : "class"),
                of_class ? _("a meeting of a class needs 'class' beside it")
                         : _("'class' needs meeting=\"class\" beside it"));
  }
  if (class && of && strcmp(class, of)) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "conflicting-attributes",
                cr_at(reader, element, "class"),
                _("'class' and 'beneficiary-class' name two classes"));
  }
}

void cr_check_right_attributes(cr_reader *reader, const xmlNode *element, cr_right_kind kind) {
  static const char *const places[] = {"meeting", "organ"};
  check_kind(reader, element, kind);
  check_alternatives(reader, element, beneficiaries, 3);
  check_alternatives(reader, element, fractions, 3);
  check_alternatives(reader, element, places, 2);
  check_companions(reader, element);
  check_class(reader, element);
  if (kind == CR_RIGHT_QUORUM && !has_group(element, "fraction") &&
      !has_group(element, "beneficiary")) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, NULL),
                _("a quorum states a fraction, or the beneficiary that must attend"));
  }
}
