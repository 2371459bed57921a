#include "engine/rulesets/ruleset.h"

#include <string.h>

#include "engine/base/sha256.h"
#include "engine/base/words.h"
#include "engine/rulesets/ruleset_choices.h"
#include "engine/rulesets/ruleset_name.h"
#include "importers/xml/schema.h"

const char cr_default_ruleset[] = "secnumcloud-2023";
const char cr_strict_ruleset[] = "secnumcloud-2023-strict";

/* The schema has seen to it that there is one child of that name. */
static const xmlNode *child(const cr_xml *xml, const char *name) {
  const xmlNode *node = cr_xml_first(cr_xml_root(xml));
  while (node && !cr_xml_is(node, name)) {
    node = cr_xml_next(node);
  }
  return node;
}

static crible_status read_ceilings(fmpq *ceilings[CR_PROPERTIES], const cr_xml *xml,
                                   const char *name) {
  crible_status status =
      cr_xml_fraction(&ceilings[CR_CAPITAL], xml, child(xml, name), "capital");
  return status == CRIBLE_OK
             ? cr_xml_fraction(&ceilings[CR_VOTES], xml, child(xml, name), "votes")
             : status;
}

static crible_status read_sources(cr_ruleset *ruleset, const cr_xml *xml) {
  crible_status status = cr_xml_optional(&ruleset->source.individual, xml,
                                         child(xml, "individual"), "source");
  if (status == CRIBLE_OK) {
    status = cr_xml_optional(&ruleset->source.collective, xml, child(xml, "collective"), "source");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_optional(&ruleset->source.control, xml, child(xml, "control"), "source");
  }
  return status;
}

static crible_status read_control(cr_control_rules *rules, const cr_xml *xml) {
  const xmlNode *node = child(xml, "control");
  fmpq *majority = NULL, *presumption = NULL;
  crible_status status = cr_xml_fraction(&majority, xml, node, "majority");
  if (status == CRIBLE_OK) {
    status = cr_xml_fraction(&presumption, xml, node, "presumption");
  }
  if (status == CRIBLE_OK) {
    fmpq_set(&rules->majority, majority);
    fmpq_set(&rules->presumption, presumption);
  }
  return status;
}

/* `id` is that of the file's name, NULL for a file given by its path. */
static crible_status read_names(cr_ruleset *ruleset, const cr_xml *xml, const char *id) {
  const xmlNode *root = cr_xml_root(xml);
  crible_status status = cr_xml_text(&ruleset->id, xml, root, "id");
  if (status == CRIBLE_OK) {
    status = cr_xml_optional(&ruleset->title, xml, root, "title");
  }
  if (status == CRIBLE_OK && id && strcmp(id, ruleset->id) != 0) {
    status = cr_xml_error(xml, root, "ruleset-misnamed", _("name the file after the id"),
                          _("the file of ruleset '%.64s' says that it is '%.64s'"), id,
                          ruleset->id);
  }
  return status;
}

static crible_status read_rules(cr_ruleset *ruleset, const cr_xml *xml, const char *id) {
  crible_status status = cr_xml_validate(xml, "ruleset");
  if (status == CRIBLE_OK) {
    status = read_names(ruleset, xml, id);
  }
  if (status == CRIBLE_OK) {
    status = read_ceilings(ruleset->individual, xml, "individual");
  }
  if (status == CRIBLE_OK) {
    status = read_ceilings(ruleset->collective, xml, "collective");
  }
  if (status == CRIBLE_OK) {
    status = read_control(&ruleset->control, xml);
  }
  if (status == CRIBLE_OK) {
    status = read_sources(ruleset, xml);
  }
  return status == CRIBLE_OK ? cr_ruleset_read_choices(ruleset, xml) : status;
}

static crible_status read_file(cr_ruleset *ruleset, const char *name) {
  cr_xml xml;
  const char *id = NULL;
  crible_status status = cr_ruleset_locate(&ruleset->file, &id, ruleset->arena, name);
  if (status != CRIBLE_OK) {
    return status;
  }
  status = cr_xml_open(&xml, ruleset->arena, ruleset->file);
  if (status == CRIBLE_OK) {
    cr_sha256_text(ruleset->sha256, xml.bytes, xml.length);
    status = read_rules(ruleset, &xml, id);
  }
  cr_xml_close(&xml);
  return status;
}

crible_status cr_ruleset_read(cr_ruleset **out, crible_context *context, const char *name) {
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) {
    return status;
  }
  cr_ruleset *ruleset = cr_arena_alloc(arena, 1, sizeof *ruleset);
  if (!ruleset) {
    cr_arena_free(arena);
    return CRIBLE_E_MEMORY;
  }
  ruleset->arena = arena;
  fmpq_init(&ruleset->control.majority);
  fmpq_init(&ruleset->control.presumption);
  status = read_file(ruleset, name);
  if (status != CRIBLE_OK) {
    cr_ruleset_free(ruleset);
    return status;
  }
  *out = ruleset;
  return CRIBLE_OK;
}

void cr_ruleset_free(cr_ruleset *ruleset) {
  if (ruleset) {
    fmpq_clear(&ruleset->control.majority);
    fmpq_clear(&ruleset->control.presumption);
    cr_arena_free(ruleset->arena);
  }
}
