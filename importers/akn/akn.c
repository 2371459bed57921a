#include "importers/akn/akn.h"

#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/akn/lifecycle.h"
#include "importers/akn/passages.h"

static size_t count_elements(const xmlNode *top, const char *name) {
  size_t count = 0;
  for (const xmlNode *node = top; node; node = cr_akn_next(node, top))
    count += name ? cr_akn_is(node, name) : node->type == XML_ELEMENT_NODE;
  return count;
}

static const xmlNode *child(const xmlNode *parent, const char *name) {
  for (const xmlNode *node = parent ? parent->children : NULL; node; node = node->next)
    if (cr_akn_is(node, name)) return node;
  return NULL;
}

static cr_extent at(const cr_akn *akn, const xmlNode *element, const char *name) {
  const size_t tag = cr_tree_tag(element);
  return name ? cr_text_attribute(&akn->text, tag, name) : cr_text_tag(&akn->text, tag);
}

/* Drafts of the standard had namespaces of their own, and other rules. */
static bool check_root(cr_akn *akn) {
  const xmlNode *root = xmlDocGetRootElement(akn->tree);
  const char *space = root->ns ? (const char *)root->ns->href : "";
  if (!strcmp(space, CR_AKN_NAMESPACE) && cr_akn_is(root, "akomaNtoso")) return true;
  const bool draft = strncmp(space, CR_AKN_NAMESPACE, strlen(CR_AKN_NAMESPACE)) == 0 ||
                     strstr(space, "akomantoso") != NULL;
  cr_complain(&akn->complaints, CR_CAUSE_FORM, draft ? "akn-draft" : "not-akn", at(akn, root, NULL),
              draft ? _("this is a draft of Akoma Ntoso, '%s'")
                    : _("this is no Akoma Ntoso document: its namespace is '%s'"),
              space);
  cr_advise(&akn->complaints, _("save it as Akoma Ntoso 3.0, xmlns=\"%s\""), CR_AKN_NAMESPACE);
  return false;
}

static void unknown_element(cr_akn *akn, const xmlNode *element) {
  cr_complain(&akn->complaints, CR_CAUSE_FORM, "unknown-element", at(akn, element, NULL),
              _("'%s' is no element of the vocabulary of clauses"), cr_tree_name(element));
  cr_advise(&akn->complaints, _("did you mean '%s'?"), "right");
}

/* The passage that a right is about, or NULL after a complaint. */
static const xmlNode *passage_of(cr_akn *akn, const xmlNode *element) {
  const char *about = cr_tree_attribute(element, "about");
  if (!about) {
    cr_complain(&akn->complaints, CR_CAUSE_FORM, "missing-attribute", at(akn, element, NULL),
                _("'%s' lacks its attribute '%s'"), "right", "about");
    cr_advise(&akn->complaints, "%s", _("write about=\"#ID\", the eId of the article or paragraph"));
    return NULL;
  }
  const xmlNode *passage = *about == '#' ? cr_akn_find(akn->body, about + 1) : NULL;
  if (!passage)
    cr_complain(&akn->complaints, CR_CAUSE_REFERENCE, "unknown-passage", at(akn, element, "about"),
                _("no passage of the text has the eId '%s'"), about + (*about == '#'));
  return passage;
}

static bool add_right(cr_akn *akn, const xmlNode *element, const xmlNode *passage,
                      const cr_akn_interval *interval) {
  cr_akn_right *right = &akn->rights[akn->right_count];
  *right = (cr_akn_right){.element = element,
                          .passage = passage,
                          .article = cr_akn_number(akn->arena, passage),
                          .sentence = cr_akn_words(akn->arena, passage),
                          .from = interval->from,
                          .to = interval->to};
  if (!right->article || !right->sentence) akn->complaints.status = CRIBLE_E_MEMORY;
  akn->right_count++;
  return akn->complaints.status == CRIBLE_OK;
}

static void read_right(cr_akn *akn, const xmlNode *element) {
  const xmlNode *passage = passage_of(akn, element);
  if (!passage) return;
  cr_akn_intervals intervals = cr_akn_intervals_of(akn, element, passage);
  cr_akn_interval interval;
  while (cr_akn_intervals_next(&intervals, &interval))
    if (!add_right(akn, element, passage, &interval)) return;
}

static void read_proprietary(cr_akn *akn, const xmlNode *proprietary) {
  for (const xmlNode *node = proprietary->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (!node->ns || strcmp((const char *)node->ns->href, CR_CLAUSES_NAMESPACE) != 0)
      akn->foreign[akn->foreign_count++] = node;
    else if (strcmp(cr_tree_name(node), "right") == 0) read_right(akn, node);
    else unknown_element(akn, node);
  }
}

static bool is_inside(const xmlNode *node, const xmlNode *of) {
  while (node && node != of) node = node->parent;
  return node != NULL;
}

