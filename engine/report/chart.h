/* The ownership chart: the candidate at the bottom, its holders above, what third entities
 * are told from others by. Made from a screening; every format draws this and decides nothing.
 *
 * All of it is in the arena of the builder. Lengths are points of 1/72 inch, y downwards. */
#ifndef CR_REPORT_CHART_H
#define CR_REPORT_CHART_H

#include "engine/report/buffer.h"
#include "engine/report/builder.h"

typedef enum cr_chart_kind {
  CR_CHART_CANDIDATE,
  CR_CHART_THIRD,
  CR_CHART_MAYBE, /* may be third */
  CR_CHART_OTHER, /* not third */
  CR_CHART_OPEN,  /* nobody in particular: undisclosed, undeclared */
  CR_CHART_SUMMARY, /* holders that are not drawn one by one */
  CR_CHART_KINDS
} cr_chart_kind;

/* At most these many nodes are drawn unless all are asked for. */
enum { CR_CHART_NODES = 60, CR_CHART_LARGEST = 1500, CR_CHART_LINES = 8, CR_CHART_LABELS = 3 };

typedef struct cr_chart_node {
  cr_chart_kind kind;
  int node;             /* of the view; CR_NONE for a summary */
  int company;          /* nobody in particular and summaries: whose holders; else CR_NONE */
  bool person;          /* a natural person, or a group of them */
  const char *title;    /* all that is known, in full */
  const char *lines[CR_CHART_LINES]; int line_count; /* what is written, shortened; the first
                                                        `name_lines` of them are the name */
  int name_lines;
  double x, y, width, height; /* the middle, once laid out */
  double strip;         /* kept free below the box for a label */
} cr_chart_node;

typedef struct cr_chart_point {
  double x, y;
} cr_chart_point;

typedef struct cr_chart_edge { /* a holding, control, or both */
  int holder, company;  /* nodes of the chart */
  fmpq *share[CR_PROPERTIES]; /* least and most; NULL: none of it */
  bool least_open[CR_PROPERTIES], most_open[CR_PROPERTIES]; /* that end is not reached */
  bool holds;           /* else control alone */
  bool open;            /* only an interval is known, or who holds is not */
  bool suspended;       /* some votes cannot be exercised */
  bool controls;        /* by votes, or as a fact states */
  bool stated, manages, doubtful; /* control that a fact states; of a fund; perhaps not control */
  bool upwards;         /* closes a cycle: the company stands above its holder */
  int rows;             /* layers from the one to the other */
  bool at_holder;       /* the label stands below the holder's box, as this is its only line */
  const char *title;
  const char *labels[CR_CHART_LABELS]; int label_count;
  double label_x, label_y, label_width, label_height;
  cr_chart_point *curve; int point_count; /* Bézier: 1 + 3 n points, from holder to company */
} cr_chart_edge;

typedef struct cr_chart {
  cr_chart_node *nodes; int node_count, node_capacity;
  cr_chart_edge *edges; int edge_count, edge_capacity;
  int parties, folded;  /* above the candidate, itself included; of these not drawn */
  const char *title;    /* "Who holds Nuage de Montagne" */
  const char *summary;  /* the chart in words, for whoever does not see it */
  const char *note;     /* what is not drawn, or NULL */
  double width, height;
} cr_chart;

/* Builds and lays out. `full`: every node; else at most CR_CHART_NODES, or so few that they can be
 * read on one page. The builder's model has its names and marks. */
CRIBLE_MUST_CHECK crible_status cr_chart_of(cr_chart **out, cr_builder *builder, bool full);

/* Parts, in order. The parties reached upwards from the candidate, nearest first. */
typedef struct cr_chart_scope {
  const cr_view *view;
  int *order, count;  /* nodes */
  int *next;          /* per party: the company through which it was reached; CR_NONE */
  bool *reached, *kept; /* per party */
} cr_chart_scope;

void cr_chart_reach(cr_chart_scope *out, cr_builder *builder);
void cr_chart_fold(cr_chart_scope *scope, cr_builder *builder, int most);
void cr_chart_draw(cr_chart *chart, cr_builder *builder, const cr_chart_scope *scope);
void cr_chart_label(cr_chart *chart, cr_builder *builder, const cr_chart_scope *scope);
/* Sets `upwards`. */
CRIBLE_MUST_CHECK crible_status cr_chart_turn(cr_chart *chart, cr_arena *arena);
/* Where everything stands, by Graphviz. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_chart_lay_out(cr_chart *chart, cr_arena *arena);
/* The same without Graphviz, for charts of more than CR_CHART_LARGEST nodes. */
CRIBLE_MUST_CHECK crible_status cr_chart_lay_out_rows(cr_chart *chart, cr_arena *arena);

/* By how much the chart is made smaller, upright or across, to stand on one page of A4; its letters
 * of 8 points may be made smaller to 7. */
double cr_chart_fit(const cr_chart *chart);
#define CR_CHART_LEAST_FIT (7.0 / 8)
/* Whether a page across is needed for that, or does better. */
bool cr_chart_across(const cr_chart *chart);

/* Whether nothing at all is known of a company's holders: its box says so. */
static inline bool cr_chart_unknown(const cr_view *view, const cr_edges *edges, int company) {
  const int first = edges->first[company];
  return edges->first[company + 1] == first + 1 &&
         edges->holder[first] == view->parties + CR_UNDISCLOSED;
}

/* Whether an entry of a row is drawn: not zero, not the remainder of a company that is third
 * itself, behind which nobody counts, and not all of a company. */
static inline bool cr_chart_holds(const cr_view *view, const cr_edges *edges, int company,
                                  int entry) {
  return !fmpq_is_zero(&edges->weight[entry].hi) &&
         edges->holder[entry] != view->parties + CR_NOBODY &&
         (company == view->candidate || !cr_chart_unknown(view, edges, company));
}

/* As SVG, alone or inside a page, and as DOT. */
void cr_chart_svg(cr_buffer *out, const cr_chart *chart, bool alone);
void cr_chart_dot(cr_buffer *out, const cr_chart *chart);

/* What a kind is called in the legend. */
const char *cr_chart_kind_words(cr_chart_kind kind);

#endif
