/* What warrants, options and convertibles promise, as it is written: how many shares, of which class. */
#include <string.h>

#include "importers/ocf/ledger.h"

bool cr_ocf_is_promise(const char *type) {
  static const char *const types[] = {"TX_WARRANT_ISSUANCE", "TX_CONVERTIBLE_ISSUANCE",
                                      "TX_EQUITY_COMPENSATION_ISSUANCE",
                                      "TX_PLAN_SECURITY_ISSUANCE"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (!strcmp(type, types[i])) return true;
  return false;
}

/* A plan for shares of several classes does not say which an option of it is on. */
crible_status cr_ocf_read_plan(cr_ocf_ledger *ledger, const cr_json_value *item) {
  const char *id = NULL, *share_class = NULL;
  const cr_json_value *list = NULL;
  void *block = ledger->plan_classes;
  crible_status status = cr_ocf_need(&id, ledger, item, "id");
  if (status == CRIBLE_OK)
    status = cr_payload_text(&share_class, &ledger->in, item, "stock_class_id");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&list, &ledger->in, item, "stock_class_ids", CR_JSON_ARRAY);
  if (status != CRIBLE_OK || !id) return status;
  const char *only = list && list->count == 1 ? cr_json_text(cr_json_first(list)) : NULL;
  if (!share_class && only) {
    share_class = cr_arena_string(ledger->in.facts->arena, only);
    if (!share_class) return CRIBLE_E_MEMORY;
  }
  status = cr_grow(ledger->in.context, &block, &ledger->plan_capacity, ledger->plan_count + 1,
                   sizeof *ledger->plan_classes);
  if (status != CRIBLE_OK) return status;
  ledger->plan_classes = block;
  ledger->plan_classes[ledger->plan_count] = share_class;
  return cr_bods_index_add(&ledger->plans, id, (int)ledger->plan_count++);
}

/* The only right of a list of triggers, or NULL: which of several comes true is not known. */
static crible_status find_right(const cr_json_value **out, cr_ocf_ledger *ledger,
                                const cr_json_value *item, const char *triggers) {
  const cr_json_value *list;
  *out = NULL;
  crible_status status = cr_payload_member(&list, &ledger->in, item, triggers, CR_JSON_ARRAY);
  if (status != CRIBLE_OK || !list || list->count != 1) return status;
  return cr_payload_member(out, &ledger->in, cr_json_first(list), "conversion_right",
                           CR_JSON_OBJECT);
}

/* A number of shares is stated by one mechanism alone; the others make it of prices to come. */
static crible_status read_right(cr_ocf_transaction *out, cr_ocf_ledger *ledger,
                                const cr_json_value *right) {
  const cr_json_value *mechanism;
  const char *type = NULL;
  if (!right) return CRIBLE_OK;
  crible_status status =
      cr_payload_text(&out->share_class, &ledger->in, right, "converts_to_stock_class_id");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&mechanism, &ledger->in, right, "conversion_mechanism",
                               CR_JSON_OBJECT);
  if (status == CRIBLE_OK) status = cr_payload_text(&type, &ledger->in, mechanism, "type");
  if (status != CRIBLE_OK || !type || strcmp(type, "FIXED_AMOUNT_CONVERSION")) return status;
  return cr_ocf_decimal(&out->quantity, ledger, mechanism, "converts_to_quantity");
}

/* Of an option, its own class or its plan's. */
static crible_status read_compensation(cr_ocf_transaction *out, cr_ocf_ledger *ledger,
                                       const cr_json_value *item) {
  const char *plan = NULL, *type = NULL;
  crible_status status =
      cr_payload_text(&out->share_class, &ledger->in, item, "stock_class_id");
  if (status == CRIBLE_OK) status = cr_payload_text(&plan, &ledger->in, item, "stock_plan_id");
  if (status == CRIBLE_OK) status = cr_payload_text(&type, &ledger->in, item, "compensation_type");
  if (status == CRIBLE_OK) status = cr_ocf_decimal(&out->quantity, ledger, item, "quantity");
  if (status == CRIBLE_OK) status = cr_ocf_day(&out->expires, ledger, item, "expiration_date");
  if (status != CRIBLE_OK) return status;
  const int found = plan ? cr_bods_index_find(&ledger->plans, plan) : CR_NONE;
  if (!out->share_class && found != CR_NONE) out->share_class = ledger->plan_classes[found];
  out->of_cash = type && !strcmp(type, "CSAR");
  return CRIBLE_OK;
}

crible_status cr_ocf_read_promised(cr_ocf_transaction *out, cr_ocf_ledger *ledger,
                                   const cr_json_value *item, const char *type) {
  const cr_json_value *right;
  const bool warrant = !strcmp(type, "TX_WARRANT_ISSUANCE");
  out->expires = CR_DATE_NONE;
  if (!warrant && strcmp(type, "TX_CONVERTIBLE_ISSUANCE") != 0)
    return read_compensation(out, ledger, item);
  crible_status status =
      find_right(&right, ledger, item, warrant ? "exercise_triggers" : "conversion_triggers");
  if (status == CRIBLE_OK) status = read_right(out, ledger, right);
  if (status != CRIBLE_OK || !warrant) return status;
  if (!out->quantity) status = cr_ocf_decimal(&out->quantity, ledger, item, "quantity");
  return status == CRIBLE_OK ? cr_ocf_day(&out->expires, ledger, item, "warrant_expiration_date")
                             : status;
}
