/* The letter as plain text, for a mail. */
#include "engine/base/words.h"
#include "engine/report/letter.h"

enum { INDENT = 3, LINE = 40, UNBROKEN = 1 << 20 };

static void put(cr_layout *layout, int column, int hang, const char *text) {
  cr_layout_line(layout, column, hang, CR_PLAIN, text);
}

/* Nothing, and it is told, when memory was short for the text. */
static void put_words(cr_layout *layout, int column, int hang, const char *text) {
  if (text) put(layout, column, hang, text);
  else layout->out->failed = true;
}

static void put_items(cr_layout *layout, const cr_letter *letter) {
  cr_arena *arena = letter->arena;
  put(layout, 0, 0, letter->items_title);
  for (int i = 0; i < letter->count; i++) {
    const cr_letter_item *item = &letter->items[i];
    cr_layout_gap(layout);
    put_words(layout, 0, INDENT, cr_arena_printf(arena, "%d. %s", i + 1, item->what));
    put_words(layout, INDENT, 2, cr_arena_printf(arena, _("Why: %s"), item->why));
    put_words(layout, INDENT, 2, cr_arena_printf(arena, _("Accepted: %s."), item->accepted));
  }
}

/* "Answer (number of seats): ____". */
static void put_blank(cr_layout *layout, const cr_letter *letter, const char *label) {
  char line[LINE + 1];
  for (int i = 0; i < LINE; i++) line[i] = '_';
  line[LINE] = '\0';
  put_words(layout, INDENT, 2, cr_arena_printf(letter->arena, _("%s: %s"), label, line));
}

static void put_table(cr_layout *layout, const cr_letter *letter) {
  cr_arena *arena = letter->arena;
  cr_layout_gap(layout);
  put(layout, 0, 0, letter->table_title);
  for (int i = 0; i < letter->count; i++) {
    const cr_letter_item *item = &letter->items[i];
    const char *answer = cr_arena_printf(arena, _("Answer (%s)"), item->answer);
    cr_layout_gap(layout);
    put_words(layout, 0, INDENT, cr_arena_printf(arena, "%d. %s", i + 1, item->brief));
    put_blank(layout, letter, answer ? answer : "");
    put_blank(layout, letter, _("Document enclosed"));
    put_blank(layout, letter, _("Page or folio"));
    if (!answer) layout->out->failed = true;
  }
}

void cr_letter_text(cr_layout *layout, const cr_letter *letter) {
  if (letter->nothing) {
    cr_layout one_line = {layout->out, UNBROKEN, false};
    put(&one_line, 0, 0, letter->nothing);
    return;
  }
  put(layout, 0, 2, letter->candidate);
  if (letter->reference) put(layout, 0, 2, letter->reference);
  if (letter->reply_by) put(layout, 0, 2, letter->reply_by);
  cr_layout_gap(layout);
  put(layout, 0, 2, letter->subject);
  cr_layout_gap(layout);
  put(layout, 0, 0, letter->opening);
  cr_layout_gap(layout);
  put_items(layout, letter);
  cr_layout_gap(layout);
  put(layout, 0, 0, letter->closing);
  put_table(layout, letter);
}
