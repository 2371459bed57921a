/* The records of a file of the Global LEI Foundation, one at a time: LEI-CDF, RR-CDF and
 * reporting exceptions, streamed in the memory of one record. */
#ifndef CR_GLEIF_RECORDS_H
#define CR_GLEIF_RECORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "importers/container/container.h"

typedef enum cr_gleif_kind {
  CR_GLEIF_HEADER, CR_GLEIF_ENTITY, CR_GLEIF_RELATIONSHIP, CR_GLEIF_EXCEPTION
} cr_gleif_kind;

typedef enum cr_gleif_field {
  CR_GLEIF_CONTENT_DATE, CR_GLEIF_RECORD_COUNT,
  CR_GLEIF_LEI, CR_GLEIF_NAME, CR_GLEIF_LEGAL_COUNTRY, CR_GLEIF_HEADQUARTERS_COUNTRY,
  CR_GLEIF_AUTHORITY, CR_GLEIF_AUTHORITY_NUMBER, CR_GLEIF_JURISDICTION, CR_GLEIF_CATEGORY,
  CR_GLEIF_ENTITY_STATUS, CR_GLEIF_CREATED, CR_GLEIF_EXPIRED,
  CR_GLEIF_CHILD, CR_GLEIF_CHILD_SCHEME, CR_GLEIF_PARENT, CR_GLEIF_PARENT_SCHEME, CR_GLEIF_TYPE,
  CR_GLEIF_RELATIONSHIP_STATUS, CR_GLEIF_AMOUNT, CR_GLEIF_UNITS,
  CR_GLEIF_UPDATED, CR_GLEIF_REGISTRATION_STATUS,
  CR_GLEIF_EXCEPTION_CATEGORY, CR_GLEIF_EXCEPTION_REASON,
  CR_GLEIF_PERIOD_FROM, CR_GLEIF_PERIOD_TO, CR_GLEIF_PERIOD_TYPE, /* of one period */
  CR_GLEIF_FIELDS
} cr_gleif_field;

enum { CR_GLEIF_MOST_PERIODS = 32 };

typedef struct cr_gleif_period {
  bool of_relationship; /* not of an accounting year or a filing */
  cr_period period;
} cr_gleif_period;

typedef struct cr_gleif_record {
  cr_gleif_kind kind;
  const char *text[CR_GLEIF_FIELDS]; /* without blanks around; NULL: absent or empty */
  cr_gleif_period periods[CR_GLEIF_MOST_PERIODS];
  int period_count;
  int line;
} cr_gleif_record;

/* Gives each record of a stream, the header first. What is no well-formed XML, or no such file, is
 * told. Errors: CRIBLE_E_DATA, those of the stream, of `visit`. */
CRIBLE_MUST_CHECK crible_status cr_gleif_each(cr_stream *stream, crible_context *context,
                                              crible_status (*visit)(void *user,
                                                                     const cr_gleif_record *),
                                              void *user);

/* The day that a text begins with; CR_DATE_NONE for any other, or NULL. */
cr_date cr_gleif_day(const char *text);

/* Whether a file begins as one of the three. */
bool cr_gleif_recognises(const char *head);

#endif
