#include "importers/change/edit.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/dossier/lists.h"

enum { MOST_PARTIES = 2000 };

static const char party_elements[] = "company public-body fund arrangement person group";

static bool is_party(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE && cr_list_contains(party_elements, cr_tree_name(node));
}

bool cr_edit_is(const xmlNode *element, const char *attribute, const char *value) {
  const char *found = cr_tree_attribute(element, attribute);
  return found && value && !strcmp(found, value);
}

const char *cr_edit_id(const xmlNode *element) {
  const char *id = cr_tree_attribute(element, "id");
  return id ? id : "";
}

xmlNode *cr_edit_party(const cr_edit *edit, const char *id) {
  for (xmlNode *node = edit->root->children; node; node = node->next)
    if (is_party(node) && cr_edit_is(node, "id", id)) return node;
  return NULL;
}

static const char *nearest_party(const cr_edit *edit, const char *id) {
  const char *ids[MOST_PARTIES];
  size_t count = 0;
  for (const xmlNode *node = edit->root->children; node && count < MOST_PARTIES; node = node->next)
    if (is_party(node)) ids[count++] = cr_edit_id(node);
  return cr_nearest(id, ids, count);
}

xmlNode *cr_edit_party_named(cr_edit *edit, const char *pair) {
  const char *id = cr_edit_value(edit, pair);
  xmlNode *party = id ? cr_edit_party(edit, id) : NULL;
  if (party || !id) return party;
  cr_complain(edit->complaints, CR_CAUSE_REFERENCE, "unknown-party", cr_edit_at(edit, pair),
              _("no party has the id '%s'"), id);
  const char *nearest = nearest_party(edit, id);
  if (nearest) cr_advise(edit->complaints, _("did you mean '%s'?"), nearest);
  return NULL;
}

xmlNode *cr_edit_of(cr_edit *edit) {
  return cr_edit_value(edit, "of") ? cr_edit_party_named(edit, "of")
                                   : cr_edit_party(edit, edit->candidate);
}

static cr_date date_of(const xmlNode *element, const char *name) {
  const char *text = cr_tree_attribute(element, name);
  cr_date date = CR_DATE_NONE;
  return text && cr_date_parse(&date, text) == CRIBLE_OK ? date : CR_DATE_NONE;
}

static bool in_force(const cr_edit *edit, const xmlNode *element) {
  return cr_period_contains((cr_period){date_of(element, "from"), date_of(element, "to")},
                            edit->day);
}

xmlNode *cr_edit_next(const cr_edit *edit, const xmlNode *parent, const xmlNode *after,
                      const char *name) {
  for (xmlNode *node = after ? after->next : parent->children; node; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(node), name) &&
        in_force(edit, node))
      return node;
  return NULL;
}

static void *or_memory(cr_edit *edit, void *made) {
  if (!made) edit->complaints->status = CRIBLE_E_MEMORY;
  return made;
}

void cr_edit_put(cr_edit *edit, xmlNode *element, const char *attribute, const char *value) {
  if (!element) return;
  xmlAttr *old = xmlHasProp(element, (const xmlChar *)attribute);
  if (value) or_memory(edit, xmlSetProp(element, (const xmlChar *)attribute, (const xmlChar *)value));
  else if (old) xmlRemoveProp(old);
}

static void put_day(cr_edit *edit, xmlNode *element, const char *attribute) {
  char text[16];
  cr_date_format(text, edit->day);
  cr_edit_put(edit, element, attribute, text);
}

/* Complaints about an element that the argument wrote point to the argument. */
static void claim(const cr_edit *edit, xmlNode *element) {
  element->_private = (void *)(uintptr_t)edit->argument->at.offset;
  for (xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) claim(edit, child);
}

xmlNode *cr_edit_add(cr_edit *edit, xmlNode *parent, const char *name) {
  xmlNode *element =
      or_memory(edit, xmlNewChild(parent, edit->root->ns, (const xmlChar *)name, NULL));
  if (!element) return NULL;
  claim(edit, element);
  put_day(edit, element, "from");
  return element;
}

