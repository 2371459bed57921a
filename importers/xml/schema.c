#include "importers/xml/schema.h"

#include <string.h>

#include <libxml/relaxng.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/words.h"

/* What the schema says first. */
typedef struct objection {
  const cr_xml *xml;
  crible_status status; /* CRIBLE_OK while there is none */
} objection;

/* Codes of xmlRelaxNGValidErr, by which libxml2 has words in English only. */
static const char *template_of(int code) {
  switch (code) {
  case XML_RELAXNG_ERR_ELEMNAME: return _("an element '%s' should stand here, not '%s'");
  case XML_RELAXNG_ERR_ELEMWRONG: return _("an element '%s' has no place here");
  case XML_RELAXNG_ERR_NOELEM: return _("an element '%s' should stand here");
  case XML_RELAXNG_ERR_EXTRACONTENT: return _("'%s' has no place for '%s'");
  case XML_RELAXNG_ERR_INVALIDATTR: return _("'%s' is no attribute of '%s'");
  case XML_RELAXNG_ERR_TEXTWRONG: return _("'%s' has no words inside");
  case XML_RELAXNG_ERR_ATTRVALID:
    return _("'%s' has an attribute that is not allowed or not of its form, or lacks one");
  case XML_RELAXNG_ERR_CONTENTVALID: return _("'%s' contains what is not allowed, or lacks an element");
  default: return _("this is not what the schema allows");
  }
}

static void hear(void *user, xmlError *error) {
  objection *first = user;
  const xmlNode *node = error->node;
  while (node && node->type != XML_ELEMENT_NODE) {
    node = node->parent;
  }
  if (first->status == CRIBLE_OK) {
    first->status =
        cr_xml_error(first->xml, node ? node : cr_xml_root(first->xml), "schema-violated", NULL,
                     template_of(error->code), error->str1 ? (const char *)error->str1 : "",
                     error->str2 ? (const char *)error->str2 : "");
  }
}

/* libxml2 would print what it thinks of a schema. */
static void ignore(void *user, xmlError *error) { (void)user, (void)error; }

static crible_status compile(xmlRelaxNG **out, crible_context *context, const char *path,
                             const char *bytes, size_t length) {
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(bytes, (int)length);
  if (!parser) {
    return CRIBLE_E_MEMORY;
  }
  xmlRelaxNGSetParserStructuredErrors(parser, ignore, NULL);
  xmlRelaxNG *grammar = xmlRelaxNGParse(parser);
  xmlRelaxNGFreeParserCtxt(parser);
  if (!grammar) {
    crible_status told =
        cr_error(context, "schema-unusable", path, 0, 0, _("install crible's data again"),
                 _("this schema cannot be used"));
    return told == CRIBLE_E_DATA ? CRIBLE_E_INTERNAL : told;
  }
  *out = grammar;
  return CRIBLE_OK;
}

static crible_status validate(const cr_xml *xml, xmlRelaxNG *grammar) {
  objection first = {xml, CRIBLE_OK};
  xmlRelaxNGValidCtxt *validation = xmlRelaxNGNewValidCtxt(grammar);
  if (!validation) {
    return CRIBLE_E_MEMORY;
  }
  xmlRelaxNGSetValidStructuredErrors(validation, hear, &first);
  int answer = xmlRelaxNGValidateDoc(validation, xml->document);
  xmlRelaxNGFreeValidCtxt(validation);
  if (answer != 0 && first.status == CRIBLE_OK) {
    return CRIBLE_E_INTERNAL;
  }
  return first.status;
}

crible_status cr_xml_validate(const cr_xml *xml, const char *name) {
  char *bytes = NULL;
  size_t length = 0;
  xmlRelaxNG *grammar = NULL;
  const char *path = cr_arena_printf(xml->arena, "%s/schemas/%s.rng",
                                     crible_context_data_folder(xml->context), name);
  if (!path) {
    return CRIBLE_E_MEMORY;
  }
  crible_status status = cr_file_read(&bytes, &length, xml->context, path);
  if (status == CRIBLE_OK) {
    status = compile(&grammar, xml->context, path, bytes, length);
  }
  if (status == CRIBLE_OK) {
    status = validate(xml, grammar);
  }
  xmlRelaxNGFree(grammar);
  cr_release(xml->context, bytes);
  return status;
}
