/* The issuer, its stakeholders and its classes of stock. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

static crible_status go_on(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

static crible_status add_seat(cr_ocf_ledger *ledger, const cr_json_value *at, int party,
                              cr_seat_kind kind, const char *country) {
  int index;
  cr_fact fact;
  if (!country) return CRIBLE_OK;
  crible_status status = cr_payload_fact(&fact, &ledger->in, at);
  if (status == CRIBLE_OK) status = cr_facts_add_seats(ledger->in.facts, &index);
  if (status == CRIBLE_OK)
    ledger->in.facts->seats[index] = (cr_seat){fact, party, kind, country};
  return status;
}

/* Formed in a country, and directed from the address, which the format says is its headquarters. */
crible_status cr_ocf_read_issuer(cr_ocf_ledger *ledger, const cr_json_value *item) {
  cr_payload *in = &ledger->in;
  const cr_json_value *address;
  const char *formed, *headquarters = NULL;
  cr_date founded = CR_DATE_NONE;
  cr_payload_party party = {.kind = CR_COMPANY};
  if (in->subject != CR_NONE) {
    return go_on(cr_json_error(in->reader, item, NULL, "ocf-twice", NULL,
                               _("there are two manifests: one ledger has one issuer")));
  }
  crible_status status = cr_ocf_need(&party.id, ledger, item, "id");
  if (status == CRIBLE_OK) status = cr_ocf_need(&party.name, ledger, item, "legal_name");
  if (status == CRIBLE_OK) status = cr_ocf_day(&founded, ledger, item, "formation_date");
  if (status == CRIBLE_OK)
    status = cr_payload_country(&formed, in, item, "country_of_formation");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&address, in, item, "address", CR_JSON_OBJECT);
  if (status == CRIBLE_OK) status = cr_payload_country(&headquarters, in, address, "country");
  if (status != CRIBLE_OK || !party.id) return status;
  status = cr_payload_add_party(&in->subject, NULL, in, item, &party);
  if (status != CRIBLE_OK) return status;
  in->facts->parties[in->subject].incorporated = founded;
  status = add_seat(ledger, item, in->subject, CR_SEAT_REGISTERED, formed);
  return status == CRIBLE_OK
             ? add_seat(ledger, item, in->subject, CR_SEAT_ADMINISTRATION, headquarters)
             : status;
}

/* The country of the legal address; others are where letters go. */
static crible_status read_legal_country(const char **out, cr_ocf_ledger *ledger,
                                        const cr_json_value *item) {
  const cr_json_value *list;
  crible_status status =
      cr_payload_member(&list, &ledger->in, item, "addresses", CR_JSON_ARRAY);
  *out = NULL;
  if (status != CRIBLE_OK || !list) return status;
  for CR_JSON_EACH (address, list) {
    const char *type = cr_json_text(cr_json_member(address, "address_type"));
    if (!type || strcmp(type, "LEGAL")) continue;
    return cr_payload_country(out, &ledger->in, address, "country");
  }
  return CRIBLE_OK;
}

crible_status cr_ocf_read_stakeholder(cr_ocf_ledger *ledger, const cr_json_value *item) {
  cr_payload *in = &ledger->in;
  const cr_json_value *name = NULL;
  const char *type = NULL, *country = NULL;
  bool is_new;
  int index;
  cr_payload_party party = {.kind = CR_COMPANY};
  crible_status status = cr_ocf_need(&party.id, ledger, item, "id");
  if (status == CRIBLE_OK) status = cr_ocf_need(&type, ledger, item, "stakeholder_type");
  if (status == CRIBLE_OK) status = cr_payload_member(&name, in, item, "name", CR_JSON_OBJECT);
  if (status == CRIBLE_OK) status = cr_payload_text(&party.name, in, name, "legal_name");
  if (status == CRIBLE_OK) status = read_legal_country(&country, ledger, item);
  if (status != CRIBLE_OK || !party.id || !type) return status;
  if (!strcmp(type, "INDIVIDUAL")) {
    party.kind = CR_PERSON;
    party.residence = country;
  } else if (strcmp(type, "INSTITUTION")) {
    return go_on(cr_json_error(in->reader, item, "stakeholder_type", "ocf-code", NULL,
                               _("a stakeholder is an INDIVIDUAL or an INSTITUTION")));
  }
  status = cr_payload_add_party(&index, &is_new, in, item, &party);
  if (status == CRIBLE_OK && !is_new)
    return go_on(cr_json_error(in->reader, item, "id", "ocf-twice", NULL,
                               _("two parties have the id '%.64s'"), party.id));
  return status == CRIBLE_OK && party.kind == CR_COMPANY
             ? add_seat(ledger, item, index, CR_SEAT_REGISTERED, country)
             : status;
}

