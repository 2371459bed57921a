/* What becomes of each request that reaches the server. */
#ifndef CR_SERVE_HANDLER_H
#define CR_SERVE_HANDLER_H

#include <microhttpd.h>

#include "engine/cli/serve/guard.h"
#include "engine/cli/serve/job.h"
#include "engine/cli/serve/page.h"

enum { CR_MOST_REQUESTS = 6 };

typedef enum cr_reason {
  CR_WRONG_HOST, CR_WRONG_ORIGIN, CR_WRONG_PATH, CR_WRONG_METHOD, CR_WRONG_FORM, CR_TOO_LARGE, CR_TOO_MANY,
  CR_REASONS
} cr_reason;

typedef struct cr_handler {
  cr_guard guard;
  cr_page page;
  cr_job_settings settings;
  cr_request requests[CR_MOST_REQUESTS];
  char turned_away[CR_REASONS]; /* the address of one stands for a request to be refused */
} cr_handler;

/* Callbacks of the library; `closure` is the handler. */
enum MHD_Result cr_handle(void *closure, struct MHD_Connection *connection, const char *path,
                          const char *method, const char *version, const char *bytes,
                          size_t *length, void **state);
void cr_handle_completed(void *closure, struct MHD_Connection *connection, void **state,
                         enum MHD_RequestTerminationCode code);

/* Goes on with the requests whose jobs have ended. */
void cr_handler_go_on(cr_handler *handler);
/* Ends the jobs that are running, and goes on with their requests. */
void cr_handler_stop(cr_handler *handler);

#endif
