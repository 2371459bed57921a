#define _XOPEN_SOURCE 700 /* realpath */
#include "engine/cli/output.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

/* What the C library says comes from its own catalogue, which may not be installed. */
static const char *failure_words(int error) {
  switch (error) {
  case ENOENT: return _("No such file or directory");
  case EACCES: return _("Permission denied");
  case EISDIR: return _("Is a directory");
  case ENOTDIR: return _("Not a directory");
  case ENAMETOOLONG: return _("File name too long");
  case ENOSPC: return _("No space left on device");
  case EROFS: return _("Read-only file system");
  case EPIPE: return _("Broken pipe");
  case EIO: return _("Input/output error");
  default: return strerror(error);
  }
}

static bool complain(const char *path) {
  cr_terminal_complain(_("cannot write %s: %s"), path, failure_words(errno));
  return false;
}

/* Devices and pipes are written to as they are. */
static bool write_in_place(const char *path, const char *text, size_t length) {
  FILE *file = fopen(path, "w");
  if (!file) return complain(path);
  bool written = fwrite(text, 1, length, file) == length;
  written = fclose(file) == 0 && written;
  return written || complain(path);
}

static bool fill(int descriptor, const char *text, size_t length, mode_t mode) {
  while (length > 0) {
    ssize_t written = write(descriptor, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text += written;
    length -= (size_t)written;
  }
  return fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0;
}

static mode_t usual_mode(void) {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/* Writes beside `path`, then takes its place. */
static bool replace(const char *path, const char *text, size_t length, mode_t mode) {
  char beside[PATH_MAX];
  int used = snprintf(beside, sizeof beside, "%s.XXXXXX", path);
  if (used < 0 || (size_t)used >= sizeof beside) {
    errno = ENAMETOOLONG;
    return complain(path);
  }
  int descriptor = mkstemp(beside);
  if (descriptor < 0) return complain(path);
  bool written = fill(descriptor, text, length, mode);
  int reason = errno;
  if (close(descriptor) != 0 && written) {
    written = false;
    reason = errno;
  }
  if (written && rename(beside, path) == 0) return true;
  if (written) reason = errno;
  unlink(beside);
  errno = reason;
  return complain(path);
}

bool cr_output_write(const char *path, const char *text, size_t length) {
  struct stat found;
  char target[PATH_MAX];
  if (!path || strcmp(path, "-") == 0) {
    fwrite(text, 1, length, stdout);
    return true; /* cr_output_finish tells */
  }
  if (stat(path, &found) != 0) return replace(path, text, length, usual_mode());
  if (!S_ISREG(found.st_mode)) return write_in_place(path, text, length);
  /* A link stays a link: what it points to is replaced. */
  if (!realpath(path, target)) return complain(path);
  return replace(target, text, length, found.st_mode & 07777);
}

bool cr_output_finish(void) {
  bool earlier = ferror(stdout) != 0;
  errno = 0;
  bool flushed = fflush(stdout) == 0;
  if (flushed && !earlier) return true;
  if (errno) return complain(_("standard output"));
  cr_terminal_complain(_("cannot write standard output"));
  return false;
}
