#include <stdio.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/screening/passes.h"

static const char *date_advice(void) {
  return _("give the date of the facts with --as-of YYYY-MM-DD");
}

/* Tells a usage error that the dossier's submission leads to. */
static crible_status no_date(const struct crible_screening *screening, const char *code,
                             const char *message) {
  crible_status status = cr_error(screening->context, code, screening->facts->file, 0, 0,
                                  date_advice(), "%s", message);
  return status == CRIBLE_E_MEMORY ? status : CRIBLE_E_USAGE;
}

static crible_status parse_as_of(struct crible_screening *screening, const char *as_of) {
  if (cr_date_parse(&screening->as_of, as_of) == CRIBLE_OK) return CRIBLE_OK;
  crible_status status =
      cr_error(screening->context, "as-of-not-a-date", NULL, 0, 0, date_advice(),
               _("'%s' is not a date"), as_of);
  return status == CRIBLE_E_MEMORY ? status : CRIBLE_E_USAGE;
}

static crible_status remark_late(struct crible_screening *screening) {
  const cr_remark late = {.kind = CR_ODDITY,
                          .code = "filed-after-last-collection",
                          .party = screening->facts->candidate,
                          .other = CR_NONE,
                          .property = CR_NONE,
                          .detail = screening->facts->filed_at_text};
  return cr_remarks_add(&screening->remarks, screening->arena, &late);
}

/* The day of filing, where it was filed: as written, with its offset. */
static crible_status take_filing(struct crible_screening *screening) {
  char day[11] = "";
  if (screening->facts->filed_at_text != NULL)
    snprintf(day, sizeof day, "%.10s", screening->facts->filed_at_text);
  return cr_date_parse(&screening->as_of, day) == CRIBLE_OK ? CRIBLE_OK : CRIBLE_E_INTERNAL;
}

static crible_status take_decision(struct crible_screening *screening) {
  if (screening->facts->decided == CR_DATE_NONE)
    return no_date(screening, "no-decision",
                   _("the dossier does not say when it was decided, and the ruleset takes the facts "
                     "of that day"));
  screening->as_of = screening->facts->decided;
  return CRIBLE_OK;
}

crible_status cr_pass_date(struct crible_screening *screening, const char *as_of) {
  const int64_t filed_at = screening->facts->filed_at;
  const bool filed = filed_at != INT64_MIN;
  const cr_collection *collection =
      filed ? cr_reference_collection(screening->reference, filed_at) : NULL;

  screening->as_of_given = as_of != NULL;
  if (as_of != NULL) {
    crible_status status = parse_as_of(screening, as_of);
    if (status == CRIBLE_OK && filed && collection == NULL) status = remark_late(screening);
    return status;
  }
  const uint8_t taken = screening->ruleset->reading.option[CR_CHOICE_REFERENCE_DATE];
  if (taken == CR_REFERENCE_DATE_DECISION) return take_decision(screening);
  if (filed && taken == CR_REFERENCE_DATE_FILING) return take_filing(screening);
  if (!filed)
    return no_date(screening, "no-submission",
                   _("the dossier does not say when it was filed: its facts have no date"));
  if (collection == NULL)
    return no_date(screening, "filed-after-last-collection",
                   _("the dossier was filed after the last collection had closed"));
  screening->as_of = collection->date;
  return CRIBLE_OK;
}
