/* What is asked of the candidate, by hand. */
#include <criterion/criterion.h>
#include <string.h>

#include <crible/requests.h>

#include "engine/base/rational.h"
#include "engine/requests/requests.h"
#include "tests/support/dossiers.h"

static bool listed(const char *const *list, const char *id) {
  for (; *list; list++)
    if (strcmp(*list, id) == 0) return true;
  return false;
}

static crible_request request(const screened *found, size_t index) {
  crible_request out;
  cr_assert_eq(crible_screening_request(&out, found->screening, index), CRIBLE_OK);
  return out;
}

static crible_request_set set_of(const screened *found, cr_criterion_id id) {
  crible_request_set out;
  cr_assert_eq(crible_screening_request_set(&out, found->screening, id), CRIBLE_OK);
  return out;
}

static size_t count_of(const screened *found) {
  size_t count = 99;
  cr_assert_eq(crible_screening_request_count(&count, found->screening), CRIBLE_OK);
  return count;
}

#define COMPANY(holders, complete)                                                              \
  "<company id='C' form='SAS' seats='FR'>" holders "<complete of='" complete "'/></company>"    \
  "<company id='us' seats='US'/><company id='ch' seats='CH'/>"                                  \
  "<group id='persons' of='persons' state='FR'/>"

/* 20 % and whatever of 30 %: at most 50 %. Answered inside the Union, 20 % stay. */
Test(requests, of_a_remainder) {
  screened found;
  screen_open(&found, FILED_FIRST,
              COMPANY("<stake holder='us' capital='20%'/><stake holder='persons' capital='50%'/>",
                      "rights organs"));
  cr_assert_eq(count_of(&found), 1);
  const crible_request asked = request(&found, 0);
  cr_assert_str_eq(asked.kind, "holders");
  cr_assert_str_eq(asked.party, "C");
  cr_assert_null(asked.holder);
  cr_assert_str_eq(asked.evidence[0], "register-of-transfers");
  static const char *const criteria[] = {"capital-individual", "capital-collective",
                                         "votes-individual", "votes-collective"};
  for (int i = 0; i < 4; i++) cr_assert(listed(asked.settles, criteria[i]));
  cr_assert_not(listed(asked.settles, "veto"));
  cr_assert(set_of(&found, CR_VOTES_INDIVIDUAL).minimum);
  cr_assert_not(set_of(&found, CR_VETO).asked);
  const cr_request *first = &found.screening->requests->items[0];
  for (int id = 0; id < 4; id++)
    cr_assert_str_eq(cr_rational_text(found.screening->arena, first->adds[id]), "3/10");
  crible_request past;
  cr_assert_eq(crible_screening_request(&past, found.screening, 1), CRIBLE_E_USAGE);
  dossier_close(&found);
}

/* 10 % is surely third, 20 % of C and all of A's 15 % may be: 45 %. Either of the two leaves more
 * than 24 % to one entity, 25 % at most is left to all when only the larger is answered. */
Test(requests, contributions_add) {
  screened found;
  screen_open(&found, FILED_FIRST,
              COMPANY("<stake holder='us' capital='10%'/><stake holder='A' capital='15%'/>"
                      "<stake holder='persons' capital='55%'/>",
                      "rights organs")
              "<company id='A' form='SAS' seats='FR'/>");
  const cr_requests *requests = NULL;
  cr_assert_eq(count_of(&found), 2);
  requests = found.screening->requests;
  cr_assert(requests->items[0].in_set[CR_CAPITAL_COLLECTIVE]);
  cr_assert_not(requests->items[1].in_set[CR_CAPITAL_COLLECTIVE]);
  cr_assert(requests->items[1].in_set[CR_CAPITAL_INDIVIDUAL]);
  cr_assert_str_eq(cr_rational_text(found.screening->arena,
                                    requests->items[0].adds[CR_CAPITAL_INDIVIDUAL]),
                   "1/5");
  cr_assert_str_eq(cr_rational_text(found.screening->arena,
                                    requests->items[1].adds[CR_CAPITAL_INDIVIDUAL]),
                   "3/20");
  cr_assert(set_of(&found, CR_CAPITAL_INDIVIDUAL).minimum);
  cr_assert(set_of(&found, CR_CAPITAL_COLLECTIVE).minimum);
  dossier_close(&found);
}

