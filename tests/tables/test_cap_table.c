/* Tables of holders as facts, and what is said of those that cannot be read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "importers/tables/words.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"
#include "tests/support/scratch.h"
#include "tests/support/spreadsheet.h"

static void set_up(void) {
  scratch_open();
  crible_context_free(scratch_context);
  scratch_context = dossier_context();
}

TestSuite(cap_table, .init = set_up, .fini = scratch_close);

static char *canonical_of(const char *name) {
  crible_dossier *dossier = NULL;
  char *said;
  crible_status status =
      cr_dossier_read_table(&dossier, scratch_context, scratch_path(name), "Montagne SAS");
  said = dossier_diagnostics(scratch_context);
  cr_assert_eq(status, CRIBLE_OK, "%s", said);
  free(said);
  char *text = dossier_canonical(dossier);
  crible_dossier_free(dossier);
  return text;
}

/* Each element expected is in the canonical form, and as many holdings as elements expected. */
static void expect_file(const char *name, const char *const *elements, size_t count) {
  char *text = canonical_of(name);
  size_t holdings = 0, wanted = 0;
  for (const char *c = text; (c = strstr(c, "<lot ")); c++) holdings++;
  for (const char *c = text; (c = strstr(c, "<stake ")); c++) holdings++;
  for (size_t i = 0; i < count; i++) {
    cr_expect_not_null(strstr(text, elements[i]), "%s is not in %s", elements[i], text);
    wanted += !strncmp(elements[i], "<lot ", 5) || !strncmp(elements[i], "<stake ", 7);
  }
  if (wanted) cr_expect_eq(holdings, wanted, "%s", text);
  crible_text_free(scratch_context, text);
}

static void expect_csv(const char *csv, const char *const *elements, size_t count) {
  scratch_put("t.csv", csv, strlen(csv));
  expect_file("t.csv", elements, count);
}

