/* Names of States, from the package iso-codes when it is there. */
#include <unistd.h>

#include <criterion/criterion.h>

#include "importers/reference/country_names.h"
#include "tests/support/data_folder.h"

Test(country_names, names_or_the_code_itself) {
  crible_context *context = data_context(data_folder());
  cr_country_names *names = NULL;
  cr_assert_eq(cr_country_names_read(&names, context), CRIBLE_OK);
  bool installed = access("/usr/share/iso-codes/json/iso_3166-1.json", R_OK) == 0;
  cr_assert_str_eq(cr_country_name(names, "FR"), installed ? "France" : "FR");
  cr_assert_str_eq(cr_country_name(names, "US"), installed ? "United States" : "US");
  cr_assert_str_eq(cr_country_name(names, "TW"), installed ? "Taiwan" : "TW");
  cr_assert_str_eq(cr_country_name(names, "XK"), "XK");
  cr_assert_str_eq(cr_country_name(names, ""), "");
  cr_country_names_free(names);
  crible_context_free(context);
}