/* 25 % may not be exceeded by what CH has beside it: only US's band matters, Persons' does not. */
Test(requests, of_a_band_that_matters) {
  screened found;
  screen_open(&found, FILED_FIRST,
              COMPANY("<stake holder='us' capital='[20%,30%]'/><stake holder='ch' capital='1%'/>"
                      "<stake holder='persons' capital='[69%,79%]'/>",
                      "holders rights organs"));
  cr_assert_eq(count_of(&found), 1);
  cr_assert_str_eq(request(&found, 0).kind, "share");
  dossier_close(&found);
}

Test(requests, of_a_seat_and_of_what_is_complete) {
  screened found;
  screen_open(&found, FILED_FIRST,
              COMPANY("<stake holder='x' capital='30%'/><stake holder='persons' capital='70%'/>",
                      "holders organs")
              "<company id='x'><stake holder='persons' capital='100%'/>"
              "<complete of='holders'/></company>");
  cr_assert_eq(count_of(&found), 2);
  cr_assert_str_eq(request(&found, 0).kind, "seat");
  cr_assert_str_eq(request(&found, 0).party, "x");
  const crible_request rights = request(&found, 1);
  cr_assert_str_eq(rights.kind, "rights");
  cr_assert_str_eq(rights.evidence[1], "agreement");
  cr_assert(listed(rights.settles, "veto") && listed(rights.settles, "organ-majority"));
  dossier_close(&found);
}

Test(requests, of_a_condition_and_of_seats) {
  screened found;
  screen_open(&found, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><stake holder='us' capital='10%'/>"
              "<stake holder='persons' capital='90%'/><organ id='board' kind='administration'/>"
              "<right id='r' kind='consent' under='agreement' beneficiary='us' decisions='budget' "
              "condition='default'/>"
              "<right id='s' kind='appoint' under='agreement' beneficiary='us' organ='board' "
              "seats='2'/><complete of='holders rights organs'/></company>"
              "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>");
  cr_assert_eq(count_of(&found), 2);
  cr_assert_str_eq(request(&found, 0).kind, "right");
  cr_assert_str_eq(request(&found, 0).subject, "r");
  cr_assert_str_eq(request(&found, 0).evidence[0], "agreement");
  cr_assert_str_eq(request(&found, 1).kind, "organ");
  cr_assert_str_eq(request(&found, 1).subject, "board");
  dossier_close(&found);
}

/* A group of four unnamed entities with 30 %: which of them has how much is no item. */
Test(requests, none_settles) {
  screened found;
  screen_open(&found, FILED_FIRST,
              COMPANY("<stake holder='g' capital='30%'/><stake holder='persons' capital='70%'/>",
                      "holders rights organs")
              "<group id='g' of='entities' state='US' members='4'/>");
  cr_assert_eq(count_of(&found), 0);
  cr_assert(set_of(&found, CR_CAPITAL_INDIVIDUAL).asked);
  cr_assert_not(set_of(&found, CR_CAPITAL_INDIVIDUAL).sufficient);
  dossier_close(&found);
}

Test(requests, nothing_is_asked_when_a_criterion_is_violated) {
  screened found;
  screen_open(&found, FILED_FIRST,
              COMPANY("<stake holder='us' capital='30%'/><stake holder='persons' capital='50%'/>",
                      "rights"));
  cr_assert_eq(count_of(&found), 0);
  cr_assert_not(set_of(&found, CR_ORGAN_MAJORITY).asked);
  dossier_close(&found);
}
