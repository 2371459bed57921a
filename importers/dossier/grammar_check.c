/* Says what is not of the format, and what was probably meant. */
#include <stdio.h>
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/dossier/grammar.h"
#include "importers/dossier/lists.h"

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

/* A check under way. */
typedef struct cr_checking {
  const cr_grammar *grammar;
  cr_complaints *complaints;
  const cr_text *text;
} cr_checking;

static cr_extent at(const cr_checking *checking, const xmlNode *element, const char *name) {
  size_t tag = cr_tree_tag(element);
  return name ? cr_text_attribute(checking->text, tag, name) : cr_text_tag(checking->text, tag);
}

static bool in_namespace(const xmlNode *element) {
  return element->ns && !strcmp((const char *)element->ns->href, CR_DOSSIER_NAMESPACE);
}

/* Which attribute of the rule a name was probably meant for, in `vocabulary`, or NULL. */
static const char *meant(cr_vocabulary *vocabulary, const cr_element_rule *rule, const char *name) {
  vocabulary->count = 0;
  learn(vocabulary, rule->required);
  learn(vocabulary, rule->optional);
  return cr_nearest(name, vocabulary->words, vocabulary->count);
}

static void unknown_attribute(const cr_checking *checking, const xmlNode *element,
                              const xmlAttr *attribute, const cr_element_rule *rule) {
  const char *prefix = attribute->ns ? (const char *)attribute->ns->prefix : NULL;
  char name[2 * LONGEST_WORD];
  snprintf(name, sizeof name, "%s%s%s", prefix ? prefix : "", prefix ? ":" : "",
           (const char *)attribute->name);
  cr_vocabulary vocabulary;
  cr_complain(checking->complaints, CR_CAUSE_FORM, "unknown-attribute", at(checking, element, name),
              _("'%s' is no attribute of '%s'"), name, rule->name);
  const char *nearest = meant(&vocabulary, rule, name);
  if (nearest) cr_advise(checking->complaints, _("did you mean '%s'?"), nearest);
}

/* An attribute that is there under a wrong name has been told already. */
static bool is_misspelt(const xmlNode *element, const cr_element_rule *rule, const char *name) {
  cr_vocabulary vocabulary;
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    const char *written = (const char *)a->name;
    if (cr_list_contains(rule->required, written) || cr_list_contains(rule->optional, written))
      continue;
    const char *nearest = meant(&vocabulary, rule, written);
    if (nearest && !strcmp(nearest, name)) return true;
  }
  return false;
}

static void missing_attributes(const cr_checking *checking, const xmlNode *element,
                               const cr_element_rule *rule) {
  cr_vocabulary required = {.count = 0};
  learn(&required, rule->required);
  for (size_t i = 0; i < required.count; i++) {
    if (cr_tree_attribute(element, required.words[i])) continue;
    if (is_misspelt(element, rule, required.words[i])) continue;
    cr_complain(checking->complaints, CR_CAUSE_FORM, "missing-attribute",
                at(checking, element, NULL), _("'%s' lacks its attribute '%s'"), rule->name,
                required.words[i]);
  }
}

static void check_attributes(const cr_checking *checking, const xmlNode *element,
                             const cr_element_rule *rule) {
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    const char *name = (const char *)a->name, *value = cr_tree_value(a);
    bool known = !a->ns &&
                 (cr_list_contains(rule->required, name) || cr_list_contains(rule->optional, name));
    if (!known) {
      unknown_attribute(checking, element, a, rule);
    } else if (!value[strspn(value, " ")]) {
      cr_complain(checking->complaints, CR_CAUSE_FORM, "empty-attribute",
                  at(checking, element, name), _("attribute '%s' of '%s' is empty"), name,
                  rule->name);
      cr_advise(checking->complaints, "%s",
                cr_list_contains(rule->required, name) ? _("it must be stated")
                                                       : _("leave it out when it is not known"));
    }
  }
  missing_attributes(checking, element, rule);
}

/* Says inside which elements a word belongs. */
static void advise_parents(const cr_checking *checking, const char *name) {
  const char *list = "";
  for (size_t i = 0; i < checking->grammar->count && list; i++) {
    const cr_element_rule *parent = &checking->grammar->rules[i];
    if (!cr_list_contains(parent->children, name)) continue;
    list = cr_arena_printf(checking->complaints->arena, "%s%s'%s'", list, *list ? ", " : "",
                           parent->name);
  }
  if (list && *list) cr_advise(checking->complaints, _("it belongs inside %s"), list);
}

/* An element that does not belong where it is. */
static void misplaced(const cr_checking *checking, const xmlNode *element,
                      const cr_element_rule *parent) {
  const char *name = cr_tree_name(element);
  cr_extent tag = at(checking, element, NULL);
  if (!in_namespace(element)) {
    cr_complain(checking->complaints, CR_CAUSE_FORM, "unknown-element", tag,
                _("'%s' is not in the namespace of dossiers"), name);
    return;
  }
  if (cr_grammar_rule(checking->grammar, name)) {
    cr_complain(checking->complaints, CR_CAUSE_FORM, "misplaced-element", tag,
                _("'%s' has no place inside '%s'"), name, parent->name);
    advise_parents(checking, name);
    return;
  }
  cr_vocabulary vocabulary = {.count = 0};
  learn(&vocabulary, parent->children);
  cr_complain(checking->complaints, CR_CAUSE_FORM, "unknown-element", tag,
              _("'%s' is no element of a dossier"), name);
  const char *nearest = cr_nearest(name, vocabulary.words, vocabulary.count);
  if (nearest) cr_advise(checking->complaints, _("did you mean '%s'?"), nearest);
}

static bool has_words(const xmlNode *node) {
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
         !xmlIsBlankNode(node);
}

/* An element that is where it belongs, with all that it contains. */
static void check_element(const cr_checking *checking, const xmlNode *element,
                          const cr_element_rule *rule) {
  bool text_told = rule->has_text;
  check_attributes(checking, element, rule);
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      const char *name = cr_tree_name(child);
      if (in_namespace(child) && cr_list_contains(rule->children, name)) {
        check_element(checking, child, cr_grammar_rule(checking->grammar, name));
      } else {
        misplaced(checking, child, rule);
      }
    } else if (!text_told && has_words(child)) {
      text_told = true;
      cr_complain(checking->complaints, CR_CAUSE_FORM, "unexpected-text",
                  at(checking, element, NULL), _("'%s' contains words"), rule->name);
      cr_advise(checking->complaints, "%s",
                _("only 'right' has words; a remark goes into <!-- … -->"));
    }
  }
}

bool cr_grammar_check(const cr_grammar *grammar, cr_complaints *complaints, const cr_text *text,
                      const xmlDoc *tree) {
  const xmlNode *root = xmlDocGetRootElement(tree);
  const cr_checking checking = {grammar, complaints, text};
  bool named = !strcmp(cr_tree_name(root), grammar->root->name);
  if (!named || !in_namespace(root)) {
    cr_complain(complaints, CR_CAUSE_FORM, "not-a-dossier", at(&checking, root, NULL),
                named ? _("this '%s' is not in the namespace of dossiers")
                      : _("the file's outermost element is '%s', not 'dossier'"),
                cr_tree_name(root));
    cr_advise(complaints, _("begin with <dossier xmlns=\"%s\" candidate=\"…\">"),
              CR_DOSSIER_NAMESPACE);
    return false;
  }
  check_element(&checking, root, grammar->root);
  return true;
}
