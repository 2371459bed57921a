/* Where parties are: seats, managers and trustees, and who holds units. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/numbers.h"
#include "importers/dossier/references.h"
#include "importers/dossier/vocabulary.h"

/* One seat, or all three. */
static void add_seats(cr_reader *reader, const cr_seat *seat, int kind) {
  for (int k = 0; k < CR_SEAT_KINDS; k++) {
    if (kind != k && kind != CR_SEAT_KINDS) continue;
    cr_seat one = *seat;
    int index;
    one.kind = (cr_seat_kind)k;
    CR_APPEND(reader, seats, one, &index);
  }
}

static void read_seat(cr_reader *reader, const xmlNode *element, int party) {
  cr_seat seat = {.fact = cr_read_fact(reader, element),
                  .party = party,
                  .country = cr_read_country(reader, element, "country")};
  int kind = cr_read_word(reader, element, "kind", cr_seat_words, CR_SEAT_REGISTERED);
  if (seat.country) add_seats(reader, &seat, kind);
}

/* The short attributes: facts with the period and source of their element. */
static void read_short(cr_reader *reader, const xmlNode *element, int party) {
  cr_seat seat = {.fact = reader->facts->parties[party].fact, .party = party};
  const char *all = cr_tree_attribute(element, "seats");
  seat.country = cr_read_country(reader, element, "seats");
  if (seat.country) add_seats(reader, &seat, CR_SEAT_KINDS);
  for (int k = 0; k < CR_SEAT_KINDS; k++) {
    if (!cr_tree_attribute(element, cr_seat_words[k].text)) continue;
    if (all) {
      cr_complain(&reader->complaints, CR_CAUSE_FORM, "conflicting-attributes",
                  cr_at(reader, element, cr_seat_words[k].text), _("'seats' already states '%s'"),
                  cr_seat_words[k].text);
      continue;
    }
    seat.country = cr_read_country(reader, element, cr_seat_words[k].text);
    if (seat.country) add_seats(reader, &seat, k);
  }
}

void cr_read_seats(cr_reader *reader, const xmlNode *element, int party) {
  size_t before = reader->facts->seats_count;
  read_short(reader, element, party);
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(child), "seat")) {
      read_seat(reader, child, party);
    }
  }
  const cr_party *owner = &reader->facts->parties[party];
  if (owner->kind == CR_PUBLIC_BODY && owner->country && reader->facts->seats_count == before) {
    cr_seat seat = {.fact = owner->fact, .party = party, .country = owner->country};
    seat.fact.presumption = "seat-in-own-state";
    add_seats(reader, &seat, CR_SEAT_KINDS);
  }
}

void cr_read_manager(cr_reader *reader, const xmlNode *element, int party) {
  const cr_party *managed = &reader->facts->parties[party];
  bool fund = managed->kind == CR_FUND;
  const char *name = fund ? "manager" : "trustee";
  int count = 0, index;
  if (!cr_tree_attribute(element, name)) return;
  const int *manager = cr_read_party_ids(reader, element, name, &count);
  if (count != 1) {
    if (count) {
      cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "named-twice",
                  cr_at(reader, element, name), _("'%s' names several parties"), name);
      cr_advise(&reader->complaints, "%s", _("write a 'control' with several controllers"));
    }
    return;
  }
  if (*manager == party) {
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "controls-itself",
                cr_at(reader, element, name), _("'%s' cannot be its own '%s'"), managed->id, name);
  }
  cr_control_fact control = {.fact = managed->fact,
                             .controllers = manager,
                             .controller_count = 1,
                             .controlled = party,
                             .kind = fund ? CR_CONTROL_MANAGER : CR_CONTROL_TRUSTEE};
  CR_APPEND(reader, controls, control, &index);
}

void cr_read_unit_holder(cr_reader *reader, const xmlNode *element, int fund) {
  cr_unit_holding units = {.fact = cr_read_fact(reader, element),
                           .fund = fund,
                           .holder = cr_read_party_id(reader, element, "holder")};
  cr_figure figure = {.stated = false};
  int index;
  cr_interval_init(&figure.share);
  cr_read_figure(reader, &figure, element, "share");
  units.share = figure.share;
  CR_APPEND(reader, unit_holdings, units, &index);
  if (index == CR_NONE) cr_interval_clear(&figure.share);
}
