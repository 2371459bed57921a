#include "importers/dossier/cited.h"

#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/values.h"

static const char party_elements[] = "company public-body fund arrangement person group";

bool cr_cited_is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(node), name);
}

bool cr_cited_is_party(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE && cr_list_contains(party_elements, cr_tree_name(node));
}

/* The source that is cited, when it attaches a file with its digest. */
static bool find_source(cr_cited *cited) {
  cr_reader *reader = cited->reader;
  const char *id = cr_tree_attribute(cited->element, "source"), *digest = NULL;
  const xmlNode *source = cited->root->children;
  while (source && !(cr_cited_is(source, "source") && cr_tree_attribute(source, "id") &&
                     !strcmp(cr_tree_attribute(source, "id"), id))) {
    source = source->next;
  }
  if (!source) {
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "unknown-source",
                cr_at(reader, cited->element, "source"), _("no source has the id '%s'"), id);
    return false;
  }
  cited->file = cr_tree_attribute(source, "file");
  digest = cr_tree_attribute(source, "sha256");
  if (cited->file && cr_path_stays(cited->file) && digest) return true;
  if (!cited->file || !digest) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, source, NULL),
                _("a source whose document is read states its 'file' and the 'sha256' of it"));
    cr_advise(&reader->complaints, "%s", _("take it from 'sha256sum FILE'"));
  }
  return false; /* a path that leaves the folder is told with the source */
}

static bool is_there(cr_cited *cited) {
  cr_reader *reader = cited->reader;
  if (cr_attachments_look(&reader->attachments, reader->text->path, cited->file) == CR_ATTACHED) {
    return true;
  }
  cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "document-to-read-missing",
              cr_at(reader, cited->element, "source"), _("'%s', which is to be read, is not there"),
              cited->file);
  return false;
}

static bool set_name(cr_cited *cited) {
  const char *dossier = cited->reader->text->path, *slash = strrchr(dossier, '/');
  cited->name = cr_arena_printf(cited->reader->complaints.arena, "%.*s%s",
                                slash ? (int)(slash - dossier) + 1 : 0, dossier, cited->file);
  if (!cited->name) cited->reader->status = CRIBLE_E_MEMORY;
  return cited->name != NULL;
}

bool cr_cited_read(char **bytes, size_t *length, cr_cited *cited) {
  cr_reader *reader = cited->reader;
  const char *source = cr_tree_attribute(cited->element, "source");
  if (!source || !find_source(cited) || !is_there(cited) || !set_name(cited)) return false;
  crible_status status = cr_attachments_read(bytes, length, &reader->attachments, reader->context,
                                             reader->text->path, cited->file);
  if (status == CRIBLE_E_DATA) reader->cited_failed = true;
  else if (status != CRIBLE_OK) reader->status = status;
  return status == CRIBLE_OK;
}
