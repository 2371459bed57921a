#include "engine/graph/faults.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/rational.h"
#include "engine/base/words.h"

/* More places than this are counted, not listed. */
enum { most_places = 6 };

static bool later(const cr_fact *a, const cr_fact *b) {
  return a->line != b->line ? a->line > b->line : a->column > b->column;
}

static int last_fact(const cr_facts *facts, const cr_fact_ref *concerned, int count) {
  int last = 0;
  for (int i = 1; i < count; i++)
    if (later(cr_facts_common(facts, concerned[i]), cr_facts_common(facts, concerned[last])))
      last = i;
  return last;
}

/* Where the facts but the last stand, `others` of them. */
static const char *place_template(const cr_fact_ref *concerned, int others) {
  for (int i = 1; i <= others; i++)
    if (concerned[i].kind != concerned[0].kind)
      return cr_plural("with the fact at line %s", "with facts at lines %s", others);
  switch (concerned[0].kind) {
  case CR_FACT_lots: return cr_plural("with the lot at line %s", "with lots at lines %s", others);
  case CR_FACT_stakes:
    return cr_plural("with the stake at line %s", "with stakes at lines %s", others);
  case CR_FACT_classes:
    return cr_plural("with the share class at line %s", "with share classes at lines %s", others);
  default: return cr_plural("with the fact at line %s", "with facts at lines %s", others);
  }
}

/* The lines of the facts but the last: "38 and 40", "12, 38 and 40", "3, 4, 5 and 20 more". */
static char *list_lines(cr_arena *arena, const cr_facts *facts, const cr_fact_ref *concerned,
                        int count, int last) {
  int others = count - 1, shown = others > most_places ? most_places : others;
  char *text = cr_arena_string(arena, "");
  for (int i = 0, place = 0; text && place < shown; i++) {
    if (i == last) continue;
    const char *joint = place == 0                             ? ""
                        : place + 1 == shown && shown == others ? _(" and ")
                                                                : ", ";
    text = cr_arena_printf(arena, "%s%s%d", text, joint,
                           cr_facts_common(facts, concerned[i])->line);
    place++;
  }
  if (text && shown < others)
    text = cr_arena_printf(arena, _("%s and %d more"), text, others - shown);
  return text;
}

static char *related_text(cr_arena *arena, const cr_facts *facts, const cr_fact_ref *concerned,
                          int count, int last) {
  char *lines = list_lines(arena, facts, concerned, count, last);
  if (!lines) return NULL;
  return cr_arena_printf(arena, place_template(concerned, count - 1), lines);
}

crible_status cr_fault(const cr_facts *facts, const char *code, const char *message,
                       const char *advice, const cr_fact_ref *concerned, int count) {
  crible_context *context = cr_arena_context(facts->arena);
  crible_diagnostic fault = {.severity = CRIBLE_ERROR, .code = code, .file = facts->file,
                             .message = message, .advice = advice};
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  if (count > 0) {
    int last = last_fact(facts, concerned, count);
    fault.line = cr_facts_common(facts, concerned[last])->line;
    fault.column = cr_facts_common(facts, concerned[last])->column;
    if (count > 1) fault.related = related_text(arena, facts, concerned, count, last);
    if (count > 1 && !fault.related) status = CRIBLE_E_MEMORY;
  }
  if (status == CRIBLE_OK) status = cr_report(context, &fault);
  cr_arena_free(arena);
  return status == CRIBLE_OK ? CRIBLE_E_DATA : status;
}

const char *cr_percent(cr_arena *arena, const fmpq_t fraction) {
  bool exact = false;
  char *text = cr_rational_decimal(arena, &exact, fraction, 2, 4);
  if (!text || !strchr(text, '.')) return text;
  size_t length = strlen(text);
  while (length > 0 && text[length - 1] == '0') text[--length] = '\0';
  if (length > 0 && text[length - 1] == '.') text[--length] = '\0';
  return cr_decimal_words(arena, text);
}
