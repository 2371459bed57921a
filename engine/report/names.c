#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"

static const char *seat_words(cr_seat_kind kind) {
  switch (kind) {
  case CR_SEAT_REGISTERED: return _("registered office");
  case CR_SEAT_ADMINISTRATION: return _("central administration");
  case CR_SEAT_ESTABLISHMENT: return _("principal establishment");
  case CR_SEAT_KINDS: break;
  }
  return "";
}

static int option_of(const cr_builder *builder, cr_choice_index choice) {
  return builder->screening->ruleset->reading.option[choice];
}

static bool outside(const cr_builder *builder, const char *country) {
  const struct crible_screening *screening = builder->screening;
  return cr_reference_inside(screening->reference, &screening->ruleset->reading, country,
                             screening->as_of) == CR_FALSE;
}

/* Per party, the first of its seats outside the Union, registered office before the others. */
static void find_seats(cr_builder *builder) {
  const cr_facts *facts = builder->facts;
  bool office_only = option_of(builder, CR_CHOICE_SEAT_TEST) == CR_SEAT_TEST_REGISTERED;
  for (size_t i = 0; i < facts->seats_count; i++) {
    const cr_seat *seat = &facts->seats[i];
    int *found = &builder->seat_outside[seat->party];
    if (!cr_fact_valid(&seat->fact, builder->screening->as_of)) continue;
    if (office_only && seat->kind != CR_SEAT_REGISTERED) continue;
    if (!outside(builder, seat->country)) continue;
    if (*found == CR_NONE || seat->kind < facts->seats[*found].kind) *found = (int)i;
  }
}

/* Per party, the manager of a fund or the trustee of an arrangement. */
static void find_managers(cr_builder *builder) {
  const cr_facts *facts = builder->facts;
  for (size_t i = 0; i < facts->controls_count; i++) {
    const cr_control_fact *control = &facts->controls[i];
    bool manages = control->kind == CR_CONTROL_MANAGER || control->kind == CR_CONTROL_TRUSTEE;
    if (manages && control->controller_count > 0 &&
        builder->manager[control->controlled] == CR_NONE &&
        cr_fact_valid(&control->fact, builder->screening->as_of))
      builder->manager[control->controlled] = control->controllers[0];
  }
}

void cr_build_names(cr_builder *builder) {
  const int parties = (int)builder->facts->parties_count;
  builder->parties = cr_elements(builder, parties, sizeof *builder->parties);
  builder->stand_ins = cr_elements(builder, CR_PSEUDO_NODES, sizeof *builder->stand_ins);
  builder->seat_outside = cr_elements(builder, parties, sizeof *builder->seat_outside);
  builder->manager = cr_elements(builder, parties, sizeof *builder->manager);
  if (builder->failed) return;
  for (int i = 0; i < parties; i++) builder->seat_outside[i] = builder->manager[i] = CR_NONE;
  find_seats(builder);
  find_managers(builder);
}

/* What makes a party third: the country, and what of it is there. */
typedef struct third_place {
  const char *country, *what; /* NULL when nothing makes it third */
} third_place;

static third_place seat_place(const cr_builder *builder, int party) {
  int seat = builder->seat_outside[party];
  if (seat == CR_NONE) return (third_place){NULL, NULL};
  const cr_seat *found = &builder->facts->seats[seat];
  return (third_place){found->country, seat_words(found->kind)};
}

static third_place manager_place(const cr_builder *builder, int party) {
  int manager = builder->manager[party];
  if (manager == CR_NONE) return (third_place){NULL, NULL};
  third_place place = seat_place(builder, manager);
  place.what = builder->facts->parties[party].kind == CR_FUND ? _("its manager") : _("its trustee");
  return place;
}

/* The State of a group or public body, the law of a fund, where a person resides. */
static third_place state_place(const cr_builder *builder, const cr_party *party,
                               const char *what) {
  if (!party->country || !outside(builder, party->country)) return (third_place){NULL, NULL};
  return (third_place){party->country, what};
}

