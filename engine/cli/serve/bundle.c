#include "engine/cli/serve/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/serve/memory_file.h"
#include "engine/cli/serve/table.h"

enum { BLOCK = 64 * 1024, NONE = -1 };

static const char dossier_name[] = "dossier.xml";

static const char *base_name(const char *name) {
  const char *slash = strrchr(name, '/');
  return slash ? slash + 1 : name;
}

static int depth(const char *name) {
  int slashes = 0;
  for (; *name; name++) slashes += *name == '/';
  return slashes;
}

static bool ends_in_xml(const char *name) {
  const size_t length = strlen(name);
  return length > 4 && strcasecmp(name + length - 4, ".xml") == 0;
}

static int find_dossier(const cr_upload *files, int count) {
  int found = NONE, xml = NONE, xmls = 0;
  for (int i = 0; i < count; i++) {
    if (ends_in_xml(files[i].name)) xml = i, xmls++;
    if (strcmp(base_name(files[i].name), dossier_name) != 0) continue;
    if (found == NONE || depth(files[i].name) < depth(files[found].name)) found = i;
  }
  return found != NONE ? found : xmls == 1 ? xml : NONE;
}

/* The bytes of an upload, from its first on whatever was read of it before. */
static bool copy_bytes(struct archive *zip, int descriptor) {
  char block[BLOCK];
  off_t at = 0;
  for (;;) {
    const ssize_t got = pread(descriptor, block, sizeof block, at);
    if (got <= 0) return got == 0;
    if (archive_write_data(zip, block, (size_t)got) != got) return false;
    at += got;
  }
}

static bool add(struct archive *zip, const char *name, int descriptor) {
  struct stat about;
  struct archive_entry *entry = archive_entry_new();
  bool added = entry && fstat(descriptor, &about) == 0;
  if (added) {
    archive_entry_set_pathname_utf8(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_size(entry, about.st_size);
    added = archive_write_header(zip, entry) >= ARCHIVE_WARN && copy_bytes(zip, descriptor);
  }
  archive_entry_free(entry);
  return added;
}

static bool add_all(struct archive *zip, const cr_upload *files, int count, int dossier) {
  const char *path = files[dossier].name;
  const size_t folder = (size_t)(base_name(path) - path);
  bool added = true;
  for (int i = 0; i < count && added; i++) {
    if (strncmp(files[i].name, path, folder) != 0) continue;
    added = add(zip, i == dossier ? dossier_name : files[i].name + folder, files[i].descriptor);
  }
  return added;
}

static bool add_table(struct archive *zip, const cr_request *request) {
  const cr_upload *table = &request->files[0];
  const char *name = base_name(table->name);
  const int dossier = cr_table_dossier(table->descriptor, name, request->candidate);
  const bool added = dossier >= 0 && add(zip, dossier_name, dossier) && add(zip, name, table->descriptor);
  if (dossier >= 0) close(dossier);
  return added;
}

/* `dossier` is the place of the dossier's file, or NONE for a table alone. */
static bool write_zip(int out, const cr_request *request, int dossier) {
  struct archive *zip = archive_write_new();
  bool written = zip && archive_write_set_format_zip(zip) == ARCHIVE_OK &&
                 archive_write_zip_set_compression_store(zip) == ARCHIVE_OK &&
                 archive_write_set_options(zip, "hdrcharset=UTF-8") >= ARCHIVE_WARN &&
                 archive_write_open_fd(zip, out) == ARCHIVE_OK;
  if (written && dossier == NONE) written = add_table(zip, request);
  else if (written) written = add_all(zip, request->files, request->file_count, dossier);
  written = written && archive_write_close(zip) == ARCHIVE_OK;
  archive_write_free(zip);
  return written;
}

cr_bundle_result cr_bundle_make(cr_bundle *out, const cr_request *request) {
  const cr_upload *files = request->files;
  const int count = request->file_count;
  const bool table = count == 1 && *request->candidate && cr_table_named(files[0].name);
  *out = (cr_bundle){files[0].descriptor, base_name(files[0].name)};
  if (count == 1 && !table) return CR_BUNDLE_MADE;
  const int dossier = table ? NONE : find_dossier(files, count);
  if (!table && dossier == NONE) return CR_BUNDLE_WITHOUT_DOSSIER;
  out->descriptor = cr_memory_file();
  if (out->descriptor < 0) return CR_BUNDLE_FAILED;
  if (!table) out->name = base_name(files[dossier].name);
  return write_zip(out->descriptor, request, dossier) ? CR_BUNDLE_MADE : CR_BUNDLE_FAILED;
}
