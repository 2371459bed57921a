/* What a BODS statement may say, as tables: every field with its type, its values, and whether
 * it must be there. */
#ifndef CR_BODS_GRAMMAR_H
#define CR_BODS_GRAMMAR_H

#include "importers/json/json.h"

typedef enum cr_bods_kind {
  CR_BODS_TEXT,
  CR_BODS_NUMBER,  /* a percentage, 0 to 100 */
  CR_BODS_BOUND,   /* a percentage, or before 0.4 whether the other bound is left out */
  CR_BODS_BOOLEAN,
  CR_BODS_DAY,     /* YYYY-MM-DD */
  CR_BODS_MOMENT,  /* a day, or a day and time with offset */
  CR_BODS_BIRTHDAY,/* a year, a month, or a day */
  CR_BODS_URI,
  CR_BODS_VERSION, /* 0.4 */
  CR_BODS_SHAPE,
  CR_BODS_LIST,
  CR_BODS_PARTY    /* the id of a record, or a reason why there is none */
} cr_bods_kind;

struct cr_bods_shape;

typedef struct cr_bods_field {
  const char *name;
  cr_bods_kind kind;
  bool needed;  /* its absence is told */
  bool read;    /* facts depend on it: what is wrong is an error, else a warning */
  const struct cr_bods_shape *shape;   /* of the object */
  const struct cr_bods_field *element; /* of the list */
  const char *const *codes;            /* NULL-terminated; the only values */
  unsigned least, most;                /* characters of a text; most 0: any */
} cr_bods_field;

typedef struct cr_bods_shape {
  const cr_bods_field *fields; /* ends with one without name */
  /* What the fields do not say one by one; may be NULL. */
  crible_status (*also)(cr_json_reader *reader, const cr_json_value *object);
} cr_bods_shape;

/* Statements of 0.4, and the flat ones of 0.2 and 0.3. */
extern const cr_bods_shape cr_bods_statement_shape, cr_bods_flat_statement;

/* Tells everything in an element that is not as the shape says.
 * Errors: CRIBLE_E_MEMORY only; cr_json_told counts what was told. */
CRIBLE_MUST_CHECK crible_status cr_bods_check(cr_json_reader *reader, const cr_json_value *value,
                                              const cr_bods_shape *shape);

/* The codelists that the engine reads, 0.4's spelling. */
extern const char *const cr_bods_interest_codes[];
extern const char *const cr_bods_reason_codes[];

#endif
