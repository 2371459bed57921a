/* Values of attributes, each read with a complaint when it cannot be. What is not
 * stated is NULL, CR_NONE, CR_DATE_NONE or the default given. */
#ifndef CR_DOSSIER_VALUES_H
#define CR_DOSSIER_VALUES_H

#include "importers/dossier/reader.h"
#include "importers/dossier/vocabulary.h"

/* Where an attribute stands, for complaints; NULL: the element. */
cr_extent cr_at(const cr_reader *reader, const xmlNode *element, const char *name);

/* A copy in the facts' arena, without blanks at its ends. */
const char *cr_read_text(cr_reader *reader, const xmlNode *element, const char *name);
const char *cr_copy(cr_reader *reader, const char *text);
/* A text without blanks inside, neither. */
const char *cr_read_id(cr_reader *reader, const xmlNode *element);
int cr_read_word(cr_reader *reader, const xmlNode *element, const char *name, const cr_word *words,
                 int silent);
/* Which words of a list are there, as a set of bits 1 << value. */
unsigned cr_read_words(cr_reader *reader, const xmlNode *element, const char *name,
                       const cr_word *words, unsigned silent);
cr_tristate cr_read_yes_no(cr_reader *reader, const xmlNode *element, const char *name);
int cr_read_count(cr_reader *reader, const xmlNode *element, const char *name, int least);
cr_date cr_read_date(cr_reader *reader, const xmlNode *element, const char *name);
/* Complains when it does not begin before it ends. */
cr_period cr_read_period(cr_reader *reader, const xmlNode *element, const char *from,
                         const char *to);
const char *cr_read_country(cr_reader *reader, const xmlNode *element, const char *name);
/* As cr_read_country, for a code of `length` bytes inside the attribute. */
const char *cr_country_code(cr_reader *reader, const xmlNode *element, const char *name,
                            const char *code, size_t length);

/* What every fact carries. */
cr_fact cr_read_fact(cr_reader *reader, const xmlNode *element);

/* Suggests a word after a complaint, from words or what ids there are. */
void cr_suggest(cr_reader *reader, const char *nearest);

#endif
