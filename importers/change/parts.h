/* What the three kinds of change are made of. */
#ifndef CR_CHANGE_PARTS_H
#define CR_CHANGE_PARTS_H

#include "engine/facts/facts.h"
#include "importers/change/edit.h"

/* Where shares come from. */
typedef enum cr_origin { CR_FROM_HOLDER, CR_FROM_ISSUE, CR_FROM_UNDISCLOSED } cr_origin;

/* Shares that change hands, as an argument says it. */
typedef struct cr_deal {
  xmlNode *company;
  const char *buyer, *seller; /* ids; seller: CR_FROM_HOLDER only */
  cr_origin origin;
  const char *share_class;    /* or NULL */
  const fmpq *shares;         /* a number of them, or NULL */
  const fmpq *part[CR_PROPERTIES]; /* of the whole, after the issue if there is one; or NULL */
} cr_deal;

/* "--add" and "--sell". */
void cr_apply_add(cr_edit *edit);
void cr_apply_sell(cr_edit *edit);
/* "--set". */
void cr_apply_set(cr_edit *edit);

/* The id of the party that a pair names: one of the dossier, or a new one that is added with
 * country, kind, name… of the argument. NULL after a complaint. */
const char *cr_deal_party(cr_edit *edit, const char *pair);
/* Words that describe a new party. */
#define CR_NEW_PARTY_WORDS "country kind name form manager trustee members"
/* Adds a party. `kind` may be NULL: a company. */
xmlNode *cr_add_party(cr_edit *edit, const char *id, const char *name, const char *kind);

/* Moves shares of a company whose lots are stated. */
void cr_deal_in_lots(cr_edit *edit, const cr_deal *deal);
/* How many shares of a class the deal is about, NULL after a complaint. */
const fmpq *cr_deal_shares(cr_edit *edit, const cr_deal *deal, const xmlNode *share_class);
/* Moves fractions of a company of which only stakes are stated. */
void cr_deal_in_stakes(cr_edit *edit, const cr_deal *deal);
/* Complains when the list of holders is complete, so that nobody undisclosed can sell. */
void cr_deal_needs_undisclosed(cr_edit *edit, const cr_deal *deal);

/* A rational of the edit's arena, 0; NULL when memory is short. */
fmpq *cr_edit_rational(cr_edit *edit);

#endif
