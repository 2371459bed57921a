#include "engine/cli/serve/request.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "engine/cli/serve/memory_file.h"

enum { FORM_BUFFER = 16 * 1024 };

/* Form parts come in pieces, each with its offset in the part. Anything that is refused stops the
 * reading of the form; the rest of it is only counted. */
static enum MHD_Result refuse(cr_request *request, cr_refusal refusal) {
  request->refusal = refusal;
  return MHD_NO;
}

static bool write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    const ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes += written;
    length -= (size_t)written;
  }
  return true;
}

static enum MHD_Result take_file(cr_request *request, const char *name, const char *bytes,
                                 uint64_t offset, size_t length) {
  if (!name || !*name || strlen(name) >= CR_NAME_ROOM) return refuse(request, CR_REFUSED_FORM);
  if (offset == 0) {
    if (request->file_count == CR_MOST_FILES) return refuse(request, CR_REFUSED_SIZE);
    const int descriptor = cr_memory_file();
    if (descriptor < 0) return refuse(request, CR_REFUSED_MEMORY);
    cr_upload *file = &request->files[request->file_count++];
    file->descriptor = descriptor;
    memcpy(file->name, name, strlen(name) + 1);
  }
  if (request->file_count == 0) return refuse(request, CR_REFUSED_FORM);
  if (!write_all(request->files[request->file_count - 1].descriptor, bytes, length))
    return refuse(request, CR_REFUSED_MEMORY);
  return MHD_YES;
}

static enum MHD_Result take_field(cr_request *request, char *field, size_t room, const char *bytes,
                                  uint64_t offset, size_t length) {
  if (offset + length >= room || memchr(bytes, '\0', length))
    return refuse(request, CR_REFUSED_FORM);
  memcpy(field + offset, bytes, length);
  field[offset + length] = '\0';
  return MHD_YES;
}

/* A change goes behind those before it: the last NUL written is where its next piece begins. */
static enum MHD_Result take_change(cr_request *request, const char *bytes, uint64_t offset,
                                   size_t length) {
  if (offset == 0 && request->change_count++ == CR_MOST_CHANGES)
    return refuse(request, CR_REFUSED_SIZE);
  const size_t begin = offset == 0 ? request->changes_used : request->changes_used - 1;
  if (begin + length + 1 > CR_CHANGES_ROOM) return refuse(request, CR_REFUSED_SIZE);
  if (memchr(bytes, '\0', length)) return refuse(request, CR_REFUSED_FORM);
  memcpy(request->changes + begin, bytes, length);
  request->changes[begin + length] = '\0';
  request->changes_used = begin + length + 1;
  return MHD_YES;
}

static enum MHD_Result take_part(void *closure, enum MHD_ValueKind kind, const char *key,
                                 const char *name, const char *type, const char *encoding,
                                 const char *bytes, uint64_t offset, size_t length) {
  cr_request *request = closure;
  (void)kind, (void)type, (void)encoding;
  if (!bytes) bytes = "";
  if (!key) return refuse(request, CR_REFUSED_FORM);
  if (strcmp(key, "file") == 0) return take_file(request, name, bytes, offset, length);
  if (strcmp(key, "change") == 0 && request->with_changes)
    return take_change(request, bytes, offset, length);
  if (strcmp(key, "as-of") == 0)
    return take_field(request, request->as_of, sizeof request->as_of, bytes, offset, length);
  if (strcmp(key, "candidate") == 0)
    return take_field(request, request->candidate, sizeof request->candidate, bytes, offset,
                      length);
  if (strcmp(key, "report") == 0 && !request->with_changes)
    return take_field(request, request->report, sizeof request->report, bytes, offset, length);
  return refuse(request, CR_REFUSED_FORM);
}

bool cr_request_begin(cr_request *request, struct MHD_Connection *connection, bool with_changes) {
  request->connection = connection;
  request->with_changes = with_changes;
  request->refusal = CR_NOT_REFUSED;
  request->received = request->changes_used = 0;
  request->file_count = request->change_count = 0;
  request->as_of[0] = request->candidate[0] = request->report[0] = '\0';
  request->answer = -1;
  request->job = 0;
  request->form = MHD_create_post_processor(connection, FORM_BUFFER, take_part, request);
  request->used = request->form != NULL;
  return request->used;
}

void cr_request_take(cr_request *request, const char *bytes, size_t length) {
  request->received += length;
  if (request->refusal != CR_NOT_REFUSED) return;
  if (request->received > CR_MOST_BYTES) request->refusal = CR_REFUSED_SIZE;
  else if (MHD_post_process(request->form, bytes, length) != MHD_YES &&
           request->refusal == CR_NOT_REFUSED)
    request->refusal = CR_REFUSED_FORM;
}

void cr_request_close_form(cr_request *request) {
  if (!request->form) return;
  const enum MHD_Result closed = MHD_destroy_post_processor(request->form);
  request->form = NULL;
  if (request->refusal != CR_NOT_REFUSED) return;
  const bool lacks_changes = request->with_changes && request->change_count == 0;
  const bool other_report = *request->report && strcmp(request->report, "html") != 0;
  if (closed != MHD_YES || request->file_count == 0 || lacks_changes || other_report)
    request->refusal = CR_REFUSED_FORM;
}

void cr_request_end(cr_request *request) {
  if (request->form) MHD_destroy_post_processor(request->form);
  for (int i = 0; i < request->file_count; i++) close(request->files[i].descriptor);
  if (request->answer >= 0) close(request->answer);
  request->form = NULL;
  request->file_count = 0;
  request->answer = -1;
  request->used = false;
}
