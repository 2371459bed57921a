/* Judging while memory runs out: one more block allowed each time, until it succeeds. */
#include <stdlib.h>

#include <criterion/criterion.h>

#include "engine/base/context.h"
#include "tests/rights/rights_fixture.h"

static void *allocate(void *user, size_t size) {
  int *allowed = user;
  return (*allowed)-- > 0 ? malloc(size) : NULL;
}

static void *resize(void *user, void *block, size_t size) {
  int *allowed = user;
  return (*allowed)-- > 0 ? realloc(block, size) : NULL;
}

static void release(void *user, void *block) {
  (void)user;
  free(block);
}

/* Rights of every kind, so that every path asks for memory. */
static void open_everything(rights_case *c) {
  rights_open(c, CR_FORM_SAS);
  int us = rights_foreign(c), fr = rights_french(c), empty = rights_class(c, "E", "0", "1");
  int organ = rights_organ(c, CR_ORGAN_ADMINISTRATION, 5);
  rights_lot(c, us, c->ordinary, "2500");
  rights_lot(c, fr, c->ordinary, "7500");
  rights_to(c, rights_add(c, CR_RIGHT_CONSENT), us);
  rights_to_class(rights_add(c, CR_RIGHT_CLASS_CONSENT), c->ordinary);
  rights_to_class(rights_add(c, CR_RIGHT_CLASS_CONSENT), empty);
  rights_to_two(c, rights_add(c, CR_RIGHT_CLASS_CONSENT), us, fr);
  for (int base = CR_OF_VOTES; base <= CR_OF_HEADS; base++) {
    cr_right *right = rights_add(c, CR_RIGHT_MAJORITY);
    rights_fraction(c, right, "4/5", false);
    right->base = (cr_right_base)base;
  }
  cr_right *right = rights_add(c, CR_RIGHT_PROPOSE);
  rights_to(c, right, us);
  right->organ = organ;
  right->seats = 2;
  right = rights_add(c, CR_RIGHT_MAJORITY);
  rights_fraction(c, right, "4/5", false);
  right->organ = organ;
  rights_judge(c);
}

static crible_status judge_again(const rights_case *c) {
  cr_arena *arena = NULL;
  cr_rights *rights = NULL;
  cr_remarks remarks = {.items = NULL};
  crible_status status = cr_arena_new(&arena, c->context);
  if (status != CRIBLE_OK) return status;
  const cr_rights_input input = {.facts = c->facts, .reference = c->reference,
                                 .as_of = cr_date_make(2023, 2, 15),
                                 .graph = {&c->graph, &c->graph},
                                 .control = {c->control, c->control}};
  status = cr_rights_judge(&rights, &input, &remarks, arena);
  cr_expect_eq(rights == NULL, status != CRIBLE_OK);
  cr_remarks_clear(&remarks, c->context);
  cr_arena_free(arena);
  return status;
}

Test(memory, that_runs_out_is_told_and_nothing_else_changes) {
  rights_case c;
  open_everything(&c);
  const crible_allocator usual = c.context->allocator;
  int allowed = 0, most = 0;
  crible_status status = CRIBLE_E_MEMORY;
  for (; status == CRIBLE_E_MEMORY && most < 10000; most++) {
    allowed = most;
    c.context->allocator = (crible_allocator){allocate, resize, release, &allowed};
    status = judge_again(&c);
    c.context->allocator = usual;
  }
  cr_expect_eq(status, CRIBLE_OK);
  cr_expect_gt(most, 3);
  rights_close(&c);
}
