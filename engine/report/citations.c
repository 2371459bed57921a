#include <string.h>

#include "engine/base/words.h"
#include "engine/report/builder.h"
#include "engine/report/calendar.h"

static const char *kind_name(cr_fact_kind kind) {
  switch (kind) {
  case CR_FACT_sources: return "source";
  case CR_FACT_parties: return "party";
  case CR_FACT_seats: return "seat";
  case CR_FACT_classes: return "share-class";
  case CR_FACT_admissions: return "admission";
  case CR_FACT_lots: return "lot";
  case CR_FACT_stakes: return "stake";
  case CR_FACT_options: return "option";
  case CR_FACT_declared_tables: return "declared-holders";
  case CR_FACT_declarations: return "declaration";
  case CR_FACT_controls: return "control";
  case CR_FACT_concerts: return "concert";
  case CR_FACT_organs: return "organ";
  case CR_FACT_rights: return "right";
  case CR_FACT_completeness: return "complete";
  case CR_FACT_unit_holdings: return "unit-holder";
  case CR_FACT_aliases: return "match";
  case CR_FACT_KIND_COUNT: break;
  }
  return "fact";
}

static const char *fact_id(const cr_facts *facts, cr_fact_ref ref) {
  switch (ref.kind) {
  case CR_FACT_sources: return facts->sources[ref.index].id;
  case CR_FACT_parties: return facts->parties[ref.index].id;
  case CR_FACT_classes: return facts->classes[ref.index].id;
  case CR_FACT_lots: return facts->lots[ref.index].id;
  case CR_FACT_organs: return facts->organs[ref.index].id;
  case CR_FACT_rights: return facts->rights[ref.index].id;
  default: return NULL;
  }
}

/* The title, its date unless the title says the year, and where in it. */
static const char *place_words(cr_builder *builder, const cr_source *source, const char *locator) {
  const char *words = source->title;
  char iso[16];
  if (source->date != CR_DATE_NONE) {
    cr_date_format(iso, source->date);
    iso[4] = '\0';
    if (!strstr(words, iso))
      words = cr_words(builder, _("%s, %s"), words,
                       cr_kept(builder, cr_calendar_words(builder->arena, source->date)));
  }
  return locator ? cr_words(builder, _("%s, %s"), words, locator) : words;
}

static cr_citation cite_one(cr_builder *builder, cr_fact_ref ref) {
  const cr_facts *facts = builder->facts;
  const cr_fact *fact = cr_facts_common(facts, ref);
  cr_citation citation = {.kind = kind_name(ref.kind), .id = fact_id(facts, ref), .words = ""};
  int source = ref.kind == CR_FACT_sources ? ref.index : fact ? fact->source : CR_NONE;
  citation.line = fact ? fact->line : source != CR_NONE ? facts->sources[source].line : 0;
  citation.presumption = fact ? fact->presumption : NULL;
  citation.locator = fact ? fact->locator : NULL;
  if (source == CR_NONE) {
    if (citation.line > 0) citation.words = cr_words(builder, _("dossier, line %d"), citation.line);
    return citation;
  }
  citation.source = facts->sources[source].id;
  citation.title = facts->sources[source].title;
  citation.sha256 = facts->sources[source].sha256;
  citation.words = place_words(builder, &facts->sources[source], citation.locator);
  return citation;
}

cr_citations cr_cite(cr_builder *builder, const cr_fact_ref *facts, int count) {
  cr_citations cited = {cr_elements(builder, count, sizeof(cr_citation)), 0};
  if (!cited.items) return cited;
  for (int i = 0; i < count; i++) cited.items[cited.count++] = cite_one(builder, facts[i]);
  return cited;
}

cr_citations cr_cite_edge(cr_builder *builder, const cr_edges *edges, int entry) {
  return cr_cite(builder, edges->cited + edges->cites[entry],
                 edges->cites[entry + 1] - edges->cites[entry]);
}

static bool cited_before(const cr_citations *facts, int at) {
  for (int i = 0; i < at; i++)
    if (strcmp(facts->items[i].words, facts->items[at].words) == 0) return true;
  return false;
}

const char *cr_citation_places(cr_arena *arena, const cr_citations *facts) {
  const char *places = "";
  for (int i = 0; places && i < facts->count; i++) {
    const char *words = facts->items[i].words;
    if (!*words || cited_before(facts, i)) continue;
    places = *places ? cr_arena_printf(arena, _("%s; %s"), places, words) : words;
  }
  return places;
}
