/* A ledger on its way to facts: a security is a lot, from the transaction that issues it to the one
 * that closes it. */
#ifndef CR_OCF_LEDGER_H
#define CR_OCF_LEDGER_H

#include "importers/bods/index.h"
#include "importers/payload/payload.h"

/* In the order in which those of one day follow each other. */
typedef enum cr_ocf_kind { CR_OCF_ISSUANCE, CR_OCF_CLOSING, CR_OCF_SPLIT } cr_ocf_kind;

typedef struct cr_ocf_transaction {
  cr_ocf_kind kind;
  cr_fact fact;
  const char *file;
  int order;              /* in the files */
  cr_date date;
  const char *security;   /* NULL: of a split */
  const char *holder;     /* issuance */
  const char *share_class;/* issuance, split */
  fmpq *quantity;         /* issued, closed, ratio of the split; NULL: all of it is closed */
  const char *balance;    /* the security that has the rest, or NULL */
  const char *const *results; /* securities that it makes, NULL-terminated */
  bool same_shares;       /* the results have together what was closed */
  const char *split;      /* the split that it carries out, or NULL */
  const char *id;
} cr_ocf_transaction;

typedef struct cr_ocf_class {
  int index;          /* of its first period among the facts' classes */
  fmpq *authorised;   /* the most that was ever; NULL: no limit stated */
  fmpq *nominal;      /* or NULL */
  const char *currency;
} cr_ocf_class;

typedef struct cr_ocf_ledger {
  cr_payload in;      /* the reader of the file being read; its subject is the issuer */
  const char *file;
  cr_bods_index classes, securities; /* ids to classes, to lots that are the latest of a security */
  cr_ocf_class *class_list;
  size_t class_count, class_capacity;
  cr_ocf_transaction *transactions;
  size_t count, capacity;
  bool *closed;       /* per lot: by a transaction on the whole of it */
  size_t closed_capacity;
  uint64_t errors;    /* told after the files were read */
  bool has_rights;    /* warrants, options or convertibles */
} cr_ocf_ledger;

/* One item of a file of classes, stakeholders or transactions. */
CRIBLE_MUST_CHECK crible_status cr_ocf_read_issuer(cr_ocf_ledger *ledger, const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_class(cr_ocf_ledger *ledger, const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_stakeholder(cr_ocf_ledger *ledger,
                                                        const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_transaction(cr_ocf_ledger *ledger,
                                                        const cr_json_value *item);

/* Lots from transactions, in the order of their days. */
CRIBLE_MUST_CHECK crible_status cr_ocf_fold(cr_ocf_ledger *ledger);
/* Classes period by period, each with as many shares issued as its lots have. */
CRIBLE_MUST_CHECK crible_status cr_ocf_count_issued(cr_ocf_ledger *ledger);

/* A text that must be there; NULL when it is not, which is told. */
CRIBLE_MUST_CHECK crible_status cr_ocf_need(const char **out, cr_ocf_ledger *ledger,
                                            const cr_json_value *item, const char *member);
/* A decimal written as a text, NULL when there is none; what is no decimal, or below 0, is told. */
CRIBLE_MUST_CHECK crible_status cr_ocf_decimal(fmpq **out, cr_ocf_ledger *ledger,
                                               const cr_json_value *item, const char *member);
/* A day, which must be one when it is there. */
CRIBLE_MUST_CHECK crible_status cr_ocf_day(cr_date *out, cr_ocf_ledger *ledger,
                                           const cr_json_value *item, const char *member);

#endif