/* UNLIMITED and NOT APPLICABLE are no number. */
static crible_status read_authorised(fmpq **out, cr_ocf_ledger *ledger,
                                     const cr_json_value *item, const char *member) {
  const char *text = cr_json_text(cr_json_member(item, member));
  *out = NULL;
  if (text && (!strcmp(text, "UNLIMITED") || !strcmp(text, "NOT APPLICABLE"))) return CRIBLE_OK;
  return cr_ocf_decimal(out, ledger, item, member);
}

static crible_status add_class(cr_ocf_ledger *ledger, const cr_json_value *item,
                               const cr_ocf_class *read, const char *id, const char *name,
                               fmpq *votes) {
  cr_facts *facts = ledger->in.facts;
  void *block = ledger->class_list;
  cr_fact fact;
  int index;
  fmpq *numbers = cr_arena_rationals(facts->arena, 2);
  crible_status status = numbers ? cr_payload_fact(&fact, &ledger->in, item) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK)
    status = cr_grow(ledger->in.context, &block, &ledger->class_capacity, ledger->class_count + 1,
                     sizeof *ledger->class_list);
  if (status != CRIBLE_OK) return status;
  ledger->class_list = block;
  status = cr_bods_index_add(&ledger->classes, id, (int)ledger->class_count);
  if (status == CRIBLE_OK) status = cr_facts_add_classes(facts, &index);
  if (status != CRIBLE_OK) return status;
  fmpq_one(numbers + 1);
  facts->classes[index] = (cr_share_class){.fact = fact, .id = id, .name = name,
                                           .company = ledger->in.subject, .issued = numbers,
                                           .votes_per_share = votes ? votes : numbers + 1,
                                           .double_after_years = CR_NONE,
                                           .cap = NULL};
  ledger->class_list[ledger->class_count] = *read;
  ledger->class_list[ledger->class_count++].index = index;
  return CRIBLE_OK;
}

crible_status cr_ocf_read_class(cr_ocf_ledger *ledger, const cr_json_value *item) {
  cr_payload *in = &ledger->in;
  const cr_json_value *par = NULL;
  const char *id = NULL, *name = NULL;
  fmpq *votes = NULL;
  cr_ocf_class read = {.index = CR_NONE};
  crible_status status = cr_ocf_need(&id, ledger, item, "id");
  if (status == CRIBLE_OK) status = cr_payload_text(&name, in, item, "name");
  if (status == CRIBLE_OK) status = cr_ocf_decimal(&votes, ledger, item, "votes_per_share");
  if (status == CRIBLE_OK)
    status = read_authorised(&read.authorised, ledger, item, "initial_shares_authorized");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&par, in, item, "par_value", CR_JSON_OBJECT);
  if (status == CRIBLE_OK && par) status = cr_ocf_decimal(&read.nominal, ledger, par, "amount");
  if (status == CRIBLE_OK && par) status = cr_payload_text(&read.currency, in, par, "currency");
  if (status != CRIBLE_OK || !id) return status;
  if (cr_bods_index_find(&ledger->classes, id) != CR_NONE) {
    return go_on(cr_json_error(in->reader, item, "id", "ocf-twice", NULL,
                               _("two classes have the id '%.64s'"), id));
  }
  return add_class(ledger, item, &read, id, name, votes);
}
