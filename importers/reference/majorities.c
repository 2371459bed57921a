/* Majorities that the law demands: datasets/legal-majorities.xml. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/reference/datasets.h"

typedef struct word {
  const char *text;
  int value;
} word;

static const word forms[] = {{"SAS", CR_FORM_SAS}, {"SA", CR_FORM_SA},   {"SARL", CR_FORM_SARL},
                             {"SCA", CR_FORM_SCA}, {"SNC", CR_FORM_SNC}, {"SC", CR_FORM_SC},
                             {NULL, 0}};
static const word meetings[] = {
    {"ordinary", CR_MEETING_ORDINARY}, {"extraordinary", CR_MEETING_EXTRAORDINARY}, {NULL, 0}};
static const word bases[] = {{"votes", CR_OF_VOTES}, {"shares", CR_OF_SHARES}, {NULL, 0}};

/* An attribute whose value is one of `words`; `*out` stays when it is absent. */
static crible_status read_word(int *out, const cr_xml *xml, const xmlNode *node,
                               const char *name, const word *words) {
  const char *text = NULL;
  crible_status status = cr_xml_optional(&text, xml, node, name);
  if (status != CRIBLE_OK || !text) {
    return status;
  }
  for (; words->text; words++) {
    if (strcmp(words->text, text) == 0) {
      *out = words->value;
      return CRIBLE_OK;
    }
  }
  return cr_xml_error(xml, node, "word-unknown", NULL, _("%s=\"%.64s\" is none of those known"),
                      name, text);
}

static crible_status read_scope(cr_legal_majority *majority, const cr_xml *xml,
                                const xmlNode *node) {
  int form = CR_FORM_UNSTATED, meeting = CR_MEETING_NONE;
  crible_status status = read_word(&form, xml, node, "form", forms);
  if (status == CRIBLE_OK) {
    status = read_word(&meeting, xml, node, "meeting", meetings);
  }
  if (status == CRIBLE_OK && (form == CR_FORM_UNSTATED || meeting == CR_MEETING_NONE)) {
    status = cr_xml_error(xml, node, "attribute-missing", NULL,
                          _("<majority> needs a form and a meeting"));
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_optional(&majority->decision, xml, node, "decision");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_period(&majority->incorporated, xml, node, "incorporated-from",
                           "incorporated-to");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_period(&majority->in_force, xml, node, "from", "to");
  }
  majority->form = (cr_form)form;
  majority->meeting = (cr_meeting)meeting;
  return status;
}

/* Unanimity is a fraction of 1, so that whoever compares needs no other case. */
static crible_status read_demand(cr_legal_majority *majority, const cr_xml *xml,
                                 const xmlNode *node) {
  int base = CR_OF_VOTES;
  majority->exceeded = cr_xml_yes(node, "exceeded");
  majority->unanimity = cr_xml_yes(node, "unanimity");
  crible_status status = cr_xml_fraction(&majority->fraction, xml, node, "fraction");
  if (status == CRIBLE_OK && majority->unanimity) {
    majority->fraction = cr_arena_rationals(xml->arena, 1);
    if (!majority->fraction) {
      return CRIBLE_E_MEMORY;
    }
    fmpq_one(majority->fraction);
  }
  if (status == CRIBLE_OK) {
    status = read_word(&base, xml, node, "base", bases);
  }
  majority->base = majority->second_base = (cr_right_base)base;
  if (status == CRIBLE_OK) {
    status = read_word(&base, xml, node, "second-base", bases);
  }
  majority->second_base = (cr_right_base)base;
  return status;
}

static crible_status read_majority(cr_legal_majority *majority, const cr_reference *reference,
                                   const cr_xml *xml, const xmlNode *node) {
  crible_status status = read_scope(majority, xml, node);
  if (status == CRIBLE_OK) {
    status = read_demand(majority, xml, node);
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_fraction(&majority->quorum, xml, node, "quorum");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_fraction(&majority->second_quorum, xml, node, "second-quorum");
  }
  if (status == CRIBLE_OK) {
    status = cr_xml_text(&majority->article, xml, node, "article");
  }
  if (status == CRIBLE_OK && majority->decision &&
      !cr_reference_decision(reference, majority->decision)) {
    status = cr_xml_error(xml, node, "decision-unknown", _("decisions.xml lists those known"),
                          _("unknown decision '%.64s'"), majority->decision);
  }
  return status;
}

crible_status cr_read_majorities(cr_reference *reference, const cr_xml *xml) {
  const xmlNode *root = cr_xml_root(xml);
  size_t room = (size_t)cr_xml_count(root, NULL);
  reference->majorities = cr_arena_alloc(xml->arena, room, sizeof *reference->majorities);
  if (!reference->majorities) {
    return CRIBLE_E_MEMORY;
  }
  for (const xmlNode *node = cr_xml_first(root); node; node = cr_xml_next(node)) {
    crible_status status =
        cr_xml_is(node, "majority")
            ? read_majority(reference->majorities + reference->majority_count, reference, xml,
                            node)
            : cr_xml_unexpected(xml, node);
    if (status != CRIBLE_OK) {
      return status;
    }
    reference->majority_count++;
  }
  return CRIBLE_OK;
}
