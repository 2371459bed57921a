/* The words that stand for values in a dossier, for reading and for writing.
 * Each array ends with text NULL. */
#ifndef CR_DOSSIER_VOCABULARY_H
#define CR_DOSSIER_VOCABULARY_H

#include "engine/facts/facts.h"

typedef struct cr_word {
  const char *text;
  int value;
} cr_word;

extern const cr_word cr_party_kind_words[]; /* names of elements */
extern const cr_word cr_form_words[];
extern const cr_word cr_group_words[]; /* true: persons */
extern const cr_word cr_seat_words[];  /* CR_SEAT_KINDS: all three */
extern const cr_word cr_nature_words[];
extern const cr_word cr_property_words[];
extern const cr_word cr_complete_words[];
extern const cr_word cr_vote_base_words[];
extern const cr_word cr_direction_words[]; /* true: upwards */
extern const cr_word cr_control_words[];
extern const cr_word cr_organ_words[];
extern const cr_word cr_right_source_words[];
extern const cr_word cr_meeting_words[];
extern const cr_word cr_right_base_words[];
extern const cr_word cr_right_words[];

/* The first word of a value, or NULL. */
const char *cr_word_text(const cr_word *words, int value);

#endif
