/* Organs and rights become the facts that they say. */
#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

static crible_context *context;

static void set_up(void) { context = dossier_context(); }
static void tear_down(void) { crible_context_free(context); }
TestSuite(dossier_rights, .init = set_up, .fini = tear_down);

#define PARTIES "<company id='a'/><person id='b'/><company id='c'/>"
enum { C, A, B, CC }; /* their indices */

#define COMPANY                                                                                    \
  "<share-class id='O' issued='100'/><share-class id='P' issued='10'/>"                            \
  "<lot id='l' holder='a' class='P' quantity='5'/><organ id='x' kind='other'/>"                    \
  "<organ id='board' kind='administration' seats='5'/>"

static crible_dossier *with_right(const char *right) {
  char inside[1024];
  snprintf(inside, sizeof inside, COMPANY "%s", right);
  crible_dossier *dossier = dossier_with(context, inside, PARTIES);
  cr_assert_eq(dossier->facts->rights_count, 1);
  return dossier;
}

Test(dossier_rights, organs) {
  crible_dossier *dossier =
      dossier_with(context,
                   "<organ id='a' name='board' kind='administration' seats='7' in-office='6' "
                   "least='3' most='9'/>"
                   "<organ id='b' kind='direction'/><organ id='c' kind='supervision'/>"
                   "<organ id='d' kind='other'/>",
                   "");
  const cr_organ *organs = dossier->facts->organs;
  cr_assert_str_eq(organs[0].name, "board");
  cr_assert_eq(organs[0].company, C);
  cr_assert_eq(organs[0].fixed, 7);
  cr_assert_eq(organs[0].in_office, 6);
  cr_assert_eq(organs[0].least, 3);
  cr_assert_eq(organs[0].most, 9);
  for (int kind = 0; kind < 4; kind++) cr_assert_eq((int)organs[kind].kind, kind);
  cr_assert_str_eq(organs[1].name, "b");
  cr_assert_eq(organs[1].fixed, CR_NONE);
  cr_assert_eq(organs[1].in_office, CR_NONE);
  cr_assert_eq(organs[1].least, CR_NONE);
  cr_assert_eq(organs[1].most, CR_NONE);
  crible_dossier_free(dossier);
}

Test(dossier_rights, a_consent_with_all_its_words) {
  crible_dossier *dossier = with_right(
      "<right id='r' kind='consent' under='agreement' article='6.1' beneficiary='a b' "
      "decisions='budget other' other-decision='moving the seat' organ='x' in-seat='yes' "
      "condition='default' condition-met='no'>No budget\n    without   Acme.</right>");
  const cr_right *right = &dossier->facts->rights[0];
  cr_assert_str_eq(right->id, "r");
  cr_assert_eq(right->kind, CR_RIGHT_CONSENT);
  cr_assert_eq(right->company, C);
  cr_assert_eq(right->source, CR_BY_AGREEMENT);
  cr_assert_str_eq(right->article, "6.1");
  cr_assert_str_eq(right->sentence, "No budget without Acme.");
  cr_assert_eq(right->beneficiary, CR_TO_PARTIES);
  cr_assert_eq(right->party_count, 2);
  cr_assert_eq(right->parties[0], A);
  cr_assert_eq(right->parties[1], B);
  cr_assert_str_eq(right->decisions[0], "budget");
  cr_assert_str_eq(right->decisions[1], "other");
  cr_assert_null(right->decisions[2]);
  cr_assert_str_eq(right->decision_words, "moving the seat");
  cr_assert_eq(right->meeting, CR_MEETING_ORGAN);
  cr_assert_eq(right->organ, 0);
  cr_assert(right->exercised_in_seat);
  cr_assert_eq(right->condition, CR_CONDITION_FALSE);
  cr_assert_str_eq(right->condition_words, "default");
  crible_dossier_free(dossier);
}

Test(dossier_rights, silence) {
  crible_dossier *dossier = with_right("<right kind='unreadable' under='statutes'/>");
  const cr_right *right = &dossier->facts->rights[0];
  cr_assert_eq(right->kind, CR_RIGHT_UNREADABLE);
  cr_assert_null(right->id);
  cr_assert_null(right->article);
  cr_assert_null(right->sentence);
  cr_assert_eq(right->beneficiary, CR_TO_NOBODY);
  cr_assert_null(right->decisions[0]);
  cr_assert_null(right->decision_words);
  cr_assert_eq(right->meeting, CR_MEETING_NONE);
  cr_assert_eq(right->organ, CR_NONE);
  cr_assert_eq(right->share_class, CR_NONE);
  cr_assert_eq(right->lot, CR_NONE);
  cr_assert_not(right->exercised_in_seat);
  cr_assert_eq(right->condition, CR_UNCONDITIONAL);
  cr_assert_null(right->fraction);
  cr_assert_not(right->exceeded);
  cr_assert_not(right->unanimity);
  cr_assert_eq(right->base, CR_OF_VOTES);
  cr_assert_eq(right->seats, CR_NONE);
  cr_assert_not(right->majority);
  cr_assert_eq(right->undertaker_count, 0);
  crible_dossier_free(dossier);
}

