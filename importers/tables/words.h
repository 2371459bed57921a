/* Words of tables, English and French, whatever their accents and punctuation. */
#ifndef CR_TABLES_WORDS_H
#define CR_TABLES_WORDS_H

#include <stdbool.h>

#include "engine/base/memory.h"

/* Small letters without accents, words separated by one blank; "%" is a word. NULL when memory is
 * short. */
char *cr_fold(cr_arena *arena, const char *text);

/* Whether a folded text contains these words, one after the other. */
bool cr_has_words(const char *folded, const char *words);

typedef enum cr_field {
  CR_FIELD_NONE,
  CR_FIELD_HOLDER, CR_FIELD_KIND, CR_FIELD_COUNTRY, CR_FIELD_NATIONALITY, CR_FIELD_IDENTIFIER,
  CR_FIELD_CLASS, CR_FIELD_QUANTITY, CR_FIELD_SINCE, CR_FIELD_NATURE, CR_FIELD_BARE_OWNER,
  CR_FIELD_DOUBLE, CR_FIELD_CAPITAL, CR_FIELD_VOTES,
  CR_FIELD_ISSUED, CR_FIELD_NOMINAL, CR_FIELD_VOTES_PER_SHARE, CR_FIELD_DOUBLE_AFTER,
  CR_FIELDS
} cr_field;

/* What a column is about, by its folded header: the field whose longest phrase stands in it. */
cr_field cr_field_of(const char *folded);

typedef enum cr_row_word {
  CR_ROW_PLAIN,
  CR_ROW_TOTAL,    /* of all rows before it */
  CR_ROW_SUBTOTAL, /* of the rows since the last one */
  CR_ROW_TREASURY, /* the company itself */
  CR_ROW_EMPLOYEES,/* unnamed natural persons */
  CR_ROW_OTHERS    /* unnamed holders */
} cr_row_word;

/* What a row is, by the folded name of its holder. */
cr_row_word cr_row_of(const char *folded);

/* Whether a class is of rights to shares to come, not of shares. */
bool cr_is_option(const char *folded);

/* What sort of holder a folded name or word of kind tells. */
typedef enum cr_holder_kind { CR_HOLDER_UNKNOWN, CR_HOLDER_PERSON, CR_HOLDER_COMPANY,
                              CR_HOLDER_FUND, CR_HOLDER_PUBLIC } cr_holder_kind;
cr_holder_kind cr_kind_of_word(const char *folded); /* a cell of a column of kinds */
cr_holder_kind cr_kind_of_name(const char *folded); /* a title, or a legal form */

#endif
