/* Any bytes as a document of clauses that a dossier cites. */
#include <stdio.h>
#include <string.h>

#include "engine/base/sha256.h"
#include "importers/dossier/dossier.h"
#include "tests/fuzz/support.h"

enum { DOSSIER_ROOM = 4096 };

static const char dossier_form[] =
    "<dossier xmlns='urn:crible:dossier:1' candidate='sapin'><source id='statuts' kind='statutes' "
    "title='Statuts' file='input' sha256='%s'/><company id='sapin' name='Sapin' seats='FR'>"
    "<share-class id='O' issued='800'/><share-class id='P' issued='200'/>"
    "<lot id='origin' holder='brume' class='O' quantity='800'/>"
    "<lot holder='larch' class='P' quantity='200'/>"
    "<organ id='board' kind='administration' seats='5'/>"
    "<organ id='presidency' kind='direction' seats='1'/>"
    "<clauses source='statuts' under='statutes'/></company>"
    "<company id='larch' name='Larch' seats='US'/><company id='lac' name='Lac' seats='CH'/>"
    "<company id='brume' name='Brume' siren='900000001' seats='FR'/>"
    "<company id='pin' name='Pin' seats='FR'/></dossier>";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  char text[DOSSIER_ROOM], digest[65];
  if (length > 3 && !memcmp(bytes, "== ", 3)) return 0; /* written as a zip: another digest */
  fuzz_file(bytes, length);
  cr_sha256_text(digest, (const char *)bytes, length);
  int written = snprintf(text, sizeof text, dossier_form, digest);
  need(crible_context_new(&context, NULL) == CRIBLE_OK);
  crible_status status = cr_dossier_read_bytes(&dossier, context, fuzz_path("dossier.xml"), text,
                                               (size_t)written);
  fuzz_judge(context, dossier, status);
  crible_context_free(context);
  return 0;
}
