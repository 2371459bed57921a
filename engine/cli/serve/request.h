/* One request to screen: the files and fields of its form, and the answer to come. */
#ifndef CR_SERVE_REQUEST_H
#define CR_SERVE_REQUEST_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
  CR_MOST_FILES = 256,
  CR_MOST_CHANGES = 64,
  CR_NAME_ROOM = 512,
  CR_CHANGES_ROOM = 16 * 1024,
  CR_MOST_BYTES = 64 * 1024 * 1024 /* of a whole request */
};

typedef struct cr_upload {
  char name[CR_NAME_ROOM]; /* as it was dropped, with the folders that it lay in */
  int descriptor;          /* its bytes: memory without a name */
} cr_upload;

/* What a request was refused for, once its form has been read. */
typedef enum cr_refusal {
  CR_NOT_REFUSED,
  CR_REFUSED_FORM,   /* a field that there is not, or one that is too long */
  CR_REFUSED_SIZE,   /* more bytes, files or changes than are taken */
  CR_REFUSED_MEMORY
} cr_refusal;

typedef struct cr_request {
  bool used;
  bool with_changes; /* POST /whatif: there must be some */
  struct MHD_Connection *connection;
  struct MHD_PostProcessor *form;
  cr_refusal refusal;
  size_t received;
  cr_upload files[CR_MOST_FILES];
  int file_count;
  char changes[CR_CHANGES_ROOM]; /* one after the other, each with its NUL */
  size_t changes_used;
  int change_count;
  char as_of[32], candidate[CR_NAME_ROOM], report[8]; /* "": not said */
  int answer;     /* where the job writes; -1: not begun */
  pid_t job;      /* 0: not running */
  int job_status; /* as wait gives it, once it has ended */
} cr_request;

/* Begins a request in a place that is not used; false when it brings no form, or memory is short. */
bool cr_request_begin(cr_request *request, struct MHD_Connection *connection, bool with_changes);
/* The next bytes of the form. What is wrong with it is kept as the refusal. */
void cr_request_take(cr_request *request, const char *bytes, size_t length);
/* The form is complete. */
void cr_request_close_form(cr_request *request);
/* Lets go of all that it holds. */
void cr_request_end(cr_request *request);

#endif
