#include "engine/cli/serve/reply.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/serve/escape.h"
#include "engine/cli/serve/memory_file.h"

/* Nothing but what this server gives runs, is shown or is asked; no other site frames the page,
 * reads it or is told where it is; no browser keeps it. */
static const struct {
  const char *name, *value;
} headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
     "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
};
enum { HEADERS = sizeof headers / sizeof *headers };

/* Sends a response, which is let go of. */
static enum MHD_Result send_off(struct MHD_Connection *connection, unsigned status,
                                const char *type, struct MHD_Response *response) {
  if (!response) return MHD_NO;
  enum MHD_Result result = MHD_add_response_header(response, "Content-Type", type);
  for (int i = 0; i < HEADERS && result == MHD_YES; i++)
    result = MHD_add_response_header(response, headers[i].name, headers[i].value);
  if (result == MHD_YES && status == MHD_HTTP_METHOD_NOT_ALLOWED)
    result = MHD_add_response_header(response, "Allow", "GET, HEAD, POST");
  if (result == MHD_YES) result = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return result;
}

/* The library takes bytes of a response as its own to change, and never changes them. */
static struct MHD_Response *lasting(const char *bytes, size_t length) {
  union {
    const char *given;
    void *taken;
  } text = {bytes};
  return MHD_create_response_from_buffer(length, text.taken, MHD_RESPMEM_PERSISTENT);
}

enum MHD_Result cr_reply_bytes(struct MHD_Connection *connection, unsigned status,
                               const char *type, const char *bytes, size_t length) {
  return send_off(connection, status, type, lasting(bytes, length));
}

enum MHD_Result cr_reply_file(struct MHD_Connection *connection, const char *type,
                              int descriptor) {
  struct stat about;
  const int own = dup(descriptor);
  if (own < 0 || fstat(own, &about) != 0) {
    if (own >= 0) close(own);
    return MHD_NO;
  }
  struct MHD_Response *response = MHD_create_response_from_fd64((uint64_t)about.st_size, own);
  if (!response) close(own);
  return send_off(connection, MHD_HTTP_OK, type, response);
}

enum MHD_Result cr_reply_error(struct MHD_Connection *connection, unsigned status,
                               const char *sentence) {
  const int descriptor = cr_memory_file();
  FILE *out = descriptor < 0 ? NULL : fdopen(descriptor, "w+");
  if (!out) {
    if (descriptor >= 0) close(descriptor);
    return MHD_NO;
  }
  fputs("{\"error\": ", out);
  cr_escape_text(out, sentence, strlen(sentence));
  fputs("}\n", out);
  const long length = fflush(out) == 0 ? ftell(out) : -1;
  const int own = length < 0 ? -1 : dup(descriptor);
  fclose(out);
  struct MHD_Response *response =
      own < 0 ? NULL : MHD_create_response_from_fd64((uint64_t)length, own);
  if (!response && own >= 0) close(own);
  return send_off(connection, status, "application/json", response);
}
