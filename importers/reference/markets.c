/* Markets: datasets/markets.xml. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/reference/datasets.h"

static const char separators[] = " \t\r\n";

/* How many codes a text of codes has; cuts it into them when there is an `out`. */
static size_t split(char *text, cr_market *out) {
  size_t count = 0;
  for (char *code = text + strspn(text, separators); *code;) {
    char *end = code + strcspn(code, separators);
    char *next = end + strspn(end, separators);
    if (out) {
      out[count].mic = code;
      *end = '\0';
    }
    count++;
    code = next;
  }
  return count;
}

/* How many entries an element makes. */
static size_t entries(const xmlNode *node) {
  size_t count = 1;
  if (cr_xml_is(node, "others")) {
    xmlChar *codes = xmlNodeGetContent(node);
    count = codes ? split((char *)codes, NULL) : 0;
    xmlFree(codes);
  }
  return count;
}

static crible_status read_market(cr_market *market, const cr_xml *xml, const xmlNode *node) {
  market->regulated = true;
  crible_status status = cr_xml_text(&market->mic, xml, node, "mic");
  if (status == CRIBLE_OK) {
    status = cr_xml_text(&market->country, xml, node, "country");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_text(&market->name, xml, node, "name");
  }
  return status == CRIBLE_OK ? cr_xml_period(&market->period, xml, node, "from", "to") : status;
}

static crible_status read_others(cr_market *markets, size_t *count, const cr_xml *xml,
                                 const xmlNode *node) {
  const char *country = NULL;
  char *codes = NULL;
  crible_status status = cr_xml_text(&country, xml, node, "country");
  if (status == CRIBLE_OK) {
    status = cr_xml_content(&codes, xml, node);
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  *count = split(codes, markets);
  for (size_t i = 0; i < *count; i++) {
    markets[i].country = country;
    markets[i].period = (cr_period){CR_DATE_NONE, CR_DATE_NONE};
  }
  return CRIBLE_OK;
}

static int by_mic(const void *a, const void *b) {
  const cr_market *x = a, *y = b;
  int order = strcmp(x->mic, y->mic);
  return order ? order : (x->period.from > y->period.from) - (x->period.from < y->period.from);
}

/* Periods of one code follow one another. CR_DATE_NONE, the least date, starts before all. */
static crible_status check_periods(const cr_reference *reference, const cr_xml *xml) {
  for (int i = 1; i < reference->market_count; i++) {
    const cr_market *earlier = reference->markets + i - 1, *later = reference->markets + i;
    if (strcmp(earlier->mic, later->mic) == 0 &&
        (earlier->period.to == CR_DATE_NONE || earlier->period.to > later->period.from)) {
      return cr_xml_error(xml, cr_xml_root(xml), "market-twice", NULL,
                          _("market '%.64s' is listed twice for the same time"), later->mic);
    }
  }
  return CRIBLE_OK;
}

crible_status cr_read_markets(cr_reference *reference, const cr_xml *xml) {
  const xmlNode *root = cr_xml_root(xml);
  size_t room = 0, count = 0;
  for (const xmlNode *node = cr_xml_first(root); node; node = cr_xml_next(node)) {
    room += entries(node);
  }
  cr_market *markets = cr_arena_alloc(xml->arena, room, sizeof *markets);
  if (!markets) {
    return CRIBLE_E_MEMORY;
  }
  for (const xmlNode *node = cr_xml_first(root); node; node = cr_xml_next(node)) {
    crible_status status = CRIBLE_OK;
    size_t added = 1;
    if (cr_xml_is(node, "market")) {
      status = read_market(markets + count, xml, node);
    } else if (cr_xml_is(node, "others")) {
      status = read_others(markets + count, &added, xml, node);
    } else {
      status = cr_xml_unexpected(xml, node);
    }
    if (status != CRIBLE_OK) {
      return status;
    }
    count += added;
  }
  qsort(markets, count, sizeof *markets, by_mic);
  reference->markets = markets;
  reference->market_count = (int)count;
  return check_periods(reference, xml);
}
