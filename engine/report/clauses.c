/* What of a clause document is encoded, and what is not. */
#include <crible/clauses.h>

#include <string.h>

#include "engine/base/file.h"
#include "engine/base/words.h"
#include "engine/report/json_writer.h"
#include "engine/report/layout.h"
#include "importers/akn/akn.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40, LARGEST = 64 * 1024 * 1024 };

static const char *attribute(const xmlNode *element, const char *name) {
  const char *value = cr_tree_attribute(element, name);
  return value ? value : "";
}

static const char *beneficiary(const cr_akn *akn, const cr_akn_right *right) {
  static const char *const names[] = {"beneficiary", "beneficiary-class", "beneficiary-lot"};
  for (size_t i = 0; i < 3; i++) {
    const char *value = attribute(right->element, names[i]), *shown = NULL;
    if (*value == '#' && cr_akn_reference(akn, value + 1, &shown) && shown) return shown;
    if (*value) return value;
  }
  return "";
}

/* "consent (Investor B): budget, business-plan; from 2021-01-01" */
static const char *right_words(const cr_akn *akn, const cr_akn_right *right) {
  const char *who = beneficiary(akn, right), *what = attribute(right->element, "decisions");
  const char *words = attribute(right->element, "kind");
  if (words && *who) words = cr_arena_printf(akn->arena, "%s (%s)", words, who);
  if (words && *what) words = cr_arena_printf(akn->arena, "%s: %s", words, what);
  if (words && right->from) words = cr_arena_printf(akn->arena, _("%s; from %s"), words, right->from);
  if (words && right->to) words = cr_arena_printf(akn->arena, _("%s; until %s"), words, right->to);
  return words;
}

static void put_words(cr_layout *layout, int column, const char *words) {
  if (!words) layout->out->failed = true;
  else cr_layout_line(layout, column, 2, CR_PLAIN, words);
}

static void put_article(cr_layout *layout, const cr_akn *akn, const cr_akn_article *article) {
  const char *none = article->rights == 0 ? _("no encoded right") : "";
  const char *title = cr_arena_printf(akn->arena, _("art. %s"), article->number);
  if (title && *article->heading)
    title = cr_arena_printf(akn->arena, "%s, %s", title, article->heading);
  if (title && *none) title = cr_arena_printf(akn->arena, _("%s: %s"), title, none);
  put_words(layout, 2, title);
  for (size_t i = 0; i < akn->right_count; i++) {
    const cr_akn_right *right = &akn->rights[i];
    const xmlNode *node = right->passage;
    while (node && node != article->element) node = node->parent;
    if (node)
      put_words(layout, 4, cr_arena_printf(akn->arena, "%s  %s", right->article, right_words(akn, right)));
  }
}

static void put_foreign(cr_layout *layout, const cr_akn *akn) {
  for (size_t i = 0; i < akn->foreign_count; i++) {
    const xmlNode *element = akn->foreign[i];
    int line = 0, column = 0;
    cr_text_place(&akn->text, cr_tree_tag(element), &line, &column);
    put_words(layout, 2,
              cr_arena_printf(akn->arena,
                              _("line %d: '%s' of the vocabulary '%s' is not understood"), line,
                              cr_tree_name(element),
                              element->ns ? (const char *)element->ns->href : ""));
  }
}

static int encoded_articles(const cr_akn *akn) {
  int count = 0;
  for (size_t i = 0; i < akn->article_count; i++) count += akn->articles[i].rights > 0;
  return count;
}

static void put_text(cr_layout *layout, const cr_akn *akn) {
  const int articles = (int)akn->article_count, encoded = encoded_articles(akn);
  cr_layout_line(layout, 0, 2, CR_STRONG, akn->text.path);
  put_words(layout, 0,
            cr_arena_printf(akn->arena,
                            cr_plural("%d of %d article carries encoded rights",
                                      "%d of %d articles carry encoded rights", articles),
                            encoded, articles));
  cr_layout_gap(layout);
  for (size_t i = 0; i < akn->article_count; i++) put_article(layout, akn, &akn->articles[i]);
  if (akn->foreign_count) cr_layout_gap(layout);
  put_foreign(layout, akn);
}

static void put_json_right(cr_json *json, const cr_akn_right *right) {
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "about", attribute(right->element, "about"));
  cr_json_string(json, "article", right->article);
  cr_json_string(json, "kind", attribute(right->element, "kind"));
  cr_json_string(json, "from", right->from);
  cr_json_string(json, "to", right->to);
  cr_json_string(json, "sentence", right->sentence);
  cr_json_close(json, '}');
}

static void put_json(cr_buffer *out, const cr_akn *akn) {
  cr_json json = {.out = out};
  cr_json_open(&json, NULL, '{');
  cr_json_string(&json, "format", "crible-clauses/1");
  cr_json_string(&json, "file", akn->text.path);
  cr_json_open(&json, "rights", '[');
  for (size_t i = 0; i < akn->right_count; i++) put_json_right(&json, &akn->rights[i]);
  cr_json_close(&json, ']');
  cr_json_open(&json, "articles", '[');
  for (size_t i = 0; i < akn->article_count; i++) {
    cr_json_open(&json, NULL, '{');
    cr_json_string(&json, "id", attribute(akn->articles[i].element, "eId"));
    cr_json_string(&json, "number", akn->articles[i].number);
    cr_json_string(&json, "heading", akn->articles[i].heading);
    cr_json_integer(&json, "rights", akn->articles[i].rights);
    cr_json_close(&json, '}');
  }
  cr_json_close(&json, ']');
  cr_json_open(&json, "not_understood", '[');
  for (size_t i = 0; i < akn->foreign_count; i++) {
    const xmlNode *element = akn->foreign[i];
    cr_json_open(&json, NULL, '{');
    cr_json_string(&json, "element", cr_tree_name(element));
    cr_json_string(&json, "vocabulary", element->ns ? (const char *)element->ns->href : NULL);
    cr_json_string(&json, "about", cr_tree_attribute(element, "about"));
    cr_json_close(&json, '}');
  }
  cr_json_close(&json, ']');
  cr_json_close(&json, '}');
  cr_buffer_put(out, "\n");
}

crible_status crible_clauses(char **out, size_t *length, crible_context *context, const char *path,
                             const crible_report_options *options) {
  const crible_format format = options ? options->format : CRIBLE_TEXT;
  const int width = options && options->width > 0 ? options->width : USUAL_WIDTH;
  char *bytes = NULL;
  size_t count = 0;
  cr_akn akn = {.context = NULL};
  cr_buffer buffer;
  if (format != CRIBLE_TEXT && format != CRIBLE_JSON) return CRIBLE_E_USAGE;
  cr_buffer_init(&buffer, context);
  crible_status status = cr_file_read_most(&bytes, &count, context, path, LARGEST);
  if (status == CRIBLE_OK) status = cr_akn_read(&akn, context, path, bytes, count);
  if (status == CRIBLE_OK) status = cr_akn_tell(&akn);
  if (status != CRIBLE_OK) goto cleanup;
  cr_layout layout = {&buffer, width < LEAST_WIDTH ? LEAST_WIDTH : width, options && options->color};
  if (format == CRIBLE_JSON) put_json(&buffer, &akn);
  else put_text(&layout, &akn);
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_akn_clear(&akn);
  cr_release(context, bytes);
  return status;
}
