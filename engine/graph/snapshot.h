/* The facts that exist on one date, found by what they are about. */
#ifndef CR_GRAPH_SNAPSHOT_H
#define CR_GRAPH_SNAPSHOT_H

#include "engine/facts/reference.h"
#include "engine/graph/buckets.h"

/* A company is French by its registered office (SecNumCloud 3.2; C. com., art. L.233-7). */
#define CR_FRANCE "FR"

typedef struct cr_snapshot {
  const cr_facts *facts;
  const cr_reference *reference;
  const cr_reading *reading; /* of the law */
  cr_date as_of;
  /* A class may be told in several periods; per class, the one of the same
   * company and id that exists on the date, or CR_NONE. */
  int *class_now;
  /* Facts valid on the date. Those about a class are found by the class that exists. */
  cr_buckets classes;      /* by company */
  cr_buckets lots;         /* by class */
  cr_buckets stakes;       /* by company */
  cr_buckets options;      /* by company */
  cr_buckets units;        /* of funds that are seen through, by fund */
  cr_buckets seats;        /* by party */
  cr_buckets controls;     /* by controlled party */
  cr_buckets tables;       /* by company, dated on the date or before */
  cr_buckets declarations; /* by company, dated on the date or before */
  cr_buckets completeness; /* by company, of holders */
  cr_buckets admissions;   /* by class, to regulated markets */
  bool *issuer;            /* per party: has a class on a regulated market, whose listing counts */
} cr_snapshot;

/* In `arena`; facts, reference and reading must outlive it. */
CRIBLE_MUST_CHECK crible_status cr_snapshot_take(cr_snapshot *out, const cr_facts *facts,
                                                 const cr_reference *reference,
                                                 const cr_reading *reading, cr_date as_of,
                                                 cr_arena *arena);

/* Whether a class that exists is admitted to a regulated market, and only declared holdings in
 * it count. */
static inline bool cr_admitted(const cr_snapshot *snapshot, int share_class) {
  return cr_buckets_count(&snapshot->admissions, share_class) > 0 &&
         snapshot->issuer[snapshot->facts->classes[share_class].company];
}

/* Whether a company has a class on a regulated market, whatever that counts for. */
bool cr_on_regulated_market(const cr_snapshot *snapshot, int company);

/* A fund or arrangement. */
bool cr_is_fund(const cr_facts *facts, int party);

/* Whether somebody may hold the party: a company, a public body of which a holder is stated, a
 * fund that is seen through (choice funds). Other parties end their chains. */
bool cr_held(const cr_snapshot *snapshot, int party);

/* Whether the list of holders of one property is stated to be complete. */
bool cr_complete(const cr_snapshot *snapshot, int company, cr_property property);

#endif
