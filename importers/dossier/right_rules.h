/* What a right of each kind must and may say. */
#ifndef CR_DOSSIER_RIGHT_RULES_H
#define CR_DOSSIER_RIGHT_RULES_H

#include "importers/dossier/reader.h"
#include "importers/dossier/values.h"

/* Complains about attributes that a right of this kind lacks or cannot have, and
 * about those that exclude or need each other. */
void cr_check_right_attributes(cr_reader *reader, const xmlNode *element, cr_right_kind kind);

#endif
