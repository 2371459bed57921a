/* A statement as facts need it, whatever version of BODS it was written in. Texts belong to the
 * facts' arena. */
#ifndef CR_BODS_STATEMENT_H
#define CR_BODS_STATEMENT_H

#include "engine/facts/facts.h"
#include "engine/facts/reference.h"
#include "importers/bods/codes.h"
#include "importers/bods/notes.h"
#include "importers/json/json.h"
#include "importers/reference/country_words.h"

typedef enum cr_bods_record_kind {
  CR_BODS_ENTITY, CR_BODS_PERSON, CR_BODS_RELATIONSHIP
} cr_bods_record_kind;

typedef enum cr_bods_level {
  CR_BODS_UNSTATED, CR_BODS_DIRECT, CR_BODS_INDIRECT, CR_BODS_EITHER
} cr_bods_level;

typedef struct cr_bods_interest {
  const cr_bods_type *type; /* NULL: not stated */
  cr_bods_level level;
  bool has_share;
  fmpq *ends;               /* lower and upper end; 0 and 1 where nothing is said */
  bool open[2];
  int decimals;             /* of the percentage, as written */
  cr_period period;         /* startDate, endDate */
  int control;              /* a cr_control_kind that a note says, or CR_NONE */
} cr_bods_interest;

typedef struct cr_bods_relationship {
  const char *subject, *party; /* ids of records; NULL: a reason is given instead */
  bool party_is_person;        /* said so, even when the record is not there */
  const char *const *components;
  int component_count;
  cr_bods_interest *interests;
  int interest_count;
} cr_bods_relationship;

typedef struct cr_bods_identity {
  const char *type, *subtype; /* entityType and its subtype, personType; 0.4's spelling or not */
  const char *name;
  const char *jurisdiction, *registered, *business, *residence; /* countries, NULL not stated */
  const char *const *nationalities; /* NULL-terminated or NULL */
  cr_identifier *identifiers;
  int identifier_count;
  cr_date founded;
  bool listed;
  const char *const *markets; /* MICs, NULL-terminated or NULL */
} cr_bods_identity;

typedef struct cr_bods_statement {
  cr_bods_record_kind kind;
  const char *id;     /* statementId, or NULL */
  const char *record; /* recordId; before 0.4 its own id */
  const char *const *replaces; /* before 0.4; NULL-terminated or NULL */
  cr_date date;       /* CR_DATE_NONE: not stated */
  bool closed, flat;
  bool superseded;    /* at a date that is not stated: it says nothing any more */
  cr_period window;   /* in which it is the record's word */
  uint64_t index;     /* in the file */
  bool in_array;
  int line, column;
  cr_bods_relationship *relationship;
  cr_bods_identity *identity;
  cr_bods_note *notes;
  int note_count;
} cr_bods_statement;

/* What countries are called; the words are read when one is first written without its code. */
typedef struct cr_bods_places {
  crible_context *context;
  const cr_reference *reference;
  cr_country_words *words;
} cr_bods_places;

/* What of an element says whom it is about. */
typedef struct cr_bods_head {
  bool flat;
  cr_bods_record_kind kind;
  const cr_json_value *id, *record; /* texts, or NULL */
  const cr_json_value *details;     /* an object */
} cr_bods_head;

/* False when an element is no statement. */
bool cr_bods_head_of(cr_bods_head *out, const cr_json_value *value);
/* The text that names a relationship's "subject" or "interestedParty", or NULL; *person: it is said
 * to be one. */
const cr_json_value *cr_bods_party_id(bool *person, const cr_json_value *details,
                                      const char *member);

/* Reads an element that is as its shape says; a member that is not is as if not there.
 * *out is NULL for an element that is no statement.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_bods_read_statement(cr_bods_statement *out,
                                                       cr_json_reader *reader,
                                                       const cr_json_value *value,
                                                       cr_bods_places *places,
                                                       cr_arena *arena);

/* Parts of it. */
CRIBLE_MUST_CHECK crible_status cr_bods_read_identity(cr_bods_identity **out,
                                                      cr_json_reader *reader,
                                                      const cr_json_value *details,
                                                      cr_bods_places *places,
                                                      cr_arena *arena);
CRIBLE_MUST_CHECK crible_status cr_bods_read_relationship(cr_bods_relationship **out,
                                                          cr_json_reader *reader,
                                                          const cr_json_value *details,
                                                          cr_arena *arena);
CRIBLE_MUST_CHECK crible_status cr_bods_read_share(cr_bods_interest *out, cr_json_reader *reader,
                                                   const cr_json_value *interest);

/* What notes say of interests. */
CRIBLE_MUST_CHECK crible_status cr_bods_apply_notes(cr_bods_statement *statement,
                                                    cr_json_reader *reader,
                                                    const cr_json_value *value);

/* A copy of a string member, *out NULL when there is none. */
CRIBLE_MUST_CHECK crible_status cr_bods_copy(const char **out, const cr_json_value *object,
                                             const char *member, cr_arena *arena);
CRIBLE_MUST_CHECK crible_status cr_bods_copy_text(const char **out, const cr_json_value *text,
                                                  cr_arena *arena);
/* A list of strings, NULL-terminated; *out NULL when there is none. */
CRIBLE_MUST_CHECK crible_status cr_bods_copy_list(const char *const **out, int *count,
                                                  const cr_json_value *list, cr_arena *arena);
/* A scheme of org-id.guide as the engine names it. */
const char *cr_bods_scheme_of(const char *scheme, const char *value);
/* The day of a text that begins with one; CR_DATE_NONE for any other, or none. */
cr_date cr_bods_day(const cr_json_value *value);

#endif
