#include "tests/bods/package_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "tests/support/dossier_text.h"

static void add(package_text *package, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add(package_text *package, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int used = vsnprintf(package->text + package->used, sizeof package->text - package->used, format,
                       arguments);
  va_end(arguments);
  package->used += (size_t)used;
  cr_assert_lt(package->used, sizeof package->text);
}

static void begin(package_text *package, const char *type, const char *id) {
  add(package, "%s{\"statementId\":\"%032d\",\"declarationSubject\":\"C\",\"statementDate\":\"%s\",",
      package->statements ? ",\n" : "[", package->statements,
      package->day ? package->day : "2023-01-01");
  add(package, "\"recordStatus\":\"%s\",\"recordType\":\"%s\",\"recordId\":\"%s\",",
      package->status ? package->status : "new", type, id);
  add(package, "\"recordDetails\":{\"isComponent\":false");
  package->statements++;
}

void package_entity_of(package_text *package, const char *id, const char *type, const char *more) {
  begin(package, "entity", id);
  add(package, ",\"entityType\":{\"type\":\"%s\"%s%s", type, strstr(more, "\"subtype\"") ? "," : "},",
      strstr(more, "\"subtype\"") ? more : "");
  if (strstr(more, "\"subtype\"")) add(package, "},");
  add(package, "\"name\":\"%s\"%s%s}}", id, *more && !strstr(more, "\"subtype\"") ? "," : "",
      strstr(more, "\"subtype\"") ? "" : more);
}

void package_entity(package_text *package, const char *id, const char *country) {
  char more[128] = "";
  if (country) sprintf(more, "\"jurisdiction\":{\"name\":\"somewhere\",\"code\":\"%s\"}", country);
  package_entity_of(package, id, "registeredEntity", more);
}

void package_person(package_text *package, const char *id, const char *residence) {
  begin(package, "person", id);
  add(package, ",\"personType\":\"knownPerson\",\"names\":[{\"fullName\":\"%s\"}]", id);
  if (residence)
    add(package,
        ",\"addresses\":[{\"type\":\"residence\",\"country\":{\"name\":\"x\",\"code\":\"%s\"}}]",
        residence);
  add(package, "}}");
}

void package_link(package_text *package, const char *id, const char *subject, const char *party,
                  const char *interests, const char *more) {
  begin(package, "relationship", id);
  add(package, ",\"subject\":\"%s\",\"interestedParty\":\"%s\"", subject, party);
  add(package, ",\"interests\":[%s]%s%s}}", interests, *more ? "," : "", more);
}

void package_holds(package_text *package, const char *subject, const char *party, const char *type,
                   const char *share) {
  char id[32], interest[512];
  sprintf(id, "link-%d", package->statements);
  snprintf(interest, sizeof interest,
           "{\"type\":\"%s\",\"directOrIndirect\":\"direct\",\"share\":{%s}}", type, share);
  package_link(package, id, subject, party, interest, "");
}

void package_raw(package_text *package, const char *statement) {
  add(package, "%s%s", package->statements++ ? ",\n" : "[", statement);
}

crible_status package_read_bytes(crible_dossier **out, crible_context *context, const char *text,
                                 size_t length, const crible_dossier_options *options) {
  char path[] = "/tmp/crible-bods-XXXXXX";
  int file = mkstemp(path);
  cr_assert_geq(file, 0);
  cr_assert_eq(write(file, text, length), (ssize_t)length);
  close(file);
  crible_status status = crible_dossier_read_with(out, context, path, options);
  unlink(path);
  return status;
}

crible_status package_read(crible_dossier **out, crible_context *context,
                           const package_text *package) {
  const crible_dossier_options options = {.candidate = "C"};
  char *text = malloc(package->used + 2);
  memcpy(text, package->text, package->used);
  strcpy(text + package->used, "]");
  crible_status status =
      package_read_bytes(out, context, text, package->used + 1, &options);
  free(text);
  return status;
}

static void put_criterion(FILE *out, const crible_criterion *criterion) {
  static const char statuses[] = "muv";
  if (!criterion->threshold) {
    fprintf(out, "%c", statuses[criterion->status]);
    return;
  }
  fprintf(out, "%c%s,%s%c ", criterion->lower.attained ? '[' : '(', criterion->lower.value,
          criterion->upper.value, criterion->upper.attained ? ']' : ')');
}

static const char *first_error(const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++)
    if (crible_diagnostic_at(context, i)->severity == CRIBLE_ERROR)
      return crible_diagnostic_at(context, i)->code;
  return "no error told";
}

char *dossier_figures(crible_dossier *dossier, crible_context *context, const char *as_of) {
  char *text = NULL;
  size_t length;
  crible_screening *screening = NULL;
  crible_screening_options options = {.as_of = as_of};
  FILE *out = open_memstream(&text, &length);
  crible_status status = crible_screen(&screening, dossier, &options);
  if (status != CRIBLE_OK) fputs(first_error(context), out);
  for (size_t i = 0; status == CRIBLE_OK && i < 6; i++) {
    crible_criterion criterion;
    cr_assert_eq(crible_screening_criterion(&criterion, screening, i), CRIBLE_OK);
    put_criterion(out, &criterion);
  }
  fclose(out);
  crible_screening_free(screening);
  return text;
}

char *package_figures(const package_text *package, const char *as_of) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_status status = package_read(&dossier, context, package);
  char *text = status == CRIBLE_OK ? dossier_figures(dossier, context, as_of)
                                   : strdup(first_error(context));
  crible_dossier_free(dossier);
  crible_context_free(context);
  return text;
}

char *package_said(const package_text *package) {
  char *text = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  FILE *out = open_memstream(&text, &length);
  crible_status status = package_read(&dossier, context, package);
  cr_assert(status == CRIBLE_OK || status == CRIBLE_E_DATA);
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *told = crible_diagnostic_at(context, i);
    fprintf(out, "%s %s\n", told->code, told->path ? told->path : "");
  }
  fclose(out);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return text;
}
