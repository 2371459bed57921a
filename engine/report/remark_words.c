#include "engine/report/remark_words.h"

#include <stddef.h>
#include <string.h>

#include "engine/base/words.h"

#define PARTY_IN_OTHER N_("{party} in {other}")
#define PARTY N_("{party}")

static const cr_remark_words all[] = {
    /* Presumptions. */
    {"seat-presumed", N_("{detail} of {party}: not stated, taken to be at its registered office"),
     N_("seats not stated, taken to be at the registered office"), N_("{detail} of {party}")},
    {"nationality-presumed", N_("nationality of {party}: taken to be that of the State stated"),
     N_("nationality of unnamed persons: taken to be that of the State stated"), PARTY},
    {"votes-as-capital", N_("votes of {party} in {other}: not stated, taken to be as its capital"),
     N_("votes not stated, taken to be as the capital"), PARTY_IN_OTHER},
    {"votes-unstated", N_("votes of {party} in {other}: not stated, so it may have any"),
     N_("votes not stated, so holders may have any"), PARTY_IN_OTHER},
    {"usufruct-by-form",
     N_("who votes with the shares of {party} in {other} (usufruct): as the law says for its form"),
     N_("who votes with shares in usufruct: as the law says for the form of the company"),
     PARTY_IN_OTHER},
    {"usufruct-by-ruleset",
     N_("who votes with the shares of {party} in {other} (usufruct): as the ruleset says"),
     N_("who votes with shares in usufruct: as the ruleset says"), PARTY_IN_OTHER},
    {"since-unknown",
     N_("since when {party} holds its shares in {other}: not stated, so no double vote"),
     N_("since when shares are held: not stated, so no double vote"), PARTY_IN_OTHER},
    {"declared-split",
     N_("what {party} holds is taken to be in the declaration of {other}, which controls it or may"),
     N_("holdings taken to be in the declaration of who controls, or may control, the holder"), PARTY_IN_OTHER},
    {"listed-in-chain",
     N_("{party} is listed: only declared holders count in it, by analogy with the candidate"),
     N_("listed companies above the candidate: only declared holders count, by analogy"), PARTY},
    {"undeclared-holder",
     N_("what {party} holds of {other}, on a regulated market, it never declared itself: it does "
        "not count by itself"),
     N_("holdings in listed companies that the holder never declared itself: they do not count by "
        "themselves"),
     PARTY_IN_OTHER},
    {"option-ignored", N_("option of {party} on shares of {other}: not exercised, not counted"),
     N_("options, not exercised and not counted"), PARTY_IN_OTHER},
    {"option-exercised", N_("option of {party} on shares of {other}: counted as exercised"),
     N_("options, counted as exercised"), PARTY_IN_OTHER},
    {"own-subsidiary",
     N_("{party}: outside the Union, not counted as third: the candidate controls it"),
     N_("outside the Union, not counted as third: the candidate controls them"), PARTY},
    {"not-ultimate",
     N_("{party}: outside the Union, not counted as third: {other}, at the top of its chain of "
        "control, is not"),
     N_("outside the Union, not counted as third: who is at the top of their chain of control is not"),
     N_("{party} ({other})")},
    {"control-decides-third",
     N_("{party}: whether it counts as third depends on who controls it, which is open"),
     N_("whether they count as third depends on who controls them, which is open"), PARTY},
    {"held-together",
     N_("{party}: third entities together have more than half of its votes, so hold together what "
        "it holds"),
     N_("third entities together have more than half of their votes, so hold together what they "
        "hold"),
     PARTY},
    {"held-together-possibly",
     N_("{party}: third entities together may have more than half of its votes, so may hold "
        "together what it holds"),
     N_("third entities together may have more than half of their votes, so may hold together what "
        "they hold"),
     PARTY},
    {"concert-one-holder",
     N_("{party}: taken as one holder, which holds and controls what they do"),
     N_("concerts taken as one holder, which holds and controls what its members do"), PARTY},
    {"worse-of-meetings",
     N_("shares in usufruct: each figure is the worse of ordinary and extraordinary meetings"),
     NULL, NULL},
    {"room-control",
     N_("the room left below the ceilings on {property}: as if shares of {party} that change hands "
        "or are issued changed nobody's control"),
     NULL, NULL},
    {"confirmed-same", N_("{party} and {detail}: one party, as a person confirmed"),
     N_("parties that a person confirmed to be one"), N_("{party} and {detail}")},
    /* Oddities. */
    {"seat-unknown", N_("{party}: where it is seated is not stated, so it may be third"),
     N_("where they are seated is not stated, so they may be third"), PARTY},
    {"manager-unknown", N_("{party}: who manages it is not stated, so it may be third"),
     N_("who manages them is not stated, so they may be third"), PARTY},
    {"candidate-seat-outside",
     N_("{detail} of the candidate: outside the Union (SecNumCloud 3.2, 19.6 a)"), NULL, NULL},
    {"candidate-not-french", N_("registered office of the candidate: not in France ({detail})"),
     NULL, NULL},
    {"person-resident-outside",
     N_("{party}: resident outside the Union ({detail}); natural persons are not third"),
     N_("natural persons who reside outside the Union; they are not third"), PARTY},
    {"residence-unknown", N_("{party}: residence not stated; natural persons are not third"),
     N_("natural persons whose residence is not stated; they are not third"), PARTY},
    {"person-residence-unknown", N_("{party}: residence not stated, so it may be third"),
     N_("natural persons whose residence is not stated, so they may be third"), PARTY},
    {"nationality-unknown", N_("{party}: nationality not stated, so it may be third"),
     N_("natural persons whose nationality is not stated, so they may be third"), PARTY},
    {"law-unknown", N_("{party}: the country of its law is not stated, so it may be third"),
     N_("funds the country of whose law is not stated, so they may be third"), PARTY},
    {"no-issued-share", N_("{party} has issued no share: anybody may hold it"), NULL, NULL},
    {"own-shares-only", N_("{party} holds all its shares itself: anybody may hold it"), NULL, NULL},
    {"no-exercisable-vote", N_("{party}: no vote can be exercised, so anybody may control it"),
     NULL, NULL},
    {"class-without-shares", N_("{party}: no share is issued of class {detail}"), NULL, NULL},
    {"double-votes-unknown",
     N_("{party}: who holds the rest of class {detail}, and so its double votes, is not stated"),
     NULL, NULL},
    {"class-not-owned", N_("right {detail}: nobody owns the class that it is given to"), NULL,
     NULL},
    {"period-gap", N_("{party}, {other}: nothing is stated {detail}"), NULL, NULL},
    {"many-decimals", N_("share of {party} in {other}: more than ten decimals, kept as written"),
     N_("shares of more than ten decimals, kept as written"), PARTY_IN_OTHER},
    {"recorded-after", N_("known only after the date of the facts, on {detail}"), NULL, NULL},
    {"filed-after-last-collection",
     N_("filed on {detail}, after the last collection: the date is that collection's"), NULL, NULL},
    {"closed-group",
     N_("companies that may hold each other entirely, nobody known behind: {detail} ({property})"),
     N_("companies that may hold each other entirely, nobody known behind"),
     N_("{detail} ({property})")},
    /* Contradictions. */
    {"seats-contradict",
     N_("{detail} of {party}: the facts contradict each other, so it may be third"), NULL, NULL},
    {"holdings-contradict",
     N_("what {party} holds of the {property} of {other}: the facts contradict each other"), NULL,
     NULL},
    {"holders-exceed-whole",
     N_("what the holders of {party} are said to have of its {property} is more than the whole, so "
        "each may have less"),
     NULL, NULL},
    {"controls-contradict",
     N_("who controls {party}: the facts contradict each other, so none is sure"), NULL, NULL}};

const cr_remark_words *cr_remark_words_of(const char *code) {
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (strcmp(all[i].code, code) == 0) return &all[i];
  return NULL;
}
