#include "engine/holdings/local_rows.h"

/* Rows being written, one after the other. */
typedef struct row_writer {
  const cr_system *system;
  const int *place;
  const fmpq *weight, *value;
  int *column;
  fmpq *coefficient;
  int filled;
  int *at; /* per company: its entry in the row being written, or CR_NONE */
} row_writer;

static void write_row(row_writer *writer, int company, fmpq *constant) {
  const cr_system *system = writer->system;
  int start = writer->filled;
  for (int e = system->edges->first[company]; e < system->edges->first[company + 1]; e++) {
    int h = system->edges->holder[e];
    if (fmpq_is_zero(&writer->weight[e])) continue;
    int j = h < system->view->parties ? writer->place[h] : CR_NONE;
    if (j == CR_NONE) {
      if (!fmpq_is_zero(&writer->value[h]))
        fmpq_addmul(constant, &writer->weight[e], &writer->value[h]);
      continue;
    }
    if (writer->at[j] == CR_NONE) {
      writer->at[j] = writer->filled;
      writer->column[writer->filled++] = j;
    }
    fmpq *coefficient = &writer->coefficient[writer->at[j]];
    fmpq_add(coefficient, coefficient, &writer->weight[e]);
  }
  for (int i = start; i < writer->filled; i++) writer->at[writer->column[i]] = CR_NONE;
}

crible_status cr_local_rows_of(cr_local_rows *out, const cr_system *system,
                               const int *companies, int count, const int *place,
                               const fmpq *weight, const fmpq *value, cr_arena *arena) {
  const int *row = system->edges->first;
  size_t entries = 0;
  for (int i = 0; i < count; i++) entries += (size_t)(row[companies[i] + 1] - row[companies[i]]);
  row_writer writer = {.system = system, .place = place, .weight = weight, .value = value};
  int *first = cr_arena_alloc(arena, (size_t)count + 1, sizeof *first);
  fmpq *constant = cr_arena_rationals(arena, (size_t)count);
  writer.column = cr_arena_alloc(arena, entries, sizeof *writer.column);
  writer.coefficient = cr_arena_rationals(arena, entries);
  writer.at = cr_arena_alloc(arena, (size_t)count, sizeof *writer.at);
  if (!first || !constant || !writer.column || !writer.coefficient || !writer.at)
    return CRIBLE_E_MEMORY;
  for (int i = 0; i < count; i++) writer.at[i] = CR_NONE;
  for (int i = 0; i < count; i++) {
    first[i] = writer.filled;
    write_row(&writer, companies[i], &constant[i]);
  }
  first[count] = writer.filled;
  *out = (cr_local_rows){.matrix = {count, first, writer.column, writer.coefficient},
                         .constant = constant};
  return CRIBLE_OK;
}
