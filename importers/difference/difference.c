/* The canonical forms of both are compared element by element: in each party, and in the dossier,
 * elements that are the same in every byte are left out, and of those left the ones that tell the
 * same thing, by what tells it from others, are one fact that changed. */
#include "importers/difference/difference.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "importers/canonical/canonical.h"
#include "importers/difference/same_parties.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/tree.h"

/* What tells elements of one name from each other. */
static const struct {
  const char *element;
  const char *keys[2];
} tellers[] = {{"seat", {"kind", NULL}},           {"share-class", {"id", NULL}},
               {"lot", {"holder", "class"}},       {"stake", {"holder", "class"}},
               {"option", {"holder", "class"}},    {"declared-holders", {"date", NULL}},
               {"declaration", {"declarant", "date"}}, {"organ", {"id", NULL}},
               {"right", {"id", NULL}},            {"complete", {"of", NULL}},
               {"unit-holder", {"holder", NULL}},  {"identifier", {"scheme", NULL}},
               {"source", {"id", NULL}},           {"control", {"controlled", "controllers"}},
               {"concert", {"members", NULL}}};

static const char party_elements[] = "company public-body fund arrangement person group";

typedef struct cr_comparing {
  cr_arena *arena;
  cr_facts_difference *out;
  size_t capacity;
  const char *of;
  crible_status status;
} cr_comparing;

/* An element with its text. */
typedef struct cr_told {
  const xmlNode *node;
  const char *text;
  size_t place; /* in the canonical form */
  bool paired;
} cr_told;

typedef struct cr_told_list {
  cr_told *items;
  size_t count;
} cr_told_list;

static void *or_memory(cr_comparing *comparing, void *made) {
  if (!made) comparing->status = CRIBLE_E_MEMORY;
  return made;
}

static bool is_party(const xmlNode *node) {
  return cr_list_contains(party_elements, cr_tree_name(node));
}

static const char *attribute_or(const xmlNode *node, const char *name, const char *otherwise) {
  const char *value = cr_tree_attribute(node, name);
  return value ? value : otherwise;
}

static const char *which_of(cr_comparing *comparing, const xmlNode *node) {
  const char *first = "", *second = "";
  for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++) {
    if (strcmp(tellers[i].element, cr_tree_name(node))) continue;
    first = attribute_or(node, tellers[i].keys[0], "");
    second = tellers[i].keys[1] ? attribute_or(node, tellers[i].keys[1], "") : "";
  }
  if (is_party(node)) first = attribute_or(node, "id", "");
  /* A right need not have an id. */
  if (!*first && !strcmp(cr_tree_name(node), "right")) {
    first = attribute_or(node, "kind", "");
    second = attribute_or(node, "article", "");
  }
  const char *which =
      cr_arena_printf(comparing->arena, "%s%s%s", first, *first && *second ? ", " : "", second);
  return or_memory(comparing, (void *)(uintptr_t)which) ? which : "";
}

static bool tell_the_same(cr_comparing *comparing, const xmlNode *a, const xmlNode *b) {
  return !strcmp(cr_tree_name(a), cr_tree_name(b)) &&
         !strcmp(which_of(comparing, a), which_of(comparing, b));
}

/* Attributes of one side, of elements inside too, and words. */
static cr_attribute_difference *attributes_of(cr_comparing *comparing, const xmlNode *node,
                                              int *count) {
  size_t room = 2;
  *count = 0;
  if (!node) return NULL;
  for (const xmlAttr *a = node->properties; a; a = a->next) room++;
  for (const xmlNode *c = node->children; c; c = c->next) room++;
  cr_attribute_difference *list =
      or_memory(comparing, cr_arena_alloc(comparing->arena, room, sizeof *list));
  if (!list) return NULL;
  for (const xmlAttr *a = node->properties; a; a = a->next)
    list[(*count)++] = (cr_attribute_difference){(const char *)a->name, cr_tree_value(a), NULL};
  if (is_party(node) || !strcmp(cr_tree_name(node), "dossier")) return list;
  for (const xmlNode *child = node->children; child; child = child->next) {
    if (child->type == XML_TEXT_NODE && child->content)
      list[(*count)++] = (cr_attribute_difference){"sentence", (const char *)child->content, NULL};
    if (child->type != XML_ELEMENT_NODE) continue;
    const char *name = cr_arena_printf(
        comparing->arena, "%s %s", cr_tree_name(child),
        attribute_or(child, "market", attribute_or(child, "declarant", "")));
    const char *value = "";
    for (const xmlAttr *a = child->properties; a && value; a = a->next) {
      if (cr_list_contains("market declarant", (const char *)a->name)) continue;
      value = cr_arena_printf(comparing->arena, "%s%s%s=%s", value, *value ? " " : "",
                              (const char *)a->name, cr_tree_value(a));
    }
    if (!or_memory(comparing, (void *)(uintptr_t)(name && value ? name : NULL))) return NULL;
    list[(*count)++] = (cr_attribute_difference){name, value, NULL};
  }
  return list;
}

