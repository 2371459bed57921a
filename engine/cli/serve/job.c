#include "engine/cli/serve/job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/cli/serve/answer.h"
#include "engine/cli/serve/bundle.h"
#include "engine/cli/serve/memory_file.h"

enum { INPUT = 3, ANSWER = 4, FIRST_UNUSED = 5 };

/* Leaves the process two descriptors besides stderr, the input's and the answer's: what a dossier
 * cites is sought among its own files, and there is no other that it could lead to. */
static bool keep_only(int input, int answer) {
  const int null = open("/dev/null", O_RDWR);
  const int high_input = fcntl(input, F_DUPFD, FIRST_UNUSED);
  const int high_answer = fcntl(answer, F_DUPFD, FIRST_UNUSED);
  if (null < 0 || high_input < 0 || high_answer < 0) return false;
  const bool kept = dup2(null, STDIN_FILENO) >= 0 && dup2(null, STDOUT_FILENO) >= 0 &&
                    dup2(high_input, INPUT) >= 0 && dup2(high_answer, ANSWER) >= 0;
  cr_close_from(FIRST_UNUSED);
  return kept;
}

static bool limit_time(void) {
  const struct rlimit most = {.rlim_cur = CR_JOB_SECONDS, .rlim_max = CR_JOB_SECONDS + 1};
  return setrlimit(RLIMIT_CPU, &most) == 0;
}

/* The whole life of the process; 0 when all of the answer is written. */
static int work(const cr_request *request, const cr_job_settings *settings) {
  cr_bundle bundle;
  if (!limit_time()) return EXIT_FAILURE;
  const cr_bundle_result bundled = cr_bundle_make(&bundle, request);
  if (bundled == CR_BUNDLE_FAILED || !keep_only(bundle.descriptor, request->answer))
    return EXIT_FAILURE;
  FILE *out = fdopen(ANSWER, "w");
  if (!out) return EXIT_FAILURE;
  cr_answer_question question = {.request = request,
                                 .ruleset = settings->ruleset,
                                 .name = bundle.name,
                                 .no_dossier = bundled == CR_BUNDLE_WITHOUT_DOSSIER};
  snprintf(question.path, sizeof question.path, "/proc/self/fd/%d", INPUT);
  const bool written = cr_answer_write(out, &question);
  return fclose(out) == 0 && written ? EXIT_SUCCESS : EXIT_FAILURE;
}

bool cr_job_begin(cr_request *request, const cr_job_settings *settings) {
  request->answer = cr_memory_file();
  if (request->answer < 0) return false;
  fflush(NULL);
  const pid_t job = fork();
  if (job < 0) return false;
  if (job == 0) _exit(work(request, settings));
  request->job = job;
  return true;
}

cr_request *cr_job_ended(cr_request *requests, int count) {
  for (int i = 0; i < count; i++) {
    cr_request *request = &requests[i];
    if (!request->used || request->job == 0) continue;
    if (waitpid(request->job, &request->job_status, WNOHANG) != request->job) continue;
    request->job = 0;
    return request;
  }
  return NULL;
}

bool cr_job_answered(const cr_request *request) {
  return WIFEXITED(request->job_status) && WEXITSTATUS(request->job_status) == EXIT_SUCCESS;
}

bool cr_job_took_too_long(const cr_request *request) {
  return WIFSIGNALED(request->job_status) && WTERMSIG(request->job_status) == SIGXCPU;
}

void cr_job_stop(cr_request *request) {
  kill(request->job, SIGKILL);
  while (waitpid(request->job, &request->job_status, 0) < 0 && errno == EINTR) continue;
  request->job = 0;
}
