/* Reading the tree of a dossier into facts.
 *
 * A reader never stops at a mistake: it complains and goes on with what "not stated"
 * would be, so that all mistakes are told at once. Only short memory
 * stops it: `status` then stays CRIBLE_E_MEMORY (as ferror stays of a FILE), every function
 * below does nothing, and the caller looks at it once, at the end. */
#ifndef CR_DOSSIER_READER_H
#define CR_DOSSIER_READER_H

#include "engine/facts/facts.h"
#include "engine/facts/reference.h"
#include "importers/dossier/attachments.h"
#include "importers/dossier/complaint.h"
#include "importers/dossier/names.h"
#include "importers/dossier/tree.h"

typedef struct cr_reader {
  crible_context *context;
  cr_facts *facts;
  const cr_reference *reference; /* NULL: countries, markets, decisions are not looked up */
  const cr_text *text;
  cr_attachments attachments;
  cr_complaints complaints;
  cr_names names;
  int company;    /* whose elements are being read */
  int only_class; /* its only class, an item of names; CR_NONE: none, or several */
  bool cited_failed; /* a document that is read has errors, told already */
  crible_status status;
} cr_reader;

/* Appends a fact and gives its index, CR_NONE when memory is short. */
#define CR_APPEND(reader, name, value, index)                                                      \
  do {                                                                                             \
    *(index) = CR_NONE;                                                                            \
    if ((reader)->status == CRIBLE_OK) {                                                           \
      (reader)->status = cr_facts_add_##name((reader)->facts, (index));                            \
      if ((reader)->status == CRIBLE_OK) (reader)->facts->name[*(index)] = (value);                \
    }                                                                                              \
  } while (0)

/* Puts the elements that tables of holders stand for into the tree. */
void cr_read_cap_tables(cr_reader *reader, xmlNode *root);
void cr_read_clauses(cr_reader *reader, xmlNode *root);

/* The whole dossier. */
void cr_read_dossier(cr_reader *reader, const xmlNode *root);

/* Parts of it, a file each. */
void cr_read_submission(cr_reader *reader, const xmlNode *element);
void cr_read_source(cr_reader *reader, const xmlNode *element);
void cr_read_party(cr_reader *reader, const xmlNode *element);
void cr_read_seats(cr_reader *reader, const xmlNode *element, int party);
void cr_read_manager(cr_reader *reader, const xmlNode *element, int party);
void cr_read_unit_holder(cr_reader *reader, const xmlNode *element, int fund);
void cr_read_share_class(cr_reader *reader, const xmlNode *element);
void cr_read_lot(cr_reader *reader, const xmlNode *element);
void cr_read_stake(cr_reader *reader, const xmlNode *element);
void cr_read_option(cr_reader *reader, const xmlNode *element);
void cr_read_declared_holders(cr_reader *reader, const xmlNode *element);
void cr_read_declaration(cr_reader *reader, const xmlNode *element);
void cr_read_complete(cr_reader *reader, const xmlNode *element);
void cr_read_organ(cr_reader *reader, const xmlNode *element);
void cr_read_right(cr_reader *reader, const xmlNode *element);
void cr_read_control(cr_reader *reader, const xmlNode *element);
void cr_read_concert(cr_reader *reader, const xmlNode *element);

/* Checks of facts against one another, after all are read. */
void cr_check_histories(cr_reader *reader);
void cr_check_lots(cr_reader *reader);
void cr_check_nominals(cr_reader *reader);
void cr_check_documents(cr_reader *reader);

#endif
