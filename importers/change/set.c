/* "--set": a fact is another from the day on. The first word says which; the others are attributes
 * of its element in a dossier, of which those that are not named stay as they are. */
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/change/parts.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/vocabulary.h"

/* What can be set. `key` is the attribute that the first word gives. */
typedef struct cr_settable {
  const char *word, *element, *key;
  bool in_dossier;        /* else inside a party, that of "of" */
  bool names_party;       /* the key is a party's id */
  const char *needed;     /* attribute that a new fact is told by; NULL: none */
  const char *attributes; /* the words it takes */
} cr_settable;

static const cr_settable settable[] = {
    {"seat", "seat", "kind", false, false, "country", "country"},
    {"stake", "stake", "holder", false, true, NULL, "capital votes rounded class"},
    {"lot", "lot", "holder", false, true, "quantity",
     "quantity class since registered paid-up nature bare-owner suspended-under suspended-from "
     "suspended-to"},
    {"class", "share-class", "id", false, false, "issued",
     "issued nominal votes name double-vote-after vote-cap votes-suspended"},
    {"complete", "complete", "of", false, false, NULL, "property"},
    {"organ", "organ", "id", false, false, "kind", "kind name seats in-office least most"},
    {"right", "right", "id", false, false, "kind",
     "kind under article beneficiary beneficiary-class beneficiary-lot decisions other-decision "
     "meeting class organ in-seat condition condition-met at-least more-than unanimity base seats "
     "second-call undertakers"},
    {"control", "control", "controlled", true, true, "controllers", "controllers kind"},
    {"party", NULL, "id", true, false, NULL,
     "form incorporated law residence nationalities state members " CR_NEW_PARTY_WORDS},
};
enum { SETTABLE = sizeof settable / sizeof *settable };

/* Attributes that say one thing in different ways: one takes the others' place. */
static const char *const instead[] = {"at-least more-than unanimity",
                                      "beneficiary beneficiary-class beneficiary-lot"};

static const cr_settable *read_kind(cr_edit *edit) {
  const char *words[SETTABLE], *first = edit->pairs[0].name;
  for (int i = 0; i < SETTABLE; i++) {
    words[i] = settable[i].word;
    if (strcmp(first, words[i])) continue;
    if (cr_edit_value(edit, first)) return &settable[i];
    cr_complain(edit->complaints, CR_CAUSE_FORM, "missing-word", edit->pairs[0].at,
                _("'%s' needs a value"), first);
    cr_advise(edit->complaints, _("write %s=…"), first);
    return NULL;
  }
  cr_complain(edit->complaints, CR_CAUSE_FORM, "unknown-word", edit->pairs[0].at,
              _("'%s' is nothing that can be set"), first);
  const char *nearest = cr_nearest(first, words, SETTABLE);
  if (nearest) cr_advise(edit->complaints, _("did you mean '%s'?"), nearest);
  else
    cr_advise(edit->complaints, "%s",
              _("begin with seat=, stake=, lot=, class=, complete=, organ=, right=, control= or "
                "party="));
  return NULL;
}

/* A change being made. */
typedef struct cr_setting {
  cr_edit *edit;
  const cr_settable *what;
  const char *which;
  xmlNode *parent;
} cr_setting;

static bool all_seats(const cr_setting *set) {
  return !strcmp(set->what->word, "seat") && !strcmp(set->which, "all");
}

/* Lots go by their id too, and stakes and lots by their class where it is named. */
static bool matches(const cr_setting *set, const xmlNode *element) {
  const bool held = set->what->names_party && !set->what->in_dossier;
  const char *class = held ? cr_edit_value(set->edit, "class") : NULL;
  if (class && !cr_edit_is(element, "class", class)) return false;
  if (all_seats(set) || cr_edit_is(element, set->what->key, set->which)) return true;
  return !strcmp(set->what->word, "lot") && cr_edit_is(element, "id", set->which);
}

