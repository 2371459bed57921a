/* Says what is not of the format, and what was probably meant. */
#include <stdio.h>
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/dossier/grammar.h"

enum { MOST_WORDS = 64, LONGEST_WORD = 48 };

/* Words of several lists, as cr_nearest takes them. */
typedef struct cr_vocabulary {
  char text[MOST_WORDS][LONGEST_WORD];
  const char *words[MOST_WORDS];
  size_t count;
} cr_vocabulary;

static void learn(cr_vocabulary *vocabulary, const char *list) {
  const char *word;
  size_t length;
  while ((length = cr_list_next(&list, &word)) > 0) {
    if (vocabulary->count == MOST_WORDS || length >= LONGEST_WORD) return;
    char *copy = vocabulary->text[vocabulary->count];
    memcpy(copy, word, length);
    copy[length] = '\0';
    vocabulary->words[vocabulary->count++] = copy;
  }
}

static const cr_element_rule *rule_of(const char *name) {
  for (size_t i = 0; i < cr_element_rule_count; i++) {
    if (!strcmp(cr_element_rules[i].name, name)) return &cr_element_rules[i];
  }
  return NULL;
}

static bool in_namespace(const xmlNode *element) {
  return element->ns && !strcmp((const char *)element->ns->href, CR_DOSSIER_NAMESPACE);
}

static void unknown_attribute(cr_complaints *complaints, const cr_text *text,
                              const xmlNode *element, const xmlAttr *attribute,
                              const cr_element_rule *rule) {
  const char *prefix = attribute->ns ? (const char *)attribute->ns->prefix : NULL;
  char name[2 * LONGEST_WORD];
  snprintf(name, sizeof name, "%s%s%s", prefix ? prefix : "", prefix ? ":" : "",
           (const char *)attribute->name);
  cr_vocabulary vocabulary = {.count = 0};
  learn(&vocabulary, rule->required);
  learn(&vocabulary, rule->optional);
  if (rule->is_fact) learn(&vocabulary, cr_fact_attributes);
  cr_complain(complaints, CR_CAUSE_FORM, "unknown-attribute",
              cr_text_attribute(text, cr_tree_tag(element), name),
              _("'%s' is no attribute of '%s'"), name, rule->name);
  const char *nearest = cr_nearest(name, vocabulary.words, vocabulary.count);
  if (nearest) cr_advise(complaints, _("did you mean '%s'?"), nearest);
}

static void check_attributes(cr_complaints *complaints, const cr_text *text, const xmlNode *element,
                             const cr_element_rule *rule) {
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    const char *name = (const char *)a->name, *value = cr_tree_value(a);
    bool known = !a->ns && (cr_list_contains(rule->required, name) ||
                            cr_list_contains(rule->optional, name) ||
                            (rule->is_fact && cr_list_contains(cr_fact_attributes, name)));
    if (!known) {
      unknown_attribute(complaints, text, element, a, rule);
    } else if (!value[strspn(value, " ")]) {
      cr_complain(complaints, CR_CAUSE_FORM, "empty-attribute",
                  cr_text_attribute(text, cr_tree_tag(element), name),
                  _("attribute '%s' of '%s' is empty"), name, rule->name);
      cr_advise(complaints, "%s", _("leave it out when it is not known"));
    }
  }
  const char *required = rule->required, *word;
  size_t length;
  while ((length = cr_list_next(&required, &word)) > 0) {
    char name[LONGEST_WORD];
    memcpy(name, word, length);
    name[length] = '\0';
    if (!cr_tree_attribute(element, name)) {
      cr_complain(complaints, CR_CAUSE_FORM, "missing-attribute",
                  cr_text_tag(text, cr_tree_tag(element)), _("'%s' lacks its attribute '%s'"),
                  rule->name, name);
    }
  }
}

/* An element that does not belong where it is. */
static void misplaced(cr_complaints *complaints, const cr_text *text, const xmlNode *element,
                      const cr_element_rule *parent) {
  const char *name = cr_tree_name(element);
  const cr_element_rule *rule = rule_of(name);
  cr_extent at = cr_text_tag(text, cr_tree_tag(element));
  if (!in_namespace(element)) {
    cr_complain(complaints, CR_CAUSE_FORM, "unknown-element", at,
                _("'%s' is not in the namespace of dossiers"), name);
    return;
  }
  if (rule) {
    cr_complain(complaints, CR_CAUSE_FORM, "misplaced-element", at,
                _("'%s' has no place inside '%s'"), name, parent->name);
    if (*rule->parents) {
      cr_advise(complaints, _("it belongs inside one of: %s"), rule->parents);
    }
    return;
  }
  cr_vocabulary vocabulary = {.count = 0};
  for (size_t i = 0; i < cr_element_rule_count; i++) {
    if (cr_list_contains(cr_element_rules[i].parents, parent->name)) {
      learn(&vocabulary, cr_element_rules[i].name);
    }
  }
  cr_complain(complaints, CR_CAUSE_FORM, "unknown-element", at,
              _("'%s' is no element of a dossier"), name);
  const char *nearest = cr_nearest(name, vocabulary.words, vocabulary.count);
  if (nearest) cr_advise(complaints, _("did you mean '%s'?"), nearest);
}

/* An element that is where it belongs, with all that it contains. */
static void check_element(cr_complaints *complaints, const cr_text *text, const xmlNode *element,
                          const cr_element_rule *rule) {
  bool text_told = rule->has_text, submitted = false;
  check_attributes(complaints, text, element, rule);
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      const cr_element_rule *below = in_namespace(child) ? rule_of(cr_tree_name(child)) : NULL;
      if (!below || !cr_list_contains(below->parents, rule->name)) {
        misplaced(complaints, text, child, rule);
        continue;
      }
      check_element(complaints, text, child, below);
      if (!strcmp(below->name, "submission")) {
        if (submitted) {
          cr_complain(complaints, CR_CAUSE_FORM, "repeated-element",
                      cr_text_tag(text, cr_tree_tag(child)),
                      _("a dossier has one 'submission' only"));
        }
        submitted = true;
      }
    } else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
               !text_told && !xmlIsBlankNode(child)) {
      text_told = true;
      cr_complain(complaints, CR_CAUSE_FORM, "unexpected-text",
                  cr_text_tag(text, cr_tree_tag(element)), _("'%s' contains words"), rule->name);
      cr_advise(complaints, "%s", _("only 'right' has words; a remark goes into <!-- … -->"));
    }
  }
}

bool cr_grammar_check(cr_complaints *complaints, const cr_text *text, const xmlDoc *tree) {
  const xmlNode *root = xmlDocGetRootElement(tree);
  cr_extent at = cr_text_tag(text, cr_tree_tag(root));
  bool named = !strcmp(cr_tree_name(root), "dossier");
  if (!named || !in_namespace(root)) {
    cr_complain(complaints, CR_CAUSE_FORM, "not-a-dossier", at,
                named ? _("this '%s' is not in the namespace of dossiers")
                      : _("the file's outermost element is '%s', not 'dossier'"),
                cr_tree_name(root));
    cr_advise(complaints, _("begin with <dossier xmlns=\"%s\" candidate=\"…\">"),
              CR_DOSSIER_NAMESPACE);
    return false;
  }
  check_element(complaints, text, root, &cr_element_rules[0]);
  return true;
}
