#include "importers/container/container.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/container/parts.h"

const cr_limits cr_limits_dossier = {256ull << 20, 200, 10000};
const cr_limits cr_limits_register = {1ull << 40, 200, 10000};

crible_status cr_container_unreadable(crible_context *context, const char *path, int reason,
                                      crible_status status) {
  const char *code = status == CRIBLE_E_NO_INPUT ? "no-input" : "not-readable";
  crible_status told = cr_error(context, code, path, 0, 0, NULL, _("cannot read '%s': %s"), path,
                                strerror(reason ? reason : EIO));
  return told == CRIBLE_E_DATA ? status : told;
}

crible_status cr_container_add(cr_container *container, const char *name, size_t entry,
                               uint64_t size) {
  void *block = container->members;
  if (container->count >= container->limits.members) {
    return cr_error(container->context, "container-members", container->path, 0, 0, NULL,
                    _("more than %zu files are in it"), container->limits.members);
  }
  crible_status status = cr_grow(container->context, &block, &container->capacity,
                                 container->count + 1, sizeof *container->members);
  if (status != CRIBLE_OK) return status;
  container->members = block;
  const char *copy = cr_arena_string(container->arena, name);
  if (!copy) return CRIBLE_E_MEMORY;
  container->members[container->count++] = (cr_member){copy, entry, size};
  return CRIBLE_OK;
}

static int by_name(const void *a, const void *b) {
  const cr_member *one = a, *other = b;
  return strcmp(one->name, other->name);
}

static crible_status sort(cr_container *container) {
  if (container->count > 0)
    qsort(container->members, container->count, sizeof *container->members, by_name);
  for (size_t i = 1; i < container->count; i++) {
    if (by_name(&container->members[i - 1], &container->members[i]) == 0) {
      return cr_error(container->context, "archive-duplicate", container->path, 0, 0,
                      _("pack it again: which of the two is meant cannot be known"),
                      _("two files in it are called '%s'"), container->members[i].name);
    }
  }
  return CRIBLE_OK;
}

/* "PK" and the mark of a first or, in an empty zip, last record (PKWARE appnote, 4.3.7, 4.3.16). */
bool cr_container_is_zip(const char *bytes, size_t length) {
  return length >= 4 && (!memcmp(bytes, "PK\3\4", 4) || !memcmp(bytes, "PK\5\6", 4));
}

/* By the first bytes, as above or as RFC 1952 says. */
static cr_container_kind sniff(const char *path) {
  char magic[4] = "";
  int file = open(path, O_RDONLY);
  ssize_t length = file < 0 ? 0 : read(file, magic, sizeof magic);
  if (file >= 0) close(file);
  if (length == 4 && cr_container_is_zip(magic, 4)) return CR_CONTAINER_ZIP;
  return length >= 2 && !memcmp(magic, "\x1f\x8b", 2) ? CR_CONTAINER_GZIP : CR_CONTAINER_PLAIN;
}

cr_container_kind cr_container_kind_of(const char *path) {
  struct stat about;
  if (stat(path, &about)) return CR_CONTAINER_PLAIN;
  if (S_ISDIR(about.st_mode)) return CR_CONTAINER_FOLDER;
  return S_ISREG(about.st_mode) ? sniff(path) : CR_CONTAINER_PLAIN; /* a pipe is read once */
}

static crible_status look(cr_container *container) {
  struct stat about;
  if (stat(container->path, &about) || access(container->path, R_OK)) {
    return cr_container_unreadable(container->context, container->path, errno, CRIBLE_E_NO_INPUT);
  }
  if (S_ISREG(about.st_mode)) container->file_size = (uint64_t)about.st_size;
  container->kind = cr_container_kind_of(container->path);
  return CRIBLE_OK;
}

/* The only member: the file's name, without ".gz" when that is what was unpacked. */
static crible_status list_itself(cr_container *container) {
  const char *slash = strrchr(container->path, '/');
  const char *name = slash ? slash + 1 : container->path;
  size_t length = strlen(name);
  bool packed = container->kind == CR_CONTAINER_GZIP && length > 3 && !strcmp(name + length - 3, ".gz");
  char *copy = cr_arena_text(container->arena, name, length - (packed ? 3 : 0));
  return copy ? cr_container_add(container, copy, 0, UINT64_MAX) : CRIBLE_E_MEMORY;
}

static crible_status list(cr_container *container) {
  switch (container->kind) {
  case CR_CONTAINER_ZIP: return cr_zip_list(container);
  case CR_CONTAINER_FOLDER: return cr_folder_list(container);
  case CR_CONTAINER_GZIP:
  case CR_CONTAINER_PLAIN: break;
  }
  return list_itself(container);
}

/* Lists what a container whose kind is known holds; frees it when that fails. */
static crible_status finish(cr_container **out, cr_container *container) {
  crible_status status = list(container);
  if (status == CRIBLE_OK) status = sort(container);
  if (status == CRIBLE_OK) *out = container;
  else cr_container_close(container);
  return status;
}

static crible_status container_new(cr_container **out, crible_context *context, const char *path,
                                   const cr_limits *limits) {
  cr_container *container = cr_allocate_zero(context, 1, sizeof *container);
  if (!container) return CRIBLE_E_MEMORY;
  container->context = context;
  container->limits = *limits;
  crible_status status = cr_arena_new(&container->arena, context);
  if (status == CRIBLE_OK && !(container->path = cr_arena_string(container->arena, path))) {
    status = CRIBLE_E_MEMORY;
  }
  if (status == CRIBLE_OK) *out = container;
  else cr_container_close(container);
  return status;
}

crible_status cr_container_open(cr_container **out, crible_context *context, const char *path,
                                const cr_limits *limits) {
  cr_container *container = NULL;
  crible_status status = container_new(&container, context, path, limits);
  if (status != CRIBLE_OK) return status;
  status = look(container);
  if (status == CRIBLE_OK) return finish(out, container);
  cr_container_close(container);
  return status;
}

crible_status cr_container_open_zip(cr_container **out, crible_context *context, const char *name,
                                    const char *bytes, size_t length, const cr_limits *limits) {
  cr_container *container = NULL;
  crible_status status = container_new(&container, context, name, limits);
  if (status != CRIBLE_OK) return status;
  container->kind = CR_CONTAINER_ZIP;
  container->bytes = bytes;
  container->file_size = length;
  return finish(out, container);
}

void cr_container_close(cr_container *container) {
  if (!container) return;
  cr_release(container->context, container->members);
  cr_arena_free(container->arena);
  cr_release(container->context, container);
}

size_t cr_container_count(const cr_container *container) { return container->count; }

const char *cr_container_name(const cr_container *container, size_t member) {
  return container->members[member].name;
}

bool cr_container_has_members(const cr_container *container) {
  return container->kind == CR_CONTAINER_ZIP || container->kind == CR_CONTAINER_FOLDER;
}

uint64_t cr_container_size(const cr_container *container) {
  enum { PACKING = 8 };
  uint64_t sum = 0;
  if (container->kind == CR_CONTAINER_GZIP) return PACKING * container->file_size;
  if (container->kind == CR_CONTAINER_PLAIN) return container->file_size;
  for (size_t i = 0; i < container->count; i++)
    if (container->members[i].size != UINT64_MAX) sum += container->members[i].size;
  return sum;
}

bool cr_container_find(size_t *out, const cr_container *container, const char *name) {
  const cr_member wanted = {.name = name};
  const cr_member *found = !container->count
                               ? NULL
                               : bsearch(&wanted, container->members, container->count,
                                         sizeof wanted, by_name);
  if (found) *out = (size_t)(found - container->members);
  return found != NULL;
}