static xmlNode *next_match(const cr_setting *set, const xmlNode *after) {
  const char *name = set->what->element;
  for (xmlNode *found = cr_edit_next(set->edit, set->parent, after, name); found;
       found = cr_edit_next(set->edit, set->parent, found, name))
    if (matches(set, found)) return found;
  return NULL;
}

static int count_matches(const cr_setting *set) {
  int count = 0;
  for (const xmlNode *found = next_match(set, NULL); found; found = next_match(set, found)) count++;
  return count;
}

static void end_matches(const cr_setting *set) {
  for (xmlNode *found = next_match(set, NULL), *after; found; found = after) {
    after = next_match(set, found);
    cr_edit_end_today(set->edit, found);
  }
}

static void suggest_which(const cr_setting *set) {
  const char *ids[64], *key = set->what->key;
  size_t count = 0;
  for (const xmlNode *found = cr_edit_next(set->edit, set->parent, NULL, set->what->element);
       found && count < 64;
       found = cr_edit_next(set->edit, set->parent, found, set->what->element)) {
    const char *id = cr_tree_attribute(found, key);
    if (id) ids[count++] = id;
  }
  const char *nearest = cr_nearest(set->which, ids, count);
  if (nearest) cr_advise(set->edit->complaints, _("did you mean '%s'?"), nearest);
}

static void no_such(const cr_setting *set) {
  CR_REFUSE(set->edit, set->what->word, "nothing-to-set",
            _("'%s' has no %s '%s' on the day of the change"), cr_edit_id(set->parent),
            set->what->word, set->which);
  suggest_which(set);
}

static void put_attributes(const cr_setting *set, xmlNode *element) {
  cr_edit *edit = set->edit;
  for (int i = 0; i < edit->pair_count; i++) {
    const char *name = edit->pairs[i].name, *word;
    if (!i || !edit->pairs[i].value || !cr_list_contains(set->what->attributes, name)) continue;
    for (size_t k = 0; k < sizeof instead / sizeof *instead; k++) {
      const char *list = instead[k];
      size_t length;
      if (!cr_list_contains(list, name)) continue;
      while ((length = cr_list_next(&list, &word)) > 0) {
        const char *other = cr_arena_text(edit->complaints->arena, word, length);
        if (other && !cr_edit_value(edit, other)) cr_edit_put(edit, element, other, NULL);
      }
    }
    cr_edit_put(edit, element, name, cr_edit_value(edit, name));
  }
}

/* The document does not say what the change says. */
static void forget_source(cr_edit *edit, xmlNode *element) {
  static const char *const forgotten[] = {"source", "locator", "recorded", "presumption"};
  for (size_t i = 0; i < sizeof forgotten / sizeof *forgotten; i++)
    cr_edit_put(edit, element, forgotten[i], NULL);
}

static void add_fact(const cr_setting *set) {
  cr_edit *edit = set->edit;
  if (set->what->needed && !cr_edit_value(edit, set->what->needed)) {
    no_such(set);
    if (!edit->complaints->items[edit->complaints->count - 1].advice)
      cr_advise(edit->complaints, _("a new one needs %s=…"), set->what->needed);
    return;
  }
  xmlNode *element = cr_edit_add(edit, set->parent, set->what->element);
  cr_edit_put(edit, element, set->what->key, set->which);
  put_attributes(set, element);
}

static void change_fact(const cr_setting *set, xmlNode *element) {
  cr_edit *edit = set->edit;
  cr_edit_begin_today(edit, element);
  if (cr_edit_value(edit, "capital") || cr_edit_value(edit, "votes"))
    cr_edit_put(edit, element, "rounded", NULL);
  put_attributes(set, element);
  forget_source(edit, element);
}

static void set_fact(const cr_setting *set, bool remove) {
  int count = count_matches(set);
  cr_edit_unused(set->edit, set->what->attributes);
  if (!cr_edit_goes_on(set->edit)) return;
  if (remove) {
    if (count) end_matches(set);
    else no_such(set);
  } else if (count == 0) {
    add_fact(set);
  } else if (all_seats(set)) {
    end_matches(set);
    add_fact(set);
  } else if (count == 1) {
    change_fact(set, next_match(set, NULL));
  } else {
    CR_REFUSE(set->edit, set->what->word, "several-to-set",
              _("'%s' has %d facts of that name on the day of the change: which one is not said"),
              cr_edit_id(set->parent), count);
    cr_advise(set->edit->complaints, "%s",
              _("name the class or the id of one, or take them away with 'remove' and set a new "
                "one"));
  }
}

