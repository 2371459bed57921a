#include "importers/reference/reference_reader.h"

#include "engine/base/words.h"
#include "importers/reference/datasets.h"

typedef struct dataset {
  const char *name; /* of the file, and of its root element */
  crible_status (*read)(cr_reference *reference, const cr_xml *xml);
} dataset;

static const dataset datasets[] = {
    {"states", cr_read_states},
    {"markets", cr_read_markets},
    {"decisions", cr_read_decisions},
    {"legal-majorities", cr_read_majorities},
    {"declaration-thresholds", cr_read_thresholds},
    {"collections", cr_read_collections},
};

static crible_status read_dataset(cr_reference *reference, crible_context *context,
                                  const dataset *set) {
  const char *path = cr_arena_printf(reference->arena, "%s/%s.xml",
                                     crible_context_data_folder(context), set->name);
  if (!path) {
    return CRIBLE_E_MEMORY;
  }
  cr_xml xml;
  crible_status status = cr_xml_open(&xml, reference->arena, path);
  if (status == CRIBLE_OK && !cr_xml_is(cr_xml_root(&xml), set->name)) {
    status = cr_xml_unexpected(&xml, cr_xml_root(&xml));
  }
  if (status == CRIBLE_OK) {
    status = set->read(reference, &xml);
  }
  cr_xml_close(&xml);
  return status;
}

crible_status cr_reference_read(cr_reference **out, crible_context *context) {
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) {
    return status;
  }
  cr_reference *reference = cr_arena_alloc(arena, 1, sizeof *reference);
  if (!reference) {
    status = CRIBLE_E_MEMORY;
    goto cleanup;
  }
  reference->arena = arena;
  for (size_t i = 0; i < sizeof datasets / sizeof *datasets; i++) {
    status = read_dataset(reference, context, datasets + i);
    if (status != CRIBLE_OK) {
      goto cleanup;
    }
  }
  *out = reference;
  arena = NULL;
cleanup:
  cr_arena_free(arena);
  return status;
}
