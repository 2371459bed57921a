/* Reading whatever a path leads to. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/diagnostic.h"
#include "engine/base/progress.h"
#include "engine/base/words.h"
#include "importers/formats/format.h"
#include "importers/formats/gather.h"

enum { HEAD = 64 * 1024, NAMES = 256 };

/* The beginning of a container's first file, NUL-terminated. */
static crible_status read_head(char head[HEAD + 1], cr_container *container) {
  cr_stream *stream = NULL;
  size_t used = 0, got = 1;
  crible_status status = cr_stream_open(&stream, container, 0);
  while (status == CRIBLE_OK && got > 0 && used < HEAD) {
    got = 0;
    status = cr_stream_read(stream, head + used, HEAD - used, &got);
    used += got;
  }
  head[used] = '\0';
  cr_stream_close(stream);
  return status;
}

/* A folder or zip with a dossier.xml is a dossier; a pipe can be read once only, so nothing
 * is looked at beforehand. */
static bool surely_dossier(const char *path, const cr_container *container) {
  struct stat about;
  if (stat(path, &about) != 0 || (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)))
    return true;
  for (size_t i = 0; container && i < cr_container_count(container); i++) {
    const char *name = cr_container_name(container, i), *slash = strrchr(name, '/');
    if (!strcmp(slash ? slash + 1 : name, "dossier.xml")) return true;
  }
  return container && cr_container_count(container) == 0;
}

static bool fits(const cr_format *format, const cr_container *container, const char *head,
                 bool folder) {
  bool archive = cr_container_has_members(container);
  if (folder && !format->folders) return false;
  if (archive && format->recognises_archive) return format->recognises_archive(container);
  return format->recognises(head);
}

/* What cannot be opened is left to the reader of dossiers, which tells why; an archive whose first
 * member is damaged is no dossier without a dossier.xml. */
static crible_status recognise(const cr_format **out, crible_context *context, const char *path) {
  cr_container *container = NULL;
  char *head = NULL;
  size_t before = crible_diagnostic_count(context);
  *out = cr_formats[0];
  if (surely_dossier(path, NULL)) return CRIBLE_OK;
  bool folder = cr_container_kind_of(path) == CR_CONTAINER_FOLDER;
  crible_status status = cr_container_open(&container, context, path, &cr_limits_register);
  if (status == CRIBLE_E_MEMORY) return status;
  if (status != CRIBLE_OK) {
    cr_diagnostics_forget(context, before);
    return CRIBLE_OK;
  }
  if (!surely_dossier(path, container)) {
    head = cr_allocate(context, HEAD + 1);
    status = head ? read_head(head, container) : CRIBLE_E_MEMORY;
    for (int i = 0; status == CRIBLE_OK && cr_formats[i]; i++)
      if (fits(cr_formats[i], container, head, folder)) *out = cr_formats[i];
  }
  cr_release(context, head);
  cr_container_close(container);
  return status;
}

static crible_status usage(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_E_USAGE : status;
}

static crible_status unknown_format(crible_context *context, const char *name) {
  char names[NAMES] = "";
  size_t used = 0;
  for (int i = 0; cr_formats[i] && used < sizeof names; i++)
    used += (size_t)snprintf(names + used, sizeof names - used, "%s%s", i ? ", " : "",
                             cr_formats[i]->name);
  char advice[2 * NAMES];
  snprintf(advice, sizeof advice, _("those known are %s"), names);
  return usage(cr_error(context, "unknown-format", NULL, 0, 0, advice,
                        _("there is no format '%.64s'"), name));
}

static crible_status find_format(const cr_format **out, crible_context *context, const char *path,
                                 const char *name) {
  if (!name) return recognise(out, context, path);
  *out = cr_format_named(name);
  return *out ? CRIBLE_OK : unknown_format(context, name);
}

static crible_status no_candidate(crible_context *context, const char *path) {
  return usage(cr_error(context, "no-candidate", path, 0, 0, _("name it with --candidate ID"),
                        _("a register does not say who the candidate is")));
}

/* A file that is no register, or cannot be opened at all, which its reader would have told. */
static crible_status no_register(crible_context *context, const char *path) {
  cr_container *container = NULL;
  crible_status status = cr_container_open(&container, context, path, &cr_limits_register);
  cr_container_close(container);
  if (status != CRIBLE_OK) return status;
  return cr_error(context, "no-register", path, 0, 0, NULL,
                  _("this is neither a register nor a file of BODS"));
}

