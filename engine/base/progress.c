#include "engine/base/progress.h"

#include <time.h>

#include "engine/base/context.h"

enum { PER_SECOND = 1000, NANO = 1000000 };

static uint64_t clock_now(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * PER_SECOND + (uint64_t)now.tv_nsec / NANO;
}

void crible_context_tell_progress(crible_context *context,
                                  const crible_progress_listener *listener) {
  context->progress = (cr_progress){.reading = false};
  if (listener) context->progress.listener = *listener;
}

void cr_progress_pass(crible_context *context, int pass, int passes) {
  cr_progress *progress = &context->progress;
  if (!progress->listener.tell) return;
  progress->pass_began = clock_now();
  if (!progress->reading) progress->began = progress->pass_began;
  progress->reading = true;
  progress->now = (crible_progress){.pass = pass, .passes = passes};
}

void cr_progress_at(crible_context *context, const char *file, uint64_t bytes, uint64_t after,
                    uint64_t total) {
  cr_progress *progress = &context->progress;
  if (!progress->reading) return;
  uint64_t now = clock_now(), least = progress->told ? progress->last + progress->listener.every
                                                     : progress->began + progress->listener.first;
  if (now < least) return;
  progress->now.file = file;
  progress->now.bytes = bytes;
  progress->now.done = after;
  progress->now.total = total;
  progress->now.milliseconds = (unsigned long)(now - progress->pass_began);
  progress->last = now;
  progress->told = true;
  progress->listener.tell(progress->listener.user, &progress->now);
}

void cr_progress_record(crible_context *context) { context->progress.now.records++; }

void cr_progress_end(crible_context *context) {
  cr_progress *progress = &context->progress;
  bool told = progress->told;
  progress->reading = progress->told = false;
  progress->now = (crible_progress){.file = NULL};
  if (told) progress->listener.tell(progress->listener.user, &progress->now);
}
