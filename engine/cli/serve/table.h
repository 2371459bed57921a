/* A table of holders by itself: it does not say whose they are, the page does. */
#ifndef CR_SERVE_TABLE_H
#define CR_SERVE_TABLE_H

#include <stdbool.h>

/* By the end of its name. */
bool cr_table_named(const char *name);

/* The smallest dossier that reads a table lying beside it: a file of memory; -1 when memory is
 * short. */
int cr_table_dossier(int table, const char *name, const char *candidate);

#endif
