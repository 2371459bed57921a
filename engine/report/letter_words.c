#include "engine/report/letter_words.h"

#include <string.h>

#include "engine/base/words.h"

/* What is not stated of a right, by the reason for which it possibly counts, and what is written
 * in the table. */
typedef struct cr_right_words {
  const char *reason, *what, *answer;
} cr_right_words;

static const cr_right_words of_rights[] = {
    {"class-undisclosed", N_("Tell us who owns the shares of the class named in: {right}."),
     N_("name and number of shares of each owner")},
    {"condition-unstated",
     N_("Tell us whether the condition of this clause has come true: {right}."),
     N_("yes or no, and since when")},
    {"meeting-unstated", N_("Tell us which general meeting takes the decisions named in: {right}."),
     N_("ordinary or extraordinary")},
    {"incorporation-unstated",
     N_("Tell us when {company} was incorporated; the majority of this clause depends on it: "
        "{right}."),
     N_("date")},
    {"no-legal-baseline",
     N_("Tell us the legal form of {company}; the majority of this clause depends on it: "
        "{right}."),
     N_("legal form")},
    {"beneficiary-unstated", N_("Tell us who has the right that this clause gives: {right}."),
     N_("name of each beneficiary")},
    {"seats-unstated", N_("Tell us how many seats are filled under this clause: {right}."),
     N_("number of seats")},
    {NULL, N_("Send the full text of this clause: {right}."), N_("what the clause says")}};

static const cr_right_words *right_words(const char *reason) {
  const cr_right_words *words = of_rights;
  while (words->reason && strcmp(words->reason, reason) != 0) words++;
  return words;
}

static const char *what_template(const cr_shown_request *request, const char *all) {
  switch (request->request->item.kind) {
  case CR_ASK_HOLDERS:
    if (strcmp(request->share, all) == 0)
      return _("Tell us who holds {company}, of which no document shows the holders: the name of "
               "each holder, what it holds, and the State in which it is seated.");
    return *request->share
               ? _("Tell us who holds the {share} of {company} that no document shows: the name "
                   "of each holder, what it holds, and the State in which it is seated.")
               : _("Tell us who holds what no document shows of {company}: the name of each "
                   "holder, what it holds, and the State in which it is seated.");
  case CR_ASK_SHARE:
    return _("Tell us exactly how much of {company} is held by {holder}. So far only this is "
             "known: {share}.");
  case CR_ASK_SEAT:
    return _("Tell us in which State the registered office, the central administration and the "
             "principal establishment of {company} are.");
  case CR_ASK_RIGHT: return _(right_words(request->reason)->what);
  case CR_ASK_ORGAN: return _("Tell us how many members this body has: {right}.");
  case CR_ASK_RIGHTS:
    return _("Send the statutes and every agreement in force between partners of {company}, "
             "and confirm in writing that no other text gives anybody a right over its decisions.");
  case CR_ASK_ORGANS:
    return _("Tell us which administrative, management and supervisory bodies {company} has and "
             "who appoints their members, and confirm in writing that there is no other.");
  }
  return "";
}

static const char *answer_words(const cr_shown_request *request) {
  switch (request->request->item.kind) {
  case CR_ASK_HOLDERS: return _("name, State and share of each holder");
  case CR_ASK_SHARE: return _("share, or number of shares and of votes");
  case CR_ASK_SEAT: return _("State of each of the three");
  case CR_ASK_RIGHT: return _(right_words(request->reason)->answer);
  case CR_ASK_ORGAN: return _("number of members");
  case CR_ASK_RIGHTS: return _("list of the texts; \"no other\"");
  case CR_ASK_ORGANS: return _("list of the bodies; \"no other\"");
  }
  return "";
}

/* What is open about it, for somebody who did not ask. */
static const char *open_words(cr_request_kind kind) {
  static const char *const words[] = {
      [CR_ASK_HOLDERS] = N_("A holder who is not known may be seated outside the European Union."),
      [CR_ASK_SHARE] = N_("What this share may be at most counts as long as it is not known."),
      [CR_ASK_SEAT] =
          N_("A company whose seats are not known may be outside the European Union."),
      [CR_ASK_RIGHT] = N_("As far as it is known, this clause may give a right of that kind."),
      [CR_ASK_ORGAN] =
          N_("A majority can only be counted when the number of members is known."),
      [CR_ASK_RIGHTS] =
          N_("A right that was not declared may be one of veto or of appointment."),
      [CR_ASK_ORGANS] =
          N_("A body that was not declared may be one whose members others appoint.")};
  return _(words[kind]);
}

/* One thing to be shown about a ceiling, of the capital, of the votes, or of both. */
static const char *ceiling_words(cr_builder *builder, const cr_shown_request *request,
                                 cr_criterion_id capital, cr_criterion_id votes) {
  const bool *settles = request->request->settles;
  const cr_shown_criterion *criteria = builder->model->criteria;
  const bool alone = capital == CR_CAPITAL_INDIVIDUAL;
  const cr_slot slots[] = {{"capital", criteria[capital].ceiling},
                           {"votes", criteria[votes].ceiling},
                           {NULL, NULL}};
  if (!settles[capital] && !settles[votes]) return NULL;
  if (settles[capital] && settles[votes])
    return cr_sentence(
        builder,
        alone ? _("that no entity seated outside the Union holds more than {capital} of the "
                  "capital or {votes} of the votes")
              : _("that entities seated outside the Union hold together no more than {capital} of "
                  "the capital and {votes} of the votes"),
        slots);
  if (settles[capital])
    return cr_sentence(
        builder,
        alone ? _("that no entity seated outside the Union holds more than {capital} of the "
                  "capital")
              : _("that entities seated outside the Union hold together no more than {capital} of "
                  "the capital"),
        slots);
  return cr_sentence(
      builder,
      alone ? _("that no entity seated outside the Union holds more than {votes} of the votes")
            : _("that entities seated outside the Union hold together no more than {votes} of the "
                "votes"),
      slots);
}

static const char *why_words(cr_builder *builder, const cr_shown_request *request) {
  const bool *settles = request->request->settles;
  const char *shown[CR_CRITERIA], *found[] = {
      ceiling_words(builder, request, CR_CAPITAL_INDIVIDUAL, CR_VOTES_INDIVIDUAL),
      ceiling_words(builder, request, CR_CAPITAL_COLLECTIVE, CR_VOTES_COLLECTIVE),
      settles[CR_VETO] ? _("that no entity seated outside the Union has a veto") : NULL,
      settles[CR_ORGAN_MAJORITY]
          ? _("that entities seated outside the Union do not appoint the majority of a body")
          : NULL};
  int count = 0;
  for (size_t i = 0; i < sizeof found / sizeof *found; i++)
    if (found[i]) shown[count++] = found[i];
  return cr_words(builder, _("%s It must be shown %s."), open_words(request->request->item.kind),
                  cr_enumerated(builder, shown, count));
}

void cr_letter_item_of(cr_builder *builder, cr_letter_item *out, const cr_shown_request *request) {
  const cr_slot slots[] = {{"share", request->share},
                           {"company", request->party->name},
                           {"holder", request->holder ? request->holder->name : ""},
                           {"right", request->name},
                           {NULL, NULL}};
  fmpq_t one;
  fmpq_init(one);
  fmpq_one(one);
  out->what = cr_sentence(builder, what_template(request, cr_share_words(builder, one)), slots);
  fmpq_clear(one);
  out->why = why_words(builder, request);
  out->accepted = request->documents;
  out->brief = request->sentence;
  out->answer = answer_words(request);
}
