#include <criterion/criterion.h>
#include <stdio.h>

#include "engine/facts/facts.h"

static crible_context *context;
static cr_facts *facts;

static void set_up(void) {
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_facts_new(&facts, context), CRIBLE_OK);
}

static void tear_down(void) {
  cr_facts_free(facts);
  crible_context_free(context);
}

TestSuite(store, .init = set_up, .fini = tear_down);

static int add_party(const char *id) {
  int index = CR_NONE;
  cr_assert_eq(cr_facts_add_parties(facts, &index), CRIBLE_OK);
  facts->parties[index].id = cr_arena_string(facts->arena, id);
  return index;
}

Test(store, begins_without_candidate_or_dates) {
  cr_assert_eq(facts->candidate, CR_NONE);
  cr_assert_eq(facts->filed_at, INT64_MIN);
  cr_assert_eq(facts->decided, CR_DATE_NONE);
  cr_assert_eq(facts->parties_count, 0);
}

Test(store, additions_are_zero_and_numbered_in_order) {
  for (int i = 0; i < 100; i++) {
    int index = CR_NONE;
    cr_assert_eq(cr_facts_add_lots(facts, &index), CRIBLE_OK);
    cr_assert_eq(index, i);
    cr_assert_null(facts->lots[index].quantity);
    facts->lots[index].holder = i;
  }
  cr_assert_eq(facts->lots[99].holder, 99);
  cr_assert_eq(facts->lots[3].holder, 3);
}

Test(store, a_party_is_found_by_its_id) {
  cr_assert_eq(cr_facts_party(facts, "alpha"), CR_NONE);
  int alpha = add_party("alpha"), beta = add_party("beta");
  cr_assert_eq(cr_facts_party(facts, "alpha"), alpha);
  cr_assert_eq(cr_facts_party(facts, "beta"), beta);
  cr_assert_eq(cr_facts_party(facts, "gamma"), CR_NONE);
}

Test(store, parties_added_after_a_question_are_found_too) {
  add_party("alpha");
  cr_assert_eq(cr_facts_party(facts, "gamma"), CR_NONE);
  int gamma = add_party("gamma");
  cr_assert_eq(cr_facts_party(facts, "gamma"), gamma);
}

Test(store, of_two_parties_with_one_id_the_first_is_found) {
  int first = add_party("alpha");
  add_party("alpha");
  cr_assert_eq(cr_facts_party(facts, "alpha"), first);
}

Test(store, a_party_without_id_hides_none_behind_it) {
  int nameless = CR_NONE;
  cr_assert_eq(cr_facts_add_parties(facts, &nameless), CRIBLE_OK);
  int alpha = add_party("alpha");
  cr_assert_eq(cr_facts_party(facts, "alpha"), alpha);
  facts->parties[nameless].id = "late";
  cr_assert_eq(cr_facts_party(facts, "late"), nameless);
}

Test(store, ten_thousand_parties_are_all_found) {
  char id[16];
  for (int i = 0; i < 10000; i++) {
    snprintf(id, sizeof id, "p%d", i);
    add_party(id);
  }
  for (int i = 0; i < 10000; i++) {
    snprintf(id, sizeof id, "p%d", i);
    cr_assert_eq(cr_facts_party(facts, id), i);
  }
}

Test(store, the_common_part_of_a_fact_is_its_own) {
  int lot = CR_NONE, source = CR_NONE;
  cr_assert_eq(cr_facts_add_lots(facts, &lot), CRIBLE_OK);
  cr_assert_eq(cr_facts_add_sources(facts, &source), CRIBLE_OK);
  facts->lots[lot].fact.line = 41;
  cr_fact_ref to_lot = {CR_FACT_lots, lot}, to_source = {CR_FACT_sources, source};
  cr_assert_eq(cr_facts_common(facts, to_lot)->line, 41);
  cr_assert_null(cr_facts_common(facts, to_source));
}

Test(store, a_fact_exists_from_its_first_day_to_the_day_before_its_last) {
  cr_fact fact = {.period = {cr_date_make(2020, 1, 1), cr_date_make(2023, 2, 15)}};
  cr_assert_not(cr_fact_valid(&fact, cr_date_make(2019, 12, 31)));
  cr_assert(cr_fact_valid(&fact, cr_date_make(2020, 1, 1)));
  cr_assert(cr_fact_valid(&fact, cr_date_make(2023, 2, 14)));
  cr_assert_not(cr_fact_valid(&fact, cr_date_make(2023, 2, 15)));
}

Test(store, a_fact_without_dates_exists_always) {
  cr_fact fact = {.period = {CR_DATE_NONE, CR_DATE_NONE}};
  cr_assert(cr_fact_valid(&fact, cr_date_make(1900, 1, 1)));
}
