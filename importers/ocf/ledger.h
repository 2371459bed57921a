/* A ledger on its way to facts: a security is a lot, from the transaction that issues it to the one
 * that closes it. */
#ifndef CR_OCF_LEDGER_H
#define CR_OCF_LEDGER_H

#include "importers/bods/index.h"
#include "importers/payload/payload.h"

/* In the order in which those of one day follow each other. */
typedef enum cr_ocf_kind {
  CR_OCF_ISSUANCE, CR_OCF_PROMISE, CR_OCF_CLOSING, CR_OCF_SPLIT
} cr_ocf_kind;

typedef struct cr_ocf_transaction {
  cr_ocf_kind kind;
  cr_fact fact;
  const char *file;
  int order;              /* in the files */
  cr_date date;
  const char *security;   /* NULL: of a split */
  const char *holder;     /* issuance, promise */
  const char *share_class;/* issuance, split; promise, NULL: not stated */
  fmpq *quantity;         /* issued, promised (NULL: not stated), closed (NULL: all of it), ratio of
                             the split */
  cr_date expires;        /* promise */
  bool of_cash;           /* promise of money: no share comes of it */
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

/* A warrant, an option or a convertible, whose shares are still to come. */
typedef struct cr_ocf_promise {
  int option;  /* its latest fact, or CR_NONE: how many shares of which class is not stated */
  bool closed;
} cr_ocf_promise;

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
  cr_bods_index plans;        /* ids to the class whose shares a plan gives */
  const char **plan_classes;  /* NULL: not stated, or several */
  size_t plan_count, plan_capacity;
  cr_bods_index promised;     /* ids of securities to promises */
  cr_ocf_promise *promises;
  size_t promise_count, promise_capacity;
  int unknown_promises;       /* of a number or class that is not stated */
} cr_ocf_ledger;

/* One item of a file of classes, stakeholders or transactions. */
CRIBLE_MUST_CHECK crible_status cr_ocf_read_issuer(cr_ocf_ledger *ledger, const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_class(cr_ocf_ledger *ledger, const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_stakeholder(cr_ocf_ledger *ledger,
                                                        const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_plan(cr_ocf_ledger *ledger, const cr_json_value *item);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_transaction(cr_ocf_ledger *ledger,
                                                        const cr_json_value *item);
/* The members that only promises have. */
bool cr_ocf_is_promise(const char *type);
CRIBLE_MUST_CHECK crible_status cr_ocf_read_promised(cr_ocf_transaction *out, cr_ocf_ledger *ledger,
                                                     const cr_json_value *item, const char *type);

/* Options from promises: what one transaction makes of them. */
CRIBLE_MUST_CHECK crible_status cr_ocf_promise_shares(cr_ocf_ledger *ledger,
                                                      const cr_ocf_transaction *at);
CRIBLE_MUST_CHECK crible_status cr_ocf_close_promise(cr_ocf_ledger *ledger,
                                                     const cr_ocf_transaction *at, int promise);
CRIBLE_MUST_CHECK crible_status cr_ocf_split_promises(cr_ocf_ledger *ledger,
                                                      const cr_ocf_transaction *at, int share_class);
/* Those that ended on the day that they began never were. */
void cr_ocf_drop_empty_options(cr_facts *facts);

/* An error at a transaction; of many the first are told. */
CRIBLE_MUST_CHECK crible_status cr_ocf_wrong(cr_ocf_ledger *ledger, const cr_ocf_transaction *at,
                                             const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* That of an id that leads nowhere. */
CRIBLE_MUST_CHECK crible_status cr_ocf_dangling(cr_ocf_ledger *ledger, const cr_ocf_transaction *at,
                                                const char *id);

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
