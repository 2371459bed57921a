/* Shares: decimals where they are exact, else the narrowest around them and a note. */
#include <stdint.h>
#include <string.h>

#include "engine/base/rational.h"
#include "importers/bods/writer.h"

enum { DECIMALS = 10 }; /* of the percentage */

/* A percentage without the zeros that end it; rounded down. */
static const char *percentage(cr_bods_writer *writer, bool *exact, const fmpq_t share) {
  char *text = cr_rational_decimal(writer->arena, exact, share, 2, DECIMALS);
  if (!text) {
    writer->out.status = CRIBLE_E_MEMORY;
    *exact = true;
    return "0";
  }
  if (!strchr(text, '.')) return text;
  char *end = text + strlen(text);
  while (end[-1] == '0') *--end = '\0';
  if (end[-1] == '.') *--end = '\0';
  return text;
}

static const char *rounded_up(cr_bods_writer *writer, const fmpq_t share) {
  bool exact;
  fmpq_t more;
  fmpq_init(more);
  fmpq_set_si(more, 1, UINT64_C(1000000000000)); /* the last decimal */
  fmpq_add(more, more, share);
  if (fmpq_cmp_ui(more, 1) > 0) fmpq_one(more);
  const char *text = percentage(writer, &exact, more);
  fmpq_clear(more);
  return text;
}

void cr_bods_put_share(cr_bods_writer *writer, const cr_interval *share) {
  bool exact[2];
  cr_json_text_out *out = &writer->out;
  const char *low = percentage(writer, &exact[0], &share->lo);
  const char *high = percentage(writer, &exact[1], &share->hi);
  if (!exact[1]) high = rounded_up(writer, &share->hi);
  cr_json_put_open(out, "share", '{');
  if (cr_interval_point(share) && exact[0]) {
    cr_json_put_literal(out, "exact", low);
  } else {
    cr_json_put_literal(out, share->lo_open && exact[0] ? "exclusiveMinimum" : "minimum", low);
    cr_json_put_literal(out, share->hi_open && exact[1] ? "exclusiveMaximum" : "maximum", high);
  }
  cr_json_put_close(out, '}');
}

const char *cr_bods_share_note(cr_bods_writer *writer, const cr_interval *share) {
  bool exact[2];
  const char *note;
  (void)percentage(writer, &exact[0], &share->lo);
  (void)percentage(writer, &exact[1], &share->hi);
  if (exact[0] && exact[1]) return NULL;
  const char *low = cr_rational_text(writer->arena, &share->lo);
  const char *high = cr_rational_text(writer->arena, &share->hi);
  if (!low || !high) note = NULL;
  else if (cr_interval_point(share)) note = cr_arena_printf(writer->arena, "share %s", low);
  else note = cr_arena_printf(writer->arena, "share %c%s,%s%c", share->lo_open ? '(' : '[', low,
                              high, share->hi_open ? ')' : ']');
  if (!note) writer->out.status = CRIBLE_E_MEMORY;
  return note;
}
