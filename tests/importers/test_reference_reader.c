/* The datasets as the engine reads them: the law's dates and the registries' codes. */
#include <string.h>

#include <criterion/criterion.h>
#include <crible/diagnostic.h>
#include <json-c/json.h>

#include "importers/reference/reference_reader.h"
#include "tests/support/data_folder.h"

static crible_context *context;
static cr_reference *reference;
static cr_reading plain; /* the first option of every choice */

static void read_reference(void) {
  context = data_context(data_folder());
  cr_assert_eq(cr_reference_read(&reference, context), CRIBLE_OK);
}

static void free_reference(void) {
  cr_reference_free(reference);
  crible_context_free(context);
}

TestSuite(reference_reader, .init = read_reference, .fini = free_reference);

static cr_date day(const char *text) {
  cr_date date = 0;
  cr_assert_eq(cr_date_parse(&date, text), CRIBLE_OK, "%s", text);
  return date;
}

static void expect_regulated(const char *mic, const char *date, bool expected);

/* Expected: 'y' inside, 'n' outside, '?' unknown code. */
static void expect_inside(const char *code, const char *date, char expected) {
  const char answers[] = {[CR_UNSTATED] = '?', [CR_FALSE] = 'n', [CR_TRUE] = 'y'};
  cr_assert_eq(answers[cr_reference_inside(reference, &plain, code, day(date))], expected,
               "%s on %s", code, date);
}

Test(reference_reader, members_on_the_days_around_their_accession) {
  const struct {
    const char *codes, *before, *first;
  } accessions[] = {
      {"BE DE FR IT LU NL", "1957-12-31", "1958-01-01"},
      {"DK GB IE", "1972-12-31", "1973-01-01"},
      {"GR", "1980-12-31", "1981-01-01"},
      {"ES PT", "1985-12-31", "1986-01-01"},
      {"AT FI SE", "1994-12-31", "1995-01-01"},
      {"CY CZ EE HU LT LV MT PL SI SK", "2004-04-30", "2004-05-01"},
      {"BG RO", "2006-12-31", "2007-01-01"},
      {"HR", "2013-06-30", "2013-07-01"},
  };
  int members = 0;
  for (size_t i = 0; i < sizeof accessions / sizeof *accessions; i++) {
    for (const char *code = accessions[i].codes; *code; code += code[2] ? 3 : 2) {
      char text[3] = {code[0], code[1], '\0'};
      expect_inside(text, accessions[i].before, 'n');
      expect_inside(text, accessions[i].first, 'y');
      expect_inside(text, "2020-01-31", 'y');
      members++;
    }
  }
  cr_assert_eq(members, 28);
  int today = 0;
  for (int i = 0; i < reference->country_count; i++) {
    const cr_country *country = reference->countries + i;
    today += !country->state && cr_reference_inside(reference, &plain, country->code,
                                                    day("2023-02-15")) == CR_TRUE;
  }
  cr_assert_eq(today, 27);
}

Test(reference_reader, the_United_Kingdom_leaves) {
  expect_inside("GB", "2020-01-31", 'y');
  expect_inside("GB", "2020-02-01", 'n');
  expect_inside("GB", "2020-06-30", 'n');
  expect_inside("GI", "2020-01-31", 'y');
  expect_inside("GI", "2020-02-01", 'n');
}

Test(reference_reader, the_transition_of_the_United_Kingdom_may_count_as_membership) {
  plain.option[CR_CHOICE_TRANSITION_2020] = CR_TRANSITION_2020_MEMBER;
  const char *const inside[] = {"GB", "GI"};
  for (size_t i = 0; i < 2; i++) {
    expect_inside(inside[i], "2020-01-31", 'y');
    expect_inside(inside[i], "2020-02-01", 'y');
    expect_inside(inside[i], "2020-12-31", 'y');
    expect_inside(inside[i], "2021-01-01", 'n');
  }
  expect_inside("KY", "2020-06-30", 'n');
  expect_regulated("XLON", "2020-12-31", true);
  expect_regulated("XLON", "2021-01-01", false);
}

