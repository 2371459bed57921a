#include "importers/formats/gather.h"

#include "engine/base/progress.h"
#include "importers/registers/join.h"
#include "importers/registers/register.h"
#include "importers/registers/totals.h"

typedef struct gathering {
  crible_dossier *dossier;
  cr_selection selection;
  crible_dossier **parts; /* one a file, of the dossier's arena */
  bool *twice; /* whether each file is read in two passes */
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

/* Opens a file for one pass. */
static crible_status begin_pass(cr_import *import, gathering *all, size_t file, const char *path) {
  *import = (cr_import){.context = all->dossier->context, .selection = &all->selection,
                        .file = file + 1, .subject = all->subject};
  return cr_container_open(&import->container, import->context, path, &cr_limits_register);
}

/* A register too large to be kept is surveyed; what is read at once is read first: it ties keys of
 * others too. */
static crible_status survey_one(gathering *all, size_t i, const cr_register_file *file) {
  cr_import import;
  const cr_format *format = file->format;
  crible_status status = begin_pass(&import, all, i, file->path);
  if (status != CRIBLE_OK) return status;
  all->twice[i] = format->survey && !(format->whole && format->whole(import.container));
  cr_progress_pass(import.context, 1, all->twice[i] ? 2 : 1);
  if (all->twice[i]) {
    status = format->survey(&import);
  } else {
    status = format->read(all->parts[i], &import);
    if (status == CRIBLE_OK)
      status = cr_selection_tie_facts(&all->selection, all->parts[i]->facts, import.file);
  }
  cr_container_close(import.container);
  return status;
}

static crible_status survey(gathering *all, const cr_register_file *files) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < all->count; i++) {
    status = cr_dossier_new(&all->parts[i], all->dossier->context, files[i].path);
    if (status == CRIBLE_OK) status = survey_one(all, i, &files[i]);
  }
  return status;
}

static crible_status read(gathering *all, const cr_register_file *files) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < all->count; i++) {
    cr_import import;
    if (!all->twice[i]) continue;
    status = begin_pass(&import, all, i, files[i].path);
    if (status != CRIBLE_OK) return status;
    cr_progress_pass(import.context, 2, 2);
    status = files[i].format->read(all->parts[i], &import);
    cr_container_close(import.container);
  }
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
  all.twice = cr_arena_alloc(dossier->facts->arena, count, sizeof *all.twice);
  if (!all.parts || !all.twice) return CRIBLE_E_MEMORY;
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
