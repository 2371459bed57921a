/* The result of a screening, complete: what reports, ledgers and certificates
 * read without computing anything again. */
#ifndef CR_SCREENING_SCREENING_H
#define CR_SCREENING_SCREENING_H

#include <crible/screening.h>

#include "engine/control/listed.h"
#include "engine/holdings/chains.h"
#include "engine/rights/rights.h"
#include "engine/screening/headroom.h"
#include "engine/rulesets/ruleset.h"

typedef enum cr_criterion_id {
  CR_CAPITAL_INDIVIDUAL, CR_CAPITAL_COLLECTIVE, CR_VOTES_INDIVIDUAL, CR_VOTES_COLLECTIVE,
  CR_VETO, CR_ORGAN_MAJORITY, CR_CRITERIA
} cr_criterion_id;

typedef struct cr_criterion {
  cr_criterion_id id;
  cr_status status;
  bool numeric;          /* the first four */
  const fmpq *threshold; /* numeric: violated above */
  cr_bound bound[2];     /* numeric */
  int holder[2];         /* node, or CR_NONE at 0 and for collective criteria */
  int meeting[2];        /* analysis that each bound was taken from */
  cr_headroom *headroom; /* numeric and met, else NULL */
} cr_criterion;

/* How holdings add up along chains (choices capital-chain and vote-chain). */
typedef enum cr_method { CR_BY_MULTIPLICATION, CR_BY_CONTROL, CR_BY_GREATER } cr_method;

/* How one entity's bound comes about, in one property. Nodes, edges and
 * control entries in it are those of `view`, the view of the meeting under
 * which the bound was taken: cr_view_party gives their names. */
typedef struct cr_witness {
  const cr_view *view;
  const cr_control *control; /* who controls whom there; its lots are those of the property */
  int entity;            /* node of `view`; CR_TARGET_ALL: together */
  cr_property property;
  bool upper;
  cr_method method;
  cr_chains *chains;     /* multiplied, or NULL by control */
  int *chain_owner;      /* per chain: node for which its topmost holder counts; mostly that holder */
  cr_vote_part *parts; int part_count;     /* by control: lots counted */
  cr_control_pair *steps; int step_count;  /* why holders of parts and of chains are controlled by their
                                              owners, topmost first */
} cr_witness;

typedef struct cr_entity {
  int node;
  cr_third third;        /* CR_MAYBE_THIRD: unknown */
  cr_bound bound[CR_PROPERTIES][2];
  int meeting[CR_PROPERTIES]; /* analysis that the upper bound was taken from */
  cr_witness *witness[CR_PROPERTIES]; /* of the upper bound; NULL where that is 0, or past the largest entities */
} cr_entity;

/* The analysis under one kind of meeting. The ruleset's capital-chain and vote-chain say how each
 * property's holdings add up. */
typedef struct cr_analysis {
  cr_graph graph;
  cr_control *control;                     /* of votes, whatever the method */
  cr_method method[CR_PROPERTIES];
  cr_holdings *holdings[CR_PROPERTIES];
  const cr_view *view[CR_PROPERTIES];      /* the rows that the figures are of: graph.view, or one
                                              made of it with the same nodes */
  const cr_control *counted[CR_PROPERTIES];/* by control: whose lots the figures count; NULL where
                                              chains are multiplied */
} cr_analysis;

/* Who controls whom, asked for lots of the property where these are counted by control. */
static inline const cr_control *cr_analysis_control(const cr_analysis *analysis,
                                                    cr_property property) {
  return analysis->counted[property] ? analysis->counted[property] : analysis->control;
}

/* Nodes in criteria, entities and rights are those of analysis[0]. */
struct crible_screening {
  crible_context *context;
  cr_arena *arena;
  const cr_facts *facts;        /* of the dossier, which outlives the screening */
  const cr_reference *reference;
  cr_ruleset *ruleset;          /* owned */
  cr_date as_of;
  bool as_of_given;             /* by the caller, whatever the ruleset says of dates */
  cr_analysis analysis[2];      /* by meeting: ordinary, extraordinary; the second's graph.view is
                                   NULL when the meeting makes no difference, else each figure is
                                   the worse of the two */
  cr_rights *rights;
  cr_criterion criteria[CR_CRITERIA];
  cr_status verdict;
  cr_entity *entities; int entity_count; /* every party that may be third with an upper bound above
                                            0, third groups and undisclosed included; by larger upper bound first */
  cr_witness *witnesses; int witness_count; /* of violated and undetermined criteria, criterion order */
  bool bounds_explained;        /* cr_pass_bounds has run */
  cr_witness *bound_witness[CR_CRITERIA][2]; /* then: of each bound of the criteria with a figure;
                                   NULL where it is 0 or nobody's */
  cr_remarks remarks;           /* presumptions, oddities, contradictions */
  crible_criterion *published;  /* the criteria as the public accessor gives them, or NULL until asked */
  struct cr_requests *requests; /* as the public accessors give them, or NULL until asked */
};

/* The party behind a node of analysis[0], or of a given view; NULL for pseudo-nodes and CR_NONE. */
const cr_party *cr_screening_party(const struct crible_screening *screening, int node);
const cr_party *cr_view_party(const cr_facts *facts, const cr_view *view, int node);
/* What a criterion's status does to the verdict under the ruleset's `ceilings` and `scope`:
 * itself, or less where another must be exceeded too. */
cr_status cr_criterion_bearing(const struct crible_screening *screening, cr_criterion_id id);
const char *cr_criterion_name(cr_criterion_id id); /* "capital-individual" */
const char *cr_status_name(cr_status status);      /* "met" */

/* As the public interface gives them: the local id of a holder ("undisclosed" for an undisclosed
 * one, NULL for CR_NONE), a criterion with its texts in `arena`, a verdict. */
const char *cr_screening_holder(const struct crible_screening *screening, int node);
CRIBLE_MUST_CHECK crible_status cr_criterion_publish(crible_criterion *out,
    const cr_criterion *criterion, const char *const holder[2], cr_arena *arena);
crible_verdict cr_verdict_of(cr_status status);

#endif
