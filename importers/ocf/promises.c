/* Warrants, options and convertibles as options on shares, from the transaction that grants them to
 * the one that ends them. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

static crible_status add_option(int *index, cr_ocf_ledger *ledger, const cr_option *option) {
  crible_status status = cr_facts_add_options(ledger->in.facts, index);
  if (status == CRIBLE_OK) ledger->in.facts->options[*index] = *option;
  return status;
}

/* The fact, where all that it needs is stated. */
static crible_status add_fact(int *index, cr_ocf_ledger *ledger, const cr_ocf_transaction *at,
                              int holder) {
  int found = at->share_class ? cr_bods_index_find(&ledger->classes, at->share_class) : CR_NONE;
  *index = CR_NONE;
  if (at->of_cash) return CRIBLE_OK;
  if (at->share_class && found == CR_NONE) return cr_ocf_dangling(ledger, at, at->share_class);
  if (found == CR_NONE || !at->quantity) {
    ledger->unknown_promises++;
    return CRIBLE_OK;
  }
  cr_option option = {.fact = at->fact, .holder = holder,
                      .share_class = ledger->class_list[found].index, .quantity = at->quantity,
                      .from_holder = CR_NONE, .exercisable = {CR_DATE_NONE, at->expires}};
  option.fact.period.from = at->date;
  return add_option(index, ledger, &option);
}

crible_status cr_ocf_promise_shares(cr_ocf_ledger *ledger, const cr_ocf_transaction *at) {
  int option, holder = cr_facts_party(ledger->in.facts, at->holder);
  void *block = ledger->promises;
  if (holder == CR_NONE) return cr_ocf_dangling(ledger, at, at->holder);
  if (cr_bods_index_find(&ledger->promised, at->security) != CR_NONE ||
      cr_bods_index_find(&ledger->securities, at->security) != CR_NONE)
    return cr_ocf_wrong(ledger, at, "ocf-twice", _("two issuances make the security '%.64s'"),
                        at->security);
  crible_status status = add_fact(&option, ledger, at, holder);
  if (status == CRIBLE_OK)
    status = cr_grow(ledger->in.context, &block, &ledger->promise_capacity,
                     ledger->promise_count + 1, sizeof *ledger->promises);
  if (status != CRIBLE_OK) return status;
  ledger->promises = block;
  ledger->promises[ledger->promise_count] = (cr_ocf_promise){option, false};
  return cr_bods_index_add(&ledger->promised, at->security, (int)ledger->promise_count++);
}

static crible_status check_results(cr_ocf_ledger *ledger, const cr_ocf_transaction *at) {
  crible_status status = CRIBLE_OK;
  for (const char *const *id = at->results; status == CRIBLE_OK && id && *id; id++)
    if (cr_bods_index_find(&ledger->securities, *id) == CR_NONE &&
        cr_bods_index_find(&ledger->promised, *id) == CR_NONE)
      status = cr_ocf_dangling(ledger, at, *id);
  return status;
}

/* The option goes on with another number of shares. */
static crible_status go_on_with(cr_ocf_ledger *ledger, cr_ocf_promise *promise, cr_date date,
                                const fmpq_t quantity) {
  cr_facts *facts = ledger->in.facts;
  cr_option next = facts->options[promise->option];
  next.quantity = cr_arena_rationals(facts->arena, 1);
  if (!next.quantity) return CRIBLE_E_MEMORY;
  fmpq_set(next.quantity, quantity);
  next.fact.period.from = date;
  facts->options[promise->option].fact.period.to = date;
  return add_option(&promise->option, ledger, &next);
}

crible_status cr_ocf_close_promise(cr_ocf_ledger *ledger, const cr_ocf_transaction *at,
                                   int index) {
  cr_ocf_promise *promise = &ledger->promises[index];
  cr_option *told = promise->option == CR_NONE ? NULL : &ledger->in.facts->options[promise->option];
  int order = told && at->quantity ? fmpq_cmp(at->quantity, told->quantity) : 0;
  if (promise->closed)
    return cr_ocf_wrong(ledger, at, "ocf-closed", _("the security '%.64s' was closed before"),
                        at->security);
  if (order > 0)
    return cr_ocf_wrong(ledger, at, "ocf-sum", _("the security '%.64s' has fewer shares than that"),
                        at->security);
  crible_status status = check_results(ledger, at);
  if (status != CRIBLE_OK) return status;
  if (order < 0 && !at->balance) {
    fmpq_t rest;
    fmpq_init(rest);
    fmpq_sub(rest, told->quantity, at->quantity);
    status = go_on_with(ledger, promise, at->date, rest);
    fmpq_clear(rest);
    return status;
  }
  promise->closed = true;
  if (told) told->fact.period.to = at->date;
  return CRIBLE_OK;
}

/* A split of a class is one of the shares still to come, too, but for what the day itself granted. */
crible_status cr_ocf_split_promises(cr_ocf_ledger *ledger, const cr_ocf_transaction *at,
                                    int share_class) {
  crible_status status = CRIBLE_OK;
  fmpq_t quantity;
  fmpq_init(quantity);
  for (size_t i = 0; status == CRIBLE_OK && i < ledger->promise_count; i++) {
    cr_ocf_promise *promise = &ledger->promises[i];
    if (promise->closed || promise->option == CR_NONE) continue;
    const cr_option *told = &ledger->in.facts->options[promise->option];
    if (told->share_class != share_class || told->fact.period.from >= at->date) continue;
    fmpq_mul(quantity, told->quantity, at->quantity);
    status = go_on_with(ledger, promise, at->date, quantity);
  }
  fmpq_clear(quantity);
  return status;
}

void cr_ocf_drop_empty_options(cr_facts *facts) {
  size_t kept = 0;
  for (size_t i = 0; i < facts->options_count; i++)
    if (facts->options[i].fact.period.from != facts->options[i].fact.period.to)
      facts->options[kept++] = facts->options[i];
  facts->options_count = kept;
}
