/* "Did you mean …?" */
#include <criterion/criterion.h>

#include "engine/base/nearest.h"

static const char *const words[] = {"vote-chain", "capital-chain", "scope", "any"};

static const char *nearest(const char *text) { return cr_nearest(text, words, 4); }

Test(nearest, finds_a_misspelt_word) {
  cr_assert_str_eq(nearest("vote-chian"), "vote-chain");
  cr_assert_str_eq(nearest("votechain"), "vote-chain");
  cr_assert_str_eq(nearest("scpoe"), "scope");
  cr_assert_str_eq(nearest("captial-chains"), "capital-chain");
  cr_assert_str_eq(nearest("an"), "any");
}

Test(nearest, leaves_alone_what_resembles_nothing) {
  cr_assert_null(nearest("treasury"));
  cr_assert_null(nearest("cap"));
  cr_assert_null(nearest(""));
  char endless[400];
  for (int i = 0; i < 399; i++) {
    endless[i] = 'a';
  }
  endless[399] = '\0';
  cr_assert_null(nearest(endless));
}