static third_place person_place(const cr_builder *builder, const cr_party *party) {
  int option = option_of(builder, CR_CHOICE_NATURAL_PERSONS);
  if (party->kind == CR_GROUP && option == CR_NATURAL_PERSONS_NATIONALITY)
    return state_place(builder, party, _("nationality"));
  if (option == CR_NATURAL_PERSONS_RESIDENCE) return state_place(builder, party, _("residence"));
  if (option == CR_NATURAL_PERSONS_NEVER || !party->nationalities || !party->nationalities[0] ||
      !outside(builder, party->nationalities[0]))
    return (third_place){NULL, NULL};
  return (third_place){party->nationalities[0], _("nationality")};
}

static third_place place_of(const cr_builder *builder, int party) {
  const cr_party *facts = &builder->facts->parties[party];
  if (party == builder->facts->candidate) return (third_place){NULL, NULL};
  if (facts->kind == CR_PERSON || (facts->kind == CR_GROUP && facts->members_are_persons))
    return person_place(builder, facts);
  if (facts->kind == CR_FUND || facts->kind == CR_ARRANGEMENT)
    return option_of(builder, CR_CHOICE_FUNDS) == CR_FUNDS_OWN_LAW
               ? state_place(builder, facts, _("its law"))
               : manager_place(builder, party);
  if (facts->kind != CR_GROUP) {
    third_place place = seat_place(builder, party);
    if (place.country || facts->kind != CR_PUBLIC_BODY) return place;
  }
  return state_place(builder, facts, NULL);
}

/* A concert by those of its members that count in it; NULL for another party. */
static const char *concert_name(cr_builder *builder, int fact_party) {
  const cr_view *view = builder->screening->analysis[0].graph.view;
  for (int i = 0; i < view->concert_count; i++) {
    const cr_view_concert *concert = &view->concerts[i];
    if (view->party[concert->node] != fact_party) continue;
    const char **names = cr_elements(builder, concert->member_count, sizeof *names);
    if (!names) return NULL;
    for (int m = 0; m < concert->member_count; m++)
      names[m] = cr_party_at(builder, view->party[concert->members[m]])->name;
    return cr_words(builder, _("the concert of %s"),
                    cr_enumerated(builder, names, concert->member_count));
  }
  return NULL;
}

static void name_party(cr_builder *builder, cr_shown_party *shown, int party) {
  third_place place = place_of(builder, party);
  shown->brief = shown->label = shown->name;
  if (!place.country) return;
  const char *country = cr_country_words(builder, place.country);
  shown->place = place.what ? cr_words(builder, _("%s, %s"), country, place.what) : country;
  shown->brief = cr_words(builder, "%s (%s)", shown->name, country);
  shown->label = cr_words(builder, "%s (%s)", shown->name, shown->place);
}

const cr_shown_party *cr_party_at(cr_builder *builder, int fact_party) {
  static const cr_shown_party nobody = {
      .id = "", .name = "", .place = "", .brief = "", .label = ""};
  if (builder->parties[fact_party]) return builder->parties[fact_party];
  const cr_party *party = &builder->facts->parties[fact_party];
  cr_shown_party *shown = cr_elements(builder, 1, sizeof *shown);
  if (!shown) return &nobody;
  shown->id = party->id;
  const char *concert = builder->facts->concert_party ? concert_name(builder, fact_party) : NULL;
  shown->name = concert ? concert : party->name ? party->name : party->id;
  shown->place = "";
  name_party(builder, shown, fact_party);
  builder->parties[fact_party] = shown;
  return shown;
}

static const cr_shown_party *stand_in(cr_builder *builder, int which) {
  static const char *const ids[] = {"undisclosed", "float", "nobody", "treasury"};
  static const char *const names[] = {
      N_("an undisclosed holder"), N_("holders who declared nothing"),
      N_("holders about whom nothing is said"), N_("treasury shares")};
  cr_shown_party *shown = &builder->stand_ins[which];
  *shown = (cr_shown_party){.id = ids[which],
                            .name = _(names[which]),
                            .place = "",
                            .brief = _(names[which]),
                            .label = _(names[which]),
                            .stand_in = true};
  return shown;
}

const cr_shown_party *cr_node_at(cr_builder *builder, const cr_view *view, int node) {
  if (node >= view->parties) return stand_in(builder, node - view->parties);
  return cr_party_at(builder, view->party[node]);
}
