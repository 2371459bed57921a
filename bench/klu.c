/* The same linear question in double precision: x = W·x + b, b the shares held
 * by third parties, solved with SuiteSparse's KLU. Reads a system that
 * `generate` wrote and prints the candidate's value. One exact figure of
 * nothing but midpoints: no bounds, no control, no chains; for scale only. */
#include <stdio.h>
#include <stdlib.h>

#include <klu.h>

typedef struct entry {
  int row, column;
  double value;
} entry;

static int by_column(const void *a, const void *b) {
  const entry *x = a, *y = b;
  return x->column != y->column ? x->column - y->column : x->row - y->row;
}

/* I − W in compressed columns, and b. */
static int read_system(FILE *in, int companies, int third, entry *entries, double *right) {
  int count = 0, row, column;
  double weight;
  for (int i = 0; i < companies; i++) {
    entries[count++] = (entry){i, i, 1};
  }
  while (fscanf(in, "%d %d %lf", &row, &column, &weight) == 3) {
    if (column > 0 && column < companies) {
      entries[count++] = (entry){row, column, -weight};
    } else if (column >= companies && column < companies + third) {
      right[row] += weight;
    }
  }
  qsort(entries, (size_t)count, sizeof *entries, by_column);
  return count;
}

int main(int argc, char **argv) {
  FILE *in = argc == 2 ? fopen(argv[1], "r") : NULL;
  int companies, third, parties;
  if (!in || fscanf(in, "%d %d %d", &companies, &third, &parties) != 3) {
    fprintf(stderr, "usage: klu SYSTEM\n");
    return 64;
  }
  size_t most = (size_t)companies * 8;
  entry *entries = calloc(most, sizeof *entries);
  double *right = calloc((size_t)companies, sizeof *right), *values = calloc(most, sizeof *values);
  int *first = calloc((size_t)companies + 1, sizeof *first), *rows = calloc(most, sizeof *rows);
  int count = read_system(in, companies, third, entries, right);
  for (int k = 0; k < count; k++) {
    first[entries[k].column + 1] = k + 1;
    rows[k] = entries[k].row;
    values[k] = entries[k].value;
  }
  klu_common common;
  klu_defaults(&common);
  klu_symbolic *symbolic = klu_analyze(companies, first, rows, &common);
  klu_numeric *numeric = symbolic ? klu_factor(first, rows, values, symbolic, &common) : NULL;
  if (!numeric || !klu_solve(symbolic, numeric, companies, 1, right, &common)) {
    fprintf(stderr, "klu: singular\n");
    return 1;
  }
  printf("%.17g\n", right[0]);
  klu_free_numeric(&numeric, &common);
  klu_free_symbolic(&symbolic, &common);
  free(entries);
  free(right);
  free(values);
  free(first);
  free(rows);
  return fclose(in) ? 74 : 0;
}
