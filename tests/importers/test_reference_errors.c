/* Datasets that say something impossible are refused, with the place and the reason. */
#include <string.h>

#include <criterion/criterion.h>
#include <crible/diagnostic.h>

#include "importers/reference/reference_reader.h"
#include "tests/support/data_folder.h"

typedef struct bad {
  const char *file, *text;
  crible_status status;
  const char *code;
  int line;
  const char *message;
} bad;

static const bad cases[] = {
    {"states.xml", NULL, CRIBLE_E_NO_INPUT, "no-input", 0, "cannot read"},
    {"states.xml", "<states>\n<state code='FR'>\n</states>", CRIBLE_E_DATA, "not-well-formed", 3,
     "'state' of line 2 is not closed before the end of 'states'"},
    {"states.xml", "<countries/>", CRIBLE_E_DATA, "element-unexpected", 1,
     "<countries> has no place here"},
    {"states.xml", "<states>\n<state/></states>", CRIBLE_E_DATA, "attribute-missing", 2,
     "<state> needs an attribute 'code'"},
    {"states.xml", "<states><state code='FR'/><state code='FR'/></states>", CRIBLE_E_DATA,
     "country-twice", 1, "'FR' is listed twice"},
    {"states.xml", "<states><territory code='RE' state='FR'/></states>", CRIBLE_E_DATA,
     "country-unknown", 1, "territory 'RE' lies in 'FR', which is not listed"},
    {"states.xml", "<states><state code='FR'>\n<member from='1958-02-30'/></state></states>",
     CRIBLE_E_DATA, "not-a-date", 2, "from=\"1958-02-30\" is no date"},
    {"states.xml",
     "<states><state code='GB'>\n\n<member from='2020-02-01' to='2020-02-01'/></state></states>",
     CRIBLE_E_DATA, "period-empty", 3, "the period is empty: 'from' is not before 'to'"},
    {"states.xml", "<states><state code='FR'><union from='1958-01-01'/></state></states>",
     CRIBLE_E_DATA, "element-unexpected", 1, "<union> has no place here"},
    {"markets.xml",
     "<markets><market mic='XPAR' country='FR' name='P' from='2005-06-27'/>"
     "<others country='FR'>ALXP XPAR</others></markets>",
     CRIBLE_E_DATA, "market-twice", 1, "market 'XPAR' is listed twice for the same time"},
    {"decisions.xml", "<decisions><decision id='a'/><decision id='a'/></decisions>", CRIBLE_E_DATA,
     "decision-twice", 1, "decision 'a' is listed twice"},
    {"declaration-thresholds.xml",
     "<declaration-thresholds><threshold fraction='1/4'/>\n"
     "<threshold fraction='1/5'/></declaration-thresholds>",
     CRIBLE_E_DATA, "threshold-order", 2, "thresholds have a fraction each, and ascend"},
    {"declaration-thresholds.xml",
     "<declaration-thresholds><threshold fraction='5/4'/></declaration-thresholds>", CRIBLE_E_DATA,
     "not-a-fraction", 1, "fraction=\"5/4\" is no fraction from 0 to 1"},
    {"collections.xml",
     "<collections><collection id='a' closes='2023-02-15T12:00'/></collections>", CRIBLE_E_DATA,
     "not-an-instant", 1, "closes=\"2023-02-15T12:00\" is no instant with an offset"},
    {"collections.xml",
     "<collections><collection id='a' closes='2023-02-15T12:00:00+01:00'/>\n"
     "<collection id='b' closes='2023-02-15T11:00:00Z'/></collections>",
     CRIBLE_E_DATA, "collection-order", 2, "collections follow one another in time"},
    {"legal-majorities.xml",
     "<legal-majorities>\n<majority form='GmbH' meeting='ordinary' article='1'/>"
     "</legal-majorities>",
     CRIBLE_E_DATA, "word-unknown", 2, "form=\"GmbH\" is none of those known"},
    {"legal-majorities.xml",
     "<legal-majorities><majority form='SA' meeting='ordinary' decision='lunch' article='1'/>"
     "</legal-majorities>",
     CRIBLE_E_DATA, "decision-unknown", 1, "unknown decision 'lunch'"},
};

Test(reference_errors, each_is_told_where_it_is) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char folder[64];
    data_folder_with(folder, cases[i].file, cases[i].text);
    crible_context *context = data_context(folder);
    cr_reference *reference = NULL;
    cr_assert_eq(cr_reference_read(&reference, context), cases[i].status, "case %zu", i);
    cr_assert_null(reference);
    cr_assert_eq(crible_diagnostic_count(context), 1, "case %zu", i);
    const crible_diagnostic *told = crible_diagnostic_at(context, 0);
    cr_assert_str_eq(told->code, cases[i].code, "case %zu: %s", i, told->message);
    cr_assert_not_null(strstr(told->message, cases[i].message), "%s", told->message);
    cr_assert_eq(told->line, cases[i].line, "case %zu", i);
    cr_assert_not_null(strstr(told->file, cases[i].file));
    cr_assert_eq(told->excerpt != NULL, told->line > 0);
    crible_context_free(context);
    data_folder_remove(folder);
  }
}
