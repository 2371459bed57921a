#include "tests/support/spreadsheet.h"

#include <stdio.h>

#include <criterion/criterion.h>

#include "tests/support/scratch.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

void spreadsheet_xlsx(const char *name, const char *rows, const char *after) {
  static char sheet[64 * 1024];
  snprintf(sheet, sizeof sheet, "<worksheet xmlns='" MAIN "'><sheetData>%s</sheetData>%s</worksheet>",
           rows, after);
  const scratch_member members[] = {
      {"[Content_Types].xml", "<Types/>", NULL},
      {"xl/workbook.xml",
       "<workbook xmlns='" MAIN "' xmlns:r='" RELATIONS "'><workbookPr/>"
       "<sheets><sheet name='Parts' sheetId='7' r:id='rId1'/></sheets></workbook>",
       NULL},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
       NULL},
      {"xl/styles.xml",
       "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' formatCode='0.000\\ %'/></numFmts>"
       "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
       "<xf numFmtId='10'/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='164'/></cellXfs>"
       "</styleSheet>",
       NULL},
      {"xl/sharedStrings.xml",
       "<sst xmlns='" MAIN "'><si><t>Holder</t></si><si><r><t>Dupont </t></r><rPh><t>x</t></rPh>"
       "<r><t xml:space='preserve'>&amp; Cie</t></r></si></sst>",
       NULL},
      {"xl/worksheets/sheet1.xml", sheet, NULL}};
  cr_assert(scratch_zip(name, NULL, members, sizeof members / sizeof *members));
}

void spreadsheet_ods(const char *name, const char *rows) {
  static char content[64 * 1024];
  snprintf(content, sizeof content,
           "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
           "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
           "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body>"
           "<office:spreadsheet><table:table table:name='Parts'>%s</table:table>"
           "</office:spreadsheet></office:body></office:document-content>",
           rows);
  const scratch_member members[] = {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet", NULL},
      {"META-INF/manifest.xml", "<manifest/>", NULL},
      {"content.xml", content, NULL}};
  cr_assert(scratch_zip(name, NULL, members, sizeof members / sizeof *members));
}
