/* A table of holders as elements of a dossier. */
#ifndef CR_TABLES_WRITE_TABLE_H
#define CR_TABLES_WRITE_TABLE_H

#include "importers/tables/cap_table.h"

/* Under which ids. Of what is declared already no element is written. */
typedef struct cr_table_ids {
  const char **party;
  bool *party_declared;
  const char **share_class;
  bool *class_declared;
  const char *source;             /* of every fact, or NULL */
  const char *from, *to, *recorded; /* of what is held, or NULL */
} cr_table_ids;

/* Room for a table's ids, none chosen. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_table_ids_new(cr_table_ids *out, const cr_cap_table *table);

/* An id from a name: its words, joined by '-'; with a number where it is taken. NULL when memory
 * is short. */
const char *cr_table_make_id(cr_arena *arena, const char *name, const char *otherwise,
                             bool (*taken)(const void *user, const char *id), const void *user);

/* Chooses the ids not chosen yet, none that `taken` knows. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_table_choose_ids(cr_table_ids *ids, const cr_cap_table *table,
                                                    bool (*taken)(const void *user, const char *id),
                                                    const void *user);

/* A text that grows. */
typedef struct cr_xml_text {
  crible_context *context;
  char *bytes;
  size_t length, capacity;
  crible_status status;
} cr_xml_text;

void cr_xml_put(cr_xml_text *out, const char *text);
/* ` name="value"`, marked up; nothing when the value is NULL. */
void cr_xml_put_attribute(cr_xml_text *out, const char *name, const char *value);

/* The elements of the holders that no dossier declares; those that stand inside the company:
 * classes, lots, stakes. Each on a line of its own behind `indent`. */
void cr_table_write_parties(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                            const char *indent);
void cr_table_write_holdings(cr_xml_text *out, const cr_cap_table *table, const cr_table_ids *ids,
                             const char *indent);

/* Warns of holders, not declared elsewhere, of which it is not known what they are. */
void cr_table_warn_of_kinds(cr_cap_table *table, const cr_table_ids *ids);

#endif
