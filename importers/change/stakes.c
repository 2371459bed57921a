/* Fractions that change hands, where only stakes are stated. Ends of an interval move together. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/change/parts.h"

static const char *const names[CR_PROPERTIES] = {"capital", "votes"};

/* What is moved of a property: votes as the capital unless said. */
static const fmpq *moved(const cr_deal *deal, int property) {
  const fmpq *part = deal->part[property];
  return part || property == CR_CAPITAL ? part : deal->part[CR_CAPITAL];
}

static xmlNode *next_stake(const cr_edit *edit, const cr_deal *deal, const xmlNode *after,
                           const char *holder) {
  for (xmlNode *stake = cr_edit_next(edit, deal->company, after, "stake"); stake;
       stake = cr_edit_next(edit, deal->company, stake, "stake"))
    if (!holder || cr_edit_is(stake, "holder", holder)) return stake;
  return NULL;
}

/* The votes that silence leaves as the capital are written down before the two part ways. */
static void state_votes(cr_edit *edit, const cr_deal *deal, xmlNode *stake) {
  const fmpq *capital = moved(deal, CR_CAPITAL), *votes = moved(deal, CR_VOTES);
  const char *stated = cr_tree_attribute(stake, "capital");
  if (!stated || cr_tree_attribute(stake, "votes")) return;
  if (votes && !(capital && fmpq_equal(capital, votes))) cr_edit_put(edit, stake, "votes", stated);
}

static void shift(cr_interval *share, const fmpq_t by) {
  fmpq_add(&share->lo, &share->lo, by);
  fmpq_add(&share->hi, &share->hi, by);
  if (fmpq_sgn(&share->lo) < 0) {
    fmpq_zero(&share->lo);
    share->lo_open = false;
  }
  if (fmpq_cmp_ui(&share->hi, 1) > 0) {
    fmpq_one(&share->hi);
    share->hi_open = false;
  }
}

/* Adds the part to a stake, or takes it away. */
static void shift_stake(cr_edit *edit, const cr_deal *deal, xmlNode *stake, bool away) {
  cr_edit_begin_today(edit, stake);
  state_votes(edit, deal, stake);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    const fmpq *part = moved(deal, p);
    fmpq_t by;
    cr_interval share;
    fmpq_init(by);
    cr_interval_init(&share);
    if (part && cr_edit_get_interval(&share, edit, stake, names[p])) {
      fmpq_set(by, part);
      if (away) fmpq_neg(by, by);
      shift(&share, by);
      cr_edit_put_interval(edit, stake, names[p], &share);
    }
    cr_interval_clear(&share);
    fmpq_clear(by);
  }
}

/* What an issue leaves of a stake: (1 − part) of it. */
static void dilute(cr_edit *edit, const cr_deal *deal, xmlNode *stake) {
  cr_edit_begin_today(edit, stake);
  state_votes(edit, deal, stake);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    fmpq_t left;
    cr_interval share;
    fmpq_init(left);
    cr_interval_init(&share);
    if (cr_edit_get_interval(&share, edit, stake, names[p])) {
      fmpq_one(left);
      fmpq_sub(left, left, moved(deal, p));
      fmpq_mul(&share.lo, &share.lo, left);
      fmpq_mul(&share.hi, &share.hi, left);
      cr_edit_put_interval(edit, stake, names[p], &share);
    }
    cr_interval_clear(&share);
    fmpq_clear(left);
  }
}

/* What a holder, or all of them, surely have of a property: the best evidence of each. */
static void surely_held(fmpq_t out, const cr_edit *edit, const cr_deal *deal, const char *holder,
                        int property) {
  cr_interval share;
  fmpq_zero(out);
  cr_interval_init(&share);
  for (const xmlNode *stake = next_stake(edit, deal, NULL, holder); stake;
       stake = next_stake(edit, deal, stake, holder)) {
    bool stated = cr_edit_get_interval(&share, edit, stake, names[property]);
    if (!stated && property == CR_VOTES)
      stated = cr_edit_get_interval(&share, edit, stake, names[CR_CAPITAL]);
    if (stated && fmpq_cmp(&share.lo, out) > 0) fmpq_set(out, &share.lo);
  }
  cr_interval_clear(&share);
}

static bool seller_has(cr_edit *edit, const cr_deal *deal) {
  bool enough = true;
  fmpq_t held;
  fmpq_init(held);
  for (int p = 0; enough && p < CR_PROPERTIES; p++) {
    const fmpq *part = moved(deal, p);
    if (!part) continue;
    surely_held(held, edit, deal, deal->seller, p);
    enough = fmpq_cmp(held, part) >= 0;
    if (enough) continue;
    const bool capital = p == CR_CAPITAL;
    CR_REFUSE(edit, deal->part[p] ? names[p] : names[CR_CAPITAL], "not-so-much",
              capital ? _("'%s' surely holds %s of the capital of '%s', not %s")
                      : _("'%s' surely holds %s of the votes of '%s', not %s"),
              deal->seller, cr_edit_share_words(edit, held), cr_edit_id(deal->company),
              cr_edit_share_words(edit, part));
  }
  fmpq_clear(held);
  return enough;
}

