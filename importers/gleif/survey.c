#include "importers/gleif/survey.h"

#include <ctype.h>
#include <libxml/entities.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/base/memory.h"
#include "engine/base/progress.h"

enum { DEEPEST = 32, WINDOW = 512 * 1024, LONGEST = 1024 };

/* What a step came to: the next one, more bytes first, or a file that only a parser can read. */
typedef enum outcome { STEPPED, MORE, UNUSUAL } outcome;

/* Elements that matter; those from RECORD_ENTITY on are records. */
typedef enum code {
  OTHER, LEI, AUTHORITY, AUTHORITY_ID, AUTHORITY_NUMBER, START_NODE, END_NODE, NODE_ID,
  RECORD_ENTITY, RECORD_RELATIONSHIP, RECORD_EXCEPTION, RECORD_HEADER
} code;

typedef enum field { OWN, REGISTER, NUMBER, CHILD, PARENT, FIELDS } field;

typedef struct scan {
  cr_selection *selection;
  char *at, *end;
  code open[DEEPEST];
  int depth, record_depth; /* 0: outside a record */
  char record[LONGEST];    /* the record's element, its prefix with the ':' first */
  size_t record_length, prefix_length;
  char text[FIELDS][LONGEST]; /* of the record; "" none yet */
  char window[WINDOW];
} scan;

typedef struct tag {
  const char *name, *local;
  size_t local_length;
  const char *attributes, *end; /* end: the '>' */
  bool empty;
} tag;

#define KNOWN(name, code) {name, sizeof name - 1, code}

static const struct known {
  const char *name;
  size_t length;
  code is;
} known[] = {KNOWN("LEI", LEI),
             KNOWN("RegistrationAuthority", AUTHORITY),
             KNOWN("RegistrationAuthorityID", AUTHORITY_ID),
             KNOWN("RegistrationAuthorityEntityID", AUTHORITY_NUMBER),
             KNOWN("StartNode", START_NODE),
             KNOWN("EndNode", END_NODE),
             KNOWN("NodeID", NODE_ID),
             KNOWN("LEIRecord", RECORD_ENTITY),
             KNOWN("RelationshipRecord", RECORD_RELATIONSHIP),
             KNOWN("Exception", RECORD_EXCEPTION),
             KNOWN("LEIHeader", RECORD_HEADER),
             KNOWN("Header", RECORD_HEADER)};

/* The field that an element's text is, by its parent; FIELDS: none. */
static field field_of(code parent, code is) {
  if (parent == RECORD_ENTITY) return is == LEI ? OWN : FIELDS;
  if (parent == START_NODE) return is == NODE_ID ? CHILD : FIELDS;
  if (parent == END_NODE) return is == NODE_ID ? PARENT : FIELDS;
  if (parent != AUTHORITY) return FIELDS;
  return is == AUTHORITY_ID ? REGISTER : is == AUTHORITY_NUMBER ? NUMBER : FIELDS;
}

static code code_of(const tag *read) {
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (known[i].length == read->local_length && known[i].name[0] == read->local[0] &&
        !memcmp(known[i].name, read->local, read->local_length))
      return known[i].is;
  return OTHER;
}

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Where what begins with "<!--" and the like ends; `closing` is its end. */
static outcome pass_over(scan *self, const char *closing) {
  size_t length = strlen(closing);
  for (char *found = self->at; (found = memchr(found, '>', (size_t)(self->end - found))); found++) {
    if ((size_t)(found + 1 - self->at) < length || memcmp(found + 1 - length, closing, length))
      continue;
    self->at = found + 1;
    return STEPPED;
  }
  return MORE;
}

/* A document type is refused by the second pass. */
static outcome pass_marked(scan *self) {
  static const struct {
    const char *opening, *closing;
  } marked[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}};
  size_t there = (size_t)(self->end - self->at);
  for (size_t i = 0; i < 2; i++) {
    size_t length = strlen(marked[i].opening);
    if (there < length && !memcmp(self->at, marked[i].opening, there)) return MORE;
    if (there >= length && !memcmp(self->at, marked[i].opening, length))
      return pass_over(self, marked[i].closing);
  }
  return UNUSUAL;
}

/* Where a tag with attributes ends: a '>' inside their quotes is none. NULL: further on. */
static const char *end_of_attributes(const char *at, const char *end) {
  for (char quote = '\0'; at < end; at++) {
    if (!quote && *at == '>') return at;
    if (quote ? *at == quote : *at == '"' || *at == '\'') quote = quote ? '\0' : *at;
  }
  return NULL;
}

static outcome read_tag(tag *out, const scan *self) {
  const char *name = self->at + 1, *at = name;
  const char *end = memchr(name, '>', (size_t)(self->end - name));
  bool more = end && memchr(name, '=', (size_t)(end - name));
  if (more) end = end_of_attributes(name, self->end);
  if (!end) return MORE;
  while (!blank(*at) && *at != '>' && *at != '/' && *at != ':') at++;
  *out = (tag){.name = name, .local = name, .end = end, .empty = end[-1] == '/'};
  if (*at == ':') out->local = at + 1;
  while (!blank(*at) && *at != '>' && *at != '/') at++;
  out->attributes = more ? at : end;
  out->local_length = (size_t)(at - out->local);
  return at > out->local ? STEPPED : UNUSUAL;
}

