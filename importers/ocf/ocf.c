/* From a folder or zip of files to facts. */
#include "importers/ocf/ocf.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

static const char suffix[] = ".ocf.json";

static bool is_part(const char *name) {
  size_t length = strlen(name);
  return length >= sizeof suffix - 1 && !strcmp(name + length - (sizeof suffix - 1), suffix);
}

static bool recognises(const char *head) { return strstr(head, "\"OCF_") != NULL; }

static bool recognises_archive(const cr_container *container) {
  for (size_t i = 0; i < cr_container_count(container); i++)
    if (is_part(cr_container_name(container, i))) return true;
  return false;
}

/* What a pass over the files reads: ids are there before what refers to them. */
static const struct pass {
  const char *type, *list;
  crible_status (*read)(cr_ocf_ledger *ledger, const cr_json_value *item);
} passes[] = {{"OCF_MANIFEST_FILE", NULL, cr_ocf_read_issuer},
              {"OCF_STAKEHOLDERS_FILE", "items", cr_ocf_read_stakeholder},
              {"OCF_STOCK_CLASSES_FILE", "items", cr_ocf_read_class},
              {"OCF_STOCK_PLANS_FILE", "items", cr_ocf_read_plan},
              {"OCF_TRANSACTIONS_FILE", "items", cr_ocf_read_transaction}};

static crible_status read_items(cr_ocf_ledger *ledger, const struct pass *pass) {
  cr_payload *in = &ledger->in;
  const char *type = cr_json_text(cr_json_member(in->root, "file_type"));
  const cr_json_value *list;
  if (!type || strcmp(type, pass->type)) return CRIBLE_OK;
  if (!pass->list) {
    crible_status status = cr_payload_member(&list, in, in->root, "issuer", CR_JSON_OBJECT);
    return status == CRIBLE_OK && list ? pass->read(ledger, list) : status;
  }
  crible_status status = cr_payload_member(&list, in, in->root, pass->list, CR_JSON_ARRAY);
  if (status != CRIBLE_OK) return status;
  for CR_JSON_EACH (item, list) {
    status = pass->read(ledger, item);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static crible_status read_stream(cr_ocf_ledger *ledger, const struct pass *pass) {
  cr_payload *in = &ledger->in;
  const cr_json_input input = {cr_stream_read, in->stream, ledger->file};
  crible_status status = cr_json_reader_new(&in->reader, in->context, &input);
  if (status == CRIBLE_OK) status = cr_json_next(&in->root, in->reader);
  if (status == CRIBLE_OK && in->root) status = read_items(ledger, pass);
  if (status == CRIBLE_OK && cr_json_told(in->reader, true) > 0) status = CRIBLE_E_DATA;
  if (status == CRIBLE_OK) status = cr_json_next(&in->root, in->reader);
  cr_json_reader_free(in->reader);
  in->reader = NULL;
  return status;
}

static crible_status read_member(cr_ocf_ledger *ledger, const cr_import *import, size_t member,
                                 const struct pass *pass) {
  cr_payload *in = &ledger->in;
  crible_status status = cr_stream_open(&in->stream, import->container, member);
  if (status != CRIBLE_OK) return status;
  ledger->file = cr_arena_string(in->facts->arena, cr_stream_name(in->stream));
  status = ledger->file ? read_stream(ledger, pass) : CRIBLE_E_MEMORY;
  cr_stream_close(in->stream);
  in->stream = NULL;
  return status;
}

static crible_status read_pass(cr_ocf_ledger *ledger, const cr_import *import,
                               const struct pass *pass) {
  bool archive = cr_container_has_members(import->container);
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < cr_container_count(import->container); i++)
    if (!archive || is_part(cr_container_name(import->container, i)))
      status = read_member(ledger, import, i, pass);
  if (status != CRIBLE_OK || ledger->in.subject != CR_NONE) return status;
  return cr_error(import->context, "ocf-no-issuer", ledger->in.dossier->path, 0, 0,
                  _("give the folder or the zip with all files, the manifest among them"),
                  _("no file says whose ledger this is"));
}

static crible_status add_source(cr_ocf_ledger *ledger) {
  cr_facts *facts = ledger->in.facts;
  crible_status status = cr_facts_add_sources(facts, &ledger->in.source);
  if (status == CRIBLE_OK)
    facts->sources[ledger->in.source] = (cr_source){.id = "ocf", .title = "Open Cap Format",
                                                    .kind = "register", .date = CR_DATE_NONE};
  return status;
}

/* How many shares some give is a matter of prices to come, or of terms in words. */
static crible_status warn_of_promises(const cr_ocf_ledger *ledger) {
  const int count = ledger->unknown_promises;
  if (!count) return CRIBLE_OK;
  return cr_warn(ledger->in.context, "ocf-rights", ledger->in.dossier->path, 0, 0,
                 _("state them as options in a dossier"),
                 cr_plural("%d warrant, option or convertible does not state one number of shares "
                           "of one class: it is not counted under any ruleset",
                           "%d warrants, options or convertibles do not state one number of shares "
                           "of one class: they are not counted under any ruleset",
                           count),
                 count);
}

static crible_status find_candidate(const cr_ocf_ledger *ledger, const char *candidate) {
  cr_facts *facts = ledger->in.facts;
  const cr_party *issuer = &facts->parties[ledger->in.subject];
  facts->candidate = ledger->in.subject;
  if (!candidate || !strcmp(candidate, issuer->id) || !strcmp(candidate, issuer->name))
    return CRIBLE_OK;
  return cr_error(ledger->in.context, "candidate-unknown", ledger->in.dossier->path, 0, 0,
                  _("leave out --candidate"), _("this is the ledger of '%.64s', not of '%.64s'"),
                  issuer->name, candidate);
}

static crible_status make_facts(cr_ocf_ledger *ledger, const char *candidate) {
  crible_status status = cr_ocf_fold(ledger);
  if (status == CRIBLE_OK && ledger->errors > 0) status = CRIBLE_E_DATA;
  cr_ocf_drop_empty_options(ledger->in.facts);
  if (status == CRIBLE_OK) status = cr_ocf_count_issued(ledger);
  if (status == CRIBLE_OK) status = find_candidate(ledger, candidate);
  return status == CRIBLE_OK ? warn_of_promises(ledger) : status;
}

static crible_status read(crible_dossier *dossier, const cr_import *import) {
  cr_ocf_ledger ledger = {.in = {.context = import->context, .dossier = dossier,
                                 .facts = dossier->facts, .subject = CR_NONE},
                          .classes = {.context = import->context},
                          .securities = {.context = import->context},
                          .plans = {.context = import->context},
                          .promised = {.context = import->context}};
  crible_status status = add_source(&ledger);
  for (size_t i = 0; status == CRIBLE_OK && i < sizeof passes / sizeof *passes; i++)
    status = read_pass(&ledger, import, &passes[i]);
  if (status == CRIBLE_OK) status = make_facts(&ledger, import->candidate);
  cr_bods_index_clear(&ledger.classes);
  cr_bods_index_clear(&ledger.securities);
  cr_bods_index_clear(&ledger.plans);
  cr_bods_index_clear(&ledger.promised);
  cr_release(import->context, ledger.plan_classes);
  cr_release(import->context, ledger.promises);
  cr_release(import->context, ledger.class_list);
  cr_release(import->context, ledger.transactions);
  cr_release(import->context, ledger.closed);
  cr_country_words_free(ledger.in.words);
  return status;
}

const cr_format cr_format_ocf = {.name = "ocf", .recognises = recognises, .read = read,
                                 .folders = true, .recognises_archive = recognises_archive};
