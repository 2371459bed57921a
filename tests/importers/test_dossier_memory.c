/* Reading and writing while memory runs out: nothing is left behind. */
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

static crible_status read_and_write(crible_context *context) {
  crible_dossier *dossier = NULL;
  char *text = NULL;
  size_t length = 0;
  crible_status status =
      crible_dossier_read(&dossier, context, "tests/importers/data/everything.xml");
  if (status == CRIBLE_OK) status = crible_dossier_canonical(&text, &length, dossier);
  crible_text_free(context, text);
  crible_dossier_free(dossier);
  return status;
}

Test(dossier_memory, read_and_written) { scarce_memory_try(read_and_write, data_folder()); }

/* Mistakes need memory too; success is that all of them are told. */
static crible_status complain(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read(&dossier, context, "tests/importers/data/sense.xml");
  return status == CRIBLE_E_DATA && crible_diagnostic_count(context) == 12 ? CRIBLE_OK : status;
}

Test(dossier_memory, complaints) { scarce_memory_try(complain, data_folder()); }

Test(dossier_memory, large_numbers_are_cleared) {
  crible_context *context = dossier_context();
  char inside[1024], digits[301];
  memset(digits, '7', 300);
  digits[300] = '\0';
  snprintf(inside, sizeof inside,
           "<stake holder='p' capital='0.%s'/><declared-holders date='2020-01-01'>"
           "<declared declarant='p' votes='0.%s'/></declared-holders>",
           digits, digits);
  crible_dossier *dossier = dossier_with(context, inside, "<person id='p'/>");
  cr_assert_eq(crible_diagnostic_count(context), 2);
  crible_dossier_free(dossier);
  crible_context_free(context);
}
