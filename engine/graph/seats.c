#include "engine/graph/seats.h"

#include <string.h>

const char *cr_seat_kind_name(cr_seat_kind kind) {
  static const char *const names[CR_SEAT_KINDS] = {
      [CR_SEAT_REGISTERED] = "registered-office",
      [CR_SEAT_ADMINISTRATION] = "central-administration",
      [CR_SEAT_ESTABLISHMENT] = "principal-establishment"};
  return names[kind];
}

static cr_seat_place place_of(const cr_snapshot *snapshot, const char *country) {
  switch (cr_reference_inside(snapshot->reference, snapshot->reading, country,
                              snapshot->as_of)) {
    case CR_TRUE: return CR_SEAT_INSIDE;
    case CR_FALSE: return CR_SEAT_OUTSIDE;
    case CR_UNSTATED: break;
  }
  return CR_SEAT_UNSTATED;
}

static crible_status state_seat(cr_seats *seats, const cr_snapshot *snapshot, int party,
                                cr_seat_kind kind, const char *country, cr_fact_ref fact,
                                const cr_notes *notes) {
  if (!seats->country[kind]) {
    seats->place[kind] = place_of(snapshot, country);
    seats->country[kind] = country;
    seats->fact[kind] = fact;
    return CRIBLE_OK;
  }
  if (strcmp(seats->country[kind], country) == 0) return CRIBLE_OK;
  seats->place[kind] = CR_SEAT_CONTRADICTED;
  cr_fact_ref facts[] = {seats->fact[kind], fact};
  return cr_note(notes, CR_CONTRADICTION, "seats-contradict", party, CR_NONE, CR_NONE,
                 cr_seat_kind_name(kind), facts, 2);
}

crible_status cr_seats_find(cr_seats *out, const cr_snapshot *snapshot, int party,
                            const cr_notes *notes) {
  const cr_party *told = &snapshot->facts->parties[party];
  cr_seats found = {.place = {CR_SEAT_UNSTATED}};
  crible_status status = CRIBLE_OK;
  for CR_EACH (i, &snapshot->seats, party) {
    int index = snapshot->seats.item[i];
    const cr_seat *seat = &snapshot->facts->seats[index];
    cr_fact_ref fact = {CR_FACT_seats, index};
    status = state_seat(&found, snapshot, party, seat->kind, seat->country, fact, notes);
    if (status != CRIBLE_OK) return status;
  }
  if (told->kind == CR_PUBLIC_BODY && told->country) {
    cr_fact_ref fact = {CR_FACT_parties, party};
    status = state_seat(&found, snapshot, party, CR_SEAT_REGISTERED, told->country, fact, notes);
  }
  if (status == CRIBLE_OK) *out = found;
  return status;
}
