/* Reading a RELAX NG schema of the simple form: named definitions, elements of distinct
 * names, attributes by name. */
#include "importers/dossier/grammar.h"

#include <string.h>

#include <libxml/parser.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/words.h"

enum { DEEPEST = 32, MOST_RULES = 64 };

typedef struct cr_schema {
  cr_grammar *grammar;
  const xmlNode *root; /* of the schema's tree */
  crible_status status;
} cr_schema;

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(node), name);
}

static const xmlNode *definition(const cr_schema *schema, const char *name) {
  for (const xmlNode *node = schema->root->children; node; node = node->next) {
    const char *defined = is(node, "define") ? cr_tree_attribute(node, "name") : NULL;
    if (defined && name && !strcmp(defined, name)) return node;
  }
  return NULL;
}

/* Adds a word to a list. */
static void add(cr_schema *schema, const char **list, const char *word) {
  const char *longer =
      word ? cr_arena_printf(schema->grammar->arena, "%s%s%s", *list, **list ? " " : "", word)
           : NULL;
  if (longer) {
    *list = longer;
  } else {
    schema->status = word ? CRIBLE_E_MEMORY : CRIBLE_E_INTERNAL;
  }
}

/* What stands in a pattern, references followed. `must`: nothing around it makes it
 * optional. Patterns inside an attribute are its values; inside an element, not ours. */
static void read_pattern(cr_schema *schema, cr_element_rule *rule, const xmlNode *pattern,
                         bool must, int depth) {
  if (depth > DEEPEST) schema->status = CRIBLE_E_INTERNAL;
  for (const xmlNode *node = pattern->children; node && schema->status == CRIBLE_OK;
       node = node->next) {
    const char *name = node->type == XML_ELEMENT_NODE ? cr_tree_attribute(node, "name") : NULL;
    if (is(node, "attribute")) {
      add(schema, must ? &rule->required : &rule->optional, name);
    } else if (is(node, "element")) {
      add(schema, &rule->children, name);
    } else if (is(node, "text")) {
      rule->has_text = true;
    } else if (is(node, "ref")) {
      const xmlNode *defined = definition(schema, name);
      if (defined) {
        read_pattern(schema, rule, defined, must, depth + 1);
      } else {
        schema->status = CRIBLE_E_INTERNAL;
      }
    } else if (node->type == XML_ELEMENT_NODE) {
      read_pattern(schema, rule, node, must && is(node, "group"), depth + 1);
    }
  }
}

/* A rule for every element pattern, wherever it stands. */
static void read_elements(cr_schema *schema, const xmlNode *below, int depth) {
  cr_grammar *grammar = schema->grammar;
  for (const xmlNode *node = below->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || schema->status != CRIBLE_OK) continue;
    if (is(node, "element")) {
      if (grammar->count == MOST_RULES || depth > DEEPEST) {
        schema->status = CRIBLE_E_INTERNAL;
        return;
      }
      cr_element_rule *rule = &grammar->rules[grammar->count++];
      const char *name = cr_tree_attribute(node, "name");
      *rule =
          (cr_element_rule){name ? cr_arena_string(grammar->arena, name) : NULL, "", "", "", false};
      if (!rule->name) {
        schema->status = name ? CRIBLE_E_MEMORY : CRIBLE_E_INTERNAL;
        return;
      }
      if (is(below, "start")) grammar->root = rule;
      read_pattern(schema, rule, node, true, 0);
    }
    read_elements(schema, node, depth + 1);
  }
}

static crible_status read_schema(cr_grammar *grammar, const xmlDoc *tree) {
  cr_schema schema = {grammar, xmlDocGetRootElement(tree), CRIBLE_OK};
  grammar->rules = cr_arena_alloc(grammar->arena, MOST_RULES, sizeof *grammar->rules);
  if (!grammar->rules) return CRIBLE_E_MEMORY;
  read_elements(&schema, schema.root, 0);
  return schema.status == CRIBLE_OK && !grammar->root ? CRIBLE_E_INTERNAL : schema.status;
}

/* libxml2 would print what it thinks of a file. */
static void keep_quiet(void *user, xmlErrorPtr error) { (void)user, (void)error; }

static xmlDoc *parse(const char *bytes, size_t length) {
  xmlParserCtxt *parser = xmlNewParserCtxt();
  if (!parser) return NULL;
  parser->sax->serror = keep_quiet;
  xmlDoc *tree = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL, XML_PARSE_NONET);
  xmlFreeParserCtxt(parser);
  return tree;
}

crible_status cr_grammar_read(cr_grammar *out, cr_arena *arena) {
  crible_context *context = cr_arena_context(arena);
  cr_grammar grammar = {.arena = arena};
  char *bytes = NULL;
  size_t length = 0;
  xmlDoc *tree = NULL;
  const char *path =
      cr_arena_printf(arena, "%s/schemas/dossier.rng", crible_context_data_folder(context));
  if (!path) return CRIBLE_E_MEMORY;
  crible_status status = cr_file_read(&bytes, &length, context, path);
  if (status != CRIBLE_OK) goto cleanup;
  tree = parse(bytes, length);
  status = tree ? read_schema(&grammar, tree) : CRIBLE_E_INTERNAL;
  if (status == CRIBLE_E_INTERNAL) {
    crible_status told =
        cr_error(context, "schema-unusable", path, 0, 0, _("install crible's data again"),
                 _("the schema of dossiers cannot be used"));
    if (told != CRIBLE_E_DATA) status = told;
  }
  if (status != CRIBLE_OK) goto cleanup;
  *out = grammar;
cleanup:
  xmlFreeDoc(tree);
  cr_release(context, bytes);
  return status;
}

const cr_element_rule *cr_grammar_rule(const cr_grammar *grammar, const char *name) {
  for (size_t i = 0; i < grammar->count; i++) {
    if (!strcmp(grammar->rules[i].name, name)) return &grammar->rules[i];
  }
  return NULL;
}
