/* Tables of holders that a dossier cites: what their rows say becomes elements of its tree, read
 * with all others. A complaint about such an element points to the 'cap-table'. */
#include <stdint.h>
#include <string.h>

#include <libxml/parser.h>

#include "engine/base/words.h"
#include "importers/dossier/cited.h"
#include "importers/dossier/values.h"
#include "importers/tables/write_table.h"

/* A table being read. */
typedef struct import {
  cr_cited cited;
  cr_cap_table table;
  cr_table_ids ids;
} import;

static bool id_is_taken(const void *user, const char *id) {
  const import *self = user;
  for (const xmlNode *node = self->cited.root->children; node; node = node->next) {
    const char *known = cr_cited_is_party(node) ? cr_tree_attribute(node, "id") : NULL;
    if (known && !strcmp(known, id)) return true;
  }
  return false;
}

static bool same(const char *a, const char *b) { return a && b && !strcmp(a, b); }

/* The element of a holder: an equal identifier, or its name or id as written. */
static const xmlNode *declared(const import *self, const cr_table_party *party) {
  if (party->row_word == CR_ROW_TREASURY) return self->cited.company;
  for (const xmlNode *node = self->cited.root->children; node; node = node->next) {
    if (!cr_cited_is_party(node)) continue;
    if (same(party->lei, cr_tree_attribute(node, "lei")) ||
        same(party->siren, cr_tree_attribute(node, "siren")) ||
        same(party->name, cr_tree_attribute(node, "name")) ||
        same(party->name, cr_tree_attribute(node, "id"))) {
      return node;
    }
  }
  return NULL;
}

static void find_parties(import *self) {
  for (size_t i = 0; i < self->table.party_count; i++) {
    const xmlNode *node = declared(self, &self->table.parties[i]);
    if (!node) continue;
    self->ids.party[i] = cr_tree_attribute(node, "id");
    self->ids.party_declared[i] = true;
  }
}

/* The class of an id or name, or without a name the company's only one. */
static const xmlNode *declared_class(const import *self, const cr_table_class *class) {
  const xmlNode *found = NULL;
  for (const xmlNode *node = self->cited.company->children; node; node = node->next) {
    if (!cr_cited_is(node, "share-class")) continue;
    const char *id = cr_tree_attribute(node, "id"), *name = cr_tree_attribute(node, "name");
    const char *one = name ? cr_fold(self->table.arena, name) : NULL;
    const char *other = class->name ? cr_fold(self->table.arena, class->name) : NULL;
    if (!class->name || same(class->name, id) || same(one, other)) {
      if (found && !same(id, cr_tree_attribute(found, "id"))) return NULL;
      found = node;
    }
  }
  return found;
}

static void find_classes(import *self) {
  for (size_t i = 0; i < self->table.class_count; i++) {
    const xmlNode *node = declared_class(self, &self->table.classes[i]);
    if (!node) continue;
    self->ids.share_class[i] = cr_tree_attribute(node, "id");
    self->ids.class_declared[i] = true;
  }
}

/* Moves copies of elements behind the last child of their new parent. */
static void move(import *self, const xmlNode *from, xmlNode *to) {
  for (const xmlNode *node = from->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || cr_cited_is(node, "company-parts")) continue;
    xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)node, self->cited.root->doc, 1);
    if (!copy || !xmlAddChild(to, copy)) {
      xmlFreeNode(copy);
      self->cited.reader->status = CRIBLE_E_MEMORY;
      return;
    }
    copy->ns = self->cited.root->ns;
    copy->_private = self->cited.element->_private;
  }
}

static void graft(import *self) {
  cr_xml_text text = {.context = self->cited.reader->context};
  cr_xml_put(&text, "<parts>\n");
  cr_table_write_parties(&text, &self->table, &self->ids, "");
  cr_xml_put(&text, "<company-parts>\n");
  cr_table_write_holdings(&text, &self->table, &self->ids, "");
  cr_xml_put(&text, "</company-parts></parts>\n");
  self->cited.reader->status = text.status;
  if (text.status == CRIBLE_OK) {
    xmlDoc *parts = xmlReadMemory(text.bytes, (int)text.length, NULL, "UTF-8",
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *root = parts ? xmlDocGetRootElement(parts) : NULL;
    if (!root) self->cited.reader->status = CRIBLE_E_MEMORY;
    else move(self, root, self->cited.root);
    for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
      if (cr_cited_is(node, "company-parts") && self->cited.reader->status == CRIBLE_OK) {
        move(self, node, self->cited.company);
      }
    }
    xmlFreeDoc(parts);
  }
  cr_release(text.context, text.bytes);
}

static crible_status read_table(import *self, const char *bytes, size_t length, const char *name,
                                cr_arena *arena) {
  cr_grid grid = {.arena = NULL};
  cr_country_words *countries = NULL;
  const char *company = cr_tree_attribute(self->cited.company, "name");
  crible_status status = cr_country_words_read(&countries, self->cited.reader->context);
  if (status == CRIBLE_OK) status = cr_grid_read(&grid, arena, name, bytes, length);
  if (status == CRIBLE_OK) {
    status = cr_cap_table_read(&self->table, arena, &grid, cr_tree_attribute(self->cited.element, "sheet"),
                               company, countries);
  }
  if (status == CRIBLE_OK) status = cr_table_ids_new(&self->ids, &self->table);
  if (status == CRIBLE_OK) {
    self->ids.source = cr_tree_attribute(self->cited.element, "source");
    self->ids.from = cr_tree_attribute(self->cited.element, "from");
    self->ids.to = cr_tree_attribute(self->cited.element, "to");
    self->ids.recorded = cr_tree_attribute(self->cited.element, "recorded");
    find_parties(self);
    find_classes(self);
    status = cr_table_choose_ids(&self->ids, &self->table, id_is_taken, self);
  }
  if (status == CRIBLE_OK) {
    cr_table_warn_of_kinds(&self->table, &self->ids);
    graft(self);
    if (self->table.status != CRIBLE_OK) status = self->table.status;
  }
  cr_cap_table_clear(&self->table);
  cr_grid_clear(&grid);
  cr_country_words_free(countries);
  return status;
}

static void import_table(import *self) {
  cr_reader *reader = self->cited.reader;
  cr_arena *arena = NULL;
  char *bytes = NULL;
  size_t length = 0;
  if (!cr_cited_read(&bytes, &length, &self->cited)) return;
  crible_status status = cr_arena_new(&arena, reader->context);
  if (status == CRIBLE_OK) status = read_table(self, bytes, length, self->cited.name, arena);
  if (status == CRIBLE_E_DATA) reader->cited_failed = true;
  else if (status != CRIBLE_OK) reader->status = status;
  cr_release(reader->context, bytes);
  cr_arena_free(arena);
}

static bool company_like(const xmlNode *node) {
  return cr_cited_is(node, "company") || cr_cited_is(node, "public-body");
}

void cr_read_cap_tables(cr_reader *reader, xmlNode *root) {
  for (xmlNode *company = root->children; company; company = company->next) {
    if (!company_like(company)) continue;
    for (xmlNode *node = company->children; node; node = node->next) {
      import table = {.cited = {reader, root, company, node, NULL, NULL}};
      if (cr_cited_is(node, "cap-table") && reader->status == CRIBLE_OK) import_table(&table);
    }
  }
}
