#include "importers/dossier/references.h"

#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/values.h"

/* Beyond so many complaints, searching what was meant is lost time. */
enum { MOST_SUGGESTIONS = 50 };

/* What was probably meant; else how the id would be declared. */
static void advise_reference(cr_reader *reader, cr_name_kind kind, int owner, const char *id) {
  const char *nearest =
      reader->complaints.count < MOST_SUGGESTIONS
          ? cr_names_nearest(&reader->names, reader->complaints.arena, kind, owner, id)
          : NULL;
  if (nearest) cr_suggest(reader, nearest);
  else if (kind == CR_NAME_PARTY)
    cr_advise(&reader->complaints,
              _("declare it, such as <company id=\"%s\"/> or <person id=\"%s\"/>, or correct the id"),
              id, id);
  else if (kind == CR_NAME_SOURCE)
    cr_advise(&reader->complaints, _("declare it with <source id=\"%s\" title=\"…\"/>"), id);
  else cr_advise(&reader->complaints, "%s", _("declare it in this company, or correct the id"));
}

void cr_refer_nothing(cr_reader *reader, const xmlNode *element, const char *name,
                      cr_name_kind kind, const char *id) {
  static const char *const codes[] = {"unknown-party", "unknown-source", "unknown-class",
                                      "unknown-organ", "unknown-lot",    "unknown-right"};
  cr_extent at = cr_at(reader, element, name);
  const char *company =
      reader->company == CR_NONE ? "" : reader->facts->parties[reader->company].id;
  int owner = kind < CR_NAME_CLASS ? CR_NONE : reader->company;
  switch (kind) {
  case CR_NAME_PARTY:
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, codes[kind], at,
                _("no party has the id '%s'"), id);
    break;
  case CR_NAME_SOURCE:
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, codes[kind], at,
                _("no source has the id '%s'"), id);
    break;
  case CR_NAME_CLASS:
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, codes[kind], at,
                _("'%s' has no share class '%s'"), company, id);
    break;
  case CR_NAME_ORGAN:
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, codes[kind], at,
                _("'%s' has no organ '%s'"), company, id);
    break;
  default:
    cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, codes[kind], at, _("'%s' has no lot '%s'"),
                company, id);
    break;
  }
  advise_reference(reader, kind, owner, id);
}

/* Item of names, or CR_NONE with a complaint. */
static int find(cr_reader *reader, const xmlNode *element, const char *name, cr_name_kind kind,
                const char *id) {
  int owner = kind < CR_NAME_CLASS ? CR_NONE : reader->company;
  int item = cr_names_find(&reader->names, kind, owner, id);
  if (item == CR_NONE) cr_refer_nothing(reader, element, name, kind, id);
  return item;
}

static int find_index(cr_reader *reader, const xmlNode *element, const char *name,
                      cr_name_kind kind) {
  const char *id = cr_tree_attribute(element, name);
  int item = id && *id ? find(reader, element, name, kind, id) : CR_NONE;
  return item == CR_NONE ? CR_NONE : reader->names.items[item].index;
}

int cr_read_source_id(cr_reader *reader, const xmlNode *element) {
  return find_index(reader, element, "source", CR_NAME_SOURCE);
}

int cr_read_party_id(cr_reader *reader, const xmlNode *element, const char *name) {
  return find_index(reader, element, name, CR_NAME_PARTY);
}

static bool contains(const int *parties, int count, int party) {
  for (int i = 0; i < count; i++) {
    if (parties[i] == party) return true;
  }
  return false;
}

const int *cr_read_party_ids(cr_reader *reader, const xmlNode *element, const char *name,
                             int *count) {
  const char *list = cr_tree_attribute(element, name), *word;
  size_t length, room = 1;
  *count = 0;
  if (!list) return NULL;
  for (const char *c = list; *c; c++) room += *c == ' ';
  int *parties = cr_arena_alloc(reader->facts->arena, room, sizeof *parties);
  char *id = cr_arena_alloc(reader->complaints.arena, strlen(list) + 1, 1);
  if (!parties || !id) {
    reader->status = CRIBLE_E_MEMORY;
    return NULL;
  }
  while ((length = cr_list_next(&list, &word)) > 0) {
    memcpy(id, word, length);
    id[length] = '\0';
    int item = find(reader, element, name, CR_NAME_PARTY, id);
    if (item == CR_NONE) continue;
    int party = reader->names.items[item].index;
    if (contains(parties, *count, party)) {
      cr_complain(&reader->complaints, CR_CAUSE_REFERENCE, "named-twice",
                  cr_at(reader, element, name), _("'%s' is named twice in '%s'"), id, name);
    } else {
      parties[(*count)++] = party;
    }
  }
  return parties;
}

void cr_name_fact(cr_reader *reader, const xmlNode *element, cr_name_kind kind, const char *id,
                  int index, cr_period period) {
  if (!id || index == CR_NONE || reader->status != CRIBLE_OK) return;
  cr_name name = {.kind = kind,
                  .owner = kind < CR_NAME_CLASS ? CR_NONE : reader->company,
                  .id = id,
                  .index = index,
                  .period = period,
                  .at = cr_at(reader, element, "id")};
  reader->status = cr_names_add(&reader->names, &name);
}
