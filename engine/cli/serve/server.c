#include "engine/cli/serve/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "engine/cli/serve/handler.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { MOST_CONNECTIONS = 64, IDLE_SECONDS = 30, MOST_WAITING = 32 };

static bool complain(int port) {
  if (errno == EADDRINUSE)
    cr_terminal_complain(_("port %d is taken by another program; without --port a free one is found"),
                         port);
  else if (errno == EACCES)
    cr_terminal_complain(_("port %d is not allowed; without --port a free one is found"), port);
  else cr_terminal_complain(_("no page can be served on this machine: %s"), strerror(errno));
  return false;
}

/* Listens on the loopback interface only, and says on which port in the end. */
static bool listen_on(int *out, int *port) {
  const int yes = 1;
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons((uint16_t)*port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  struct sockaddr *any = (struct sockaddr *)&address;
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener < 0) return complain(*port);
  if (setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
      bind(listener, any, length) != 0 || listen(listener, MOST_WAITING) != 0 ||
      getsockname(listener, any, &length) != 0) {
    complain(*port);
    close(listener);
    return false;
  }
  *out = listener;
  *port = ntohs(address.sin_port);
  return true;
}

/* Signals are read like anything else that happens, so that none comes in between; jobs inherit that they
 * are held back, and are ended by the server. */
static int open_signals(void) {
  sigset_t wanted;
  sigemptyset(&wanted);
  sigaddset(&wanted, SIGINT);
  sigaddset(&wanted, SIGTERM);
  sigaddset(&wanted, SIGCHLD);
  if (sigprocmask(SIG_BLOCK, &wanted, NULL) != 0) return -1;
  return signalfd(-1, &wanted, SFD_NONBLOCK);
}

/* Reads what came; true when it says to stop. */
static bool told_to_stop(int signals) {
  struct signalfd_siginfo signal;
  bool stop = false;
  while (read(signals, &signal, sizeof signal) == (ssize_t)sizeof signal)
    stop = stop || signal.ssi_signo != SIGCHLD;
  return stop;
}

/* Waits for something to happen and lets the library deal with it. */
static bool turn(struct MHD_Daemon *daemon, cr_handler *handler, int signals) {
  fd_set read_set, write_set, except_set;
  FD_ZERO(&read_set);
  FD_ZERO(&write_set);
  FD_ZERO(&except_set);
  int highest = signals;
  FD_SET(signals, &read_set);
  if (MHD_get_fdset(daemon, &read_set, &write_set, &except_set, &highest) != MHD_YES) return false;
  MHD_UNSIGNED_LONG_LONG milliseconds = 0;
  const bool limited = MHD_get_timeout(daemon, &milliseconds) == MHD_YES;
  struct timeval most = {.tv_sec = (time_t)(milliseconds / 1000),
                         .tv_usec = (suseconds_t)(milliseconds % 1000 * 1000)};
  if (select(highest + 1, &read_set, &write_set, &except_set, limited ? &most : NULL) < 0)
    return errno == EINTR;
  if (FD_ISSET(signals, &read_set) && told_to_stop(signals)) return false;
  cr_handler_go_on(handler);
  return MHD_run_from_select(daemon, &read_set, &write_set, &except_set) == MHD_YES;
}

static void say_where(int port) {
  printf("http://127.0.0.1:%d/\n", port);
  fflush(stdout);
  if (cr_terminal_attached(stderr))
    fprintf(stderr, "%s\n", _("Open this address in a browser. Ctrl-C ends it."));
}

static int serve(int listener, int port, cr_handler *handler) {
  const int signals = open_signals();
  struct MHD_Daemon *daemon =
      signals < 0 ? NULL
                  : MHD_start_daemon(MHD_ALLOW_SUSPEND_RESUME, (uint16_t)port, NULL, NULL,
                                     cr_handle, handler, MHD_OPTION_LISTEN_SOCKET, listener,
                                     MHD_OPTION_NOTIFY_COMPLETED, cr_handle_completed, handler,
                                     MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS,
                                     MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
                                     MHD_OPTION_END);
  if (!daemon) {
    complain(port);
    if (signals >= 0) close(signals);
    close(listener);
    return CR_EXIT_INTERNAL;
  }
  say_where(port);
  while (turn(daemon, handler, signals)) continue;
  cr_handler_stop(handler);
  MHD_stop_daemon(daemon);
  close(signals);
  return CR_EXIT_OK;
}

int cr_serve(int port, const char *ruleset) {
  static const char default_ruleset[] = "secnumcloud-2023";
  cr_handler handler = {.settings.ruleset = ruleset};
  int listener = -1;
  if (!listen_on(&listener, &port)) return CR_EXIT_IO;
  if (!cr_guard_new(&handler.guard, port) ||
      !cr_page_make(&handler.page, handler.guard.token, ruleset ? ruleset : default_ruleset)) {
    cr_terminal_complain("%s", _("memory is short"));
    close(listener);
    return CR_EXIT_INTERNAL;
  }
  const int status = serve(listener, port, &handler);
  cr_page_free(&handler.page);
  return status;
}
