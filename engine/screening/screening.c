#include "engine/screening/screening.h"

#include "engine/screening/passes.h"
#include "importers/dossier/dossier.h"

/* An empty screening of the dossier. */
static crible_status screening_new(struct crible_screening **out, const crible_dossier *dossier) {
  struct crible_screening *screening = cr_allocate_zero(dossier->context, 1, sizeof *screening);
  if (screening == NULL) return CRIBLE_E_MEMORY;
  screening->context = dossier->context;
  screening->facts = dossier->facts;
  screening->reference = dossier->reference;
  crible_status status = cr_arena_new(&screening->arena, dossier->context);
  if (status != CRIBLE_OK) {
    cr_release(dossier->context, screening);
    return status;
  }
  *out = screening;
  return CRIBLE_OK;
}

static crible_status run(struct crible_screening *screening,
                         const crible_screening_options *options) {
  static crible_status (*const passes[])(struct crible_screening *) = {
      cr_pass_analysis, cr_pass_rights,   cr_pass_criteria,
      cr_pass_headroom, cr_pass_entities, cr_pass_witnesses};

  crible_status status =
      cr_ruleset_read(&screening->ruleset, screening->context,
                      options->ruleset != NULL ? options->ruleset : cr_default_ruleset);
  if (status == CRIBLE_OK) status = cr_pass_date(screening, options->as_of);
  for (size_t i = 0; status == CRIBLE_OK && i < sizeof passes / sizeof passes[0]; i++)
    status = passes[i](screening);
  return status;
}

crible_status crible_screen(crible_screening **out, const crible_dossier *dossier,
                            const crible_screening_options *options) {
  static const crible_screening_options defaults = {NULL, NULL};
  struct crible_screening *screening = NULL;
  crible_status status = screening_new(&screening, dossier);
  if (status == CRIBLE_OK) status = run(screening, options != NULL ? options : &defaults);
  if (status == CRIBLE_OK)
    *out = screening;
  else
    crible_screening_free(screening);
  return status;
}

void crible_screening_free(crible_screening *screening) {
  if (screening == NULL) return;
  crible_context *context = screening->context;
  for (int meeting = 0; meeting < 2; meeting++)
    cr_graph_clear(&screening->analysis[meeting].graph, context);
  cr_remarks_clear(&screening->remarks, context);
  cr_ruleset_free(screening->ruleset);
  cr_arena_free(screening->arena);
  cr_release(context, screening);
}
