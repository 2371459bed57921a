/* Pairs of parties that are likely the same, among the parties of one or several dossiers. */
#ifndef CR_IDENTITY_CANDIDATES_H
#define CR_IDENTITY_CANDIDATES_H

#include <crible/match.h>

#include "importers/dossier/dossier.h"
#include "importers/identity/likeness.h"

typedef struct cr_matched {
  cr_likened likened;
  const char *file; /* it was read from */
} cr_matched;

typedef struct cr_pair {
  int a, b;         /* indices into the parties, a < b */
  unsigned reasons; /* bits of cr_reason */
} cr_pair;

struct crible_matches {
  crible_context *context;
  cr_arena *arena;
  cr_matched *parties;
  size_t party_count;
  int file_count;
  cr_pair *pairs; /* most likely first */
  size_t pair_count, pair_capacity;
};

#endif
