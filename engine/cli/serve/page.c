#include "engine/cli/serve/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/cli/serve/assets.h"
#include "engine/cli/serve/escape.h"
#include "engine/cli/serve/memory_file.h"
#include "engine/cli/serve/page_words.h"
#include "engine/cli/serve/reply.h"

typedef struct blank {
  const char *key, *text;
} blank;

/* What stands for "@key@" in the page: one of the blanks, or words; NULL when there is none. */
static const char *filling(const blank *blanks, const char *key, size_t length) {
  for (; blanks->key; blanks++)
    if (strlen(blanks->key) == length && memcmp(blanks->key, key, length) == 0)
      return blanks->text;
  return cr_page_words_of(key, length);
}

static void put_page(FILE *out, const blank *blanks) {
  const char *at = cr_asset_html, *end = cr_asset_html + cr_asset_html_length;
  while (at < end) {
    const char *open = memchr(at, '@', (size_t)(end - at));
    fwrite(at, 1, (size_t)((open ? open : end) - at), out);
    if (!open) return;
    const char *close = memchr(open + 1, '@', (size_t)(end - open - 1));
    const char *text = close ? filling(blanks, open + 1, (size_t)(close - open - 1)) : NULL;
    if (text) cr_escape_markup(out, text);
    else fputc('@', out);
    at = text ? close + 1 : open + 1;
  }
}

static void put_words(FILE *out) {
  const char *key = NULL, *text = NULL;
  fputc('{', out);
  for (int i = 0; cr_page_words_at(&key, &text, i); i++) {
    fprintf(out, "%s\"%s\": ", i ? ", " : "", key);
    cr_escape_text(out, text, strlen(text));
  }
  fputs("}\n", out);
}

/* A stream into a new file of memory, whose descriptor stays open when the stream is closed. */
static FILE *open_memory(int *descriptor) {
  *descriptor = cr_memory_file();
  const int own = *descriptor < 0 ? -1 : dup(*descriptor);
  FILE *out = own < 0 ? NULL : fdopen(own, "w");
  if (!out && own >= 0) close(own);
  return out;
}

static bool close_written(FILE *out) {
  const bool written = !ferror(out);
  return fclose(out) == 0 && written;
}

/* "en" or "fr", as the command chose it. */
static const char *language(void) {
  const char *chosen = getenv("LANGUAGE");
  return chosen && *chosen ? chosen : "en";
}

bool cr_page_make(cr_page *out, const char *token, const char *ruleset) {
  const blank blanks[] = {
      {"token", token}, {"ruleset", ruleset}, {"lang", language()}, {NULL, NULL}};
  *out = (cr_page){-1, -1};
  FILE *html = open_memory(&out->html);
  if (html) put_page(html, blanks);
  bool made = html && close_written(html);
  FILE *words = open_memory(&out->words);
  if (words) put_words(words);
  made = words && close_written(words) && made;
  if (!made) cr_page_free(out);
  return made;
}

void cr_page_free(cr_page *page) {
  if (page->html >= 0) close(page->html);
  if (page->words >= 0) close(page->words);
  *page = (cr_page){-1, -1};
}

/* A sieve. */
static const char icon[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" "
    "r=\"7\" fill=\"#1d3f6e\"/><path d=\"M4 8h8M8 4v8\" stroke=\"#fff\" stroke-width=\"1.6\"/>"
    "</svg>";

enum MHD_Result cr_page_reply(bool *found, const cr_page *page, struct MHD_Connection *connection,
                              const char *path) {
  static const char script[] = "text/javascript; charset=utf-8";
  const struct {
    const char *path, *type, *bytes;
    size_t length;
  } files[] = {
      {"/page.css", "text/css; charset=utf-8", cr_asset_css, cr_asset_css_length},
      {"/words.js", script, cr_asset_words, cr_asset_words_length},
      {"/result.js", script, cr_asset_result, cr_asset_result_length},
      {"/whatif.js", script, cr_asset_whatif, cr_asset_whatif_length},
      {"/page.js", script, cr_asset_page, cr_asset_page_length},
      {"/favicon.ico", "image/svg+xml", icon, sizeof icon - 1},
  };
  *found = true;
  if (strcmp(path, "/") == 0)
    return cr_reply_file(connection, "text/html; charset=utf-8", page->html);
  if (strcmp(path, "/words.json") == 0)
    return cr_reply_file(connection, "application/json", page->words);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (strcmp(path, files[i].path) == 0)
      return cr_reply_bytes(connection, MHD_HTTP_OK, files[i].type, files[i].bytes,
                            files[i].length);
  *found = false;
  return MHD_NO;
}
