/* A screening in a process of its own, so that several go on at once, and whatever a file does
 * to one, the page goes on. */
#ifndef CR_SERVE_JOB_H
#define CR_SERVE_JOB_H

#include "engine/cli/serve/request.h"

enum { CR_JOB_SECONDS = 60 }; /* of processor time */

typedef struct cr_job_settings {
  const char *ruleset;
} cr_job_settings;

/* Begins; false when memory or processes are short. */
bool cr_job_begin(cr_request *request, const cr_job_settings *settings);

/* Takes note of a job that has ended; NULL when none of them has. */
cr_request *cr_job_ended(cr_request *requests, int count);

/* Whether it ended with an answer, or for want of time. */
bool cr_job_answered(const cr_request *request);
bool cr_job_took_too_long(const cr_request *request);

/* Ends one that is running. */
void cr_job_stop(cr_request *request);

#endif
