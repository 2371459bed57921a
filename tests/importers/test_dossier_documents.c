/* Documents that a dossier attaches. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

/* The digest of "abc" is published in FIPS 180-4's examples. */
#define OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static char folder[64];
static crible_context *context;

static const char *in_folder(const char *name) {
  static char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static void put(const char *name, const char *text) {
  FILE *file = fopen(in_folder(name), "w");
  cr_assert_not_null(file);
  fputs(text, file);
  fclose(file);
}

static void set_up(void) {
  strcpy(folder, "/tmp/crible-dossier-XXXXXX");
  cr_assert_not_null(mkdtemp(folder));
  context = dossier_context();
}

static void tear_down(void) {
  static const char *const names[] = {"dossier.xml", "kbis.pdf", "link.pdf", "dossier.zip"};
  for (size_t i = 0; i < 4; i++) unlink(in_folder(names[i]));
  rmdir(folder);
  crible_context_free(context);
}

TestSuite(documents, .init = set_up, .fini = tear_down);

/* Reads the folder's dossier, which attaches `source`. */
static crible_status read_with(const char *source) {
  char text[512];
  crible_dossier *dossier = NULL;
  snprintf(text, sizeof text,
           "<dossier xmlns='urn:crible:dossier:1' candidate='C'>\n<source id='k' %s/>"
           "<company id='C'/></dossier>",
           source);
  put("dossier.xml", text);
  crible_status status = crible_dossier_read(&dossier, context, folder);
  crible_dossier_free(dossier);
  return status;
}

static void expect_only(const char *code, int column) {
  cr_assert_eq(crible_diagnostic_count(context), 1);
  const crible_diagnostic *said = crible_diagnostic_at(context, 0);
  cr_expect_str_eq(said->code, code);
  cr_expect_str_eq(said->file, in_folder("dossier.xml"));
  cr_expect_eq(said->line, 2);
  cr_expect_eq(said->column, column);
}

Test(documents, unaltered) {
  put("kbis.pdf", "abc");
  cr_assert_eq(read_with("file='kbis.pdf' sha256='" OF_ABC "'"), CRIBLE_OK);
  cr_assert_eq(read_with("file='./kbis.pdf'"), CRIBLE_OK);
  cr_assert_eq(crible_diagnostic_count(context), 0);
}

Test(documents, altered) {
  put("kbis.pdf", "abd");
  cr_assert_eq(read_with("file='kbis.pdf' sha256='" OF_ABC "'"), CRIBLE_E_DATA);
  expect_only("document-altered", 32);
  cr_assert_not_null(strstr(crible_diagnostic_at(context, 0)->advice,
                            "a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9"));
}

Test(documents, missing_is_a_warning) {
  cr_assert_eq(read_with("file='kbis.pdf' sha256='" OF_ABC "'"), CRIBLE_OK);
  expect_only("document-missing", 16);
  cr_assert_eq(crible_diagnostic_at(context, 0)->severity, CRIBLE_WARNING);
}

Test(documents, outside_the_folder) {
  static const char *const paths[] = {"/etc/passwd", "../kbis.pdf", "a/../../b", "..",
                                      "a\\b",        "C:kbis.pdf",  "a/.."};
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
    char source[64];
    snprintf(source, sizeof source, "file='%s'", paths[i]);
    cr_expect_eq(read_with(source), CRIBLE_E_DATA, "%s", paths[i]);
    expect_only("path-leaves-folder", 16);
    crible_diagnostics_clear(context);
  }
}

Test(documents, a_link_out_of_the_folder) {
  cr_assert_eq(symlink("/etc/passwd", in_folder("link.pdf")), 0);
  cr_assert_eq(read_with("file='link.pdf'"), CRIBLE_E_DATA);
  expect_only("path-leaves-folder", 16);
}

Test(documents, a_link_within_the_folder) {
  put("kbis.pdf", "abc");
  cr_assert_eq(symlink("kbis.pdf", in_folder("link.pdf")), 0);
  cr_assert_eq(read_with("file='link.pdf' sha256='" OF_ABC "'"), CRIBLE_OK);
}

/* The same in a zip, at its root or in its top folder. */
static crible_status read_packed(const char *prefix, const char *source, const char *document) {
  char text[512], name[64];
  crible_dossier *dossier = NULL;
  snprintf(text, sizeof text,
           "<dossier xmlns='urn:crible:dossier:1' candidate='C'>\n<source id='k' %s/>"
           "<company id='C'/></dossier>",
           source);
  struct archive *zip = archive_write_new();
  archive_write_set_format_zip(zip);
  cr_assert_eq(archive_write_open_filename(zip, in_folder("dossier.zip")), ARCHIVE_OK);
  for (int i = 0; i < (document ? 2 : 1); i++) {
    const char *bytes = i ? document : text;
    struct archive_entry *entry = archive_entry_new();
    snprintf(name, sizeof name, "%s%s", prefix, i ? "in/kbis.pdf" : "dossier.xml");
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, (la_int64_t)strlen(bytes));
    cr_assert_eq(archive_write_header(zip, entry), ARCHIVE_OK);
    archive_write_data(zip, bytes, strlen(bytes));
    archive_entry_free(entry);
  }
  archive_write_close(zip);
  archive_write_free(zip);
  crible_status status = crible_dossier_read(&dossier, context, in_folder("dossier.zip"));
  crible_dossier_free(dossier);
  return status;
}

static void expect_packed(const char *code, const char *file) {
  cr_assert_eq(crible_diagnostic_count(context), code ? 1 : 0);
  if (!code) return;
  cr_expect_str_eq(crible_diagnostic_at(context, 0)->code, code);
  cr_expect_str_eq(crible_diagnostic_at(context, 0)->file, in_folder(file));
  crible_diagnostics_clear(context);
}

Test(documents, in_a_zip) {
  static const char *const prefixes[] = {"", "montagne/"};
  for (int i = 0; i < 2; i++) {
    char file[64];
    snprintf(file, sizeof file, "dossier.zip/%sdossier.xml", prefixes[i]);
    cr_expect_eq(read_packed(prefixes[i], "file='in/kbis.pdf' sha256='" OF_ABC "'", "abc"),
                 CRIBLE_OK);
    expect_packed(NULL, file);
    cr_expect_eq(read_packed(prefixes[i], "file='./in//kbis.pdf' sha256='" OF_ABC "'", "abd"),
                 CRIBLE_E_DATA);
    expect_packed("document-altered", file);
    cr_expect_eq(read_packed(prefixes[i], "file='in/kbis.pdf' sha256='" OF_ABC "'", NULL),
                 CRIBLE_OK);
    expect_packed("document-missing", file);
    cr_expect_eq(read_packed(prefixes[i], "file='../kbis.pdf'", "abc"), CRIBLE_E_DATA);
    expect_packed("path-leaves-folder", file);
  }
  cr_expect_eq(read_packed("a/b/", "file='in/kbis.pdf'", "abc"), CRIBLE_E_DATA);
  expect_packed("no-dossier", "dossier.zip");
}
