/* From a part of the capital or votes to a number of shares of one class. */
#include "engine/base/words.h"
#include "importers/change/parts.h"

static const char *const names[] = {"capital", "votes"};

/* What one share of a class weighs: its nominal value, its votes, 1 when not stated. Double votes
 * belong to holders and count nowhere here. */
static void weight_of(fmpq_t out, const xmlNode *class, int property) {
  if (!cr_edit_get_rational(out, class, property == CR_CAPITAL ? "nominal" : "votes")) fmpq_one(out);
}

static void whole_of(fmpq_t out, const cr_edit *edit, const cr_deal *deal, int property) {
  fmpq_t issued, weight;
  fmpq_init(issued);
  fmpq_init(weight);
  fmpq_zero(out);
  for (const xmlNode *class = cr_edit_next(edit, deal->company, NULL, "share-class"); class;
       class = cr_edit_next(edit, deal->company, class, "share-class")) {
    weight_of(weight, class, property);
    if (cr_edit_get_rational(issued, class, "issued")) fmpq_addmul(out, issued, weight);
  }
  fmpq_clear(issued);
  fmpq_clear(weight);
}

/* n with n·w = p·W, or after an issue n·w = p·(W + n·w). */
static const fmpq *shares_for(cr_edit *edit, const cr_deal *deal, const xmlNode *class,
                              int property) {
  fmpq *shares = cr_edit_rational(edit);
  const fmpq *part = deal->part[property];
  fmpq_t weight, rest;
  if (!shares) return NULL;
  fmpq_init(weight);
  fmpq_init(rest);
  weight_of(weight, class, property);
  fmpq_one(rest);
  if (deal->origin == CR_FROM_ISSUE) fmpq_sub(rest, rest, part);
  if (fmpq_is_zero(weight)) {
    CR_REFUSE(edit, names[property], "class-without-votes", _("shares of class '%s' have no vote"),
              cr_edit_id(class));
    shares = NULL;
  } else if (fmpq_is_zero(rest)) {
    CR_REFUSE(edit, names[property], "bad-share",
              _("no issue makes somebody the holder of the whole"));
    shares = NULL;
  } else {
    whole_of(shares, edit, deal, property);
    fmpq_mul(shares, shares, part);
    fmpq_mul(weight, weight, rest);
    fmpq_div(shares, shares, weight);
  }
  fmpq_clear(weight);
  fmpq_clear(rest);
  return shares;
}

/* All that is said of the amount must come to the same number of shares. */
const fmpq *cr_deal_shares(cr_edit *edit, const cr_deal *deal, const xmlNode *class) {
  const fmpq *shares = deal->shares;
  const char *said = "shares";
  for (int property = 0; property < CR_PROPERTIES; property++) {
    if (!deal->part[property]) continue;
    const fmpq *these = shares_for(edit, deal, class, property);
    if (!these) return NULL;
    if (shares && !fmpq_equal(shares, these)) {
      CR_REFUSE(edit, names[property], "amounts-differ",
                _("of class '%s', '%s' says %s shares and '%s' says %s"), cr_edit_id(class), said,
                cr_edit_count_words(edit, shares), names[property],
                cr_edit_count_words(edit, these));
      cr_advise(edit->complaints, "%s", _("leave one of them out"));
      return NULL;
    }
    shares = these;
    said = names[property];
  }
  if (shares && fmpq_is_zero(shares)) {
    CR_REFUSE(edit, said, "bad-quantity", _("no share is issued of which that would be a part"));
    return NULL;
  }
  return shares;
}
