#include "engine/cli/serve/table.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "engine/cli/serve/escape.h"
#include "engine/cli/serve/memory_file.h"

enum { BLOCK = 64 * 1024 };

bool cr_table_named(const char *name) {
  static const char *const ends[] = {".csv", ".tsv", ".xlsx", ".ods"};
  const size_t length = strlen(name);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    const size_t end = strlen(ends[i]);
    if (length > end && strcasecmp(name + length - end, ends[i]) == 0) return true;
  }
  return false;
}

/* A dossier reads a document only if it states the document's digest. */
static bool put_digest(FILE *out, int file) {
  unsigned char block[BLOCK], digest[SHA256_DIGEST_SIZE];
  struct sha256_ctx sha;
  ssize_t got = 0;
  sha256_init(&sha);
  for (off_t at = 0; (got = pread(file, block, sizeof block, at)) > 0; at += got)
    sha256_update(&sha, (size_t)got, block);
  if (got < 0) return false;
  sha256_digest(&sha, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) fprintf(out, "%02x", digest[i]);
  return true;
}

static bool put_dossier(FILE *out, int table, const char *name, const char *candidate) {
  fputs("<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"candidate\">"
        "<source id=\"table\" kind=\"cap-table\" title=\"", out);
  cr_escape_markup(out, name);
  fputs("\" file=\"", out);
  cr_escape_markup(out, name);
  fputs("\" sha256=\"", out);
  const bool read = put_digest(out, table);
  fputs("\"/><company id=\"candidate\" name=\"", out);
  cr_escape_markup(out, candidate);
  fputs("\" source=\"table\"><cap-table source=\"table\"/></company></dossier>\n", out);
  return read && !ferror(out);
}

int cr_table_dossier(int table, const char *name, const char *candidate) {
  const int made = cr_memory_file();
  const int own = made < 0 ? -1 : dup(made);
  FILE *out = own < 0 ? NULL : fdopen(own, "w");
  bool written = out && put_dossier(out, table, name, candidate);
  if (out) written = fclose(out) == 0 && written;
  else if (own >= 0) close(own);
  if (written || made < 0) return made;
  close(made);
  return -1;
}
