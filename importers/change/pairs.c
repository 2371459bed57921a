/* The words of an argument. */
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/change/edit.h"
#include "importers/dossier/lists.h"

enum { MOST_KNOWN = 48, LONGEST_KNOWN = 40 };

bool cr_edit_goes_on(const cr_edit *edit) {
  return edit->complaints->status == CRIBLE_OK && edit->complaints->count == 0;
}

static const char *copy(cr_edit *edit, cr_extent part) {
  const char *text =
      cr_arena_text(edit->complaints->arena, edit->text->bytes + part.offset, part.length);
  if (!text) edit->complaints->status = CRIBLE_E_MEMORY;
  return text;
}

static bool named_already(const cr_edit *edit, const char *name) {
  for (int i = 0; i < edit->pair_count; i++)
    if (!strcmp(edit->pairs[i].name, name)) return true;
  return false;
}

void cr_edit_read_pairs(cr_edit *edit) {
  cr_text_word word;
  size_t at = edit->argument->at.offset;
  edit->pair_count = 0;
  while (cr_text_next_word(edit->text, edit->argument, &at, &word)) {
    if (edit->pair_count == CR_MOST_PAIRS) {
      cr_complain(edit->complaints, CR_CAUSE_FORM, "too-many-words", word.whole,
                  _("a change has at most %d words"), CR_MOST_PAIRS);
      return;
    }
    cr_pair pair = {.name = copy(edit, word.name),
                    .value = word.assigns ? copy(edit, word.value) : NULL,
                    .at = word.whole};
    if (edit->complaints->status != CRIBLE_OK) return;
    if (named_already(edit, pair.name)) {
      cr_complain(edit->complaints, CR_CAUSE_FORM, "named-twice", pair.at,
                  _("'%s' is said twice in one change"), pair.name);
    } else if (word.assigns && !pair.value[strspn(pair.value, " ")]) {
      cr_complain(edit->complaints, CR_CAUSE_FORM, "empty-attribute", pair.at,
                  _("'%s' has no value"), pair.name);
    }
    edit->pairs[edit->pair_count++] = pair;
  }
  if (edit->pair_count) return;
  cr_complain(edit->complaints, CR_CAUSE_FORM, "empty-change", edit->argument->at,
              _("the change says nothing"));
}

cr_pair *cr_edit_pair(cr_edit *edit, const char *name) {
  for (int i = 0; i < edit->pair_count; i++) {
    if (strcmp(edit->pairs[i].name, name)) continue;
    edit->pairs[i].used = true;
    return &edit->pairs[i];
  }
  return NULL;
}

const char *cr_edit_value(cr_edit *edit, const char *name) {
  cr_pair *pair = cr_edit_pair(edit, name);
  return pair ? pair->value : NULL;
}

cr_extent cr_edit_at(const cr_edit *edit, const char *name) {
  for (int i = 0; i < edit->pair_count; i++)
    if (!strcmp(edit->pairs[i].name, name)) return edit->pairs[i].at;
  return edit->pair_count ? edit->pairs[0].at : edit->argument->at;
}

void cr_edit_unused(cr_edit *edit, const char *known) {
  char words[MOST_KNOWN][LONGEST_KNOWN];
  const char *list[MOST_KNOWN], *word;
  size_t count = 0, length;
  for (const char *rest = known; (length = cr_list_next(&rest, &word)) > 0;) {
    if (count == MOST_KNOWN || length >= LONGEST_KNOWN) break;
    memcpy(words[count], word, length);
    words[count][length] = '\0';
    list[count] = words[count];
    count++;
  }
  for (int i = 0; i < edit->pair_count; i++) {
    const cr_pair *pair = &edit->pairs[i];
    if (pair->used && pair->value) continue;
    bool valueless = cr_list_contains(known, pair->name);
    cr_complain(edit->complaints, CR_CAUSE_FORM, "unknown-word", pair->at,
                valueless ? _("'%s' needs a value") : _("'%s' says nothing here"), pair->name);
    const char *nearest = valueless ? NULL : cr_nearest(pair->name, list, count);
    if (valueless) cr_advise(edit->complaints, _("write %s=…"), pair->name);
    else if (nearest) cr_advise(edit->complaints, _("did you mean '%s'?"), nearest);
    else cr_advise(edit->complaints, _("the words are: %s"), known);
  }
}
