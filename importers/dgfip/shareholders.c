/* data.capital: shareholders by percentage, and by shares where the return counts them. */
#include <stdio.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/dgfip/parts.h"

enum { ID = 32 };

typedef struct shareholder {
  int party;     /* CR_NONE: of no type that there is */
  bool twice;    /* listed before */
  bool counted;  /* whether its shares are stated */
  fmpq *shares;
} shareholder;

typedef struct capital {
  cr_payload *payload;
  shareholder *holders; /* a row each */
  fmpq_t total;         /* shares of the subject, as the return counts them */
  fmpq_t rest;          /* of them, those of nobody listed */
  bool counted;         /* whether shares say what part of the whole each has */
} capital;

static crible_status add_person(int *out, cr_payload *payload, const cr_json_value *row,
                                const char *id) {
  const cr_json_value *person, *address;
  cr_payload_party party = {.kind = CR_PERSON, .id = id};
  crible_status status = cr_payload_member(&person, payload, row, "personne_physique_attributes",
                                           CR_JSON_OBJECT);
  if (status == CRIBLE_OK)
    status = cr_payload_text(&party.name, payload, person, "nom_patronymique_et_prenoms");
  if (status == CRIBLE_OK && !party.name)
    status = cr_payload_text(&party.name, payload, person, "nom_marital");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&address, payload, row, "adresse", CR_JSON_OBJECT);
  if (status == CRIBLE_OK)
    status = cr_payload_country(&party.residence, payload, address, "pays");
  return status == CRIBLE_OK ? cr_payload_add_party(out, NULL, payload, row, &party) : status;
}

