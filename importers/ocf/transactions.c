/* Transactions on shares that exist or are promised, as they are written; others change neither. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

static const struct closing {
  const char *type, *quantity; /* NULL: all of it */
  bool same_shares;
} closings[] = {{"TX_STOCK_TRANSFER", "quantity", true},
                {"TX_STOCK_CANCELLATION", "quantity", false},
                {"TX_STOCK_REPURCHASE", "quantity", false},
                {"TX_STOCK_CONVERSION", "quantity_converted", false},
                {"TX_STOCK_RETRACTION", NULL, false},
                {"TX_STOCK_REISSUANCE", NULL, false},
                {"TX_EQUITY_COMPENSATION_EXERCISE", "quantity", false},
                {"TX_EQUITY_COMPENSATION_RELEASE", "quantity", false},
                {"TX_EQUITY_COMPENSATION_TRANSFER", "quantity", false},
                {"TX_EQUITY_COMPENSATION_CANCELLATION", "quantity", false},
                {"TX_EQUITY_COMPENSATION_RETRACTION", NULL, false},
                {"TX_PLAN_SECURITY_EXERCISE", "quantity", false},
                {"TX_PLAN_SECURITY_RELEASE", "quantity", false},
                {"TX_PLAN_SECURITY_TRANSFER", "quantity", false},
                {"TX_PLAN_SECURITY_CANCELLATION", "quantity", false},
                {"TX_PLAN_SECURITY_RETRACTION", NULL, false},
                {"TX_WARRANT_EXERCISE", NULL, false},
                {"TX_WARRANT_TRANSFER", "quantity", false},
                {"TX_WARRANT_CANCELLATION", "quantity", false},
                {"TX_WARRANT_RETRACTION", NULL, false},
                {"TX_CONVERTIBLE_CONVERSION", NULL, false},
                {"TX_CONVERTIBLE_TRANSFER", NULL, false},
                {"TX_CONVERTIBLE_CANCELLATION", NULL, false},
                {"TX_CONVERTIBLE_RETRACTION", NULL, false}};

static crible_status go_on(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

static crible_status keep(cr_ocf_ledger *ledger, const cr_json_value *item,
                          cr_ocf_transaction *read) {
  void *block = ledger->transactions;
  crible_status status = cr_payload_fact(&read->fact, &ledger->in, item);
  if (status == CRIBLE_OK)
    status = cr_grow(ledger->in.context, &block, &ledger->capacity, ledger->count + 1,
                     sizeof *ledger->transactions);
  if (status != CRIBLE_OK) return status;
  read->file = ledger->file;
  read->order = (int)ledger->count;
  read->fact.recorded = read->date;
  ledger->transactions = block;
  ledger->transactions[ledger->count++] = *read;
  return CRIBLE_OK;
}

/* A list of ids, NULL-terminated. */
static crible_status read_ids(const char *const **out, cr_ocf_ledger *ledger,
                              const cr_json_value *item, const char *member) {
  const cr_json_value *list;
  cr_arena *arena = ledger->in.facts->arena;
  size_t count = 0;
  crible_status status = cr_payload_member(&list, &ledger->in, item, member, CR_JSON_ARRAY);
  if (status != CRIBLE_OK) return status;
  const char **ids = cr_arena_alloc(arena, (list ? list->count : 0) + 1, sizeof *ids);
  *out = ids;
  if (!ids) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (element, list) {
    const char *text = cr_json_text(element);
    if (!text) continue;
    ids[count] = cr_arena_string(arena, text);
    if (!ids[count++]) return CRIBLE_E_MEMORY;
  }
  return CRIBLE_OK;
}

static crible_status read_common(cr_ocf_transaction *out, cr_ocf_ledger *ledger,
                                 const cr_json_value *item) {
  const char *day;
  crible_status status = cr_ocf_need(&day, ledger, item, "date");
  if (status == CRIBLE_OK) status = cr_ocf_day(&out->date, ledger, item, "date");
  return status == CRIBLE_OK ? cr_payload_text(&out->id, &ledger->in, item, "id") : status;
}

static crible_status need_quantity(fmpq **out, cr_ocf_ledger *ledger, const cr_json_value *item,
                                   const char *member) {
  const char *text;
  crible_status status = cr_ocf_need(&text, ledger, item, member);
  if (status == CRIBLE_OK && text) status = cr_ocf_decimal(out, ledger, item, member);
  if (status != CRIBLE_OK || !text || !*out || fmpq_sgn(*out) > 0) return status;
  return go_on(cr_json_error(ledger->in.reader, item, member, "ocf-decimal", NULL,
                             _("a transaction is on more than 0 shares")));
}

static crible_status read_issuance(cr_ocf_ledger *ledger, const cr_json_value *item) {
  cr_ocf_transaction read = {.kind = CR_OCF_ISSUANCE};
  crible_status status = read_common(&read, ledger, item);
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.security, ledger, item, "security_id");
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.holder, ledger, item, "stakeholder_id");
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.share_class, ledger, item, "stock_class_id");
  if (status == CRIBLE_OK) status = need_quantity(&read.quantity, ledger, item, "quantity");
  return status == CRIBLE_OK ? keep(ledger, item, &read) : status;
}

