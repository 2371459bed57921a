#include "engine/base/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"

crible_status cr_file_not_written(crible_context *context, const char *path, int reason) {
  crible_status told = cr_error(context, "not-written", path, 0, 0, NULL,
                                _("cannot write '%s': %s"), path, cr_failure_words(reason));
  return told == CRIBLE_E_DATA ? CRIBLE_E_IO : told;
}

static crible_status exists(crible_context *context, const char *path) {
  crible_status told = cr_error(context, "file-exists", path, 0, 0,
                                _("name a file that does not exist"),
                                _("'%s' is there already, and nothing is overwritten"), path);
  return told == CRIBLE_E_DATA ? CRIBLE_E_USAGE : told;
}

crible_status cr_file_write_new(crible_context *context, const char *path, const char *bytes,
                                size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (file < 0) return errno == EEXIST ? exists(context, path)
                                       : cr_file_not_written(context, path, errno);
  size_t written = 0;
  ssize_t put = 1;
  while (written < length && put > 0) {
    put = write(file, bytes + written, length - written);
    if (put > 0) written += (size_t)put;
    else if (put < 0 && errno == EINTR) put = 1;
  }
  int reason = put < 0 ? errno : ENOSPC;
  if (close(file) == 0 && written == length) return CRIBLE_OK;
  unlink(path);
  return cr_file_not_written(context, path, reason);
}
