#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "engine/facts/remark.h"

static crible_context *context;
static cr_arena *arena;
static cr_remarks remarks;

static void set_up(void) {
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  remarks = (cr_remarks){0};
}

static void tear_down(void) {
  cr_remarks_clear(&remarks, context);
  cr_arena_free(arena);
  crible_context_free(context);
}

TestSuite(remark, .init = set_up, .fini = tear_down);

static void add(const char *code, int party, const char *detail, int lot) {
  cr_fact_ref fact = {CR_FACT_lots, lot};
  cr_remark remark = {.kind = CR_ODDITY, .code = code, .party = party, .other = CR_NONE,
                      .property = CR_NONE, .detail = detail, .facts = &fact, .fact_count = 1};
  cr_assert_eq(cr_remarks_add(&remarks, arena, &remark), CRIBLE_OK);
}

Test(remark, equal_remarks_are_kept_once) {
  add("seat-presumed", 1, "administration", 7);
  add("seat-presumed", 1, "administration", 7);
  cr_assert_eq(remarks.count, 1);
}

Test(remark, remarks_that_differ_in_anything_are_kept) {
  add("seat-presumed", 1, "administration", 7);
  add("seat-presumed", 2, "administration", 7);
  add("seat-presumed", 1, "establishment", 7);
  add("seat-presumed", 1, NULL, 7);
  add("since-unknown", 1, "administration", 7);
  add("seat-presumed", 1, "administration", 8);
  cr_assert_eq(remarks.count, 6);
}

Test(remark, texts_and_facts_are_copied) {
  char detail[] = "FR";
  add("seat", 1, detail, 3);
  detail[0] = 'X';
  cr_assert_str_eq(remarks.items[0].detail, "FR");
  cr_assert_eq(remarks.items[0].facts[0].index, 3);
}

Test(remark, many_stay_in_the_order_of_addition) {
  for (int twice = 0; twice < 2; twice++)
    for (int i = 0; i < 5000; i++) add("lot", i, NULL, i);
  cr_assert_eq(remarks.count, 5000);
  for (int i = 0; i < 5000; i++) cr_assert_eq(remarks.items[i].party, i);
}
