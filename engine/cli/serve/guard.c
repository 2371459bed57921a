#include "engine/cli/serve/guard.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>

static const char *const names[] = {"127.0.0.1", "localhost"};
enum { NAMES = sizeof names / sizeof *names };

bool cr_guard_new(cr_guard *out, int port) {
  unsigned char bytes[CR_TOKEN_BYTES];
  if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) return false;
  out->port = port;
  for (int i = 0; i < CR_TOKEN_BYTES; i++) snprintf(out->token + 2 * i, 3, "%02x", bytes[i]);
  return true;
}

static const char *header(struct MHD_Connection *connection, const char *name) {
  const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value ? value : "";
}

/* Whether a value is `scheme` and one of the names with the port, which browsers leave out where it is
 * that of the protocol. */
static bool is_own(const cr_guard *guard, const char *value, const char *scheme) {
  char own[64];
  bool found = false;
  for (int i = 0; i < NAMES; i++) {
    snprintf(own, sizeof own, "%s%s:%d", scheme, names[i], guard->port);
    found = found || strcasecmp(value, own) == 0;
    snprintf(own, sizeof own, "%s%s", scheme, names[i]);
    found = found || (guard->port == 80 && strcasecmp(value, own) == 0);
  }
  return found;
}

bool cr_guard_host(const cr_guard *guard, struct MHD_Connection *connection) {
  return is_own(guard, header(connection, "Host"), "");
}

/* In a time that does not depend on how much of it is right. */
static bool is_token(const cr_guard *guard, const char *value) {
  if (strlen(value) != CR_TOKEN_LENGTH) return false;
  unsigned wrong = 0;
  for (size_t i = 0; i < CR_TOKEN_LENGTH; i++)
    wrong |= (unsigned char)value[i] ^ (unsigned char)guard->token[i];
  return wrong == 0;
}

bool cr_guard_origin(const cr_guard *guard, struct MHD_Connection *connection) {
  const char *site = header(connection, "Sec-Fetch-Site");
  if (*site && strcmp(site, "same-origin") != 0) return false;
  return is_own(guard, header(connection, "Origin"), "http://") &&
         is_token(guard, header(connection, "X-Crible-Token"));
}
