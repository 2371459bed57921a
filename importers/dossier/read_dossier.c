/* The order of reading: what can be named, then what names it. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/references.h"
#include "importers/dossier/values.h"

typedef void cr_element_reader(cr_reader *reader, const xmlNode *element);

static const char party_elements[] = "company public-body fund arrangement person group";

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(node), name);
}

static bool is_party(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE && cr_list_contains(party_elements, cr_tree_name(node));
}

static void each(cr_reader *reader, const xmlNode *parent, const char *name,
                 cr_element_reader *read) {
  for (const xmlNode *child = parent->children; child; child = child->next) {
    if (is(child, name)) read(reader, child);
  }
}

/* What a company contains. Classes come before lots, lots and organs before rights. */
static void read_company(cr_reader *reader, const xmlNode *element, int company) {
  static const struct {
    const char *name;
    cr_element_reader *read;
  } parts[] = {{"lot", cr_read_lot},
               {"stake", cr_read_stake},
               {"option", cr_read_option},
               {"declared-holders", cr_read_declared_holders},
               {"declaration", cr_read_declaration},
               {"organ", cr_read_organ},
               {"right", cr_read_right},
               {"complete", cr_read_complete}};
  size_t first_name = reader->names.count;
  reader->company = company;
  each(reader, element, "share-class", cr_read_share_class);
  reader->only_class = cr_names_only(&reader->names, first_name, CR_NAME_CLASS, company);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    each(reader, element, parts[i].name, parts[i].read);
  }
  reader->company = CR_NONE;
}

static void read_party_parts(cr_reader *reader, const xmlNode *element, int party) {
  if (is(element, "company") || is(element, "public-body")) {
    cr_read_seats(reader, element, party);
    read_company(reader, element, party);
  } else if (is(element, "fund") || is(element, "arrangement")) {
    cr_read_manager(reader, element, party);
    for (const xmlNode *child = element->children; child; child = child->next) {
      if (is(child, "unit-holder")) cr_read_unit_holder(reader, child, party);
    }
  }
}

static void read_candidate(cr_reader *reader, const xmlNode *root) {
  int candidate = cr_read_party_id(reader, root, "candidate");
  if (candidate == CR_NONE) return;
  reader->facts->candidate = candidate;
  if (reader->facts->parties[candidate].kind != CR_COMPANY) {
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "candidate-no-company",
                cr_at(reader, root, "candidate"), _("the candidate '%s' is not a company"),
                reader->facts->parties[candidate].id);
  }
}

/* The schema lets children repeat, in any order; this one may not. */
static void read_submission(cr_reader *reader, const xmlNode *root) {
  bool read = false;
  for (const xmlNode *child = root->children; child; child = child->next) {
    if (!is(child, "submission")) continue;
    if (read) {
      cr_complain(&reader->complaints, CR_CAUSE_FORM, "repeated-element",
                  cr_at(reader, child, NULL), _("a dossier has one 'submission' only"));
    } else {
      cr_read_submission(reader, child);
    }
    read = true;
  }
}

void cr_read_dossier(cr_reader *reader, const xmlNode *root) {
  each(reader, root, "source", cr_read_source);
  for (const xmlNode *child = root->children; child; child = child->next) {
    if (is_party(child)) cr_read_party(reader, child);
  }
  read_submission(reader, root);
  read_candidate(reader, root);
  int party = 0; /* parties were appended in the order of their elements */
  for (const xmlNode *child = root->children; child; child = child->next) {
    if (is_party(child) && reader->status == CRIBLE_OK) read_party_parts(reader, child, party++);
  }
  each(reader, root, "control", cr_read_control);
  each(reader, root, "concert", cr_read_concert);
}