/* Both sides' attributes, those that are equal left out. */
static void put_attributes(cr_comparing *comparing, cr_fact_difference *item,
                           const xmlNode *before, const xmlNode *after) {
  int was_count, is_count;
  cr_attribute_difference *was = attributes_of(comparing, before, &was_count);
  cr_attribute_difference *is = attributes_of(comparing, after, &is_count);
  item->attributes = or_memory(
      comparing, cr_arena_alloc(comparing->arena, (size_t)(was_count + is_count) + 1, sizeof *was));
  if (comparing->status != CRIBLE_OK) return;
  for (int i = 0; i < was_count; i++) {
    const char *now = NULL;
    for (int k = 0; k < is_count && !now; k++) {
      if (!is[k].name || strcmp(is[k].name, was[i].name)) continue;
      now = is[k].before;
      is[k].name = NULL; /* taken */
    }
    if (now && !strcmp(now, was[i].before)) continue;
    item->attributes[item->attribute_count++] =
        (cr_attribute_difference){was[i].name, was[i].before, now};
  }
  for (int k = 0; k < is_count; k++)
    if (is[k].name)
      item->attributes[item->attribute_count++] =
          (cr_attribute_difference){is[k].name, NULL, is[k].before};
}

/* The trees are freed before the difference is. */
static void keep_texts(cr_comparing *comparing, cr_fact_difference *item) {
  item->element = cr_arena_string(comparing->arena, item->element);
  or_memory(comparing, (void *)(uintptr_t)item->element);
  for (int i = 0; i < item->attribute_count; i++) {
    cr_attribute_difference *one = &item->attributes[i];
    const char **own[] = {&one->name, &one->before, &one->after};
    for (int k = 0; k < 3; k++) {
      if (!*own[k]) continue;
      *own[k] = cr_arena_string(comparing->arena, *own[k]);
      or_memory(comparing, (void *)(uintptr_t)*own[k]);
    }
  }
}

static void add_item(cr_comparing *comparing, const xmlNode *before, const xmlNode *after) {
  if (comparing->status != CRIBLE_OK) return;
  cr_facts_difference *out = comparing->out;
  const xmlNode *node = after ? after : before;
  cr_fact_difference item = {
      .kind = !before ? CR_ADDED : !after ? CR_REMOVED : CR_CHANGED,
      .element = cr_tree_name(node),
      .of = comparing->of,
      .which = which_of(comparing, node)};
  put_attributes(comparing, &item, before, after);
  if (comparing->status != CRIBLE_OK) return;
  keep_texts(comparing, &item);
  if (item.kind == CR_CHANGED && item.attribute_count == 0) return;
  if (out->count == comparing->capacity) {
    size_t larger = comparing->capacity ? 2 * comparing->capacity : 16;
    cr_fact_difference *items =
        or_memory(comparing, cr_arena_alloc(comparing->arena, larger, sizeof *items));
    if (!items) return;
    if (out->count) memcpy(items, out->items, out->count * sizeof *items);
    out->items = items;
    comparing->capacity = larger;
  }
  out->items[out->count++] = item;
}

static int by_text(const void *left, const void *right) {
  return strcmp(((const cr_told *)left)->text, ((const cr_told *)right)->text);
}

static int by_place(const void *left, const void *right) {
  const cr_told *a = left, *b = right;
  return a->place < b->place ? -1 : a->place > b->place;
}

/* The element as it is written. */
static const char *written(cr_comparing *comparing, const xmlNode *node) {
  xmlBuffer *buffer = or_memory(comparing, xmlBufferCreate());
  if (!buffer) return "";
  const bool dumped = xmlNodeDump(buffer, node->doc, (xmlNode *)(uintptr_t)node, 0, 0) >= 0;
  const char *text =
      dumped ? cr_arena_string(comparing->arena, (const char *)xmlBufferContent(buffer)) : NULL;
  xmlBufferFree(buffer);
  return or_memory(comparing, (void *)(uintptr_t)text) ? text : "";
}

