/* Who may ask: only the page that this server gave. */
#ifndef CR_SERVE_GUARD_H
#define CR_SERVE_GUARD_H

#include <microhttpd.h>
#include <stdbool.h>

enum { CR_TOKEN_BYTES = 32, CR_TOKEN_LENGTH = 2 * CR_TOKEN_BYTES };

typedef struct cr_guard {
  int port;
  char token[CR_TOKEN_LENGTH + 1]; /* hexadecimal; in the page, and asked for with each POST */
} cr_guard;

/* Draws the token; false when the system gives no random bytes. */
bool cr_guard_new(cr_guard *out, int port);

/* Whether the Host header names this server by a loopback name. A name of another site that was made
 * to lead here (DNS rebinding) is refused before anything is given. */
bool cr_guard_host(const cr_guard *guard, struct MHD_Connection *connection);

/* Whether a POST comes from the page: its Origin is this server's, and it brings the token, which
 * no other origin can read. */
bool cr_guard_origin(const cr_guard *guard, struct MHD_Connection *connection);

#endif
