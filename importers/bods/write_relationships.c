/* Who holds and who controls. */
#include "engine/base/words.h"
#include "importers/bods/writer.h"
#include "importers/dossier/vocabulary.h"

void cr_bods_begin_relationship(cr_bods_writer *writer, const cr_fact *fact) {
  char *record;
  do record = cr_arena_printf(writer->arena, "relationship-%d", ++writer->relationships);
  while (record && cr_facts_party(writer->facts, record) != CR_NONE);
  if (!record) writer->out.status = CRIBLE_E_MEMORY;
  cr_bods_begin(writer, CR_WRITE_RELATIONSHIP, record ? record : "", fact);
  cr_bods_begin_notes(writer);
}

void cr_bods_put_ends(cr_bods_writer *writer, int holder, int company) {
  cr_bods_begin_details(writer);
  cr_json_put_string(&writer->out, "subject", writer->facts->parties[company].id);
  cr_json_put_string(&writer->out, "interestedParty", writer->facts->parties[holder].id);
  cr_json_put_open(&writer->out, "interests", '[');
}

void cr_bods_begin_interest(cr_bods_writer *writer, const char *type, const cr_fact *fact) {
  cr_json_put_open(&writer->out, NULL, '{');
  cr_json_put_string(&writer->out, "type", type);
  cr_json_put_string(&writer->out, "directOrIndirect", "direct");
  cr_bods_put_day(writer, "startDate", fact->period.from);
  cr_bods_put_day(writer, "endDate", fact->period.to);
}

/* Of treasury stock the capital alone: its votes, which nobody casts, are as many. */
static bool says(const cr_stake *stake, int property) {
  return stake->states[property] && !(property == CR_VOTES && stake->holder == stake->company);
}

static void write_stake(cr_bods_writer *writer, const cr_stake *stake) {
  static const char *const types[] = {[CR_CAPITAL] = "shareholding", [CR_VOTES] = "votingRights"};
  cr_bods_begin_relationship(writer, &stake->fact);
  for (int p = 0, written = 0; p < CR_PROPERTIES; p++) {
    if (!says(stake, p)) continue;
    const char *part = written++ ? "/recordDetails/interests/1/share"
                                 : "/recordDetails/interests/0/share";
    cr_bods_put_note(writer, part, cr_bods_share_note(writer, &stake->share[p]));
  }
  cr_bods_put_ends(writer, stake->holder, stake->company);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    if (!says(stake, p)) continue;
    cr_bods_begin_interest(writer, types[p], &stake->fact);
    cr_bods_put_share(writer, &stake->share[p]);
    cr_json_put_close(&writer->out, '}');
  }
  cr_json_put_close(&writer->out, ']');
  cr_bods_end(writer);
}

void cr_bods_write_stakes(cr_bods_writer *writer) {
  for (size_t i = 0; i < writer->in->stake_count; i++) {
    const cr_stake *stake = &writer->in->stakes[i];
    if (says(stake, CR_CAPITAL) || says(stake, CR_VOTES)) write_stake(writer, stake);
  }
}

/* Whoever decides for a trust is its trustee. Two who control together do so both: said of each
 * alone that would be two who contradict each other, so of each it is said to be possible. */
static void write_control(cr_bods_writer *writer, const cr_control_fact *control, int controller,
                          bool possible) {
  bool trust = writer->facts->parties[control->controlled].kind == CR_ARRANGEMENT;
  bool trustee = trust && control->kind == CR_CONTROL_TRUSTEE && !possible;
  const char *words = cr_arena_printf(writer->arena, "control %s",
                                      cr_word_text(cr_control_words, (int)control->kind));
  if (!words) writer->out.status = CRIBLE_E_MEMORY;
  cr_bods_begin_relationship(writer, &control->fact);
  if (!trustee && control->kind != CR_CONTROL_IN_FACT)
    cr_bods_put_note(writer, "/recordDetails/interests/0", words);
  cr_bods_put_ends(writer, controller, control->controlled);
  cr_bods_begin_interest(writer,
                         trustee    ? "trustee"
                         : possible ? "otherInfluenceOrControl"
                                    : "controlByLegalFramework",
                         &control->fact);
  cr_json_put(&writer->out, "}]");
  cr_bods_end(writer);
}

void cr_bods_write_controls(cr_bods_writer *writer) {
  for (size_t i = 0; i < writer->facts->controls_count; i++) {
    const cr_control_fact *control = &writer->facts->controls[i];
    if (!cr_fact_valid(&control->fact, writer->in->as_of)) continue;
    bool decides = control->kind == CR_CONTROL_MANAGER || control->kind == CR_CONTROL_TRUSTEE;
    bool joint = control->controller_count > 1 && !decides && !control->possible;
    for (int c = 0; c < control->controller_count; c++)
      write_control(writer, control, control->controllers[c], control->possible || joint);
    if (joint)
      cr_bods_not_said(writer, &control->fact, _("BODS cannot say that several control '%.64s' together"),
                       control->controlled);
  }
}
