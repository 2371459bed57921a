/* Submission and sources. */
#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/references.h"
#include "importers/dossier/values.h"

/* Midnight of a decision's date, anywhere on Earth, is at most this long after UTC's. */
enum { DAY = 86400, WEST = 12 * 3600 };

void cr_read_submission(cr_reader *reader, const xmlNode *element) {
  cr_facts *facts = reader->facts;
  const char *filed = cr_read_text(reader, element, "filed");
  facts->decided = cr_read_date(reader, element, "decided");
  if (filed && cr_instant_parse(&facts->filed_at, filed) != CRIBLE_OK) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-instant", cr_at(reader, element, "filed"),
                _("'%s' is no instant"), filed);
    cr_advise(&reader->complaints, "%s",
              _("write date, time and offset, such as 2023-02-10T11:00:00+01:00"));
    return;
  }
  facts->filed_at_text = filed;
  if (filed && facts->decided != CR_DATE_NONE &&
      ((int64_t)facts->decided + 1) * DAY + WEST <= facts->filed_at) {
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "decided-before-filed",
                cr_at(reader, element, "decided"), _("decided before it was filed"));
  }
}

static void check_digest(cr_reader *reader, const xmlNode *element, const char *digest) {
  size_t length = strlen(digest);
  if (length == 64 && strspn(digest, "0123456789abcdefABCDEF") == length) return;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-sha256", cr_at(reader, element, "sha256"),
              _("a SHA-256 has 64 hexadecimal digits"));
  cr_advise(&reader->complaints, "%s", _("take it from 'sha256sum FILE'"));
}

bool cr_path_stays(const char *path) {
  bool leaves = *path == '/' || strchr(path, '\\') || strchr(path, ':');
  for (const char *part = path; part && !leaves; part = strchr(part, '/')) {
    part += *part == '/';
    leaves = !strncmp(part, "..", 2) && (part[2] == '/' || !part[2]);
  }
  return !leaves;
}

static bool check_path(cr_reader *reader, const xmlNode *element, const char *path) {
  if (cr_path_stays(path)) return true;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "path-leaves-folder",
              cr_at(reader, element, "file"), _("'%s' is not a path inside the dossier's folder"),
              path);
  cr_advise(&reader->complaints, "%s",
            _("put the document into the folder, and write its path from there, with '/'"));
  return false;
}

static const char *lower(cr_reader *reader, const char *digest) {
  char *copy = cr_arena_string(reader->facts->arena, digest);
  if (!copy) reader->status = CRIBLE_E_MEMORY;
  for (char *c = copy; c && *c; c++) *c = (char)tolower((unsigned char)*c);
  return copy;
}

void cr_read_source(cr_reader *reader, const xmlNode *element) {
  int index;
  cr_source source = {.id = cr_read_id(reader, element),
                      .title = cr_read_text(reader, element, "title"),
                      .kind = cr_read_text(reader, element, "kind"),
                      .file = cr_read_text(reader, element, "file"),
                      .sha256 = cr_read_text(reader, element, "sha256"),
                      .date = cr_read_date(reader, element, "date"),
                      .gathered = cr_read_yes_no(reader, element, "gathered") == CR_TRUE};
  cr_text_place(reader->text, cr_tree_tag(element), &source.line, &source.column);
  if (!source.id) source.id = "";
  if (!source.title) source.title = source.id;
  if (source.sha256) {
    check_digest(reader, element, source.sha256);
    source.sha256 = lower(reader, source.sha256);
  }
  if (source.file && !check_path(reader, element, source.file)) source.file = NULL;
  CR_APPEND(reader, sources, source, &index);
  cr_name_fact(reader, element, CR_NAME_SOURCE, source.id, index,
               (cr_period){CR_DATE_NONE, CR_DATE_NONE});
}