/* A right, and what it says beside its kind and source. */
typedef struct clause {
  const char *text;
  cr_right_kind kind;
  cr_right_source source;
  cr_beneficiary_kind beneficiary;
  cr_meeting meeting;
  int share_class, lot, organ;
  long above, below; /* the fraction; below 0: not stated */
  bool exceeded, unanimity;
  cr_right_base base;
  int seats;
  bool majority;
  cr_condition condition;
} clause;

static const clause clauses[] = {
    {"kind='opposition' under='contract' beneficiary='a' condition='x'", CR_RIGHT_OPPOSITION,
     CR_BY_CONTRACT, CR_TO_PARTIES, CR_MEETING_NONE, CR_NONE, CR_NONE, CR_NONE, 0, 0, false, false,
     CR_OF_VOTES, CR_NONE, false, CR_CONDITION_UNSTATED},
    {"kind='golden-share' under='law' beneficiary-lot='l' condition='x' condition-met='yes'",
     CR_RIGHT_GOLDEN_SHARE, CR_BY_LAW, CR_TO_LOT, CR_MEETING_NONE, CR_NONE, 0, CR_NONE, 0, 0, false,
     false, CR_OF_VOTES, CR_NONE, false, CR_CONDITION_TRUE},
    {"kind='class-consent' under='statutes' beneficiary-class='P' more-than='60%' base='heads'",
     CR_RIGHT_CLASS_CONSENT, CR_BY_STATUTES, CR_TO_CLASS, CR_MEETING_NONE, 1, CR_NONE, CR_NONE, 3,
     5, true, false, CR_OF_HEADS, CR_NONE, false, CR_UNCONDITIONAL},
    {"kind='majority' under='statutes' at-least='4/5' meeting='ordinary'", CR_RIGHT_MAJORITY,
     CR_BY_STATUTES, CR_TO_NOBODY, CR_MEETING_ORDINARY, CR_NONE, CR_NONE, CR_NONE, 4, 5, false,
     false, CR_OF_VOTES, CR_NONE, false, CR_UNCONDITIONAL},
    {"kind='majority' under='statutes' unanimity='yes' meeting='extraordinary' base='shares'",
     CR_RIGHT_MAJORITY, CR_BY_STATUTES, CR_TO_NOBODY, CR_MEETING_EXTRAORDINARY, CR_NONE, CR_NONE,
     CR_NONE, 1, 1, false, true, CR_OF_SHARES, CR_NONE, false, CR_UNCONDITIONAL},
    {"kind='majority' under='statutes' more-than='1/2' meeting='class' class='P'",
     CR_RIGHT_MAJORITY, CR_BY_STATUTES, CR_TO_NOBODY, CR_MEETING_CLASS, 1, CR_NONE, CR_NONE, 1, 2,
     true, false, CR_OF_VOTES, CR_NONE, false, CR_UNCONDITIONAL},
    {"kind='majority' under='statutes' more-than='1/2' organ='board'", CR_RIGHT_MAJORITY,
     CR_BY_STATUTES, CR_TO_NOBODY, CR_MEETING_ORGAN, CR_NONE, CR_NONE, 1, 1, 2, true, false,
     CR_OF_VOTES, CR_NONE, false, CR_UNCONDITIONAL},
    {"kind='appoint' under='statutes' beneficiary-class='P' organ='board' seats='4'",
     CR_RIGHT_APPOINT, CR_BY_STATUTES, CR_TO_CLASS, CR_MEETING_NONE, 1, CR_NONE, 1, 0, 0, false,
     false, CR_OF_VOTES, 4, false, CR_UNCONDITIONAL},
    {"kind='appoint' under='statutes' beneficiary='a' organ='board' seats='majority'",
     CR_RIGHT_APPOINT, CR_BY_STATUTES, CR_TO_PARTIES, CR_MEETING_NONE, CR_NONE, CR_NONE, 1, 0, 0,
     false, false, CR_OF_VOTES, CR_NONE, true, CR_UNCONDITIONAL},
    {"kind='casting-vote' under='statutes' beneficiary='a' organ='board'", CR_RIGHT_CASTING_VOTE,
     CR_BY_STATUTES, CR_TO_PARTIES, CR_MEETING_ORGAN, CR_NONE, CR_NONE, 1, 0, 0, false, false,
     CR_OF_VOTES, CR_NONE, false, CR_UNCONDITIONAL},
    {"kind='observer' under='statutes' beneficiary='a' organ='board'", CR_RIGHT_OBSERVER,
     CR_BY_STATUTES, CR_TO_PARTIES, CR_MEETING_NONE, CR_NONE, CR_NONE, 1, 0, 0, false, false,
     CR_OF_VOTES, CR_NONE, false, CR_UNCONDITIONAL},
};

