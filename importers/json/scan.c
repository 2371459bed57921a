/* Strings and numbers. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/json/parts.h"

/* Bytes that stand for themselves inside a string: ASCII but controls, quote and backslash. */
static bool plain(char byte) {
  unsigned char b = (unsigned char)byte;
  return b >= 0x20 && b < 0x80 && b != '"' && b != '\\';
}

/* Whether one of eight bytes is not plain, found without looking at each. */
static bool any_special(uint64_t word) {
  const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  uint64_t quote = word ^ (ones * '"'), slash = word ^ (ones * '\\');
  uint64_t special = (word - ones * 0x20) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
  return ((special | word) & highs) != 0;
}

static char *skip_plain(char *at, const char *end) {
  for (uint64_t word; end - at >= 8; at += 8) {
    memcpy(&word, at, 8);
    if (any_special(word)) break;
  }
  while (plain(*at)) at++;
  return at;
}

/* Bytes of the UTF-8 sequence at `at`, 0 when it is none; `room` bytes may be looked at. */
static int sequence(const unsigned char *at, size_t room) {
  int length = at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF5 ? 4 : 0;
  if (length == 0 || (size_t)length > room) return 0;
  for (int i = 1; i < length; i++)
    if ((at[i] & 0xC0) != 0x80) return 0;
  bool overlong = (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xF0 && at[1] < 0x90);
  bool surrogate = at[0] == 0xED && at[1] >= 0xA0, beyond = at[0] == 0xF4 && at[1] >= 0x90;
  return overlong || surrogate || beyond ? 0 : length;
}

static int encode(char *out, uint32_t point) {
  static const unsigned char mark[] = {0, 0, 0xC0, 0xE0, 0xF0};
  int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  if (length == 1) {
    *out = (char)point;
    return 1;
  }
  for (int i = length - 1; i > 0; i--, point >>= 6) out[i] = (char)(0x80 | (point & 0x3F));
  out[0] = (char)(mark[length] | point);
  return length;
}

static bool hexadecimal(uint32_t *out, const char *digits) {
  *out = 0;
  for (int i = 0; i < 4; i++) {
    static const char all[] = "0123456789abcdefABCDEF";
    const char *found = digits[i] ? strchr(all, digits[i]) : NULL;
    if (!found) return false;
    long value = found - all;
    *out = *out * 16 + (uint32_t)(value < 16 ? value : value - 6);
  }
  return true;
}

static crible_status bad_escape(cr_json_reader *reader) {
  return cr_json_malformed(reader, "bad-escape", NULL, _("this is no escape of JSON"));
}

/* \uXXXX, or two of them that make one character. */
static crible_status scan_point(uint32_t *point, cr_json_reader *reader) {
  bool enough;
  uint32_t low = 0;
  crible_status status = cr_json_ensure(&enough, reader, 6);
  if (status != CRIBLE_OK) return status;
  if (!enough || !hexadecimal(point, reader->at + 2)) return bad_escape(reader);
  if (*point == 0) {
    return cr_json_malformed(reader, "nul-byte", NULL, _("a text cannot hold the character NUL"));
  }
  if (*point < 0xD800 || *point > 0xDFFF) {
    reader->at += 6;
    return CRIBLE_OK;
  }
  status = cr_json_ensure(&enough, reader, 12);
  if (status != CRIBLE_OK) return status;
  if (!enough || *point > 0xDBFF || reader->at[6] != '\\' || reader->at[7] != 'u' ||
      !hexadecimal(&low, reader->at + 8) || low < 0xDC00 || low > 0xDFFF) {
    return cr_json_malformed(reader, "bad-escape", NULL, _("half of a surrogate pair"));
  }
  *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
  reader->at += 12;
  return CRIBLE_OK;
}

/* Decodes the escape at `at` to keep[*out]; never longer than what it is written with. */
static crible_status scan_escape(cr_json_reader *reader, size_t *out) {
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  bool enough;
  crible_status status = cr_json_ensure(&enough, reader, 2);
  if (status != CRIBLE_OK) return status;
  if (!enough) return cr_json_unexpected(reader, NULL);
  const char *letter = reader->at[1] ? strchr(letters, reader->at[1]) : NULL;
  if (letter) {
    reader->keep[(*out)++] = meant[letter - letters];
    reader->at += 2;
    return CRIBLE_OK;
  }
  if (reader->at[1] != 'u') return bad_escape(reader);
  uint32_t point = 0;
  status = scan_point(&point, reader);
  if (status == CRIBLE_OK) *out += (size_t)encode(reader->keep + *out, point);
  return status;
}

