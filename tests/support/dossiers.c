#define _DEFAULT_SOURCE /* mkstemps */
#include "tests/support/dossiers.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "importers/dossier/dossier.h"
#include "tests/support/data_folder.h"
#include "tests/support/hand_view.h"

static char *dossier_text(const char *filed, const char *body) {
  static char text[20000];
  char submission[200] = "";
  if (filed != NULL)
    snprintf(submission, sizeof submission, "<submission filed=\"%s\"/>", filed);
  int length = snprintf(text, sizeof text,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\">"
                        "%s\n%s</dossier>\n",
                        submission, body);
  cr_assert(length > 0 && (size_t)length < sizeof text);
  return text;
}

static void must_be_ok(const crible_context *context, crible_status status) {
  for (size_t i = 0; status != CRIBLE_OK && i < crible_diagnostic_count(context); i++)
    fprintf(stderr, "%s\n", crible_diagnostic_at(context, i)->message);
  cr_assert_eq(status, CRIBLE_OK);
}

void dossier_open(screened *out, crible_context *context, const char *filed, const char *body) {
  const char *text = dossier_text(filed, body);
  *out = (screened){.context = context};
  if (context == NULL) cr_assert_eq(crible_context_new(&out->context, NULL), CRIBLE_OK);
  crible_status status =
      cr_dossier_read_bytes(&out->dossier, out->context, "dossier.xml", text, strlen(text));
  must_be_ok(out->context, status);
}

void dossier_close(screened *closed) {
  crible_screening_free(closed->screening);
  crible_dossier_free(closed->dossier);
  crible_context_free(closed->context);
}

void screen_open(screened *out, const char *filed, const char *body) {
  dossier_open(out, NULL, filed, body);
  crible_status status = crible_screen(&out->screening, out->dossier, NULL);
  must_be_ok(out->context, status);
}

static void read_default_ruleset(char *text, size_t room) {
  char path[4096];
  snprintf(path, sizeof path, "%s/rulesets/secnumcloud-2023.xml", data_folder());
  FILE *file = fopen(path, "r");
  cr_assert_not_null(file, "%s", path);
  size_t length = fread(text, 1, room - 1, file);
  cr_assert_lt(length, room - 1);
  text[length] = '\0';
  fclose(file);
}

/* In the text of a ruleset, the attribute's value that `begin` leads to becomes another. */
static void put(char *text, const char *begin, const char *value) {
  char *place = strstr(text, begin);
  cr_assert_not_null(place, "no %s", begin);
  place += strlen(begin);
  char *end = strchr(place, '"');
  memmove(place + strlen(value), end, strlen(end) + 1);
  memcpy(place, value, strlen(value));
}

static void choose(char *text, const char *choice, const char *option) {
  char begin[128];
  snprintf(begin, sizeof begin, "<choice id=\"%s\" option=\"", choice);
  put(text, begin, option);
}

static void write_new(char path[RULESET_PATH], const char *text) {
  snprintf(path, RULESET_PATH, "/tmp/crible-reading-XXXXXX.xml");
  int descriptor = mkstemps(path, 4);
  cr_assert_geq(descriptor, 0);
  cr_assert_eq(write(descriptor, text, strlen(text)), (ssize_t)strlen(text));
  close(descriptor);
}

void ruleset_write(char path[RULESET_PATH], const char *choices) {
  char text[32 * 1024], wanted[1024], *left = NULL;
  read_default_ruleset(text, sizeof text / 2);
  snprintf(wanted, sizeof wanted, "%s", choices);
  for (char *one = strtok_r(wanted, " ", &left); one; one = strtok_r(NULL, " ", &left)) {
    char *equals = strchr(one, '=');
    *equals = '\0';
    choose(text, one, equals + 1);
  }
  write_new(path, text);
}

void ruleset_write_ceilings(char path[RULESET_PATH], const char *ceiling) {
  char text[32 * 1024];
  read_default_ruleset(text, sizeof text / 2);
  put(text, "<individual capital=\"", ceiling);
  put(text, "%\" votes=\"", ceiling);
  write_new(path, text);
}

void screen_under(screened *out, const char *choices, const char *when, const char *body) {
  char path[RULESET_PATH];
  ruleset_write(path, choices);
  bool date = strchr(when, 'T') == NULL;
  dossier_open(out, NULL, date ? NULL : when, body);
  const crible_screening_options options = {.ruleset = path, .as_of = date ? when : NULL};
  crible_status status = crible_screen(&out->screening, out->dossier, &options);
  unlink(path);
  must_be_ok(out->context, status);
}

const cr_criterion *criterion(const screened *of, cr_criterion_id id) {
  return &of->screening->criteria[id];
}

bool figure_is(const screened *of, cr_criterion_id id, const char *text) {
  const cr_criterion *found = criterion(of, id);
  cr_interval wanted;
  cr_interval_init(&wanted);
  hand_interval(&wanted, text);
  bool same = fmpq_equal(found->bound[0].value, &wanted.lo) &&
              fmpq_equal(found->bound[1].value, &wanted.hi) &&
              found->bound[0].attained == !wanted.lo_open &&
              found->bound[1].attained == !wanted.hi_open;
  if (!same) {
    fprintf(stderr, "%s is ", cr_criterion_name(id));
    fmpq_fprint(stderr, found->bound[0].value);
    fprintf(stderr, " to ");
    fmpq_fprint(stderr, found->bound[1].value);
    fprintf(stderr, ", not %s\n", text);
  }
  cr_interval_clear(&wanted);
  return same;
}

const cr_entity *entity_of(const screened *of, const char *id) {
  for (int i = 0; i < of->screening->entity_count; i++) {
    const cr_entity *entity = &of->screening->entities[i];
    const cr_party *party = cr_screening_party(of->screening, entity->node);
    if (strcmp(party != NULL ? party->id : "undisclosed", id) == 0) return entity;
  }
  return NULL;
}

const cr_remark *remark_of(const screened *of, const char *code) {
  const cr_remarks *remarks = &of->screening->remarks;
  for (size_t i = 0; i < remarks->count; i++)
    if (strcmp(remarks->items[i].code, code) == 0) return &remarks->items[i];
  return NULL;
}
