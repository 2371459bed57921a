/* The letter to the candidate: what to send, why, which evidence is accepted, and a table to fill
 * in. For somebody who has read neither the call nor a report. */
#ifndef CR_REPORT_LETTER_H
#define CR_REPORT_LETTER_H

#include <crible/letter.h>

#include "engine/report/layout.h"
#include "engine/report/model.h"
#include "engine/report/table.h"

typedef struct cr_letter_item {
  const char *what;     /* "Tell us who holds the 30 % of Alpha SAS that no document shows, …" */
  const char *why;      /* "Unknown holders may be seated outside …" */
  const char *accepted; /* "register of transfers; certified capitalisation table" */
  const char *brief;    /* in the table: "holders of the undisclosed 30 % of Alpha SAS" */
  const char *answer;   /* what is written in the table: "name, State and share of each holder" */
} cr_letter_item;

/* In the model's arena; no text is NULL unless a comment says so. */
typedef struct cr_letter {
  cr_arena *arena;
  const char *candidate;  /* with its identifiers */
  const char *name;       /* without */
  const char *subject;
  const char *date;       /* of the facts, "2023-02-15" */
  const char *reference;  /* "Reference: A 12", or NULL */
  const char *reply_by;   /* "Reply by 15 March 2023", or NULL */
  const char *reference_given, *date_given; /* as they were given, or NULL */
  const char *opening, *closing;
  const char *items_title, *table_title;
  cr_letter_item *items;
  int count;
  const char *nothing;    /* where there is nothing to ask: a sentence that says so and why; else
                             NULL */
} cr_letter;

/* Errors: CRIBLE_E_USAGE (a date that is none), CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_letter_of(cr_letter *out, const cr_report_model *model,
                                             const crible_letter_options *options);

void cr_letter_text(cr_layout *layout, const cr_letter *letter);
void cr_letter_html(cr_buffer *out, const cr_letter *letter);
/* One row an item; the last columns are empty, to be filled in. */
void cr_letter_table(cr_report_table *out, const cr_letter *letter);

#endif
