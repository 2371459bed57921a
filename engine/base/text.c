#include <crible/dossier.h>

#include "engine/base/memory.h"

void crible_text_free(crible_context *context, char *text) { cr_release(context, text); }
