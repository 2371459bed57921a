/* Figures of holdings: exact, in an interval, or rounded by their author. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/dossier/numbers.h"

enum { MOST_DECIMALS = 10, MOST_ROUNDED = 40, WIDENED = -2 };

/* One end as written. */
typedef struct cr_end {
  char *text;
  int decimals;
  bool percent;
} cr_end;

/* Cuts "[a, b)" into its ends; false when it has another shape. */
static bool cut(cr_interval *out, char *text, char **lo, char **hi) {
  size_t length = strlen(text);
  char *comma = strchr(text, ',');
  if (!strchr("([", text[0]) || !comma || strchr(comma + 1, ',') || length < 2 ||
      !strchr(")]", text[length - 1])) {
    return false;
  }
  out->lo_open = text[0] == '(';
  out->hi_open = text[length - 1] == ')';
  text[length - 1] = *comma = '\0';
  *lo = text + 1;
  *hi = comma + 1;
  return true;
}

static bool read_end(fmpq_t out, cr_end *end) {
  end->text += strspn(end->text, " ");
  size_t length = strlen(end->text);
  while (length && end->text[length - 1] == ' ') end->text[--length] = '\0';
  end->percent = strchr(end->text, '%') != NULL;
  return cr_rational_parse(out, &end->decimals, end->text) == CRIBLE_OK;
}

/* Decimals of a share's percentage; 0 when its expansion does not end. */
static int percent_decimals(const fmpq_t share) {
  fmpq_t percentage;
  fmpz_t rest, prime;
  fmpq_init(percentage);
  fmpz_init(rest);
  fmpz_init(prime);
  fmpq_mul_ui(percentage, share, 100);
  fmpz_set_ui(prime, 2);
  slong twos = fmpz_remove(rest, fmpq_denref(percentage), prime);
  fmpz_set_ui(prime, 5);
  slong fives = fmpz_remove(rest, rest, prime);
  int decimals = fmpz_is_one(rest) ? (int)(twos > fives ? twos : fives) : 0;
  fmpq_clear(percentage);
  fmpz_clear(rest);
  fmpz_clear(prime);
  return decimals;
}

/* Half a unit of the last of `decimals` digits, to either side, kept in [0, 1]:
 * a rounded figure may stand for both ends. */
static void widen(cr_interval *share, int decimals, bool percent) {
  fmpq_t half;
  fmpz_t power;
  fmpq_init(half);
  fmpz_init(power);
  fmpz_set_ui(power, 10);
  fmpz_pow_ui(power, power, (ulong)(decimals + (percent ? 2 : 0)));
  fmpz_mul_ui(power, power, 2);
  fmpz_one(fmpq_numref(half));
  fmpz_set(fmpq_denref(half), power);
  fmpq_sub(&share->lo, &share->lo, half);
  fmpq_add(&share->hi, &share->hi, half);
  if (fmpq_sgn(&share->lo) < 0) fmpq_zero(&share->lo);
  if (fmpq_cmp_ui(&share->hi, 1) > 0) fmpq_one(&share->hi);
  share->lo_open = share->hi_open = false;
  fmpq_clear(half);
  fmpz_clear(power);
}

/* Decimals that `rounded` states: CR_NONE, WIDENED, or a number. */
static int read_rounded(cr_reader *reader, const xmlNode *element) {
  const char *rounded = cr_tree_attribute(element, "rounded");
  if (rounded && !strcmp(rounded, "widened")) return WIDENED;
  int decimals = cr_read_count(reader, element, "rounded", 0);
  if (decimals <= MOST_ROUNDED) return decimals;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-rounding",
              cr_at(reader, element, "rounded"), _("nobody rounds to %d decimals"), decimals);
  return CR_NONE;
}

/* A figure can only be rounded to as many digits as it shows. */
static void check_rounding(cr_reader *reader, const xmlNode *element, const char *name,
                           const cr_end *ends, int count, int decimals) {
  for (int i = 0; i < count; i++) {
    bool fraction = strchr(ends[i].text, '/') != NULL;
    if (!fraction && ends[i].decimals <= decimals && ends[i].percent == ends[0].percent) continue;
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-rounding", cr_at(reader, element, name),
                _("'%s' is not a figure rounded to %d decimals"), ends[i].text, decimals);
    return;
  }
}

/* Reads the ends of a figure; the number of ends, 0 when it cannot be read. */
static int read_ends(cr_interval *share, cr_end ends[2], char *text) {
  if (*text != '(' && *text != '[') {
    ends[0].text = text;
    if (!read_end(&share->lo, &ends[0])) return 0;
    fmpq_set(&share->hi, &share->lo);
    return 1;
  }
  bool read = cut(share, text, &ends[0].text, &ends[1].text) && read_end(&share->lo, &ends[0]) &&
              read_end(&share->hi, &ends[1]);
  return read ? 2 : 0;
}

static bool check_ends(cr_reader *reader, const xmlNode *element, const char *name,
                       const cr_figure *figure, const cr_end *ends, int count) {
  const fmpq *values[2] = {&figure->share.lo, &figure->share.hi};
  for (int i = 0; i < count; i++) {
    if (!cr_in_unit(values[i])) {
      cr_share_outside(reader, element, name, ends[i].text, values[i]);
      return false;
    }
  }
  if (!cr_interval_empty(&figure->share)) return true;
  cr_complain(&reader->complaints, CR_CAUSE_VALUE, "empty-interval", cr_at(reader, element, name),
              _("no share lies in '%s'"), cr_tree_attribute(element, name));
  bool point = fmpq_equal(&figure->share.lo, &figure->share.hi);
  cr_advise(&reader->complaints, "%s",
            point ? _("write an exact share without brackets") : _("write the lower end first"));
  return false;
}

static void warn_of_decimals(cr_reader *reader, const xmlNode *element, const char *name,
                             const cr_figure *figure) {
  if (figure->decimals <= MOST_DECIMALS) return;
  cr_complain(&reader->complaints, CR_ODD, "many-decimals", cr_at(reader, element, name),
              _("a share of %d decimals looks like a machine's rounding; it is kept exactly"),
              figure->decimals);
}

void cr_read_figure(cr_reader *reader, cr_figure *out, const xmlNode *element, const char *name) {
  const char *written = cr_tree_attribute(element, name);
  if (!written || !*written || reader->status != CRIBLE_OK) return;
  char *text = cr_arena_string(reader->complaints.arena, written);
  if (!text) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  cr_end ends[2];
  text += strspn(text, " ");
  for (size_t length = strlen(text); length && text[length - 1] == ' ';) text[--length] = '\0';
  int rounded = read_rounded(reader, element), count = read_ends(&out->share, ends, text);
  out->stated = true;
  if (!count) {
    cr_bad_share(reader, element, name, written);
  } else if (check_ends(reader, element, name, out, ends, count)) {
    if (rounded >= 0) {
      check_rounding(reader, element, name, ends, count, rounded);
      widen(&out->share, rounded, ends[0].percent);
    }
    int lo = percent_decimals(&out->share.lo), hi = percent_decimals(&out->share.hi);
    out->decimals = lo > hi ? lo : hi;
    out->rounded = rounded != CR_NONE;
    warn_of_decimals(reader, element, name, out);
    return;
  }
  cr_interval_set_unit(&out->share);
}
