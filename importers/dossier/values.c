#include "importers/dossier/values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/nearest.h"
#include "engine/base/words.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/references.h"

enum { MOST_WORDS = 32 };

cr_extent cr_at(const cr_reader *reader, const xmlNode *element, const char *name) {
  size_t tag = cr_tree_tag(element);
  return name ? cr_text_attribute(reader->text, tag, name) : cr_text_tag(reader->text, tag);
}

void cr_suggest(cr_reader *reader, const char *nearest) {
  if (nearest) cr_advise(&reader->complaints, _("did you mean '%s'?"), nearest);
}

static const char *copy_part(cr_reader *reader, const char *text, size_t length) {
  const char *copy = cr_arena_text(reader->facts->arena, text, length);
  if (!copy) reader->status = CRIBLE_E_MEMORY;
  return copy;
}

const char *cr_copy(cr_reader *reader, const char *text) {
  const char *start = text + strspn(text, " \t\r\n");
  size_t length = strlen(start);
  while (length && strchr(" \t\r\n", start[length - 1])) length--;
  return length ? copy_part(reader, start, length) : NULL;
}

const char *cr_read_text(cr_reader *reader, const xmlNode *element, const char *name) {
  const char *value = cr_tree_attribute(element, name);
  return value ? cr_copy(reader, value) : NULL;
}

const char *cr_read_id(cr_reader *reader, const xmlNode *element) {
  const char *id = cr_read_text(reader, element, "id");
  if (id && strpbrk(id, " \t\r\n")) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-id", cr_at(reader, element, "id"),
                _("the id '%s' has blanks"), id);
    cr_advise(&reader->complaints, "%s", _("join its words with '-'"));
  }
  return id;
}

static void unknown_word(cr_reader *reader, const xmlNode *element, const char *name,
                         const char *value, const cr_word *words) {
  const char *known[MOST_WORDS];
  size_t count = 0, used = 0;
  char list[400];
  for (; words[count].text && count < MOST_WORDS; count++) {
    known[count] = words[count].text;
    size_t length = strlen(known[count]);
    if (used + length + 3 < sizeof list) {
      if (used) list[used++] = ',', list[used++] = ' ';
      memcpy(list + used, known[count], length);
      used += length;
    }
  }
  list[used] = '\0';
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-word", cr_at(reader, element, name),
              _("'%s' is no '%s' of '%s'"), value, name, cr_tree_name(element));
  const char *nearest = cr_nearest(value, known, count);
  if (nearest) {
    cr_suggest(reader, nearest);
  } else {
    cr_advise(&reader->complaints, _("write one of: %s"), list);
  }
}

static const cr_word *find_word(const cr_word *words, const char *text, size_t length) {
  for (; words->text; words++) {
    if (strlen(words->text) == length && !memcmp(words->text, text, length)) return words;
  }
  return NULL;
}

int cr_read_word(cr_reader *reader, const xmlNode *element, const char *name, const cr_word *words,
                 int silent) {
  const char *value = cr_tree_attribute(element, name);
  if (!value || !*value) return silent;
  const cr_word *word = find_word(words, value, strlen(value));
  if (word) return word->value;
  unknown_word(reader, element, name, value, words);
  return silent;
}

unsigned cr_read_words(cr_reader *reader, const xmlNode *element, const char *name,
                       const cr_word *words, unsigned silent) {
  const char *list = cr_tree_attribute(element, name), *text;
  unsigned set = 0;
  size_t length;
  if (!list) return silent;
  while ((length = cr_list_next(&list, &text)) > 0) {
    const cr_word *word = find_word(words, text, length);
    if (word) {
      set |= 1u << word->value;
    } else {
      const char *copy = copy_part(reader, text, length);
      if (copy) unknown_word(reader, element, name, copy, words);
    }
  }
  return set;
}

cr_tristate cr_read_yes_no(cr_reader *reader, const xmlNode *element, const char *name) {
  static const cr_word words[] = {{"yes", CR_TRUE}, {"no", CR_FALSE}, {NULL, 0}};
  return (cr_tristate)cr_read_word(reader, element, name, words, CR_UNSTATED);
}

int cr_read_count(cr_reader *reader, const xmlNode *element, const char *name, int least) {
  const char *value = cr_tree_attribute(element, name);
  if (!value || !*value) return CR_NONE;
  char *end;
  errno = 0;
  long count = strtol(value, &end, 10);
  if (*end || errno || value[strspn(value, "0123456789")] || count < least || count > 1000000000) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-count", cr_at(reader, element, name),
                _("'%s' is '%s', not a whole number of at least %d"), name, value, least);
    return CR_NONE;
  }
  return (int)count;
}

cr_date cr_read_date(cr_reader *reader, const xmlNode *element, const char *name) {
  const char *value = cr_tree_attribute(element, name);
  cr_date date = CR_DATE_NONE;
  if (value && *value && cr_date_parse(&date, value) != CRIBLE_OK) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-date", cr_at(reader, element, name),
                _("'%s' is no date"), value);
    cr_advise(&reader->complaints, "%s", _("write a day of the calendar as YYYY-MM-DD"));
    return CR_DATE_NONE;
  }
  return date;
}

cr_period cr_read_period(cr_reader *reader, const xmlNode *element, const char *from,
                         const char *to) {
  cr_period period = {cr_read_date(reader, element, from), cr_read_date(reader, element, to)};
  if (period.from != CR_DATE_NONE && period.to != CR_DATE_NONE && period.from >= period.to) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "reversed-period", cr_at(reader, element, to),
                _("the period ends on %s, not after it begins"), cr_tree_attribute(element, to));
    cr_advise(&reader->complaints, _("'%s' is the first day on which it is no longer true"), to);
    return (cr_period){CR_DATE_NONE, CR_DATE_NONE};
  }
  return period;
}

const char *cr_country_code(cr_reader *reader, const xmlNode *element, const char *name,
                            const char *code, size_t length) {
  const char *copy = copy_part(reader, code, length);
  if (!copy) return NULL;
  bool shaped = length == 2 && copy[0] >= 'A' && copy[0] <= 'Z' && copy[1] >= 'A' && copy[1] <= 'Z';
  if (shaped && (!reader->reference || cr_reference_country(reader->reference, copy))) return copy;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "unknown-country", cr_at(reader, element, name),
              _("'%s' is no country"), copy);
  if (!strcmp(copy, "UK")) {
    cr_suggest(reader, "GB");
  } else if (!strcmp(copy, "EL")) {
    cr_suggest(reader, "GR");
  } else {
    cr_advise(&reader->complaints, "%s",
              _("write the two capital letters of ISO 3166-1, such as FR or US"));
  }
  return NULL;
}

const char *cr_read_country(cr_reader *reader, const xmlNode *element, const char *name) {
  const char *value = cr_tree_attribute(element, name);
  return value && *value ? cr_country_code(reader, element, name, value, strlen(value)) : NULL;
}

cr_fact cr_read_fact(cr_reader *reader, const xmlNode *element) {
  cr_fact fact = {.period = cr_read_period(reader, element, "from", "to"),
                  .recorded = cr_read_date(reader, element, "recorded"),
                  .source = cr_read_source_id(reader, element),
                  .locator = cr_read_text(reader, element, "locator"),
                  .presumption = cr_read_text(reader, element, "presumption")};
  const size_t tag = cr_text_own_tag(reader->text, cr_tree_tag(element));
  cr_text_place(reader->text, tag, &fact.line, &fact.column);
  return fact;
}
