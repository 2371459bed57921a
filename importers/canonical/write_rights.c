#include "importers/canonical/parts.h"

void cr_write_organs(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->organs_count; i++) {
    const cr_organ *organ = &writer->facts->organs[i];
    cr_element element = cr_element_begin(writer, "organ", 2);
    cr_put_text(&element, "id", organ->id);
    cr_put_text(&element, "name", organ->name);
    cr_put_word(&element, "kind", cr_organ_words, (int)organ->kind);
    cr_put_number(&element, "seats", organ->fixed);
    cr_put_number(&element, "in-office", organ->in_office);
    cr_put_number(&element, "least", organ->least);
    cr_put_number(&element, "most", organ->most);
    cr_put_fact(&element, &organ->fact);
    cr_element_end(&element, &children[organ->company], CR_RANK_ORGAN, NULL, NULL);
  }
}

static void put_beneficiary(cr_element *element, const cr_right *right) {
  const cr_facts *facts = element->writer->facts;
  switch (right->beneficiary) {
  case CR_TO_PARTIES:
    cr_put_parties(element, "beneficiary", right->parties, right->party_count);
    break;
  case CR_TO_CLASS:
    cr_put_text(element, "beneficiary-class", facts->classes[right->share_class].id);
    break;
  case CR_TO_LOT:
    cr_put_text(element, "beneficiary-lot", facts->lots[right->lot].id);
    break;
  case CR_TO_NOBODY:
    break;
  }
}

static void put_place(cr_element *element, const cr_right *right) {
  const cr_facts *facts = element->writer->facts;
  cr_put_word(element, "meeting", cr_meeting_words, (int)right->meeting);
  if (right->meeting == CR_MEETING_CLASS) {
    cr_put_text(element, "class", facts->classes[right->share_class].id);
  }
  if (right->organ != CR_NONE) cr_put_text(element, "organ", facts->organs[right->organ].id);
  if (right->exercised_in_seat) cr_put_text(element, "in-seat", "yes");
}

static void put_condition(cr_element *element, const cr_right *right) {
  if (right->condition == CR_UNCONDITIONAL) return;
  cr_put_text(element, "condition",
              right->condition_words ? right->condition_words : "not stated");
  if (right->condition == CR_CONDITION_TRUE) cr_put_text(element, "condition-met", "yes");
  if (right->condition == CR_CONDITION_FALSE) cr_put_text(element, "condition-met", "no");
}

static void put_fraction(cr_element *element, const cr_right *right) {
  if (right->unanimity) {
    cr_put_text(element, "unanimity", "yes");
  } else {
    cr_put_rational(element, right->exceeded ? "more-than" : "at-least", right->fraction);
  }
  if (right->base != CR_OF_VOTES) {
    cr_put_word(element, "base", cr_right_base_words, (int)right->base);
  }
  if (right->second_call == CR_SECOND_NONE) cr_put_text(element, "second-call", "none");
  if (right->second_call == CR_SECOND_FRACTION) {
    cr_put_rational(element, "second-call", right->second_fraction);
  }
}

/* Of a right to appoint or propose. */
static void put_seats(cr_element *element, const cr_right *right) {
  bool fills = right->kind == CR_RIGHT_APPOINT || right->kind == CR_RIGHT_PROPOSE;
  if (right->majority) cr_put_text(element, "seats", "majority");
  else if (right->seats != CR_NONE) cr_put_number(element, "seats", right->seats);
  else if (fills) cr_put_text(element, "seats", "unknown");
}

void cr_write_rights(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->rights_count; i++) {
    const cr_right *right = &writer->facts->rights[i];
    size_t decisions = 0;
    while (right->decisions && right->decisions[decisions]) decisions++;
    cr_element element = cr_element_begin(writer, "right", 2);
    cr_put_text(&element, "id", right->id);
    cr_put_word(&element, "kind", cr_right_words, (int)right->kind);
    cr_put_word(&element, "under", cr_right_source_words, (int)right->source);
    cr_put_text(&element, "article", right->article);
    put_beneficiary(&element, right);
    cr_put_list(&element, "decisions", right->decisions, decisions);
    cr_put_text(&element, "other-decision", right->decision_words);
    put_place(&element, right);
    put_condition(&element, right);
    put_fraction(&element, right);
    put_seats(&element, right);
    cr_put_parties(&element, "undertakers", right->undertakers, right->undertaker_count);
    cr_put_fact(&element, &right->fact);
    cr_element_end(&element, &children[right->company], CR_RANK_RIGHT, right->sentence, NULL);
  }
}
