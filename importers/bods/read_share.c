/* A share: a point, bounds, or both. */
#include "engine/base/words.h"
#include "importers/bods/statement.h"

enum { WORKING = 10 }; /* decimals beyond which a machine wrote the figure */

/* A percentage as a fraction of 1; false when the member is none. */
static bool read_part(fmpq_t out, int *decimals, const cr_json_value *share, const char *member) {
  const cr_json_value *value = cr_json_member(share, member);
  int written = 0;
  if (!value || value->kind != CR_JSON_NUMBER) return false;
  if (cr_json_rational(out, &written, value) != CRIBLE_OK) return false;
  fmpz_t hundred;
  fmpz_init_set_ui(hundred, 100);
  fmpq_div_fmpz(out, out, hundred);
  fmpz_clear(hundred);
  if (written > *decimals) *decimals = written;
  return fmpq_sgn(out) >= 0 && fmpq_cmp_ui(out, 1) <= 0;
}

/* Narrows an end to a bound, when that says more. */
static void narrow(cr_bods_interest *out, int end, const fmpq_t bound, bool open) {
  int order = fmpq_cmp(bound, &out->ends[end]);
  if (end == 1) order = -order;
  if (order < 0 || (order == 0 && !open)) return;
  fmpq_set(&out->ends[end], bound);
  out->open[end] = open;
}

/* One side: minimum and exclusiveMinimum, or maximum and exclusiveMaximum. Before 0.4 the second
 * may be a yes or no about the first. */
static bool read_side(cr_bods_interest *out, int end, const cr_json_value *share) {
  static const char *const names[2][2] = {{"minimum", "exclusiveMinimum"},
                                          {"maximum", "exclusiveMaximum"}};
  fmpq_t bound;
  fmpq_init(bound);
  const cr_json_value *exclusive = cr_json_member(share, names[end][1]);
  bool stated = read_part(bound, &out->decimals, share, names[end][0]);
  if (stated) narrow(out, end, bound, exclusive && exclusive->kind == CR_JSON_TRUE);
  if (read_part(bound, &out->decimals, share, names[end][1])) {
    narrow(out, end, bound, true);
    stated = true;
  }
  fmpq_clear(bound);
  return stated;
}

static bool empty(const cr_bods_interest *read) {
  int order = fmpq_cmp(&read->ends[0], &read->ends[1]);
  return order > 0 || (order == 0 && (read->open[0] || read->open[1]));
}

/* A point says more than bounds, of which only an end that is left out may touch it: registers
 * write the same number three times. Bounds that the point is outside of contradict it. */
static bool read_exact(cr_bods_interest *out, const cr_json_value *share) {
  fmpq_t exact;
  fmpq_init(exact);
  bool stated = read_part(exact, &out->decimals, share, "exact"), fits = true;
  if (stated) {
    fits = fmpq_cmp(exact, &out->ends[0]) >= 0 && fmpq_cmp(exact, &out->ends[1]) <= 0;
    for (int end = 0; end < 2; end++) {
      fmpq_set(&out->ends[end], exact);
      out->open[end] = false;
    }
  }
  fmpq_clear(exact);
  out->has_share = out->has_share || stated;
  return fits;
}

crible_status cr_bods_read_share(cr_bods_interest *out, cr_json_reader *reader,
                                 const cr_json_value *interest) {
  const cr_json_value *share = cr_json_member(interest, "share");
  if (!share || share->kind != CR_JSON_OBJECT) return CRIBLE_OK;
  crible_status status = CRIBLE_OK;
  for (int end = 0; end < 2; end++)
    if (read_side(out, end, share)) out->has_share = true;
  bool fits = read_exact(out, share);
  if (!fits || empty(out)) {
    status = cr_json_error(reader, share, NULL, "bods-share", NULL,
                           _("no share is as 'exact', 'minimum' and 'maximum' say together"));
  } else if (out->decimals > WORKING) {
    status = cr_json_warn(reader, share, NULL, "long-decimal", NULL,
                          _("a share of %d decimals looks like a machine's rounding; it is kept "
                            "exactly"),
                          out->decimals);
  }
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}
