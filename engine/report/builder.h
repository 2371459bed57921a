/* Building the model: helpers of its parts. Where memory is short a helper
 * gives something harmless and sets `failed`, which cr_report_model_of tells. */
#ifndef CR_REPORT_BUILDER_H
#define CR_REPORT_BUILDER_H

#include "engine/report/model.h"
#include "importers/reference/country_names.h"

typedef struct cr_builder {
  cr_report_model *model;
  const struct crible_screening *screening;
  const cr_facts *facts;
  cr_arena *arena;
  const cr_shown_party **parties; /* by fact party, made on demand */
  cr_shown_party *stand_ins;      /* one for each pseudo-node */
  int *seat_outside;              /* by fact party: a seat that makes it third, or CR_NONE */
  int *manager;                   /* by fact party: who manages it, or CR_NONE */
  cr_country_names *countries;    /* read on demand; released with cr_builder_clear */
  bool failed;
} cr_builder;

void cr_builder_clear(cr_builder *builder);

/* Texts. */
const char *cr_words(cr_builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* `text`; where it is NULL memory was short, and "" stands for it. */
const char *cr_kept(cr_builder *builder, const char *text);
/* `template` with each "{name}" replaced; slots end with a NULL name. */
typedef struct cr_slot {
  const char *name, *text;
} cr_slot;
const char *cr_sentence(cr_builder *builder, const char *template, const cr_slot *slots);
/* "a", "a and b", "a, b and c". */
const char *cr_enumerated(cr_builder *builder, const char *const *items, int count);
/* "a; b; c". */
const char *cr_listed(cr_builder *builder, const char *const *items, int count);
/* Zeroed elements, NULL (and `failed`) when count is 0 or memory is short. */
void *cr_elements(cr_builder *builder, int count, size_t size);

/* Figures against the thresholds of the screening. */
const char *cr_share_words(cr_builder *builder, const fmpq_t value);
const char *cr_range_words(cr_builder *builder, const cr_bound bound[2]);

/* "INELIGIBLE", "VIOLATED" in the reader's words; "ineligible" for programs. */
const char *cr_verdict_words(cr_status verdict);
const char *cr_verdict_id(cr_status verdict);
const char *cr_status_words(cr_status status);

/* Parties (names.c). `view` is the one that `node` belongs to. */
const cr_shown_party *cr_party_at(cr_builder *builder, int fact_party);
const cr_shown_party *cr_node_at(cr_builder *builder, const cr_view *view, int node);
const char *cr_country_words(cr_builder *builder, const char *code);

/* Citations (citations.c): of facts, and of entries of a view's edges; each
 * document place once. */
cr_citations cr_cite(cr_builder *builder, const cr_fact_ref *facts, int count);
cr_citations cr_cite_edge(cr_builder *builder, const cr_edges *edges, int entry);

/* Parts of the model, in the order in which they are built. */
void cr_build_names(cr_builder *builder);
void cr_build_head(cr_builder *builder); /* with the marks that figures are told from */
const cr_shown_witness *cr_build_witness(cr_builder *builder, const cr_witness *witness);
void cr_build_chains(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness);
/* Who stands at the top of a chain or holds a part, as the witness has it. */
const char *cr_standing_words(cr_builder *builder, const cr_witness *witness, int holder);
/* `words` of a share, with "<" or ">" where it is an open end of the edge's interval. */
const char *cr_open_words(cr_builder *builder, const cr_witness *witness, int edge,
                          const fmpq_t share, const char *words);
void cr_build_parts(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness);
void cr_build_controls(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness);
void cr_build_rights(cr_builder *builder);
void cr_build_criteria(cr_builder *builder);
void cr_build_rights_criterion(cr_builder *builder, cr_shown_criterion *out);
void cr_build_entities(cr_builder *builder);
void cr_build_holders(cr_builder *builder);
void cr_build_open(cr_builder *builder);
void cr_build_requests(cr_builder *builder);
void cr_build_remarks(cr_builder *builder);
void cr_build_headlines(cr_builder *builder);
void cr_build_explanations(cr_builder *builder);
void cr_build_readings(cr_builder *builder);

#endif
