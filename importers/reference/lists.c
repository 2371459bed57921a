/* The short lists: datasets/decisions.xml, declaration-thresholds.xml, collections.xml. */
#include "engine/base/words.h"
#include "importers/reference/datasets.h"

/* Room for one entry a child of the root, each of which must be called `name`. */
static crible_status allocate(void **out, const cr_xml *xml, const char *name, size_t size) {
  const xmlNode *root = cr_xml_root(xml);
  for (const xmlNode *node = cr_xml_first(root); node; node = cr_xml_next(node)) {
    if (!cr_xml_is(node, name)) {
      return cr_xml_unexpected(xml, node);
    }
  }
  *out = cr_arena_alloc(xml->arena, (size_t)cr_xml_count(root, NULL), size);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_read_decisions(cr_reference *reference, const cr_xml *xml) {
  void *block = NULL;
  crible_status status = allocate(&block, xml, "decision", sizeof *reference->decisions);
  if (status != CRIBLE_OK) {
    return status;
  }
  reference->decisions = block;
  for (xmlNode *node = cr_xml_first(cr_xml_root(xml)); node; node = cr_xml_next(node)) {
    cr_decision decision = {.strategic = cr_xml_yes(node, "strategic"),
                            .protective = cr_xml_yes(node, "protective")};
    status = cr_xml_text(&decision.id, xml, node, "id");
    if (status != CRIBLE_OK) {
      return status;
    }
    if (cr_reference_decision(reference, decision.id)) {
      return cr_xml_error(xml, node, "decision-twice", NULL,
                          _("decision '%.64s' is listed twice"), decision.id);
    }
    reference->decisions[reference->decision_count++] = decision;
  }
  return CRIBLE_OK;
}

crible_status cr_read_thresholds(cr_reference *reference, const cr_xml *xml) {
  void *block = NULL;
  crible_status status = allocate(&block, xml, "threshold", sizeof *reference->thresholds);
  if (status != CRIBLE_OK) {
    return status;
  }
  reference->thresholds = block;
  const fmpq *last = NULL;
  for (xmlNode *node = cr_xml_first(cr_xml_root(xml)); node; node = cr_xml_next(node)) {
    cr_declaration_threshold *threshold = reference->thresholds + reference->threshold_count;
    status = cr_xml_fraction(&threshold->fraction, xml, node, "fraction");
    if (status == CRIBLE_OK) {
      status = cr_xml_period(&threshold->in_force, xml, node, "from", "to");
    }
    if (status != CRIBLE_OK) {
      return status;
    }
    if (!threshold->fraction || (last && fmpq_cmp(threshold->fraction, last) <= 0)) {
      return cr_xml_error(xml, node, "threshold-order", NULL,
                          _("thresholds have a fraction each, and ascend"));
    }
    last = threshold->fraction;
    reference->threshold_count++;
  }
  return CRIBLE_OK;
}

static crible_status read_collection(cr_collection *collection, const cr_xml *xml,
                                     const xmlNode *node) {
  const char *closes = NULL;
  crible_status status = cr_xml_text(&collection->id, xml, node, "id");
  if (status == CRIBLE_OK) {
    status = cr_xml_text(&closes, xml, node, "closes");
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  const char *day = cr_arena_printf(xml->arena, "%.10s", closes);
  if (!day) {
    return CRIBLE_E_MEMORY;
  }
  if (cr_instant_parse(&collection->closes_at, closes) != CRIBLE_OK ||
      cr_date_parse(&collection->date, day) != CRIBLE_OK) {
    return cr_xml_error(xml, node, "not-an-instant", _("write it as 2023-02-15T12:00:00+01:00"),
                        _("closes=\"%.64s\" is no instant with an offset"), closes);
  }
  return CRIBLE_OK;
}

crible_status cr_read_collections(cr_reference *reference, const cr_xml *xml) {
  void *block = NULL;
  crible_status status = allocate(&block, xml, "collection", sizeof *reference->collections);
  if (status != CRIBLE_OK) {
    return status;
  }
  reference->collections = block;
  for (xmlNode *node = cr_xml_first(cr_xml_root(xml)); node; node = cr_xml_next(node)) {
    cr_collection *collection = reference->collections + reference->collection_count;
    status = read_collection(collection, xml, node);
    if (status != CRIBLE_OK) {
      return status;
    }
    if (reference->collection_count > 0 && collection->closes_at <= collection[-1].closes_at) {
      return cr_xml_error(xml, node, "collection-order", NULL,
                          _("collections follow one another in time"));
    }
    reference->collection_count++;
  }
  return CRIBLE_OK;
}
