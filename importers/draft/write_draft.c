#include <string.h>

#include "engine/base/words.h"
#include "importers/draft/draft.h"
#include "importers/dossier/grammar.h"

/* A comment with a sentence and an example, which is the same in every language. Two hyphens would
 * end a comment: no sentence has them. */
static void comment(cr_xml_text *out, const char *indent, const char *words, const char *example) {
  cr_xml_put(out, "\n");
  cr_xml_put(out, indent);
  cr_xml_put(out, "<!-- ");
  cr_xml_put(out, words);
  if (example) {
    cr_xml_put(out, "\n");
    cr_xml_put(out, indent);
    cr_xml_put(out, "     ");
    cr_xml_put(out, example);
  }
  cr_xml_put(out, " -->\n");
}

static void write_sources(cr_xml_text *out, const cr_draft_table *table) {
  comment(out, "  ",
          _("When the application was filed, with its offset; until then give the date with as-of."),
          "<submission filed=\"2023-02-10T11:00:00+01:00\"/>");
  comment(out, "  ",
          _("The documents that facts are read in, kept in this folder. Facts cite them by their id."),
          "<source id=\"statutes\" title=\"Statuts\" kind=\"statutes\" file=\"statuts.pdf\" sha256=\"…\"/>");
  if (!table) return;
  cr_xml_put(out, "  <source id=\"cap-table\" kind=\"cap-table\"");
  cr_xml_put_attribute(out, "title", table->name);
  cr_xml_put_attribute(out, "file", table->name);
  cr_xml_put_attribute(out, "sha256", table->digest);
  cr_xml_put(out, "/>\n");
}

static void write_company(cr_xml_text *out, const char *id, const char *candidate,
                          const cr_draft_table *table) {
  comment(out, "  ", _("The candidate. Add its legal form, its seats, its incorporation and its number."),
          "form=\"SAS\" seats=\"FR\" incorporated=\"2015-03-01\" siren=\"…\"");
  cr_xml_put(out, "  <company");
  cr_xml_put_attribute(out, "id", id);
  cr_xml_put_attribute(out, "name", candidate);
  cr_xml_put(out, ">\n");
  if (table) {
    cr_table_write_holdings(out, table->rows, &table->ids, "    ");
  } else {
    comment(out, "    ", _("Share classes, and who holds how many shares since when."),
            "<share-class id=\"O\" issued=\"10000\"/>\n"
            "         <lot holder=\"founder\" class=\"O\" quantity=\"6000\" since=\"2015-03-01\"/>");
    comment(out, "    ", _("Where only percentages are known, they are written as they were rounded."),
            "<stake holder=\"fund\" capital=\"33.33%\" votes=\"33.33%\" rounded=\"2\"/>");
  }
  comment(out, "    ", _("The organs, with the seats that the statutes fix."),
          "<organ id=\"board\" kind=\"administration\" seats=\"5\"/>");
  comment(out, "    ",
          _("The clauses of the statutes and agreements: consents, vetoes, majorities, appointments."),
          "<right kind=\"consent\" under=\"agreement\" article=\"14.2\" beneficiary=\"fund\" decisions=\"budget\"/>");
  comment(out, "    ", _("Once every right and organ is stated, say so: until then they stay undetermined."),
          "<complete of=\"rights organs\"/>");
  cr_xml_put(out, "  </company>\n");
}

static void write_holders(cr_xml_text *out, const cr_draft_table *table) {
  comment(out, "  ",
          _("The holders, and who holds them: companies with their seats, persons with their residence."),
          "<company id=\"fund\" name=\"Fund\" seats=\"US\"/>\n"
          "       <person id=\"founder\" name=\"Founder\" residence=\"FR\" nationalities=\"FR\"/>");
  if (!table) return;
  bool unknown = false;
  for (size_t i = 0; i < table->rows->party_count; i++) {
    const cr_table_party *party = &table->rows->parties[i];
    unknown = unknown || (party->kind == CR_HOLDER_UNKNOWN && party->row_word == CR_ROW_PLAIN);
  }
  if (unknown) {
    comment(out, "  ",
            _("Where the table does not say what a holder is, it stands here as a company: change it."),
            NULL);
  }
  cr_table_write_parties(out, table->rows, &table->ids, "  ");
}

void cr_draft_write(cr_xml_text *out, const char *id, const char *candidate,
                    const cr_draft_table *table) {
  cr_xml_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  cr_xml_put(out, "<dossier");
  cr_xml_put_attribute(out, "xmlns", CR_DOSSIER_NAMESPACE);
  cr_xml_put_attribute(out, "candidate", id);
  cr_xml_put(out, ">\n");
  comment(out, "  ",
          _("What is in a comment like this one does not count. After each change: crible check."),
          NULL);
  write_sources(out, table);
  write_company(out, id, candidate, table);
  write_holders(out, table);
  cr_xml_put(out, "</dossier>\n");
}
