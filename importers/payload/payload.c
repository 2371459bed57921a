/* Opening an answer, and whose it is. */
#include "importers/payload/payload.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/dossier/identifiers.h"

enum { SIREN = CR_SIREN_DIGITS };

static crible_status usage(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_E_USAGE : status;
}

/* A SIREN is often written in groups of three digits. */
static bool read_siren(char out[SIREN + 1], const char *text) {
  size_t used = 0;
  for (; *text; text++) {
    if (*text == ' ') continue;
    if (used == SIREN) return false;
    out[used++] = *text;
  }
  out[used] = '\0';
  return cr_siren_valid(out);
}

static crible_status check_subject(char siren[SIREN + 1], const cr_import *import,
                                   const char *path) {
  if (!import->subject || !*import->subject) {
    return usage(cr_error(import->context, "no-subject", path, 0, 0,
                          _("name it with --subject SIREN"),
                          _("the register's answer does not say which company it is about")));
  }
  if (read_siren(siren, import->subject)) return CRIBLE_OK;
  return usage(cr_error(import->context, "bad-subject", path, 0, 0,
                        _("a SIREN has nine digits, the last of which checks the others"),
                        _("'%.64s' is no SIREN"), import->subject));
}

static crible_status add_source(cr_payload *payload, const char *id, const char *title) {
  crible_status status = cr_facts_add_sources(payload->facts, &payload->source);
  if (status != CRIBLE_OK) return status;
  payload->facts->sources[payload->source] =
      (cr_source){.id = id, .title = title, .kind = "register", .date = CR_DATE_NONE,
                  .gathered = true};
  return CRIBLE_OK;
}

/* The documentation's examples are YAML around the answer; a page about them is Markdown. */
static crible_status refuse_other(const cr_payload *payload, const char *text, size_t length,
                                  size_t at) {
  const char *name = cr_stream_name(payload->stream);
  static const char mark[] = "payload: |";
  bool yaml = false;
  for (size_t i = at; !yaml && i + sizeof mark <= length; i++)
    yaml = !memcmp(text + i, mark, sizeof mark - 1);
  return cr_error(payload->context, "not-json", name, 1, 1,
                  yaml ? _("save what stands below 'payload: |-' in a file of its own")
                       : _("give the answer itself, which begins with '{'"),
                  "%s", yaml ? _("this is YAML around a register's answer, not the answer")
                             : _("this is not a register's answer, which is a JSON object"));
}

/* The first block is looked at before a reader of JSON complains of its first letter. */
static crible_status check_beginning(cr_payload *payload, cr_container *container) {
  const char *text;
  size_t length, at = 0;
  crible_status status = cr_stream_open(&payload->stream, container, 0);
  if (status == CRIBLE_OK) status = cr_stream_next(payload->stream, &text, &length);
  if (status != CRIBLE_OK) return status;
  if (length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) at = 3;
  while (at < length && strchr(" \t\r\n", text[at]) && text[at]) at++;
  bool ascii = at < length && (unsigned char)text[at] < 0x80; /* other bytes are the reader's */
  if (ascii && text[at] != '{' && text[at] != '[')
    status = refuse_other(payload, text, length, at);
  cr_stream_close(payload->stream);
  payload->stream = NULL;
  return status;
}

/* What the register says when it does not know the company. */
static crible_status refuse_errors(cr_payload *payload) {
  const cr_json_value *errors = cr_json_member(payload->root, "errors");
  const cr_json_value *first = errors ? cr_json_first(errors) : NULL;
  if (!errors) return CRIBLE_OK;
  const char *title = cr_json_text(cr_json_member(first, "title"));
  const char *detail = cr_json_text(cr_json_member(first, "detail"));
  return cr_json_error(payload->reader, errors, NULL, "register-says-no",
                       _("ask the register again, for a company that it knows"),
                       _("the register gave no answer: %.100s. %.300s"), title ? title : "?",
                       detail ? detail : "");
}

static crible_status read_root(cr_payload *payload, cr_container *container) {
  crible_status status = cr_stream_open(&payload->stream, container, 0);
  if (status != CRIBLE_OK) return status;
  const cr_json_input input = {cr_stream_read, payload->stream, cr_stream_name(payload->stream)};
  status = cr_json_reader_new(&payload->reader, payload->context, &input);
  if (status == CRIBLE_OK) status = cr_json_next(&payload->root, payload->reader);
  if (status != CRIBLE_OK) return status;
  if (!payload->root || payload->root->kind != CR_JSON_OBJECT ||
      cr_json_in_array(payload->reader)) {
    return cr_error(payload->context, "not-json", input.file, 1, 1,
                    _("give the answer itself, which begins with '{'"),
                    _("this is not a register's answer, which is a JSON object"));
  }
  return refuse_errors(payload);
}

crible_status cr_payload_open(cr_payload *out, crible_dossier *dossier, const cr_import *import,
                              const char *source, const char *title) {
  char siren[SIREN + 1];
  *out = (cr_payload){.context = import->context, .dossier = dossier, .facts = dossier->facts,
                      .subject = CR_NONE, .source = CR_NONE};
  crible_status status = check_subject(siren, import, dossier->path);
  if (status == CRIBLE_OK && cr_container_count(import->container) != 1) {
    status = cr_error(import->context, "several-files", dossier->path, 0, 0,
                      _("give each answer by itself, with its own subject"),
                      _("an answer of a register is one file, this holds several or none"));
  }
  if (status == CRIBLE_OK) status = check_beginning(out, import->container);
  if (status == CRIBLE_OK) status = read_root(out, import->container);
  if (status == CRIBLE_OK) status = add_source(out, source, title);
  const cr_payload_party party = {.kind = CR_COMPANY, .siren = siren, .id = siren};
  return status == CRIBLE_OK ? cr_payload_add_party(&out->subject, NULL, out, out->root, &party)
                             : status;
}

crible_status cr_payload_finish(cr_payload *payload, const char *candidate) {
  cr_facts *facts = payload->facts;
  char siren[SIREN + 1];
  if (cr_json_told(payload->reader, true) > 0) return CRIBLE_E_DATA;
  crible_status status = cr_json_next(&payload->root, payload->reader);
  if (status != CRIBLE_OK) return status;
  if (payload->root) {
    return cr_json_error(payload->reader, payload->root, NULL, "several-answers",
                         _("give each answer by itself, with its own subject"),
                         _("after the register's answer there is another value"));
  }
  facts->candidate = payload->subject;
  if (!candidate) return CRIBLE_OK;
  facts->candidate = cr_facts_party(facts, read_siren(siren, candidate) ? siren : candidate);
  if (facts->candidate != CR_NONE && facts->parties[facts->candidate].kind == CR_COMPANY)
    return CRIBLE_OK;
  return cr_error(payload->context, "candidate-unknown", payload->dossier->path, 0, 0,
                  _("--candidate takes the SIREN of a company that the answer names"),
                  _("no company of the answer is '%.64s'"), candidate);
}

void cr_payload_close(cr_payload *payload) {
  cr_json_reader_free(payload->reader);
  cr_stream_close(payload->stream);
  cr_country_words_free(payload->words);
}
