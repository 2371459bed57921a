/* Cells of CSV, XLSX and ODS. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/memory.h"
#include "importers/tables/grid.h"
#include "importers/tables/parts.h"
#include "importers/tables/styles.h"
#include "tests/support/scratch.h"
#include "tests/support/spreadsheet.h"

static cr_arena *arena;
static cr_grid grid;

static void set_up(void) {
  scratch_open();
  cr_assert_eq(cr_arena_new(&arena, scratch_context), CRIBLE_OK);
}

static void tear_down(void) {
  cr_grid_clear(&grid);
  cr_arena_free(arena);
  scratch_close();
}

TestSuite(grid, .init = set_up, .fini = tear_down);

static crible_status read_bytes(const char *bytes, size_t length) {
  cr_grid_clear(&grid);
  return cr_grid_read(&grid, arena, "t", bytes, length);
}

static crible_status read_file(const char *name) {
  size_t length;
  char *bytes = scratch_get(name, &length);
  crible_status status = read_bytes(bytes, length);
  free(bytes);
  return status;
}

/* The first sheet as "A1=text|…". */
static const char *cells(void) {
  static char out[4096];
  size_t used = 0;
  out[0] = '\0';
  for (size_t i = 0; grid.count && i < grid.sheets[0].count; i++) {
    const cr_cell *cell = &grid.sheets[0].cells[i];
    char place[16];
    cr_cell_name(place, cell->row, cell->column);
    used += (size_t)snprintf(out + used, sizeof out - used, "%s=%s", place, cell->text);
    if (cell->percent) used += (size_t)snprintf(out + used, sizeof out - used, "%%%d", cell->shown);
    if (cell->kind == CR_CELL_DATE) {
      char day[16];
      cr_date_format(day, cell->date);
      used += (size_t)snprintf(out + used, sizeof out - used, "@%s", day);
    }
    used += (size_t)snprintf(out + used, sizeof out - used, "|");
  }
  return out;
}

static void expect_csv(const char *text, const char *expected) {
  cr_assert_eq(read_bytes(text, strlen(text)), CRIBLE_OK);
  cr_expect_str_eq(cells(), expected);
}

Test(grid, separators) {
  expect_csv("a;b\n1,5;2\n", "A1=a|B1=b|A2=1,5|B2=2|");
  expect_csv("a,b\n1.5,2\n", "A1=a|B1=b|A2=1.5|B2=2|");
  expect_csv("a\tb\r\n1,5\t2,5\r\n", "A1=a|B1=b|A2=1,5|B2=2,5|");
  expect_csv("sep=,\na;x,b;y\n", "A2=a;x|B2=b;y|");
  expect_csv("a;b, c;d\ne;f;g\n", "A1=a|B1=b, c|C1=d|A2=e|B2=f|C2=g|");
  expect_csv("", "");
}

Test(grid, quotes) {
  expect_csv("\"a;b\";\"c \"\"d\"\"\"\n\"e\nf\";g\nh;i", "A1=a;b|B1=c \"d\"|A2=e f|B2=g|A4=h|B4=i|");
  cr_expect_eq(read_bytes("a;b\nc;\"d\n", 9), CRIBLE_E_DATA);
  cr_expect_eq(crible_diagnostic_at(scratch_context, 0)->line, 2);
  cr_expect_str_eq(scratch_only(), "quote-not-closed");
}

Test(grid, blanks) {
  expect_csv(" a \xC2\xA0;\xE2\x80\xAF 1\xE2\x80\xAF"
             "000 \n",
             "A1=a|B1=1 000|");
}

Test(grid, fifteen_digits) {
  static const char *const numbers[][2] = {
      {"0.33329999999999999", "0.3333"}, {"33.329999999999998", "33.33"}, {"1E-3", "0.001"},
      {"1.5e2", "150"},                  {"-0.10000000000000001", "-0.1"}, {"0", "0"},
      {"0.0", "0"},                      {"10000", "10000"},               {"0.999999999999999999", "1"},
      {"99999999999999999", "100000000000000000"},                          {"1234567.125", "1234567.125"},
      {"0.14285714285714285", "0.142857142857143"},                         {".5", "0.5"}};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    char *text = cr_decimal_15(arena, numbers[i][0]);
    cr_assert_not_null(text, "%s", numbers[i][0]);
    cr_expect_str_eq(text, numbers[i][1]);
  }
  static const char *const others[] = {"", "-", "a", "1a", "1e", "1e999", "1e+", ".", "1,5", "0x1"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    cr_expect_null(cr_decimal_15(arena, others[i]), "%s", others[i]);
  }
}

static void expect_format(const char *code, int decimals, bool percent, bool date) {
  cr_shows shows = cr_format_shows(code);
  cr_expect_eq(shows.decimals, decimals, "%s", code);
  cr_expect_eq(shows.percent, percent, "%s", code);
  cr_expect_eq(shows.date, date, "%s", code);
}

Test(grid, formats) {
  expect_format("0.00%", 2, true, false);
  expect_format("0%", 0, true, false);
  expect_format("#,##0.0\\ %;[Red]-0.000%", 1, true, false);
  expect_format("General", CR_SHOWN_ALL, false, false);
  expect_format("[$-40C]dd/mm/yyyy", CR_SHOWN_ALL, false, true);
  expect_format("0 \"actions d'%\"", 0, false, false);
}

