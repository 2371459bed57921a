/* Taking in what a person confirmed. */
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/sha256.h"
#include "engine/base/words.h"
#include "importers/identity/candidates.h"
#include "importers/identity/join.h"
#include "importers/registers/identifier.h"
#include "importers/xml/schema.h"

enum { DIGEST = 65 };

/* What is being taken in. */
typedef struct taking {
  cr_xml xml;
  cr_joining joining;
  int *lines; /* of each party: where it was confirmed to be another */
} taking;

static const char *attribute(const cr_xml *xml, const xmlNode *element, const char *name,
                             crible_status *status) {
  const char *value = NULL;
  if (*status == CRIBLE_OK) *status = cr_xml_optional(&value, xml, element, name);
  return value;
}

static bool has(const cr_party *party, const char *scheme, const char *value) {
  cr_spelling own, given;
  if (!scheme || !value || !cr_identifier_spell(&given, scheme, value)) return false;
  for (int i = 0; i < party->identifier_count; i++)
    if (cr_identifier_spell(&own, party->identifiers[i].scheme, party->identifiers[i].value) &&
        !strcmp(own.scheme, given.scheme) && !strcmp(own.value, given.value))
      return true;
  return false;
}

static int with_identifier(const cr_facts *facts, const char *scheme, const char *value) {
  for (size_t i = 0; i < facts->parties_count; i++)
    if (has(&facts->parties[i], scheme, value)) return (int)i;
  return CR_NONE;
}

/* The party of that id and name; else the one with an identifier that is written there. Ids of two files
 * may be equal by chance. */
static crible_status find_party(int *out, const cr_facts *facts, const cr_xml *xml,
                                const xmlNode *element) {
  crible_status status = CRIBLE_OK;
  const char *id = attribute(xml, element, "id", &status);
  const char *name = attribute(xml, element, "name", &status);
  int party = status == CRIBLE_OK && id ? cr_facts_party(facts, id) : CR_NONE;
  const char *its = party == CR_NONE ? NULL : facts->parties[party].name;
  if (party != CR_NONE && name && its && strcmp(name, its)) party = CR_NONE;
  for (xmlNode *one = cr_xml_first(element); status == CRIBLE_OK && one && party == CR_NONE;
       one = cr_xml_next(one)) {
    const char *scheme = attribute(xml, one, "scheme", &status);
    party = with_identifier(facts, scheme, attribute(xml, one, "value", &status));
  }
  if (status == CRIBLE_OK) *out = party;
  return status;
}

static const char *obstacle_words(cr_obstacle obstacle) {
  switch (obstacle) {
  case CR_NO_OBSTACLE: break;
  case CR_KINDS_DIFFER:
    return N_("'%.80s' and '%.80s' cannot be one party: they are parties of different kinds or States");
  case CR_ONE_HOLDS_OTHER:
    return N_("'%.80s' and '%.80s' cannot be one party: one holds or controls the other");
  case CR_TWO_CAPITALS:
    return N_("'%.80s' and '%.80s' cannot be one party: the share classes of both would count twice");
  case CR_SAID_APART:
    return N_("'%.80s' and '%.80s' cannot be one party: one document states a holding of each, and "
              "whether they add up is not known");
  }
  return "";
}

static const char *called(const cr_facts *facts, int party) {
  const cr_party *one = &facts->parties[party];
  return one->name ? one->name : one->id;
}

static crible_status refuse(const cr_xml *xml, const xmlNode *match, const cr_joining *joining,
                            int a, int b, cr_obstacle obstacle) {
  const char *advice =
      obstacle == CR_SAID_APART ? _("put the two holdings together in the dossier, under one party")
                                : _("write same=\"no\" there");
  const char *sentence = cr_arena_printf(xml->arena, _(obstacle_words(obstacle)),
                                         called(joining->facts, a), called(joining->facts, b));
  if (!sentence) return CRIBLE_E_MEMORY;
  return cr_xml_error(xml, match, "cannot-be-one", advice, "%s", sentence);
}

/* One of the two goes into the other. */
static void join(taking *self, int a, int b, int line) {
  a = cr_joining_one(&self->joining, a);
  b = cr_joining_one(&self->joining, b);
  if (a == b) return;
  cr_joining_add(&self->joining, a, b);
  self->lines[cr_joining_one(&self->joining, a) == a ? b : a] = line;
}

