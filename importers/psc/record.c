/* What every record of the snapshot has. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "importers/psc/package.h"

static bool ends(const char *text, const char *with) {
  size_t length = strlen(text), tail = strlen(with);
  return length >= tail && !strcmp(text + length - tail, with);
}

/* Some writers make numbers of company numbers. */
static void read_number(cr_psc_record *record, const cr_json_value *written) {
  char text[CR_VALUE_ROOM];
  cr_spelling spelling;
  record->number[0] = '\0';
  record->key = 0;
  if (!written || (written->kind != CR_JSON_STRING && written->kind != CR_JSON_NUMBER)) return;
  snprintf(text, sizeof text, "%.*s", (int)written->length, written->text);
  if (!cr_identifier_spell(&spelling, CR_SCHEME_UK, text)) return;
  strcpy(record->number, spelling.value);
  record->key = cr_key_of(CR_SCHEME_UK, spelling.value);
}

bool cr_psc_record_of(cr_psc_record *out, cr_json_reader *reader, const cr_json_value *element) {
  *out = (cr_psc_record){.reader = reader, .element = element};
  out->data = cr_json_member(element, "data");
  out->kind = cr_json_text(cr_json_member(out->data, "kind"));
  read_number(out, cr_json_member(element, "company_number"));
  if (!out->kind) return false;
  return *out->number || ends(out->kind, "-snapshot");
}

bool cr_psc_is_person(const cr_psc_record *record) {
  return ends(record->kind, "person-with-significant-control") ||
         ends(record->kind, "beneficial-owner");
}

static cr_date day(const cr_psc_record *record, const char *member) {
  const char *text = cr_json_text(cr_json_member(record->data, member));
  cr_date date;
  return text && cr_date_parse(&date, text) == CRIBLE_OK ? date : CR_DATE_NONE;
}

/* One that ceased on a day that is not stated says nothing of any day. */
bool cr_psc_period(cr_period *out, const cr_psc_record *record) {
  const cr_json_value *ceased = cr_json_member(record->data, "ceased");
  *out = (cr_period){day(record, "notified_on"), day(record, "ceased_on")};
  if (out->to == CR_DATE_NONE) return !ceased || ceased->kind != CR_JSON_TRUE;
  return out->from == CR_DATE_NONE || out->from < out->to;
}

const char *cr_psc_country(const cr_country_words *words, const char *written) {
  static const char *const parts[] = {"england", "wales", "scotland", "northern ireland",
                                      "england and wales", "england & wales", "great britain",
                                      "england, united kingdom", "scotland, united kingdom",
                                      "wales, united kingdom", "united kingdom (england)",
                                      "northern ireland, united kingdom"};
  char lower[CR_VALUE_ROOM];
  size_t length = 0;
  if (!written) return NULL;
  for (; written[length] && length + 1 < sizeof lower; length++)
    lower[length] = (char)tolower((unsigned char)written[length]);
  lower[length] = '\0';
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (!strcmp(lower, parts[i])) return "GB";
  return cr_country_of(words, written);
}

crible_status cr_psc_fact(cr_fact *out, cr_psc_package *package, const cr_psc_record *record,
                          cr_period period) {
  const cr_json_value *links = cr_json_member(record->data, "links");
  const char *place = cr_json_text(cr_json_member(links, "self"));
  if (!place) place = cr_json_text(cr_json_member(record->data, "etag"));
  char *locator = cr_arena_string(package->facts->arena, place ? place : record->number);
  if (!locator) return CRIBLE_E_MEMORY;
  *out = (cr_fact){.period = period,
                   .recorded = CR_DATE_NONE,
                   .source = package->source,
                   .locator = locator,
                   .line = (int)record->element->line,
                   .column = (int)record->element->column};
  return CRIBLE_OK;
}
