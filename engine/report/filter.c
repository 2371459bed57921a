#include "engine/report/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/memory.h"

extern char **environ;

/* Its ends of the three streams. A socket feeds it, so that writing to a program that has ended
 * is an error here and no signal. */
enum { INPUT, OUTPUT, ERRORS, STREAMS };

typedef struct cr_run {
  const cr_filter *filter;
  cr_filter_end *end;
  cr_buffer *out;
  const char *rest; /* to be written still */
  size_t left, taken;
  int own[STREAMS], its[STREAMS]; /* -1: closed */
  pid_t process;
  int64_t deadline; /* milliseconds */
  bool failed;
} cr_run;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void shut(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

static void shut_all(int descriptors[STREAMS]) {
  for (int i = 0; i < STREAMS; i++) shut(&descriptors[i]);
}

/* This side waits in poll only; neither end is inherited but as one of the three streams. */
static bool prepare(const int pair[2]) {
  const int flags = fcntl(pair[0], F_GETFL);
  return flags >= 0 && fcntl(pair[0], F_SETFL, flags | O_NONBLOCK) == 0 &&
         fcntl(pair[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(pair[1], F_SETFD, FD_CLOEXEC) == 0;
}

static bool connect_streams(cr_run *run) {
  for (int i = 0; i < STREAMS; i++) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return false;
    run->own[i] = pair[0];
    run->its[i] = pair[1];
    if (!prepare(pair)) return false;
  }
  return true;
}

static bool same_name(const char *setting, const char *other) {
  const size_t length = strcspn(setting, "=");
  return strncmp(setting, other, length + 1) == 0;
}

/* The environment with the settings in place of what has their names; released by the caller. */
static char **environment_of(const cr_filter *filter, crible_context *context) {
  size_t count = 0, set = 0;
  while (environ && environ[count]) count++;
  while (filter->settings[set]) set++;
  char **made = cr_allocate_zero(context, count + set + 1, sizeof *made);
  if (!made) return NULL;
  size_t kept = 0;
  for (; kept < set; kept++) made[kept] = (char *)filter->settings[kept];
  for (size_t i = 0; i < count; i++) {
    bool replaced = false;
    for (size_t s = 0; s < set; s++)
      replaced = replaced || same_name(filter->settings[s], environ[i]);
    if (!replaced) made[kept++] = environ[i];
  }
  return made;
}

/* 0, or an errno: ENOENT when there is no such program. */
static int spawn(cr_run *run, char **environment) {
  posix_spawn_file_actions_t actions;
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) return error;
  for (int i = 0; error == 0 && i < STREAMS; i++)
    error = posix_spawn_file_actions_adddup2(&actions, run->its[i], i);
  if (error == 0)
    error = posix_spawnp(&run->process, run->filter->arguments[0], &actions, NULL,
                         run->filter->arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

static bool would_block(void) {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

static void feed(cr_run *run) {
  const ssize_t sent = send(run->own[INPUT], run->rest, run->left, MSG_NOSIGNAL);
  if (sent > 0) {
    run->rest += sent;
    run->left -= (size_t)sent;
  }
  if (run->left == 0 || (sent < 0 && !would_block())) shut(&run->own[INPUT]);
}

/* Keeps the end of what was said. */
static void hear(cr_filter_end *end, const char *bytes, size_t length) {
  const size_t room = sizeof end->said - 1, used = strlen(end->said);
  if (length > room) {
    bytes += length - room;
    length = room;
  }
  const size_t kept = used + length > room ? room - length : used;
  memmove(end->said, end->said + used - kept, kept);
  memcpy(end->said + kept, bytes, length);
  end->said[kept + length] = '\0';
}

static void take(cr_run *run, int stream) {
  char block[1 << 14];
  const ssize_t got = recv(run->own[stream], block, sizeof block, 0);
  if (got < 0 && would_block()) return;
  if (got <= 0) {
    shut(&run->own[stream]);
    return;
  }
  if (stream == ERRORS) {
    hear(run->end, block, (size_t)got);
    return;
  }
  run->taken += (size_t)got;
  if (run->taken > run->filter->most) run->failed = true;
  else cr_buffer_add(run->out, block, (size_t)got);
}

/* Until its output ends, or too much or too late comes out of it. */
static void converse(cr_run *run) {
  while (!run->failed && (run->own[OUTPUT] >= 0 || run->own[ERRORS] >= 0)) {
    const int64_t left = run->deadline - now();
    struct pollfd streams[STREAMS];
    for (int i = 0; i < STREAMS; i++)
      streams[i] = (struct pollfd){.fd = run->own[i], .events = i == INPUT ? POLLOUT : POLLIN};
    if (left <= 0) run->end->late = run->failed = true;
    else if (poll(streams, STREAMS, (int)left) < 0 && errno != EINTR) run->failed = true;
    else
      for (int i = 0; i < STREAMS; i++) {
        if (!streams[i].revents || run->own[i] < 0) continue;
        if (i == INPUT) feed(run);
        else take(run, i);
      }
  }
}

/* Whether it ended by itself with status 0; what failed is ended. */
static bool ended_well(cr_run *run) {
  int status = 0;
  if (run->failed) kill(run->process, SIGKILL);
  while (waitpid(run->process, &status, 0) < 0)
    if (errno != EINTR) return false;
  return !run->failed && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The last line of what was said, without its end. */
static void last_line(char *said) {
  size_t length = strlen(said);
  while (length > 0 && (said[length - 1] == '\n' || said[length - 1] == '\r')) length--;
  said[length] = '\0';
  const char *line = strrchr(said, '\n');
  if (line) memmove(said, line + 1, strlen(line + 1) + 1);
}

static crible_status run_to_end(cr_run *run, char **environment) {
  if (!connect_streams(run)) return CRIBLE_E_IO;
  const int error = spawn(run, environment);
  shut_all(run->its);
  run->end->absent = error == ENOENT;
  if (error != 0) return error == ENOENT ? CRIBLE_E_UNAVAILABLE : CRIBLE_E_IO;
  if (run->left == 0) shut(&run->own[INPUT]);
  converse(run);
  const bool well = ended_well(run);
  last_line(run->end->said);
  if (run->out->failed) return CRIBLE_E_MEMORY;
  return well ? CRIBLE_OK : CRIBLE_E_IO;
}

crible_status cr_filter_run(cr_buffer *out, cr_filter_end *end, const cr_filter *filter,
                            const char *bytes, size_t length) {
  cr_run run = {.filter = filter,
                .end = end,
                .out = out,
                .rest = bytes,
                .left = length,
                .own = {-1, -1, -1},
                .its = {-1, -1, -1},
                .deadline = now() + (int64_t)filter->seconds * 1000};
  *end = (cr_filter_end){0};
  char **environment = environment_of(filter, out->context);
  if (!environment) return CRIBLE_E_MEMORY;
  const crible_status status = run_to_end(&run, environment);
  shut_all(run.own);
  shut_all(run.its);
  cr_release(out->context, environment);
  return status;
}