static bool nothing_left(const cr_edit *edit, const xmlNode *stake) {
  bool nothing = true;
  cr_interval share;
  cr_interval_init(&share);
  for (int p = 0; p < CR_PROPERTIES; p++)
    if (cr_edit_get_interval(&share, edit, stake, names[p]))
      nothing = nothing && fmpq_is_zero(&share.hi);
  cr_interval_clear(&share);
  return nothing;
}

static void take_from_seller(cr_edit *edit, const cr_deal *deal) {
  for (xmlNode *stake = next_stake(edit, deal, NULL, deal->seller), *after; stake; stake = after) {
    after = next_stake(edit, deal, stake, deal->seller);
    shift_stake(edit, deal, stake, true);
    if (nothing_left(edit, stake)) cr_edit_end_today(edit, stake);
  }
}

static void give_to_buyer(cr_edit *edit, const cr_deal *deal) {
  xmlNode *stake = next_stake(edit, deal, NULL, deal->buyer), *after;
  if (!stake) {
    stake = cr_edit_add(edit, deal->company, "stake");
    cr_edit_put(edit, stake, "holder", deal->buyer);
    for (int p = 0; stake && p < CR_PROPERTIES; p++)
      if (deal->part[p]) cr_edit_put_rational(edit, stake, names[p], deal->part[p]);
    return;
  }
  for (; stake; stake = after) {
    after = next_stake(edit, deal, stake, deal->buyer);
    shift_stake(edit, deal, stake, false);
  }
}

/* Each holder once: its first stake stands for it. */
static bool first_of_holder(const cr_edit *edit, const cr_deal *deal, const xmlNode *stake) {
  return next_stake(edit, deal, NULL, cr_tree_attribute(stake, "holder")) == stake;
}

static bool undisclosed_have(cr_edit *edit, const cr_deal *deal, int property) {
  fmpq_t left, held;
  fmpq_init(left);
  fmpq_init(held);
  fmpq_one(left);
  for (const xmlNode *stake = next_stake(edit, deal, NULL, NULL); stake;
       stake = next_stake(edit, deal, stake, NULL)) {
    if (!first_of_holder(edit, deal, stake)) continue;
    surely_held(held, edit, deal, cr_tree_attribute(stake, "holder"), property);
    fmpq_sub(left, left, held);
  }
  bool enough = fmpq_cmp(left, moved(deal, property)) >= 0;
  if (!enough) {
    const bool capital = property == CR_CAPITAL;
    CR_REFUSE(edit, deal->part[property] ? names[property] : names[CR_CAPITAL], "not-so-much",
              capital ? _("no more than %s of the capital of '%s' has no known holder")
                      : _("no more than %s of the votes of '%s' have no known holder"),
              cr_edit_share_words(edit, left), cr_edit_id(deal->company));
    cr_advise(edit->complaints, "%s", _("write from=ID, or from=issue for new shares"));
  }
  fmpq_clear(left);
  fmpq_clear(held);
  return enough;
}

static bool can_be_said(cr_edit *edit, const cr_deal *deal) {
  const char *of = cr_edit_id(deal->company);
  if (deal->shares)
    CR_REFUSE(edit, "shares", "no-lots", _("of '%s' no lots are stated, so a number of shares is "
                                           "no part of it"), of);
  if (deal->share_class)
    CR_REFUSE(edit, "class", "no-lots", _("of '%s' no lots of any class are stated"), of);
  if (!cr_edit_goes_on(edit)) {
    cr_advise(edit->complaints, "%s", _("write capital=…, or votes=… beside it"));
    return false;
  }
  for (const xmlNode *stake = next_stake(edit, deal, NULL, NULL); stake;
       stake = next_stake(edit, deal, stake, NULL)) {
    if (!cr_tree_attribute(stake, "class")) continue;
    CR_REFUSE(edit, "of", "stake-of-class",
              _("of '%s' a stake in the class '%s' alone is stated; what a sale makes of it is not "
                "said"),
              of, cr_tree_attribute(stake, "class"));
    cr_advise(edit->complaints, _("write --set \"stake=ID of=%s capital=…\" for each"), of);
    return false;
  }
  if (deal->origin != CR_FROM_ISSUE || deal->part[CR_CAPITAL]) return true;
  CR_REFUSE(edit, "from", "issue-of-votes", _("an issue makes capital: its votes alone do not say "
                                              "how much"));
  cr_advise(edit->complaints, "%s", _("write capital=…, or votes=… beside it"));
  return false;
}

void cr_deal_in_stakes(cr_edit *edit, const cr_deal *deal) {
  if (!can_be_said(edit, deal)) return;
  if (deal->origin == CR_FROM_HOLDER) {
    if (!seller_has(edit, deal)) return;
    take_from_seller(edit, deal);
  } else if (deal->origin == CR_FROM_ISSUE) {
    for (xmlNode *stake = next_stake(edit, deal, NULL, NULL), *after; stake; stake = after) {
      after = next_stake(edit, deal, stake, NULL);
      dilute(edit, deal, stake);
    }
  } else {
    for (int p = 0; p < CR_PROPERTIES; p++)
      if (moved(deal, p) && !undisclosed_have(edit, deal, p)) return;
  }
  give_to_buyer(edit, deal);
}
