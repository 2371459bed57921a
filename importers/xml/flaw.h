/* What makes a file no well-formed XML, in words: libxml2 has its own in English only. */
#ifndef CR_XML_FLAW_H
#define CR_XML_FLAW_H

#include <libxml/xmlerror.h>

#include "engine/base/memory.h"

typedef struct cr_xml_flaw {
  const char *message; /* NULL when memory is short */
  const char *advice;  /* or NULL */
} cr_xml_flaw;

/* Texts are the arena's, or stay. */
cr_xml_flaw cr_xml_flaw_of(const xmlError *error, cr_arena *arena);

#endif
