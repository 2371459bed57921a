#include "engine/cli/serve/answer.h"

#include <string.h>

#include <crible/crible.h>

#include "engine/cli/serve/escape.h"
#include "engine/cli/session.h"
#include "engine/cli/words.h"

typedef struct answer {
  FILE *out;
  const cr_answer_question *question;
  crible_context *context;
  crible_dossier *dossier;
  crible_screening *own;
  crible_whatif *whatif;
  crible_screening *screening; /* the one to tell: that of the dossier, or after the changes */
  crible_readings *readings;   /* NULL: not run */
  char *result, *text, *html, *chart, *facts;
} answer;

/* Text in which the path, which says nothing to a reader, is left out before what lies in it
 * ("…/dossier.xml") and is else the name. */
static void put_text(const answer *a, const char *text) {
  const char *path = a->question->path, *name = a->question->name;
  fputc('"', a->out);
  for (const char *found = strstr(text, path); found; found = strstr(text, path)) {
    const char *rest = found + strlen(path);
    cr_escape_part(a->out, text, (size_t)(found - text));
    if (*rest != '/') cr_escape_part(a->out, name, strlen(name));
    text = rest + (*rest == '/');
  }
  cr_escape_part(a->out, text, strlen(text));
  fputc('"', a->out);
}

static void put_member(const answer *a, const char *name, const char *text) {
  fprintf(a->out, ", \"%s\": ", name);
  if (text) put_text(a, text);
  else fputs("null", a->out);
}

static void put_diagnostic(const answer *a, const crible_diagnostic *diagnostic) {
  fprintf(a->out, "{\"severity\": \"%s\"",
          diagnostic->severity == CRIBLE_ERROR ? "error" : "warning");
  put_member(a, "code", diagnostic->code);
  put_member(a, "file", diagnostic->file);
  put_member(a, "path", diagnostic->path);
  fprintf(a->out, ", \"line\": %d, \"column\": %d, \"length\": %d", diagnostic->line,
          diagnostic->column, diagnostic->length);
  put_member(a, "excerpt", diagnostic->excerpt);
  put_member(a, "message", diagnostic->message);
  put_member(a, "related", diagnostic->related);
  put_member(a, "advice", diagnostic->advice);
  fputc('}', a->out);
}

static void put_diagnostics(const answer *a) {
  const size_t count = crible_diagnostic_count(a->context);
  fputs(", \"diagnostics\": [", a->out);
  for (size_t i = 0; i < count; i++) {
    if (i) fputs(", ", a->out);
    put_diagnostic(a, crible_diagnostic_at(a->context, i));
  }
  fputc(']', a->out);
}

/* For what no diagnostic tells. */
static const char *failure_words(const answer *a, crible_status status) {
  if (a->question->no_dossier)
    return _("several files, and none of them is the dossier: it is called dossier.xml, or is the "
             "only XML file");
  switch (status) {
  case CRIBLE_OK: return NULL;
  case CRIBLE_E_MEMORY: return _("memory is short");
  case CRIBLE_E_INTERNAL:
    return _("the engine contradicts itself; please report this with the dossier");
  default: return crible_diagnostic_count(a->context) ? NULL : _("the file cannot be read");
  }
}

/* Whether the only thing told is that the file does not say which company it is about. */
static bool lacks_subject(const answer *a) {
  const crible_diagnostic *first = crible_diagnostic_at(a->context, 0);
  return crible_diagnostic_count(a->context) == 1 && strcmp(first->code, "no-subject") == 0;
}

/* The page asks for one company: it is the candidate, or whom a register's answer is about. */
static crible_status read_dossier(answer *a) {
  const char *company = a->question->request->candidate;
  crible_dossier_options options = {.candidate = *company ? company : NULL,
                                    .candidate_if_asked = 1};
  crible_status status =
      crible_dossier_read_with(&a->dossier, a->context, a->question->path, &options);
  if (status != CRIBLE_E_USAGE || !*company || !lacks_subject(a)) return status;
  crible_diagnostics_clear(a->context);
  options = (crible_dossier_options){.subject = company};
  return crible_dossier_read_with(&a->dossier, a->context, a->question->path, &options);
}

/* A change is its kind, a blank and its words: "sell holder=alpha shares=500 to=bonnet". */
static bool read_change(crible_change *out, const char *text) {
  static const struct {
    const char *word;
    crible_change_kind kind;
  } kinds[] = {{"add ", CRIBLE_ADD}, {"sell ", CRIBLE_SELL}, {"set ", CRIBLE_SET}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    const size_t length = strlen(kinds[i].word);
    if (strncmp(text, kinds[i].word, length) != 0) continue;
    *out = (crible_change){kinds[i].kind, text + length};
    return true;
  }
  return false;
}

