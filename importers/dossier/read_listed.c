/* Listed companies: declared holders and crossings of thresholds. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/numbers.h"
#include "importers/dossier/references.h"
#include "importers/dossier/vocabulary.h"

static void read_row(cr_reader *reader, cr_declared_row *row, const xmlNode *element) {
  row->declarant = cr_read_party_id(reader, element, "declarant");
  cr_text_place(reader->text, cr_tree_tag(element), &row->line, &row->column);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_figure figure = {.stated = false};
    cr_interval_init(&figure.share);
    cr_read_figure(reader, &figure, element, cr_property_words[p].text);
    row->states[p] = figure.stated;
    row->share[p] = figure.share;
  }
  if (!row->states[CR_CAPITAL] && !row->states[CR_VOTES]) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, NULL), _("'declared' states neither 'capital' nor 'votes'"));
  }
}

static bool is_row(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(node), "declared");
}

void cr_read_declared_holders(cr_reader *reader, const xmlNode *element) {
  cr_declared_table table = {.fact = cr_read_fact(reader, element),
                             .company = reader->company,
                             .date = cr_read_date(reader, element, "date"),
                             .base = (cr_vote_base)cr_read_word(reader, element, "vote-base",
                                                                cr_vote_base_words,
                                                                CR_BASE_THEORETICAL)};
  size_t room = 1;
  int index;
  for (const xmlNode *child = element->children; child; child = child->next) room += is_row(child);
  cr_declared_row *rows = cr_arena_alloc(reader->facts->arena, room, sizeof *rows);
  if (!rows) reader->status = CRIBLE_E_MEMORY;
  table.rows = rows;
  CR_APPEND(reader, declared_tables, table, &index);
  if (index == CR_NONE) return;
  /* Appended first, so that its rows' intervals are cleared with the facts whatever follows. */
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (is_row(child)) {
      read_row(reader, &rows[reader->facts->declared_tables[index].row_count++], child);
    }
  }
}

void cr_read_declaration(cr_reader *reader, const xmlNode *element) {
  cr_declaration declaration = {
      .fact = cr_read_fact(reader, element),
      .declarant = cr_read_party_id(reader, element, "declarant"),
      .company = reader->company,
      .threshold = cr_read_fraction(reader, element, "threshold"),
      .upwards = cr_read_word(reader, element, "direction", cr_direction_words, true),
      .date = cr_read_date(reader, element, "date"),
      .held = {cr_read_fraction(reader, element, "capital"),
               cr_read_fraction(reader, element, "votes")}};
  unsigned crossed = cr_read_words(reader, element, "property", cr_property_words, 0);
  int index;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    declaration.crosses[p] = crossed & 1u << p;
    const fmpq *held = declaration.held[p];
    if (!declaration.crosses[p] || !held || !declaration.threshold) continue;
    int side = fmpq_cmp(held, declaration.threshold);
    if (declaration.upwards ? side < 0 : side > 0) {
      cr_complain(&reader->complaints, CR_CAUSE_SENSE, "not-crossed",
                  cr_at(reader, element, cr_property_words[p].text),
                  _("after this crossing the declarant cannot hold '%s'"),
                  cr_tree_attribute(element, cr_property_words[p].text));
      cr_advise(&reader->complaints, "%s",
                _("correct the threshold, the direction, or the share held"));
    }
  }
  declaration.included =
      cr_read_party_ids(reader, element, "includes", &declaration.included_count);
  CR_APPEND(reader, declarations, declaration, &index);
}
