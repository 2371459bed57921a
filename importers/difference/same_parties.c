#include "importers/difference/same_parties.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "importers/dossier/lists.h"
#include "importers/dossier/tree.h"

/* Attributes that name parties, one or several. "members" names them in a concert only. */
static const char naming[] = "candidate holder bare-owner shares-of declarant includes controllers "
                             "controlled beneficiary undertakers manager trustee members";

typedef struct cr_renaming {
  const char *from, *to;
} cr_renaming;

typedef struct cr_renamings {
  cr_arena *arena;
  cr_renaming *items;
  size_t count;
  bool failed;
} cr_renamings;

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(node), name);
}

static const xmlNode *party_called(const xmlNode *root, const char *id) {
  for (const xmlNode *party = root->children; party; party = party->next) {
    if (party->type != XML_ELEMENT_NODE || is(party, "source")) continue;
    const char *its = cr_tree_attribute(party, "id");
    if (its && !strcmp(its, id)) return party;
  }
  return NULL;
}

static bool has_identifier(const xmlNode *party, const xmlNode *identifier) {
  const char *scheme = cr_tree_attribute(identifier, "scheme"),
             *value = cr_tree_attribute(identifier, "value");
  for (const xmlNode *own = party->children; own; own = own->next) {
    if (!is(own, "identifier")) continue;
    const char *own_scheme = cr_tree_attribute(own, "scheme"),
               *own_value = cr_tree_attribute(own, "value");
    if (scheme && value && own_scheme && own_value && !strcmp(scheme, own_scheme) &&
        !strcmp(value, own_value))
      return true;
  }
  return false;
}

/* The party of the other dossier that has an identifier of this one, and whose id nobody has here. */
static const xmlNode *same_by_identifier(const xmlNode *party, const xmlNode *root,
                                         const xmlNode *other_root) {
  for (const xmlNode *identifier = party->children; identifier; identifier = identifier->next) {
    if (!is(identifier, "identifier")) continue;
    for (const xmlNode *other = other_root->children; other; other = other->next) {
      if (other->type != XML_ELEMENT_NODE || !has_identifier(other, identifier)) continue;
      if (!party_called(root, cr_tree_attribute(other, "id"))) return other;
    }
  }
  return NULL;
}

static const char *new_name(const cr_renamings *renamings, const char *id) {
  for (size_t i = 0; i < renamings->count; i++)
    if (!strcmp(renamings->items[i].from, id)) return renamings->items[i].to;
  return id;
}

static int by_letters(const void *left, const void *right) {
  return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void rename_list(cr_renamings *renamings, xmlNode *element, const xmlAttr *attribute) {
  const char *list = cr_tree_value(attribute), *word, *joined = "";
  size_t count = 0, length;
  const char **ids = cr_arena_alloc(renamings->arena, strlen(list) / 2 + 1, sizeof *ids);
  while (ids && (length = cr_list_next(&list, &word)) > 0) {
    const char *id = cr_arena_text(renamings->arena, word, length);
    if (!id) break;
    ids[count++] = new_name(renamings, id);
  }
  if (ids) qsort(ids, count, sizeof *ids, by_letters);
  for (size_t i = 0; i < count && joined; i++)
    joined = cr_arena_printf(renamings->arena, "%s%s%s", joined, i ? " " : "", ids[i]);
  bool set = ids && joined && xmlSetProp(element, attribute->name, (const xmlChar *)joined);
  renamings->failed = renamings->failed || !set;
}

static void rename_inside(cr_renamings *renamings, xmlNode *element) {
  const bool concert = is(element, "concert");
  for (const xmlAttr *attribute = element->properties, *next; attribute; attribute = next) {
    const char *name = (const char *)attribute->name;
    next = attribute->next;
    if (cr_list_contains(naming, name) && (concert || strcmp(name, "members")))
      rename_list(renamings, element, attribute);
  }
  for (xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) rename_inside(renamings, child);
}

crible_status cr_same_parties(xmlNode *after, const xmlNode *before, cr_arena *arena) {
  size_t room = 1;
  for (const xmlNode *node = after->children; node; node = node->next) room++;
  cr_renamings renamings = {.arena = arena};
  renamings.items = cr_arena_alloc(arena, room, sizeof *renamings.items);
  if (!renamings.items) return CRIBLE_E_MEMORY;
  for (const xmlNode *party = after->children; party; party = party->next) {
    const char *id = party->type == XML_ELEMENT_NODE ? cr_tree_attribute(party, "id") : NULL;
    if (!id || is(party, "source") || party_called(before, id)) continue;
    const xmlNode *same = same_by_identifier(party, after, before);
    if (!same) continue;
    cr_renaming renaming = {cr_arena_string(arena, id),
                            cr_arena_string(arena, cr_tree_attribute(same, "id"))};
    if (!renaming.from || !renaming.to) return CRIBLE_E_MEMORY;
    renamings.items[renamings.count++] = renaming;
  }
  if (!renamings.count) return CRIBLE_OK;
  rename_inside(&renamings, after);
  for (xmlNode *party = after->children; party; party = party->next) {
    const char *id = party->type == XML_ELEMENT_NODE ? cr_tree_attribute(party, "id") : NULL;
    if (!id || is(party, "source") || new_name(&renamings, id) == id) continue;
    if (!xmlSetProp(party, (const xmlChar *)"id", (const xmlChar *)new_name(&renamings, id)))
      return CRIBLE_E_MEMORY;
  }
  return renamings.failed ? CRIBLE_E_MEMORY : CRIBLE_OK;
}
