/* Options counted as exercised, all of everybody at once. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

static void screen_holders(screened *out, const char *choices, const char *form,
                           const char *holders, const char *others) {
  char body[6000];
  snprintf(body, sizeof body,
           "<company id='C' form='%s' seats='FR'>%s<complete of='holders rights organs'/></company>"
           "<company id='us' seats='US'/><company id='ch' seats='CH'/>"
           "<group id='persons' of='persons' state='FR'/>%s",
           form, holders, others);
  screen_under(out, choices, FILED_FIRST, body);
}

/* Figures of the largest third entity before and after. */
static void expect(const char *form, const char *holders, const char *others,
                   const char *const before[2], const char *const after[2]) {
  for (int diluted = 0; diluted < 2; diluted++) {
    const char *const *figures = diluted ? after : before;
    screened found;
    screen_holders(&found, diluted ? "dilution=diluted" : "", form, holders, others);
    cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, figures[0]), "%s", holders);
    cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, figures[1]), "%s", holders);
    cr_assert_not_null(remark_of(&found, diluted ? "option-exercised" : "option-ignored"));
    dossier_close(&found);
  }
}

#define SAME(share) ((const char *const[2]){share, share})
#define LOTS                                                                            \
  "<share-class id='O' issued='100'/><lot holder='us' quantity='20'/>"                  \
  "<lot holder='persons' quantity='80'/>"

Test(dilution, new_shares_add_to_what_is_issued_and_to_their_holder) {
  expect("SAS", LOTS "<option holder='us' quantity='10'/>", "", SAME("1/5"), SAME("3/11"));
  expect("SAS", LOTS "<option holder='us' ratio='10%'/>", "", SAME("1/5"), SAME("3/11"));
}

Test(dilution, shares_of_somebody_move) {
  expect("SAS", LOTS "<option holder='us' quantity='10' shares-of='persons'/>", "", SAME("1/5"),
         SAME("3/10"));
}

Test(dilution, everybody_exercises_at_once) {
  expect("SAS", LOTS "<option holder='us' quantity='10'/><option holder='persons' quantity='40'/>",
         "", SAME("1/5"), SAME("1/5"));
  expect("SAS", LOTS "<option holder='persons' quantity='100'/>", "", SAME("1/5"), SAME("1/10"));
}

Test(dilution, a_holder_of_an_option_alone_becomes_a_holder) {
  expect("SAS",
         "<share-class id='O' issued='100'/><lot holder='persons' quantity='100'/>"
         "<option holder='ch' quantity='25'/>",
         "", SAME("0"), SAME("1/5"));
}

Test(dilution, what_is_bought_of_new_shares_moves_too) {
  expect("SAS",
         "<share-class id='O' issued='100'/><lot holder='persons' quantity='100'/>"
         "<option holder='C' quantity='25'/><option holder='us' quantity='25' shares-of='C'/>",
         "", SAME("0"), SAME("1/5"));
}

Test(dilution, holdings_known_as_shares_of_the_whole_are_diluted) {
  expect("SAS",
         "<share-class id='O' issued='100'/><stake holder='us' capital='20%'/>"
         "<stake holder='persons' capital='80%'/><option holder='us' quantity='10'/>",
         "", SAME("1/5"), SAME("3/11"));
  expect("SAS",
         "<share-class id='O' issued='100'/><stake holder='us' capital='[10%,20%]'/>"
         "<stake holder='persons' capital='[80%,90%]'/><option holder='persons' quantity='25'/>",
         "", SAME("[1/10,1/5]"), SAME("[2/25,4/25]"));
}

/* 40 of the persons' shares have double votes, which do not pass: 60 of 140 votes become 80 of
 * 120. */
Test(dilution, double_votes_do_not_pass_with_the_shares) {
  expect("SAS",
         "<share-class id='O' issued='100' double-vote-after='2'/>"
         "<lot holder='us' quantity='60' since='2022-06-01'/>"
         "<lot holder='persons' quantity='40' since='2015-01-01'/>"
         "<option holder='us' quantity='20' shares-of='persons'/>",
         "", ((const char *const[2]){"3/5", "3/7"}), ((const char *const[2]){"4/5", "2/3"}));
}

/* Two classes, of nominal 1 and 3: 20 of 130, then 20 + 3 · 20 of 190. */
Test(dilution, each_class_by_its_nominal_value_and_votes) {
  expect("SAS",
         "<share-class id='O' issued='100' nominal='1'/>"
         "<share-class id='P' issued='10' nominal='3' votes='0'/>"
         "<lot holder='persons' class='P' quantity='10'/>"
         "<lot holder='us' class='O' quantity='20'/><lot holder='persons' class='O' quantity='80'/>"
         "<option holder='us' class='P' quantity='20'/>",
         "", ((const char *const[2]){"2/13", "1/5"}), ((const char *const[2]){"8/19", "1/5"}));
}

/* us comes to have 45 of 90, then 55 of 100 of f, which has 30 of C. */
Test(dilution, all_along_a_chain_and_for_control) {
  expect("SAS",
         "<share-class id='O' issued='100'/><lot holder='f' quantity='30'/>"
         "<lot holder='persons' quantity='70'/>",
         "<company id='f' seats='FR'><share-class id='O' issued='90'/>"
         "<lot holder='us' quantity='45'/><lot holder='owner' quantity='45'/>"
         "<option holder='us' quantity='10'/><complete of='holders'/></company>"
         "<person id='owner' residence='FR'/>",
         ((const char *const[2]){"3/20", "0"}), ((const char *const[2]){"33/200", "3/10"}));
}

Test(dilution, an_option_past_its_time_counts_no_more) {
  screened found;
  screen_holders(&found, "dilution=diluted", "SAS",
                 LOTS "<option holder='us' quantity='10' exercisable-to='2023-01-01'/>", "");
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "1/5"));
  cr_assert_not_null(remark_of(&found, "option-ignored"));
  dossier_close(&found);
}

/* In a listed class only declared holders count: us declared, ch did not. */
Test(dilution, undeclared_holders_of_options_on_a_listed_class_do_not_count) {
  static const char listed[] =
      "<share-class id='O' issued='100' double-vote-after='never'><admission market='XPAR'/>"
      "</share-class>"
      "<declared-holders date='2022-12-31'><declared declarant='us' capital='20%' votes='20%'/>"
      "</declared-holders>";
  static const struct {
    const char *holder, *after;
  } cases[] = {{"us", "1/4"}, {"ch", "3/16"}};
  for (size_t i = 0; i < 2; i++) {
    char holders[2000];
    snprintf(holders, sizeof holders, "%s<option holder='%s' ratio='1/15'/>", listed,
             cases[i].holder);
    expect("SA", holders, "", SAME("1/5"), SAME(cases[i].after));
  }
}

Test(dilution, treasury_stock_sold_casts_its_votes) {
  expect("SAS",
         "<share-class id='O' issued='100'/><lot holder='C' quantity='10'/>"
         "<lot holder='persons' quantity='90'/>"
         "<option holder='us' quantity='10' shares-of='C'/>",
         "", SAME("0"), SAME("1/10"));
}
