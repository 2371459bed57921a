#include "importers/dossier/tree.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "engine/base/words.h"
#include "importers/xml/flaw.h"

enum { DEEPEST = 64 };

typedef struct cr_parsing {
  cr_complaints *complaints;
  const cr_text *text;
} cr_parsing;

/* Where the parser is, in bytes of the text. */
static size_t position(const xmlParserCtxt *parser) {
  const xmlParserInput *input = parser->input;
  return input ? input->consumed + (size_t)(input->cur - input->base) : 0;
}

/* Complains once: what follows a first error is its echo. */
static cr_complaints *first_complaint(xmlParserCtxt *parser) {
  cr_parsing *parsing = parser->_private;
  return parsing->complaints->count ? NULL : parsing->complaints;
}

static void stop(xmlParserCtxt *parser, const char *code, size_t offset, const char *message,
                 const char *advice) {
  cr_complaints *complaints = first_complaint(parser);
  if (complaints) {
    cr_complain(complaints, CR_CAUSE_FORM, code, (cr_extent){offset, 1}, "%s", message);
    if (advice) cr_advise(complaints, "%s", advice);
  }
  xmlStopParser(parser);
}

/* Nothing of a document type declaration is read: entities are where XML lets
 * a text name other files, or grow without end. */
static void refuse_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                           const xmlChar *system_id) {
  xmlParserCtxt *parser = user;
  const cr_parsing *parsing = parser->_private;
  (void)name, (void)public_id, (void)system_id;
  size_t at = position(parser);
  while (at > 0 && parsing->text->bytes[at] != '<') at--;
  stop(parser, "doctype", at, _("a dossier has no document type declaration"),
       _("remove '<!DOCTYPE …>' and write characters in place of entities"));
}

/* Called at the end of a start tag, which contains no other "<". */
static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes) {
  xmlParserCtxt *parser = user;
  const cr_parsing *parsing = parser->_private;
  size_t at = position(parser);
  while (at > 0 && parsing->text->bytes[at] != '<') at--;
  if (parser->nameNr > DEEPEST) {
    stop(parser, "too-deep", at, _("elements are nested too deeply"), NULL);
    return;
  }
  xmlSAX2StartElementNs(user, name, prefix, uri, namespace_count, namespaces, attribute_count,
                        defaulted_count, attributes);
  if (parser->node) parser->node->_private = (void *)(uintptr_t)at;
}

static void not_well_formed(void *user, xmlErrorPtr error) {
  xmlParserCtxt *parser = user;
  cr_complaints *complaints = first_complaint(parser);
  if (error->code == XML_ERR_NO_MEMORY)
    ((cr_parsing *)parser->_private)->complaints->status = CRIBLE_E_MEMORY;
  if (!complaints || error->level < XML_ERR_ERROR || error->code == XML_ERR_USER_STOP) return;
  const cr_xml_flaw flaw = cr_xml_flaw_of(error, complaints->arena);
  const char *advice =
      error->code == XML_ERR_DOCUMENT_EMPTY
          ? _("begin with <dossier xmlns=\"urn:crible:dossier:1\" candidate=\"…\">")
          : flaw.advice;
  if (!flaw.message) {
    complaints->status = CRIBLE_E_MEMORY;
    return;
  }
  cr_complain(complaints, CR_CAUSE_FORM, "not-well-formed", (cr_extent){position(parser), 1}, "%s",
              flaw.message);
  if (advice) cr_advise(complaints, "%s", advice);
}

void cr_tree_parse(xmlDoc **out, cr_complaints *complaints, const cr_text *text) {
  *out = NULL;
  xmlInitParser();
  xmlParserCtxt *parser = xmlNewParserCtxt();
  if (!parser) {
    complaints->status = CRIBLE_E_MEMORY;
    return;
  }
  cr_parsing parsing = {complaints, text};
  parser->_private = &parsing;
  parser->sax->startElementNs = start_element;
  parser->sax->internalSubset = refuse_doctype;
  parser->sax->serror = not_well_formed;
  xmlDoc *tree = xmlCtxtReadMemory(parser, text->bytes, (int)text->length, text->path, NULL,
                                   XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOBLANKS |
                                       XML_PARSE_COMPACT);
  bool failed = complaints->count > 0 || complaints->status != CRIBLE_OK;
  if (!tree && !failed) complaints->status = CRIBLE_E_MEMORY;
  if (failed) {
    xmlFreeDoc(tree);
    tree = NULL;
  }
  xmlFreeParserCtxt(parser);
  *out = tree;
}

size_t cr_tree_tag(const xmlNode *element) { return (size_t)(uintptr_t)element->_private; }

const char *cr_tree_value(const xmlAttr *attribute) {
  return attribute->children && attribute->children->content
             ? (const char *)attribute->children->content
             : "";
}

const char *cr_tree_attribute(const xmlNode *element, const char *name) {
  for (const xmlAttr *a = element->properties; a; a = a->next) {
    if (!a->ns && !strcmp((const char *)a->name, name)) return cr_tree_value(a);
  }
  return NULL;
}
