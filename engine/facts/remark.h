/* Remarks: presumptions made and oddities met, each citing its facts. The
 * report turns the code into a sentence; `detail` is data, never prose. */
#ifndef CR_FACTS_REMARK_H
#define CR_FACTS_REMARK_H

#include "engine/facts/facts.h"

typedef enum cr_remark_kind { CR_PRESUMPTION, CR_ODDITY, CR_CONTRADICTION } cr_remark_kind;

typedef struct cr_remark {
  cr_remark_kind kind;
  const char *code;        /* stable, such as "seat-presumed" */
  int party, other;        /* fact parties concerned, or CR_NONE */
  int property;            /* cr_property, or CR_NONE */
  const char *detail;      /* a seat kind, a country, a figure as p/q…; or NULL */
  const cr_fact_ref *facts;
  int fact_count;
} cr_remark;

typedef struct cr_remarks {
  cr_remark *items;
  size_t count, capacity;
  int *slots; /* hash table that finds equal remarks, private */
  size_t slot_count;
} cr_remarks;

/* Appends a copy (facts copied into the arena); equal remarks are kept once.
 * An empty list is all zero. Its blocks are of the arena's context:
 * cr_remarks_clear frees them. */
CRIBLE_MUST_CHECK crible_status cr_remarks_add(cr_remarks *remarks, cr_arena *arena, const cr_remark *remark);
void cr_remarks_clear(cr_remarks *remarks, crible_context *context);

#endif