static void check(const clause *wanted) {
  char text[512];
  snprintf(text, sizeof text, "<right %s/>", wanted->text);
  crible_dossier *dossier = with_right(text);
  const cr_right *right = &dossier->facts->rights[0];
  cr_expect_eq(right->kind, wanted->kind, "%s", text);
  cr_expect_eq(right->source, wanted->source, "%s", text);
  cr_expect_eq(right->beneficiary, wanted->beneficiary, "%s", text);
  cr_expect_eq(right->meeting, wanted->meeting, "%s", text);
  cr_expect_eq(right->share_class, wanted->share_class, "%s", text);
  cr_expect_eq(right->lot, wanted->lot, "%s", text);
  cr_expect_eq(right->organ, wanted->organ, "%s", text);
  cr_expect(wanted->below ? dossier_is(right->fraction, wanted->above, (unsigned long)wanted->below)
                          : right->fraction == NULL,
            "%s", text);
  cr_expect_eq(right->exceeded, wanted->exceeded, "%s", text);
  cr_expect_eq(right->unanimity, wanted->unanimity, "%s", text);
  cr_expect_eq(right->base, wanted->base, "%s", text);
  cr_expect_eq(right->seats, wanted->seats, "%s", text);
  cr_expect_eq(right->majority, wanted->majority, "%s", text);
  cr_expect_eq(right->condition, wanted->condition, "%s", text);
  crible_dossier_free(dossier);
}

Test(dossier_rights, clauses) {
  for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) check(&clauses[i]);
}

Test(dossier_rights, quorums) {
  static const struct {
    const char *text;
    cr_second_call second;
    long above;
    unsigned long below;
  } quorums[] = {{"at-least='1/4'", CR_SECOND_SAME, 0, 0},
                 {"at-least='1/4' second-call='same'", CR_SECOND_SAME, 0, 0},
                 {"at-least='1/4' second-call='none'", CR_SECOND_NONE, 0, 0},
                 {"beneficiary='a' second-call='1/5'", CR_SECOND_FRACTION, 1, 5}};
  for (size_t i = 0; i < sizeof quorums / sizeof *quorums; i++) {
    char text[256];
    snprintf(text, sizeof text, "<right kind='quorum' under='statutes' %s/>", quorums[i].text);
    crible_dossier *dossier = with_right(text);
    const cr_right *right = &dossier->facts->rights[0];
    cr_expect_eq(right->second_call, quorums[i].second, "%s", text);
    cr_expect(quorums[i].below
                  ? dossier_is(right->second_fraction, quorums[i].above, quorums[i].below)
                  : right->second_fraction == NULL,
              "%s", text);
    crible_dossier_free(dossier);
  }
}

Test(dossier_rights, undertakers) {
  crible_dossier *dossier = with_right("<right kind='propose' under='agreement' beneficiary='a' "
                                       "organ='board' seats='2' undertakers='c b'/>");
  const cr_right *right = &dossier->facts->rights[0];
  cr_assert_eq(right->kind, CR_RIGHT_PROPOSE);
  cr_assert_eq(right->seats, 2);
  cr_assert_eq(right->undertaker_count, 2);
  cr_assert_eq(right->undertakers[0], CC);
  cr_assert_eq(right->undertakers[1], B);
  crible_dossier_free(dossier);
  dossier = with_right("<right kind='voting-undertaking' under='agreement' undertakers='a b'/>");
  cr_assert_eq(dossier->facts->rights[0].kind, CR_RIGHT_VOTING_UNDERTAKING);
  cr_assert_eq(dossier->facts->rights[0].undertaker_count, 2);
  crible_dossier_free(dossier);
}
