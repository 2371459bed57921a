#include "importers/dossier/vocabulary.h"

const cr_word cr_party_kind_words[] = {{"company", CR_COMPANY},
                                       {"fund", CR_FUND},
                                       {"arrangement", CR_ARRANGEMENT},
                                       {"person", CR_PERSON},
                                       {"public-body", CR_PUBLIC_BODY},
                                       {"group", CR_GROUP},
                                       {NULL, 0}};

const cr_word cr_form_words[] = {
    {"SAS", CR_FORM_SAS},         {"SA", CR_FORM_SA},       {"SARL", CR_FORM_SARL},
    {"SCA", CR_FORM_SCA},         {"SNC", CR_FORM_SNC},     {"SC", CR_FORM_SC},
    {"foreign", CR_FORM_FOREIGN}, {"other", CR_FORM_OTHER}, {NULL, 0}};

const cr_word cr_group_words[] = {{"persons", true}, {"entities", false}, {NULL, 0}};

const cr_word cr_seat_words[] = {{"registered-office", CR_SEAT_REGISTERED},
                                 {"central-administration", CR_SEAT_ADMINISTRATION},
                                 {"principal-establishment", CR_SEAT_ESTABLISHMENT},
                                 {"all", CR_SEAT_KINDS},
                                 {NULL, 0}};

const cr_word cr_nature_words[] = {
    {"full", CR_FULL}, {"usufruct", CR_USUFRUCT}, {"bare", CR_BARE}, {NULL, 0}};

const cr_word cr_property_words[] = {{"capital", CR_CAPITAL}, {"votes", CR_VOTES}, {NULL, 0}};

const cr_word cr_complete_words[] = {{"holders", CR_COMPLETE_HOLDERS},
                                     {"rights", CR_COMPLETE_RIGHTS},
                                     {"organs", CR_COMPLETE_ORGANS},
                                     {NULL, 0}};

const cr_word cr_vote_base_words[] = {
    {"theoretical", CR_BASE_THEORETICAL}, {"exercisable", CR_BASE_EXERCISABLE}, {NULL, 0}};

const cr_word cr_direction_words[] = {{"upwards", true}, {"downwards", false}, {NULL, 0}};

const cr_word cr_control_words[] = {
    {"agreement", CR_CONTROL_AGREEMENT},       {"in-fact", CR_CONTROL_IN_FACT},
    {"appointments", CR_CONTROL_APPOINTMENTS}, {"manager", CR_CONTROL_MANAGER},
    {"trustee", CR_CONTROL_TRUSTEE},           {NULL, 0}};

const cr_word cr_organ_words[] = {{"administration", CR_ORGAN_ADMINISTRATION},
                                  {"direction", CR_ORGAN_DIRECTION},
                                  {"supervision", CR_ORGAN_SUPERVISION},
                                  {"other", CR_ORGAN_OTHER},
                                  {NULL, 0}};

const cr_word cr_right_source_words[] = {{"statutes", CR_BY_STATUTES},
                                         {"agreement", CR_BY_AGREEMENT},
                                         {"contract", CR_BY_CONTRACT},
                                         {"law", CR_BY_LAW},
                                         {NULL, 0}};

const cr_word cr_meeting_words[] = {{"ordinary", CR_MEETING_ORDINARY},
                                    {"extraordinary", CR_MEETING_EXTRAORDINARY},
                                    {"class", CR_MEETING_CLASS},
                                    {NULL, 0}};

const cr_word cr_right_base_words[] = {
    {"votes", CR_OF_VOTES}, {"shares", CR_OF_SHARES}, {"heads", CR_OF_HEADS}, {NULL, 0}};

const cr_word cr_right_words[] = {{"consent", CR_RIGHT_CONSENT},
                                  {"opposition", CR_RIGHT_OPPOSITION},
                                  {"golden-share", CR_RIGHT_GOLDEN_SHARE},
                                  {"class-consent", CR_RIGHT_CLASS_CONSENT},
                                  {"majority", CR_RIGHT_MAJORITY},
                                  {"quorum", CR_RIGHT_QUORUM},
                                  {"appoint", CR_RIGHT_APPOINT},
                                  {"propose", CR_RIGHT_PROPOSE},
                                  {"casting-vote", CR_RIGHT_CASTING_VOTE},
                                  {"observer", CR_RIGHT_OBSERVER},
                                  {"voting-undertaking", CR_RIGHT_VOTING_UNDERTAKING},
                                  {"unreadable", CR_RIGHT_UNREADABLE},
                                  {NULL, 0}};

const char *cr_word_text(const cr_word *words, int value) {
  while (words->text && words->value != value) words++;
  return words->text;
}