/* *out is CR_NONE for a shareholder of a type that there is not, which is told. */
static crible_status add_shareholder(int *out, bool *is_new, cr_payload *payload,
                                     const cr_json_value *row, const char *id) {
  const char *type;
  const cr_json_value *company;
  *out = CR_NONE;
  *is_new = true;
  crible_status status = cr_payload_text(&type, payload, row, "type");
  if (status != CRIBLE_OK) return status;
  if (type && !strcmp(type, "personne_physique")) return add_person(out, payload, row, id);
  if (type && !strcmp(type, "personne_morale")) {
    status = cr_payload_member(&company, payload, row, "personne_morale_attributes",
                               CR_JSON_OBJECT);
    return status == CRIBLE_OK ? cr_dgfip_add_company(out, is_new, payload, company, row, id)
                               : status;
  }
  status = cr_json_error(payload->reader, row, "type", "shareholder-type", NULL,
                         _("a shareholder is a 'personne_morale' or a 'personne_physique'"));
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

/* A whole number of shares; *stated is false when there is none. */
static crible_status read_count(fmpq_t out, bool *stated, cr_payload *payload,
                                const cr_json_value *object, const char *member) {
  const cr_json_value *value;
  *stated = false;
  crible_status status = cr_payload_member(&value, payload, object, member, CR_JSON_NUMBER);
  if (status != CRIBLE_OK || !value) return status;
  bool read = cr_json_rational(out, NULL, value) == CRIBLE_OK;
  *stated = read && fmpq_sgn(out) >= 0 && fmpz_is_one(fmpq_denref(out));
  if (*stated) return CRIBLE_OK;
  status = cr_json_error(payload->reader, value, NULL, "bad-count", NULL,
                         _("'%s' is no number of shares"), member);
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

static bool lists(const cr_json_value *rows, const char *type) {
  for CR_JSON_EACH (row, rows) {
    const char *own = cr_json_text(cr_json_member(row, "type"));
    if (own && !strcmp(own, type)) return true;
  }
  return false;
}

/* All shares are those of companies and those of persons; a kind of holder that is not counted
 * has none if none of it is listed. */
static crible_status read_total(capital *in, const cr_json_value *object,
                                const cr_json_value *rows) {
  static const char *const kinds[][2] = {{"personnes_morales", "personne_morale"},
                                         {"personnes_physiques", "personne_physique"}};
  const cr_json_value *split, *part;
  fmpq_t count;
  fmpq_init(count);
  crible_status status =
      cr_payload_member(&split, in->payload, object, "repartition", CR_JSON_OBJECT);
  in->counted = split != NULL;
  for (int i = 0; status == CRIBLE_OK && i < 2; i++) {
    bool stated = false;
    status = cr_payload_member(&part, in->payload, split, kinds[i][0], CR_JSON_OBJECT);
    if (status == CRIBLE_OK)
      status = read_count(count, &stated, in->payload, part, "total_actions");
    if (stated) fmpq_add(in->total, in->total, count);
    else if (lists(rows, kinds[i][1])) in->counted = false;
  }
  in->counted = in->counted && fmpq_sgn(in->total) > 0;
  fmpq_clear(count);
  return status;
}

/* Who each row is, and its shares. Shares that do not fit in the total, and shareholders that are
 * listed twice, leave percentages alone. */
static crible_status read_row(capital *in, const cr_json_value *row, int number) {
  shareholder *holder = &in->holders[number];
  char id[ID];
  bool is_new;
  snprintf(id, sizeof id, "shareholder-%d", number + 1);
  crible_status status = add_shareholder(&holder->party, &is_new, in->payload, row, id);
  for (int i = 0; !is_new && i < number; i++)
    if (in->holders[i].party == holder->party) holder->twice = true;
  if (holder->twice) in->counted = false;
  if (status == CRIBLE_OK)
    status = read_count(holder->shares, &holder->counted, in->payload, row, "nombre_parts");
  if (holder->counted) fmpq_sub(in->rest, in->rest, holder->shares);
  return status;
}

static crible_status read_rows(capital *in, const cr_json_value *rows) {
  int number = 0;
  cr_arena *arena = in->payload->facts->arena;
  in->holders = cr_arena_alloc(arena, rows->count, sizeof *in->holders);
  fmpq *shares = cr_arena_rationals(arena, rows->count);
  crible_status status = in->holders && shares ? CRIBLE_OK : CRIBLE_E_MEMORY;
  for CR_JSON_EACH (row, rows) {
    if (status != CRIBLE_OK) return status;
    in->holders[number].shares = shares + number;
    status = read_row(in, row, number++);
  }
  if (status != CRIBLE_OK || !in->counted || fmpq_sgn(in->rest) >= 0) return status;
  in->counted = false;
  return cr_json_warn(in->payload->reader, rows, NULL, "more-than-all", NULL,
                      _("the shareholders have more shares than there are: percentages alone are "
                        "taken"));
}

/* Shares counted are exact. Where they contradict the percentage both are kept, and the screening
 * reports it. */
static crible_status add_row(capital *in, const cr_json_value *row, const shareholder *holder) {
  cr_payload *payload = in->payload;
  cr_stake *stake;
  bool counted = in->counted && holder->counted;
  const cr_json_value *percentage = cr_json_member(row, "pourcentage");
  crible_status status = CRIBLE_OK;
  if (holder->party == CR_NONE) return CRIBLE_OK;
  if (counted) {
    status = cr_payload_add_stake(&stake, payload, row, holder->party, payload->subject,
                                  CR_CAPITAL);
    if (status == CRIBLE_OK) {
      fmpq_div(&stake->share[CR_CAPITAL].lo, holder->shares, in->total);
      fmpq_set(&stake->share[CR_CAPITAL].hi, &stake->share[CR_CAPITAL].lo);
    }
    if (!percentage || percentage->kind == CR_JSON_NULL) return status;
  }
  return status == CRIBLE_OK ? cr_dgfip_add_percentage(payload, row, "pourcentage", holder->party,
                                                       payload->subject, holder->twice)
                             : status;
}

static crible_status add_rows(capital *in, const cr_json_value *object,
                              const cr_json_value *rows) {
  int number = 0;
  crible_status status = read_total(in, object, rows);
  fmpq_set(in->rest, in->total);
  if (status == CRIBLE_OK) status = read_rows(in, rows);
  for CR_JSON_EACH (row, rows) {
    if (status != CRIBLE_OK) return status;
    status = add_row(in, row, &in->holders[number++]);
  }
  return status;
}

crible_status cr_dgfip_add_shareholders(cr_payload *payload, const cr_json_value *object) {
  const cr_json_value *rows;
  capital in = {.payload = payload};
  crible_status status =
      cr_payload_member(&rows, payload, object, "actionnaires", CR_JSON_ARRAY);
  if (status != CRIBLE_OK || !rows || rows->count == 0) return status;
  fmpq_init(in.total);
  fmpq_init(in.rest);
  status = add_rows(&in, object, rows);
  fmpq_clear(in.total);
  fmpq_clear(in.rest);
  return status;
}
