/* What notes say of interests and parties, as facts. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/bods/package.h"

/* Whether an end lies inside the stated share. */
static bool within(const cr_bods_interest *interest, int end, const fmpq_t value, bool open) {
  int order = fmpq_cmp(value, &interest->ends[end]);
  if (end == 1) order = -order;
  return order > 0 || (order == 0 && (open || !interest->open[end]));
}

/* An exact share, inside the one that every reader sees. */
static crible_status apply_share(cr_bods_interest *interest, const char *words,
                                 cr_json_reader *reader, const cr_json_value *value) {
  bool open[2];
  fmpq_t ends[2];
  for (int end = 0; end < 2; end++) fmpq_init(ends[end]);
  bool fits = cr_bods_note_share(ends[0], ends[1], open, words);
  int order = fmpq_cmp(ends[0], ends[1]);
  fits = fits && (order < 0 || (order == 0 && !open[0] && !open[1]));
  for (int end = 0; fits && end < 2; end++) fits = within(interest, end, ends[end], open[end]);
  for (int end = 0; fits && end < 2; end++) {
    fmpq_set(&interest->ends[end], ends[end]);
    interest->open[end] = open[end];
  }
  for (int end = 0; end < 2; end++) fmpq_clear(ends[end]);
  if (fits) return CRIBLE_OK;
  return cr_json_warn(reader, value, "annotations", "bods-note", NULL,
                      _("'%.64s' is no share inside the one that the interest states"), words);
}

crible_status cr_bods_apply_notes(cr_bods_statement *statement, cr_json_reader *reader,
                                  const cr_json_value *value) {
  crible_status status = CRIBLE_OK;
  cr_bods_relationship *relationship = statement->relationship;
  for (int i = 0; relationship && status == CRIBLE_OK && i < statement->note_count; i++) {
    const cr_bods_note *note = &statement->notes[i];
    if (note->interest == CR_NONE || note->interest >= relationship->interest_count) continue;
    cr_bods_interest *interest = &relationship->interests[note->interest];
    const char *share = cr_bods_note_says(note, "share");
    const char *control = cr_bods_note_says(note, "control");
    if (share) status = apply_share(interest, share, reader, value);
    if (control) (void)cr_bods_note_word(&interest->control, &control, cr_control_words);
  }
  return status;
}

void cr_bods_note_party(cr_party *party, const cr_bods_statement *statement,
                        const char *country) {
  for (int i = 0; i < statement->note_count; i++) {
    const char *kind = cr_bods_note_says(&statement->notes[i], "party");
    const char *form = cr_bods_note_says(&statement->notes[i], "form");
    int found;
    if (form && party->kind == CR_COMPANY && cr_bods_note_word(&found, &form, cr_form_words))
      party->form = (cr_form)found;
    if (!kind || party->kind == CR_PERSON || !cr_bods_note_word(&found, &kind, cr_party_kind_words))
      continue;
    if (found != CR_FUND && found != CR_GROUP) continue;
    party->kind = (cr_party_kind)found;
    party->country = country;
    party->incorporated = CR_DATE_NONE;
    if (found != CR_GROUP || !cr_bods_note_word(&found, &kind, cr_group_words)) continue;
    party->members_are_persons = found;
    party->members = strtoll(kind, NULL, 10);
  }
}

static crible_status add_seat(cr_bods_package *package, const cr_bods_statement *statement,
                              int party, const char *words) {
  int kind, index;
  char code[3] = "";
  if (!cr_bods_note_word(&kind, &words, cr_seat_words) || kind == CR_SEAT_KINDS ||
      strlen(words) != 2)
    return CRIBLE_OK;
  memcpy(code, words, 2);
  const cr_country *country = cr_reference_country(package->places.reference, code);
  if (!country) return CRIBLE_OK;
  char *copy = cr_arena_string(package->facts->arena, code);
  crible_status status = copy ? cr_facts_add_seats(package->facts, &index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  package->facts->seats[index] =
      (cr_seat){cr_bods_fact(statement, statement->window), party, (cr_seat_kind)kind, copy};
  return CRIBLE_OK;
}

static crible_status add_completeness(cr_bods_package *package,
                                      const cr_bods_statement *statement, int party,
                                      const char *words) {
  int of, property, index;
  bool stated[CR_PROPERTIES] = {false};
  if (!cr_bods_note_word(&of, &words, cr_complete_words)) return CRIBLE_OK;
  while (cr_bods_note_word(&property, &words, cr_property_words)) stated[property] = true;
  crible_status status = cr_facts_add_completeness(package->facts, &index);
  if (status != CRIBLE_OK) return status;
  package->facts->completeness[index] =
      (cr_completeness){.fact = cr_bods_fact(statement, statement->window),
                        .of = (cr_complete_kind)of,
                        .company = party,
                        .property = {stated[CR_CAPITAL], stated[CR_VOTES]}};
  return CRIBLE_OK;
}

crible_status cr_bods_add_noted(cr_bods_package *package, const cr_bods_record *record) {
  crible_status status = CRIBLE_OK;
  for (int s = record->first; s < record->last; s++) {
    const cr_bods_statement *statement = &package->statements[package->order[s]];
    for (int i = 0; status == CRIBLE_OK && i < statement->note_count; i++) {
      const char *seat = cr_bods_note_says(&statement->notes[i], "seat");
      const char *complete = cr_bods_note_says(&statement->notes[i], "complete");
      if (seat) status = add_seat(package, statement, record->party, seat);
      if (status == CRIBLE_OK && complete)
        status = add_completeness(package, statement, record->party, complete);
    }
  }
  return status;
}