#define EXPECT(csv, ...)                                                             \
  expect_csv(csv, (const char *const[]){__VA_ARGS__},                                \
             sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* The first diagnostic of a table, and how many there are. */
static void expect_first(size_t count, const char *csv, crible_status expected, const char *said) {
  crible_dossier *dossier = NULL;
  char got[700];
  scratch_put("t.csv", csv, strlen(csv));
  crible_diagnostics_clear(scratch_context);
  cr_expect_eq(cr_dossier_read_table(&dossier, scratch_context, scratch_path("t.csv"), "M"),
               expected, "%s", csv);
  cr_assert_gt(crible_diagnostic_count(scratch_context), 0, "nothing said of %s", csv);
  const crible_diagnostic *first = crible_diagnostic_at(scratch_context, 0);
  snprintf(got, sizeof got, "%s:%d: %s", first->code, first->line, first->message);
  cr_expect_str_eq(got, said);
  cr_expect_eq(crible_diagnostic_count(scratch_context), count, "more is said of %s", csv);
  crible_dossier_free(dossier);
}

static void expect_said(const char *csv, crible_status expected, const char *said) {
  expect_first(1, csv, expected, said);
}

Test(cap_table, quantities) {
  EXPECT("Holder;Type;Country;Quantity\nAnna;person;France;6 000\nBolt;company;USA;4 000\nTotal;;;10 000\n",
         "<share-class id=\"shares\" issued=\"10000\"", "<lot holder=\"anna\" class=\"shares\" quantity=\"6000\"",
         "<lot holder=\"bolt\" class=\"shares\" quantity=\"4000\"", "<person id=\"anna\" name=\"Anna\" residence=\"FR\"",
         "country=\"US\"");
}

Test(cap_table, thousands_and_decimals) {
  EXPECT("Holder;Type;Quantity\nA;company;10.000,5\nB;company;1'000\nC;company;2\xE2\x80\xAF"
         "000\nD;company;12\xC2\xA0"
         "000\nTotal;;25.000,5\n",
         "<lot holder=\"a\" class=\"shares\" quantity=\"20001/2\"", "<lot holder=\"b\" class=\"shares\" quantity=\"1000\"",
         "<lot holder=\"c\" class=\"shares\" quantity=\"2000\"", "<lot holder=\"d\" class=\"shares\" quantity=\"12000\"");
  EXPECT("Holder,Type,Quantity\nA,company,\"10,000.5\"\nB,company,7\nTotal,,\"10,007.5\"\n",
         "<lot holder=\"a\" class=\"shares\" quantity=\"20001/2\"", "<lot holder=\"b\" class=\"shares\" quantity=\"7\"");
}

/* 33.33 % is anything that rounds to it, 1/20000 to either side. */
Test(cap_table, percentages) {
  EXPECT("Actionnaire;Type;% du capital;% droits de vote\nA;soci\xC3\xA9t\xC3\xA9;33,33 %;33,33 %\n"
         "B;soci\xC3\xA9t\xC3\xA9;66,67 %;66,67 %\nTotal;;100,00 %;100,00 %\n",
         "<stake holder=\"a\" capital=\"[1333/4000,6667/20000]\" votes=\"[1333/4000,6667/20000]\"",
         "<stake holder=\"b\" capital=\"[13333/20000,2667/4000]\"", "of=\"holders\"");
}

Test(cap_table, fractions_of_one) {
  EXPECT("Holder,Type,Capital\nA,company,0.25\nB,company,0.75\n", "<stake holder=\"a\" capital=\"[49/200,51/200]\"",
         "<stake holder=\"b\" capital=\"[149/200,151/200]\"");
}

Test(cap_table, percentages_of_other_digits) {
  EXPECT("Holder;Type;Capital %;Votes %\nA;company;25;33,3\n",
         "<stake holder=\"a\" capital=\"[49/200,51/200]\" votes=\"[133/400,667/2000]\"");
}

Test(cap_table, classes_in_columns) {
  EXPECT("Associ\xC3\xA9;Type;Ordinaires;;ADP A;;Total\n;;Nombre;%;Nombre;%;Actions\n"
         "A;soci\xC3\xA9t\xC3\xA9;100;100 %;50;25 %;150\nB;soci\xC3\xA9t\xC3\xA9;;;150;75 %;150\nTotal;;100;100 %;200;100 %;300\n",
         "<share-class id=\"ordinaires\" name=\"Ordinaires\" issued=\"100\"",
         "<share-class id=\"adp-a\" name=\"ADP A\" issued=\"200\"",
         "<lot holder=\"a\" class=\"ordinaires\" quantity=\"100\"", "<lot holder=\"a\" class=\"adp-a\" quantity=\"50\"",
         "<lot holder=\"b\" class=\"adp-a\" quantity=\"150\"");
}

Test(cap_table, class_table_below) {
  EXPECT("Holder;Type;Class;Quantity\nA;company;O;100\nB;company;P;50\n\nClass;Issued;Nominal value;Votes per share\n"
         "O;200;1;1\nP;50;2,5;0\n",
         "<share-class id=\"o\" name=\"O\" issued=\"200\" nominal=\"1\"",
         "<share-class id=\"p\" name=\"P\" issued=\"50\" nominal=\"5/2\" votes=\"0\"",
         "<lot holder=\"a\" class=\"o\" quantity=\"100\"", "<lot holder=\"b\" class=\"p\" quantity=\"50\"");
}

Test(cap_table, usufruct_is_one_lot) {
  EXPECT("Associ\xC3\xA9;Type;Nature;Parts\nM\xC3\xA8re;physique;usufruit;300\nFils;physique;nue-propri\xC3\xA9t\xC3\xA9;300\n"
         "Fils;physique;pleine propri\xC3\xA9t\xC3\xA9;100\n",
         "<lot holder=\"mere\" class=\"shares\" quantity=\"300\" nature=\"usufruct\" bare-owner=\"fils\"",
         "<lot holder=\"fils\" class=\"shares\" quantity=\"100\"", "issued=\"400\"");
}

Test(cap_table, double_votes) {
  EXPECT("Holder;Type;Shares;Double vote;Since\nA;company;100;yes;\nB;company;50;no;\nC;company;50;yes;15/06/2015\n",
         "double-vote-after=\"2\"", "<lot holder=\"a\" class=\"shares\" quantity=\"100\" since=\"1900-01-01\"",
         "<lot holder=\"b\" class=\"shares\" quantity=\"50\" registered=\"no\"",
         "<lot holder=\"c\" class=\"shares\" quantity=\"50\" since=\"2015-06-15\"");
}

Test(cap_table, month_first_when_only_that_fits) {
  EXPECT("Holder,Type,Shares,Since\nA,company,100,03/01/2015\nB,company,50,06/15/2015\n",
         "<lot holder=\"a\" class=\"shares\" quantity=\"100\" since=\"2015-03-01\"",
         "<lot holder=\"b\" class=\"shares\" quantity=\"50\" since=\"2015-06-15\"");
}

Test(cap_table, treasury_employees_others) {
  EXPECT("Holder;Type;Shares;Country\nMontagne SAS;;10;\nSalari\xC3\xA9s;;20;France\nAutres;;30;\n",
         "<lot holder=\"montagne-sas\" class=\"shares\" quantity=\"10\"", "<lot holder=\"salaries\" class=\"shares\" quantity=\"20\"",
         "<lot holder=\"autres\" class=\"shares\" quantity=\"30\"",
         "<group id=\"salaries\" name=\"Salari\xC3\xA9s\" of=\"persons\" state=\"FR\"",
         "<group id=\"autres\" name=\"Autres\" of=\"entities\"");
}

Test(cap_table, subtotals) {
  EXPECT("Holder;Type;Shares\nFounders;;\nA;company;10\nB;company;20\nSubtotal;;30\nFunds;;\nC;company;5\nSubtotal;;5\n;;35\n",
         "<lot holder=\"a\" class=\"shares\" quantity=\"10\"", "<lot holder=\"b\" class=\"shares\" quantity=\"20\"",
         "<lot holder=\"c\" class=\"shares\" quantity=\"5\"", "issued=\"35\"");
}

Test(cap_table, identifiers) {
  EXPECT("Holder;SIREN;Shares\nA;552 100 554;10\nB;38012986646850;5\n",
         "scheme=\"siren\" value=\"552100554\"", "scheme=\"siren\" value=\"380129866\"");
  expect_said("Holder;SIREN;Shares\nA;552 100 554;10\nB;55210055400013;5\nTotal;;15\n", CRIBLE_E_DATA,
              "identifier-twice:3: row 3, column \"SIREN\": 'B' has the identifier of 'A', in row 2");
}

Test(cap_table, refused) {
  expect_said("Holder;Type;Shares\nA;company;10\nB;company;20\nTotal;;31\n", CRIBLE_E_DATA,
              "total-differs:4: row 4, column \"Shares\": the total is 31, but the rows add up to 30");
  expect_said("Holder;Type;Shares\nA;company;ten\n", CRIBLE_E_DATA,
              "bad-number:2: row 2, column \"Shares\": 'ten' is no number");
  expect_said("Holder;Type;Shares\nA;company;1 0000\nTotal;;\n", CRIBLE_E_DATA,
              "bad-number:2: row 2, column \"Shares\": '1 0000' is no number");
  expect_said("Holder;Type;Shares\nA;company;-5\nTotal;;\n", CRIBLE_E_DATA,
              "bad-number:2: row 2, column \"Shares\": '-5' is no number");
  expect_said("a;b\nc;d\n", CRIBLE_E_DATA,
              "no-table:0: no row names a column of holders and one of shares, capital or votes");
  expect_said("Holder;Type;Shares\n;;5\nA;company;3\nTotal;;3\n", CRIBLE_E_DATA,
              "no-holder:2: row 2: no holder is named");
  expect_said("Holder;Type;Capital %\nA;company;70 %\nB;company;40 %\n", CRIBLE_E_DATA,
              "more-than-whole:1: row 1, column \"Capital %\": the rows add up to more than 100 %");
  expect_said("Holder;Type;Shares;Since\nA;company;5;31/02/2020\nTotal;;5;\n", CRIBLE_E_DATA,
              "bad-date:2: row 2, column \"Since\": '31/02/2020' is no date");
  expect_said("Holder;Type;Shares;LEI\nA;company;5;529900T8BM49AURSDO56\nTotal;;5;\n", CRIBLE_E_DATA,
              "bad-identifier:2: row 2, column \"LEI\": '529900T8BM49AURSDO56' is no LEI: its check digits "
              "do not fit");
  expect_said("Holder;Type;Nature;Shares\nA;person;usufruct;5\nTotal;;;5\n", CRIBLE_E_DATA,
              "no-bare-owner:2: row 2: no row owns as many shares bare: whose usufruct it is cannot be told");
  expect_said("Holder;Type;Country;Shares\nA;company;France;5\nA;company;Spain;5\nTotal;;;10\n", CRIBLE_E_DATA,
              "holder-contradicts:3: row 3, column \"Country\": 'ES', but another row of the same holder "
              "says 'FR'");
}

Test(cap_table, odd) {
  expect_said("Holder;Shares\nAnna;5\nTotal;5\n", CRIBLE_OK,
              "holder-kind-not-stated:2: row 2: what these holders are is not stated, so they are taken for "
              "companies: Anna");
  expect_said("Holder;Type;Country;Shares\nA;company;Ruritania;5\nTotal;;;5\n", CRIBLE_OK,
              "country-not-known:2: row 2, column \"Country\": 'Ruritania' is no country: where the holder is "
              "seated is taken as unknown");
  expect_said("Holder;Type;Shares;Capital %\nA;company;5;40 %\nB;company;5;50 %\nTotal;;10;90 %\n", CRIBLE_OK,
              "percentage-differs:2: row 2, column \"Capital %\": 40 % is not what the number of shares gives: "
              "the shares count");
  expect_said("Holder;Type;Shares\nA;company;5\n", CRIBLE_OK,
              "issued-not-stated:1: row 1: how many shares are issued is not stated: taken to be the 5 of the "
              "rows");
  expect_first(2, "Holder;Type;Shares\nA;company;1.234\nTotal;;1.234\n", CRIBLE_OK,
              "ambiguous-number:2: row 2, column \"Shares\": '1.234' is read as 1234");
  expect_first(2, "Holder;Type;Class;Shares\nA;company;Ord;5\nB;company;BSPCE 2021;2\n", CRIBLE_OK,
              "option-left-out:3: row 3, column \"Shares\": 'BSPCE 2021' gives a right to shares, and is none "
              "yet: left out");
}

/* Words of both languages, whatever their accents. */
Test(cap_table, words) {
  static const struct {
    const char *header;
    cr_field field;
  } headers[] = {{"Nombre d\xE2\x80\x99" "actions", CR_FIELD_QUANTITY}, {"% du capital", CR_FIELD_CAPITAL},
                 {"D\xC3\x89TENTEUR", CR_FIELD_HOLDER}, {"Nature des titres", CR_FIELD_CLASS},
                 {"Nature de la d\xC3\xA9tention", CR_FIELD_NATURE}, {"Nu-propri\xC3\xA9taire", CR_FIELD_BARE_OWNER},
                 {"Droit de vote double", CR_FIELD_DOUBLE}, {"% droits de vote", CR_FIELD_VOTES},
                 {"Pays de r\xC3\xA9sidence", CR_FIELD_COUNTRY}, {"N\xC2\xB0 SIREN", CR_FIELD_IDENTIFIER},
                 {"Actions \xC3\xA9mises", CR_FIELD_ISSUED}, {"E-mail", CR_FIELD_NONE},
                 {"Number of shares", CR_FIELD_QUANTITY}, {"Voting rights per share", CR_FIELD_VOTES_PER_SHARE}};
  cr_arena *arena = NULL;
  cr_assert_eq(cr_arena_new(&arena, scratch_context), CRIBLE_OK);
  for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
    cr_expect_eq(cr_field_of(cr_fold(arena, headers[i].header)), headers[i].field, "%s", headers[i].header);
  }
  cr_expect_eq(cr_row_of("total"), CR_ROW_TOTAL);
  cr_expect_eq(cr_row_of("total energies se"), CR_ROW_PLAIN);
  cr_expect_eq(cr_row_of("sous total fondateurs"), CR_ROW_SUBTOTAL);
  cr_arena_free(arena);
}

