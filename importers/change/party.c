/* Parties that a change names: of the dossier, or new. */
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/change/parts.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/vocabulary.h"

static const char about_new[] = CR_NEW_PARTY_WORDS;

/* Words with blanks are a name; joined by hyphens they are an id. */
static const char *id_of_name(cr_edit *edit, const char *name) {
  char *id = cr_arena_string(edit->complaints->arena, name);
  if (!id) edit->complaints->status = CRIBLE_E_MEMORY;
  for (char *c = id; c && *c; c++)
    if (strchr(" \t", *c)) *c = '-';
  return id;
}

static void unknown_kind(cr_edit *edit, const char *kind) {
  const char *kinds[8];
  size_t count = 0;
  for (; cr_party_kind_words[count].text; count++) kinds[count] = cr_party_kind_words[count].text;
  cr_complain(edit->complaints, CR_CAUSE_VALUE, "bad-word", cr_edit_at(edit, "kind"),
              _("'%s' is no kind of party"), kind);
  const char *nearest = cr_nearest(kind, kinds, count);
  if (nearest) cr_advise(edit->complaints, _("did you mean '%s'?"), nearest);
  else
    cr_advise(edit->complaints, "%s",
              _("write company, public-body, fund, arrangement, person or group"));
}

static bool is_kind(const char *kind) {
  for (const cr_word *word = cr_party_kind_words; word->text; word++)
    if (!strcmp(word->text, kind)) return true;
  return false;
}

/* Where it is: three seats of a company; of the others what their kind has. */
static void put_country(cr_edit *edit, xmlNode *party, const char *kind, const char *country) {
  if (!country) return;
  if (!strcmp(kind, "company")) cr_edit_put(edit, party, "seats", country);
  else if (!strcmp(kind, "person")) cr_edit_put(edit, party, "residence", country);
  else if (!strcmp(kind, "public-body") || !strcmp(kind, "group"))
    cr_edit_put(edit, party, "state", country);
  else cr_edit_put(edit, party, "law", country);
}

xmlNode *cr_add_party(cr_edit *edit, const char *id, const char *name, const char *kind) {
  static const char *const particulars[] = {"form", "manager", "trustee", "members"};
  const char *country = cr_edit_value(edit, "country");
  if (!kind) kind = "company";
  if (!is_kind(kind)) {
    unknown_kind(edit, kind);
    return NULL;
  }
  xmlNode *party = cr_edit_add(edit, edit->root, kind);
  /* A party is somebody before it holds anything. */
  cr_edit_put(edit, party, "from", NULL);
  cr_edit_put(edit, party, "id", id);
  cr_edit_put(edit, party, "name", name);
  put_country(edit, party, kind, country);
  if (!strcmp(kind, "group")) cr_edit_put(edit, party, "of", "entities");
  for (size_t i = 0; i < sizeof particulars / sizeof *particulars; i++) {
    const char *value = cr_edit_value(edit, particulars[i]);
    if (value) cr_edit_put(edit, party, particulars[i], value);
  }
  return party;
}

static bool describes_new(cr_edit *edit) {
  bool describes = false;
  for (int i = 0; i < edit->pair_count; i++)
    describes = describes || cr_list_contains(about_new, edit->pairs[i].name);
  return describes;
}

static void known_already(cr_edit *edit, const char *id) {
  for (int i = 0; i < edit->pair_count; i++) {
    if (!cr_list_contains(about_new, edit->pairs[i].name)) continue;
    edit->pairs[i].used = true;
    cr_complain(edit->complaints, CR_CAUSE_SENSE, "party-known", edit->pairs[i].at,
                _("'%s' is a party of the dossier: who it is, is known"), id);
    cr_advise(edit->complaints, _("leave out '%s'; --set \"seat=all of=%s country=…\" moves it"),
              edit->pairs[i].name, id);
    return;
  }
}

const char *cr_deal_party(cr_edit *edit, const char *pair) {
  const char *named = cr_edit_value(edit, pair);
  if (!named) {
    CR_REFUSE(edit, pair, "missing-word", _("the change does not say '%s'"), pair);
    cr_advise(edit->complaints, _("write %s=ID"), pair);
    return NULL;
  }
  const char *id = id_of_name(edit, named);
  if (!id) return NULL;
  if (cr_edit_party(edit, id)) {
    known_already(edit, id);
    return id;
  }
  if (!describes_new(edit)) {
    cr_edit_party_named(edit, pair);
    if (edit->complaints->count &&
        !edit->complaints->items[edit->complaints->count - 1].advice)
      cr_advise(edit->complaints, "%s", _("somebody new needs country=…, or kind=person"));
    return NULL;
  }
  const char *name = cr_edit_value(edit, "name");
  if (!name && strcmp(id, named)) name = named;
  return cr_add_party(edit, id, name, cr_edit_value(edit, "kind")) ? id : NULL;
}
