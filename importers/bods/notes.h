/* Notes: what BODS 0.4 has no member for, in annotations that other readers may leave out.
 *
 * The description of an annotation with the motivation "commenting" is "crible: " and words:
 *
 *   party fund | party group persons|entities COUNT     of an entity; COUNT 0: several
 *   admission MIC                                       of an entity: all its shares, to that market
 *   form SAS                                            of an entity, as in a dossier
 *   seat KIND COUNTRY                                   of an entity, KIND as in a dossier
 *   complete holders [capital] [votes] | complete rights | complete organs
 *   control KIND                                        of an interest, KIND as in a dossier
 *   share 1/3 | share (1/3,2/3]                         of an interest: exact; inside its share
 */
#ifndef CR_BODS_NOTES_H
#define CR_BODS_NOTES_H

#include "importers/dossier/vocabulary.h"
#include "importers/json/json.h"

#define CR_BODS_NOTE "crible: "

typedef struct cr_bods_note {
  int interest;      /* that it is on, from 0; CR_NONE: the record */
  const char *words; /* after the mark */
} cr_bods_note;

/* The notes of a statement, those in the arena; *out is NULL when there are none.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_bods_read_notes(cr_bods_note **out, int *count,
                                                   const cr_json_value *statement,
                                                   cr_arena *arena);

/* Where the note of a name goes on, NULL for another one: "SAS" in "form SAS". */
const char *cr_bods_note_says(const cr_bods_note *note, const char *name);

/* The first word as a vocabulary has it; false for another one. *words moves behind it. */
bool cr_bods_note_word(int *out, const char **words, const cr_word *vocabulary);

/* A share as "1/3" or "(1/3,2/3]". False for anything else. `lo` and `hi` are initialised. */
bool cr_bods_note_share(fmpq_t lo, fmpq_t hi, bool open[2], const char *words);

#endif
