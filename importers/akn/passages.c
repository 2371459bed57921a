#include "importers/akn/passages.h"

#include <string.h>

bool cr_akn_is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && node->ns &&
         !strcmp((const char *)node->ns->href, CR_AKN_NAMESPACE) &&
         !strcmp((const char *)node->name, name);
}

/* Past a node and all that it contains. */
static const xmlNode *skip(const xmlNode *node, const xmlNode *top) {
  while (node != top && !node->next) node = node->parent;
  return node == top ? NULL : node->next;
}

const xmlNode *cr_akn_next(const xmlNode *node, const xmlNode *top) {
  return node->type == XML_ELEMENT_NODE && node->children ? node->children : skip(node, top);
}

const xmlNode *cr_akn_find(const xmlNode *top, const char *id) {
  for (const xmlNode *node = top; node; node = cr_akn_next(node, top)) {
    const char *own = node->type == XML_ELEMENT_NODE ? cr_tree_attribute(node, "eId") : NULL;
    if (own && !strcmp(own, id)) return node;
  }
  return NULL;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Appends words, runs of blanks as one; *length counts without the NUL. */
static void append(char *out, size_t *length, const char *text) {
  for (; *text; text++) {
    const bool blank = is_blank(*text);
    if (blank && (*length == 0 || out[*length - 1] == ' ')) continue;
    out[*length] = *text;
    if (blank) out[*length] = ' ';
    ++*length;
  }
}

static bool is_apart(const xmlNode *node) {
  return cr_akn_is(node, "num") || cr_akn_is(node, "heading") || cr_akn_is(node, "subheading");
}

/* All text inside, with or without numbers and headings. */
static const char *words(cr_arena *arena, const xmlNode *top, bool all) {
  size_t room = 1, length = 0;
  for (const xmlNode *node = top; node; node = cr_akn_next(node, top))
    if (node->type == XML_TEXT_NODE && node->content)
      room += strlen((const char *)node->content) + 1;
  char *out = cr_arena_alloc(arena, room, 1);
  if (!out) return NULL;
  for (const xmlNode *node = top; node;) {
    if (!all && node != top && is_apart(node)) {
      node = skip(node, top);
      continue;
    }
    if (node->type == XML_TEXT_NODE && node->content)
      append(out, &length, (const char *)node->content);
    node = cr_akn_next(node, top);
  }
  while (length && out[length - 1] == ' ') length--;
  out[length] = '\0';
  return out;
}

const char *cr_akn_words(cr_arena *arena, const xmlNode *passage) {
  return words(arena, passage, false);
}

static const char *child_words(cr_arena *arena, const xmlNode *passage, const char *name) {
  for (const xmlNode *child = passage->children; child; child = child->next)
    if (cr_akn_is(child, name)) return words(arena, child, true);
  return "";
}

const char *cr_akn_heading(cr_arena *arena, const xmlNode *passage) {
  return child_words(arena, passage, "heading");
}

/* "14" of "Article 14." */
static const char *bare_number(cr_arena *arena, const char *number) {
  static const char *const openings[] = {"Article ", "article ", "ARTICLE ", "Art. ", "art. "};
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    size_t length = strlen(openings[i]);
    if (!strncmp(number, openings[i], length)) number += length;
  }
  size_t length = strlen(number);
  while (length && strchr(".:-) ", number[length - 1])) length--;
  return cr_arena_text(arena, number, length);
}

const char *cr_akn_number(cr_arena *arena, const xmlNode *passage) {
  const xmlNode *article = passage;
  while (article && !cr_akn_is(article, "article")) article = article->parent;
  const char *own = child_words(arena, passage, "num");
  const char *of_article = article && article != passage ? child_words(arena, article, "num") : "";
  if (own) own = bare_number(arena, own);
  if (of_article) of_article = bare_number(arena, of_article);
  if (!own || !of_article) return NULL;
  if (!*of_article || !strncmp(own, of_article, strlen(of_article))) return own;
  return *own ? cr_arena_printf(arena, "%s, %s", of_article, own) : of_article;
}
