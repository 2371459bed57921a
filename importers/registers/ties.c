/* Facts read at once, tied as a first pass ties records. */
#include "engine/facts/party_index.h"
#include "importers/registers/register.h"
#include "importers/registers/steps.h"

typedef struct tying {
  cr_selection *selection;
  uint64_t store;
} tying;

/* The key of a party of a store, whatever its identifiers. */
static uint64_t key_of(const tying *in, int party) {
  uint64_t parts[2] = {in->store, (uint64_t)party};
  uint64_t hash = cr_hash_bytes(CR_HASH_START, parts, sizeof parts);
  return hash ? hash : 1;
}

static crible_status tie(void *user, int below, int above, cr_period period) {
  tying *in = user;
  (void)period;
  return cr_selection_tie(in->selection, key_of(in, below), key_of(in, above));
}

crible_status cr_selection_tie_facts(cr_selection *selection, const cr_facts *facts,
                                     uint64_t store) {
  tying in = {selection, store};
  crible_status status = cr_facts_each_step(facts, tie, &in);
  for (size_t p = 0; p < facts->parties_count; p++) {
    const cr_party *party = &facts->parties[p];
    for (int i = 0; status == CRIBLE_OK && i < party->identifier_count; i++)
      status = cr_selection_same(
          selection, key_of(&in, (int)p),
          cr_key_of(party->identifiers[i].scheme, party->identifiers[i].value));
  }
  return status;
}
