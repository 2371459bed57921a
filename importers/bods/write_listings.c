/* Admissions to markets: that there is a listing in the member that BODS has for it, on which market
 * in a note, as a listing of BODS needs a ticker, which no fact states. */
#include <string.h>

#include "importers/bods/writer.h"

static bool now(const cr_bods_writer *writer, const cr_fact *fact) {
  return cr_fact_valid(fact, writer->in->as_of);
}

/* Only declared holders count in a listed company. Where declarations were lost, whoever reads the
 * file would take them for holders who do not count. */
static bool has_declarations(const cr_bods_writer *writer, int company) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->declared_tables_count; i++)
    if (facts->declared_tables[i].company == company && now(writer, &facts->declared_tables[i].fact))
      return true;
  for (size_t i = 0; i < facts->declarations_count; i++)
    if (facts->declarations[i].company == company && now(writer, &facts->declarations[i].fact))
      return true;
  return false;
}

static bool admitted(const cr_bods_writer *writer, int share_class, const char *mic) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->admissions_count; i++) {
    const cr_admission *admission = &facts->admissions[i];
    if (admission->share_class == share_class && !strcmp(admission->mic, mic) &&
        now(writer, &admission->fact))
      return true;
  }
  return false;
}

/* A listing of BODS is of the whole entity. */
static bool all_admitted(const cr_bods_writer *writer, int company, const char *mic) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->classes_count; i++)
    if (facts->classes[i].company == company && now(writer, &facts->classes[i].fact) &&
        !admitted(writer, (int)i, mic))
      return false;
  return true;
}

bool cr_bods_listing_said(const cr_bods_writer *writer, const cr_admission *admission) {
  const cr_share_class *listed = &writer->facts->classes[admission->share_class];
  return now(writer, &admission->fact) && now(writer, &listed->fact) &&
         !has_declarations(writer, listed->company) &&
         all_admitted(writer, listed->company, admission->mic);
}

/* Another class's admission to the same market says nothing new. */
static bool said_before(const cr_bods_writer *writer, size_t at, int company) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < at; i++) {
    const cr_admission *admission = &facts->admissions[i];
    if (facts->classes[admission->share_class].company == company &&
        !strcmp(admission->mic, facts->admissions[at].mic) &&
        cr_bods_listing_said(writer, admission))
      return true;
  }
  return false;
}

bool cr_bods_put_listing_notes(cr_bods_writer *writer, int party) {
  const cr_facts *facts = writer->facts;
  bool listed = false;
  for (size_t i = 0; i < facts->admissions_count; i++) {
    const cr_admission *admission = &facts->admissions[i];
    if (facts->classes[admission->share_class].company != party ||
        !cr_bods_listing_said(writer, admission) || said_before(writer, i, party))
      continue;
    const char *words = cr_arena_printf(writer->arena, "admission %s", admission->mic);
    if (!words) writer->out.status = CRIBLE_E_MEMORY;
    cr_bods_put_note(writer, "/recordDetails/publicListing", words);
    listed = true;
  }
  return listed;
}
