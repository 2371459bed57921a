/* Clause documents that a dossier cites (Akoma Ntoso): each right encoded in them becomes a `right`
 * of its tree, read with all others. What is wrong in a document is told with its own places, also
 * what is only found wrong when the dossier is read. */
#include <stdint.h>
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/akn/akn.h"
#include "importers/dossier/cited.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/values.h"

enum { MOST_NAMES = 40 };

/* Attributes of an encoded right: those of a dossier's, but for what the document itself says. */
static const char right_attributes[] =
    "about period id kind under beneficiary beneficiary-class beneficiary-lot decisions "
    "other-decision meeting class organ in-seat at-least more-than unanimity base second-call seats "
    "undertakers condition condition-met recorded";

static void unknown_attribute(cr_akn *akn, const xmlNode *element, const char *name) {
  const char *names[MOST_NAMES], *list = right_attributes, *word;
  size_t count = 0, length;
  while ((length = cr_list_next(&list, &word)) > 0 && count < MOST_NAMES) {
    names[count] = cr_arena_text(akn->arena, word, length);
    if (!names[count++]) akn->complaints.status = CRIBLE_E_MEMORY;
  }
  if (akn->complaints.status != CRIBLE_OK) return;
  cr_complain(&akn->complaints, CR_CAUSE_FORM, "unknown-attribute",
              cr_text_attribute(&akn->text, cr_tree_tag(element), name),
              _("'%s' is no attribute of '%s'"), name, "right");
  const char *nearest = cr_nearest(name, names, count);
  if (nearest) cr_advise(&akn->complaints, _("did you mean '%s'?"), nearest);
}

static bool same(const char *a, const char *b) { return a && b && !strcmp(a, b); }

/* The id of the dossier's party with an identifier, or NULL. */
static const char *identified(const cr_cited *cited, const char *scheme, const char *value) {
  for (const xmlNode *node = cited->root->children; node; node = node->next) {
    if (!cr_cited_is_party(node)) continue;
    if (same(cr_tree_attribute(node, scheme), value)) return cr_tree_attribute(node, "id");
    for (const xmlNode *child = node->children; child; child = child->next)
      if (cr_cited_is(child, "identifier") && same(cr_tree_attribute(child, "scheme"), scheme) &&
          same(cr_tree_attribute(child, "value"), value))
        return cr_tree_attribute(node, "id");
  }
  return NULL;
}

/* The dossier's id for what a document refers to: "urn:lei:…", "urn:siren:…", or its own
 * "urn:crible:party:ID". */
static const char *party_of(const cr_cited *cited, const char *href) {
  static const char own[] = "urn:crible:party:";
  if (!strncmp(href, own, strlen(own))) return href + strlen(own);
  if (!strncmp(href, "urn:lei:", strlen("urn:lei:")))
    return identified(cited, "lei", href + strlen("urn:lei:"));
  if (!strncmp(href, "urn:siren:", strlen("urn:siren:")))
    return identified(cited, "siren", href + strlen("urn:siren:"));
  return NULL;
}

static const char *resolved(const cr_cited *cited, cr_akn *akn, const xmlNode *element,
                            const char *attribute, const char *reference) {
  const char *shown = NULL, *href = cr_akn_reference(akn, reference, &shown);
  const char *id = href ? party_of(cited, href) : NULL;
  if (id) return id;
  cr_extent at = cr_text_attribute(&akn->text, cr_tree_tag(element), attribute);
  if (!href) {
    cr_complain(&akn->complaints, CR_CAUSE_REFERENCE, "unknown-reference", at,
                _("no reference of the document has the eId '%s'"), reference);
  } else {
    cr_complain(&akn->complaints, CR_CAUSE_REFERENCE, "unknown-party", at,
                _("no party of the dossier is '%s' (%s)"), href, shown ? shown : reference);
    cr_advise(&akn->complaints, "%s",
              _("give the party that identifier, or write urn:crible:party:ID as its href"));
  }
  return "";
}

