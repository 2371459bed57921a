#include "importers/canonical/parts.h"

static void write_row(cr_writer *writer, cr_children *table, const cr_declared_row *row) {
  cr_element element = cr_element_begin(writer, "declared", 3);
  cr_put_party(&element, "declarant", row->declarant);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    if (!row->states[p]) continue;
    cr_put_interval(&element, cr_word_text(cr_property_words, p), &row->share[p]);
  }
  cr_element_end(&element, table, 0, NULL, NULL);
}

static void write_table(cr_writer *writer, cr_children *company, const cr_declared_table *table) {
  cr_children rows = {NULL, 0, 0};
  cr_element element = cr_element_begin(writer, "declared-holders", 2);
  for (int i = 0; i < table->row_count; i++) write_row(writer, &rows, &table->rows[i]);
  cr_put_date(&element, "date", table->date);
  cr_put_word(&element, "vote-base", cr_vote_base_words, (int)table->base);
  cr_put_fact(&element, &table->fact);
  cr_element_end(&element, company, CR_RANK_DECLARED, NULL, &rows);
}

/* Capital, votes or both, as the properties of which something is true. */
static void put_properties(cr_element *element, const bool holds[CR_PROPERTIES]) {
  const char *words[CR_PROPERTIES];
  size_t count = 0;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    if (holds[p]) words[count++] = cr_word_text(cr_property_words, p);
  }
  cr_put_list(element, "property", words, count);
}

static void write_declaration(cr_writer *writer, cr_children *company,
                              const cr_declaration *declaration) {
  cr_element element = cr_element_begin(writer, "declaration", 2);
  cr_put_party(&element, "declarant", declaration->declarant);
  put_properties(&element, declaration->crosses);
  cr_put_rational(&element, "threshold", declaration->threshold);
  cr_put_word(&element, "direction", cr_direction_words, declaration->upwards);
  cr_put_date(&element, "date", declaration->date);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_put_rational(&element, cr_word_text(cr_property_words, p), declaration->held[p]);
  }
  cr_put_parties(&element, "includes", declaration->included, declaration->included_count);
  cr_put_fact(&element, &declaration->fact);
  cr_element_end(&element, company, CR_RANK_DECLARATION, NULL, NULL);
}

void cr_write_listed(cr_writer *writer, cr_children *children) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->declared_tables_count; i++) {
    const cr_declared_table *table = &facts->declared_tables[i];
    write_table(writer, &children[table->company], table);
  }
  for (size_t i = 0; i < facts->declarations_count; i++) {
    const cr_declaration *declaration = &facts->declarations[i];
    write_declaration(writer, &children[declaration->company], declaration);
  }
}

void cr_write_completeness(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->completeness_count; i++) {
    const cr_completeness *complete = &writer->facts->completeness[i];
    cr_element element = cr_element_begin(writer, "complete", 2);
    cr_put_word(&element, "of", cr_complete_words, (int)complete->of);
    if (complete->of == CR_COMPLETE_HOLDERS) put_properties(&element, complete->property);
    cr_put_fact(&element, &complete->fact);
    cr_element_end(&element, &children[complete->company], CR_RANK_COMPLETE, NULL, NULL);
  }
}
