/* References of a dossier: ids that name parties, sources, and what a company has. */
#ifndef CR_DOSSIER_REFERENCES_H
#define CR_DOSSIER_REFERENCES_H

#include "importers/dossier/reader.h"

/* Index of what an attribute names, or CR_NONE. */
int cr_read_source_id(cr_reader *reader, const xmlNode *element);
int cr_read_party_id(cr_reader *reader, const xmlNode *element, const char *name);
/* Several parties, in the facts' arena; NULL and 0 when the attribute is not there. */
const int *cr_read_party_ids(cr_reader *reader, const xmlNode *element, const char *name,
                             int *count);

/* Complains that an attribute names nothing. */
void cr_refer_nothing(cr_reader *reader, const xmlNode *element, const char *name,
                      cr_name_kind kind, const char *id);

/* Gives an id to a fact of the company being read. */
void cr_name_fact(cr_reader *reader, const xmlNode *element, cr_name_kind kind, const char *id,
                  int index, cr_period period);

/* The periods of one element during which each of its references names one
 * fact. Classes, organs and lots may have a history, facts of one id that follow
 * each other; an element that refers to them becomes one fact a period:
 *
 *   cr_periods periods = cr_periods_of(reader, element, fact.period);
 *   cr_refer(&periods, CR_NAME_CLASS, "class", &lot.share_class);
 *   while (cr_periods_next(&periods, &lot.fact.period)) … append lot …
 */
enum { CR_MOST_REFERENCES = 4 };

typedef struct cr_periods {
  cr_reader *reader;
  const xmlNode *element;
  cr_period whole;
  struct {
    int first; /* item of names */
    int *index;
  } references[CR_MOST_REFERENCES];
  int count;
  cr_date next; /* first day not yet given; the calendar begins at CR_DATE_NONE */
  bool ended, gave;
} cr_periods;

cr_periods cr_periods_of(cr_reader *reader, const xmlNode *element, cr_period whole);
/* Sets *index to CR_NONE, for each period to what the attribute names. */
void cr_refer(cr_periods *periods, cr_name_kind kind, const char *name, int *index);
/* As cr_refer to a class, the company's only one when the attribute is silent. */
void cr_refer_class(cr_periods *periods, int *index);
bool cr_periods_next(cr_periods *periods, cr_period *period);

#endif
