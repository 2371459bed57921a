#include "importers/xml/document.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <crible/diagnostic.h>
#include <libxml/parser.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/words.h"
#include "importers/xml/flaw.h"

/* What the parser says first: what follows is mostly its consequence. */
typedef struct complaint {
  const cr_xml *xml;
  crible_status status; /* CRIBLE_OK while there is none */
} complaint;

static crible_status not_well_formed(const cr_xml *xml, const xmlError *error) {
  const cr_xml_flaw flaw = cr_xml_flaw_of(error, xml->arena);
  if (!flaw.message || error->code == XML_ERR_NO_MEMORY) {
    return CRIBLE_E_MEMORY;
  }
  crible_diagnostic diagnostic = {.severity = CRIBLE_ERROR,
                                  .code = "not-well-formed",
                                  .file = xml->path,
                                  .line = error->line,
                                  .column = error->int2,
                                  .excerpt = cr_xml_quote(xml, error->line),
                                  .message = flaw.message,
                                  .advice = flaw.advice};
  crible_status status = cr_report(xml->context, &diagnostic);
  return status == CRIBLE_OK ? CRIBLE_E_DATA : status;
}

static void hear(void *parser, xmlError *error) {
  complaint *first = ((xmlParserCtxt *)parser)->_private;
  if (first->status == CRIBLE_OK && error->level >= XML_ERR_ERROR) {
    first->status = not_well_formed(first->xml, error);
  }
}

static crible_status parse(cr_xml *xml) {
  complaint first = {xml, CRIBLE_OK};
  xmlParserCtxt *parser = xmlNewParserCtxt();
  if (!parser || xml->length > INT_MAX) {
    xmlFreeParserCtxt(parser);
    return CRIBLE_E_MEMORY;
  }
  parser->_private = &first;
  parser->sax->serror = hear;
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  xml->document =
      xmlCtxtReadMemory(parser, xml->bytes, (int)xml->length, xml->path, NULL, options);
  if (!xml->document && first.status == CRIBLE_OK) {
    first.status = CRIBLE_E_MEMORY;
  }
  xmlFreeParserCtxt(parser);
  return first.status;
}

crible_status cr_xml_open(cr_xml *out, cr_arena *arena, const char *path) {
  *out = (cr_xml){.context = cr_arena_context(arena), .arena = arena, .path = path};
  crible_status status = cr_file_read(&out->bytes, &out->length, out->context, path);
  return status == CRIBLE_OK ? parse(out) : status;
}

void cr_xml_close(cr_xml *xml) {
  xmlFreeDoc(xml->document);
  cr_release(xml->context, xml->bytes);
  xml->document = NULL;
  xml->bytes = NULL;
}

static xmlNode *element_from(xmlNode *node) {
  while (node && node->type != XML_ELEMENT_NODE) {
    node = node->next;
  }
  return node;
}

xmlNode *cr_xml_root(const cr_xml *xml) { return xmlDocGetRootElement(xml->document); }

xmlNode *cr_xml_first(const xmlNode *parent) { return element_from(parent->children); }

xmlNode *cr_xml_next(const xmlNode *node) { return element_from(node->next); }

bool cr_xml_is(const xmlNode *node, const char *name) {
  return strcmp((const char *)node->name, name) == 0;
}

int cr_xml_count(const xmlNode *parent, const char *name) {
  int count = 0;
  for (const xmlNode *node = cr_xml_first(parent); node; node = cr_xml_next(node)) {
    count += !name || cr_xml_is(node, name);
  }
  return count;
}

const char *cr_xml_quote(const cr_xml *xml, int line) {
  const char *start = xml->bytes;
  for (int i = 1; i < line && start; i++) {
    start = strchr(start, '\n');
    start = start ? start + 1 : NULL;
  }
  return start && line > 0 ? cr_arena_text(xml->arena, start, strcspn(start, "\r\n")) : NULL;
}

crible_status cr_xml_error(const cr_xml *xml, const xmlNode *node, const char *code,
                           const char *advice, const char *format, ...) {
  char message[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  int line = (int)xmlGetLineNo(node);
  crible_diagnostic diagnostic = {.severity = CRIBLE_ERROR,
                                  .code = code,
                                  .file = xml->path,
                                  .line = line,
                                  .excerpt = cr_xml_quote(xml, line),
                                  .message = message,
                                  .advice = advice};
  crible_status status = cr_report(xml->context, &diagnostic);
  return status == CRIBLE_OK ? CRIBLE_E_DATA : status;
}

crible_status cr_xml_unexpected(const cr_xml *xml, const xmlNode *node) {
  return cr_xml_error(xml, node, "element-unexpected", NULL, _("<%.64s> has no place here"),
                      (const char *)node->name);
}