/* Whether a file by itself is gathered as registers are. */
static bool gathered(const cr_format *format) { return format->survey && !format->whole; }

/* A register alone is the first of those that are gathered into nothing. */
static crible_status read_registers(crible_dossier *dossier, const cr_format *format,
                                    const crible_dossier_options *options) {
  crible_context *context = dossier->context;
  bool alone = gathered(format);
  size_t count = 0;
  if (alone && (!options->candidate || !*options->candidate))
    return no_candidate(context, dossier->path);
  cr_register_file *files = cr_allocate(context, (options->register_count + 1) * sizeof *files);
  if (!files) return CRIBLE_E_MEMORY;
  if (alone) files[count++] = (cr_register_file){dossier->path, format};
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < options->register_count; i++) {
    cr_register_file *file = &files[count++];
    file->path = options->registers[i];
    status = recognise(&file->format, context, file->path);
    if (status == CRIBLE_OK && !file->format->read) status = no_register(context, file->path);
  }
  if (status == CRIBLE_OK)
    status = cr_registers_gather(dossier, files, count, alone ? options->candidate : NULL,
                                 options->subject);
  cr_release(context, files);
  return status;
}

static crible_status read_import(crible_dossier **out, const cr_format *format, const char *path,
                                 cr_import *import) {
  crible_dossier *dossier = NULL;
  crible_status status = cr_dossier_new(&dossier, import->context, path);
  if (status == CRIBLE_OK && !gathered(format)) {
    status = cr_container_open(&import->container, import->context, path, &cr_limits_register);
    if (status == CRIBLE_OK) status = format->read(dossier, import);
    cr_container_close(import->container);
  }
  if (status == CRIBLE_OK) *out = dossier;
  else crible_dossier_free(dossier);
  return status;
}

static crible_status needless_subject(crible_context *context, const char *path) {
  return usage(cr_error(context, "subject-needless", path, 0, 0, NULL,
                        _("this file says itself whom it is about: leave out --subject")));
}

/* What is no dossier either, such as half an archive, is told as what it is. */
static crible_status refuse_option(crible_context *context, const char *path, bool subject) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status != CRIBLE_OK) return status;
  crible_dossier_free(dossier);
  if (subject) return needless_subject(context, path);
  return usage(cr_error(context, "candidate-twice", path, 0, 0, NULL,
                        _("a dossier says itself who the candidate is: leave out --candidate")));
}

/* A subject is for the file or for one of the registers beside it. */
static crible_status read_main(crible_dossier **out, crible_context *context,
                               const cr_format *format, const char *path,
                               const crible_dossier_options *options) {
  const char *candidate = options->candidate;
  const bool strict = !options->candidate_if_asked;
  const bool own_subject = strict && options->subject && !options->register_count;
  const bool own_candidate = strict && candidate;
  if (own_subject && !format->of_subject && (format->read || format->read_of))
    return needless_subject(context, path);
  if (format->read) {
    cr_import import = {.context = context, .candidate = candidate, .subject = options->subject,
                        .joined = options->register_count > 0};
    return read_import(out, format, path, &import);
  }
  if (format->read_of) {
    if (candidate && *candidate) return format->read_of(out, context, path, candidate);
    return usage(cr_error(context, "candidate-needed", path, 0, 0,
                          _("say whose holders it lists: --candidate NAME"),
                          _("a table of holders does not say whose they are")));
  }
  if (own_candidate || own_subject) return refuse_option(context, path, own_subject);
  return crible_dossier_read(out, context, path);
}

static crible_status read_with(crible_dossier **out, crible_context *context, const char *path,
                               const crible_dossier_options *options) {
  const cr_format *format = NULL;
  crible_dossier *dossier = NULL;
  crible_status status = find_format(&format, context, path, options->format);
  if (status == CRIBLE_OK) status = read_main(&dossier, context, format, path, options);
  if (status == CRIBLE_OK && (gathered(format) || options->register_count))
    status = read_registers(dossier, format, options);
  if (status == CRIBLE_OK) *out = dossier;
  else crible_dossier_free(dossier);
  return status;
}

crible_status crible_dossier_read_with(crible_dossier **out, crible_context *context,
                                       const char *path, const crible_dossier_options *options) {
  static const crible_dossier_options none = {.format = NULL};
  cr_progress_pass(context, 1, 1);
  crible_status status = read_with(out, context, path, options ? options : &none);
  cr_progress_end(context);
  return status;
}
