#include "engine/screening/choices.h"

#include <string.h>

#include "engine/base/words.h"
#include "engine/facts/reading.h"

const cr_choice_kind cr_choice_kinds[] = {
    {"ceilings",
     {{"each", true, N_("one ceiling exceeded excludes")},
      {"both", true, N_("of one property, both ceilings must be exceeded to exclude")}}},
    {"scope",
     {{"either", true, N_("capital or votes above a ceiling exclude")},
      {"both", true, N_("a ceiling counts only if exceeded in capital and in votes")}}},
    {"capital-chain",
     {{"multiplication", true, N_("capital is multiplied along chains of holdings")},
      {"control", true, N_("an entity holds the direct capital of all it controls too")},
      {"greater", true, N_("capital is multiplied, what an entity controls counting as itself")}}},
    {"vote-chain",
     {{"control", true, N_("an entity holds the direct votes of all it controls too")},
      {"multiplication", true, N_("votes are multiplied along chains of holdings")},
      {"greater", true, N_("votes are multiplied, what an entity controls counting as itself")}}},
    {"control-presumption",
     {{"ties-defeat", true, N_("control is presumed of who has most votes, alone in first place")},
      {"ties-allowed", true, N_("control is presumed of each of those who share first place")},
      {"none", true, N_("control is never presumed from a share of votes")}}},
    {"third-in-chain",
     {{"any", true, N_("any third entity in a chain counts")},
      {"ultimate", true, N_("a chain counts only if its topmost known controller is third")}}},
    {"seat-test",
     {{"any", true, N_("one seat of three outside the Union makes an entity third")},
      {"registered", true, N_("only the registered office makes an entity third")}}},
    {"missing-seat",
     {{"registered", true, N_("a seat not stated is presumed at the registered office")},
      {"unknown", true, N_("a seat not stated may be anywhere")}}},
    {"natural-persons",
     {{"never", true, N_("natural persons are never third")},
      {"residence", true, N_("a person resident outside the Union is third")},
      {"nationality", true, N_("a person of no member State's nationality is third")}}},
    {"territory",
     {{"state", true, N_("territories of a member State lie inside the Union")},
      {"union", true, N_("only Union territory lies inside the Union")}}},
    {"transition-2020",
     {{"non-member", true, N_("the United Kingdom is outside from 1 February 2020")},
      {"member", true, N_("the United Kingdom counts as a member until 31 December 2020")}}},
    {"funds",
     {{"manager", true, N_("a fund is third by the seats of its manager")},
      {"own-law", true, N_("a fund is third by the country of its law")},
      {"investors", true, N_("a fund is transparent: its investors hold in proportion")}}},
    {"groups",
     {{"entity", true, N_("each entity is taken with what it holds indirectly")},
      {"concert", true, N_("the third members of a concert are one holder")}}},
    {"re-entry",
     {{"none", true, N_("the candidate met again above itself counts for nothing")},
      {"through", true, N_("the candidate met again above itself is looked through")}}},
    {"vote-base",
     {{"exercisable", true, N_("votes are shares of those that can be exercised")},
      {"theoretical", true, N_("votes are shares of all votes attached to shares")}}},
    {"votes-unstated",
     {{"as-capital", true, N_("where only capital is stated, votes are as the capital")},
      {"unknown", true, N_("where only capital is stated, votes are unknown")}}},
    {"capital-base",
     {{"issued", true, N_("capital is a share of all shares issued")},
      {"net", true, N_("capital is a share of those that the company does not hold itself")}}},
    {"usufruct",
     {{"law", true, N_("in an SA the worse of both meetings, elsewhere the bare owner votes")},
      {"worst", true, N_("the worse of both meetings everywhere")},
      {"ordinary", true, N_("usufructuaries vote, as at ordinary meetings")},
      {"extraordinary", true, N_("bare owners vote, as at extraordinary meetings")}}},
    {"dilution",
     {{"issued", true, N_("options are not exercised")},
      {"diluted", true, N_("all options of everybody are exercised")}}},
    {"listed-issuer",
     {{"eea", true, N_("a listing on any regulated market of the Union or the EEA counts")},
      {"french", true, N_("only the listing of issuers with their office in France counts")}}},
    {"listed-chain",
     {{"yes", true, N_("listed companies above the candidate follow the rule too")},
      {"no", true, N_("only the candidate follows the rule on listed companies")}}},
    {"undisclosed",
     {{"anybody", true, N_("anybody may stand behind what is not disclosed")},
      {"third", true, N_("third entities stand behind what is not disclosed")},
      {"not-third", true, N_("no third entity stands behind what is not disclosed")}}},
    {"above-third",
     {{"known", true, N_("nobody is presumed above a third company but its known holders")},
      {"anybody", true, N_("anybody may stand behind the remainder of a third company")}}},
    {"veto-scope",
     {{"any", true, N_("a veto over any decision counts")},
      {"strategic", true, N_("only vetoes over strategic decisions count")},
      {"not-protective", true, N_("vetoes that protect a minority do not count")}}},
    {"arithmetic-veto",
     {{"excess", true, N_("a majority beyond the law's that third parties can block is a veto")},
      {"legal-too", true, N_("any majority that third parties can block is a veto")},
      {"none", true, N_("majorities are no vetoes")}}},
    {"rights-attribution",
     {{"controlled", true, N_("a right of a company that a third party controls is that party's")},
      {"holder", true, N_("a right is its holder's only")}}},
    {"outsider-rights",
     {{"holders", true, N_("rights of those who hold nothing of the candidate are reported only")},
      {"anyone", true, N_("rights of any third entity count")}}},
    {"conditional-rights",
     {{"active", true, N_("a conditional right counts once its condition has come true")},
      {"potential", true, N_("a conditional right always counts")}}},
    {"reference-date",
     {{"collection", true, N_("facts are those of the collection the filing belongs to")},
      {"filing", true, N_("facts are those of the day of filing")},
      {"decision", true, N_("facts are those of the day of the decision")}}},
    {"collective-control",
     {{"none", true, N_("third parties do not control a company by being many")},
      {"together", true, N_("third parties with most votes of a company hold what it holds")}}},
    {"own-foreign-subsidiary",
     {{"third", true, N_("a foreign company that the candidate controls is third")},
      {"not-third", true, N_("a foreign company that the candidate controls is not third")}}},
};

const size_t cr_choice_kind_count = sizeof cr_choice_kinds / sizeof *cr_choice_kinds;
_Static_assert(sizeof cr_choice_kinds / sizeof *cr_choice_kinds == CR_CHOICES, "one row a choice");

const cr_choice_kind *cr_choice_kind_find(const char *id) {
  for (size_t i = 0; i < cr_choice_kind_count; i++) {
    if (strcmp(cr_choice_kinds[i].id, id) == 0) {
      return cr_choice_kinds + i;
    }
  }
  return NULL;
}

const cr_choice_option *cr_choice_option_find(const cr_choice_kind *kind, const char *id) {
  for (const cr_choice_option *option = kind->options; option->id; option++) {
    if (strcmp(option->id, id) == 0) {
      return option;
    }
  }
  return NULL;
}
