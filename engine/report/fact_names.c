/* What tells a fact from others of its kind. */
#include "engine/report/fact_words.h"
#include "importers/dossier/vocabulary.h"

/* Facts of two parties, or of a party and a class. */
static const char *pair(cr_arena *arena, const char *first, const char *second) {
  return first && second ? cr_arena_printf(arena, "%s, %s", first, second) : first;
}

static const char *id_of(const cr_facts *facts, int party) {
  return party == CR_NONE ? NULL : facts->parties[party].id;
}

static const char *class_id(const cr_facts *facts, int class) {
  return class == CR_NONE ? NULL : facts->classes[class].id;
}

static const char *list_of(cr_arena *arena, const cr_facts *facts, const int *parties, int count) {
  const char *list = "";
  for (int i = 0; i < count && list; i++)
    list = cr_arena_printf(arena, "%s%s%s", list, i ? " " : "", id_of(facts, parties[i]));
  return list;
}

static cr_fact_name named(const char *element, const char *which, const char *of) {
  return (cr_fact_name){element, which, of};
}

/* Holdings: of a holder, in a class or company. */
static cr_fact_name name_holding(cr_arena *arena, const cr_facts *facts, cr_fact_ref ref) {
  if (ref.kind == CR_FACT_lots) {
    const cr_lot *lot = &facts->lots[ref.index];
    return named("lot", pair(arena, id_of(facts, lot->holder), class_id(facts, lot->share_class)),
                 id_of(facts, facts->classes[lot->share_class].company));
  }
  if (ref.kind == CR_FACT_stakes) {
    const cr_stake *stake = &facts->stakes[ref.index];
    return named("stake",
                 pair(arena, id_of(facts, stake->holder), class_id(facts, stake->share_class)),
                 id_of(facts, stake->company));
  }
  if (ref.kind == CR_FACT_options) {
    const cr_option *option = &facts->options[ref.index];
    return named("option",
                 pair(arena, id_of(facts, option->holder), class_id(facts, option->share_class)),
                 id_of(facts, facts->classes[option->share_class].company));
  }
  const cr_unit_holding *units = &facts->unit_holdings[ref.index];
  return named("unit-holder", id_of(facts, units->holder), id_of(facts, units->fund));
}

/* What listed companies' holders told. */
static cr_fact_name name_listed(cr_arena *arena, const cr_facts *facts, cr_fact_ref ref) {
  char day[16];
  if (ref.kind == CR_FACT_admissions) {
    const cr_admission *admission = &facts->admissions[ref.index];
    return named("admission", admission->mic,
                 id_of(facts, facts->classes[admission->share_class].company));
  }
  if (ref.kind == CR_FACT_declared_tables) {
    cr_date_format(day, facts->declared_tables[ref.index].date);
    return named("declared-holders", cr_arena_string(arena, day),
                 id_of(facts, facts->declared_tables[ref.index].company));
  }
  const cr_declaration *told = &facts->declarations[ref.index];
  cr_date_format(day, told->date);
  return named("declaration", pair(arena, id_of(facts, told->declarant), day),
               id_of(facts, told->company));
}

static cr_fact_name name_other(cr_arena *arena, const cr_facts *facts, cr_fact_ref ref) {
  switch (ref.kind) {
  case CR_FACT_parties: {
    const cr_party *party = &facts->parties[ref.index];
    return named(cr_word_text(cr_party_kind_words, (int)party->kind), party->id, NULL);
  }
  case CR_FACT_seats: {
    const cr_seat *seat = &facts->seats[ref.index];
    return named("seat", cr_word_text(cr_seat_words, (int)seat->kind), id_of(facts, seat->party));
  }
  case CR_FACT_classes:
    return named("share-class", facts->classes[ref.index].id,
                 id_of(facts, facts->classes[ref.index].company));
  case CR_FACT_controls: {
    const cr_control_fact *control = &facts->controls[ref.index];
    return named("control",
                 pair(arena, id_of(facts, control->controlled),
                      list_of(arena, facts, control->controllers, control->controller_count)),
                 NULL);
  }
  case CR_FACT_concerts: {
    const cr_concert *concert = &facts->concerts[ref.index];
    return named("concert", list_of(arena, facts, concert->members, concert->member_count), NULL);
  }
  case CR_FACT_organs:
    return named("organ", facts->organs[ref.index].id,
                 id_of(facts, facts->organs[ref.index].company));
  case CR_FACT_rights: {
    const cr_right *right = &facts->rights[ref.index];
    return named("right", right->id ? right->id : cr_word_text(cr_right_words, (int)right->kind),
                 id_of(facts, right->company));
  }
  case CR_FACT_completeness: {
    const cr_completeness *complete = &facts->completeness[ref.index];
    return named("complete", cr_word_text(cr_complete_words, (int)complete->of),
                 id_of(facts, complete->company));
  }
  case CR_FACT_aliases:
    return named("match", facts->aliases[ref.index].id,
                 id_of(facts, facts->aliases[ref.index].party));
  default: return named("source", facts->sources[ref.index].id, NULL);
  }
}

cr_fact_name cr_fact_name_of(cr_arena *arena, const cr_facts *facts, cr_fact_ref ref) {
  switch (ref.kind) {
  case CR_FACT_lots:
  case CR_FACT_stakes:
  case CR_FACT_options:
  case CR_FACT_unit_holdings: return name_holding(arena, facts, ref);
  case CR_FACT_admissions:
  case CR_FACT_declared_tables:
  case CR_FACT_declarations: return name_listed(arena, facts, ref);
  default: return name_other(arena, facts, ref);
  }
}
