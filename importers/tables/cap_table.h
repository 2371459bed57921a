/* A table of who holds what of one company, read from cells into holders, classes and holdings. */
#ifndef CR_TABLES_CAP_TABLE_H
#define CR_TABLES_CAP_TABLE_H

#include <flint/fmpq.h>

#include "engine/facts/facts.h"
#include "importers/reference/country_words.h"
#include "importers/tables/amount.h"
#include "importers/tables/columns.h"

/* Texts are in the arena, or NULL when not stated. */
typedef struct cr_table_party {
  const char *name;
  cr_holder_kind kind;
  cr_row_word row_word;      /* treasury, employees, others; else plain */
  const char *country;       /* where it is seated or resides */
  const char *nationalities; /* codes, separated by blanks */
  const char *lei, *siren;
  int row;                   /* where it was named first */
} cr_table_party;

typedef struct cr_table_class {
  const char *name;   /* NULL: the only one, not named */
  const char *folded; /* by which it is found */
  const char *issued, *nominal, *votes, *double_after;
  fmpq *listed;       /* sum of its holdings */
  bool confirmed;     /* a total of the table says as much */
  bool doubled;       /* some holding has double votes */
  int row;            /* of its own table; 0: only holdings name it */
} cr_table_class;

typedef struct cr_table_holding {
  int row;
  int party;
  int share_class;      /* CR_NONE: of the company, by percentages */
  const char *quantity; /* NULL: percentages */
  fmpq *count;
  cr_date since;
  cr_nature nature;
  const char *bare_owner_name;
  int bare_owner;       /* index of a party, or CR_NONE */
  bool paired;          /* a bare row that its usufruct's row already tells */
  cr_tristate double_vote;
  cr_amount *share[CR_PROPERTIES]; /* percentages, NULL where not stated */
} cr_table_holding;

/* What the rows of a column add up to, from the beginning and since the last subtotal; slack is
 * by how much their rounding may change it. */
typedef struct cr_column_sum {
  fmpq *all, *part, *all_slack, *part_slack;
} cr_column_sum;

typedef struct cr_cap_table {
  cr_arena *arena;
  crible_context *context;
  const char *file;
  const cr_sheet *sheet;
  cr_columns columns;
  int last_row;    /* of the holders; another table may stand below */
  cr_marks marks;
  const cr_country_words *countries;
  cr_table_party *parties;
  size_t party_count, party_capacity;
  cr_table_class *classes;
  size_t class_count, class_capacity;
  cr_table_holding *holdings;
  size_t holding_count, holding_capacity;
  cr_column_sum *sums; /* by the place in columns */
  bool complete;   /* a total says that these are all */
  bool options;    /* rows of rights to shares to come were left out */
  size_t errors, warnings;
  crible_status status; /* CRIBLE_E_MEMORY once memory was short */
} cr_cap_table;

/* Reads the table of holders of a grid: of the sheet called `sheet`, or of the only one that has
 * one. `company` is the name of the company whose table it is, so that its own shares are known.
 * Arrays are the context's: cr_cap_table_clear frees them, also after an error.
 * Errors: CRIBLE_E_DATA (every error is told with its cell, at most twenty), CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_cap_table_read(cr_cap_table *out, cr_arena *arena,
                                                  const cr_grid *grid, const char *sheet,
                                                  const char *company,
                                                  const cr_country_words *countries);
void cr_cap_table_clear(cr_cap_table *table);

#endif