static crible_status screen_changed(answer *a, const crible_screening_options *options) {
  crible_change changes[CR_MOST_CHANGES];
  const char *text = a->question->request->changes;
  const int count = a->question->request->change_count;
  for (int i = 0; i < count; i++, text += strlen(text) + 1)
    if (!read_change(&changes[i], text)) return CRIBLE_E_USAGE;
  const crible_status status =
      crible_whatif_run(&a->whatif, a->dossier, options, changes, (size_t)count);
  if (status == CRIBLE_OK) a->screening = crible_whatif_after(a->whatif);
  return status;
}

static crible_status screen(answer *a) {
  const cr_request *request = a->question->request;
  const crible_screening_options options = {.ruleset = a->question->ruleset,
                                            .as_of = *request->as_of ? request->as_of : NULL};
  if (request->with_changes) return screen_changed(a, &options);
  const crible_status status = crible_screen(&a->own, a->dossier, &options);
  if (status == CRIBLE_OK) a->screening = a->own;
  return status;
}

/* Whether other readings of the law share the verdict is said once for the dossier, and after each change
 * that makes it eligible. */
static crible_status read_otherwise(answer *a) {
  const cr_request *request = a->question->request;
  const bool wanted = !request->with_changes ||
                      crible_screening_verdict(a->screening) == CRIBLE_ELIGIBLE;
  return wanted ? crible_readings_run(&a->readings, a->screening) : CRIBLE_OK;
}

static crible_status write_texts(answer *a) {
  crible_report_options options = {.format = CRIBLE_JSON, .readings = a->readings};
  size_t length = 0;
  crible_status status = crible_report(&a->result, &length, a->screening, &options);
  options.format = CRIBLE_TEXT;
  if (status == CRIBLE_OK && a->whatif)
    status = crible_whatif_report(&a->text, &length, a->whatif, &options);
  else if (status == CRIBLE_OK)
    status = crible_report(&a->text, &length, a->screening, &options);
  options.format = CRIBLE_HTML;
  if (status == CRIBLE_OK && *a->question->request->report)
    status = crible_report(&a->html, &length, a->screening, &options);
  if (status == CRIBLE_OK) status = crible_chart(&a->chart, &length, a->screening, NULL);
  if (status == CRIBLE_OK) status = crible_dossier_canonical(&a->facts, &length, a->dossier);
  return status;
}

static crible_status run(answer *a) {
  if (a->question->no_dossier) return CRIBLE_E_NO_INPUT;
  crible_status status = read_dossier(a);
  if (status == CRIBLE_OK) status = screen(a);
  if (status == CRIBLE_OK) status = read_otherwise(a);
  if (status == CRIBLE_OK) status = write_texts(a);
  return status;
}

static void put_answer(const answer *a, crible_status status) {
  const bool screened = status == CRIBLE_OK;
  fprintf(a->out, "{\"exit\": %d",
          screened ? (int)crible_screening_verdict(a->screening) : crible_status_exit(status));
  put_member(a, "file", a->question->name);
  put_member(a, "failure", failure_words(a, status));
  put_diagnostics(a);
  fprintf(a->out, ", \"result\": %s", screened ? a->result : "null");
  put_member(a, "text", screened ? a->text : NULL);
  put_member(a, "html", screened ? a->html : NULL);
  put_member(a, "chart", screened ? a->chart : NULL);
  put_member(a, "dossier", screened ? a->facts : NULL);
  fputs("}\n", a->out);
}

static void let_go(answer *a) {
  crible_text_free(a->context, a->result);
  crible_text_free(a->context, a->text);
  crible_text_free(a->context, a->html);
  crible_text_free(a->context, a->chart);
  crible_text_free(a->context, a->facts);
  crible_readings_free(a->readings);
  crible_whatif_free(a->whatif);
  crible_screening_free(a->own);
  crible_dossier_free(a->dossier);
  crible_context_free(a->context);
}

bool cr_answer_write(FILE *out, const cr_answer_question *question) {
  answer a = {.out = out, .question = question};
  if (cr_session_open(&a.context) != CRIBLE_OK) return false;
  put_answer(&a, run(&a));
  let_go(&a);
  return !ferror(out);
}
