/* Statements being written, a function a kind of record. */
#ifndef CR_BODS_WRITER_H
#define CR_BODS_WRITER_H

#include "importers/bods/write.h"
#include "importers/json/write.h"

typedef struct cr_bods_writer {
  const cr_bods_facts *in;
  const cr_facts *facts;
  cr_arena *arena;
  cr_json_text_out out;
  int relationships;  /* written so far */
  bool rights_missing, organs_missing; /* of the candidate: not all are written */
} cr_bods_writer;

typedef enum cr_bods_written { CR_WRITE_ENTITY, CR_WRITE_PERSON, CR_WRITE_RELATIONSHIP } cr_bods_written;

/* A statement up to its details, which the caller writes and ends. */
void cr_bods_begin(cr_bods_writer *writer, cr_bods_written kind, const char *record,
                   const cr_fact *fact);
void cr_bods_end(cr_bods_writer *writer);

/* Annotations stand before the details. */
void cr_bods_begin_notes(cr_bods_writer *writer);
/* A note (notes.h) on a part of the statement; nothing for words that are NULL. */
void cr_bods_put_note(cr_bods_writer *writer, const char *part, const char *words);
void cr_bods_begin_details(cr_bods_writer *writer);

/* Of the markets that all shares of a party are admitted to; whether there are any. */
bool cr_bods_put_listing_notes(cr_bods_writer *writer, int party);
/* Whether an admission is among those. */
bool cr_bods_listing_said(const cr_bods_writer *writer, const cr_admission *admission);

void cr_bods_put_country(cr_bods_writer *writer, const char *key, const char *code);
void cr_bods_put_day(cr_bods_writer *writer, const char *key, cr_date day);
/* The share of an interest, and the note on a share that decimals cannot say, or NULL. */
void cr_bods_put_share(cr_bods_writer *writer, const cr_interval *share);
const char *cr_bods_share_note(cr_bods_writer *writer, const cr_interval *share);

void cr_bods_write_parties(cr_bods_writer *writer);
void cr_bods_write_stakes(cr_bods_writer *writer);
void cr_bods_write_controls(cr_bods_writer *writer);
void cr_bods_write_rights(cr_bods_writer *writer);

/* Begins a relationship's statement; `holder` and `company` are parties. */
void cr_bods_begin_relationship(cr_bods_writer *writer, const cr_fact *fact);
void cr_bods_put_ends(cr_bods_writer *writer, int holder, int company);
/* An interest up to its share; ended with '}'. */
void cr_bods_begin_interest(cr_bods_writer *writer, const char *type, const cr_fact *fact);

/* Warns of a fact that BODS cannot say; `format` has the party's name. */
void cr_bods_not_said(cr_bods_writer *writer, const cr_fact *fact, const char *format, int party);
/* Facts of kinds that BODS has nothing for. */
void cr_bods_tell_unsaid(cr_bods_writer *writer);

#endif