Test(reference_reader, Union_territory_alone_may_count_as_inside) {
  plain.option[CR_CHOICE_TERRITORY] = CR_TERRITORY_UNION;
  expect_inside("NC", "2023-02-15", 'n');
  expect_inside("GL", "2023-02-15", 'n');
  expect_inside("RE", "2023-02-15", 'y');
  expect_inside("FR", "2023-02-15", 'y');
  expect_inside("BL", "2011-12-31", 'y');
  expect_inside("BL", "2012-01-01", 'n');
}

Test(reference_reader, neighbours_were_never_members) {
  const char *const others[] = {"NO", "IS", "LI", "CH", "MC", "AD", "SM", "VA", "TR", "UA", "US"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    expect_inside(others[i], "2023-02-15", 'n');
  }
  expect_inside("UK", "2023-02-15", '?');
  expect_inside("fr", "2023-02-15", '?');
}

Test(reference_reader, territories) {
  const char *const third[] = {"GG", "JE", "IM", "AI", "BM", "IO", "VG", "KY", "FK", "MS", "PN",
                               "SH", "GS", "TC", "HK", "MO", "PR", "GU", "VI", "AQ", "SJ"};
  const char *const inside[] = {"AX", "GF", "GP", "MQ", "RE", "YT", "MF", "BL", "NC", "PF",
                                "WF", "PM", "TF", "AW", "CW", "SX", "BQ", "GL", "FO"};
  for (size_t i = 0; i < sizeof third / sizeof *third; i++) {
    expect_inside(third[i], "2019-12-31", 'n');
    expect_inside(third[i], "2023-02-15", 'n');
  }
  for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
    expect_inside(inside[i], "2023-02-15", 'y');
    cr_assert_not_null(cr_reference_country(reference, inside[i])->state);
  }
}

static bool in_the_union(const char *code, const char *date) {
  const cr_country *country = cr_reference_country(reference, code);
  for (int i = 0; i < country->union_territory_count; i++) {
    if (cr_period_contains(country->union_territory[i], day(date))) {
      return true;
    }
  }
  return false;
}

Test(reference_reader, Union_territory_is_dated) {
  cr_assert(in_the_union("GL", "1985-01-31") && !in_the_union("GL", "1985-02-01"));
  cr_assert(!in_the_union("YT", "2013-12-31") && in_the_union("YT", "2014-01-01"));
  cr_assert(in_the_union("BL", "2011-12-31") && !in_the_union("BL", "2012-01-01"));
  cr_assert(in_the_union("AX", "2023-02-15") && in_the_union("RE", "2023-02-15"));
  cr_assert(in_the_union("MF", "2023-02-15") && in_the_union("FR", "2023-02-15"));
  cr_assert(!in_the_union("NC", "2023-02-15") && !in_the_union("FO", "2023-02-15"));
  cr_assert(in_the_union("GI", "2020-01-31") && !in_the_union("GI", "2020-02-01"));
}

Test(reference_reader, every_code_of_ISO_3166_is_there) {
  struct json_object *root = json_object_from_file("/usr/share/iso-codes/json/iso_3166-1.json");
  struct json_object *entries = NULL, *code = NULL;
  if (!root || !json_object_object_get_ex(root, "3166-1", &entries)) {
    cr_skip_test("iso-codes is not installed");
  }
  for (size_t i = 0; i < json_object_array_length(entries); i++) {
    json_object_object_get_ex(json_object_array_get_idx(entries, i), "alpha_2", &code);
    const char *text = json_object_get_string(code);
    cr_assert_not_null(cr_reference_country(reference, text), "%s", text);
  }
  json_object_put(root);
}

static void expect_regulated(const char *mic, const char *date, bool expected) {
  cr_assert(cr_reference_has_market(reference, mic), "%s", mic);
  cr_assert_eq(cr_reference_regulated(reference, &plain, mic, day(date)), expected, "%s on %s",
               mic, date);
}

Test(reference_reader, regulated_markets) {
  const char *const regulated[] = {"XPAR", "XAMS", "XBRU", "XLIS", "XMSM", "XLUX", "XETA",
                                   "FRAA", "MTAA", "XMAD", "XSTO", "XHEL", "XOSL", "XICE"};
  const char *const not_regulated[] = {"ALXP", "XMLI", "XNYS", "XNAS", "XSWX", "XTSE", "XTKS"};
  for (size_t i = 0; i < sizeof regulated / sizeof *regulated; i++) {
    expect_regulated(regulated[i], "2023-02-15", true);
  }
  for (size_t i = 0; i < sizeof not_regulated / sizeof *not_regulated; i++) {
    expect_regulated(not_regulated[i], "2023-02-15", false);
  }
  cr_assert_not(cr_reference_has_market(reference, "QQQQ"));
}

