/* Attributes of an element, by type. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/xml/document.h"

bool cr_xml_has(const xmlNode *node, const char *name) {
  return xmlHasProp(node, (const xmlChar *)name) != NULL;
}

bool cr_xml_yes(const xmlNode *node, const char *name) {
  xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
  bool yes = value && strcmp((const char *)value, "yes") == 0;
  xmlFree(value);
  return yes;
}

/* Takes a text that libxml2 gave into the arena. */
static crible_status keep(char **out, const cr_xml *xml, xmlChar *text) {
  char *copy = text ? cr_arena_string(xml->arena, (const char *)text) : NULL;
  xmlFree(text);
  if (!copy) {
    return CRIBLE_E_MEMORY;
  }
  *out = copy;
  return CRIBLE_OK;
}

crible_status cr_xml_optional(const char **out, const cr_xml *xml, const xmlNode *node,
                              const char *name) {
  if (!cr_xml_has(node, name)) {
    *out = NULL;
    return CRIBLE_OK;
  }
  char *copy = NULL;
  crible_status status = keep(&copy, xml, xmlGetNoNsProp(node, (const xmlChar *)name));
  *out = status == CRIBLE_OK ? copy : *out;
  return status;
}

crible_status cr_xml_text(const char **out, const cr_xml *xml, const xmlNode *node,
                          const char *name) {
  if (!cr_xml_has(node, name)) {
    return cr_xml_error(xml, node, "attribute-missing", NULL, _("<%s> needs an attribute '%s'"),
                        (const char *)node->name, name);
  }
  return cr_xml_optional(out, xml, node, name);
}

crible_status cr_xml_fraction(fmpq **out, const cr_xml *xml, const xmlNode *node,
                              const char *name) {
  const char *text = NULL;
  crible_status status = cr_xml_optional(&text, xml, node, name);
  if (status != CRIBLE_OK || !text) {
    *out = status == CRIBLE_OK ? NULL : *out;
    return status;
  }
  fmpq *value = cr_arena_rationals(xml->arena, 1);
  if (!value) {
    return CRIBLE_E_MEMORY;
  }
  if (cr_rational_parse(value, NULL, text) != CRIBLE_OK || fmpq_sgn(value) < 0 ||
      fmpq_cmp_ui(value, 1) > 0) {
    return cr_xml_error(xml, node, "not-a-fraction", _("write it as 1/3 or 33.5 %"),
                        _("%s=\"%.64s\" is no fraction from 0 to 1"), name, text);
  }
  *out = value;
  return CRIBLE_OK;
}

static crible_status read_date(cr_date *out, const cr_xml *xml, const xmlNode *node,
                               const char *name) {
  const char *text = NULL;
  crible_status status = cr_xml_optional(&text, xml, node, name);
  if (status != CRIBLE_OK || !text) {
    return status;
  }
  if (cr_date_parse(out, text) != CRIBLE_OK) {
    return cr_xml_error(xml, node, "not-a-date", _("write it as 2023-02-15"),
                        _("%s=\"%.64s\" is no date"), name, text);
  }
  return CRIBLE_OK;
}

crible_status cr_xml_period(cr_period *out, const cr_xml *xml, const xmlNode *node,
                            const char *from, const char *to) {
  cr_period period = {CR_DATE_NONE, CR_DATE_NONE};
  crible_status status = read_date(&period.from, xml, node, from);
  if (status == CRIBLE_OK) {
    status = read_date(&period.to, xml, node, to);
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  if (period.from != CR_DATE_NONE && period.to != CR_DATE_NONE && period.from >= period.to) {
    return cr_xml_error(xml, node, "period-empty", NULL,
                        _("the period is empty: '%s' is not before '%s'"), from, to);
  }
  *out = period;
  return CRIBLE_OK;
}

crible_status cr_xml_content(char **out, const cr_xml *xml, const xmlNode *node) {
  return keep(out, xml, xmlNodeGetContent(node));
}