static crible_status take_one(taking *self, const xmlNode *match) {
  const cr_xml *xml = &self->xml;
  const cr_joining *joining = &self->joining;
  const xmlNode *first = cr_xml_first(match), *second = cr_xml_next(first);
  int a = CR_NONE, b = CR_NONE;
  const char *same = NULL;
  crible_status status = cr_xml_text(&same, xml, match, "same");
  if (status != CRIBLE_OK || strcmp(same, "yes")) return status;
  status = find_party(&a, joining->facts, xml, first);
  if (status == CRIBLE_OK) status = find_party(&b, joining->facts, xml, second);
  if (status != CRIBLE_OK) return status;
  if (a == CR_NONE || b == CR_NONE)
    return cr_warn(xml->context, "match-of-nobody", xml->path, match->line, 0, NULL,
                   _("a party of this pair is not among those screened: nothing is joined"));
  cr_obstacle obstacle = cr_joining_obstacle(joining, a, b);
  if (obstacle != CR_NO_OBSTACLE) return refuse(xml, match, joining, a, b, obstacle);
  join(self, a, b, match->line);
  return CRIBLE_OK;
}

/* The file as a source, by its name alone: where it lay says nothing of it. */
static crible_status add_source(int *source, cr_facts *facts, const cr_xml *xml) {
  const char *slash = strrchr(xml->path, '/');
  char digest[DIGEST];
  crible_status status = cr_facts_add_sources(facts, source);
  if (status != CRIBLE_OK) return status;
  cr_sha256_text(digest, xml->bytes, xml->length);
  cr_source *added = &facts->sources[*source];
  *added = (cr_source){.id = cr_arena_printf(facts->arena, "matches-%d", *source + 1),
                       .title = cr_arena_string(facts->arena, slash ? slash + 1 : xml->path),
                       .kind = "matches",
                       .sha256 = cr_arena_string(facts->arena, digest),
                       .date = CR_DATE_NONE,
                       .of_aliases = true};
  return added->id && added->title && added->sha256 ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static crible_status add_alias(cr_facts *facts, int source, int line, const cr_party *gone, int one) {
  const char *locator = cr_arena_printf(facts->arena, _("line %d"), line);
  int alias;
  if (!locator) return CRIBLE_E_MEMORY;
  crible_status status = cr_facts_add_aliases(facts, &alias);
  if (status == CRIBLE_OK)
    facts->aliases[alias] = (cr_alias){.fact = {.period = {CR_DATE_NONE, CR_DATE_NONE},
                                                .recorded = CR_DATE_NONE,
                                                .source = source,
                                                .locator = locator,
                                                .line = line},
                                       .party = one,
                                       .id = gone->id,
                                       .name = gone->name};
  return status;
}

/* Of each party that goes, whom it is one with. */
static crible_status add_aliases(const taking *self) {
  cr_facts *facts = self->joining.facts;
  int source = CR_NONE;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < (int)facts->parties_count; i++) {
    const int one = cr_joining_one(&self->joining, i);
    if (one == i) continue;
    if (source == CR_NONE) status = add_source(&source, facts, &self->xml);
    if (status == CRIBLE_OK)
      status = add_alias(facts, source, self->lines[i], &facts->parties[i], one);
  }
  return status;
}

static crible_status take_all(taking *self) {
  cr_facts *facts = self->joining.facts;
  const size_t sources = facts->sources_count, aliases = facts->aliases_count;
  crible_status status = CRIBLE_OK;
  for (xmlNode *match = cr_xml_first(cr_xml_root(&self->xml)); status == CRIBLE_OK && match;
       match = cr_xml_next(match))
    status = take_one(self, match);
  if (status == CRIBLE_OK) status = add_aliases(self);
  if (status == CRIBLE_OK) status = cr_joining_apply(&self->joining);
  if (status == CRIBLE_OK) return status;
  facts->sources_count = sources;
  facts->aliases_count = aliases;
  return status;
}

crible_status crible_matches_take(crible_dossier *dossier, const char *path) {
  cr_arena *arena = NULL;
  taking self = {.xml = {.context = NULL}};
  crible_status status = cr_arena_new(&arena, dossier->context);
  if (status != CRIBLE_OK) return status;
  self.lines = cr_arena_alloc(arena, dossier->facts->parties_count + 1, sizeof *self.lines);
  status = self.lines ? cr_xml_open(&self.xml, arena, path) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = cr_xml_validate(&self.xml, "matches");
  if (status == CRIBLE_OK) status = cr_joining_new(&self.joining, dossier->facts, arena);
  if (status == CRIBLE_OK) status = take_all(&self);
  cr_xml_close(&self.xml);
  cr_arena_free(arena);
  return status;
}
