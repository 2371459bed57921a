#include "importers/gleif/records.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/memory.h"
#include "engine/base/progress.h"
#include "engine/base/words.h"
#include "importers/xml/flaw.h"

/* Namespaces end in the year of the standard's first version, in every version. */
#define NAMESPACES "http://www.gleif.org/data/schema/"

enum { DEEPEST = 32, LONGEST = 8192, TEXTS = 64 * 1024, NOWHERE = -1 };
enum { PLACES = 31, RECORDS = 5, MET = 64 };

/* Names as the parser's dictionary has them: equal ones are one pointer. */
typedef struct dictionary {
  const xmlChar *parent[PLACES], *name[PLACES], *record[RECORDS], *period;
} dictionary;

/* An element inside another one, and the field that its text is. */
typedef struct pair {
  const xmlChar *parent, *name;
  int field;
} pair;

typedef struct record_reader {
  crible_context *context;
  cr_stream *stream;
  cr_arena *arena; /* words of a flaw */
  crible_status (*visit)(void *user, const cr_gleif_record *record);
  void *user;
  crible_status status;
  xmlParserCtxt *parser;
  dictionary words;
  pair met[MET]; /* a table of those looked up last */
  const xmlChar *space;          /* the Foundation's that was met last, of the dictionary */
  const xmlChar *names[DEEPEST]; /* of the elements around, NULL in another namespace */
  int depth, record_depth;    /* 0: outside a record */
  int field;                  /* whose text is read, or NOWHERE */
  size_t begins;              /* of that text */
  cr_gleif_record record;
  size_t at[CR_GLEIF_FIELDS]; /* of each text, one more than its place; 0: none */
  size_t used;
  char texts[TEXTS];
} record_reader;

static const struct place {
  const char *parent, *name;
  cr_gleif_field field;
} places[PLACES] = {
    {"LEIRecord", "LEI", CR_GLEIF_LEI},
    {"Exception", "LEI", CR_GLEIF_LEI},
    {"Entity", "LegalName", CR_GLEIF_NAME},
    {"LegalAddress", "Country", CR_GLEIF_LEGAL_COUNTRY},
    {"HeadquartersAddress", "Country", CR_GLEIF_HEADQUARTERS_COUNTRY},
    {"RegistrationAuthority", "RegistrationAuthorityID", CR_GLEIF_AUTHORITY},
    {"RegistrationAuthority", "RegistrationAuthorityEntityID", CR_GLEIF_AUTHORITY_NUMBER},
    {"Entity", "LegalJurisdiction", CR_GLEIF_JURISDICTION},
    {"Entity", "EntityCategory", CR_GLEIF_CATEGORY},
    {"Entity", "EntityStatus", CR_GLEIF_ENTITY_STATUS},
    {"Entity", "EntityCreationDate", CR_GLEIF_CREATED},
    {"Entity", "EntityExpirationDate", CR_GLEIF_EXPIRED},
    {"StartNode", "NodeID", CR_GLEIF_CHILD},
    {"StartNode", "NodeIDType", CR_GLEIF_CHILD_SCHEME},
    {"EndNode", "NodeID", CR_GLEIF_PARENT},
    {"EndNode", "NodeIDType", CR_GLEIF_PARENT_SCHEME},
    {"Relationship", "RelationshipType", CR_GLEIF_TYPE},
    {"Relationship", "RelationshipStatus", CR_GLEIF_RELATIONSHIP_STATUS},
    {"RelationshipQuantifier", "QuantifierAmount", CR_GLEIF_AMOUNT},
    {"RelationshipQuantifier", "QuantifierUnits", CR_GLEIF_UNITS},
    {"RelationshipPeriod", "StartDate", CR_GLEIF_PERIOD_FROM},
    {"RelationshipPeriod", "EndDate", CR_GLEIF_PERIOD_TO},
    {"RelationshipPeriod", "PeriodType", CR_GLEIF_PERIOD_TYPE},
    {"Registration", "LastUpdateDate", CR_GLEIF_UPDATED},
    {"Registration", "RegistrationStatus", CR_GLEIF_REGISTRATION_STATUS},
    {"Exception", "ExceptionCategory", CR_GLEIF_EXCEPTION_CATEGORY},
    {"Exception", "ExceptionReason", CR_GLEIF_EXCEPTION_REASON},
    {"LEIHeader", "ContentDate", CR_GLEIF_CONTENT_DATE},
    {"Header", "ContentDate", CR_GLEIF_CONTENT_DATE},
    {"LEIHeader", "RecordCount", CR_GLEIF_RECORD_COUNT},
    {"Header", "RecordCount", CR_GLEIF_RECORD_COUNT}};

static const struct element {
  const char *name;
  cr_gleif_kind kind;
} records[RECORDS] = {{"LEIRecord", CR_GLEIF_ENTITY},    {"RelationshipRecord", CR_GLEIF_RELATIONSHIP},
               {"Exception", CR_GLEIF_EXCEPTION}, {"LEIHeader", CR_GLEIF_HEADER},
               {"Header", CR_GLEIF_HEADER}};