/* The elements inside `parent` that are no parties, in order. */
static cr_told_list facts_inside(cr_comparing *comparing, const xmlNode *parent) {
  cr_told_list list = {NULL, 0};
  size_t room = 1;
  if (!parent) return list;
  for (const xmlNode *child = parent->children; child; child = child->next) room++;
  list.items = or_memory(comparing, cr_arena_alloc(comparing->arena, room, sizeof *list.items));
  for (const xmlNode *child = parent->children; child && list.items; child = child->next) {
    if (child->type != XML_ELEMENT_NODE || is_party(child)) continue;
    list.items[list.count] = (cr_told){child, written(comparing, child), list.count, false};
    list.count++;
  }
  if (list.count) qsort(list.items, list.count, sizeof *list.items, by_text);
  return list;
}

/* Two lists in order of their texts: what stands in both, as often, is paired. They are then in
 * the order of the canonical form. */
static void pair_equals(cr_told_list *before, cr_told_list *after) {
  for (size_t i = 0, k = 0; i < before->count && k < after->count;) {
    int order = strcmp(before->items[i].text, after->items[k].text);
    if (order == 0) before->items[i].paired = after->items[k].paired = true;
    i += order <= 0;
    k += order >= 0;
  }
  if (before->count) qsort(before->items, before->count, sizeof(cr_told), by_place);
  if (after->count) qsort(after->items, after->count, sizeof(cr_told), by_place);
}

static void compare_inside(cr_comparing *comparing, const xmlNode *before, const xmlNode *after) {
  cr_told_list was = facts_inside(comparing, before), is = facts_inside(comparing, after);
  pair_equals(&was, &is);
  for (size_t i = 0; i < was.count; i++) {
    if (was.items[i].paired) continue;
    const xmlNode *now = NULL;
    for (size_t k = 0; k < is.count && !now; k++) {
      if (is.items[k].paired || !tell_the_same(comparing, was.items[i].node, is.items[k].node))
        continue;
      now = is.items[k].node;
      is.items[k].paired = true;
    }
    add_item(comparing, was.items[i].node, now);
  }
  for (size_t k = 0; k < is.count; k++)
    if (!is.items[k].paired) add_item(comparing, NULL, is.items[k].node);
}

static const xmlNode *party_of(const xmlNode *root, const char *id) {
  for (const xmlNode *node = root->children; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE && is_party(node) &&
        !strcmp(attribute_or(node, "id", ""), id))
      return node;
  return NULL;
}

/* Parties of both, or of `before` alone; then those of `after` alone. */
static void compare_parties(cr_comparing *comparing, const xmlNode *before, const xmlNode *after) {
  for (int side = 0; side < 2; side++) {
    const xmlNode *root = side ? after : before, *other_root = side ? before : after;
    for (const xmlNode *party = root->children; party; party = party->next) {
      if (party->type != XML_ELEMENT_NODE || !is_party(party)) continue;
      const char *id = cr_arena_string(comparing->arena, attribute_or(party, "id", ""));
      if (!or_memory(comparing, (void *)(uintptr_t)id)) return;
      const xmlNode *other = party_of(other_root, id);
      if (side && other) continue;
      const xmlNode *was = side ? NULL : party, *is = side ? party : other;
      comparing->of = NULL;
      if (was && is && strcmp(cr_tree_name(was), cr_tree_name(is))) {
        add_item(comparing, was, NULL); /* a party of another kind is another */
        add_item(comparing, NULL, is);
      } else {
        add_item(comparing, was, is);
      }
      comparing->of = id;
      compare_inside(comparing, was, is);
    }
  }
  comparing->of = NULL;
}

static crible_status tree_of(xmlDoc **out, const cr_facts *facts) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = cr_canonical_write(&text, &length, facts);
  if (status != CRIBLE_OK) return status;
  *out = xmlReadMemory(text, (int)length, "facts", NULL,
                       XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_HUGE | XML_PARSE_NOERROR);
  cr_release(cr_arena_context(facts->arena), text);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_facts_differ(cr_facts_difference *out, const cr_facts *before,
                              const cr_facts *after, cr_arena *arena) {
  xmlDoc *was = NULL, *is = NULL;
  cr_facts_difference found = {NULL, 0};
  cr_comparing comparing = {.arena = arena, .out = &found, .status = CRIBLE_OK};
  crible_status status = tree_of(&was, before);
  if (status == CRIBLE_OK) status = tree_of(&is, after);
  if (status == CRIBLE_OK)
    status = cr_same_parties(xmlDocGetRootElement(is), xmlDocGetRootElement(was), arena);
  if (status == CRIBLE_OK) {
    const xmlNode *roots[] = {xmlDocGetRootElement(was), xmlDocGetRootElement(is)};
    add_item(&comparing, roots[0], roots[1]);
    compare_inside(&comparing, roots[0], roots[1]);
    compare_parties(&comparing, roots[0], roots[1]);
    status = comparing.status;
  }
  if (status == CRIBLE_OK) *out = found;
  xmlFreeDoc(was);
  xmlFreeDoc(is);
  return status;
}