Test(grid, xlsx_cells) {
  spreadsheet_xlsx("t.xlsx",
                   "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>Share</t>"
                   "</is></c></row><row r='3'><c r='A3' t='s'><v>1</v></c>"
                   "<c r='B3' s='1'><v>0.33329999999999999</v></c><c r='C3' s='2'><v>44256</v></c>"
                   "<c r='D3' s='3'><v>0.25</v></c><c r='E3' s='4'><f>1/8</f><v>0.125</v></c>"
                   "<c r='F3' t='str'><f>A3</f><v>x</v></c><c r='G3' s='1'/></row>"
                   "<row><c><v>12</v></c><c><v>13</v></c></row>",
                   "");
  cr_assert_eq(read_file("t.xlsx"), CRIBLE_OK);
  cr_expect_str_eq(cells(), "A1=Holder|B1=Share|A3=Dupont & Cie|B3=0.3333%2|C3=44256@2021-03-01|"
                            "D3=0.25%0|E3=0.125%3|F3=x|A4=12|B4=13|");
  cr_expect_str_eq(grid.sheets[0].name, "Parts");
}

Test(grid, xlsx_merged) {
  spreadsheet_xlsx("t.xlsx",
                   "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='B2'><v>5</v></c></row>",
                   "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='B2:B3'/></mergeCells>");
  cr_assert_eq(read_file("t.xlsx"), CRIBLE_OK);
  cr_expect_str_eq(cells(), "A1=Holder|B1=Holder|B2=5|");
}

static void expect_bad(const char *row, const char *code) {
  spreadsheet_xlsx("t.xlsx", row, "");
  cr_expect_eq(read_file("t.xlsx"), CRIBLE_E_DATA, "%s", row);
  cr_expect_str_eq(scratch_only(), code, "%s", row);
}

Test(grid, xlsx_refused) {
  expect_bad("<row r='2'><c r='B2'><f>1+1</f></c></row>", "formula-without-value");
  expect_bad("<row r='2'><c r='B2' t='e'><v>#REF!</v></c></row>", "formula-error");
  expect_bad("<row r='2'><c r='B2' t='s'><v>9</v></c></row>", "bad-cell");
  expect_bad("<row r='2'><c r='B2'><v>abc</v></c></row>", "bad-cell");
  expect_bad("<row r='2'><c r='B2'><v>1</w></c></row>", "not-well-formed");
  expect_bad("<row r='200001'><c r='B200001'><v>1</v></c></row>", "table-too-large");
  scratch_put("t.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  cr_expect_eq(read_file("t.xls"), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "spreadsheet-protected");
}

Test(grid, doctype_refused) {
  const scratch_member members[] = {
      {"content.xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>", NULL}};
  cr_assert(scratch_zip("t.ods", NULL, members, 1));
  cr_expect_eq(read_file("t.ods"), CRIBLE_E_DATA);
  cr_expect_str_eq(scratch_only(), "doctype");
}

#define TEXT(t) "<table:table-cell office:value-type='string'><text:p>" t "</text:p></table:table-cell>"

Test(grid, ods_cells) {
  spreadsheet_ods(
      "t.ods",
      "<table:table-row table:number-rows-repeated='2'><table:table-cell "
      "table:number-columns-repeated='1000'/></table:table-row>"
      "<table:table-row><table:table-cell office:value-type='string' "
      "table:number-columns-spanned='2'><text:p>Dupont<text:s/>&amp; Cie</text:p>"
      "<text:p>SA</text:p></table:table-cell><table:covered-table-cell/>"
      "<table:table-cell office:value-type='percentage' office:value='0.33329999999999999'>"
      "<text:p>33,33 %</text:p></table:table-cell><table:table-cell office:value-type='date' "
      "office:date-value='2021-03-01T00:00:00'><text:p>01/03/21</text:p></table:table-cell>"
      "<table:table-cell office:value-type='float' office:value='1200'><office:annotation>"
      "<text:p>note</text:p></office:annotation><text:p>1 200</text:p></table:table-cell>"
      "</table:table-row><table:table-row table:number-rows-repeated='2'>"
      "<table:table-cell table:number-columns-repeated='2' office:value-type='string'>"
      "<text:p>x</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated='1048000'><table:table-cell "
      "table:number-columns-repeated='16384'/></table:table-row>");
  cr_assert_eq(read_file("t.ods"), CRIBLE_OK);
  cr_expect_str_eq(cells(), "A3=Dupont & Cie SA|B3=Dupont & Cie SA|C3=0.3333%2|D3=01/03/21@2021-03-01|"
                            "E3=1200|A4=x|B4=x|A5=x|B5=x|");
}

/* However a spreadsheet is cut or damaged: refused, or read. */
Test(grid, damaged) {
  spreadsheet_xlsx("t.xlsx", "<row r='1'><c r='A1' t='s'><v>1</v></c></row>", "");
  spreadsheet_ods("t.ods", "<table:table-row>" TEXT("a") TEXT("b") "</table:table-row>");
  for (int kind = 0; kind < 2; kind++) {
    size_t length;
    char *bytes = scratch_get(kind ? "t.ods" : "t.xlsx", &length);
    for (size_t cut = 4; cut < length; cut++) {
      cr_expect_eq(read_bytes(bytes, cut), CRIBLE_E_DATA, "cut at %zu", cut);
      crible_diagnostics_clear(scratch_context);
    }
    for (size_t bit = 0; bit < length * 8; bit += 5) {
      bytes[bit / 8] ^= (char)(1 << bit % 8);
      crible_status status = read_bytes(bytes, length);
      cr_expect(status == CRIBLE_OK || status == CRIBLE_E_DATA, "bit %zu: %d", bit, status);
      bytes[bit / 8] ^= (char)(1 << bit % 8);
      crible_diagnostics_clear(scratch_context);
    }
    free(bytes);
  }
}
