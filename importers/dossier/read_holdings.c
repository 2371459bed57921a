/* Stakes, options, and that a list is complete. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/numbers.h"
#include "importers/dossier/references.h"
#include "importers/dossier/vocabulary.h"

/* A copy of a fact whose intervals are its own. */
static cr_stake copy_of(const cr_stake *stake) {
  cr_stake copy = *stake;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_interval_init(&copy.share[p]);
    cr_interval_set(&copy.share[p], &stake->share[p]);
  }
  return copy;
}

static void clear(cr_stake *stake) {
  for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_clear(&stake->share[p]);
}

void cr_read_stake(cr_reader *reader, const xmlNode *element) {
  cr_stake stake = {.fact = cr_read_fact(reader, element),
                    .holder = cr_read_party_id(reader, element, "holder"),
                    .company = reader->company};
  cr_periods periods = cr_periods_of(reader, element, stake.fact.period);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_figure figure = {.stated = false};
    cr_interval_init(&figure.share);
    cr_read_figure(reader, &figure, element, cr_property_words[p].text);
    stake.states[p] = figure.stated;
    stake.share[p] = figure.share;
    stake.decimals[p] = figure.decimals;
    stake.rounded[p] = figure.rounded;
  }
  if (!stake.states[CR_CAPITAL] && !stake.states[CR_VOTES]) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, NULL), _("'stake' states neither 'capital' nor 'votes'"));
  }
  cr_refer(&periods, CR_NAME_CLASS, "class", &stake.share_class);
  while (cr_periods_next(&periods, &stake.fact.period)) {
    cr_stake copy = copy_of(&stake);
    int index;
    CR_APPEND(reader, stakes, copy, &index);
    if (index == CR_NONE) clear(&copy);
  }
  clear(&stake);
}

void cr_read_option(cr_reader *reader, const xmlNode *element) {
  cr_option option = {.fact = cr_read_fact(reader, element),
                      .holder = cr_read_party_id(reader, element, "holder"),
                      .quantity = cr_read_quantity(reader, element, "quantity", false),
                      .ratio = cr_read_fraction(reader, element, "ratio"),
                      .from_holder = cr_read_party_id(reader, element, "shares-of"),
                      .exercisable =
                          cr_read_period(reader, element, "exercisable-from", "exercisable-to")};
  cr_periods periods = cr_periods_of(reader, element, option.fact.period);
  int index;
  bool quantity = cr_tree_attribute(element, "quantity"),
       ratio = cr_tree_attribute(element, "ratio");
  if (quantity == ratio) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM,
                quantity ? "conflicting-attributes" : "missing-attribute",
                cr_at(reader, element, quantity ? "ratio" : NULL),
                quantity ? _("'option' states 'quantity' and 'ratio'")
                         : _("'option' states neither 'quantity' nor 'ratio'"));
  }
  cr_refer_class(&periods, &option.share_class);
  while (cr_periods_next(&periods, &option.fact.period)) {
    CR_APPEND(reader, options, option, &index);
  }
}

static bool is_candidate(const cr_reader *reader) {
  return reader->facts->candidate == reader->company || reader->facts->candidate == CR_NONE;
}

void cr_read_complete(cr_reader *reader, const xmlNode *element) {
  unsigned of = cr_read_words(reader, element, "of", cr_complete_words, 0);
  unsigned both = 1u << CR_CAPITAL | 1u << CR_VOTES;
  unsigned property = cr_read_words(reader, element, "property", cr_property_words, both);
  cr_completeness fact = {.fact = cr_read_fact(reader, element), .company = reader->company};
  int index;
  for (int list = CR_COMPLETE_HOLDERS; list <= CR_COMPLETE_ORGANS; list++) {
    if (!(of & 1u << list)) continue;
    fact.of = (cr_complete_kind)list;
    for (int p = 0; p < CR_PROPERTIES; p++) {
      fact.property[p] = list == CR_COMPLETE_HOLDERS && (property & 1u << p);
    }
    CR_APPEND(reader, completeness, fact, &index);
  }
  if ((of & ~(1u << CR_COMPLETE_HOLDERS)) && !is_candidate(reader)) {
    cr_complain(&reader->complaints, CR_ODD, "completeness-unused", cr_at(reader, element, "of"),
                _("that rights or organs are complete matters for the candidate only"));
  }
  if (cr_tree_attribute(element, "property") && of && !(of & 1u << CR_COMPLETE_HOLDERS)) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "conflicting-attributes",
                cr_at(reader, element, "property"), _("'property' is for a list of holders"));
  }
}
