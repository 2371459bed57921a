/* The letter's table to fill in, for a spreadsheet. */
#include "engine/base/words.h"
#include "engine/report/letter.h"

void cr_letter_table(cr_report_table *out, const cr_letter *letter) {
  cr_report_table_init(out, letter->arena, letter->table_title);
  cr_report_table_column(out, CR_COLUMN_COUNT, _("No."));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("What to send"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Why it is asked"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Documents accepted"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("What to answer"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Your answer"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Document enclosed"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Page or folio"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Candidate"));
  cr_report_table_column(out, CR_COLUMN_TEXT, _("Quote this reference"));
  cr_report_table_column(out, CR_COLUMN_DATE, _("Reply by"));
  for (int i = 0; i < letter->count; i++) {
    const cr_letter_item *item = &letter->items[i];
    const char **cells = cr_report_table_row(out);
    if (!cells) return;
    cells[0] = cr_report_table_count(out, i + 1);
    cells[1] = item->what;
    cells[2] = item->why;
    cells[3] = item->accepted;
    cells[4] = item->answer;
    cells[8] = letter->candidate;
    cells[9] = letter->reference_given;
    cells[10] = letter->date_given;
  }
}
