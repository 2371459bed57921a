/* Which kind of table a file is: by what it holds, not by its name. */
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/tables/parts.h"

static crible_status read_zip(cr_grid *grid, const char *bytes, size_t length) {
  crible_context *context = cr_arena_context(grid->arena);
  cr_container *zip = NULL;
  size_t member;
  crible_status status =
      cr_container_open_zip(&zip, context, grid->file, bytes, length, &cr_limits_dossier);
  if (status != CRIBLE_OK) return status;
  if (cr_container_find(&member, zip, "content.xml")) {
    status = cr_ods_read(grid, zip, member);
  } else if (cr_container_find(&member, zip, "[Content_Types].xml") ||
             cr_container_find(&member, zip, "xl/workbook.xml")) {
    status = cr_xlsx_read(grid, zip);
  } else {
    status = cr_error(context, "no-table", grid->file, 0, 0,
                      _("a table is CSV, XLSX or ODS"), _("the archive holds no spreadsheet"));
  }
  cr_container_close(zip);
  return status;
}

/* The compound files of old Excel, in which newer ones with a password are wrapped too. */
static bool is_compound(const char *bytes, size_t length) {
  return length >= 8 && !memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

crible_status cr_grid_read(cr_grid *out, cr_arena *arena, const char *name, const char *bytes,
                           size_t length) {
  *out = (cr_grid){.arena = arena, .file = name};
  if (cr_container_is_zip(bytes, length)) return read_zip(out, bytes, length);
  if (is_compound(bytes, length)) {
    return cr_error(cr_arena_context(arena), "spreadsheet-protected", name, 0, 0,
                    _("save it as XLSX, without a password"),
                    _("this is an old Excel file, or one with a password"));
  }
  return cr_csv_read(out, bytes, length);
}

bool cr_table_recognises_archive(const cr_container *container) {
  size_t member;
  return cr_container_find(&member, container, "xl/workbook.xml") ||
         (cr_container_find(&member, container, "content.xml") &&
          cr_container_find(&member, container, "mimetype"));
}

/* Neither markup nor JSON, and something that separates fields in it; or the compound file of an
 * old spreadsheet, which is refused with a reason. */
bool cr_table_recognises(const char *head) {
  bool wide = !strncmp(head, "\xFF\xFE", 2) || !strncmp(head, "\xFE\xFF", 2);
  if (wide) return head[2] && head[2] != '<' && head[2] != '{' && head[2] != '[';
  if (!strncmp(head, "\xD0\xCF\x11\xE0", 4)) return true;
  if (!strncmp(head, "\xEF\xBB\xBF", 3)) head += 3;
  head += strspn(head, " \t\r\n");
  return *head && !strchr("<{[", *head) && strpbrk(head, ";,\t");
}