/* Who somebody is: a party has one element, of all days. */
static void set_party(const cr_setting *set) {
  cr_edit *edit = set->edit;
  xmlNode *party = cr_edit_party(edit, set->which);
  if (party && (cr_edit_pair(edit, "country") || cr_edit_pair(edit, "kind"))) {
    const char *name = cr_edit_pair(edit, "kind") ? "kind" : "country";
    CR_REFUSE(edit, name, "party-known", _("'%s' is a party of the dossier: who it is, is known"),
              set->which);
    cr_advise(edit->complaints, _("leave out '%s'; --set \"seat=all of=%s country=…\" moves it"),
              name, set->which);
  } else if (!party && !cr_edit_pair(edit, "country") && !cr_edit_pair(edit, "kind")) {
    cr_edit_party_named(edit, "party");
    if (!edit->complaints->items[edit->complaints->count - 1].advice)
      cr_advise(edit->complaints, "%s", _("somebody new needs country=…, or kind=person"));
  }
  for (int i = 0; party && i < edit->pair_count; i++) {
    if (!cr_list_contains("manager trustee", edit->pairs[i].name)) continue;
    CR_REFUSE(edit, edit->pairs[i].name, "party-known",
              _("'%s' is a party of the dossier: who it is, is known"), set->which);
    cr_advise(edit->complaints, _("write --set \"control=%s controllers=… kind=%s\""), set->which,
              edit->pairs[i].name);
  }
  if (!cr_edit_goes_on(edit)) return;
  if (!party)
    party = cr_add_party(edit, set->which, cr_edit_value(edit, "name"), cr_edit_value(edit, "kind"));
  if (!party) return;
  for (int i = 1; i < edit->pair_count; i++) {
    const char *name = edit->pairs[i].name;
    bool made = cr_list_contains("country kind", name);
    if (edit->pairs[i].value && !made && cr_list_contains(set->what->attributes, name))
      cr_edit_put(edit, party, name, cr_edit_value(edit, name));
  }
  party->_private = (void *)(uintptr_t)edit->argument->at.offset;
  cr_edit_unused(edit, set->what->attributes);
}

static void mark_attributes(cr_edit *edit, const cr_settable *what) {
  for (int i = 0; i < edit->pair_count; i++)
    if (cr_list_contains(what->attributes, edit->pairs[i].name))
      cr_edit_pair(edit, edit->pairs[i].name);
}

/* "remove" alone, without a value. */
static bool read_remove(cr_edit *edit) {
  for (int i = 0; i < edit->pair_count; i++) {
    if (strcmp(edit->pairs[i].name, "remove") || edit->pairs[i].value) continue;
    edit->pairs[i] = edit->pairs[--edit->pair_count];
    return true;
  }
  return false;
}

void cr_apply_set(cr_edit *edit) {
  bool remove = read_remove(edit);
  if (!edit->pair_count) {
    cr_complain(edit->complaints, CR_CAUSE_FORM, "empty-change", edit->argument->at,
                _("the change says nothing"));
    return;
  }
  const cr_settable *what = read_kind(edit);
  if (!what) return;
  cr_setting set = {edit, what, edit->pairs[0].value, NULL};
  if (!what->element) {
    if (remove)
      CR_REFUSE(edit, what->word, "party-stays", _("a party cannot be taken away: its holdings and "
                                                   "rights can"));
    else set_party(&set);
    return;
  }
  set.parent = what->in_dossier ? edit->root : cr_edit_of(edit);
  mark_attributes(edit, what);
  if (what->names_party && strcmp(what->word, "lot")) cr_edit_party_named(edit, what->word);
  if (set.parent && cr_edit_goes_on(edit)) set_fact(&set, remove);
}
