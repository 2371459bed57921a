/* Figures as a reader sees them: percentages that never hide the side of a
 * threshold, and ranges with their open ends. */
#ifndef CR_REPORT_FIGURE_H
#define CR_REPORT_FIGURE_H

#include "engine/holdings/holdings.h"

/* The thresholds (fractions of 1) that a printed figure may not be taken for. */
typedef struct cr_marks {
  const fmpq *at[8];
  int count;
} cr_marks;

/* The value in percent without the sign: all its decimals up to four ("21.25"), else
 * two decimals, more where they are needed to tell it from a mark or from 0, and "…" for
 * what was cut ("25.55…"). NULL when memory is short, here and below. */
char *cr_figure_percent(cr_arena *arena, const fmpq_t value, const cr_marks *marks);

/* As above with the sign: "21.25 %". */
char *cr_figure_share(cr_arena *arena, const fmpq_t value, const cr_marks *marks);

/* A bound without the sign; when only an enclosure is known, the digits that both its ends
 * share, or "≈ 21.25". */
char *cr_figure_bound(cr_arena *arena, const cr_bound *bound, const cr_marks *marks);

/* Lower and upper bound: "30 %", "20 … 50 %", "> 10 … < 20 %" with open ends. */
char *cr_figure_range(cr_arena *arena, const cr_bound bound[2], const cr_marks *marks);
/* The same of an interval. */
char *cr_figure_interval(cr_arena *arena, const cr_interval *interval, const cr_marks *marks);

/* The fractions themselves, "17/80" or "1/5 … 1/2"; NULL also when a bound is not exact. */
char *cr_figure_exact(cr_arena *arena, const cr_bound bound[2]);

/* Whether both ends are known to be the same value. */
bool cr_figure_point(const cr_bound bound[2]);

/* A percentage for programs: "21.25", a point in every language, no sign. Up to twelve decimals,
 * more where they are needed to tell it from a mark or from 0; what is further is cut. */
char *cr_figure_decimal(cr_arena *arena, const fmpq_t value, const cr_marks *marks);

/* The same of a bound; of an enclosure its outer end, rounded outwards: the lower one of a lower
 * bound (side 0), the upper one of an upper bound (side 1). */
char *cr_figure_bound_decimal(cr_arena *arena, const cr_bound *bound, int side,
                              const cr_marks *marks);

/* The ends of an enclosure as decimals of 1, rounded outwards. */
char *cr_figure_enclosure(cr_arena *arena, double end, bool upwards);

#endif
