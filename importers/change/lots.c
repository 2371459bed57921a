/* Shares that change hands, where lots are stated. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/change/parts.h"

static xmlNode *find_class(const cr_edit *edit, const cr_deal *deal, const char *id) {
  for (xmlNode *class = cr_edit_next(edit, deal->company, NULL, "share-class"); class;
       class = cr_edit_next(edit, deal->company, class, "share-class"))
    if (cr_edit_is(class, "id", id)) return class;
  return NULL;
}

static bool sells(const cr_deal *deal, const xmlNode *lot) {
  const char *nature = cr_tree_attribute(lot, "nature");
  return cr_edit_is(lot, "holder", deal->seller) && (!nature || !strcmp(nature, "full"));
}

/* The only class there is: of the seller's lots, or of the company. NULL when several. */
static const char *only_class(const cr_edit *edit, const cr_deal *deal) {
  const bool of_seller = deal->origin == CR_FROM_HOLDER;
  const char *element = of_seller ? "lot" : "share-class", *id = of_seller ? "class" : "id";
  const char *only = NULL;
  for (const xmlNode *node = cr_edit_next(edit, deal->company, NULL, element); node;
       node = cr_edit_next(edit, deal->company, node, element)) {
    if (of_seller && !sells(deal, node)) continue;
    const char *class = cr_tree_attribute(node, id);
    if (only && class && strcmp(only, class)) return NULL;
    if (class) only = class;
  }
  return only;
}

static bool has_stake(const cr_edit *edit, const cr_deal *deal, const char *holder) {
  for (const xmlNode *stake = cr_edit_next(edit, deal->company, NULL, "stake"); stake;
       stake = cr_edit_next(edit, deal->company, stake, "stake"))
    if (!holder || cr_edit_is(stake, "holder", holder)) return true;
  return false;
}

/* A lot beside a stake of one holder is evidence of the same holding: it would contradict it. */
static void refuse_stakes(cr_edit *edit, const cr_deal *deal) {
  const char *of = cr_edit_id(deal->company);
  const bool issue = deal->origin == CR_FROM_ISSUE;
  if (issue ? !has_stake(edit, deal, NULL)
            : !has_stake(edit, deal, deal->buyer) &&
                  !(deal->seller && has_stake(edit, deal, deal->seller)))
    return;
  CR_REFUSE(edit, issue ? "from" : "holder", "stakes-and-lots",
            _("some of the holdings concerned in '%s' are stated as stakes and not as lots: what "
              "is left of them is not known"),
            of);
  cr_advise(edit->complaints, _("write --set \"stake=ID of=%s capital=…\" for each"), of);
}

static xmlNode *choose_class(cr_edit *edit, const cr_deal *deal) {
  const char *of = cr_edit_id(deal->company);
  const char *id = deal->share_class ? deal->share_class : only_class(edit, deal);
  xmlNode *class = id ? find_class(edit, deal, id) : NULL;
  if (class) return class;
  if (deal->share_class) {
    CR_REFUSE(edit, "class", "unknown-class", _("'%s' has no share class '%s'"), of, id);
  } else if (deal->origin == CR_FROM_HOLDER && !only_class(edit, deal) &&
             !cr_edit_next(edit, deal->company, NULL, "share-class")) {
    CR_REFUSE(edit, "of", "unknown-class", _("'%s' has no share class"), of);
  } else {
    CR_REFUSE(edit, "holder", "class-not-said",
              deal->origin == CR_FROM_HOLDER
                  ? _("of '%s', the seller has shares in full ownership of several classes, or none")
                  : _("'%s' has shares of several classes"),
              of);
    cr_advise(edit->complaints, "%s", _("write class=…"));
  }
  return NULL;
}

static void quantity_of(fmpq_t out, const xmlNode *lot) {
  if (!cr_edit_get_rational(out, lot, "quantity")) fmpq_zero(out);
}

static xmlNode *new_lot(cr_edit *edit, const cr_deal *deal, const char *class, const fmpq *shares) {
  char day[16];
  xmlNode *lot = cr_edit_add(edit, deal->company, "lot");
  cr_date_format(day, edit->day);
  cr_edit_put(edit, lot, "holder", deal->buyer);
  cr_edit_put(edit, lot, "class", class);
  if (lot) cr_edit_put_rational(edit, lot, "quantity", shares);
  cr_edit_put(edit, lot, "since", day);
  return lot;
}

/* What goes goes first from the lots last registered: those that have no double votes to lose, or
 * lost the least. A day not known is none that double votes could count from. */
static xmlNode *last_registered(const cr_edit *edit, const cr_deal *deal, const char *class) {
  xmlNode *last = NULL;
  const char *last_since = NULL;
  for (xmlNode *lot = cr_edit_next(edit, deal->company, NULL, "lot"); lot;
       lot = cr_edit_next(edit, deal->company, lot, "lot")) {
    if (!sells(deal, lot) || !cr_edit_is(lot, "class", class)) continue;
    const char *since = cr_tree_attribute(lot, "since");
    if (!since) return lot;
    if (last && strcmp(since, last_since) <= 0) continue;
    last = lot;
    last_since = since;
  }
  return last;
}

/* All of a lot goes: the lot keeps its name, so that a right attached to it follows; the votes
 * that a transfer takes away (C. com., art. L.225-124) and a suspension do not. */
