#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/tables/parts.h"

static int read_part(void *user, char *buffer, int room) {
  cr_part *part = user;
  size_t got = 0;
  if (part->status == CRIBLE_OK) {
    part->status = cr_stream_read(part->stream, buffer, (size_t)room, &got);
  }
  return part->status == CRIBLE_OK ? (int)got : -1;
}

/* The first thing wrong is told; what follows is its echo, as is what follows a damaged stream. */
static void hear(void *user, xmlError *error) {
  cr_part *part = user;
  if (part->status != CRIBLE_OK || error->level < XML_ERR_ERROR) return;
  if (error->code == XML_ERR_NO_MEMORY) {
    part->status = CRIBLE_E_MEMORY;
    return;
  }
  const char *said = error->message ? error->message : "";
  part->status = cr_error(part->context, "not-well-formed", cr_stream_name(part->stream),
                          error->line, error->int2, NULL, _("this is not well-formed XML: %.*s"),
                          (int)strcspn(said, "\n"), said);
}

crible_status cr_part_open(cr_part *out, crible_context *context, cr_container *zip,
                           size_t member) {
  *out = (cr_part){.context = context};
  crible_status status = cr_stream_open(&out->stream, zip, member);
  if (status != CRIBLE_OK) return status;
  out->reader = xmlReaderForIO(read_part, NULL, out, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (!out->reader) {
    cr_part_close(out);
    return out->status == CRIBLE_OK ? CRIBLE_E_MEMORY : out->status;
  }
  xmlTextReaderSetStructuredErrorHandler(out->reader, hear, out);
  return CRIBLE_OK;
}

void cr_part_close(cr_part *part) {
  xmlFreeTextReader(part->reader);
  cr_stream_close(part->stream);
  part->reader = NULL;
  part->stream = NULL;
}

/* Entities are where XML lets a text grow without end; spreadsheets declare none. */
static bool declares(cr_part *part) {
  if (xmlTextReaderNodeType(part->reader) != XML_READER_TYPE_DOCUMENT_TYPE) return false;
  part->status = cr_error(part->context, "doctype", cr_stream_name(part->stream), 0, 0, NULL,
                          _("a spreadsheet has no document type declaration"));
  return true;
}

bool cr_part_next(cr_part *part) {
  if (part->status != CRIBLE_OK) return false;
  int answer = xmlTextReaderRead(part->reader);
  if (answer < 0 && part->status == CRIBLE_OK) part->status = CRIBLE_E_MEMORY;
  return answer == 1 && part->status == CRIBLE_OK && !declares(part);
}

static bool is(const cr_part *part, int type, const char *element) {
  const xmlChar *name = xmlTextReaderConstLocalName(part->reader);
  return xmlTextReaderNodeType(part->reader) == type && name &&
         !strcmp((const char *)name, element);
}

bool cr_part_starts(const cr_part *part, const char *element) {
  return is(part, XML_READER_TYPE_ELEMENT, element);
}

bool cr_part_ends(const cr_part *part, const char *element) {
  return is(part, XML_READER_TYPE_END_ELEMENT, element) ||
         (is(part, XML_READER_TYPE_ELEMENT, element) && xmlTextReaderIsEmptyElement(part->reader));
}

char *cr_part_attribute(const cr_part *part, const char *name) {
  char *value = NULL;
  if (xmlTextReaderMoveToFirstAttribute(part->reader) != 1) return NULL;
  do {
    const xmlChar *local = xmlTextReaderConstLocalName(part->reader);
    if (local && !strcmp((const char *)local, name)) {
      value = (char *)xmlTextReaderValue(part->reader);
    }
  } while (!value && xmlTextReaderMoveToNextAttribute(part->reader) == 1);
  xmlTextReaderMoveToElement(part->reader);
  return value;
}

int cr_part_number(const cr_part *part, const char *name, int least, int silent) {
  char *text = cr_part_attribute(part, name), *end = text;
  long value = text ? strtol(text, &end, 10) : silent;
  bool good = text && end != text && !*end && value >= least && value <= INT_MAX;
  xmlFree(text);
  return good ? (int)value : silent;
}
