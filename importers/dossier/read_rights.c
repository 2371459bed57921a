/* Rights: vetoes, majorities, appointments. */
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/numbers.h"
#include "importers/dossier/references.h"
#include "importers/dossier/right_rules.h"
#include "importers/dossier/vocabulary.h"

enum { MOST_KNOWN = 128 };

static void unknown_decision(cr_reader *reader, const xmlNode *element, const char *id) {
  const char *known[MOST_KNOWN];
  size_t count = 0;
  for (; count < MOST_KNOWN && (int)count < reader->reference->decision_count; count++) {
    known[count] = reader->reference->decisions[count].id;
  }
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "unknown-decision",
              cr_at(reader, element, "decisions"), _("no decision is called '%s'"), id);
  const char *nearest = cr_nearest(id, known, count);
  if (nearest) {
    cr_suggest(reader, nearest);
  } else {
    cr_advise(&reader->complaints, "%s",
              _("write 'other', and say in 'other-decision' what is decided"));
  }
}

static void read_decisions(cr_reader *reader, cr_right *right, const xmlNode *element) {
  const char *list = cr_tree_attribute(element, "decisions"), *word;
  bool other = false;
  size_t length, count = 0, room = list ? strlen(list) / 2 + 2 : 1;
  const char **ids = cr_arena_alloc(reader->facts->arena, room, sizeof *ids);
  if (!ids) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  while (list && (length = cr_list_next(&list, &word)) > 0) {
    const char *id = cr_arena_text(reader->facts->arena, word, length);
    if (!id) {
      reader->status = CRIBLE_E_MEMORY;
      return;
    }
    bool is_other = !strcmp(id, "other");
    if (!is_other && reader->reference && !cr_reference_decision(reader->reference, id)) {
      unknown_decision(reader, element, id);
    }
    other = other || is_other;
    ids[count++] = id;
  }
  right->decisions = ids;
  right->decision_words = cr_read_text(reader, element, "other-decision");
  if (other != (right->decision_words != NULL)) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, other ? "decisions" : "other-decision"),
                other ? _("the decision 'other' needs 'other-decision' beside it, in words")
                      : _("'other-decision' needs the decision 'other' in 'decisions'"));
  }
}

static void check_fraction(cr_reader *reader, const xmlNode *element, const char *name,
                           const fmpq *fraction, bool exceeded) {
  if (!fraction || (exceeded ? !fmpq_is_one(fraction) : !fmpq_is_zero(fraction))) return;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-majority", cr_at(reader, element, name),
              exceeded ? _("nothing exceeds the whole") : _("a fraction of 0 is always reached"));
  if (exceeded)
    cr_advise(&reader->complaints, "%s", _("write unanimity=\"yes\" when all are meant"));
}

static void read_fraction(cr_reader *reader, cr_right *right, const xmlNode *element) {
  fmpq *reached = cr_read_fraction(reader, element, "at-least");
  fmpq *exceeded = cr_read_fraction(reader, element, "more-than");
  check_fraction(reader, element, "at-least", reached, false);
  check_fraction(reader, element, "more-than", exceeded, true);
  right->fraction = reached ? reached : exceeded;
  right->exceeded = exceeded != NULL;
  right->unanimity = cr_read_yes_no(reader, element, "unanimity") == CR_TRUE;
  if (right->unanimity && !right->fraction) {
    right->fraction = cr_arena_rationals(reader->facts->arena, 1);
    if (right->fraction) {
      fmpq_one(right->fraction);
    } else {
      reader->status = CRIBLE_E_MEMORY;
    }
  }
}

static void read_second_call(cr_reader *reader, cr_right *right, const xmlNode *element) {
  const char *second = cr_tree_attribute(element, "second-call");
  right->second_call = CR_SECOND_SAME;
  if (!second || !strcmp(second, "same")) return;
  if (!strcmp(second, "none")) {
    right->second_call = CR_SECOND_NONE;
    return;
  }
  right->second_call = CR_SECOND_FRACTION;
  right->second_fraction = cr_read_fraction(reader, element, "second-call");
}

static void read_condition(cr_reader *reader, cr_right *right, const xmlNode *element) {
  static const cr_condition states[] = {[CR_UNSTATED] = CR_CONDITION_UNSTATED,
                                        [CR_FALSE] = CR_CONDITION_FALSE,
                                        [CR_TRUE] = CR_CONDITION_TRUE};
  right->condition_words = cr_read_text(reader, element, "condition");
  cr_tristate met = cr_read_yes_no(reader, element, "condition-met");
  right->condition = right->condition_words ? states[met] : CR_UNCONDITIONAL;
}

