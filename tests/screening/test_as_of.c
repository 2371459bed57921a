/* The date of the facts: the collection of the submission, or the date given.
 * The collections close on 15 February and 19 July 2023 at noon in Paris. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/dossiers.h"

/* US has 20 %, and 30 % from 1 March 2023. */
static const char *const grows =
    "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
    "<lot holder='us' quantity='20'/><lot holder='persons' quantity='70'/>"
    "<lot holder='us' quantity='10' from='2023-03-01'/>"
    "<lot holder='persons' quantity='10' to='2023-03-01'/>"
    "<complete of='holders rights organs'/></company>"
    "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>";

static crible_status screen(screened *out, const char *filed, const char *as_of) {
  const crible_screening_options options = {NULL, as_of};
  dossier_open(out, NULL, filed, grows);
  return crible_screen(&out->screening, out->dossier, &options);
}

static const char *last_code(const screened *of) {
  size_t count = crible_diagnostic_count(of->context);
  return count > 0 ? crible_diagnostic_at(of->context, count - 1)->code : "";
}

static bool capital_is(const char *filed, const char *as_of, const char *figure) {
  screened found;
  cr_assert_eq(screen(&found, filed, as_of), CRIBLE_OK);
  bool same = figure_is(&found, CR_CAPITAL_INDIVIDUAL, figure);
  dossier_close(&found);
  return same;
}

Test(as_of, a_submission_as_the_first_collection_closes_belongs_to_it) {
  cr_assert(capital_is(FILED_FIRST, NULL, "1/5"));
  cr_assert(capital_is("2023-02-15T11:00:00Z", NULL, "1/5"));
}

Test(as_of, a_second_later_it_belongs_to_the_next) {
  cr_assert(capital_is("2023-02-15T12:00:01+01:00", NULL, "3/10"));
  cr_assert(capital_is("2023-07-19T12:00:00+02:00", NULL, "3/10"));
}

Test(as_of, a_given_date_overrides_the_submission) {
  cr_assert(capital_is(FILED_FIRST, "2023-03-01", "3/10"));
  cr_assert(capital_is(NULL, "2023-02-28", "1/5"));
}

Test(as_of, without_date_and_submission_the_use_is_wrong) {
  screened found;
  cr_assert_eq(screen(&found, NULL, NULL), CRIBLE_E_USAGE);
  cr_assert_null(found.screening);
  cr_assert_str_eq(last_code(&found), "no-submission");
  dossier_close(&found);
}

Test(as_of, after_the_last_collection_a_date_is_asked_for) {
  screened found;
  cr_assert_eq(screen(&found, "2023-07-19T12:00:01+02:00", NULL), CRIBLE_E_USAGE);
  cr_assert_str_eq(last_code(&found), "filed-after-last-collection");
  cr_assert(strstr(crible_diagnostic_at(found.context, 0)->advice, "--as-of") != NULL);
  dossier_close(&found);
}

Test(as_of, a_late_submission_with_a_date_is_screened_and_remarked) {
  screened found;
  cr_assert_eq(screen(&found, "2024-01-01T00:00:00Z", "2023-07-19"), CRIBLE_OK);
  const cr_remark *remark = remark_of(&found, "filed-after-last-collection");
  cr_assert_not_null(remark);
  cr_assert_str_eq(remark->detail, "2024-01-01T00:00:00Z");
  dossier_close(&found);
}

Test(as_of, what_is_no_date_is_told) {
  screened found;
  cr_assert_eq(screen(&found, FILED_FIRST, "2023-02-30"), CRIBLE_E_USAGE);
  cr_assert_str_eq(last_code(&found), "as-of-not-a-date");
  dossier_close(&found);
}

Test(as_of, a_ruleset_that_does_not_exist_is_no_input) {
  const crible_screening_options options = {"no-such-ruleset", NULL};
  screened found;
  dossier_open(&found, NULL, FILED_FIRST, grows);
  cr_assert_eq(crible_screen(&found.screening, found.dossier, &options), CRIBLE_E_NO_INPUT);
  cr_assert_null(found.screening);
  dossier_close(&found);
}
