/* Conversion: the facts of whatever was read, written in another format. */
#ifndef CRIBLE_CONVERSION_H
#define CRIBLE_CONVERSION_H

#include <crible/dossier.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_conversion_format {
  CRIBLE_TO_DOSSIER, /* dossier.xml, all facts with their dates */
  CRIBLE_TO_BODS     /* BODS 0.4, the facts of one day */
} crible_conversion_format;

typedef struct crible_conversion_options {
  crible_conversion_format to;
  const char *as_of; /* to BODS: that day, YYYY-MM-DD; NULL: the collection's that was applied to */
} crible_conversion_options;

/* Writes the facts of a dossier, read from any format, in another one; what is written gives the
 * same figures when it is read again, but for what the format cannot say, which is told by warnings with
 * the code "not-said". The caller frees *out with crible_text_free.
 * Errors: CRIBLE_E_USAGE (to BODS without a date), CRIBLE_E_DATA (lots that no class has room
 * for), CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_convert(char **out, size_t *length,
                                                          const crible_dossier *dossier,
                                                          const crible_conversion_options *options);

#ifdef __cplusplus
}
#endif
#endif