void cr_edit_begin_today(cr_edit *edit, xmlNode *element) {
  if (date_of(element, "from") != edit->day) {
    xmlNode *before = or_memory(edit, xmlCopyNode(element, 1));
    if (!before) return;
    claim(edit, before);
    before->_private = element->_private;
    xmlAddPrevSibling(element, before);
    put_day(edit, before, "to");
  }
  put_day(edit, element, "from");
  claim(edit, element);
}

void cr_edit_end_today(cr_edit *edit, xmlNode *element) {
  if (date_of(element, "from") != edit->day) {
    put_day(edit, element, "to");
    return;
  }
  xmlUnlinkNode(element);
  xmlFreeNode(element);
}

bool cr_edit_get_rational(fmpq_t out, const xmlNode *element, const char *attribute) {
  const char *text = cr_tree_attribute(element, attribute);
  return text && cr_rational_parse(out, NULL, text) == CRIBLE_OK;
}

void cr_edit_put_rational(cr_edit *edit, xmlNode *element, const char *attribute,
                          const fmpq_t value) {
  const char *text = or_memory(edit, cr_rational_text(edit->complaints->arena, value));
  if (text) cr_edit_put(edit, element, attribute, text);
}

/* The canonical form writes "1/4" or "(1/4,1/2]". */
bool cr_edit_get_interval(cr_interval *out, const cr_edit *edit, const xmlNode *element,
                          const char *attribute) {
  const char *written = cr_tree_attribute(element, attribute);
  if (!written) return false;
  char *text = cr_arena_string(edit->complaints->arena, written), *comma;
  if (!text) {
    edit->complaints->status = CRIBLE_E_MEMORY;
    return false;
  }
  size_t length = strlen(text);
  out->lo_open = text[0] == '(';
  out->hi_open = text[length - 1] == ')';
  if (!strchr("([", text[0]) || !(comma = strchr(text, ','))) {
    if (cr_rational_parse(&out->lo, NULL, text) != CRIBLE_OK) return false;
    fmpq_set(&out->hi, &out->lo);
    return true;
  }
  text[length - 1] = *comma = '\0';
  return cr_rational_parse(&out->lo, NULL, text + 1) == CRIBLE_OK &&
         cr_rational_parse(&out->hi, NULL, comma + 1) == CRIBLE_OK;
}

void cr_edit_put_interval(cr_edit *edit, xmlNode *element, const char *attribute,
                          const cr_interval *value) {
  cr_arena *arena = edit->complaints->arena;
  if (cr_interval_point(value)) {
    cr_edit_put_rational(edit, element, attribute, &value->lo);
    return;
  }
  const char *lo = cr_rational_text(arena, &value->lo), *hi = cr_rational_text(arena, &value->hi);
  const char *text = lo && hi ? cr_arena_printf(arena, "%c%s,%s%c", value->lo_open ? '(' : '[', lo,
                                                hi, value->hi_open ? ')' : ']')
                              : NULL;
  if (or_memory(edit, (void *)(uintptr_t)text)) cr_edit_put(edit, element, attribute, text);
}

const char *cr_edit_count_words(const cr_edit *edit, const fmpq_t value) {
  const char *text = cr_rational_text(edit->complaints->arena, value);
  return text ? text : "";
}

const char *cr_edit_share_words(const cr_edit *edit, const fmpq_t value) {
  bool exact;
  char *text = cr_rational_decimal(edit->complaints->arena, &exact, value, 2, 4);
  if (!text) return "";
  if (!exact) return cr_edit_count_words(edit, value);
  char *end = strchr(text, '.') ? strrchr(text, '\0') : NULL;
  while (end && end[-1] == '0') *--end = '\0';
  if (end && end[-1] == '.') *--end = '\0';
  text = cr_arena_printf(edit->complaints->arena, _("%s %%"), text);
  return text ? text : "";
}
