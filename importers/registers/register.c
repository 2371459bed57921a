#include "importers/registers/register.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/registers/identifier.h"

/* Schemes whose numbers a caller may give by themselves. */
static const char *const schemes[] = {"lei", "siren", CR_SCHEME_UK};
enum { SCHEMES = sizeof schemes / sizeof *schemes };

crible_status cr_register_source(int *source, crible_dossier *dossier, const char *id) {
  cr_facts *facts = dossier->facts;
  const char *slash = strrchr(dossier->path, '/');
  char *title = cr_arena_string(facts->arena, slash && slash[1] ? slash + 1 : dossier->path);
  crible_status status = title ? cr_facts_add_sources(facts, source) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  facts->sources[*source] = (cr_source){
      .id = id, .title = title, .kind = "register", .date = CR_DATE_NONE, .gathered = true};
  return CRIBLE_OK;
}

crible_status cr_candidate_keep(cr_selection *selection, const char *candidate) {
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < SCHEMES; i++)
    status = cr_selection_keep(selection, cr_key_of(schemes[i], candidate));
  return status;
}

static bool meant(const cr_party *party, const char *candidate) {
  cr_spelling own, given;
  if (!strcmp(party->id, candidate)) return true;
  for (int i = 0; i < party->identifier_count; i++) {
    const cr_identifier *identifier = &party->identifiers[i];
    if (cr_identifier_spell(&own, identifier->scheme, identifier->value) &&
        cr_identifier_spell(&given, identifier->scheme, candidate) &&
        !strcmp(own.value, given.value))
      return true;
  }
  return false;
}

crible_status cr_candidate_find(crible_dossier *dossier, const char *candidate) {
  cr_facts *facts = dossier->facts;
  int found = CR_NONE, count = 0;
  for (size_t i = 0; i < facts->parties_count; i++) {
    if (!meant(&facts->parties[i], candidate)) continue;
    if (!count++) found = (int)i;
  }
  if (!count)
    return cr_error(dossier->context, "candidate-unknown", dossier->path, 0, 0,
                    _("--candidate takes an identifier of the file, such as an LEI"),
                    _("no record is about '%.64s'"), candidate);
  if (count > 1)
    return cr_error(dossier->context, "candidate-not-one", dossier->path, 0, 0,
                    _("name it by an identifier that nobody else has"),
                    _("several entities have the identifier '%.64s'"), candidate);
  cr_party_kind kind = facts->parties[found].kind;
  if (kind != CR_COMPANY)
    return cr_error(dossier->context, "candidate-not-a-company", dossier->path, 0, 0, NULL,
                    _("the candidate '%.64s' is not a company"), candidate);
  facts->candidate = found;
  return CRIBLE_OK;
}
