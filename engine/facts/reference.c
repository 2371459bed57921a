#include "engine/facts/reference.h"

#include <stdlib.h>
#include <string.h>

static int by_code(const void *code, const void *country) {
  return strcmp(code, ((const cr_country *)country)->code);
}

const cr_country *cr_reference_country(const cr_reference *reference, const char *code) {
  return bsearch(code, reference->countries, (size_t)reference->country_count, sizeof(cr_country),
                 by_code);
}

static bool in_one_of(const cr_period *periods, int count, cr_date date) {
  for (int i = 0; i < count; i++) {
    if (cr_period_contains(periods[i], date)) {
      return true;
    }
  }
  return false;
}

static bool in_transition(const cr_country *country, const cr_reading *reading, cr_date date) {
  return reading->option[CR_CHOICE_TRANSITION_2020] == CR_TRANSITION_2020_MEMBER &&
         in_one_of(country->transition, country->transition_count, date);
}

cr_tristate cr_reference_inside(const cr_reference *reference, const cr_reading *reading,
                                const char *code, cr_date date) {
  const cr_country *country = cr_reference_country(reference, code);
  if (!country) {
    return CR_UNSTATED;
  }
  bool by_treaties = reading->option[CR_CHOICE_TERRITORY] == CR_TERRITORY_UNION;
  bool inside = by_treaties
                    ? in_one_of(country->union_territory, country->union_territory_count, date)
                    : in_one_of(country->member, country->member_count, date);
  return inside || in_transition(country, reading, date) ? CR_TRUE : CR_FALSE;
}

cr_tristate cr_reference_national(const cr_reference *reference, const cr_reading *reading,
                                  const char *code, cr_date date) {
  const cr_country *country = cr_reference_country(reference, code);
  const char *state = country && country->state ? country->state : code;
  return cr_reference_inside(reference, reading, state, date);
}

/* Where the rules on regulated markets (directive 2014/65, before it 2004/39) apply: in
 * the Union and the States of the EEA. */
static bool in_the_eea(const cr_reference *reference, const cr_reading *reading,
                       const char *code, cr_date date) {
  const cr_country *country = cr_reference_country(reference, code);
  return country && (in_one_of(country->union_territory, country->union_territory_count, date) ||
                     in_one_of(country->eea, country->eea_count, date) ||
                     in_transition(country, reading, date));
}

/* The first entry of a market, or NULL; its other periods follow it. */
static const cr_market *first_entry(const cr_reference *reference, const char *mic) {
  int low = 0, high = reference->market_count;
  while (low < high) {
    int middle = low + (high - low) / 2;
    if (strcmp(reference->markets[middle].mic, mic) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  bool found = low < reference->market_count && strcmp(reference->markets[low].mic, mic) == 0;
  return found ? reference->markets + low : NULL;
}

bool cr_reference_has_market(const cr_reference *reference, const char *mic) {
  return first_entry(reference, mic) != NULL;
}

bool cr_reference_regulated(const cr_reference *reference, const cr_reading *reading,
                            const char *mic, cr_date date) {
  const cr_market *end = reference->markets + reference->market_count;
  const cr_market *market = first_entry(reference, mic);
  for (; market && market < end && strcmp(market->mic, mic) == 0; market++) {
    if (market->regulated && cr_period_contains(market->period, date)) {
      return in_the_eea(reference, reading, market->country, date);
    }
  }
  return false;
}

const cr_decision *cr_reference_decision(const cr_reference *reference, const char *id) {
  for (int i = 0; i < reference->decision_count; i++) {
    if (strcmp(reference->decisions[i].id, id) == 0) {
      return reference->decisions + i;
    }
  }
  return NULL;
}

void cr_reference_bracket(const cr_reference *reference, cr_date date, const fmpq_t fraction,
                          fmpq_t below, fmpq_t above) {
  const fmpq *lower = NULL, *upper = NULL;
  for (int i = 0; i < reference->threshold_count; i++) {
    const cr_declaration_threshold *threshold = reference->thresholds + i;
    if (!cr_period_contains(threshold->in_force, date)) {
      continue;
    }
    if (fmpq_cmp(threshold->fraction, fraction) <= 0) {
      lower = threshold->fraction;
    } else if (!upper) {
      upper = threshold->fraction;
    }
  }
  if (lower) {
    fmpq_set(below, lower);
  } else {
    fmpq_zero(below);
  }
  if (upper) {
    fmpq_set(above, upper);
  } else {
    fmpq_one(above);
  }
}

const cr_collection *cr_reference_collection(const cr_reference *reference, int64_t instant) {
  for (int i = 0; i < reference->collection_count; i++) {
    if (instant <= reference->collections[i].closes_at) {
      return reference->collections + i;
    }
  }
  return NULL;
}

void cr_reference_free(cr_reference *reference) {
  if (reference) {
    cr_arena_free(reference->arena);
  }
}
