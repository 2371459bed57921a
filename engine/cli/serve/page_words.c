#include "engine/cli/serve/page_words.h"

#include <string.h>

#include "engine/cli/words.h"

/* "{…}" stands for what the page puts there. */
static const struct {
  const char *key, *text;
} words[] = {
    {"skip", N_("Go to the content")},
    {"tagline", N_("Is a company free of control from outside the European Union?")},
    {"open_title", N_("Open a dossier")},
    {"drop_here", N_("Drop a dossier here")},
    {"choose_files", N_("Choose files…")},
    {"choose_folder", N_("Choose a folder…")},
    {"drop_hint",
     N_("A file dossier.xml, with its documents if there are any; its folder; or a zip of it. A table of "
        "holders (CSV, XLSX, ODS) or a register's file will do too.")},
    {"private",
     N_("Everything stays on this machine. Files are read in memory and forgotten; nothing is sent "
        "elsewhere.")},
    {"particulars", N_("Date of the facts, company concerned")},
    {"as_of_label", N_("Date of the facts")},
    {"as_of_hint", N_("Left empty: that of the collection the dossier was filed for.")},
    {"candidate_label", N_("Company concerned")},
    {"candidate_hint",
     N_("Only for a table or a register: its name, or an identifier such as a SIREN.")},
    {"needs_date", N_("Write the date of the facts above, and screen again.")},
    {"needs_company", N_("Write the company concerned above, and screen again.")},
    {"screen_again", N_("Screen again")},
    {"busy", N_("Screening…")},
    {"check_title", N_("Check of the dossier")},
    {"check_fine", N_("The dossier can be read; nothing in it contradicts itself.")},
    {"check_warnings", N_("The dossier can be read. Worth a look:")},
    {"check_errors", N_("The dossier cannot be screened until this is corrected:")},
    {"error", N_("error")},
    {"warning", N_("warning")},
    {"line", N_("line {line}")},
    {"question", N_("as of {date}, ruleset {ruleset}")},
    {"verdict_eligible", N_("ELIGIBLE")},
    {"verdict_ineligible", N_("INELIGIBLE")},
    {"verdict_undetermined", N_("UNDETERMINED")},
    {"reason_none",
     N_("No third entity holds, blocks or appoints more than the clause allows, on the criteria "
        "examined.")},
    {"reason_capital_individual", N_("{holder} holds {value} of the capital, more than {ceiling}.")},
    {"reason_capital_collective",
     N_("Third entities together hold {value} of the capital, more than {ceiling}.")},
    {"reason_votes_individual", N_("{holder} holds {value} of the votes, more than {ceiling}.")},
    {"reason_votes_collective",
     N_("Third entities together hold {value} of the votes, more than {ceiling}.")},
    {"reason_veto", N_("A veto of third entities:")},
    {"reason_organ_majority", N_("Third entities appoint the majority of an organ:")},
    {"open_capital_individual",
     N_("What one third entity holds of the capital lies {value}; the ceiling is {ceiling}.")},
    {"open_capital_collective",
     N_("What third entities together hold of the capital lies {value}; the ceiling is {ceiling}.")},
    {"open_votes_individual",
     N_("What one third entity holds of the votes lies {value}; the ceiling is {ceiling}.")},
    {"open_votes_collective",
     N_("What third entities together hold of the votes lies {value}; the ceiling is {ceiling}.")},
    {"open_veto", N_("Whether a third entity has a veto cannot be told.")},
    {"open_organ_majority",
     N_("Whether third entities appoint the majority of an organ cannot be told.")},
    {"through", N_("Through: {companies}.")},
    {"robust", N_("Robust: every other reading of the law gives the same verdict.")},
    {"not_robust", N_("Not robust: {count} of {total} other readings of the law give another verdict "
                      "({readings}).")},
    {"supposed", N_("This supposes the changes below. As filed: {verdict}.")},
    {"undisclosed", N_("an undisclosed holder")},
    {"tools", N_("Print and save")},
    {"print", N_("Print or save as PDF…")},
    {"save_html", N_("Save the report to sign (as filed)")},
    {"save_text", N_("Save as text")},
    {"save_chart", N_("Save the chart")},
    {"open_other", N_("Open another dossier")},
    {"chart_title", N_("Who stands behind the company")},
    {"criteria_title", N_("Criteria")},
    {"column_criterion", N_("What third entities have")},
    {"column_share", N_("share")},
    {"column_gauge", N_("share against the ceiling")},
    {"column_ceiling", N_("ceiling")},
    {"column_status", N_("status")},
    {"column_room", N_("who, and room left")},
    {"capital", N_("capital")},
    {"votes", N_("votes")},
    {"one_alone", N_("one alone")},
    {"together", N_("together")},
    {"vetoes", N_("vetoes")},
    {"organs", N_("organs")},
    {"status_met", N_("met")},
    {"status_violated", N_("VIOLATED")},
    {"status_undetermined", N_("UNDETERMINED")},
    {"was", N_("was {value}")},
    {"room", N_("room {points} points")},
    {"room_one", N_("room {points} point")},
    {"over", N_("{points} points too many")},
    {"over_one", N_("{points} point too many")},
    {"below", N_("less than {value}")},
    {"above", N_("more than {value}")},
    {"range", N_("from {lower} to {upper}")},
    {"not_examined",
     N_("Not examined, and needed too: small or medium-sized enterprise, French company, offer of PaaS "
        "or SaaS, qualification within two years, complete file on time.")},
    {"requests_title", N_("What to ask the candidate for")},
    {"whatif_title", N_("What if? Move a holding")},
    {"whatif_hint",
     N_("Move a slider or write a percentage: verdict and room follow. The dossier itself stays as it "
        "is.")},
    {"moves_title", N_("Supposed")},
    {"move_transfer", N_("{company}: {holder} from {before} to {after}; the other side is {other}")},
    {"move_set", N_("{company}: {holder} holds exactly {after}, not {before}")},
    {"undo", N_("Undo")},
    {"undo_all", N_("Undo everything")},
    {"holders_of", N_("Holders: {company}")},
    {"holder", N_("holder")},
    {"as_filed", N_("as filed")},
    {"as_supposed", N_("supposed")},
    {"share_of_votes", N_("share of the votes")},
    {"share_of_class", N_("share of class {class}")},
    {"slider_of", N_("Share of {holder} in {company}, slider")},
    {"share_of", N_("Share of {holder} in {company}, percent")},
    {"other_side", N_("What moves goes to, or comes from:")},
    {"other_unknown", N_("holders who are not known (more only)")},
    {"other_new", N_("a new holder (less only)")},
    {"country_of_new", N_("seated in")},
    {"new_holder", N_("New holder ({country})")},
    {"known_as", N_("between {lower} and {upper}")},
    {"cannot_move", N_("cannot be moved here")},
    {"nothing_to_move", N_("The dossier states no holding on that day.")},
    {"further", N_("{count} more companies stand further above; 'crible whatif' moves what is held in them.")},
    {"report_title", N_("The whole report, with reasons and sources")},
    {"too_large", N_("These files are too many or too large: at most 256, and 64 MiB together.")},
    {"nothing_dropped", N_("There was no file in what was dropped.")},
    {"gone", N_("crible does not answer: it may have been ended. Start it again and load this page "
                "anew.")},
    {"footer_ruleset", N_("Ruleset:")},
    {"footer_local", N_("Served by crible on this machine, to this machine only.")},
    {"noscript", N_("This page needs JavaScript; its script comes from this machine only.")},
};
enum { WORDS = sizeof words / sizeof *words };

const char *cr_page_words_of(const char *key, size_t length) {
  for (int i = 0; i < WORDS; i++)
    if (strlen(words[i].key) == length && memcmp(words[i].key, key, length) == 0)
      return _(words[i].text);
  return NULL;
}

bool cr_page_words_at(const char **key, const char **text, int index) {
  if (index >= WORDS) return false;
  *key = words[index].key;
  *text = _(words[index].text);
  return true;
}