/* What is not plain at `at`: the end of the buffer, a control, UTF-8. */
static crible_status scan_other(cr_json_reader *reader, size_t *out) {
  bool enough;
  crible_status status = cr_json_ensure(&enough, reader, 4);
  if (status != CRIBLE_OK) return status;
  unsigned char byte = (unsigned char)*reader->at;
  size_t room = (size_t)(reader->end - reader->at);
  if (room == 0 || byte == 0) return cr_json_unexpected(reader, NULL);
  if (byte < 0x20) {
    return cr_json_malformed(reader, "control-character", NULL,
                             byte == '\n' ? _("the line ends inside a text")
                                          : _("control character 0x%02X inside a text"),
                             byte);
  }
  if (byte < 0x80) return CRIBLE_OK; /* there was only nothing in the buffer */
  int length = sequence((const unsigned char *)reader->at, room);
  if (length == 0) {
    return cr_json_malformed(reader, "not-utf-8", _("save the file as UTF-8"),
                             _("byte 0x%02X is not UTF-8"), byte);
  }
  memmove(reader->keep + *out, reader->at, (size_t)length);
  reader->at += length;
  *out += (size_t)length;
  return CRIBLE_OK;
}

crible_status cr_json_scan_string(const char **text, uint32_t *length, cr_json_reader *reader) {
  size_t begin = (size_t)(reader->at - reader->keep), out = begin;
  crible_status status = CRIBLE_OK;
  while (status == CRIBLE_OK) {
    char *stop = skip_plain(reader->at, reader->end);
    size_t run = (size_t)(stop - reader->at);
    if (reader->keep + out != reader->at) memmove(reader->keep + out, reader->at, run);
    out += run;
    reader->at = stop;
    if (*stop == '"') break;
    status = *stop == '\\' ? scan_escape(reader, &out) : scan_other(reader, &out);
  }
  if (status != CRIBLE_OK) return status;
  reader->at++;
  reader->keep[out] = '\0';
  *text = reader->keep + begin;
  *length = (uint32_t)(out - begin);
  return CRIBLE_OK;
}

static const char *digits(const char *at) {
  while (*at >= '0' && *at <= '9') at++;
  return at;
}

/* RFC 8259: [-] int [frac] [exp]; no leading zero, a digit on each side of the point. */
static bool number_of_json(const char *at, const char *end) {
  at += *at == '-';
  const char *whole = at;
  at = digits(at);
  if (at == whole || (*whole == '0' && at > whole + 1)) return false;
  if (*at == '.') {
    const char *fraction = at + 1;
    at = digits(fraction);
    if (at == fraction) return false;
  }
  if (*at == 'e' || *at == 'E') {
    at += 1 + (at[1] == '+' || at[1] == '-');
    const char *exponent = at;
    at = digits(at);
    if (at == exponent) return false;
  }
  return at == end;
}

static bool of_number(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == '.' ||
         byte == 'e' || byte == 'E';
}

crible_status cr_json_scan_number(const char **text, uint32_t *length, cr_json_reader *reader) {
  size_t begin = (size_t)(reader->at - reader->keep), taken = 0;
  bool more = true;
  while (more) {
    while (of_number(reader->at[taken])) taken++;
    crible_status status = cr_json_ensure(&more, reader, taken + 1);
    if (status != CRIBLE_OK) return status;
    more = more && of_number(reader->at[taken]);
  }
  if (!number_of_json(reader->at, reader->at + taken)) {
    bool zeros = reader->at[reader->at[0] == '-'] == '0';
    return cr_json_malformed(reader, "bad-number",
                             zeros ? _("numbers begin with no zero: write it as a text if it is "
                                       "a number of a register")
                                   : NULL,
                             _("'%.*s' is no number of JSON"), (int)(taken < 40 ? taken : 40),
                             reader->at);
  }
  *text = reader->keep + begin;
  *length = (uint32_t)taken;
  reader->at += taken;
  return CRIBLE_OK;
}
