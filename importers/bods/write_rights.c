/* Rights: BODS says that there are some, and of appointments whether they are a majority. */
#include "engine/base/words.h"
#include "importers/bods/writer.h"

/* The type of interest that says most of a right; NULL: none. *whole: nothing is left out. */
static const char *type_of(bool *whole, const cr_bods_writer *writer, const cr_right *right) {
  bool plain = right->condition == CR_UNCONDITIONAL;
  *whole = false;
  if (right->beneficiary != CR_TO_PARTIES || right->source == CR_BY_LAW) return NULL;
  if (right->kind == CR_RIGHT_APPOINT) {
    if (right->company != writer->facts->candidate || right->organ == CR_NONE) return NULL;
    const cr_organ *organ = &writer->facts->organs[right->organ];
    *whole = plain && right->seats == CR_NONE && organ->kind == CR_ORGAN_ADMINISTRATION &&
             right->party_count == 1;
    return "appointmentOfBoard";
  }
  if (right->kind == CR_RIGHT_PROPOSE || right->kind == CR_RIGHT_OBSERVER ||
      right->kind == CR_RIGHT_CASTING_VOTE || right->kind == CR_RIGHT_VOTING_UNDERTAKING)
    return NULL;
  bool unreadable = right->kind == CR_RIGHT_UNREADABLE && right->party_count == 1;
  if (right->source == CR_BY_STATUTES) {
    *whole = unreadable && plain;
    return "controlViaCompanyRulesOrArticles";
  }
  *whole = unreadable && (plain || right->condition == CR_CONDITION_UNSTATED);
  return plain ? "rightsGrantedByContract" : "conditionalRightsGrantedByContract";
}

static void write_right(cr_bods_writer *writer, const cr_right *right, const char *type,
                        int party) {
  cr_bods_begin_relationship(writer, &right->fact);
  cr_bods_put_ends(writer, party, right->company);
  cr_bods_begin_interest(writer, type, &right->fact);
  if (right->kind == CR_RIGHT_APPOINT && right->majority) {
    cr_json_put_open(&writer->out, "share", '{');
    cr_json_put_literal(&writer->out, "exclusiveMinimum", "50");
    cr_json_put_literal(&writer->out, "maximum", "100");
    cr_json_put_close(&writer->out, '}');
  }
  cr_json_put(&writer->out, "}]");
  cr_bods_end(writer);
}

/* Of an organ BODS says no more than that it is a board to which members are appointed. */
static bool organ_said(const cr_bods_writer *writer, int index) {
  const cr_organ *organ = &writer->facts->organs[index];
  bool bare = organ->kind == CR_ORGAN_ADMINISTRATION && organ->fixed == CR_NONE &&
              organ->in_office == CR_NONE && organ->least == CR_NONE && organ->most == CR_NONE;
  bool appointed = false;
  for (size_t i = 0; i < writer->facts->rights_count; i++) {
    const cr_right *right = &writer->facts->rights[i];
    bool now = cr_fact_valid(&right->fact, writer->in->as_of);
    appointed = appointed || (now && right->organ == index && right->kind == CR_RIGHT_APPOINT);
  }
  return bare && appointed && organ->company == writer->facts->candidate;
}

void cr_bods_write_rights(cr_bods_writer *writer) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->organs_count; i++) {
    const cr_organ *organ = &facts->organs[i];
    if (!cr_fact_valid(&organ->fact, writer->in->as_of)) continue;
    if (i == 0 && facts->organs_count == 1 && organ_said(writer, 0)) continue;
    writer->organs_missing = true;
    cr_bods_not_said(writer, &organ->fact, _("BODS cannot say what organ '%.64s' has, with how many seats"), organ->company);
  }
  for (size_t i = 0; i < facts->rights_count; i++) {
    const cr_right *right = &facts->rights[i];
    if (!cr_fact_valid(&right->fact, writer->in->as_of)) continue;
    bool whole;
    const char *type = type_of(&whole, writer, right);
    for (int p = 0; type && p < right->party_count; p++)
      write_right(writer, right, type, right->parties[p]);
    writer->rights_missing = writer->rights_missing || !type;
    if (!whole)
      cr_bods_not_said(writer, &right->fact,
                       type ? _("BODS cannot say what a right that binds '%.64s' consists in")
                            : _("BODS cannot say that a right binds '%.64s'"), right->company);
  }
}
