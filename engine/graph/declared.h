/* The declared holders of an issuer and what each is known to hold: by the last document
 * that reports them all, and by declarations made since. */
#ifndef CR_GRAPH_DECLARED_H
#define CR_GRAPH_DECLARED_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"

typedef struct cr_declared_holding {
  int declarant;
  cr_interval share[CR_PROPERTIES]; /* [0, 1] where nothing is said */
  cr_fact_ref facts[2];             /* a table, a declaration */
  int fact_count;
  const int *included;              /* controlled companies that the last declaration names */
  int included_count;
} cr_declared_holding;

typedef struct cr_declared {
  crible_context *context;
  cr_declared_holding *items;
  int count;
} cr_declared;

/* *out is cleared by the caller, on success only. */
CRIBLE_MUST_CHECK crible_status cr_declared_find(cr_declared *out, const cr_snapshot *snapshot,
                                                 int company, const cr_notes *notes,
                                                 crible_context *context);
void cr_declared_clear(cr_declared *declared);

/* The table of a company that speaks at the latest date, the last told among equals; CR_NONE:
 * there is none. */
int cr_declared_table_of(const cr_snapshot *snapshot, int company);

/* The holding of a declarant, or CR_NONE. */
int cr_declared_of(const cr_declared *declared, int party);

#endif
