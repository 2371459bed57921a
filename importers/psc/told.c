/* Records that are no facts about anybody's holding: told, as what a register does not say. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/psc/package.h"

crible_status cr_psc_tell(cr_psc_package *package, const cr_psc_record *record) {
  const char *statement = cr_json_text(cr_json_member(record->data, "statement"));
  (void)package;
  if (statement)
    return cr_json_warn(record->reader, record->data, "statement", "psc-statement", NULL,
                        _("company %s states '%.100s': nobody is named there"), record->number,
                        statement);
  if (!strncmp(record->kind, "super-secure", sizeof "super-secure" - 1))
    return cr_json_warn(record->reader, record->data, NULL, "psc-protected", NULL,
                        _("a person of company %s is protected: neither name nor holding is "
                          "published"),
                        record->number);
  if (!strcmp(record->kind, "exemptions"))
    return cr_json_warn(record->reader, record->data, NULL, "psc-exempt", NULL,
                        _("company %s is exempt from naming its persons with significant control"),
                        record->number);
  return cr_json_warn(record->reader, record->data, "kind", "psc-kind", NULL,
                      _("records of kind '%.64s' are not known: it is left out"), record->kind);
}

static crible_status check_count(const cr_psc_record *record, const char *member, uint64_t read) {
  const cr_json_value *stated = cr_json_member(record->data, member);
  uint64_t count = 0;
  if (!stated || stated->kind != CR_JSON_NUMBER) return CRIBLE_OK;
  for (uint32_t i = 0; i < stated->length && stated->text[i] >= '0' && stated->text[i] <= '9'; i++)
    count = 10 * count + (uint64_t)(stated->text[i] - '0');
  if (count == read) return CRIBLE_OK;
  return cr_json_warn(record->reader, record->data, member, "psc-count",
                      _("if it should be the whole file, take it again"),
                      _("the closing record tells of %llu records and %llu are there"),
                      (unsigned long long)count, (unsigned long long)read);
}

crible_status cr_psc_check_totals(const cr_psc_package *package, const cr_psc_record *record) {
  crible_status status =
      check_count(record, "persons_of_significant_control_count", package->persons);
  if (status == CRIBLE_OK) status = check_count(record, "statements_count", package->statements);
  if (status == CRIBLE_OK) status = check_count(record, "exemptions_count", package->exemptions);
  return status;
}