static void read_article(cr_akn *akn, const xmlNode *element) {
  cr_akn_article *article = &akn->articles[akn->article_count++];
  *article = (cr_akn_article){.element = element,
                              .number = cr_akn_number(akn->arena, element),
                              .heading = cr_akn_heading(akn->arena, element)};
  if (!article->number || !article->heading) akn->complaints.status = CRIBLE_E_MEMORY;
  for (size_t i = 0; i < akn->right_count; i++)
    if ((i == 0 || akn->rights[i].element != akn->rights[i - 1].element) &&
        is_inside(akn->rights[i].passage, element))
      article->rights++;
}

/* Room for what may be found: elements of the metadata, times the intervals of each. */
static bool make_room(cr_akn *akn) {
  const size_t elements = count_elements(akn->meta, NULL) + 1;
  const size_t intervals = count_elements(akn->meta, "timeInterval") + 1;
  akn->rights = cr_arena_alloc(akn->arena, elements * intervals, sizeof *akn->rights);
  akn->foreign = cr_arena_alloc(akn->arena, elements, sizeof *akn->foreign);
  akn->articles = cr_arena_alloc(akn->arena, count_elements(akn->body, "article") + 1,
                                 sizeof *akn->articles);
  return akn->rights && akn->foreign && akn->articles;
}

static void read_document(cr_akn *akn) {
  const xmlNode *root = xmlDocGetRootElement(akn->tree), *document = root->children;
  while (document && document->type != XML_ELEMENT_NODE) document = document->next;
  akn->meta = child(document, "meta");
  akn->body = document;
  if (!akn->meta) {
    cr_complain(&akn->complaints, CR_CAUSE_FORM, "missing-element", at(akn, root, NULL),
                _("the document has no 'meta'"));
    return;
  }
  if (!make_room(akn)) {
    akn->complaints.status = CRIBLE_E_MEMORY;
    return;
  }
  for (const xmlNode *node = akn->meta->children; node; node = node->next)
    if (cr_akn_is(node, "proprietary") && akn->complaints.status == CRIBLE_OK)
      read_proprietary(akn, node);
  for (const xmlNode *node = akn->body; node; node = cr_akn_next(node, akn->body))
    if (cr_akn_is(node, "article") && akn->complaints.status == CRIBLE_OK) read_article(akn, node);
}

static void check_bytes(cr_akn *akn) {
  const size_t invalid = cr_text_first_invalid(akn->text.bytes, akn->text.length);
  if (akn->text.length == 0) {
    cr_complain(&akn->complaints, CR_CAUSE_FORM, "empty-file", (cr_extent){0, 0},
                _("the file is empty"));
  } else if (invalid < akn->text.length || memchr(akn->text.bytes, '\0', akn->text.length)) {
    const size_t place = invalid < akn->text.length ? invalid : 0;
    cr_complain(&akn->complaints, CR_CAUSE_FORM, "not-utf-8", (cr_extent){place, 1},
                _("byte 0x%02X is not UTF-8"), (unsigned char)akn->text.bytes[place]);
    cr_advise(&akn->complaints, "%s", _("save the file as UTF-8"));
  }
}

crible_status cr_akn_read(cr_akn *out, crible_context *context, const char *name,
                          const char *bytes, size_t length) {
  const bool marked = length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3);
  *out = (cr_akn){.context = context};
  crible_status status = cr_arena_new(&out->arena, context);
  if (status != CRIBLE_OK) return status;
  out->complaints = (cr_complaints){.context = context, .arena = out->arena};
  status = cr_text_open(&out->text, out->arena, name, bytes + (marked ? 3 : 0),
                        length - (marked ? 3 : 0));
  if (status != CRIBLE_OK) return status;
  check_bytes(out);
  if (out->complaints.count == 0) cr_tree_parse(&out->tree, &out->complaints, &out->text);
  if (out->tree && check_root(out)) read_document(out);
  return out->complaints.status;
}

crible_status cr_akn_tell(cr_akn *akn) { return cr_complaints_tell(&akn->complaints, &akn->text); }

void cr_akn_clear(cr_akn *akn) {
  xmlFreeDoc(akn->tree);
  if (akn->complaints.context) cr_complaints_clear(&akn->complaints);
  cr_arena_free(akn->arena);
  *akn = (cr_akn){.context = NULL};
}

const char *cr_akn_reference(const cr_akn *akn, const char *id, const char **shown) {
  const xmlNode *references = child(akn->meta, "references");
  for (const xmlNode *node = references ? references->children : NULL; node; node = node->next) {
    const char *own = node->type == XML_ELEMENT_NODE ? cr_tree_attribute(node, "eId") : NULL;
    if (!own || strcmp(own, id) != 0) continue;
    if (shown) *shown = cr_tree_attribute(node, "showAs");
    return cr_tree_attribute(node, "href");
  }
  return NULL;
}
