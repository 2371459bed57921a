/* A value against its field. */
#include <string.h>

#include "engine/base/date.h"
#include "engine/base/words.h"
#include "importers/bods/grammar.h"

/* CRIBLE_E_DATA says that it was told, which does not end the check. */
static crible_status go_on(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

#define TELL(reader, field, value, ...)                                                          \
  ((field)->read ? cr_json_error(reader, value, NULL, __VA_ARGS__)                               \
                 : cr_json_warn(reader, value, NULL, __VA_ARGS__))

static const char *kind_words(cr_bods_kind kind) {
  switch (kind) {
  case CR_BODS_NUMBER:
  case CR_BODS_BOUND: return _("a number");
  case CR_BODS_BOOLEAN: return _("true or false");
  case CR_BODS_SHAPE: return _("an object");
  case CR_BODS_LIST: return _("an array");
  case CR_BODS_PARTY: return _("the id of a record, or an object with a reason");
  case CR_BODS_TEXT:
  case CR_BODS_DAY:
  case CR_BODS_MOMENT:
  case CR_BODS_BIRTHDAY:
  case CR_BODS_URI:
  case CR_BODS_VERSION: break;
  }
  return _("a text");
}

static bool right_kind(cr_bods_kind kind, cr_json_kind found) {
  switch (kind) {
  case CR_BODS_NUMBER: return found == CR_JSON_NUMBER;
  case CR_BODS_BOUND:
    return found == CR_JSON_NUMBER || found == CR_JSON_TRUE || found == CR_JSON_FALSE;
  case CR_BODS_BOOLEAN: return found == CR_JSON_TRUE || found == CR_JSON_FALSE;
  case CR_BODS_SHAPE: return found == CR_JSON_OBJECT;
  case CR_BODS_LIST: return found == CR_JSON_ARRAY;
  case CR_BODS_PARTY: return found == CR_JSON_STRING || found == CR_JSON_OBJECT;
  case CR_BODS_TEXT:
  case CR_BODS_DAY:
  case CR_BODS_MOMENT:
  case CR_BODS_BIRTHDAY:
  case CR_BODS_URI:
  case CR_BODS_VERSION: break;
  }
  return found == CR_JSON_STRING;
}

/* Whether text has the form of a pattern: '0' a digit, anything else itself. */
static bool formed(const char *text, const char *pattern) {
  for (; *pattern; text++, pattern++) {
    bool digit = *text >= '0' && *text <= '9';
    if (*pattern == '0' ? !digit : *text != *pattern) return false;
  }
  return !*text;
}

static bool is_day(const char *text, size_t length) {
  char day[11];
  cr_date date;
  if (length != 10) return false;
  memcpy(day, text, 10);
  day[10] = '\0';
  return cr_date_parse(&date, day) == CRIBLE_OK;
}

/* RFC 3339: after the day 'T', hours, minutes, seconds with a fraction or none, an offset. */
static bool is_moment(const char *text, size_t length) {
  char time[9];
  if (length == 10) return is_day(text, length);
  if (length < 20 || !is_day(text, 10) || !strchr("Tt ", text[10])) return false;
  memcpy(time, text + 11, 8);
  time[8] = '\0';
  if (!formed(time, "00:00:00")) return false;
  const char *rest = text + 19;
  if (*rest == '.') rest += 1 + strspn(rest + 1, "0123456789");
  return !strcmp(rest, "Z") || !strcmp(rest, "z") || formed(rest, "+00:00") ||
         formed(rest, "-00:00");
}

static bool is_birthday(const char *text, size_t length) {
  bool month = formed(text, "0000-00") && strcmp(text + 5, "00") > 0 && strcmp(text + 5, "12") <= 0;
  return formed(text, "0000") || month || is_day(text, length);
}

/* A scheme, a colon, and something without blanks. */
static bool is_uri(const char *text) {
  size_t scheme = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  return scheme > 0 && text[scheme] == ':' && text[scheme + 1] && !strpbrk(text, " <>\"{}|\\^`");
}

static bool is_version(const char *text) {
  const char *digits = "0123456789";
  size_t major = strspn(text, digits);
  if (!major || text[major] != '.') return false;
  size_t minor = strspn(text + major + 1, digits);
  return minor && !text[major + 1 + minor];
}

static crible_status check_form(cr_json_reader *reader, const cr_json_value *value,
                                const cr_bods_field *field) {
  const char *text = value->text;
  const char *expected = NULL;
  if (field->kind == CR_BODS_DAY && !is_day(text, value->length))
    expected = _("a day written YYYY-MM-DD");
  else if (field->kind == CR_BODS_MOMENT && !is_moment(text, value->length))
    expected = _("a day written YYYY-MM-DD, or with a time and its offset");
  else if (field->kind == CR_BODS_BIRTHDAY && !is_birthday(text, value->length))
    expected = _("a year, month or day written YYYY-MM-DD");
  else if (field->kind == CR_BODS_URI && !is_uri(text))
    expected = _("a URI, such as https://example.com/");
  else if (field->kind == CR_BODS_VERSION && !is_version(text))
    expected = _("a version such as 0.4");
  if (!expected) return CRIBLE_OK;
  return TELL(reader, field, value, "bods-format", NULL, _("'%.64s' is not %s"), text, expected);
}

static bool listed(const char *const *codes, const char *text) {
  for (; *codes; codes++)
    if (!strcmp(*codes, text)) return true;
  return false;
}

/* Characters, not bytes. */
static size_t characters(const cr_json_value *value) {
  size_t count = 0;
  for (uint32_t i = 0; i < value->length; i++) count += (value->text[i] & 0xC0) != 0x80;
  return count;
}

static crible_status check_text(cr_json_reader *reader, const cr_json_value *value,
                                const cr_bods_field *field) {
  crible_status status = go_on(check_form(reader, value, field));
  if (status == CRIBLE_OK && field->codes && !listed(field->codes, value->text))
    status = TELL(reader, field, value, "bods-code", NULL,
                  _("'%.64s' is no code of '%s' in BODS"), value->text, field->name);
  size_t length = field->most ? characters(value) : 0;
  if (status == CRIBLE_OK && field->most && (length < field->least || length > field->most))
    status = TELL(reader, field, value, "bods-length", NULL,
                  _("'%.80s' has %zu characters, not %u to %u"), value->text, length, field->least,
                  field->most);
  return go_on(status);
}

/* 0 to 100, told by the text alone where it can be. */
static crible_status check_number(cr_json_reader *reader, const cr_json_value *value,
                                  const cr_bods_field *field) {
  fmpq_t share;
  if (value->kind != CR_JSON_NUMBER) return CRIBLE_OK;
  fmpq_init(share);
  bool read = cr_json_rational(share, NULL, value) == CRIBLE_OK;
  bool outside = !read || fmpq_sgn(share) < 0 || fmpq_cmp_ui(share, 100) > 0;
  fmpq_clear(share);
  if (!outside) return CRIBLE_OK;
  return go_on(TELL(reader, field, value, "bods-share", NULL,
                    _("%.*s is no percentage from 0 to 100"),
                    (int)(value->length < 64 ? value->length : 64), value->text));
}

static crible_status check_shape(cr_json_reader *reader, const cr_json_value *object,
                                 const cr_bods_shape *shape);

static crible_status check_field(cr_json_reader *reader, const cr_json_value *value,
                                 const cr_bods_field *field) {
  if (!right_kind(field->kind, value->kind)) {
    return go_on(TELL(reader, field, value, "bods-type", NULL, _("'%s' is not %s"), field->name,
                      kind_words(field->kind)));
  }
  switch (field->kind) {
  case CR_BODS_NUMBER:
  case CR_BODS_BOUND: return check_number(reader, value, field);
  case CR_BODS_BOOLEAN: return CRIBLE_OK;
  case CR_BODS_SHAPE: return check_shape(reader, value, field->shape);
  case CR_BODS_PARTY:
    return value->kind == CR_JSON_OBJECT ? check_shape(reader, value, field->shape) : CRIBLE_OK;
  case CR_BODS_LIST:
    for CR_JSON_EACH (element, value) {
      crible_status status = check_field(reader, element, field->element);
      if (status != CRIBLE_OK) return status;
    }
    return CRIBLE_OK;
  case CR_BODS_TEXT:
  case CR_BODS_DAY:
  case CR_BODS_MOMENT:
  case CR_BODS_BIRTHDAY:
  case CR_BODS_URI:
  case CR_BODS_VERSION: break;
  }
  return check_text(reader, value, field);
}

static bool named(const cr_bods_field *field, const cr_json_value *member) {
  return field->name[0] == member->key[0] && !strcmp(field->name, member->key);
}

static crible_status check_shape(cr_json_reader *reader, const cr_json_value *object,
                                 const cr_bods_shape *shape) {
  uint64_t met = 0, mark = 1;
  crible_status status = CRIBLE_OK;
  for CR_JSON_EACH (member, object) {
    uint64_t own = 1;
    const cr_bods_field *field = shape->fields;
    for (; field->name && !named(field, member); field++) own <<= 1;
    if (!field->name) continue;
    met |= own;
    status = check_field(reader, member, field);
    if (status != CRIBLE_OK) return status;
  }
  for (const cr_bods_field *field = shape->fields; field->name; field++, mark <<= 1) {
    if (!field->needed || (met & mark)) continue;
    status = go_on(TELL(reader, field, object, "bods-missing", NULL, _("'%s' is missing"),
                        field->name));
    if (status != CRIBLE_OK) return status;
  }
  return shape->also ? go_on(shape->also(reader, object)) : CRIBLE_OK;
}

crible_status cr_bods_check(cr_json_reader *reader, const cr_json_value *value,
                            const cr_bods_shape *shape) {
  if (value->kind == CR_JSON_OBJECT) return check_shape(reader, value, shape);
  return go_on(cr_json_error(reader, value, NULL, "bods-type", NULL,
                             _("a statement is an object")));
}
