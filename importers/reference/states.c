/* States and territories: datasets/states.xml. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/reference/datasets.h"

/* The periods that the children called `name` state. */
static crible_status read_periods(cr_period **out, int *count, const cr_xml *xml,
                                  const xmlNode *parent, const char *name) {
  int length = 0;
  cr_period *periods = cr_arena_alloc(xml->arena, (size_t)cr_xml_count(parent, name),
                                      sizeof *periods);
  if (!periods) {
    return CRIBLE_E_MEMORY;
  }
  for (const xmlNode *node = cr_xml_first(parent); node; node = cr_xml_next(node)) {
    if (!cr_xml_is(node, name)) {
      continue;
    }
    crible_status status = cr_xml_period(periods + length++, xml, node, "from", "to");
    if (status != CRIBLE_OK) {
      return status;
    }
  }
  *out = periods;
  *count = length;
  return CRIBLE_OK;
}

static crible_status check_children(const cr_xml *xml, const xmlNode *node, bool territory) {
  for (const xmlNode *child = cr_xml_first(node); child; child = cr_xml_next(child)) {
    bool known = cr_xml_is(child, "inside") || cr_xml_is(child, "transition") ||
                 (territory ? cr_xml_is(child, "union")
                            : cr_xml_is(child, "member") || cr_xml_is(child, "eea"));
    if (!known) {
      return cr_xml_unexpected(xml, child);
    }
  }
  return CRIBLE_OK;
}

/* A State's membership; of land that became a State later, when it was inside one. */
static crible_status read_state(cr_country *country, const cr_xml *xml, const xmlNode *node) {
  const char *membership = cr_xml_count(node, "member") > 0 ? "member" : "inside";
  crible_status status =
      read_periods(&country->member, &country->member_count, xml, node, membership);
  if (status == CRIBLE_OK) {
    status = read_periods(&country->union_territory, &country->union_territory_count, xml, node,
                          "member");
  }
  if (status == CRIBLE_OK) {
    status = read_periods(&country->eea, &country->eea_count, xml, node, "eea");
  }
  return status;
}

static crible_status read_territory(cr_country *country, const cr_xml *xml,
                                    const xmlNode *node) {
  crible_status status = cr_xml_optional(&country->state, xml, node, "state");
  if (status == CRIBLE_OK) {
    status = read_periods(&country->member, &country->member_count, xml, node, "inside");
  }
  if (status == CRIBLE_OK) {
    status = read_periods(&country->union_territory, &country->union_territory_count, xml, node,
                          "union");
  }
  return status;
}

static crible_status read_entry(cr_country *country, const cr_xml *xml, const xmlNode *node) {
  bool territory = cr_xml_is(node, "territory");
  crible_status status = cr_xml_text(&country->code, xml, node, "code");
  if (status == CRIBLE_OK) {
    status = check_children(xml, node, territory);
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  status = read_periods(&country->transition, &country->transition_count, xml, node,
                        "transition");
  if (status != CRIBLE_OK) {
    return status;
  }
  return territory ? read_territory(country, xml, node) : read_state(country, xml, node);
}

static int by_code(const void *a, const void *b) {
  return strcmp(((const cr_country *)a)->code, ((const cr_country *)b)->code);
}

/* Each code once, and each territory of a State that is listed. */
static crible_status check_codes(const cr_reference *reference, const cr_xml *xml) {
  const xmlNode *root = cr_xml_root(xml);
  for (int i = 0; i < reference->country_count; i++) {
    const cr_country *country = reference->countries + i;
    if (i > 0 && by_code(country - 1, country) == 0) {
      return cr_xml_error(xml, root, "country-twice", NULL, _("'%.64s' is listed twice"),
                          country->code);
    }
    if (country->state && !cr_reference_country(reference, country->state)) {
      return cr_xml_error(xml, root, "country-unknown", NULL,
                          _("territory '%.64s' lies in '%.64s', which is not listed"),
                          country->code, country->state);
    }
  }
  return CRIBLE_OK;
}

crible_status cr_read_states(cr_reference *reference, const cr_xml *xml) {
  const xmlNode *root = cr_xml_root(xml);
  size_t room = (size_t)cr_xml_count(root, NULL);
  reference->countries = cr_arena_alloc(xml->arena, room, sizeof *reference->countries);
  if (!reference->countries) {
    return CRIBLE_E_MEMORY;
  }
  for (const xmlNode *node = cr_xml_first(root); node; node = cr_xml_next(node)) {
    if (cr_xml_is(node, "source")) {
      continue;
    }
    if (!cr_xml_is(node, "state") && !cr_xml_is(node, "territory")) {
      return cr_xml_unexpected(xml, node);
    }
    crible_status status =
        read_entry(reference->countries + reference->country_count, xml, node);
    if (status != CRIBLE_OK) {
      return status;
    }
    reference->country_count++;
  }
  qsort(reference->countries, (size_t)reference->country_count, sizeof *reference->countries,
        by_code);
  return check_codes(reference, xml);
}
