/* The local page: a server on the loopback interface that keeps nothing.
 *
 *   files dropped on the page → request → job, a process of its own → answer → the page
 *
 * What is dropped lives in memory without a name, in one request, and is gone with its answer:
 * each change that is tried sends the files again. */
#ifndef CR_SERVE_SERVER_H
#define CR_SERVE_SERVER_H

/* Serves on a port of 127.0.0.1 (0: any that is free), whose address is printed, until SIGINT or
 * SIGTERM. `ruleset` is an id or a file, NULL: the default one. Gives the exit status. */
int cr_serve(int port, const char *ruleset);

#endif
