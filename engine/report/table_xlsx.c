/* Tables as a workbook. Every text is written as one, in cells of the text format: it is none of
 * a formula, and stays none when somebody edits the cell. */
#define _XOPEN_SOURCE 700 /* mkstemp */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "engine/base/new_file.h"
#include "engine/base/words.h"
#include "engine/report/display.h"
#include "engine/report/table.h"

enum { LONGEST_TEXT = 32767, WIDEST = 60, NARROWEST = 8, MOST_DIGITS = 15, WIDTH_SAMPLED = 200 };
enum { TEXT_FORMAT = 49, DATE_FORMAT = 14, A4 = 9, SECONDS_A_DAY = 86400 };

typedef struct cr_workbook {
  lxw_workbook *book;
  lxw_format *head, *cell[CR_COLUMN_DATE + 1];
  crible_context *context;
  bool failed; /* of memory */
} cr_workbook;

static lxw_format *cell_format(lxw_workbook *book) {
  lxw_format *format = workbook_add_format(book);
  if (format) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

static void add_formats(cr_workbook *out) {
  for (int type = 0; type <= CR_COLUMN_DATE; type++) out->cell[type] = cell_format(out->book);
  out->head = cell_format(out->book);
  for (int type = 0; type <= CR_COLUMN_DATE; type++)
    out->failed = out->failed || !out->cell[type];
  out->failed = out->failed || !out->head;
  if (out->failed) return;
  format_set_num_format_index(out->cell[CR_COLUMN_TEXT], TEXT_FORMAT);
  format_set_text_wrap(out->cell[CR_COLUMN_TEXT]);
  format_set_num_format(out->cell[CR_COLUMN_PERCENT], "0.00##########%");
  format_set_num_format_index(out->cell[CR_COLUMN_DATE], DATE_FORMAT);
  format_set_bold(out->head);
  format_set_text_wrap(out->head);
  format_set_bottom(out->head, LXW_BORDER_THIN);
  format_set_bg_color(out->head, 0xE8EDF2);
}

/* Digits without the point: at most 15 of them are a number of a spreadsheet exactly; *decimals
 * of them stand after it. -1 when there are more. */
static int64_t digits_of(const char *decimal, int *decimals) {
  int64_t digits = 0;
  int count = 0;
  *decimals = 0;
  for (bool after = false; *decimal; decimal++) {
    if (*decimal == '.') {
      after = true;
      continue;
    }
    digits = 10 * digits + (*decimal - '0');
    if (digits > 0 && ++count > MOST_DIGITS) return -1;
    *decimals += after;
  }
  return digits;
}

/* The text as a cell can have it, in `plain`. */
static const char *plain_text(cr_workbook *out, cr_buffer *plain, const char *text) {
  cr_report_table_text(plain, text);
  if (plain->failed) out->failed = true;
  if (plain->failed || plain->length == 0) return "";
  if (plain->length > LONGEST_TEXT) {
    size_t kept = LONGEST_TEXT - sizeof "…";
    while (kept > 0 && (plain->bytes[kept] & 0xC0) == 0x80) kept--;
    memcpy(plain->bytes + kept, "…", sizeof "…");
  }
  return plain->bytes;
}

static void write_text(cr_workbook *out, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                       const char *text, lxw_format *format) {
  cr_buffer plain;
  cr_buffer_init(&plain, out->context);
  const char *shown = plain_text(out, &plain, text);
  if (*shown && worksheet_write_string(sheet, row, column, shown, format) != LXW_NO_ERROR)
    out->failed = true;
  cr_buffer_clear(&plain);
}

/* False when the number has more digits than a spreadsheet keeps: it is written as text then. */
static bool write_number(cr_workbook *out, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                         const char *text, cr_column_type type) {
  int decimals;
  const int64_t digits = digits_of(text, &decimals);
  if (digits < 0) return false;
  double power = 1;
  for (int i = type == CR_COLUMN_PERCENT ? -2 : 0; i < decimals; i++) power *= 10;
  if (worksheet_write_number(sheet, row, column, (double)digits / power, out->cell[type]) !=
      LXW_NO_ERROR)
    out->failed = true;
  return true;
}

static bool write_date(cr_workbook *out, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                       const char *iso) {
  lxw_datetime date = {0};
  date.year = atoi(iso);
  date.month = atoi(iso + 5);
  date.day = atoi(iso + 8);
  if (date.year < 1900) return false; /* before the first day of spreadsheets */
  if (worksheet_write_datetime(sheet, row, column, &date, out->cell[CR_COLUMN_DATE]) !=
      LXW_NO_ERROR)
    out->failed = true;
  return true;
}

static void write_cell(cr_workbook *out, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                       const char *text, cr_column_type type) {
  bool typed = false;
  if (type == CR_COLUMN_DATE) typed = write_date(out, sheet, row, column, text);
  else if (type != CR_COLUMN_TEXT) typed = write_number(out, sheet, row, column, text, type);
  if (!typed) write_text(out, sheet, row, column, text, out->cell[CR_COLUMN_TEXT]);
}

/* As wide as its texts, within limits; those far down are not looked at. */
static double width_of(const cr_report_table *table, int column) {
  int width = NARROWEST, title = cr_display_width(table->columns[column].title);
  if (table->columns[column].type == CR_COLUMN_DATE) width = 12;
  if (title > 2 * width) width = (title + 1) / 2; /* headers wrap */
  for (int row = 0; row < table->row_count && row < WIDTH_SAMPLED; row++) {
    const char *text = table->cells[(ptrdiff_t)row * table->column_count + column];
    const int needed = text ? cr_display_width(text) + 2 : 0;
    if (needed > width) width = needed;
  }
  return width > WIDEST ? WIDEST : width;
}

static void lay_out(lxw_worksheet *sheet, const cr_report_table *table) {
  const lxw_row_t last = (lxw_row_t)table->row_count;
  for (int column = 0; column < table->column_count; column++)
    worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column, width_of(table, column),
                         NULL);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, last, (lxw_col_t)(table->column_count - 1));
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, A4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
}