/* A list of parties in which "#ID" stands for a reference of the document. */
static const char *parties(const cr_cited *cited, cr_akn *akn, const xmlNode *element,
                           const char *attribute, const char *list) {
  const char *out = "", *word;
  size_t length;
  while (out && (length = cr_list_next(&list, &word)) > 0) {
    const char *id = cr_arena_text(akn->arena, word, length);
    if (id && *id == '#') id = resolved(cited, akn, element, attribute, id + 1);
    out = id ? cr_arena_printf(akn->arena, "%s%s%s", out, *out ? " " : "", id) : NULL;
  }
  if (!out) akn->complaints.status = CRIBLE_E_MEMORY;
  return out ? out : "";
}

static void put(cr_akn *akn, xmlNode *right, const char *name, const char *value) {
  if (value && *value && !xmlNewProp(right, (const xmlChar *)name, (const xmlChar *)value))
    akn->complaints.status = CRIBLE_E_MEMORY;
}

static void put_attributes(const cr_cited *cited, cr_akn *akn, const xmlNode *element,
                           xmlNode *right) {
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    const char *name = (const char *)a->name, *value = cr_tree_value(a);
    const bool lists = !strcmp(name, "beneficiary") || !strcmp(name, "undertakers");
    if (a->ns || !cr_list_contains(right_attributes, name)) unknown_attribute(akn, element, name);
    else if (strcmp(name, "about") != 0 && strcmp(name, "period") != 0)
      put(akn, right, name, lists ? parties(cited, akn, element, name, value) : value);
  }
}

static void graft_right(const cr_cited *cited, cr_akn *akn, const cr_akn_right *encoded,
                        size_t base) {
  xmlNode *right = xmlNewDocNode(cited->root->doc, cited->root->ns, (const xmlChar *)"right", NULL);
  if (!right) {
    akn->complaints.status = CRIBLE_E_MEMORY;
    return;
  }
  const size_t complaints = akn->complaints.count;
  put_attributes(cited, akn, encoded->element, right);
  if (!cr_tree_attribute(encoded->element, "under"))
    put(akn, right, "under", cr_tree_attribute(cited->element, "under"));
  put(akn, right, "source", cr_tree_attribute(cited->element, "source"));
  put(akn, right, "article", encoded->article);
  put(akn, right, "from", encoded->from);
  put(akn, right, "to", encoded->to);
  xmlNodeAddContent(right, (const xmlChar *)encoded->sentence);
  right->_private = (void *)(uintptr_t)(base + cr_tree_tag(encoded->element));
  /* What has been told once is not read, and told again, with the dossier. */
  const bool told = akn->complaints.count > complaints;
  if (!told && xmlAddChild(cited->company, right)) return;
  xmlFreeNode(right);
  if (!told) akn->complaints.status = CRIBLE_E_MEMORY;
}

static void import(cr_cited *cited, const char *bytes, size_t length) {
  cr_reader *reader = cited->reader;
  cr_akn akn;
  size_t base = 0;
  crible_status status = cr_akn_read(&akn, reader->context, cited->name, bytes, length);
  if (status == CRIBLE_OK)
    status = cr_text_take_in(&base, reader->text, reader->complaints.arena, &akn.text,
                             cr_tree_tag(cited->element));
  for (size_t i = 0; status == CRIBLE_OK && i < akn.right_count; i++) {
    graft_right(cited, &akn, &akn.rights[i], base);
    status = akn.complaints.status;
  }
  if (status == CRIBLE_OK) status = cr_akn_tell(&akn);
  if (status == CRIBLE_E_DATA) reader->cited_failed = true;
  else if (status != CRIBLE_OK) reader->status = status;
  cr_akn_clear(&akn);
}

void cr_read_clauses(cr_reader *reader, xmlNode *root) {
  for (xmlNode *company = root->children; company; company = company->next) {
    if (!cr_cited_is(company, "company") && !cr_cited_is(company, "public-body")) continue;
    for (xmlNode *node = company->children; node; node = node->next) {
      cr_cited cited = {.reader = reader, .root = root, .company = company, .element = node};
      char *bytes = NULL;
      size_t length = 0;
      if (!cr_cited_is(node, "clauses") || reader->status != CRIBLE_OK) continue;
      if (cr_cited_read(&bytes, &length, &cited)) import(&cited, bytes, length);
      cr_release(reader->context, bytes);
    }
  }
}
