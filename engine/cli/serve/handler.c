#include "engine/cli/serve/handler.h"

#include <stdlib.h>
#include <string.h>

#include "engine/cli/serve/reply.h"
#include "engine/cli/words.h"

static const struct {
  unsigned status;
  const char *sentence;
} reasons[CR_REASONS] = {
    [CR_WRONG_HOST] = {MHD_HTTP_FORBIDDEN, N_("this address does not belong to the page")},
    [CR_WRONG_ORIGIN] = {MHD_HTTP_FORBIDDEN,
                         N_("only the page itself may ask; load it again if crible was restarted")},
    [CR_WRONG_PATH] = {MHD_HTTP_NOT_FOUND, N_("there is nothing at this address")},
    [CR_WRONG_METHOD] = {MHD_HTTP_METHOD_NOT_ALLOWED, N_("this cannot be done at this address")},
    [CR_WRONG_FORM] = {MHD_HTTP_BAD_REQUEST, N_("there is no file in the request, or something that "
                                                "is not understood")},
    [CR_TOO_LARGE] = {MHD_HTTP_CONTENT_TOO_LARGE,
                      N_("the files are too many or too large: at most 256, and 64 MiB together")},
    [CR_TOO_MANY] = {MHD_HTTP_SERVICE_UNAVAILABLE,
                     N_("too many dossiers are being screened at once; try again in a moment")},
};

static enum MHD_Result refuse(struct MHD_Connection *connection, cr_reason reason) {
  return cr_reply_error(connection, reasons[reason].status, _(reasons[reason].sentence));
}

/* A form that is not wanted is read to its end before it is refused: who still sends does not hear. */
static enum MHD_Result turn_away(cr_handler *handler, void **state, cr_reason reason) {
  *state = &handler->turned_away[reason];
  return MHD_YES;
}

static bool is_turned_away(const cr_handler *handler, const void *state) {
  for (int i = 0; i < CR_REASONS; i++)
    if (state == &handler->turned_away[i]) return true;
  return false;
}

static bool is_screening(const char *path) {
  return strcmp(path, "/screen") == 0 || strcmp(path, "/whatif") == 0;
}

/* A length beyond the most, or none that can be read, is refused before anything is taken. */
static bool announces_too_much(struct MHD_Connection *connection) {
  const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
  return value && (strlen(value) > 9 || strtol(value, NULL, 10) > CR_MOST_BYTES);
}

static enum MHD_Result begin_post(cr_handler *handler, struct MHD_Connection *connection,
                                  const char *path, void **state) {
  if (announces_too_much(connection)) return refuse(connection, CR_TOO_LARGE);
  if (!cr_guard_origin(&handler->guard, connection))
    return turn_away(handler, state, CR_WRONG_ORIGIN);
  if (!is_screening(path)) return turn_away(handler, state, CR_WRONG_PATH);
  for (int i = 0; i < CR_MOST_REQUESTS; i++) {
    cr_request *request = &handler->requests[i];
    if (request->used) continue;
    if (!cr_request_begin(request, connection, strcmp(path, "/whatif") == 0))
      return turn_away(handler, state, CR_WRONG_FORM);
    *state = request;
    return MHD_YES;
  }
  return turn_away(handler, state, CR_TOO_MANY);
}

static enum MHD_Result give(cr_handler *handler, struct MHD_Connection *connection,
                            const char *path) {
  bool found = false;
  const enum MHD_Result result = cr_page_reply(&found, &handler->page, connection, path);
  if (found) return result;
  return refuse(connection, is_screening(path) ? CR_WRONG_METHOD : CR_WRONG_PATH);
}

/* Headers only: what the request is. */
static enum MHD_Result begin(cr_handler *handler, struct MHD_Connection *connection,
                             const char *path, const char *method, void **state) {
  const bool post = strcmp(method, "POST") == 0;
  if (!cr_guard_host(&handler->guard, connection)) return turn_away(handler, state, CR_WRONG_HOST);
  if (post) return begin_post(handler, connection, path, state);
  if (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0)
    return give(handler, connection, path);
  return turn_away(handler, state, CR_WRONG_METHOD);
}

static enum MHD_Result refuse_form(struct MHD_Connection *connection, cr_refusal refusal) {
  switch (refusal) {
  case CR_REFUSED_SIZE: return refuse(connection, CR_TOO_LARGE);
  case CR_REFUSED_MEMORY:
    return cr_reply_error(connection, MHD_HTTP_SERVICE_UNAVAILABLE, _("memory is short"));
  case CR_REFUSED_FORM:
  case CR_NOT_REFUSED: break;
  }
  return refuse(connection, CR_WRONG_FORM);
}

/* The form is complete: the connection sleeps until the job has ended. */
static enum MHD_Result begin_job(cr_handler *handler, cr_request *request) {
  cr_request_close_form(request);
  if (request->refusal != CR_NOT_REFUSED) return refuse_form(request->connection, request->refusal);
  if (!cr_job_begin(request, &handler->settings))
    return refuse_form(request->connection, CR_REFUSED_MEMORY);
  MHD_suspend_connection(request->connection);
  return MHD_YES;
}

static enum MHD_Result reply_with_answer(cr_request *request) {
  if (cr_job_answered(request))
    return cr_reply_file(request->connection, "application/json", request->answer);
  if (cr_job_took_too_long(request))
    return cr_reply_error(request->connection, MHD_HTTP_SERVICE_UNAVAILABLE,
                          _("this takes longer than a page can wait: use the command 'crible screen'"));
  return cr_reply_error(request->connection, MHD_HTTP_INTERNAL_SERVER_ERROR,
                        _("the screening broke off; please report this with the dossier"));
}

enum MHD_Result cr_handle(void *closure, struct MHD_Connection *connection, const char *path,
                          const char *method, const char *version, const char *bytes,
                          size_t *length, void **state) {
  cr_handler *handler = closure;
  (void)version;
  if (!*state) return begin(handler, connection, path, method, state);
  const bool turned_away = is_turned_away(handler, *state);
  cr_request *request = turned_away ? NULL : *state;
  if (*length > 0) {
    if (request) cr_request_take(request, bytes, *length);
    *length = 0;
    return MHD_YES;
  }
  if (!request) return refuse(connection, (cr_reason)((char *)*state - handler->turned_away));
  return request->answer < 0 ? begin_job(handler, request) : reply_with_answer(request);
}

void cr_handle_completed(void *closure, struct MHD_Connection *connection, void **state,
                         enum MHD_RequestTerminationCode code) {
  cr_handler *handler = closure;
  (void)connection, (void)code;
  if (!*state || is_turned_away(handler, *state)) return;
  cr_request *request = *state;
  if (request->job) cr_job_stop(request);
  cr_request_end(request);
  *state = NULL;
}

void cr_handler_go_on(cr_handler *handler) {
  cr_request *request = NULL;
  while ((request = cr_job_ended(handler->requests, CR_MOST_REQUESTS)))
    MHD_resume_connection(request->connection);
}

void cr_handler_stop(cr_handler *handler) {
  for (int i = 0; i < CR_MOST_REQUESTS; i++) {
    cr_request *request = &handler->requests[i];
    if (!request->used || !request->job) continue;
    cr_job_stop(request);
    MHD_resume_connection(request->connection);
  }
}
