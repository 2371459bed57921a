/* Facts that BODS has nothing for, told one by one. */
#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/bods/writer.h"

void cr_bods_not_said(cr_bods_writer *writer, const cr_fact *fact, const char *format, int party) {
  if (writer->out.status != CRIBLE_OK) return;
  writer->out.status =
      cr_warn(writer->out.context, "not-said", writer->facts->file, fact->line, fact->column, NULL,
              format, writer->facts->parties[party].name);
}

static bool now(const cr_bods_writer *writer, const cr_fact *fact) {
  return cr_fact_valid(fact, writer->in->as_of);
}

/* Shares that are traded, and who declared some. */
static void tell_listed(cr_bods_writer *writer) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->admissions_count; i++) {
    const cr_admission *admission = &facts->admissions[i];
    if (now(writer, &admission->fact) && !cr_bods_listing_said(writer, admission))
      cr_bods_not_said(writer, &admission->fact, _("BODS cannot say on which market some shares of '%.64s' are, or that only declared holders count there"),
                       facts->classes[admission->share_class].company);
  }
  for (size_t i = 0; i < facts->declared_tables_count; i++)
    if (now(writer, &facts->declared_tables[i].fact))
      cr_bods_not_said(writer, &facts->declared_tables[i].fact, _("BODS cannot say who declared holdings in '%.64s'"),
                       facts->declared_tables[i].company);
  for (size_t i = 0; i < facts->declarations_count; i++)
    if (now(writer, &facts->declarations[i].fact))
      cr_bods_not_said(writer, &facts->declarations[i].fact, _("BODS cannot say which thresholds were crossed in '%.64s'"),
                       facts->declarations[i].company);
}

/* Facts of other days; parties are there on all. */
static void tell_other_days(cr_bods_writer *writer) {
  const cr_facts *facts = writer->facts;
  const size_t counts[] = {
#define COUNT(type, name) facts->name##_count,
      CR_FACT_KINDS(COUNT)
#undef COUNT
  };
  unsigned long others = 0;
  for (int kind = 0; kind < CR_FACT_KIND_COUNT; kind++) {
    if (kind == CR_FACT_parties || kind == CR_FACT_sources) continue;
    for (size_t i = 0; i < counts[kind]; i++)
      others += !now(writer, cr_facts_common(facts, (cr_fact_ref){(cr_fact_kind)kind, (int)i}));
  }
  if (!others || writer->out.status != CRIBLE_OK) return;
  char day[16];
  cr_date_format(day, writer->in->as_of);
  writer->out.status =
      cr_warn(writer->out.context, "other-day", facts->file, 0, 0, NULL,
              cr_plural("%lu fact that does not hold on %s is left out",
                        "%lu facts that do not hold on %s are left out", others),
              others, day);
}

void cr_bods_tell_unsaid(cr_bods_writer *writer) {
  const cr_facts *facts = writer->facts;
  tell_other_days(writer);
  tell_listed(writer);
  for (size_t i = 0; i < facts->options_count; i++)
    if (now(writer, &facts->options[i].fact))
      cr_bods_not_said(writer, &facts->options[i].fact, _("BODS cannot say that there is an option on shares of '%.64s'"),
                       facts->classes[facts->options[i].share_class].company);
  for (size_t i = 0; i < facts->concerts_count; i++)
    if (now(writer, &facts->concerts[i].fact))
      cr_bods_not_said(writer, &facts->concerts[i].fact, _("BODS cannot say that '%.64s' acts in concert with others"),
                       facts->concerts[i].members[0]);
  for (size_t i = 0; i < facts->unit_holdings_count; i++)
    if (now(writer, &facts->unit_holdings[i].fact))
      cr_bods_not_said(writer, &facts->unit_holdings[i].fact, _("BODS cannot say who holds units of '%.64s'"),
                       facts->unit_holdings[i].fund);
}