static const char *const roots[] = {"LEIData", "RelationshipData", "ReportingExceptionData"};

cr_date cr_gleif_day(const char *text) {
  enum { DAY = 10 };
  char day[DAY + 1] = "";
  cr_date date;
  if (!text || strlen(text) < DAY) return CR_DATE_NONE;
  memcpy(day, text, DAY);
  return cr_date_parse(&date, day) == CRIBLE_OK ? date : CR_DATE_NONE;
}

bool cr_gleif_recognises(const char *head) {
  static const char *const files[] = {NAMESPACES "leidata/", NAMESPACES "rr/", NAMESPACES "repex/"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (strstr(head, files[i])) return true;
  return false;
}

static void stop(record_reader *self, crible_status status) {
  if (self->status == CRIBLE_OK) self->status = status;
  xmlStopParser(self->parser);
}

static void refuse(record_reader *self, const char *code, const char *words) {
  stop(self, cr_error(self->context, code, cr_stream_name(self->stream),
                      xmlSAX2GetLineNumber(self->parser), xmlSAX2GetColumnNumber(self->parser), NULL,
                      "%s", words));
}

static void begin_record(record_reader *self, cr_gleif_kind kind) {
  self->record = (cr_gleif_record){.kind = kind, .line = xmlSAX2GetLineNumber(self->parser)};
  self->record_depth = self->depth;
  self->used = 0;
  memset(self->at, 0, sizeof self->at);
}

static int field_of(const dictionary *words, const xmlChar *parent, const xmlChar *name) {
  for (size_t i = 0; name && i < PLACES; i++)
    if (words->name[i] == name && words->parent[i] == parent) return (int)places[i].field;
  return NOWHERE;
}

static void begin_field(record_reader *self, const xmlChar *name) {
  const xmlChar *parent = self->names[self->depth - 2];
  pair *met = &self->met[((uintptr_t)name / 8 + (uintptr_t)parent / 32) % MET];
  if (met->name != name || met->parent != parent)
    *met = (pair){parent, name, field_of(&self->words, parent, name)};
  if (met->field == NOWHERE) return;
  self->field = met->field;
  self->begins = self->used;
}

static bool is_ours(record_reader *self, const xmlChar *space) {
  if (!space) return false;
  if (space == self->space) return true;
  bool ours = !strncmp((const char *)space, NAMESPACES, sizeof NAMESPACES - 1);
  if (ours) self->space = space;
  return ours;
}

static void start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *space,
                  int namespace_count, const xmlChar **namespaces, int attribute_count,
                  int defaulted, const xmlChar **attributes) {
  record_reader *self = user;
  const xmlChar *name = is_ours(self, space) ? local : NULL;
  (void)prefix, (void)namespace_count, (void)namespaces, (void)attribute_count, (void)defaulted;
  (void)attributes;
  if (self->depth == DEEPEST) {
    refuse(self, "too-deep", _("elements stand deeper inside one another than in any such file"));
    return;
  }
  self->names[self->depth++] = name;
  if (self->depth == 1) {
    for (size_t i = 0; name && i < sizeof roots / sizeof *roots; i++)
      if (!strcmp((const char *)name, roots[i])) return;
    refuse(self, "gleif-root", _("this is no file of the Global LEI Foundation"));
  } else if (self->record_depth) {
    begin_field(self, name);
  } else {
    for (size_t i = 0; name && i < RECORDS; i++)
      if (name == self->words.record[i]) begin_record(self, records[i].kind);
  }
}

static void characters(void *user, const xmlChar *text, int length) {
  record_reader *self = user;
  if (self->field == NOWHERE) return;
  size_t more = (size_t)length;
  if (self->used - self->begins + more > LONGEST || self->used + more + 1 > TEXTS) {
    refuse(self, "too-long", _("a text is longer than in any such file"));
    return;
  }
  memcpy(self->texts + self->used, text, more);
  self->used += more;
}

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The first of several of one name stays. */
static void end_field(record_reader *self) {
  size_t from = self->begins, to = self->used;
  int field = self->field;
  self->field = NOWHERE;
  while (from < to && blank(self->texts[from])) from++;
  while (to > from && blank(self->texts[to - 1])) to--;
  if (from == to || self->at[field]) return;
  self->texts[to] = '\0';
  self->used = to + 1;
  self->at[field] = from + 1;
}

static const char *text_at(const record_reader *self, int field) {
  return self->at[field] ? self->texts + self->at[field] - 1 : NULL;
}

