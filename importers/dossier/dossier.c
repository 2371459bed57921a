/* From a folder or file to checked facts. */
#include "importers/dossier/dossier.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/words.h"
#include "importers/canonical/canonical.h"
#include "importers/dossier/grammar.h"
#include "importers/dossier/reader.h"
#include "importers/reference/reference_reader.h"

enum { LARGEST = 256 * 1024 * 1024 };

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* Two bytes a letter: a byte order mark, or every other of the first bytes NUL. */
static bool is_utf_16(const cr_text *text) {
  const char *b = text->bytes;
  if (text->length < 4) return false;
  bool marked = !memcmp(b, "\xFF\xFE", 2) || !memcmp(b, "\xFE\xFF", 2);
  return marked || (!b[0] && b[1] && !b[2] && b[3]) || (b[0] && !b[1] && b[2] && !b[3]);
}

/* Complains about bytes that are no text; true when there is nothing to complain about. */
static bool check_bytes(cr_complaints *complaints, const cr_text *text) {
  size_t before = complaints->count;
  const char *zero = memchr(text->bytes, '\0', text->length);
  size_t invalid = cr_text_first_invalid(text->bytes, text->length);
  if (!text->length) {
    cr_complain(complaints, CR_CAUSE_FORM, "empty-file", (cr_extent){0, 0}, _("the file is empty"));
  } else if (is_utf_16(text)) {
    cr_complain(complaints, CR_CAUSE_FORM, "utf-16", (cr_extent){0, 0},
                _("the file is in UTF-16, two bytes a letter"));
    cr_advise(complaints, "%s", _("save the file as UTF-8"));
  } else if (zero) {
    cr_complain(complaints, CR_CAUSE_FORM, "nul-byte", (cr_extent){(size_t)(zero - text->bytes), 1},
                _("a NUL byte, which no text contains"));
    cr_advise(complaints, "%s", _("the file may be damaged, or no text at all: save it as UTF-8"));
  } else if (invalid < text->length) {
    cr_complain(complaints, CR_CAUSE_FORM, "not-utf-8", (cr_extent){invalid, 1},
                _("byte 0x%02X is not UTF-8"), (unsigned char)text->bytes[invalid]);
    cr_advise(complaints, "%s", _("save the file as UTF-8"));
  }
  return complaints->count == before && complaints->status == CRIBLE_OK;
}

static void check_facts(cr_reader *reader) {
  cr_check_histories(reader);
  cr_check_lots(reader);
  cr_check_nominals(reader);
}

/* Reads a tree into the facts; only short memory and input trouble are statuses here. */
static crible_status read_tree(cr_reader *reader, xmlDoc *tree,
                               const cr_attachments *attachments) {
  cr_grammar grammar;
  crible_status status = cr_grammar_read(&grammar, reader->complaints.arena);
  if (status != CRIBLE_OK) return status;
  if (cr_grammar_check(&grammar, &reader->complaints, reader->text, tree)) {
    if (attachments) {
      reader->attachments = *attachments;
      cr_read_cap_tables(reader, xmlDocGetRootElement(tree));
      cr_read_clauses(reader, xmlDocGetRootElement(tree));
    }
    cr_read_dossier(reader, xmlDocGetRootElement(tree));
    check_facts(reader);
    if (attachments) cr_check_documents(reader);
  }
  return reader->status;
}

crible_status cr_dossier_new(crible_dossier **out, crible_context *context, const char *path) {
  cr_facts *facts = NULL;
  cr_reference *reference = NULL;
  crible_status status = cr_facts_new(&facts, context);
  if (status != CRIBLE_OK) return status;
  status = cr_reference_read(&reference, context);
  if (status != CRIBLE_OK) {
    cr_facts_free(facts);
    return status;
  }
  crible_dossier *dossier = cr_arena_alloc(facts->arena, 1, sizeof *dossier);
  if (dossier)
    *dossier = (crible_dossier){.context = context,
                                .facts = facts,
                                .path = cr_arena_string(facts->arena, path),
                                .reference = reference};
  if (!dossier || !dossier->path) {
    cr_reference_free(reference);
    cr_facts_free(facts);
    return CRIBLE_E_MEMORY;
  }
  facts->file = dossier->path;
  *out = dossier;
  return CRIBLE_OK;
}

crible_status cr_dossier_read_tree(crible_dossier **out, cr_complaints *complaints,
                                   const cr_text *text, xmlDoc *tree,
                                   const cr_attachments *attachments) {
  crible_context *context = complaints->context;
  crible_dossier *dossier = NULL;
  cr_text_documents documents = {NULL, text->length + 1};
  cr_text whole = *text;
  whole.documents = &documents;
  cr_reader reader = {.context = context,
                      .text = &whole,
                      .complaints = *complaints,
                      .company = CR_NONE,
                      .only_class = CR_NONE,
                      .names = {.context = context}};
  crible_status status = cr_dossier_new(&dossier, context, text->path);
  if (status != CRIBLE_OK) goto cleanup;
  reader.facts = dossier->facts;
  reader.reference = dossier->reference;
  status = read_tree(&reader, tree, attachments);
  if (status == CRIBLE_OK) status = cr_complaints_tell(&reader.complaints, &whole);
  if (status == CRIBLE_OK && reader.cited_failed) status = CRIBLE_E_DATA;
  if (status != CRIBLE_OK) goto cleanup;
  *out = dossier;
  dossier = NULL;
cleanup:
  *complaints = reader.complaints;
  cr_names_clear(&reader.names);
  crible_dossier_free(dossier);
  return status;
}