/* Seats to appoint or propose: a number, the majority, or said to be some. */
static void read_seats(cr_reader *reader, cr_right *right, const xmlNode *element) {
  const char *seats = cr_tree_attribute(element, "seats");
  right->majority = seats && !strcmp(seats, "majority");
  bool number = seats && !right->majority && strcmp(seats, "unknown");
  right->seats = number ? cr_read_count(reader, element, "seats", 1) : CR_NONE;
}

static void read_place(cr_reader *reader, cr_right *right, const xmlNode *element) {
  bool fills = right->kind == CR_RIGHT_APPOINT || right->kind == CR_RIGHT_PROPOSE ||
               right->kind == CR_RIGHT_OBSERVER;
  right->meeting =
      (cr_meeting)cr_read_word(reader, element, "meeting", cr_meeting_words, CR_MEETING_NONE);
  if (cr_tree_attribute(element, "organ") && !fills) right->meeting = CR_MEETING_ORGAN;
  right->base =
      (cr_right_base)cr_read_word(reader, element, "base", cr_right_base_words, CR_OF_VOTES);
  right->exercised_in_seat = cr_read_yes_no(reader, element, "in-seat") == CR_TRUE;
}

static void read_beneficiary(cr_reader *reader, cr_right *right, const xmlNode *element) {
  right->parties = cr_read_party_ids(reader, element, "beneficiary", &right->party_count);
  right->undertakers = cr_read_party_ids(reader, element, "undertakers", &right->undertaker_count);
  if (right->parties) {
    right->beneficiary = CR_TO_PARTIES;
  } else if (cr_tree_attribute(element, "beneficiary-class")) {
    right->beneficiary = CR_TO_CLASS;
  } else if (cr_tree_attribute(element, "beneficiary-lot")) {
    right->beneficiary = CR_TO_LOT;
  }
}

static void check_seats(cr_reader *reader, const cr_right *right, const xmlNode *element) {
  if (right->organ == CR_NONE || right->seats == CR_NONE) return;
  const cr_organ *organ = &reader->facts->organs[right->organ];
  int seats = organ->fixed != CR_NONE ? organ->fixed : organ->most;
  if (seats == CR_NONE || right->seats <= seats) return;
  cr_complain(&reader->complaints, CR_CAUSE_SENSE, "too-many-seats",
              cr_at(reader, element, "seats"), _("%d seats of '%s', which has %d"), right->seats,
              organ->id, seats);
  cr_relate(&reader->complaints, _("with the organ at line %d"), organ->fact.line);
}

/* The clause's words; how they were broken into lines is of no matter. */
static const char *read_sentence(cr_reader *reader, const xmlNode *element) {
  xmlChar *content = xmlNodeGetContent(element);
  if (!content) return NULL;
  char *to = (char *)content;
  const char *list = to, *word;
  size_t length;
  while ((length = cr_list_next(&list, &word)) > 0) {
    if (to != (char *)content) *to++ = ' ';
    memmove(to, word, length);
    to += length;
  }
  *to = '\0';
  const char *sentence = cr_copy(reader, (const char *)content);
  xmlFree(content);
  return sentence;
}

/* The class of a class meeting, or that of the beneficiaries: a right has one
 * index for both. */
static void refer(cr_periods *periods, cr_right *right) {
  bool of_class = right->beneficiary == CR_TO_CLASS;
  cr_refer(periods, CR_NAME_CLASS, of_class ? "beneficiary-class" : "class", &right->share_class);
  cr_refer(periods, CR_NAME_LOT, "beneficiary-lot", &right->lot);
  cr_refer(periods, CR_NAME_ORGAN, "organ", &right->organ);
}

void cr_read_right(cr_reader *reader, const xmlNode *element) {
  int kind = cr_read_word(reader, element, "kind", cr_right_words, CR_NONE), index;
  cr_right right = {.fact = cr_read_fact(reader, element),
                    .id = cr_read_id(reader, element),
                    .kind = kind == CR_NONE ? CR_RIGHT_UNREADABLE : (cr_right_kind)kind,
                    .company = reader->company,
                    .source = (cr_right_source)cr_read_word(reader, element, "under",
                                                            cr_right_source_words, CR_BY_STATUTES),
                    .article = cr_read_text(reader, element, "article"),
                    .sentence = read_sentence(reader, element)};
  cr_periods periods = cr_periods_of(reader, element, right.fact.period);
  if (kind != CR_NONE) cr_check_right_attributes(reader, element, right.kind);
  read_beneficiary(reader, &right, element);
  read_decisions(reader, &right, element);
  read_condition(reader, &right, element);
  read_fraction(reader, &right, element);
  read_second_call(reader, &right, element);
  read_seats(reader, &right, element);
  read_place(reader, &right, element);
  refer(&periods, &right);
  while (cr_periods_next(&periods, &right.fact.period)) {
    check_seats(reader, &right, element);
    CR_APPEND(reader, rights, right, &index);
    cr_name_fact(reader, element, CR_NAME_RIGHT, right.id, index, right.fact.period);
  }
}
