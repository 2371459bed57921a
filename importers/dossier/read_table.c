/* A table of holders by itself: the smallest dossier that cites it. */
#include <string.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "importers/dossier/dossier.h"
#include "importers/dossier/grammar.h"
#include "importers/tables/write_table.h"

static bool none_taken(const void *user, const char *id) {
  (void)user, (void)id;
  return false;
}

/* The table stands beside the dossier, which has its path. */
static void write_dossier(cr_xml_text *out, const char *id, const char *file, const char *digest,
                          const char *candidate) {
  cr_xml_put(out, "<dossier");
  cr_xml_put_attribute(out, "xmlns", CR_DOSSIER_NAMESPACE);
  cr_xml_put_attribute(out, "candidate", id);
  cr_xml_put(out, "><source id=\"table\"");
  cr_xml_put_attribute(out, "title", file);
  cr_xml_put_attribute(out, "file", file);
  cr_xml_put_attribute(out, "sha256", digest);
  cr_xml_put(out, " kind=\"cap-table\"/><company");
  cr_xml_put_attribute(out, "id", id);
  cr_xml_put_attribute(out, "name", candidate);
  cr_xml_put(out, " source=\"table\"><cap-table source=\"table\"/></company></dossier>");
}

crible_status cr_dossier_read_table(crible_dossier **out, crible_context *context,
                                    const char *path, const char *candidate) {
  char *bytes = NULL, digest[65];
  size_t length = 0;
  cr_arena *scratch = NULL;
  cr_xml_text text = {.context = context};
  const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
  if (!*candidate) return CRIBLE_E_USAGE;
  crible_status status = cr_arena_new(&scratch, context);
  if (status == CRIBLE_OK) {
    status = cr_file_read_most(&bytes, &length, context, path, (size_t)cr_limits_dossier.bytes);
  }
  if (status != CRIBLE_OK) goto cleanup;
  cr_sha256_text(digest, bytes, length);
  const char *id = cr_table_make_id(scratch, candidate, "candidate", none_taken, NULL);
  if (id) write_dossier(&text, id, file, digest, candidate);
  status = id ? text.status : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) {
    status = cr_dossier_read_bytes(out, context, path, text.bytes, text.length);
  }
cleanup:
  cr_release(context, text.bytes);
  cr_release(context, bytes);
  cr_arena_free(scratch);
  return status;
}
