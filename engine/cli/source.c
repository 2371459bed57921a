#include "engine/cli/source.h"

#include <crible/match.h>

#include "engine/cli/session.h"

void cr_source_options_read(cr_source_options *out, int at, const char *const *values,
                            const cr_given *given, int given_count) {
  size_t count = 0;
  for (int i = 0; i < given_count; i++)
    if (given[i].option == at + CR_WITH) out->registers[count++] = given[i].value;
  out->matches = values[at + CR_MATCHES];
  out->reading = (crible_dossier_options){.format = values[at + CR_FROM],
                                          .candidate = values[at + CR_CANDIDATE],
                                          .subject = values[at + CR_SUBJECT],
                                          .registers = out->registers,
                                          .register_count = count};
}

crible_status cr_source_open(crible_dossier **out, crible_context *context, const char *path,
                             const cr_source_options *source) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read_with(&dossier, context, path, &source->reading);
  if (status == CRIBLE_OK && source->matches)
    status = crible_matches_take(dossier, source->matches);
  if (status == CRIBLE_OK) *out = dossier;
  else crible_dossier_free(dossier);
  return status;
}

crible_status cr_screened_open(cr_screened *out, const char *path, const cr_source_options *source,
                               const crible_screening_options *question) {
  *out = (cr_screened){0};
  crible_status status = cr_session_open(&out->context);
  if (status == CRIBLE_OK) status = cr_source_open(&out->dossier, out->context, path, source);
  if (status == CRIBLE_OK) status = crible_screen(&out->screening, out->dossier, question);
  return status;
}

void cr_screened_free(cr_screened *screened) {
  crible_screening_free(screened->screening);
  crible_dossier_free(screened->dossier);
  crible_context_free(screened->context);
}
