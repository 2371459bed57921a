#include "importers/formats/gather.h"

#include "importers/registers/join.h"
#include "importers/registers/register.h"
#include "importers/registers/totals.h"

typedef struct gathering {
  crible_dossier *dossier;
  cr_selection selection;
  crible_dossier **parts; /* one a file, of the dossier's arena */
  size_t count;
  const char *subject;
} gathering;

/* Everybody in the dossier matters: rights and concerts name parties that hold nothing. */
static crible_status keep_parties(gathering *all, const char *candidate) {
  const cr_facts *facts = all->dossier->facts;
  crible_status status = candidate ? cr_candidate_keep(&all->selection, candidate) : CRIBLE_OK;
  for (size_t p = 0; p < facts->parties_count; p++) {
    const cr_party *party = &facts->parties[p];
    for (int i = 0; status == CRIBLE_OK && i < party->identifier_count; i++)
      status = cr_selection_keep(
          &all->selection, cr_key_of(party->identifiers[i].scheme, party->identifiers[i].value));
  }
  return status;
}

/* One pass over a file: to tie keys, or to read what is kept into a store of its own. */
static crible_status pass(gathering *all, const cr_register_file *file, crible_dossier *part,
                          bool survey) {
  cr_import import = {.context = all->dossier->context, .selection = &all->selection,
                      .subject = all->subject};
  crible_status status =
      cr_container_open(&import.container, import.context, file->path, &cr_limits_register);
  if (status == CRIBLE_OK)
    status = survey ? file->format->survey(&import) : file->format->read(part, &import);
  cr_container_close(import.container);
  return status;
}

/* What is read at once is read first: it ties keys of others too. */
static crible_status survey(gathering *all, const cr_register_file *files) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < all->count; i++) {
    status = cr_dossier_new(&all->parts[i], all->dossier->context, files[i].path);
    if (status != CRIBLE_OK) break;
    status = pass(all, &files[i], all->parts[i], files[i].format->survey != NULL);
    if (status == CRIBLE_OK && !files[i].format->survey)
      status = cr_selection_tie_facts(&all->selection, all->parts[i]->facts, i + 1);
  }
  return status;
}

static crible_status read(gathering *all, const cr_register_file *files) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < all->count; i++)
    if (files[i].format->survey) status = pass(all, &files[i], all->parts[i], false);
  return status;
}

static crible_status settle(gathering *all, const char *candidate) {
  crible_dossier *dossier = all->dossier;
  crible_status status = cr_registers_join(dossier, all->parts, all->count);
  if (status == CRIBLE_OK && candidate) status = cr_candidate_find(dossier, candidate);
  if (status == CRIBLE_OK) status = cr_totals_settle(dossier);
  return status == CRIBLE_OK ? cr_appointments_settle(dossier->facts) : status;
}

crible_status cr_registers_gather(crible_dossier *dossier, const cr_register_file *files,
                                  size_t count, const char *candidate, const char *subject) {
  gathering all = {.dossier = dossier,
                   .selection = {.context = dossier->context},
                   .count = count,
                   .subject = subject};
  all.parts = cr_arena_alloc(dossier->facts->arena, count, sizeof *all.parts);
  if (!all.parts) return CRIBLE_E_MEMORY;
  dossier->parts = all.parts; /* freed with the dossier, whose texts are theirs */
  dossier->part_count = count;
  crible_status status = survey(&all, files);
  if (status == CRIBLE_OK) status = keep_parties(&all, candidate);
  if (status == CRIBLE_OK) status = cr_selection_close(&all.selection);
  if (status == CRIBLE_OK) status = read(&all, files);
  if (status == CRIBLE_OK) status = settle(&all, candidate);
  cr_selection_clear(&all.selection);
  return status;
}
