#include "importers/canonical/parts.h"

void cr_write_sources(cr_writer *writer, cr_children *dossier) {
  for (size_t i = 0; i < writer->facts->sources_count; i++) {
    const cr_source *source = &writer->facts->sources[i];
    if (source->of_aliases) continue; /* of which only the parties that are left are written */
    cr_element element = cr_element_begin(writer, "source", 1);
    cr_put_text(&element, "id", source->id);
    cr_put_text(&element, "title", source->title);
    cr_put_text(&element, "kind", source->kind);
    cr_put_text(&element, "file", source->file);
    cr_put_text(&element, "sha256", source->sha256);
    cr_put_date(&element, "date", source->date);
    if (source->gathered) cr_put_text(&element, "gathered", "yes");
    cr_element_end(&element, dossier, CR_RANK_SOURCE, NULL, NULL);
  }
}

void cr_write_controls(cr_writer *writer, cr_children *dossier) {
  for (size_t i = 0; i < writer->facts->controls_count; i++) {
    const cr_control_fact *control = &writer->facts->controls[i];
    cr_element element = cr_element_begin(writer, "control", 1);
    cr_put_parties(&element, "controllers", control->controllers, control->controller_count);
    cr_put_party(&element, "controlled", control->controlled);
    cr_put_word(&element, "kind", cr_control_words, (int)control->kind);
    if (control->possible) cr_put_text(&element, "possible", "yes");
    cr_put_fact(&element, &control->fact);
    cr_element_end(&element, dossier, CR_RANK_CONTROL, NULL, NULL);
  }
  for (size_t i = 0; i < writer->facts->concerts_count; i++) {
    const cr_concert *concert = &writer->facts->concerts[i];
    cr_element element = cr_element_begin(writer, "concert", 1);
    cr_put_parties(&element, "members", concert->members, concert->member_count);
    cr_put_text(&element, "subject", concert->subject);
    cr_put_fact(&element, &concert->fact);
    cr_element_end(&element, dossier, CR_RANK_CONCERT, NULL, NULL);
  }
}

static void write_identifiers(cr_writer *writer, cr_children *children, const cr_party *party) {
  for (int i = 0; i < party->identifier_count; i++) {
    cr_element element = cr_element_begin(writer, "identifier", 2);
    cr_put_text(&element, "scheme", party->identifiers[i].scheme);
    cr_put_text(&element, "value", party->identifiers[i].value);
    cr_element_end(&element, children, CR_RANK_IDENTIFIER, NULL, NULL);
  }
}

/* What parties of one kind have and others do not. */
static void put_particulars(cr_element *element, const cr_party *party) {
  size_t nationalities = 0;
  switch (party->kind) {
  case CR_COMPANY:
    cr_put_word(element, "form", cr_form_words, (int)party->form);
    cr_put_date(element, "incorporated", party->incorporated);
    break;
  case CR_FUND:
  case CR_ARRANGEMENT:
    cr_put_text(element, "law", party->country);
    break;
  case CR_PERSON:
    cr_put_text(element, "residence", party->country);
    while (party->nationalities && party->nationalities[nationalities]) nationalities++;
    cr_put_list(element, "nationalities", party->nationalities, nationalities);
    break;
  case CR_GROUP:
    cr_put_word(element, "of", cr_group_words, party->members_are_persons);
    cr_put_text(element, "state", party->country);
    cr_put_number(element, "members", party->members ? (int)party->members : CR_NONE);
    break;
  case CR_PUBLIC_BODY:
    cr_put_text(element, "state", party->country);
    break;
  }
}

void cr_write_parties(cr_writer *writer, cr_children *dossier, cr_children *children) {
  for (size_t i = 0; i < writer->facts->parties_count; i++) {
    const cr_party *party = &writer->facts->parties[i];
    write_identifiers(writer, &children[i], party);
    cr_element element =
        cr_element_begin(writer, cr_word_text(cr_party_kind_words, (int)party->kind), 1);
    cr_put_party(&element, "id", (int)i);
    cr_put_text(&element, "name", party->name);
    put_particulars(&element, party);
    cr_put_fact(&element, &party->fact);
    cr_element_end(&element, dossier, CR_RANK_PARTY + (int)party->kind, NULL, &children[i]);
  }
}

void cr_write_seats(cr_writer *writer, cr_children *children) {
  for (size_t i = 0; i < writer->facts->seats_count; i++) {
    const cr_seat *seat = &writer->facts->seats[i];
    cr_element element = cr_element_begin(writer, "seat", 2);
    cr_put_word(&element, "kind", cr_seat_words, (int)seat->kind);
    cr_put_text(&element, "country", seat->country);
    cr_put_fact(&element, &seat->fact);
    cr_element_end(&element, &children[seat->party], CR_RANK_SEAT, NULL, NULL);
  }
}