static crible_status read_closing(cr_ocf_ledger *ledger, const cr_json_value *item,
                                  const struct closing *closing) {
  cr_ocf_transaction read = {.kind = CR_OCF_CLOSING, .same_shares = closing->same_shares};
  crible_status status = read_common(&read, ledger, item);
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.security, ledger, item, "security_id");
  if (status == CRIBLE_OK && closing->quantity)
    status = need_quantity(&read.quantity, ledger, item, closing->quantity);
  if (status == CRIBLE_OK)
    status = cr_payload_text(&read.balance, &ledger->in, item, "balance_security_id");
  if (status == CRIBLE_OK)
    status = cr_payload_text(&read.split, &ledger->in, item, "split_transaction_id");
  if (status == CRIBLE_OK) status = read_ids(&read.results, ledger, item, "resulting_security_ids");
  return status == CRIBLE_OK ? keep(ledger, item, &read) : status;
}

/* Several securities closed into one. */
static crible_status read_consolidation(cr_ocf_ledger *ledger, const cr_json_value *item) {
  cr_ocf_transaction read = {.kind = CR_OCF_CLOSING};
  const char *const *securities;
  const char *result;
  crible_status status = read_common(&read, ledger, item);
  if (status == CRIBLE_OK) status = read_ids(&securities, ledger, item, "security_ids");
  if (status == CRIBLE_OK) status = cr_ocf_need(&result, ledger, item, "resulting_security_id");
  if (status != CRIBLE_OK) return status;
  const char **results = cr_arena_alloc(ledger->in.facts->arena, 2, sizeof *results);
  if (!results) return CRIBLE_E_MEMORY;
  results[0] = result;
  read.results = results;
  for (; status == CRIBLE_OK && *securities; securities++) {
    read.security = *securities;
    status = keep(ledger, item, &read);
  }
  return status;
}

static crible_status read_split(cr_ocf_ledger *ledger, const cr_json_value *item) {
  cr_ocf_transaction read = {.kind = CR_OCF_SPLIT};
  const cr_json_value *ratio;
  fmpq *denominator = NULL;
  crible_status status = read_common(&read, ledger, item);
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.share_class, ledger, item, "stock_class_id");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&ratio, &ledger->in, item, "split_ratio", CR_JSON_OBJECT);
  if (status == CRIBLE_OK) status = need_quantity(&read.quantity, ledger, ratio ? ratio : item,
                                                  "numerator");
  if (status == CRIBLE_OK)
    status = need_quantity(&denominator, ledger, ratio ? ratio : item, "denominator");
  if (status != CRIBLE_OK || !read.quantity || !denominator || fmpq_is_zero(denominator))
    return status;
  fmpq_div(read.quantity, read.quantity, denominator);
  return keep(ledger, item, &read);
}

/* The most that was ever authorised. */
static crible_status read_adjustment(cr_ocf_ledger *ledger, const cr_json_value *item) {
  const char *id;
  fmpq *most = NULL;
  crible_status status = cr_ocf_need(&id, ledger, item, "stock_class_id");
  int found = status == CRIBLE_OK && id ? cr_bods_index_find(&ledger->classes, id) : CR_NONE;
  if (found == CR_NONE) return status;
  cr_ocf_class *told = &ledger->class_list[found];
  status = cr_ocf_decimal(&most, ledger, item, "new_shares_authorized");
  if (most && told->authorised && fmpq_cmp(most, told->authorised) > 0) told->authorised = most;
  return status;
}

static crible_status read_promise(cr_ocf_ledger *ledger, const cr_json_value *item,
                                  const char *type) {
  cr_ocf_transaction read = {.kind = CR_OCF_PROMISE};
  crible_status status = read_common(&read, ledger, item);
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.security, ledger, item, "security_id");
  if (status == CRIBLE_OK) status = cr_ocf_need(&read.holder, ledger, item, "stakeholder_id");
  if (status == CRIBLE_OK) status = cr_ocf_read_promised(&read, ledger, item, type);
  return status == CRIBLE_OK ? keep(ledger, item, &read) : status;
}

crible_status cr_ocf_read_transaction(cr_ocf_ledger *ledger, const cr_json_value *item) {
  const char *type;
  crible_status status = cr_ocf_need(&type, ledger, item, "object_type");
  if (status != CRIBLE_OK || !type) return status;
  if (cr_ocf_is_promise(type)) return read_promise(ledger, item, type);
  for (size_t i = 0; i < sizeof closings / sizeof *closings; i++)
    if (!strcmp(type, closings[i].type)) return read_closing(ledger, item, &closings[i]);
  if (!strcmp(type, "TX_STOCK_ISSUANCE")) return read_issuance(ledger, item);
  if (!strcmp(type, "TX_STOCK_CONSOLIDATION")) return read_consolidation(ledger, item);
  if (!strcmp(type, "TX_STOCK_CLASS_SPLIT")) return read_split(ledger, item);
  if (!strcmp(type, "TX_STOCK_CLASS_AUTHORIZED_SHARES_ADJUSTMENT"))
    return read_adjustment(ledger, item);
  return CRIBLE_OK;
}
