/* What proves the answer to a request: the documents that the call accepts, each for what it
 * proves and not for what it leaves open. */
#include "engine/requests/requests.h"

const char *cr_request_kind_name(cr_request_kind kind) {
  static const char *const names[] = {"holders", "share",  "seat",  "right",
                                      "organ",   "rights", "organs"};
  return names[kind];
}

const char *cr_request_subject(const cr_facts *facts, const cr_request_item *item) {
  if (item->kind == CR_ASK_RIGHT) return facts->rights[item->fact].id;
  return item->kind == CR_ASK_ORGAN ? facts->organs[item->fact].id : NULL;
}

/* Whether a class of it was ever admitted to a market. */
static bool listed(const struct crible_screening *screening, int company) {
  const cr_facts *facts = screening->facts;
  for (size_t i = 0; i < facts->admissions_count; i++)
    if (facts->classes[facts->admissions[i].share_class].company == company) return true;
  return false;
}

static const char *const *evidence_of_right(const cr_right *right) {
  static const char *const by_statutes[] = {"statutes", "minutes", NULL};
  static const char *const by_agreement[] = {"agreement", "minutes", NULL};
  static const char *const by_contract[] = {"contract", NULL};
  switch (right->source) {
  case CR_BY_AGREEMENT: return by_agreement;
  case CR_BY_CONTRACT: return by_contract;
  case CR_BY_STATUTES:
  case CR_BY_LAW: break;
  }
  return by_statutes;
}

const char *const *cr_request_evidence(const struct crible_screening *screening,
                                       const cr_request_item *item) {
  static const char *const title[] = {"register-of-transfers", "cap-table", NULL};
  static const char *const declared[] = {"declarations", "registration-document", NULL};
  static const char *const seats[] = {"register-extract", "seat-attestation", NULL};
  static const char *const rights[] = {"statutes", "agreement", NULL};
  static const char *const organs[] = {"statutes", "kbis", "minutes", NULL};
  switch (item->kind) {
  case CR_ASK_HOLDERS:
  case CR_ASK_SHARE: return listed(screening, item->party) ? declared : title;
  case CR_ASK_SEAT: return seats;
  case CR_ASK_RIGHT: return evidence_of_right(&screening->facts->rights[item->fact]);
  case CR_ASK_RIGHTS: return rights;
  case CR_ASK_ORGAN:
  case CR_ASK_ORGANS: break;
  }
  return organs;
}