static void hand_over(cr_edit *edit, xmlNode *lot, const char *buyer) {
  static const char *const stays[] = {"suspended-under", "suspended-from", "suspended-to",
                                      "source",          "locator",        "recorded"};
  char day[16];
  cr_date_format(day, edit->day);
  cr_edit_begin_today(edit, lot);
  cr_edit_put(edit, lot, "holder", buyer);
  cr_edit_put(edit, lot, "since", day);
  for (size_t i = 0; i < sizeof stays / sizeof *stays; i++) cr_edit_put(edit, lot, stays[i], NULL);
}

static void hand_over_part(cr_edit *edit, const cr_deal *deal, xmlNode *lot, const char *class,
                           const fmpq *part, const fmpq_t all) {
  static const char *const kept[] = {"registered", "paid-up"};
  fmpq_t rest;
  fmpq_init(rest);
  fmpq_sub(rest, all, part);
  cr_edit_begin_today(edit, lot);
  cr_edit_put_rational(edit, lot, "quantity", rest);
  fmpq_clear(rest);
  xmlNode *bought = new_lot(edit, deal, class, part);
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    cr_edit_put(edit, bought, kept[i], cr_tree_attribute(lot, kept[i]));
  const char *to = cr_tree_attribute(lot, "to");
  if (to) cr_edit_put(edit, bought, "to", to);
}

static bool seller_has(cr_edit *edit, const cr_deal *deal, const char *class, const fmpq *shares) {
  fmpq_t held, one;
  fmpq_init(held);
  fmpq_init(one);
  for (const xmlNode *lot = cr_edit_next(edit, deal->company, NULL, "lot"); lot;
       lot = cr_edit_next(edit, deal->company, lot, "lot")) {
    if (!sells(deal, lot) || !cr_edit_is(lot, "class", class)) continue;
    quantity_of(one, lot);
    fmpq_add(held, held, one);
  }
  bool enough = fmpq_cmp(held, shares) >= 0;
  if (!enough)
    CR_REFUSE(edit, deal->shares ? "shares" : deal->part[CR_CAPITAL] ? "capital" : "votes",
              "not-so-many-shares",
              _("'%s' has %s shares of class '%s' in full ownership, not %s"), deal->seller,
              cr_edit_count_words(edit, held), class, cr_edit_count_words(edit, shares));
  fmpq_clear(held);
  fmpq_clear(one);
  return enough;
}

static void transfer(cr_edit *edit, const cr_deal *deal, const char *class, const fmpq *shares) {
  fmpq_t left, all;
  if (!seller_has(edit, deal, class, shares)) return;
  fmpq_init(left);
  fmpq_init(all);
  fmpq_set(left, shares);
  while (fmpq_sgn(left) > 0 && cr_edit_goes_on(edit)) {
    xmlNode *lot = last_registered(edit, deal, class);
    if (!lot) break;
    quantity_of(all, lot);
    if (fmpq_cmp(all, left) <= 0) {
      hand_over(edit, lot, deal->buyer);
      fmpq_sub(left, left, all);
    } else {
      hand_over_part(edit, deal, lot, class, left, all);
      fmpq_zero(left);
    }
  }
  fmpq_clear(left);
  fmpq_clear(all);
}

static void issue(cr_edit *edit, const cr_deal *deal, xmlNode *class, const fmpq *shares) {
  fmpq_t issued;
  fmpq_init(issued);
  if (cr_edit_get_rational(issued, class, "issued")) {
    fmpq_add(issued, issued, shares);
    cr_edit_begin_today(edit, class);
    cr_edit_put_rational(edit, class, "issued", issued);
    new_lot(edit, deal, cr_edit_id(class), shares);
  }
  fmpq_clear(issued);
}

/* Shares issued that no lot holds belong to somebody undisclosed. */
static void place(cr_edit *edit, const cr_deal *deal, const xmlNode *class, const fmpq *shares) {
  fmpq_t free_shares, one;
  fmpq_init(free_shares);
  fmpq_init(one);
  cr_edit_get_rational(free_shares, class, "issued");
  for (const xmlNode *lot = cr_edit_next(edit, deal->company, NULL, "lot"); lot;
       lot = cr_edit_next(edit, deal->company, lot, "lot")) {
    if (!cr_edit_is(lot, "class", cr_edit_id(class))) continue;
    quantity_of(one, lot);
    fmpq_sub(free_shares, free_shares, one);
  }
  if (fmpq_cmp(free_shares, shares) >= 0) {
    new_lot(edit, deal, cr_edit_id(class), shares);
  } else {
    CR_REFUSE(edit, deal->shares ? "shares" : deal->part[CR_CAPITAL] ? "capital" : "votes",
              "not-so-many-shares",
              _("%s shares of class '%s' have no known holder, not %s"),
              cr_edit_count_words(edit, free_shares), cr_edit_id(class),
              cr_edit_count_words(edit, shares));
    cr_advise(edit->complaints, "%s", _("write from=ID, or from=issue for new shares"));
  }
  fmpq_clear(free_shares);
  fmpq_clear(one);
}

void cr_deal_in_lots(cr_edit *edit, const cr_deal *deal) {
  refuse_stakes(edit, deal);
  if (!cr_edit_goes_on(edit)) return;
  xmlNode *class = choose_class(edit, deal);
  const fmpq *shares = class ? cr_deal_shares(edit, deal, class) : NULL;
  if (!shares || !cr_edit_goes_on(edit)) return;
  switch (deal->origin) {
  case CR_FROM_HOLDER: transfer(edit, deal, cr_edit_id(class), shares); break;
  case CR_FROM_ISSUE: issue(edit, deal, class, shares); break;
  case CR_FROM_UNDISCLOSED: place(edit, deal, class, shares); break;
  }
}
