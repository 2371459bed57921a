/* Share classes and lots. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/numbers.h"
#include "importers/dossier/references.h"
#include "importers/dossier/vocabulary.h"

static fmpq *one(cr_reader *reader) {
  fmpq *value = cr_arena_rationals(reader->facts->arena, 1);
  if (value) {
    fmpq_one(value);
  } else {
    reader->status = CRIBLE_E_MEMORY;
  }
  return value;
}

static int read_double_votes(cr_reader *reader, const xmlNode *element) {
  const char *years = cr_tree_attribute(element, "double-vote-after");
  if (years && !strcmp(years, "never")) return 0;
  return cr_read_count(reader, element, "double-vote-after", 1);
}

static void read_admission(cr_reader *reader, const xmlNode *element, int share_class) {
  cr_admission admission = {.fact = cr_read_fact(reader, element),
                            .share_class = share_class,
                            .mic = cr_read_text(reader, element, "market")};
  int index;
  if (!admission.mic) return;
  if (reader->reference && !cr_reference_has_market(reader->reference, admission.mic)) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "unknown-market",
                cr_at(reader, element, "market"), _("no market has the code '%s'"), admission.mic);
    cr_advise(&reader->complaints, "%s",
              _("write its MIC of ISO 10383, four capital letters or digits such as XPAR"));
  }
  CR_APPEND(reader, admissions, admission, &index);
}

void cr_read_share_class(cr_reader *reader, const xmlNode *element) {
  cr_share_class class = {.fact = cr_read_fact(reader, element),
                          .id = cr_read_id(reader, element),
                          .name = cr_read_text(reader, element, "name"),
                          .company = reader->company,
                          .issued = cr_read_quantity(reader, element, "issued", true),
                          .nominal = cr_read_quantity(reader, element, "nominal", false),
                          .votes_per_share = cr_read_quantity(reader, element, "votes", true),
                          .double_after_years = read_double_votes(reader, element),
                          .cap = cr_read_fraction(reader, element, "vote-cap"),
                          .votes_suspended =
                              cr_read_yes_no(reader, element, "votes-suspended") == CR_TRUE};
  int index;
  if (!class.votes_per_share) class.votes_per_share = one(reader);
  if (!class.id) class.id = "";
  if (class.issued && fmpq_is_zero(class.issued)) {
    cr_complain(&reader->complaints, CR_ODD, "nothing-issued", cr_at(reader, element, "issued"),
                _("no share of class '%s' is issued"), class.id);
  }
  CR_APPEND(reader, classes, class, &index);
  cr_name_fact(reader, element, CR_NAME_CLASS, class.id, index, class.fact.period);
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && !strcmp(cr_tree_name(child), "admission")) {
      read_admission(reader, child, index);
    }
  }
}

/* Who owns bare what another has the usufruct of. */
static void read_nature(cr_reader *reader, cr_lot *lot, const xmlNode *element) {
  bool named = cr_tree_attribute(element, "bare-owner") != NULL;
  lot->nature = (cr_nature)cr_read_word(reader, element, "nature", cr_nature_words, CR_FULL);
  lot->bare_owner = cr_read_party_id(reader, element, "bare-owner");
  if (lot->nature == CR_USUFRUCT && !named) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "no-bare-owner",
                cr_at(reader, element, "nature"), _("a usufruct without its bare owner"));
    cr_advise(&reader->complaints, "%s", _("add bare-owner=\"…\""));
  } else if (lot->nature != CR_USUFRUCT && named) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "conflicting-attributes",
                cr_at(reader, element, "bare-owner"), _("'bare-owner' is for a lot in usufruct"));
    cr_advise(&reader->complaints, "%s",
              _("add nature=\"usufruct\", the holder being the usufructuary"));
  } else if (lot->bare_owner != CR_NONE && lot->bare_owner == lot->holder) {
    cr_complain(&reader->complaints, CR_CAUSE_SENSE, "conflicting-attributes",
                cr_at(reader, element, "bare-owner"),
                _("usufructuary and bare owner are the same party"));
    cr_advise(&reader->complaints, "%s", _("that is full ownership: leave out both attributes"));
  }
}

static void read_suspension(cr_reader *reader, cr_lot *lot, const xmlNode *element) {
  lot->suspended = cr_read_text(reader, element, "suspended-under");
  lot->suspension = cr_read_period(reader, element, "suspended-from", "suspended-to");
  bool dated =
      cr_tree_attribute(element, "suspended-from") || cr_tree_attribute(element, "suspended-to");
  if (!lot->suspended && dated) {
    cr_complain(&reader->complaints, CR_CAUSE_FORM, "missing-attribute",
                cr_at(reader, element, NULL), _("'lot' lacks its attribute 'suspended-under'"));
    cr_advise(&reader->complaints, "%s", _("name the article under which its votes are suspended"));
  }
}

void cr_read_lot(cr_reader *reader, const xmlNode *element) {
  cr_lot lot = {.fact = cr_read_fact(reader, element),
                .id = cr_read_id(reader, element),
                .holder = cr_read_party_id(reader, element, "holder"),
                .quantity = cr_read_quantity(reader, element, "quantity", false),
                .since = cr_read_date(reader, element, "since"),
                .registered = cr_read_yes_no(reader, element, "registered"),
                .paid_up = cr_read_yes_no(reader, element, "paid-up")};
  cr_periods periods = cr_periods_of(reader, element, lot.fact.period);
  int index;
  read_nature(reader, &lot, element);
  read_suspension(reader, &lot, element);
  if (lot.since != CR_DATE_NONE && lot.fact.period.to != CR_DATE_NONE &&
      lot.since >= lot.fact.period.to) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "reversed-period",
                cr_at(reader, element, "since"),
                _("registered since a day on which the lot is no longer held"));
  }
  cr_refer_class(&periods, &lot.share_class);
  while (cr_periods_next(&periods, &lot.fact.period)) {
    CR_APPEND(reader, lots, lot, &index);
    cr_name_fact(reader, element, CR_NAME_LOT, lot.id, index, lot.fact.period);
  }
}
