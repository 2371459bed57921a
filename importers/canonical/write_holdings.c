#include "importers/canonical/parts.h"

static void write_admission(cr_writer *writer, cr_children *class, const cr_admission *admission) {
  cr_element element = cr_element_begin(writer, "admission", 3);
  cr_put_text(&element, "market", admission->mic);
  cr_put_fact(&element, &admission->fact);
  cr_element_end(&element, class, 0, NULL, NULL);
}

static void write_class(cr_writer *writer, cr_children *company, const cr_share_class *class,
                        cr_children *admissions) {
  cr_element element = cr_element_begin(writer, "share-class", 2);
  cr_put_text(&element, "id", class->id);
  cr_put_text(&element, "name", class->name);
  cr_put_rational(&element, "issued", class->issued);
  cr_put_rational(&element, "nominal", class->nominal);
  cr_put_rational(&element, "votes", class->votes_per_share);
  if (class->double_after_years == 0) {
    cr_put_text(&element, "double-vote-after", "never");
  } else {
    cr_put_number(&element, "double-vote-after", class->double_after_years);
  }
  cr_put_rational(&element, "vote-cap", class->cap);
  if (class->votes_suspended) cr_put_text(&element, "votes-suspended", "yes");
  cr_put_fact(&element, &class->fact);
  cr_element_end(&element, company, CR_RANK_CLASS, NULL, admissions);
}

void cr_write_classes(cr_writer *writer, cr_children *children) {
  const cr_facts *facts = writer->facts;
  cr_children *admissions = cr_arena_alloc(writer->arena, facts->classes_count, sizeof *admissions);
  if (!admissions) {
    writer->status = CRIBLE_E_MEMORY;
    return;
  }
  for (size_t i = 0; i < facts->admissions_count; i++) {
    const cr_admission *admission = &facts->admissions[i];
    write_admission(writer, &admissions[admission->share_class], admission);
  }
  for (size_t i = 0; i < facts->classes_count; i++) {
    const cr_share_class *class = &facts->classes[i];
    write_class(writer, &children[class->company], class, &admissions[i]);
  }
}

static void put_class(cr_element *element, const char *name, int class) {
  if (class != CR_NONE) cr_put_text(element, name, element->writer->facts->classes[class].id);
}

void cr_write_lots(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->lots_count; i++) {
    const cr_lot *lot = &writer->facts->lots[i];
    cr_element element = cr_element_begin(writer, "lot", 2);
    cr_put_text(&element, "id", lot->id);
    cr_put_party(&element, "holder", lot->holder);
    put_class(&element, "class", lot->share_class);
    cr_put_rational(&element, "quantity", lot->quantity);
    cr_put_date(&element, "since", lot->since);
    cr_put_yes_no(&element, "registered", lot->registered);
    cr_put_yes_no(&element, "paid-up", lot->paid_up);
    if (lot->nature != CR_FULL) {
      cr_put_word(&element, "nature", cr_nature_words, (int)lot->nature);
    }
    cr_put_party(&element, "bare-owner", lot->bare_owner);
    cr_put_text(&element, "suspended-under", lot->suspended);
    cr_put_date(&element, "suspended-from", lot->suspension.from);
    cr_put_date(&element, "suspended-to", lot->suspension.to);
    cr_put_fact(&element, &lot->fact);
    cr_element_end(&element, &children[writer->facts->classes[lot->share_class].company],
                   CR_RANK_LOT, NULL, NULL);
  }
}

void cr_write_stakes(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->stakes_count; i++) {
    const cr_stake *stake = &writer->facts->stakes[i];
    cr_element element = cr_element_begin(writer, "stake", 2);
    cr_put_party(&element, "holder", stake->holder);
    for (int p = 0; p < CR_PROPERTIES; p++) {
      if (!stake->states[p]) continue;
      cr_put_interval(&element, cr_word_text(cr_property_words, p), &stake->share[p]);
    }
    if (stake->rounded[CR_CAPITAL] || stake->rounded[CR_VOTES]) {
      cr_put_text(&element, "rounded", "widened");
    }
    put_class(&element, "class", stake->share_class);
    cr_put_fact(&element, &stake->fact);
    cr_element_end(&element, &children[stake->company], CR_RANK_STAKE, NULL, NULL);
  }
  for (size_t i = 0; i < writer->facts->unit_holdings_count; i++) {
    const cr_unit_holding *units = &writer->facts->unit_holdings[i];
    cr_element element = cr_element_begin(writer, "unit-holder", 2);
    cr_put_party(&element, "holder", units->holder);
    cr_put_interval(&element, "share", &units->share);
    cr_put_fact(&element, &units->fact);
    cr_element_end(&element, &children[units->fund], CR_RANK_UNIT_HOLDER, NULL, NULL);
  }
}

void cr_write_options(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->options_count; i++) {
    const cr_option *option = &writer->facts->options[i];
    cr_element element = cr_element_begin(writer, "option", 2);
    cr_put_party(&element, "holder", option->holder);
    put_class(&element, "class", option->share_class);
    cr_put_rational(&element, "quantity", option->quantity);
    cr_put_rational(&element, "ratio", option->ratio);
    cr_put_party(&element, "shares-of", option->from_holder);
    cr_put_date(&element, "exercisable-from", option->exercisable.from);
    cr_put_date(&element, "exercisable-to", option->exercisable.to);
    cr_put_fact(&element, &option->fact);
    cr_element_end(&element, &children[writer->facts->classes[option->share_class].company],
                   CR_RANK_OPTION, NULL, NULL);
  }
}
