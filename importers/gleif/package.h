/* A file of the Global LEI Foundation on its way to facts. */
#ifndef CR_GLEIF_PACKAGE_H
#define CR_GLEIF_PACKAGE_H

#include "engine/facts/facts.h"
#include "engine/facts/reference.h"
#include "importers/gleif/records.h"
#include "importers/registers/selection.h"

/* A relationship whose place among the others is known at the end only: a fund in an umbrella
 * fund, or the end of a chain of parents. */
typedef struct cr_gleif_aside {
  cr_fact fact;
  int child, parent;
  bool ultimate;
  bool told; /* by another relationship */
} cr_gleif_aside;

typedef struct cr_gleif_package {
  crible_context *context;
  cr_facts *facts;
  const cr_reference *reference;
  cr_selection *selection;
  const char *file;   /* the member being read */
  const char *stated; /* how many records its header says it has, or NULL */
  uint64_t count;     /* read of it */
  int source;         /* in the facts */
  cr_gleif_aside *asides;
  size_t aside_count, aside_capacity;
  int warned;
} cr_gleif_package;

/* A party by its LEI, added when there is none: of the kind that a relationship lets suppose. */
CRIBLE_MUST_CHECK crible_status cr_gleif_party(int *party, cr_gleif_package *package,
                                               const char *scheme, const char *value,
                                               cr_party_kind supposed);

CRIBLE_MUST_CHECK crible_status cr_gleif_add_entity(cr_gleif_package *package,
                                                    const cr_gleif_record *record);
CRIBLE_MUST_CHECK crible_status cr_gleif_add_relationship(cr_gleif_package *package,
                                                          const cr_gleif_record *record);
/* A party controls another. */
CRIBLE_MUST_CHECK crible_status cr_gleif_add_control(cr_gleif_package *package, const cr_fact *fact,
                                                     int child, int parent, cr_control_kind kind);
CRIBLE_MUST_CHECK crible_status cr_gleif_keep_aside(cr_gleif_package *package,
                                                    const cr_gleif_aside *aside);
/* After the last record: what was kept aside finds its place. */
CRIBLE_MUST_CHECK crible_status cr_gleif_add_asides(cr_gleif_package *package);
CRIBLE_MUST_CHECK crible_status cr_gleif_tell_exception(cr_gleif_package *package,
                                                        const cr_gleif_record *record);

/* The common part of a fact that a record states. */
cr_fact cr_gleif_fact(const cr_gleif_package *package, const cr_gleif_record *record,
                      const char *locator, cr_period period);
/* A copy in the facts' arena, *out NULL for NULL. */
CRIBLE_MUST_CHECK crible_status cr_gleif_keep(const char **out, cr_gleif_package *package,
                                              const char *text);
/* A warning at a record; of many only the first are told. */
CRIBLE_MUST_CHECK crible_status cr_gleif_warn(cr_gleif_package *package,
                                              const cr_gleif_record *record, const char *code,
                                              const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Whether a word is one of a list that ends in NULL. */
bool cr_gleif_any(const char *word, const char *const *list);

#endif