/* Whether a tag inside a record gives the record's prefix another namespace. */
static bool declares(const scan *self, const tag *read) {
  size_t own = self->prefix_length ? self->prefix_length - 1 : 0;
  for (const char *at = read->attributes; at + 6 < read->end; at++) {
    if (*at != 'x' || memcmp(at, "xmlns", 5)) continue;
    if (!own) return at[5] != ':';
    if (at[5] == ':' && (size_t)(read->end - at) > 6 + own && !memcmp(at + 6, self->record, own))
      return true;
  }
  return false;
}

/* Decodes the reference that begins at an '&', never longer than written; NULL when it is none
 * that a parser knows. */
static const char *decode(char **out, const char *at, const char *end) {
  char name[8] = "";
  const char *stop = memchr(at, ';', (size_t)(end - at));
  size_t length = stop ? (size_t)(stop - at - 1) : sizeof name;
  if (length >= sizeof name) return NULL;
  memcpy(name, at + 1, length);
  long point = 0;
  if (name[0] == '#') {
    char *rest = NULL;
    bool hexadecimal = name[1] == 'x';
    if (!isxdigit((unsigned char)name[1 + hexadecimal])) return NULL;
    point = strtol(name + 1 + hexadecimal, &rest, hexadecimal ? 16 : 10);
    if (*rest || point > 0x10FFFF) return NULL;
  } else {
    const xmlEntity *meant = xmlGetPredefinedEntity((const xmlChar *)name);
    if (meant) point = meant->content[0];
  }
  if (point <= 0) return NULL;
  *out += xmlCopyCharMultiByte((xmlChar *)*out, (int)point);
  return stop + 1;
}

/* Keeps the text of a field, without blanks around; false when a parser has to read it. */
static bool keep_text(char out[LONGEST], const char *at, const char *end) {
  char *from = out, *to = out;
  if (end - at >= LONGEST) return false;
  while (at && at < end) {
    if (*at == '&') at = decode(&to, at, end);
    else *to++ = *at++;
  }
  while (from < to && blank(*from)) from++;
  while (to > from && blank(to[-1])) to--;
  memmove(out, from, (size_t)(to - from));
  out[to - from] = '\0';
  return at != NULL;
}

/* The text of a field, up to the tag that ends it. */
static outcome read_field(scan *self, field of, const tag *read) {
  const char *from = read->end + 1, *to;
  if (self->text[of][0] || read->empty) return STEPPED;
  to = memchr(from, '<', (size_t)(self->end - from));
  if (!to || to + 1 == self->end) return MORE;
  if (to[1] != '/' || !keep_text(self->text[of], from, to)) return UNUSUAL;
  return STEPPED;
}

static bool same_prefix(const scan *self, const tag *read) {
  size_t length = (size_t)(read->local - read->name);
  return length == self->prefix_length && !memcmp(read->name, self->record, length);
}

static outcome begin_record(scan *self, const tag *read) {
  size_t prefix = (size_t)(read->local - read->name), length = prefix + read->local_length;
  if (self->record_depth || length >= LONGEST) return UNUSUAL;
  memcpy(self->record, read->name, length);
  self->record_length = length;
  self->prefix_length = prefix;
  self->record_depth = self->depth + 1;
  for (int i = 0; i < FIELDS; i++) self->text[i][0] = '\0';
  return STEPPED;
}

static outcome look_inside(scan *self, code is, const tag *read) {
  code parent = self->open[self->depth - 1];
  field of = field_of(parent, is);
  bool matters = of != FIELDS || is == AUTHORITY || is == START_NODE || is == END_NODE;
  if (matters && !same_prefix(self, read)) return UNUSUAL;
  if (*read->attributes != '>' && declares(self, read)) return UNUSUAL;
  return of == FIELDS ? STEPPED : read_field(self, of, read);
}

static uint64_t key_of(const char *lei) { return cr_key_of("lei", lei); }

static crible_status end_record(const scan *self) {
  const char *own = self->text[OWN], *child = self->text[CHILD], *parent = self->text[PARENT];
  const char *issuer = self->text[REGISTER], *number = self->text[NUMBER];
  code kind = self->open[self->record_depth - 1];
  if (kind != RECORD_HEADER) cr_progress_record(self->selection->context);
  if (kind == RECORD_RELATIONSHIP && *child && *parent)
    return cr_selection_tie(self->selection, key_of(child), key_of(parent));
  if (kind == RECORD_ENTITY && *own && *issuer && *number)
    return cr_selection_same(self->selection, key_of(own), cr_key_of(issuer, number));
  return CRIBLE_OK;
}

static crible_status close_element(scan *self) {
  crible_status status = CRIBLE_OK;
  if (self->record_depth == self->depth) {
    status = end_record(self);
    self->record_depth = 0;
  }
  self->depth--;
  return status;
}

