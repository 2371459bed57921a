/* Documents that a dossier attaches: there, inside its folder, and unaltered. */
#include <string.h>

#include "engine/base/sha256.h"
#include "engine/base/words.h"
#include "importers/dossier/values.h"

static cr_extent at_source(const cr_reader *reader, const cr_source *source, const char *name) {
  return cr_text_attribute(reader->text, cr_text_offset(reader->text, source->line, source->column),
                           name);
}

static void compare_digest(cr_reader *reader, const cr_source *source, const char *bytes,
                           size_t length) {
  char digest[65];
  cr_sha256_text(digest, bytes, length);
  if (!strcmp(digest, source->sha256)) return;
  cr_complain(&reader->complaints, CR_CAUSE_SENSE, "document-altered",
              at_source(reader, source, "sha256"), _("'%s' is not the document that was cited"),
              source->file);
  cr_advise(&reader->complaints,
            _("its SHA-256 is %s: put the cited document back, or cite this one"), digest);
}

/* In a zip each attached document is read, so that damage is seen even without a digest. */
static void check_contents(cr_reader *reader, const cr_source *source) {
  char *bytes = NULL;
  size_t length = 0;
  if (!reader->attachments.zip && !source->sha256) return;
  reader->status = cr_attachments_read(&bytes, &length, &reader->attachments, reader->context,
                                       reader->text->path, source->file);
  if (reader->status == CRIBLE_OK && source->sha256) {
    compare_digest(reader, source, bytes, length);
  }
  cr_release(reader->context, bytes);
}

static void check_document(cr_reader *reader, const cr_source *source) {
  switch (cr_attachments_look(&reader->attachments, reader->text->path, source->file)) {
  case CR_ATTACHED:
    check_contents(reader, source);
    break;
  case CR_ATTACHED_NOT_THERE:
    cr_complain(&reader->complaints, CR_ODD, "document-missing", at_source(reader, source, "file"),
                _("the document '%s' is not there"), source->file);
    break;
  case CR_ATTACHED_OUTSIDE:
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "path-leaves-folder",
                at_source(reader, source, "file"), _("'%s' leads out of the dossier's folder"),
                source->file);
    break;
  }
}

void cr_check_documents(cr_reader *reader) {
  const cr_facts *facts = reader->facts;
  for (size_t i = 0; i < facts->sources_count && reader->status == CRIBLE_OK; i++) {
    if (facts->sources[i].file) check_document(reader, &facts->sources[i]);
  }
}