Test(reference_reader, markets_are_regulated_from_creation_to_expiry_and_while_the_State_is_in) {
  expect_regulated("XPAR", "2005-06-26", false);
  expect_regulated("XPAR", "2005-06-27", true);
  expect_regulated("XLON", "2020-01-31", true);
  expect_regulated("XLON", "2020-02-01", false);
  expect_regulated("XZAG", "2013-06-30", false);
  expect_regulated("XZAG", "2013-07-01", true);
  expect_regulated("NOCO", "2020-12-27", true);
  expect_regulated("NOCO", "2020-12-28", false);
}

static void expect_bracket(const char *date, slong percent, slong below[2], slong above[2]) {
  fmpq_t at, low, high, expected;
  fmpq_init(at), fmpq_init(low), fmpq_init(high), fmpq_init(expected);
  fmpq_set_si(at, percent, 100);
  cr_reference_bracket(reference, day(date), at, low, high);
  fmpq_set_si(expected, below[0], (ulong)below[1]);
  cr_assert(fmpq_equal(low, expected), "below %ld %% on %s", (long)percent, date);
  fmpq_set_si(expected, above[0], (ulong)above[1]);
  cr_assert(fmpq_equal(high, expected), "above %ld %% on %s", (long)percent, date);
  fmpq_clear(at), fmpq_clear(low), fmpq_clear(high), fmpq_clear(expected);
}

#define RATIO(p, q) ((slong[2]){p, q})

Test(reference_reader, thresholds_of_declaration) {
  expect_bracket("2021-05-03", 20, RATIO(1, 5), RATIO(1, 4));
  expect_bracket("2021-05-03", 4, RATIO(0, 1), RATIO(1, 20));
  expect_bracket("2021-05-03", 33, RATIO(3, 10), RATIO(1, 3));
  expect_bracket("2021-05-03", 34, RATIO(1, 3), RATIO(1, 2));
  expect_bracket("2021-05-03", 66, RATIO(1, 2), RATIO(2, 3));
  expect_bracket("2021-05-03", 90, RATIO(9, 10), RATIO(19, 20));
  expect_bracket("2021-05-03", 96, RATIO(19, 20), RATIO(1, 1));
  expect_bracket("2010-10-23", 30, RATIO(1, 4), RATIO(1, 3));
  expect_bracket("2010-10-24", 30, RATIO(3, 10), RATIO(1, 3));
  expect_bracket("2010-10-23", 27, RATIO(1, 4), RATIO(1, 3));
  expect_bracket("2010-10-24", 27, RATIO(1, 4), RATIO(3, 10));
}

static const cr_collection *filed(const char *text) {
  int64_t instant = 0;
  cr_assert_eq(cr_instant_parse(&instant, text), CRIBLE_OK);
  return cr_reference_collection(reference, instant);
}

Test(reference_reader, collections_close_at_noon_in_Paris) {
  cr_assert_eq(filed("2023-02-15T12:00:00+01:00")->date, day("2023-02-15"));
  cr_assert_eq(filed("2023-02-15T11:00:00Z")->date, day("2023-02-15"));
  cr_assert_eq(filed("2023-02-15T12:00:01+01:00")->date, day("2023-07-19"));
  cr_assert_eq(filed("2023-07-19T12:00:00+02:00")->date, day("2023-07-19"));
  cr_assert_eq(filed("2023-07-19T10:00:00Z")->date, day("2023-07-19"));
  cr_assert_null(filed("2023-07-19T12:00:01+02:00"));
}

Test(reference_reader, decisions_by_kind) {
  int strategic = 0, protective = 0;
  for (int i = 0; i < reference->decision_count; i++) {
    strategic += reference->decisions[i].strategic;
    protective += reference->decisions[i].protective;
    cr_assert_not(reference->decisions[i].strategic && reference->decisions[i].protective);
  }
  cr_assert_eq(strategic, 11);
  cr_assert_eq(protective, 5);
  cr_assert(cr_reference_decision(reference, "litigation")->strategic);
  cr_assert(cr_reference_decision(reference, "capital")->protective);
  cr_assert_not_null(cr_reference_decision(reference, "other"));
}