static outcome open_tag(scan *self, crible_status *status) {
  tag read;
  outcome is = read_tag(&read, self);
  if (is != STEPPED) return is;
  code name = code_of(&read);
  if (self->depth == DEEPEST) return UNUSUAL;
  if (name >= RECORD_ENTITY) is = begin_record(self, &read);
  else if (self->record_depth) is = look_inside(self, name, &read);
  if (is != STEPPED) return is;
  self->open[self->depth++] = name;
  self->at += read.end + 1 - self->at;
  if (read.empty) *status = close_element(self);
  return STEPPED;
}

static outcome close_tag(scan *self, crible_status *status) {
  char *end = memchr(self->at, '>', (size_t)(self->end - self->at));
  if (!end) return MORE;
  if (!self->depth) return UNUSUAL;
  self->at = end + 1;
  *status = close_element(self);
  return STEPPED;
}

/* Whether nothing more can be learnt of the record that is open. */
static bool settled(const scan *self) {
  code kind = self->open[self->record_depth - 1];
  if (kind == RECORD_RELATIONSHIP) return self->text[CHILD][0] && self->text[PARENT][0];
  if (kind != RECORD_ENTITY) return true;
  return self->text[OWN][0] && self->text[REGISTER][0] && self->text[NUMBER][0];
}

/* Whether a tag's name is that of the record's element; the last letter tells most others. */
static bool of_record(const scan *self, const char *name) {
  size_t length = self->record_length;
  char after = name[length];
  return name[length - 1] == self->record[length - 1] &&
         (after == '>' || after == '/' || blank(after)) && !memcmp(name, self->record, length);
}

/* Passes over the rest of a record: its tags are looked at only for the record's end. */
static outcome pass_record(scan *self, crible_status *status) {
  while ((self->at = memchr(self->at, '<', (size_t)(self->end - self->at)))) {
    char first = self->end - self->at > 1 ? self->at[1] : '\0';
    const char *name = self->at + 1 + (first == '/');
    if (!first || (size_t)(self->end - name) <= self->record_length) return MORE;
    if (first == '?' || first == '!') return STEPPED;
    if (of_record(self, name)) {
      if (first != '/') return UNUSUAL; /* one inside the other */
      self->depth = self->record_depth;
      return close_tag(self, status);
    }
    self->at++;
  }
  self->at = self->end;
  return MORE;
}

static outcome step(scan *self, crible_status *status) {
  size_t there = (size_t)(self->end - self->at);
  char *opening = there ? memchr(self->at, '<', there) : NULL;
  self->at = opening ? opening : self->end;
  if (self->end - self->at < 2) return MORE;
  if (self->at[1] == '?') return pass_over(self, "?>");
  if (self->at[1] == '!') return pass_marked(self);
  if (self->record_depth && settled(self)) return pass_record(self, status);
  return self->at[1] == '/' ? close_tag(self, status) : open_tag(self, status);
}

/* Bytes until the window is full or the stream has ended. */
static crible_status fill(scan *self, cr_stream *stream, bool *ended) {
  size_t kept = (size_t)(self->end - self->at), got = 1;
  crible_status status = CRIBLE_OK;
  memmove(self->window, self->at, kept);
  self->at = self->window;
  self->end = self->window + kept;
  while (status == CRIBLE_OK && got && self->end < self->window + WINDOW) {
    status = cr_stream_read(stream, self->end, (size_t)(self->window + WINDOW - self->end), &got);
    if (status == CRIBLE_OK) self->end += got;
  }
  *ended = got == 0;
  return status;
}

/* UTF-8, which is what XML is that says nothing else. */
static bool readable(const scan *self) {
  const char *at = self->window, *end;
  if (self->end - at > 3 && !memcmp(at, "\xEF\xBB\xBF", 3)) at += 3;
  if (self->end - at < 6 || *at != '<' || !at[1]) return false;
  if (memcmp(at, "<?xml", 5)) return true;
  end = memchr(at, '>', (size_t)(self->end - at));
  for (; end && at + 8 < end; at++)
    if (!memcmp(at, "encoding", 8)) break;
  if (!end || at + 8 >= end) return end != NULL;
  for (at += 8; at < end && *at != '"' && *at != '\''; at++) continue;
  return end - at > 6 && !strncasecmp(at + 1, "utf-8", 5) && at[6] == *at;
}

crible_status cr_gleif_survey(bool *whole, cr_stream *stream, cr_selection *selection) {
  bool ended = false;
  scan *self = cr_allocate(selection->context, sizeof *self);
  if (!self) return CRIBLE_E_MEMORY;
  self->selection = selection;
  self->at = self->end = self->window;
  self->depth = self->record_depth = 0;
  crible_status status = fill(self, stream, &ended);
  outcome is = status == CRIBLE_OK && readable(self) ? STEPPED : UNUSUAL;
  while (status == CRIBLE_OK && is == STEPPED) {
    is = step(self, &status);
    bool full = self->at == self->window && self->end == self->window + WINDOW;
    if (status != CRIBLE_OK || is != MORE || ended || full) continue;
    status = fill(self, stream, &ended);
    is = STEPPED;
  }
  *whole = is == MORE && ended && !self->depth && self->at == self->end;
  cr_release(selection->context, self);
  return status;
}