Test(cap_table, xlsx_and_ods) {
  spreadsheet_xlsx("t.xlsx",
                   "<row r='1'><c r='A1' t='inlineStr'><is><t>Holder</t></is></c><c r='B1' t='inlineStr'><is>"
                   "<t>Type</t></is></c><c r='C1' t='inlineStr'><is><t>Capital</t></is></c></row>"
                   "<row r='2'><c r='A2' t='inlineStr'><is><t>Acme</t></is></c><c r='B2' t='inlineStr'><is>"
                   "<t>company</t></is></c><c r='C2' s='1'><v>0.33329999999999999</v></c></row>",
                   "");
  expect_file("t.xlsx", (const char *const[]){"<stake holder=\"acme\" capital=\"[1333/4000,6667/20000]\""}, 1);
}

/* However the text is cut or damaged: refused, or read. */
Test(cap_table, damaged) {
  char *text = dossier_file("tests/tables/data/holders.csv");
  size_t length = strlen(text);
  for (size_t i = 0; i < 2 * length; i++) {
    crible_dossier *dossier = NULL;
    char kept = text[i % length];
    if (i >= length) text[i - length] = (char)(kept ^ (1 << i % 8));
    scratch_put("t.csv", text, i < length ? i : length);
    crible_status status =
        cr_dossier_read_table(&dossier, scratch_context, scratch_path("t.csv"), "M");
    cr_expect(status == CRIBLE_OK || status == CRIBLE_E_DATA, "%zu: %d", i, status);
    cr_expect(status == CRIBLE_OK || crible_diagnostic_count(scratch_context) > 0, "%zu", i);
    text[i % length] = kept;
    crible_dossier_free(dossier);
    crible_diagnostics_clear(scratch_context);
  }
  free(text);
}

static crible_status read_scarcely(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_status status = cr_dossier_read_table(&dossier, context, "tests/tables/data/holders.csv", "M");
  crible_dossier_free(dossier);
  return status;
}

Test(cap_table, short_memory) { scarce_memory_try(read_scarcely, data_folder()); }
