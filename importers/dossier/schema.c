#include "importers/dossier/schema.h"

#include <stdio.h>
#include <string.h>

#include <libxml/relaxng.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/words.h"

static const char schema_name[] = "schemas/dossier.rng";

/* libxml2 would print what it thinks of a schema. */
static void keep_quiet(void *user, xmlErrorPtr error) { (void)user, (void)error; }

static void keep_first(void *user, xmlErrorPtr error) {
  cr_objection *objection = user;
  if (objection->raised) return;
  const xmlNode *node = error->node;
  while (node && node->type != XML_ELEMENT_NODE) node = node->parent;
  objection->raised = true;
  objection->tag = node ? cr_tree_tag(node) : 0;
  const char *said = error->message ? error->message : "";
  snprintf(objection->message, sizeof objection->message, "%.*s", (int)strcspn(said, "\n"), said);
}

static xmlRelaxNG *compiled(const char *bytes, size_t length) {
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(bytes, (int)length);
  if (!parser) return NULL;
  xmlRelaxNGSetParserStructuredErrors(parser, keep_quiet, NULL);
  xmlRelaxNG *schema = xmlRelaxNGParse(parser);
  xmlRelaxNGFreeParserCtxt(parser);
  return schema;
}

static crible_status validate(cr_objection *out, xmlRelaxNG *schema, xmlDoc *tree) {
  xmlRelaxNGValidCtxt *validation = xmlRelaxNGNewValidCtxt(schema);
  if (!validation) return CRIBLE_E_MEMORY;
  cr_objection objection = {.raised = false};
  xmlRelaxNGSetValidStructuredErrors(validation, keep_first, &objection);
  int result = xmlRelaxNGValidateDoc(validation, tree);
  xmlRelaxNGFreeValidCtxt(validation);
  if (result < 0) return CRIBLE_E_INTERNAL;
  objection.raised = result != 0;
  *out = objection;
  return CRIBLE_OK;
}

crible_status cr_schema_validate(cr_objection *out, crible_context *context, xmlDoc *tree) {
  const char *folder = crible_context_data_folder(context);
  size_t room = strlen(folder) + sizeof schema_name + 1, length = 0;
  char *path = cr_allocate(context, room), *bytes = NULL;
  xmlRelaxNG *schema = NULL;
  crible_status status = path ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) goto cleanup;
  snprintf(path, room, "%s/%s", folder, schema_name);
  status = cr_file_read(&bytes, &length, context, path);
  if (status != CRIBLE_OK) goto cleanup;
  schema = compiled(bytes, length);
  if (!schema) {
    status = cr_error(context, "bad-schema", path, 0, 0, _("install crible's data again"),
                      _("the schema of dossiers cannot be used"));
    if (status == CRIBLE_E_DATA) status = CRIBLE_E_INTERNAL;
    goto cleanup;
  }
  status = validate(out, schema, tree);
cleanup:
  xmlRelaxNGFree(schema);
  cr_release(context, bytes);
  cr_release(context, path);
  return status;
}
