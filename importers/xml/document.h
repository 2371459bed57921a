/* An XML file of modest size read whole: its elements, attributes of the types
 * that our files share, and errors that quote the line. */
#ifndef CR_XML_DOCUMENT_H
#define CR_XML_DOCUMENT_H

#include <libxml/tree.h>

#include "engine/base/date.h"
#include "engine/base/memory.h"

typedef struct cr_xml {
  crible_context *context;
  cr_arena *arena;   /* of the texts and rationals that are read */
  const char *path;  /* the caller's, or the arena's */
  char *bytes;       /* of the file */
  size_t length;
  xmlDoc *document;
} cr_xml;

/* Reads and parses; never fetches anything, expands no entities of the file's own.
 * cr_xml_close frees it, also after an error.
 * Errors: those of cr_file_read; CRIBLE_E_DATA, told, when it is not well formed. */
CRIBLE_MUST_CHECK crible_status cr_xml_open(cr_xml *out, cr_arena *arena, const char *path);
void cr_xml_close(cr_xml *xml);

/* Elements only. cr_xml_first gives the first child, cr_xml_next the next sibling, or NULL. */
xmlNode *cr_xml_root(const cr_xml *xml);
xmlNode *cr_xml_first(const xmlNode *parent);
xmlNode *cr_xml_next(const xmlNode *node);
bool cr_xml_is(const xmlNode *node, const char *name);
/* Children elements called `name`, or all when that is NULL. */
int cr_xml_count(const xmlNode *parent, const char *name);

/* An error at an element, its line quoted. `advice` may be NULL. Returns CRIBLE_E_DATA, or
 * CRIBLE_E_MEMORY. */
crible_status cr_xml_error(const cr_xml *xml, const xmlNode *node, const char *code,
                           const char *advice, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The error of an element that has no place where it stands. */
crible_status cr_xml_unexpected(const cr_xml *xml, const xmlNode *node);
/* Quotes a line of the file, or NULL; in the arena. */
const char *cr_xml_quote(const cr_xml *xml, int line);

/* Attributes. Each tells an error when the value is not of its type. */
bool cr_xml_has(const xmlNode *node, const char *name);
bool cr_xml_yes(const xmlNode *node, const char *name); /* is "yes" */
/* Must be there. */
CRIBLE_MUST_CHECK crible_status cr_xml_text(const char **out, const cr_xml *xml,
                                            const xmlNode *node, const char *name);
/* NULL when absent. */
CRIBLE_MUST_CHECK crible_status cr_xml_optional(const char **out, const cr_xml *xml,
                                                const xmlNode *node, const char *name);
/* A fraction of 1, from 0 to 1; NULL when absent. */
CRIBLE_MUST_CHECK crible_status cr_xml_fraction(fmpq **out, const cr_xml *xml,
                                                const xmlNode *node, const char *name);
/* Two dates; CR_DATE_NONE where absent. The first must be before the second. */
CRIBLE_MUST_CHECK crible_status cr_xml_period(cr_period *out, const cr_xml *xml,
                                              const xmlNode *node, const char *from,
                                              const char *to);
/* The text inside an element, a copy that the caller may cut. */
CRIBLE_MUST_CHECK crible_status cr_xml_content(char **out, const cr_xml *xml,
                                               const xmlNode *node);

#endif
