#include "importers/canonical/canonical.h"

#include <inttypes.h>
#include <stdio.h>

#include "importers/canonical/parts.h"
#include "importers/dossier/grammar.h"

enum { DAY = 86400 };

/* An instant in UTC, whatever offset it was written with. */
static void put_instant(cr_element *element, const char *name, int64_t instant) {
  char text[64], date[16];
  int64_t days = instant / DAY - (instant % DAY < 0), seconds = instant - days * DAY;
  cr_date_format(date, (cr_date)days);
  snprintf(text, sizeof text, "%sT%02" PRId64 ":%02" PRId64 ":%02" PRId64 "Z", date, seconds / 3600,
           seconds / 60 % 60, seconds % 60);
  cr_put_text(element, name, text);
}

static void write_submission(cr_writer *writer, cr_children *dossier) {
  if (writer->facts->filed_at == INT64_MIN) return;
  cr_element element = cr_element_begin(writer, "submission", 1);
  put_instant(&element, "filed", writer->facts->filed_at);
  cr_put_date(&element, "decided", writer->facts->decided);
  cr_element_end(&element, dossier, CR_RANK_SUBMISSION, NULL, NULL);
}

static char *write_dossier(cr_writer *writer, cr_children *children, size_t *length) {
  cr_children dossier = {NULL, 0, 0};
  cr_element root = cr_element_begin(writer, "dossier", 0);
  cr_put_text(&root, "xmlns", CR_DOSSIER_NAMESPACE);
  cr_put_party(&root, "candidate", writer->facts->candidate);
  write_submission(writer, &dossier);
  cr_write_sources(writer, &dossier);
  cr_write_seats(writer, children);
  cr_write_classes(writer, children);
  cr_write_lots(writer, children);
  cr_write_stakes(writer, children);
  cr_write_options(writer, children);
  cr_write_listed(writer, children);
  cr_write_organs(writer, children);
  cr_write_rights(writer, children);
  cr_write_completeness(writer, children);
  cr_write_parties(writer, &dossier, children);
  cr_write_controls(writer, &dossier);
  return cr_element_root(&root, &dossier, length);
}

crible_status cr_canonical_write(char **out, size_t *length, const cr_facts *facts) {
  crible_context *context = cr_arena_context(facts->arena);
  cr_writer writer = {facts, context, NULL, CRIBLE_OK};
  size_t written = 0;
  char *text = NULL;
  crible_status status = cr_arena_new(&writer.arena, context);
  if (status != CRIBLE_OK) return status;
  cr_children *children = cr_arena_alloc(writer.arena, facts->parties_count + 1, sizeof *children);
  if (!children) {
    status = CRIBLE_E_MEMORY;
    goto cleanup;
  }
  text = write_dossier(&writer, children, &written);
  status = text ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) goto cleanup;
  *out = text;
  *length = written;
cleanup:
  for (size_t i = 0; children && i < facts->parties_count; i++) {
    cr_children_clear(&children[i], context);
  }
  cr_arena_free(writer.arena);
  return status;
}
