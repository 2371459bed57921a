/* Complaints: what is wrong or odd in a dossier, gathered while it is read and
 * told at the end, most causal first. */
#ifndef CR_DOSSIER_COMPLAINT_H
#define CR_DOSSIER_COMPLAINT_H

#include "importers/dossier/text.h"

/* An earlier cause explains later ones: an attribute misspelt makes a value
 * missing, a value unread makes a sum wrong. */
typedef enum cr_cause {
  CR_CAUSE_FORM,      /* not the format: elements, attributes */
  CR_CAUSE_VALUE,     /* a value that cannot be read */
  CR_CAUSE_REFERENCE, /* nothing, or two things, of that name */
  CR_CAUSE_SENSE,     /* read, but it cannot be so */
  CR_ODD              /* a warning */
} cr_cause;

typedef struct cr_complaint {
  cr_cause cause;
  const char *code;
  cr_extent at;
  const char *message, *related, *advice;
} cr_complaint;

typedef struct cr_complaints {
  crible_context *context;
  cr_arena *arena; /* of the texts */
  cr_complaint *items;
  size_t count, capacity;
  crible_status status; /* CRIBLE_E_MEMORY once memory was short */
} cr_complaints;

/* Adds a complaint whose message is formatted. */
void cr_complain(cr_complaints *complaints, cr_cause cause, const char *code, cr_extent at,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Say where else to look, and what to do, of the complaint added last. */
void cr_relate(cr_complaints *complaints, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void cr_advise(cr_complaints *complaints, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Complaints of causes up to `cause`. */
size_t cr_complaint_count(const cr_complaints *complaints, cr_cause cause);

/* Reports to the context: errors by cause, then place, at most twenty; then
 * warnings, at most twenty. CRIBLE_E_DATA when there was an error. */
CRIBLE_MUST_CHECK crible_status cr_complaints_tell(cr_complaints *complaints, const cr_text *text);
void cr_complaints_clear(cr_complaints *complaints);

#endif
