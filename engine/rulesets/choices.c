#include "engine/rulesets/choices.h"

#include <string.h>

#include "engine/base/words.h"
#include "engine/facts/reading.h"

const cr_choice_kind cr_choice_kinds[] = {
    {"ceilings",
     {{"each", N_("one ceiling exceeded excludes")},
      {"both", N_("of one property, both ceilings must be exceeded to exclude")}}},
    {"scope",
     {{"either", N_("capital or votes above a ceiling exclude")},
      {"both", N_("a ceiling counts only if exceeded in capital and in votes")}}},
    {"capital-chain",
     {{"multiplication", N_("capital is multiplied along chains of holdings")},
      {"control", N_("an entity holds the direct capital of all it controls too")},
      {"greater", N_("capital is multiplied, what an entity controls counting as itself")}}},
    {"vote-chain",
     {{"control", N_("an entity holds the direct votes of all it controls too")},
      {"multiplication", N_("votes are multiplied along chains of holdings")},
      {"greater", N_("votes are multiplied, what an entity controls counting as itself")}}},
    {"control-presumption",
     {{"ties-defeat", N_("control is presumed of who has most votes, alone in first place")},
      {"ties-allowed", N_("control is presumed of each of those who share first place")},
      {"none", N_("control is never presumed from a share of votes")}}},
    {"third-in-chain",
     {{"any", N_("any third entity in a chain counts")},
      {"ultimate", N_("a chain counts only if its topmost known controller is third")}}},
    {"seat-test",
     {{"any", N_("one seat of three outside the Union makes an entity third")},
      {"registered", N_("only the registered office makes an entity third")}}},
    {"missing-seat",
     {{"registered", N_("a seat not stated is presumed at the registered office")},
      {"unknown", N_("a seat not stated may be anywhere")}}},
    {"natural-persons",
     {{"never", N_("natural persons are never third")},
      {"residence", N_("a person resident outside the Union is third")},
      {"nationality", N_("a person of no member State's nationality is third")}}},
    {"territory",
     {{"state", N_("territories of a member State lie inside the Union")},
      {"union", N_("only Union territory lies inside the Union")}}},
    {"transition-2020",
     {{"non-member", N_("the United Kingdom is outside from 1 February 2020")},
      {"member", N_("the United Kingdom counts as a member until 31 December 2020")}}},
    {"funds",
     {{"manager", N_("a fund is third by the seats of its manager")},
      {"own-law", N_("a fund is third by the country of its law")},
      {"investors", N_("a fund is transparent: its investors hold in proportion")}}},
    {"groups",
     {{"entity", N_("each entity is taken with what it holds indirectly")},
      {"concert", N_("the third members of a concert are one holder")}}},
    {"re-entry",
     {{"none", N_("the candidate met again above itself counts for nothing")},
      {"through", N_("the candidate met again above itself is looked through")}}},
    {"vote-base",
     {{"exercisable", N_("votes are shares of those that can be exercised")},
      {"theoretical", N_("votes are shares of all votes attached to shares")}}},
    {"votes-unstated",
     {{"as-capital", N_("where only capital is stated, votes are as the capital")},
      {"unknown", N_("where only capital is stated, votes are unknown")}}},
    {"capital-base",
     {{"issued", N_("capital is a share of all shares issued")},
      {"net", N_("capital is a share of those that the company does not hold itself")}}},
    {"usufruct",
     {{"law", N_("in an SA the worse of both meetings, elsewhere the bare owner votes")},
      {"worst", N_("the worse of both meetings everywhere")},
      {"ordinary", N_("usufructuaries vote, as at ordinary meetings")},
      {"extraordinary", N_("bare owners vote, as at extraordinary meetings")}}},
    {"dilution",
     {{"issued", N_("options are not exercised")},
      {"diluted", N_("all options of everybody are exercised")}}},
    {"listed-issuer",
     {{"eea", N_("a listing on any regulated market of the Union or the EEA counts")},
      {"french", N_("only the listing of issuers with their office in France counts")}}},
    {"listed-chain",
     {{"yes", N_("listed companies above the candidate follow the rule too")},
      {"no", N_("only the candidate follows the rule on listed companies")}}},
    {"undisclosed",
     {{"anybody", N_("anybody may stand behind what is not disclosed")},
      {"third", N_("third entities stand behind what is not disclosed")},
      {"not-third", N_("no third entity stands behind what is not disclosed")}}},
    {"above-third",
     {{"known", N_("nobody is presumed above a third company but its known holders")},
      {"anybody", N_("anybody may stand behind the remainder of a third company")}}},
    {"veto-scope",
     {{"any", N_("a veto over any decision counts")},
      {"strategic", N_("only vetoes over strategic decisions count")},
      {"not-protective", N_("vetoes that protect a minority do not count")}}},
    {"arithmetic-veto",
     {{"excess", N_("a majority beyond the law's that third parties can block is a veto")},
      {"legal-too", N_("any majority that third parties can block is a veto")},
      {"none", N_("majorities are no vetoes")}}},
    {"rights-attribution",
     {{"controlled", N_("a right of a company that a third party controls is that party's")},
      {"holder", N_("a right is its holder's only")}}},
    {"outsider-rights",
     {{"holders", N_("rights of those who hold nothing of the candidate are reported only")},
      {"anyone", N_("rights of any third entity count")}}},
    {"conditional-rights",
     {{"active", N_("a conditional right counts once its condition has come true")},
      {"potential", N_("a conditional right always counts")}}},
    {"reference-date",
     {{"collection", N_("facts are those of the collection the filing belongs to")},
      {"filing", N_("facts are those of the day of filing")},
      {"decision", N_("facts are those of the day of the decision")}}},
    {"collective-control",
     {{"none", N_("third parties do not control a company by being many")},
      {"together", N_("third parties with most votes of a company hold what it holds")}}},
    {"own-foreign-subsidiary",
     {{"third", N_("a foreign company that the candidate controls is third")},
      {"not-third", N_("a foreign company that the candidate controls is not third")}}},
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
