/* The folder of a new dossier. */
#include <crible/draft.h>

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/new_file.h"
#include "engine/base/sha256.h"
#include "engine/base/words.h"
#include "importers/draft/draft.h"

static crible_status usage(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_E_USAGE : status;
}

/* Whether a folder holds nothing; one that does not exist holds nothing. */
static crible_status check_empty(crible_context *context, const char *folder) {
  DIR *open = opendir(folder);
  bool empty = true;
  if (!open) return errno == ENOENT ? CRIBLE_OK : cr_file_not_written(context, folder, errno);
  for (struct dirent *entry; empty && (entry = readdir(open));) {
    empty = !strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..");
  }
  closedir(open);
  if (empty) return CRIBLE_OK;
  return usage(cr_error(context, "folder-not-empty", folder, 0, 0,
                        _("name a folder that does not exist, or an empty one"),
                        _("something is in the folder already, and nothing is overwritten")));
}

static crible_status write_file(crible_context *context, const char *folder, const char *name,
                                const char *bytes, size_t length) {
  char path[PATH_MAX];
  int used = snprintf(path, sizeof path, "%s/%s", folder, name);
  if (used < 0 || used >= PATH_MAX) return cr_file_not_written(context, folder, ENAMETOOLONG);
  return cr_file_write_new(context, path, bytes, length);
}

/* What is written, and the table it starts from. */
typedef struct draft {
  crible_context *context;
  cr_arena *arena;
  const char *id, *candidate, *table_path;
  char *bytes;
  size_t length;
  char digest[65];
  cr_grid grid;
  cr_country_words *countries;
  cr_cap_table rows;
  cr_draft_table table;
  cr_xml_text text;
} draft;

static bool is_candidate(const void *user, const char *id) {
  return !strcmp(((const draft *)user)->id, id);
}

static bool none_taken(const void *user, const char *id) {
  (void)user, (void)id;
  return false;
}

static crible_status read_table(draft *self) {
  const char *slash = strrchr(self->table_path, '/');
  crible_status status = cr_file_read_most(&self->bytes, &self->length, self->context,
                                           self->table_path, (size_t)cr_limits_dossier.bytes);
  if (status == CRIBLE_OK) status = cr_country_words_read(&self->countries, self->context);
  if (status == CRIBLE_OK) {
    status = cr_grid_read(&self->grid, self->arena, self->table_path, self->bytes, self->length);
  }
  if (status == CRIBLE_OK) {
    status = cr_cap_table_read(&self->rows, self->arena, &self->grid, NULL, self->candidate,
                               self->countries);
  }
  if (status == CRIBLE_OK) status = cr_table_ids_new(&self->table.ids, &self->rows);
  if (status != CRIBLE_OK) return status;
  for (size_t i = 0; i < self->rows.party_count; i++) {
    if (self->rows.parties[i].row_word != CR_ROW_TREASURY) continue;
    self->table.ids.party[i] = self->id;
    self->table.ids.party_declared[i] = true;
  }
  cr_sha256_text(self->digest, self->bytes, self->length);
  self->table.name = slash ? slash + 1 : self->table_path;
  self->table.digest = self->digest;
  self->table.rows = &self->rows;
  self->table.ids.source = "cap-table";
  return cr_table_choose_ids(&self->table.ids, &self->rows, is_candidate, self);
}

static crible_status write_folder(draft *self, const char *folder) {
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
    return cr_file_not_written(self->context, folder, errno);
  }
  crible_status status = CRIBLE_OK;
  if (self->table_path) {
    status = write_file(self->context, folder, self->table.name, self->bytes, self->length);
  }
  if (status != CRIBLE_OK) return status;
  return write_file(self->context, folder, "dossier.xml", self->text.bytes, self->text.length);
}

static void clear(draft *self) {
  cr_release(self->context, self->text.bytes);
  cr_release(self->context, self->bytes);
  cr_cap_table_clear(&self->rows);
  cr_grid_clear(&self->grid);
  cr_country_words_free(self->countries);
  cr_arena_free(self->arena);
}

crible_status crible_draft(crible_context *context, const char *folder, const char *candidate,
                           const char *table) {
  draft self = {.context = context, .candidate = candidate, .table_path = table,
                .text = {.context = context}};
  if (!*candidate) return CRIBLE_E_USAGE;
  crible_status status = check_empty(context, folder);
  if (status == CRIBLE_OK) status = cr_arena_new(&self.arena, context);
  if (status != CRIBLE_OK) return status;
  self.id = cr_table_make_id(self.arena, candidate, "candidate", none_taken, NULL);
  if (!self.id) status = CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK && table) status = read_table(&self);
  if (status == CRIBLE_OK) {
    cr_draft_write(&self.text, self.id, candidate, table ? &self.table : NULL);
    status = self.text.status;
  }
  if (status == CRIBLE_OK) status = write_folder(&self, folder);
  clear(&self);
  return status;
}
