/* What an interface of the French State answers about one company: one JSON object, which does
 * not say whose it is. What the answers of all registers have in common. */
#ifndef CR_PAYLOAD_PAYLOAD_H
#define CR_PAYLOAD_PAYLOAD_H

#include "importers/formats/format.h"
#include "importers/json/json.h"
#include "importers/reference/country_words.h"

typedef struct cr_payload {
  crible_context *context;
  crible_dossier *dossier;
  cr_facts *facts;
  cr_stream *stream;
  cr_json_reader *reader;
  const cr_json_value *root; /* an object */
  cr_country_words *words;   /* read when a country is first written by its name */
  int subject;               /* the party whose answer it is */
  int source;
} cr_payload;

/* Opens the answer, refuses what is none (YAML around it, the register's "not found"), and adds
 * its source and its subject. `source` is the source's id, `title` names the register. The caller
 * closes it, whatever the status.
 * Errors: CRIBLE_E_USAGE for a subject that is missing or no SIREN, CRIBLE_E_DATA, those of the
 * container. */
CRIBLE_MUST_CHECK crible_status cr_payload_open(cr_payload *out, crible_dossier *dossier,
                                                const cr_import *import, const char *source,
                                                const char *title);
/* The candidate, the subject unless another is named; CRIBLE_E_DATA when the answer was wrong. */
CRIBLE_MUST_CHECK crible_status cr_payload_finish(cr_payload *payload, const char *candidate);
void cr_payload_close(cr_payload *payload);

/* Members of an object. What has another type than wanted is an error that is told, and is then
 * as if it were not there; null is not there either. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_payload_member(const cr_json_value **out, cr_payload *payload,
                                                  const cr_json_value *object, const char *member,
                                                  cr_json_kind kind);
/* A copy of a text without blanks around it; NULL when nothing is left. */
CRIBLE_MUST_CHECK crible_status cr_payload_text(const char **out, cr_payload *payload,
                                                const cr_json_value *object, const char *member);
CRIBLE_MUST_CHECK crible_status cr_payload_true(bool *out, cr_payload *payload,
                                                const cr_json_value *object, const char *member);
/* The code of a country written as a code or as a name; what is none is told, and NULL. */
CRIBLE_MUST_CHECK crible_status cr_payload_country(const char **out, cr_payload *payload,
                                                   const cr_json_value *object,
                                                   const char *member);

/* A percentage, which counts as rounded to the digits shown (half a unit of the last to either
 * side, within 0 and 100 %). */
typedef struct cr_percentage {
  bool stated, zero;
  cr_interval share; /* a fraction of 1; around it when it is 0 too */
  int decimals;      /* of the percentage, as written */
} cr_percentage;

void cr_percentage_init(cr_percentage *percentage);
void cr_percentage_clear(cr_percentage *percentage);
CRIBLE_MUST_CHECK crible_status cr_payload_percentage(cr_percentage *out, cr_payload *payload,
                                                      const cr_json_value *object,
                                                      const char *member);

/* The common part of a fact that a value states. Its period is open: an answer has no dates. */
CRIBLE_MUST_CHECK crible_status cr_payload_fact(cr_fact *out, cr_payload *payload,
                                                const cr_json_value *value);

/* A party; its id is its SIREN where it has one that is right, else `id`. *is_new tells whether it
 * was added, and may be NULL. */
typedef struct cr_payload_party {
  cr_party_kind kind;
  const char *siren, *id, *name; /* siren and name may be NULL */
  const char *form;              /* as the register writes it, or NULL */
  const char *residence;         /* of a person */
  const char *nationality;       /* of a person; its country's code, or NULL */
} cr_payload_party;

CRIBLE_MUST_CHECK crible_status cr_payload_add_party(int *out, bool *is_new, cr_payload *payload,
                                                     const cr_json_value *value,
                                                     const cr_payload_party *party);
/* A stake of a holder in a company of one property, both ends 0 and closed. */
CRIBLE_MUST_CHECK crible_status cr_payload_add_stake(cr_stake **out, cr_payload *payload,
                                                     const cr_json_value *value, int holder,
                                                     int company, cr_property property);

#endif