/* Text that is no tree leaves complaints alone. */
static crible_status read_text(crible_dossier **out, cr_complaints *complaints,
                               const cr_text *text, const cr_attachments *attachments) {
  xmlDoc *tree = NULL;
  if (check_bytes(complaints, text)) cr_tree_parse(&tree, complaints, text);
  if (!tree) {
    crible_status status = cr_complaints_tell(complaints, text);
    return status == CRIBLE_OK ? CRIBLE_E_INTERNAL : status;
  }
  crible_status status = cr_dossier_read_tree(out, complaints, text, tree, attachments);
  xmlFreeDoc(tree);
  return status;
}

crible_status cr_dossier_read_attached(crible_dossier **out, crible_context *context,
                                       const char *path, const char *bytes, size_t length,
                                       const cr_attachments *attachments) {
  cr_arena *scratch = NULL;
  cr_complaints complaints = {.context = context};
  cr_text text;
  bool marked = length >= 3 && !memcmp(bytes, byte_order_mark, 3);
  crible_status status = cr_arena_new(&scratch, context);
  if (status != CRIBLE_OK) return status;
  complaints.arena = scratch;
  if (length > LARGEST) {
    status = cr_error(context, "too-large", path, 0, 0, NULL, _("a dossier has at most %d bytes"),
                      LARGEST);
    goto cleanup;
  }
  status = cr_text_open(&text, scratch, path, bytes + (marked ? 3 : 0), length - (marked ? 3 : 0));
  if (status == CRIBLE_OK) status = read_text(out, &complaints, &text, attachments);
cleanup:
  cr_complaints_clear(&complaints);
  cr_arena_free(scratch);
  return status;
}

crible_status cr_dossier_read_bytes(crible_dossier **out, crible_context *context, const char *path,
                                    const char *bytes, size_t length) {
  const cr_attachments beside = {NULL, ""};
  return cr_dossier_read_attached(out, context, path, bytes, length, &beside);
}

/* Joins two parts of a path, a slash between them where there is none. */
static crible_status join(char out[PATH_MAX], crible_context *context, const char *path,
                          const char *rest) {
  size_t length = strlen(path);
  const char *slash = *rest && length && path[length - 1] != '/' ? "/" : "";
  int used = snprintf(out, PATH_MAX, "%s%s%s", path, slash, rest);
  if (used < 0 || used >= PATH_MAX) {
    crible_status status = cr_error(context, "no-input", NULL, 0, 0, NULL,
                                    _("a path of %zu bytes names no file"), length);
    return status == CRIBLE_E_DATA ? CRIBLE_E_NO_INPUT : status;
  }
  return CRIBLE_OK;
}

/* From a zip: dossier.xml and what it attaches. */
static crible_status read_zip(crible_dossier **out, crible_context *context, const char *path) {
  char file[PATH_MAX], folder[PATH_MAX], *bytes = NULL;
  size_t length = 0, member = 0;
  cr_container *zip = NULL;
  cr_attachments attachments;
  crible_status status = cr_container_open(&zip, context, path, &cr_limits_dossier);
  if (status == CRIBLE_OK) {
    status = cr_attachments_find(&member, &attachments, folder, sizeof folder, context, path, zip);
  }
  if (status == CRIBLE_OK) status = join(file, context, path, cr_container_name(zip, member));
  if (status == CRIBLE_OK) status = cr_member_read(&bytes, &length, zip, member);
  if (status == CRIBLE_OK) {
    status = cr_dossier_read_attached(out, context, file, bytes, length, &attachments);
  }
  cr_release(context, bytes);
  cr_container_close(zip);
  return status;
}

/* The file itself, or dossier.xml in a folder. */
static crible_status read_file(crible_dossier **out, crible_context *context, const char *path,
                               bool folder) {
  char file[PATH_MAX], *bytes = NULL;
  size_t length = 0;
  crible_status status = join(file, context, path, folder ? "dossier.xml" : "");
  if (status == CRIBLE_OK) status = cr_file_read_most(&bytes, &length, context, file, LARGEST);
  if (status == CRIBLE_OK) status = cr_dossier_read_bytes(out, context, file, bytes, length);
  cr_release(context, bytes);
  return status;
}

crible_status crible_dossier_read(crible_dossier **out, crible_context *context, const char *path) {
  switch (cr_container_kind_of(path)) {
  case CR_CONTAINER_ZIP: return read_zip(out, context, path);
  case CR_CONTAINER_FOLDER: return read_file(out, context, path, true);
  case CR_CONTAINER_GZIP:
  case CR_CONTAINER_PLAIN: break;
  }
  return read_file(out, context, path, false);
}

crible_status crible_dossier_canonical(char **out, size_t *length, const crible_dossier *dossier) {
  return cr_canonical_write(out, length, dossier->facts);
}

void crible_dossier_free(crible_dossier *dossier) {
  if (!dossier) return;
  for (size_t i = 0; i < dossier->part_count; i++) crible_dossier_free(dossier->parts[i]);
  cr_reference_free(dossier->reference);
  cr_facts_free(dossier->facts);
}
