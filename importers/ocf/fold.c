/* From transactions to lots. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

enum { LONGEST = 256, MOST_TOLD = 20 };

crible_status cr_ocf_wrong(cr_ocf_ledger *ledger, const cr_ocf_transaction *at, const char *code,
                           const char *format, ...) {
  char message[LONGEST];
  if (ledger->errors++ >= MOST_TOLD) return CRIBLE_OK;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  const crible_diagnostic diagnostic = {.severity = CRIBLE_ERROR, .code = code, .file = at->file,
                                        .path = at->fact.locator, .message = message,
                                        .line = at->fact.line, .column = at->fact.column};
  return cr_report(ledger->in.context, &diagnostic);
}

crible_status cr_ocf_dangling(cr_ocf_ledger *ledger, const cr_ocf_transaction *at, const char *id) {
  return cr_ocf_wrong(ledger, at, "ocf-dangling", _("no object of the ledger has the id '%.64s'"), id);
}

/* By day, then issuances before what closes them before splits, then as written. */
static int by_day(const void *left, const void *right) {
  const cr_ocf_transaction *a = left, *b = right;
  if (a->date != b->date) return a->date < b->date ? -1 : 1;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

static crible_status add_lot(int *index, cr_ocf_ledger *ledger, const cr_lot *lot) {
  void *block = ledger->closed;
  crible_status status = cr_facts_add_lots(ledger->in.facts, index);
  if (status == CRIBLE_OK)
    status = cr_grow(ledger->in.context, &block, &ledger->closed_capacity, (size_t)*index + 1,
                     sizeof *ledger->closed);
  if (status != CRIBLE_OK) return status;
  ledger->closed = block;
  ledger->closed[*index] = false;
  ledger->in.facts->lots[*index] = *lot;
  return CRIBLE_OK;
}

static crible_status issue(cr_ocf_ledger *ledger, const cr_ocf_transaction *at) {
  int index, holder = cr_facts_party(ledger->in.facts, at->holder);
  int found = cr_bods_index_find(&ledger->classes, at->share_class);
  if (holder == CR_NONE) return cr_ocf_dangling(ledger, at, at->holder);
  if (found == CR_NONE) return cr_ocf_dangling(ledger, at, at->share_class);
  if (cr_bods_index_find(&ledger->securities, at->security) != CR_NONE ||
      cr_bods_index_find(&ledger->promised, at->security) != CR_NONE)
    return cr_ocf_wrong(ledger, at, "ocf-twice", _("two issuances make the security '%.64s'"),
                 at->security);
  cr_lot lot = {.fact = at->fact, .id = at->security, .holder = holder,
                .share_class = ledger->class_list[found].index, .quantity = at->quantity,
                .since = at->date, .bare_owner = CR_NONE,
                .suspension = {CR_DATE_NONE, CR_DATE_NONE}};
  lot.fact.period.from = at->date;
  crible_status status = add_lot(&index, ledger, &lot);
  return status == CRIBLE_OK ? cr_bods_index_add(&ledger->securities, at->security, index) : status;
}

/* A lot goes on with another quantity: the old one ends and one of the same id begins. Lots that
 * succeed each other are found from the first, whose index the security has. */
static int latest_of(const cr_ocf_ledger *ledger, int first) {
  const cr_facts *facts = ledger->in.facts;
  int found = first;
  for (size_t i = (size_t)first + 1; i < facts->lots_count; i++)
    if (facts->lots[i].id == facts->lots[first].id) found = (int)i;
  return found;
}

static crible_status go_on_with(cr_ocf_ledger *ledger, int lot, cr_date date,
                                const fmpq_t quantity) {
  int index;
  cr_facts *facts = ledger->in.facts;
  cr_lot next = facts->lots[lot];
  next.quantity = cr_arena_rationals(facts->arena, 1);
  if (!next.quantity) return CRIBLE_E_MEMORY;
  fmpq_set(next.quantity, quantity);
  facts->lots[lot].fact.period.to = date;
  ledger->closed[lot] = true;
  next.fact.period.from = date;
  return add_lot(&index, ledger, &next);
}

/* The shares of securities together; false when one is not in the ledger, which is told. */
static crible_status sum_of(fmpq_t sum, bool *known, cr_ocf_ledger *ledger,
                            const cr_ocf_transaction *at) {
  crible_status status = CRIBLE_OK;
  *known = true;
  fmpq_zero(sum);
  for (const char *const *id = at->results; status == CRIBLE_OK && id && *id; id++) {
    int lot = cr_bods_index_find(&ledger->securities, *id);
    if (lot == CR_NONE) {
      *known = false;
      status = cr_ocf_dangling(ledger, at, *id);
    } else {
      fmpq_add(sum, sum, ledger->in.facts->lots[lot].quantity);
    }
  }
  return status;
}

/* What a transfer makes has together what it takes, and a balance has the rest. */
static crible_status check_sums(cr_ocf_ledger *ledger, const cr_ocf_transaction *at,
                                const fmpq_t whole) {
  bool known;
  fmpq_t sum;
  fmpq_init(sum);
  crible_status status = sum_of(sum, &known, ledger, at);
  if (status == CRIBLE_OK && known && at->same_shares && at->quantity &&
      !fmpq_equal(sum, at->quantity))
    status = cr_ocf_wrong(ledger, at, "ocf-sum",
                   _("the securities that the transfer makes have not the shares that it takes"));
  if (status == CRIBLE_OK && at->balance && at->quantity) {
    int lot = cr_bods_index_find(&ledger->securities, at->balance);
    fmpq_sub(sum, whole, at->quantity);
    if (lot == CR_NONE) status = cr_ocf_dangling(ledger, at, at->balance);
    else if (!fmpq_equal(sum, ledger->in.facts->lots[lot].quantity))
      status = cr_ocf_wrong(ledger, at, "ocf-sum", _("the balance '%.64s' has not the shares that are left"),
                     at->balance);
  }
  fmpq_clear(sum);
  return status;
}

static crible_status close(cr_ocf_ledger *ledger, const cr_ocf_transaction *at) {
  int first = cr_bods_index_find(&ledger->securities, at->security);
  int promise = cr_bods_index_find(&ledger->promised, at->security);
  if (promise != CR_NONE) return cr_ocf_close_promise(ledger, at, promise);
  if (first == CR_NONE) return cr_ocf_dangling(ledger, at, at->security);
  int lot = latest_of(ledger, first);
  cr_lot *told = &ledger->in.facts->lots[lot];
  if (ledger->closed[lot])
    return cr_ocf_wrong(ledger, at, "ocf-closed", _("the security '%.64s' was closed before"),
                 at->security);
  int order = at->quantity ? fmpq_cmp(at->quantity, told->quantity) : 0;
  if (order > 0)
    return cr_ocf_wrong(ledger, at, "ocf-sum", _("the security '%.64s' has fewer shares than that"),
                 at->security);
  crible_status status = check_sums(ledger, at, told->quantity);
  if (status != CRIBLE_OK) return status;
  if (order < 0 && !at->balance) {
    fmpq_t rest;
    fmpq_init(rest);
    fmpq_sub(rest, told->quantity, at->quantity);
    status = go_on_with(ledger, lot, at->date, rest);
    fmpq_clear(rest);
    return status;
  }
  told->fact.period.to = at->date;
  ledger->closed[lot] = true;
  return CRIBLE_OK;
}

/* All lots of the class are multiplied, but for those that the day itself made: a reissuance has
 * done it to them. */
static crible_status split(cr_ocf_ledger *ledger, const cr_ocf_transaction *at) {
  cr_facts *facts = ledger->in.facts;
  int found = cr_bods_index_find(&ledger->classes, at->share_class);
  crible_status status = CRIBLE_OK;
  fmpq_t quantity;
  if (found == CR_NONE) return cr_ocf_dangling(ledger, at, at->share_class);
  fmpq_init(quantity);
  for (size_t i = 0, count = facts->lots_count; status == CRIBLE_OK && i < count; i++) {
    const cr_lot *lot = &facts->lots[i];
    if (lot->share_class != ledger->class_list[found].index || ledger->closed[i] ||
        lot->fact.period.from >= at->date)
      continue;
    fmpq_mul(quantity, lot->quantity, at->quantity);
    status = go_on_with(ledger, (int)i, at->date, quantity);
  }
  fmpq_clear(quantity);
  return status == CRIBLE_OK
             ? cr_ocf_split_promises(ledger, at, ledger->class_list[found].index)
             : status;
}

crible_status cr_ocf_fold(cr_ocf_ledger *ledger) {
  crible_status status = CRIBLE_OK;
  if (ledger->count)
    qsort(ledger->transactions, ledger->count, sizeof *ledger->transactions, by_day);
  for (size_t i = 0; status == CRIBLE_OK && i < ledger->count; i++) {
    const cr_ocf_transaction *at = &ledger->transactions[i];
    switch (at->kind) {
    case CR_OCF_ISSUANCE: status = issue(ledger, at); break;
    case CR_OCF_PROMISE: status = cr_ocf_promise_shares(ledger, at); break;
    case CR_OCF_CLOSING: status = close(ledger, at); break;
    case CR_OCF_SPLIT: status = split(ledger, at); break;
    }
  }
  return status;
}
