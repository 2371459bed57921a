#include "importers/dossier/tree.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "engine/base/words.h"

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

/* What the parser found, in words of ours; libxml2's own are English and for programmers. */
typedef struct cr_form_fault {
  int code;
  const char *message, *advice; /* marked; the message may show one name */
} cr_form_fault;

static const cr_form_fault form_faults[] = {
    {XML_ERR_ATTRIBUTE_REDEFINED, N_("an element has the attribute '%s' twice"),
     N_("remove one of the two")},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, N_("the value of an attribute is not in quotes"),
     N_("write name=\"value\"")},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED,
     N_("the value of an attribute has no closing quote, or is longer than 10 MB"),
     N_("write name=\"value\"")},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_("the attribute '%s' has no value"),
     N_("write name=\"value\"")},
    {XML_ERR_LT_IN_ATTRIBUTE, N_("a '<' stands inside the value of an attribute"),
     N_("write it as '&lt;', or close the quotes before it")},
    {XML_ERR_NAME_REQUIRED, N_("a name is missing after '<' or '&'"),
     N_("write a '<' that opens no element as '&lt;', and a '&' as '&amp;'")},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("a '&' stands alone"), N_("write it as '&amp;'")},
    {XML_ERR_UNDECLARED_ENTITY, N_("'&%s;' means nothing in a dossier"),
     N_("write the character itself, and a '&' as '&amp;'")},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, N_("the prefix '%s' is not declared"),
     N_("elements of a dossier need no prefix: leave it out with its ':'")},
    {XML_ERR_DOCUMENT_EMPTY, N_("this is not XML: it does not begin with a '<'"),
     N_("begin with <dossier xmlns=\"urn:crible:dossier:1\" candidate=\"…\">")},
    {XML_ERR_DOCUMENT_END, N_("something stands after the end of the dossier"),
     N_("remove it, or move it before the last '</…>'")},
    {XML_ERR_GT_REQUIRED, N_("a tag has no '>' at its end"), N_("close it with '>' or '/>'")},
    {XML_ERR_SPACE_REQUIRED, N_("two attributes are not separated"),
     N_("write a blank between them, and close every quote")},
    {XML_ERR_INVALID_CHAR, N_("a character that XML does not allow"), N_("remove it")},
    {XML_ERR_COMMENT_NOT_FINISHED, N_("a comment has no end"), N_("close it with '-->'")},
    {XML_ERR_HYPHEN_IN_COMMENT, N_("'--' stands inside a comment"),
     N_("write one hyphen, or a dash")},
    {XML_ERR_LTSLASH_REQUIRED, N_("an element is not closed"), N_("close it with '</…>'")},
};

/* The name that a message shows: which one the parser gives depends on the error. */
static const char *shown_name(const xmlError *error) {
  return error->str1 ? error->str1 : error->str2 ? error->str2 : "";
}

static void complain_of_form(cr_complaints *complaints, cr_extent at, const xmlError *error) {
  for (size_t i = 0; i < sizeof form_faults / sizeof *form_faults; i++) {
    if (form_faults[i].code != error->code) continue;
    const char *message = _(form_faults[i].message), *hole = strstr(message, "%s");
    int before = (int)(hole ? hole - message : (ptrdiff_t)strlen(message));
    cr_complain(complaints, CR_CAUSE_FORM, "not-well-formed", at, "%.*s%s%s", before, message,
                hole ? shown_name(error) : "", hole ? hole + 2 : "");
    cr_advise(complaints, "%s", _(form_faults[i].advice));
    return;
  }
  const char *said = error->message ? error->message : "";
  cr_complain(complaints, CR_CAUSE_FORM, "not-well-formed", at,
              _("this is not well-formed XML: %.*s"), (int)strcspn(said, "\n"), said);
}

static void not_well_formed(void *user, xmlErrorPtr error) {
  xmlParserCtxt *parser = user;
  cr_complaints *complaints = first_complaint(parser);
  if (error->code == XML_ERR_NO_MEMORY)
    ((cr_parsing *)parser->_private)->complaints->status = CRIBLE_E_MEMORY;
  if (!complaints || error->level < XML_ERR_ERROR || error->code == XML_ERR_USER_STOP) return;
  cr_extent at = {position(parser), 1};
  if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 && error->str2) {
    cr_complain(complaints, CR_CAUSE_FORM, "not-well-formed", at,
                _("'%s' of line %d is not closed before the end of '%s'"), error->str1, error->int1,
                error->str2);
    cr_advise(complaints, _("close it with '</%s>', or with '/>' in its own tag"), error->str1);
  } else if (error->code == XML_ERR_TAG_NOT_FINISHED && error->str1) {
    cr_complain(complaints, CR_CAUSE_FORM, "not-well-formed", at,
                _("the file ends inside '%s' of line %d"), error->str1, error->int1);
    cr_advise(complaints, "%s", _("the file may have been cut short: take a whole copy"));
  } else {
    complain_of_form(complaints, at, error);
  }
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
