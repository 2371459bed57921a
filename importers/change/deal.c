/* Who buys how much from whom. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/change/parts.h"

static const char add_words[] = "holder of capital votes shares class from " CR_NEW_PARTY_WORDS;
static const char sell_words[] = "holder of capital votes shares class to " CR_NEW_PARTY_WORDS;

fmpq *cr_edit_rational(cr_edit *edit) {
  fmpq *value = cr_arena_rationals(edit->complaints->arena, 1);
  if (!value) edit->complaints->status = CRIBLE_E_MEMORY;
  return value;
}

static const fmpq *read_amount(cr_edit *edit, const char *name, bool share) {
  const char *text = cr_edit_value(edit, name);
  fmpq *value = text ? cr_edit_rational(edit) : NULL;
  if (!value) return NULL;
  bool read = cr_rational_parse(value, NULL, text) == CRIBLE_OK;
  if (read && fmpq_sgn(value) > 0 && !(share && fmpq_cmp_ui(value, 1) > 0) &&
      !(!share && strchr(text, '%')))
    return value;
  cr_complain(edit->complaints, CR_CAUSE_VALUE, share ? "bad-share" : "bad-quantity",
              cr_edit_at(edit, name),
              share ? _("'%s' is '%s', not a share above 0 and up to the whole")
                    : _("'%s' is '%s', not a number above 0"),
              name, text);
  cr_advise(edit->complaints, "%s",
            share ? _("write 5%, 0.05 or 1/20") : _("write how many shares, such as 500"));
  return NULL;
}

static void read_amounts(cr_edit *edit, cr_deal *deal) {
  deal->share_class = cr_edit_value(edit, "class");
  deal->shares = read_amount(edit, "shares", false);
  deal->part[CR_CAPITAL] = read_amount(edit, "capital", true);
  deal->part[CR_VOTES] = read_amount(edit, "votes", true);
  if (deal->shares || deal->part[CR_CAPITAL] || deal->part[CR_VOTES] || !cr_edit_goes_on(edit))
    return;
  cr_complain(edit->complaints, CR_CAUSE_FORM, "missing-word", cr_edit_at(edit, "holder"),
              _("the change does not say how much"));
  cr_advise(edit->complaints, "%s", _("write capital=…, votes=… or shares=…"));
}

static void read_company(cr_edit *edit, cr_deal *deal) {
  deal->company = cr_edit_of(edit);
  if (!deal->company || !strcmp(cr_tree_name(deal->company), "company") ||
      !strcmp(cr_tree_name(deal->company), "public-body"))
    return;
  cr_complain(edit->complaints, CR_CAUSE_SENSE, "not-a-company", cr_edit_at(edit, "of"),
              _("'%s' is not a company: nobody holds shares of it"), cr_edit_id(deal->company));
}

/* A listed company's holders are those who declared themselves; lots and stakes beside that would
 * change nothing. */
static void refuse_declared(cr_edit *edit, const cr_deal *deal) {
  if (!cr_edit_next(edit, deal->company, NULL, "declared-holders") &&
      !cr_edit_next(edit, deal->company, NULL, "declaration"))
    return;
  CR_REFUSE(edit, "of", "declared-holders",
            _("of '%s', a listed company, those count who declared what they hold: it is their "
              "declarations in the dossier that would change"),
            cr_edit_id(deal->company));
}

/* Lots where there are any, else stakes; never half of each. */
static void apply(cr_edit *edit, const cr_deal *deal) {
  refuse_declared(edit, deal);
  if (deal->origin == CR_FROM_HOLDER && deal->buyer && deal->seller &&
      !strcmp(deal->buyer, deal->seller))
    CR_REFUSE(edit, "holder", "sells-to-itself", _("'%s' cannot buy from itself"), deal->buyer);
  if (deal->origin == CR_FROM_UNDISCLOSED) cr_deal_needs_undisclosed(edit, deal);
  if (!cr_edit_goes_on(edit)) return;
  if (cr_edit_next(edit, deal->company, NULL, "lot")) cr_deal_in_lots(edit, deal);
  else cr_deal_in_stakes(edit, deal);
}

void cr_deal_needs_undisclosed(cr_edit *edit, const cr_deal *deal) {
  for (const xmlNode *complete = cr_edit_next(edit, deal->company, NULL, "complete"); complete;
       complete = cr_edit_next(edit, deal->company, complete, "complete")) {
    if (!cr_edit_is(complete, "of", "holders")) continue;
    CR_REFUSE(edit, "holder", "nobody-undisclosed",
              _("the list of holders of '%s' is complete: somebody must give these shares up"),
              cr_edit_id(deal->company));
    cr_advise(edit->complaints, "%s", _("write from=ID, or from=issue for new shares"));
    return;
  }
}

void cr_apply_add(cr_edit *edit) {
  cr_deal deal = {.origin = CR_FROM_UNDISCLOSED};
  read_company(edit, &deal);
  read_amounts(edit, &deal);
  deal.buyer = cr_deal_party(edit, "holder");
  const char *from = cr_edit_value(edit, "from");
  if (from && !strcmp(from, "issue")) deal.origin = CR_FROM_ISSUE;
  else if (from) {
    const xmlNode *seller = cr_edit_party_named(edit, "from");
    deal.origin = CR_FROM_HOLDER;
    deal.seller = seller ? cr_edit_id(seller) : NULL;
  }
  cr_edit_unused(edit, add_words);
  if (cr_edit_goes_on(edit)) apply(edit, &deal);
}

void cr_apply_sell(cr_edit *edit) {
  cr_deal deal = {.origin = CR_FROM_HOLDER};
  read_company(edit, &deal);
  read_amounts(edit, &deal);
  if (!cr_edit_value(edit, "holder")) {
    CR_REFUSE(edit, "holder", "missing-word", _("the change does not say '%s'"), "holder");
    cr_advise(edit->complaints, _("write %s=ID"), "holder");
  } else {
    const xmlNode *seller = cr_edit_party_named(edit, "holder");
    deal.seller = seller ? cr_edit_id(seller) : NULL;
  }
  deal.buyer = cr_deal_party(edit, "to");
  cr_edit_unused(edit, sell_words);
  if (cr_edit_goes_on(edit)) apply(edit, &deal);
}