/* The only row that holds for a form, a meeting and a decision (NULL: the general one). */
static const cr_legal_majority *majority(cr_form form, cr_meeting meeting, const char *decision,
                                         const char *incorporated) {
  const cr_legal_majority *found = NULL;
  for (int i = 0; i < reference->majority_count; i++) {
    const cr_legal_majority *row = reference->majorities + i;
    bool same = decision ? row->decision && strcmp(row->decision, decision) == 0 : !row->decision;
    if (same && row->form == form && row->meeting == meeting &&
        cr_period_contains(row->incorporated, day(incorporated)) &&
        cr_period_contains(row->in_force, day("2023-02-15"))) {
      cr_assert_null(found);
      found = row;
    }
  }
  return found;
}

static void expect_fraction(const fmpq *fraction, slong p, ulong q) {
  cr_assert_not_null(fraction);
  cr_assert_eq(fmpz_cmp_si(fmpq_numref(fraction), p), 0);
  cr_assert_eq(fmpz_cmp_ui(fmpq_denref(fraction), q), 0);
}

Test(reference_reader, majorities_of_an_SA) {
  const cr_legal_majority *row = majority(CR_FORM_SA, CR_MEETING_ORDINARY, NULL, "2010-01-01");
  expect_fraction(row->fraction, 1, 2);
  expect_fraction(row->quorum, 1, 5);
  cr_assert(row->exceeded && row->base == CR_OF_VOTES && !row->second_quorum);
  row = majority(CR_FORM_SA, CR_MEETING_EXTRAORDINARY, NULL, "2010-01-01");
  expect_fraction(row->fraction, 2, 3);
  expect_fraction(row->quorum, 1, 4);
  expect_fraction(row->second_quorum, 1, 5);
  cr_assert_not(row->exceeded);
  cr_assert_str_eq(row->article, "C. com., art. L.225-96");
  row = majority(CR_FORM_SA, CR_MEETING_EXTRAORDINARY, "nationality", "2010-01-01");
  cr_assert(row->unanimity);
  expect_fraction(row->fraction, 1, 1);
}

Test(reference_reader, majorities_of_a_SARL_by_age) {
  const cr_legal_majority *row = majority(CR_FORM_SARL, CR_MEETING_ORDINARY, NULL, "2010-01-01");
  expect_fraction(row->fraction, 1, 2);
  cr_assert(row->exceeded && row->base == CR_OF_SHARES && row->second_base == CR_OF_VOTES);
  row = majority(CR_FORM_SARL, CR_MEETING_EXTRAORDINARY, NULL, "2005-08-03");
  expect_fraction(row->fraction, 3, 4);
  cr_assert_eq(row->base, CR_OF_SHARES);
  row = majority(CR_FORM_SARL, CR_MEETING_EXTRAORDINARY, NULL, "2005-08-04");
  expect_fraction(row->fraction, 2, 3);
  cr_assert_eq(row->base, CR_OF_VOTES);
}

Test(reference_reader, majorities_of_the_other_forms) {
  const cr_legal_majority *row =
      majority(CR_FORM_SAS, CR_MEETING_EXTRAORDINARY, NULL, "2010-01-01");
  cr_assert(row && !row->fraction && !row->unanimity);
  row = majority(CR_FORM_SAS, CR_MEETING_EXTRAORDINARY, "clause-inalienability", "2010-01-01");
  cr_assert(row->unanimity);
  cr_assert_null(majority(CR_FORM_SAS, CR_MEETING_EXTRAORDINARY, "clause-approval", "2010-01-01"));
  cr_assert(majority(CR_FORM_SNC, CR_MEETING_ORDINARY, NULL, "2010-01-01")->unanimity);
  cr_assert(majority(CR_FORM_SC, CR_MEETING_ORDINARY, NULL, "2010-01-01")->unanimity);
  cr_assert_null(majority(CR_FORM_FOREIGN, CR_MEETING_ORDINARY, NULL, "2010-01-01"));
}
