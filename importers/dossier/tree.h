/* The dossier's XML tree, each element knowing where its tag begins. */
#ifndef CR_DOSSIER_TREE_H
#define CR_DOSSIER_TREE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "importers/dossier/complaint.h"

/* Parses without network, entities or document type declarations. What is wrong is
 * complained about, and *out is then NULL. The caller frees it with xmlFreeDoc. */
void cr_tree_parse(xmlDoc **out, cr_complaints *complaints, const cr_text *text);

/* Offset of the "<" of an element. */
size_t cr_tree_tag(const xmlNode *element);

/* Value of an attribute without namespace, or NULL. Owned by the tree. */
const char *cr_tree_attribute(const xmlNode *element, const char *name);

/* Name of an element or attribute; its value. */
static inline const char *cr_tree_name(const xmlNode *element) {
  return (const char *)element->name;
}
const char *cr_tree_value(const xmlAttr *attribute);

#endif