static void write_sheet(cr_workbook *out, const cr_report_table *table) {
  lxw_worksheet *sheet = workbook_add_worksheet(out->book, table->title);
  out->failed = out->failed || table->failed || !sheet;
  if (out->failed) return;
  for (int column = 0; column < table->column_count; column++)
    write_text(out, sheet, 0, (lxw_col_t)column, table->columns[column].title, out->head);
  for (int row = 0; row < table->row_count; row++)
    for (int column = 0; column < table->column_count; column++) {
      const char *text = table->cells[(ptrdiff_t)row * table->column_count + column];
      if (text)
        write_cell(out, sheet, (lxw_row_t)(row + 1), (lxw_col_t)column, text,
                   table->columns[column].type);
    }
  lay_out(sheet, table);
}

/* Makes the workbook in the file `path`. */
static crible_status make(const char *path, crible_context *context, const cr_report_table *tables,
                          int count, int64_t creation) {
  cr_workbook out = {.book = workbook_new(path), .context = context};
  if (!out.book) return CRIBLE_E_MEMORY;
  lxw_doc_properties properties = {.created = (time_t)(creation * SECONDS_A_DAY)};
  if (properties.created == 0) properties.created = 1; /* 0 would be now */
  add_formats(&out);
  for (int i = 0; !out.failed && i < count; i++) write_sheet(&out, &tables[i]);
  if (workbook_set_properties(out.book, &properties) != LXW_NO_ERROR) out.failed = true;
  const lxw_error error = workbook_close(out.book);
  if (out.failed || error == LXW_ERROR_MEMORY_MALLOC_FAILED) return CRIBLE_E_MEMORY;
  return error == LXW_NO_ERROR ? CRIBLE_OK : CRIBLE_E_IO;
}

static crible_status take(cr_buffer *out, int descriptor) {
  char block[1 << 14];
  ssize_t got = 0;
  while ((got = read(descriptor, block, sizeof block)) > 0) cr_buffer_add(out, block, (size_t)got);
  return got < 0 ? CRIBLE_E_IO : out->failed ? CRIBLE_E_MEMORY : CRIBLE_OK;
}

crible_status cr_xlsx_tables(cr_buffer *out, const cr_report_table *tables, int count,
                             int64_t creation) {
  /* The library writes to a named file only. */
  const char *folder = getenv("TMPDIR");
  char path[4096];
  if (!folder || !*folder) folder = "/tmp";
  const int length = snprintf(path, sizeof path, "%s/crible-XXXXXX", folder);
  if (length < 0 || (size_t)length >= sizeof path)
    return cr_file_not_written(out->context, folder, ENAMETOOLONG);
  const int descriptor = mkstemp(path);
  if (descriptor < 0) return cr_file_not_written(out->context, folder, errno);
  crible_status status = make(path, out->context, tables, count, creation);
  if (status == CRIBLE_OK) status = take(out, descriptor);
  if (status == CRIBLE_E_IO) cr_file_not_written(out->context, folder, errno);
  close(descriptor);
  unlink(path);
  return status;
}
