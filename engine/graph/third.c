#include "engine/graph/third.h"

#include <string.h>

#include "engine/graph/persons.h"
#include "engine/graph/seats.h"

typedef struct judgement {
  const cr_snapshot *snapshot;
  const bool *in_view;
  const cr_notes *notes;
  cr_third *third;
  bool *reached; /* judged, or being judged: a ring of managers is unknown */
} judgement;

static cr_notes notes_on(const judgement *judging, int party) {
  cr_notes notes = *judging->notes;
  if (!judging->in_view[party]) notes.remarks = NULL;
  return notes;
}

/* Seats not stated are presumed at the registered office, or they may be anywhere. */
static crible_status note_silent_seats(const cr_seats *seats, bool presumed, int party,
                                       const cr_notes *notes) {
  for (int kind = CR_SEAT_REGISTERED + 1; kind < CR_SEAT_KINDS; kind++) {
    if (seats->place[kind] != CR_SEAT_UNSTATED) continue;
    crible_status status = cr_note(
        notes, presumed ? CR_PRESUMPTION : CR_ODDITY, presumed ? "seat-presumed" : "seat-unknown",
        party, CR_NONE, CR_NONE, cr_seat_kind_name((cr_seat_kind)kind),
        &seats->fact[CR_SEAT_REGISTERED], 1);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static bool seats_presumed(const cr_snapshot *snapshot) {
  return snapshot->reading->option[CR_CHOICE_MISSING_SEAT] == CR_MISSING_SEAT_REGISTERED;
}

/* Whether one of the first `kinds` seats, of which the registered office is the first, is there. */
static bool any_place(const cr_seats *seats, int kinds, cr_seat_place place) {
  for (int kind = 0; kind < kinds; kind++)
    if (seats->place[kind] == place) return true;
  return false;
}

static crible_status judge_by_seats(cr_third *third, const cr_snapshot *snapshot, int party,
                                    const cr_notes *notes) {
  cr_seats seats;
  crible_status status = cr_seats_find(&seats, snapshot, party, notes);
  if (status != CRIBLE_OK) return status;
  bool office_only =
      snapshot->reading->option[CR_CHOICE_SEAT_TEST] == CR_SEAT_TEST_REGISTERED;
  int kinds = office_only ? CR_SEAT_REGISTERED + 1 : CR_SEAT_KINDS;
  bool silent = any_place(&seats, kinds, CR_SEAT_UNSTATED), presumed = seats_presumed(snapshot);
  *third = CR_NOT_THIRD;
  if (any_place(&seats, kinds, CR_SEAT_OUTSIDE)) {
    *third = CR_THIRD;
  } else if (any_place(&seats, kinds, CR_SEAT_CONTRADICTED)) {
    *third = CR_MAYBE_THIRD;
  } else if (seats.place[CR_SEAT_REGISTERED] == CR_SEAT_UNSTATED) {
    *third = CR_MAYBE_THIRD;
    status = cr_note_fact(notes, CR_ODDITY, "seat-unknown", party, CR_NONE,
                          cr_seat_kind_name(CR_SEAT_REGISTERED), CR_FACT_parties, party);
  } else if (silent) {
    if (!presumed) *third = CR_MAYBE_THIRD;
    status = note_silent_seats(&seats, presumed, party, notes);
  }
  return status;
}

/* The candidate is never third. Its provider's duty to have all seats inside
 * (SecNumCloud 3.2, 19.6 a) is a flag beside the criteria. */
static crible_status remark_candidate(const cr_snapshot *snapshot, int party,
                                      const cr_notes *notes) {
  cr_seats seats;
  crible_status status = cr_seats_find(&seats, snapshot, party, notes);
  for (int kind = 0; status == CRIBLE_OK && kind < CR_SEAT_KINDS; kind++)
    if (seats.place[kind] == CR_SEAT_OUTSIDE)
      status = cr_note(notes, CR_ODDITY, "candidate-seat-outside", party, CR_NONE, CR_NONE,
                       cr_seat_kind_name((cr_seat_kind)kind), &seats.fact[kind], 1);
  if (status != CRIBLE_OK) return status;
  const char *office = seats.country[CR_SEAT_REGISTERED];
  if (!office)
    return cr_note_fact(notes, CR_ODDITY, "seat-unknown", party, CR_NONE,
                        cr_seat_kind_name(CR_SEAT_REGISTERED), CR_FACT_parties, party);
  const cr_country *country = cr_reference_country(snapshot->reference, office);
  const char *state = country && country->state ? country->state : office;
  if (strcmp(state, CR_FRANCE) != 0)
    status = cr_note(notes, CR_ODDITY, "candidate-not-french", party, CR_NONE, CR_NONE, office,
                     &seats.fact[CR_SEAT_REGISTERED], 1);
  if (status == CRIBLE_OK && seats_presumed(snapshot))
    status = note_silent_seats(&seats, true, party, notes);
  return status;
}

static crible_status judge_party(const judgement *judging, int party);

/* A fund or arrangement is third by the country of its law. */
static crible_status judge_by_law(cr_third *third, const cr_snapshot *snapshot, int party,
                                  const cr_notes *notes) {
  const char *law = snapshot->facts->parties[party].country;
  *third = cr_third_unless(law ? cr_reference_inside(snapshot->reference, snapshot->reading, law,
                                                     snapshot->as_of)
                               : CR_UNSTATED);
  if (law) return CRIBLE_OK;
  return cr_note_fact(notes, CR_ODDITY, "law-unknown", party, CR_NONE, NULL, CR_FACT_parties,
                      party);
}

/* A fund or arrangement is third by the seats of its manager or trustee. */
static crible_status judge_managed(const judgement *judging, int party, const cr_notes *notes) {
  const cr_snapshot *snapshot = judging->snapshot;
  int managers = 0, third = 0, inside = 0;
  for CR_EACH (i, &snapshot->controls, party) {
    const cr_control_fact *control = &snapshot->facts->controls[snapshot->controls.item[i]];
    if (control->kind != CR_CONTROL_MANAGER && control->kind != CR_CONTROL_TRUSTEE) continue;
    for (int c = 0; c < control->controller_count; c++, managers++) {
      crible_status status = judge_party(judging, control->controllers[c]);
      if (status != CRIBLE_OK) return status;
      third += judging->third[control->controllers[c]] == CR_THIRD;
      inside += judging->third[control->controllers[c]] == CR_NOT_THIRD;
    }
  }
  judging->third[party] = third > 0                             ? CR_THIRD
                          : managers > 0 && inside == managers ? CR_NOT_THIRD
                                                                : CR_MAYBE_THIRD;
  if (managers > 0) return CRIBLE_OK;
  return cr_note_fact(notes, CR_ODDITY, "manager-unknown", party, CR_NONE, NULL, CR_FACT_parties,
                      party);
}

static crible_status judge_party(const judgement *judging, int party) {
  if (judging->reached[party]) return CRIBLE_OK;
  judging->reached[party] = true;
  const cr_snapshot *snapshot = judging->snapshot;
  cr_third *third = &judging->third[party];
  cr_notes notes = notes_on(judging, party);
  *third = CR_NOT_THIRD;
  if (party == snapshot->facts->candidate) return remark_candidate(snapshot, party, &notes);
  switch (snapshot->facts->parties[party].kind) {
    case CR_PERSON: return cr_person_judge(third, snapshot, party, &notes);
    case CR_GROUP: return cr_group_judge(third, snapshot, party, &notes);
    case CR_COMPANY:
    case CR_PUBLIC_BODY: return judge_by_seats(third, snapshot, party, &notes);
    case CR_FUND:
    case CR_ARRANGEMENT: break;
  }
  if (snapshot->reading->option[CR_CHOICE_FUNDS] == CR_FUNDS_OWN_LAW)
    return judge_by_law(third, snapshot, party, &notes);
  *third = CR_MAYBE_THIRD; /* what a ring of managers sees of itself */
  return judge_managed(judging, party, &notes);
}

crible_status cr_third_judge(cr_third **out, const cr_snapshot *snapshot, const bool *in_view,
                             const cr_notes *notes, cr_arena *arena) {
  size_t parties = snapshot->facts->parties_count;
  judgement judging = {.snapshot = snapshot, .in_view = in_view, .notes = notes,
                       .third = cr_arena_alloc(arena, parties, sizeof(cr_third)),
                       .reached = cr_arena_alloc(arena, parties, sizeof(bool))};
  if (!judging.third || !judging.reached) return CRIBLE_E_MEMORY;
  for (int party = 0; party < (int)parties; party++) {
    crible_status status = judge_party(&judging, party);
    if (status != CRIBLE_OK) return status;
  }
  *out = judging.third;
  return CRIBLE_OK;
}
