#include "importers/dossier/numbers.h"

#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"

static fmpq *rational(cr_reader *reader) {
  fmpq *value = cr_arena_rationals(reader->facts->arena, 1);
  if (!value) reader->status = CRIBLE_E_MEMORY;
  return value;
}

fmpq *cr_read_quantity(cr_reader *reader, const xmlNode *element, const char *name,
                       bool zero_allowed) {
  const char *text = cr_read_text(reader, element, name);
  fmpq *value = text ? rational(reader) : NULL;
  if (!value) return NULL;
  bool read = !strchr(text, '%') && cr_rational_parse(value, NULL, text) == CRIBLE_OK;
  if (read && (fmpq_sgn(value) > 0 || (zero_allowed && fmpq_sgn(value) == 0))) return value;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-quantity", cr_at(reader, element, name),
              !read          ? _("'%s' is no quantity")
              : zero_allowed ? _("a quantity of '%s' is below 0")
                             : _("a quantity of '%s' is not above 0"),
              text);
  if (!read) {
    cr_advise(&reader->complaints, "%s",
              _("write digits without blanks or commas between them, such as 10000 or 0.5"));
  }
  return NULL;
}

bool cr_in_unit(const fmpq_t value) {
  return fmpq_sgn(value) >= 0 && fmpz_cmp(fmpq_numref(value), fmpq_denref(value)) <= 0;
}

void cr_share_outside(cr_reader *reader, const xmlNode *element, const char *name, const char *text,
                      const fmpq_t value) {
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "share-outside", cr_at(reader, element, name),
              _("'%s' is outside 0 to 1, the whole"), text);
  if (fmpq_cmp_ui(value, 1) > 0 && fmpq_cmp_ui(value, 100) <= 0 && !strchr(text, '%')) {
    cr_advise(&reader->complaints, _("did you mean '%s%%'?"), text);
  }
}

/* Where one number is asked for, an interval is no help. */
static void bad_fraction(cr_reader *reader, const xmlNode *element, const char *name,
                         const char *text) {
  if (!strchr("([]", *text)) {
    cr_bad_share(reader, element, name, text);
    return;
  }
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-share", cr_at(reader, element, name),
              _("'%s' is no single share"), text);
  cr_advise(&reader->complaints, "%s", _("write one number, such as 1/3 or 24%: no interval"));
}

void cr_bad_share(cr_reader *reader, const xmlNode *element, const char *name, const char *text) {
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-share", cr_at(reader, element, name),
              _("'%s' is no share"), text);
  const char *advice = _("write 24%, 1/3, or an interval such as (25%, 50%]");
  if (*text == ']') {
    advice = _("begin with '(' when the first end is left out, with '[' when it is taken in");
  } else if (!strchr("([", *text) && strchr(text, ',')) {
    advice = _("the decimal separator is a point");
  }
  cr_advise(&reader->complaints, "%s", advice);
}

fmpq *cr_read_fraction(cr_reader *reader, const xmlNode *element, const char *name) {
  const char *text = cr_read_text(reader, element, name);
  fmpq *value = text ? rational(reader) : NULL;
  if (!value) return NULL;
  if (cr_rational_parse(value, NULL, text) != CRIBLE_OK) {
    bad_fraction(reader, element, name, text);
    return NULL;
  }
  if (!cr_in_unit(value)) {
    cr_share_outside(reader, element, name, text, value);
    return NULL;
  }
  return value;
}