static void end_period(record_reader *self) {
  cr_gleif_record *record = &self->record;
  const char *type = text_at(self, CR_GLEIF_PERIOD_TYPE);
  if (record->period_count < CR_GLEIF_MOST_PERIODS) {
    record->periods[record->period_count++] = (cr_gleif_period){
        .of_relationship = type && !strcmp(type, "RELATIONSHIP_PERIOD"),
        .period = {cr_gleif_day(text_at(self, CR_GLEIF_PERIOD_FROM)),
                   cr_gleif_day(text_at(self, CR_GLEIF_PERIOD_TO))}};
  }
  for (int field = CR_GLEIF_PERIOD_FROM; field <= CR_GLEIF_PERIOD_TYPE; field++)
    self->at[field] = 0;
}

static void end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
  record_reader *self = user;
  (void)local, (void)prefix, (void)space;
  if (self->field != NOWHERE) end_field(self);
  if (self->record_depth && self->names[self->depth - 1] == self->words.period) end_period(self);
  if (self->record_depth == self->depth) {
    for (int field = 0; field < CR_GLEIF_FIELDS; field++)
      self->record.text[field] = text_at(self, field);
    self->record_depth = 0;
    if (self->record.kind != CR_GLEIF_HEADER) cr_progress_record(self->context);
    crible_status status = self->visit(self->user, &self->record);
    if (status != CRIBLE_OK) stop(self, status);
  }
  self->depth--;
}

/* No such file has one, and what it declares could make a file of any size out of a small one. */
static void doctype(void *user, const xmlChar *name, const xmlChar *public, const xmlChar *system) {
  (void)name, (void)public, (void)system;
  refuse(user, "doctype", _("a document type has no place in a register"));
}

static void hear(void *user, xmlError *error) {
  record_reader *self = user;
  if (self->status != CRIBLE_OK || error->level < XML_ERR_ERROR) return;
  cr_xml_flaw flaw = cr_xml_flaw_of(error, self->arena);
  bool memory = !flaw.message || error->code == XML_ERR_NO_MEMORY;
  self->status = memory ? CRIBLE_E_MEMORY
                        : cr_error(self->context, "not-well-formed", cr_stream_name(self->stream),
                                   error->line, error->int2, flaw.advice, "%s", flaw.message);
}

static int give(void *user, char *out, int room) {
  record_reader *self = user;
  size_t got = 0;
  crible_status status = cr_stream_read(self->stream, out, (size_t)room, &got);
  if (status == CRIBLE_OK) return (int)got;
  if (self->status == CRIBLE_OK) self->status = status;
  return -1;
}

static const xmlChar *look_up(const record_reader *self, const char *word) {
  return xmlDictLookup(self->parser->dict, (const xmlChar *)word, -1);
}

/* False when memory is short. */
static bool look_up_words(record_reader *self) {
  dictionary *words = &self->words;
  words->period = look_up(self, "RelationshipPeriod");
  bool all = words->period != NULL;
  for (size_t i = 0; i < PLACES; i++) {
    words->parent[i] = look_up(self, places[i].parent);
    words->name[i] = look_up(self, places[i].name);
    all = all && words->parent[i] && words->name[i];
  }
  for (size_t i = 0; i < RECORDS; i++) {
    words->record[i] = look_up(self, records[i].name);
    all = all && words->record[i];
  }
  return all;
}

static crible_status parse(record_reader *self) {
  xmlSAXHandler handlers = {.initialized = XML_SAX2_MAGIC,
                            .internalSubset = doctype,
                            .startElementNs = start,
                            .endElementNs = end,
                            .characters = characters,
                            .ignorableWhitespace = characters,
                            .cdataBlock = characters,
                            .serror = hear};
  self->parser =
      xmlCreateIOParserCtxt(&handlers, self, give, NULL, self, XML_CHAR_ENCODING_NONE);
  if (!self->parser) return self->status != CRIBLE_OK ? self->status : CRIBLE_E_MEMORY;
  xmlCtxtUseOptions(self->parser, XML_PARSE_NONET);
  for (size_t i = 0; i < MET; i++) self->met[i].field = NOWHERE;
  if (!look_up_words(self)) self->status = CRIBLE_E_MEMORY;
  int failed = self->status == CRIBLE_OK ? xmlParseDocument(self->parser) : 0;
  if (self->status == CRIBLE_OK && (failed || !self->parser->wellFormed))
    self->status = CRIBLE_E_MEMORY; /* every other fault was heard */
  xmlFreeParserCtxt(self->parser);
  return self->status;
}

crible_status cr_gleif_each(cr_stream *stream, crible_context *context,
                            crible_status (*visit)(void *user, const cr_gleif_record *),
                            void *user) {
  record_reader *self = cr_allocate_zero(context, 1, sizeof *self);
  if (!self) return CRIBLE_E_MEMORY;
  self->context = context;
  self->stream = stream;
  self->visit = visit;
  self->user = user;
  self->field = NOWHERE;
  crible_status status = cr_arena_new(&self->arena, context);
  if (status == CRIBLE_OK) status = parse(self);
  cr_arena_free(self->arena);
  cr_release(context, self);
  return status;
}
